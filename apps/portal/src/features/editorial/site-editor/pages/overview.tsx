import { writeMoment } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { StatusLabel } from '../../../../ui/components/status-label.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { EditorialPage } from '../../../../ui/editing/editorial-page.tsx';
import { StageLabel } from '../../../../ui/editing/stage-label.tsx';
import { editingText } from '../messages.ts';
import { editingPaths } from '../paths.ts';
import type { OverviewRow, OverviewView } from '../views.ts';

const tones = { planned: 'info', showing: 'success', over: 'neutral' } as const;

/** Overview of the body's documents, with their states. */
export function OverviewPage({ ctx, view }: { ctx: PageContext; view: OverviewView }) {
  const { text, label } = editingText(ctx);
  const begin: Readonly<Record<string, string>> = text.overview.begin;
  return (
    <EditorialPage ctx={ctx} title={label.overview.title} lead={text.overview.lead}>
      <p>{text.overview.initiatives}</p>
      <p>
        <a href={ctx.href(editingPaths.searchChecks)}>{text.overview.toSearchChecks}</a>
      </p>
      {view.waiting.length > 0 && (
        <section aria-labelledby="waiting">
          <h2 id="waiting">{text.overview.waiting}</h2>
          <ul>
            {view.waiting.map((row) => (
              <li>
                <a href={ctx.href(editingPaths.item(row.id))}>{row.title ?? text.overview.untitled}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {view.kinds.map((kind) => (
        <section>
          <h2>{kind.label[ctx.language]}</h2>
          {kind.rows.length === 0 ? <p>{text.overview.none}</p> : <Rows ctx={ctx} kind={kind} />}
          {kind.mayBegin && Object.hasOwn(begin, kind.name) && (
            <p>
              <ButtonLink type="outline" href={ctx.href(editingPaths.begin(kind.name))}>
                {begin[kind.name]}
              </ButtonLink>
            </p>
          )}
        </section>
      ))}
    </EditorialPage>
  );
}

function Rows({ ctx, kind }: { ctx: PageContext; kind: OverviewView['kinds'][number] }) {
  const { text } = editingText(ctx);
  const { columns } = text.overview;
  const shown = (row: OverviewRow) =>
    row.shown && <StatusLabel tone={tones[row.shown]}>{text.overview.shown[row.shown]}</StatusLabel>;
  return (
    <Table
      stacked
      caption={kind.label[ctx.language]}
      columns={[
        { label: columns.title },
        { label: columns.stage },
        ...(kind.timed ? [{ label: columns.shown }] : []),
        { label: columns.changed },
      ]}
      rows={kind.rows.map((row) => [
        <a href={ctx.href(editingPaths.item(row.id))}>{row.title ?? text.overview.untitled}</a>,
        <>
          <StageLabel ctx={ctx} stage={row.stage} />{' '}
          {row.unsent && <StatusLabel tone="warning">{text.overview.unsent}</StatusLabel>}
        </>,
        ...(kind.timed ? [shown(row)] : []),
        writeMoment(row.changedAt, ctx.language),
      ])}
    />
  );
}
