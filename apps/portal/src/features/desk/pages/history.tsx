import type { Problem } from '../../../platform/publishing/problem.ts';
import type { PageContext } from '../../../platform/web/page-context.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Select } from '../../../ui/components/choices.tsx';
import { ErrorSummary } from '../../../ui/components/error-summary.tsx';
import { StatusLabel } from '../../../ui/components/status-label.tsx';
import { Table } from '../../../ui/components/table.tsx';
import { writeMoment } from '../../../ui/text/moment.ts';
import { errorsFor } from '../../../ui/text/problems.ts';
import type { ComparedInput } from '../comparing/revision-diff.ts';
import { deskText } from '../messages.ts';
import { deskPaths } from '../paths.ts';
import { Comparison } from './comparison.tsx';
import { DeskPage } from './desk-page.tsx';

export interface HistoryView {
  id: string;
  title: string | undefined;
  revisions: readonly {
    number: number;
    who: string;
    at: Date;
    published: boolean;
    /** Why a minor edit was made; undefined: it was none. */
    correction: string | undefined;
  }[];
  /** Undefined: before the first revision, when there was nothing. */
  from: number | undefined;
  to: number;
  inputs: readonly ComparedInput[];
  mayRestore: boolean;
  problems: readonly Problem[];
}

/** Every revision of an entry, and two of them side by side. */
export function HistoryPage({ ctx, view }: { ctx: PageContext; view: HistoryView }) {
  const { text, label } = deskText(ctx);
  const { id, revisions, problems } = view;
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
        { label: label.desk.title, href: ctx.href(deskPaths.list) },
        { label: view.title ?? label.desk.untitled, href: ctx.href(deskPaths.entry(id)) },
      ]}
    >
      <ErrorSummary ctx={ctx} errors={errorsFor(problems, ctx, 'from')} />
      <Table
        stacked
        caption={label.history.title}
        columns={[history.revision, history.at, history.who, history.action].map((column) => ({
          label: column,
        }))}
        rows={revisions
          .map(({ number, at, who, published, correction }) => [
            <>
              {history.number(number)}{' '}
              {published && <StatusLabel tone="success">{text.stage.published}</StatusLabel>}{' '}
              {correction && (
                <>
                  <StatusLabel>{history.minor}</StatusLabel>
                  <p class="quiet">{correction}</p>
                </>
              )}
            </>,
            writeMoment(at, ctx.language),
            who,
            <>
              <a href={`${ctx.href(deskPaths.history(id))}?to=${number}`}>
                {number === 1 ? history.readFirst : history.read}
                <span class="visually-hidden">: {history.number(number)}</span>
              </a>
              {view.mayRestore && number !== revisions.length && (
                <form method="post" action={ctx.href(deskPaths.restore(id))}>
                  <input type="hidden" name="revision" value={number} />
                  <Button type="outline" size="sm">
                    {history.restore}
                    <span class="visually-hidden">: {history.number(number)}</span>
                  </Button>
                </form>
              )}
            </>,
          ])
          .reverse()}
      />
      <section aria-labelledby="compared">
        <h2 id="compared">{history.compare}</h2>
        <form method="get" action={ctx.href(deskPaths.history(id))} class="queue-filters">
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
        <Comparison
          ctx={ctx}
          inputs={view.inputs}
          before={view.from ? label.history.number(view.from) : undefined}
          after={label.history.number(view.to)}
        />
      </section>
    </DeskPage>
  );
}
