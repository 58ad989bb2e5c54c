import type { ExportedEntry } from '../../../../platform/audit/csv.ts';
import { writeMoment } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button, ButtonLink } from '../../../../ui/components/button.tsx';
import { Select } from '../../../../ui/components/choices.tsx';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { EditorialPage } from '../../../../ui/editing/editorial-page.tsx';
import { entryText } from '../messages.ts';
import { entryPaths } from '../paths.ts';

export interface AuditView {
  acts: readonly Pick<
    ExportedEntry,
    'at' | 'actorId' | 'actorName' | 'action' | 'objectKind' | 'objectId' | 'network'
  >[];
  /** Value of `before` for the next page; undefined on the last one. */
  older: number | undefined;
  /** All actions that occur in the log. */
  actions: readonly string[];
  chosen: { who: string; action: string; object: string; from: string; to: string };
}

/** Audit log: who did what, when and from where. */
export function AuditPage({ ctx, view }: { ctx: PageContext; view: AuditView }) {
  const { text, label } = entryText(ctx);
  const { columns, nobody, system } = text.audit;
  const narrowed = new URLSearchParams(Object.entries(view.chosen).filter(([, value]) => value !== ''));
  return (
    <EditorialPage
      ctx={ctx}
      title={label.audit.title}
      lead={text.audit.lead}
      action={
        <ButtonLink href={`${ctx.href(entryPaths.auditExport)}?${narrowed}`}>{text.audit.export}</ButtonLink>
      }
    >
      <Filters ctx={ctx} view={view} />
      {view.acts.length === 0 ? (
        <p>{text.audit.none}</p>
      ) : (
        <Table
          stacked
          caption={label.audit.title}
          columns={[columns.at, columns.who, columns.action, columns.object, columns.network].map(
            (column) => ({ label: column }),
          )}
          rows={view.acts.map((act) => [
            writeMoment(act.at, ctx.language),
            act.actorName ??
              (act.actorId === null ? nobody : act.actorId === 'system' ? system : act.actorId),
            nameOf(label.acts, act.action),
            <>
              {nameOf(label.audit.objects, act.objectKind)} <code class="audit-object">{act.objectId}</code>
            </>,
            act.network ?? '',
          ])}
        />
      )}
      {view.older && (
        <p class="more">
          <a
            href={`${ctx.href(entryPaths.audit)}?${new URLSearchParams([...narrowed, ['before', String(view.older)]])}`}
          >
            {text.audit.older}
          </a>
        </p>
      )}
    </EditorialPage>
  );
}

/** Label of a name; falls back to the name itself. */
function nameOf(names: Readonly<Record<string, string>>, name: string): string {
  return names[name] ?? name;
}

function Filters({ ctx, view: { actions, chosen } }: { ctx: PageContext; view: AuditView }) {
  const { text, label } = entryText(ctx);
  const { filters } = label.audit;
  return (
    <form method="get" action={ctx.href(entryPaths.audit)} aria-label={filters.label} class="queue-filters">
      <InputText ctx={ctx} name="who" label={filters.who} value={chosen.who} width="short" maxlength={100} />
      <Select
        ctx={ctx}
        name="action"
        label={label.audit.columns.action}
        options={[
          { value: '', label: filters.all },
          ...actions.map((action) => ({ value: action, label: nameOf(label.acts, action) })),
        ]}
        value={chosen.action}
      />
      <InputText
        ctx={ctx}
        name="object"
        label={filters.object}
        value={chosen.object}
        width="short"
        maxlength={100}
      />
      <InputText ctx={ctx} type="date" name="from" label={filters.from} value={chosen.from} width="short" />
      <InputText ctx={ctx} type="date" name="to" label={filters.to} value={chosen.to} width="short" />
      <Button type="outline">{text.audit.filters.apply}</Button>
    </form>
  );
}
