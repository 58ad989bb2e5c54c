import type { ComparedInput } from '../../platform/editing/form/comparison.ts';
import type { RevisionView } from '../../platform/editing/history.ts';
import { writeMoment } from '../../platform/i18n/dates.ts';
import type { Problem } from '../../platform/outcome/outcome.ts';
import type { PageContext } from '../../platform/web/page-context.ts';
import { Button } from '../components/button.tsx';
import { Select } from '../components/choices.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { StatusLabel } from '../components/status-label.tsx';
import { Table } from '../components/table.tsx';
import { errorsFor } from '../text/problems.ts';
import { Comparison } from './comparison.tsx';
import { EditorialPage } from './editorial-page.tsx';
import { editingWords } from './messages.ts';

export interface HistoryView {
  /** Parent pages, without language prefix. */
  trail: readonly { label: string; path: string }[];
  /** Path of this page and of the restore form, without language prefix. */
  path: string;
  restorePath: string;
  revisions: readonly RevisionView[];
  /** Undefined: compared with nothing, before the first revision. */
  from: number | undefined;
  to: number;
  inputs: readonly ComparedInput[];
  /** Which revisions can be restored; `all` if not even the newest is public. */
  mayRestore: 'none' | 'earlier' | 'all';
  problems: readonly Problem[];
  /** Address of one of its pictures, by its file. */
  pictureHref?: (file: string) => string;
}

/** All revisions of an entry or document, and a comparison of two. */
export function HistoryPage({ ctx, view }: { ctx: PageContext; view: HistoryView }) {
  const { text, label } = editingWords(ctx);
  const { history } = text;
  const { revisions } = view;
  const withReasons = revisions.some(({ reason }) => reason !== undefined);
  const columns = [
    history.revision,
    history.at,
    history.who,
    ...(withReasons ? [history.reason] : []),
    history.action,
  ];
  return (
    <EditorialPage
      ctx={ctx}
      title={label.history.title}
      trail={view.trail.map(({ label: name, path }) => ({ label: name, href: ctx.href(path) }))}
    >
      <ErrorSummary ctx={ctx} errors={errorsFor(view.problems, ctx, 'from')} />
      {revisions.length === 0 ? (
        <p>{history.none}</p>
      ) : (
        <>
          <Table
            stacked
            caption={label.history.title}
            columns={columns.map((column) => ({ label: column }))}
            rows={revisions.toReversed().map((revision) => [
              <>
                {history.number(revision.number)}{' '}
                {revision.published && <StatusLabel tone="success">{text.stage.published}</StatusLabel>}{' '}
                {revision.minor && <StatusLabel tone="warning">{history.minor}</StatusLabel>}
              </>,
              writeMoment(revision.at, ctx.language),
              revision.who,
              ...(withReasons ? [revision.reason ?? ''] : []),
              <RevisionActions ctx={ctx} view={view} number={revision.number} />,
            ])}
          />
          <Compared ctx={ctx} view={view} />
        </>
      )}
    </EditorialPage>
  );
}

function Compared({ ctx, view }: { ctx: PageContext; view: HistoryView }) {
  const { text, label } = editingWords(ctx);
  const { history } = text;
  const options = view.revisions.map(({ number }) => ({
    value: String(number),
    label: label.history.number(number),
  }));
  return (
    <section aria-labelledby="compared">
      <h2 id="compared">{history.compare}</h2>
      <form method="get" action={ctx.href(view.path)} class="queue-filters">
        <Select
          ctx={ctx}
          name="from"
          label={label.history.from}
          options={options}
          value={String(view.from ?? 1)}
        />
        <Select ctx={ctx} name="to" label={label.history.to} options={options} value={String(view.to)} />
        <Button type="outline">{history.compare}</Button>
      </form>
      {view.inputs.length === 0 && <p>{history.noChanges}</p>}
      <Comparison
        ctx={ctx}
        inputs={view.inputs}
        pictureHref={view.pictureHref}
        before={view.from ? label.history.number(view.from) : undefined}
        after={label.history.number(view.to)}
      />
    </section>
  );
}

function RevisionActions({ ctx, view, number }: { ctx: PageContext; view: HistoryView; number: number }) {
  const { history } = editingWords(ctx).text;
  const of = <span class="visually-hidden">: {history.number(number)}</span>;
  const newest = number === view.revisions.at(-1)?.number;
  return (
    <>
      <a href={`${ctx.href(view.path)}?to=${number}`}>
        {number === 1 ? history.readFirst : history.read}
        {of}
      </a>
      {(view.mayRestore === 'all' || (view.mayRestore === 'earlier' && !newest)) && (
        <form method="post" action={ctx.href(view.restorePath)}>
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
