import type { PageContext } from '../../../platform/web/page-context.ts';
import { ButtonLink } from '../../../ui/components/button.tsx';
import { Table } from '../../../ui/components/table.tsx';
import { writeMoment } from '../../../ui/text/moment.ts';
import { deskText } from '../messages.ts';
import { deskPaths } from '../paths.ts';
import { DeskPage } from './desk-page.tsx';

export interface AuditView {
  acts: readonly {
    at: Date;
    actorId: string | null;
    actorName: string | null;
    action: string;
    objectKind: string;
    objectId: string;
    network: string | null;
  }[];
  /** Number before which older acts are; undefined: there are none. */
  older: number | undefined;
}

/** Who did what, when, from where. */
export function AuditPage({ ctx, view }: { ctx: PageContext; view: AuditView }) {
  const { text, label } = deskText(ctx);
  const { columns, nobody, system } = text.audit;
  return (
    <DeskPage
      ctx={ctx}
      title={label.audit.title}
      lead={text.audit.lead}
      action={<ButtonLink href={ctx.href(deskPaths.auditExport)}>{text.audit.export}</ButtonLink>}
    >
      {view.acts.length === 0 ? (
        <p>{text.audit.none}</p>
      ) : (
        <Table
          caption={label.audit.title}
          columns={[columns.at, columns.who, columns.action, columns.object, columns.network].map(
            (column) => ({ label: column }),
          )}
          rows={view.acts.map((act) => [
            writeMoment(act.at, ctx.language),
            act.actorName ??
              (act.actorId === null ? nobody : act.actorId === 'system' ? system : act.actorId),
            act.action,
            `${act.objectKind} ${act.objectId}`,
            act.network ?? '',
          ])}
        />
      )}
      {view.older && (
        <p class="more">
          <a href={`${ctx.href(deskPaths.audit)}?before=${view.older}`}>{text.audit.older}</a>
        </p>
      )}
    </DeskPage>
  );
}
