import type { Problem } from '../../../platform/publishing/problem.ts';
import type { PageContext } from '../../../platform/web/page-context.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Select } from '../../../ui/components/choices.tsx';
import { ErrorSummary } from '../../../ui/components/error-summary.tsx';
import { StatusLabel } from '../../../ui/components/status-label.tsx';
import { Table } from '../../../ui/components/table.tsx';
import { writeMoment } from '../../../ui/text/moment.ts';
import { errorsFor } from '../../../ui/text/problems.ts';
import { type ComparedInput, Comparison, DeskPage } from '../../desk/index.ts';
import { editingText } from '../messages.ts';
import { editingPaths } from '../paths.ts';

export interface DocumentHistoryView {
  id: string;
  title: string;
  revisions: readonly {
    number: number;
    who: string;
    at: Date;
    reason: string;
    minor: boolean;
    published: boolean;
  }[];
  /** Undefined: before the first revision, when there was nothing. */
  from: number | undefined;
  to: number;
  /** Those that differ. */
  inputs: readonly ComparedInput[];
  mayRestore: boolean;
  /** Whether it was taken from the site; its newest revision is restored then, too. */
  withdrawn: boolean;
  problems: readonly Problem[];
}

/** Every revision of a document, and two of them side by side. */
export function DocumentHistoryPage({ ctx, view }: { ctx: PageContext; view: DocumentHistoryView }) {
  const { text, label } = editingText(ctx);
  const { id, revisions } = view;
  const { history } = text;
  const options = revisions.map(({ number }) => ({
    value: String(number),
    label: label.history.number(number),
  }));
  return (
    <DeskPage
      ctx={ctx}
      title={label.history.title}
      trail={[
        { label: label.overview.title, href: ctx.href(editingPaths.overview) },
        { label: view.title, href: ctx.href(editingPaths.item(id)) },
      ]}
    >
      <ErrorSummary ctx={ctx} errors={errorsFor(view.problems, ctx, 'from')} />
      {revisions.length === 0 ? (
        <p>{history.empty}</p>
      ) : (
        <>
          <Table
            stacked
            caption={label.history.title}
            columns={[history.revision, history.at, history.who, history.reason, history.action].map(
              (column) => ({ label: column }),
            )}
            rows={revisions.toReversed().map((revision) => [
              <>
                {history.number(revision.number)}{' '}
                {revision.published && <StatusLabel tone="success">{history.published}</StatusLabel>}{' '}
                {revision.minor && <StatusLabel tone="warning">{history.minor}</StatusLabel>}
              </>,
              writeMoment(revision.at, ctx.language),
              revision.who,
              revision.reason,
              <RevisionActions ctx={ctx} view={view} number={revision.number} />,
            ])}
          />
          <section aria-labelledby="compared">
            <h2 id="compared">{history.compare}</h2>
            <form method="get" action={ctx.href(editingPaths.history(id))} class="queue-filters">
              <Select
                ctx={ctx}
                name="from"
                label={label.history.from}
                options={options}
                value={String(view.from ?? 1)}
              />
              <Select
                ctx={ctx}
                name="to"
                label={label.history.to}
                options={options}
                value={String(view.to)}
              />
              <Button type="outline">{history.compare}</Button>
            </form>
            {view.inputs.length === 0 && <p>{text.item.noChanges}</p>}
            <Comparison
              ctx={ctx}
              inputs={view.inputs}
              before={view.from ? label.history.number(view.from) : undefined}
              after={label.history.number(view.to)}
            />
          </section>
        </>
      )}
    </DeskPage>
  );
}

interface RevisionActionsProps {
  ctx: PageContext;
  view: DocumentHistoryView;
  number: number;
}

function RevisionActions({ ctx, view, number }: RevisionActionsProps) {
  const { history } = editingText(ctx).text;
  const of = <span class="visually-hidden">: {history.number(number)}</span>;
  return (
    <>
      <a href={`${ctx.href(editingPaths.history(view.id))}?to=${number}`}>
        {number === 1 ? history.readFirst : history.read}
        {of}
      </a>
      {view.mayRestore && (number !== view.revisions.length || view.withdrawn) && (
        <form method="post" action={ctx.href(editingPaths.restore(view.id))}>
          <input type="hidden" name="revision" value={number} />
          <Button type="outline" size="sm">
            {history.restore}
            {of}
          </Button>
        </form>
      )}
    </>
  );
}
