import type { Stage } from '../../../../platform/editing/entry.ts';
import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { RadioGroup, Select } from '../../../../ui/components/choices.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { Pagination } from '../../../../ui/components/pagination.ts';
import { Table } from '../../../../ui/components/table.tsx';
import { EditorialPage } from '../../../../ui/editing/editorial-page.tsx';
import { editingWords } from '../../../../ui/editing/messages.ts';
import { StageLabel } from '../../../../ui/editing/stage-label.tsx';
import { errorOf, errorsFor } from '../../../../ui/text/problems.ts';
import { batchActs } from '../batch-model.ts';
import { reviewText } from '../messages.ts';
import { reviewPaths } from '../paths.ts';
import { Deadline } from './deadline.tsx';

export interface QueueView {
  rows: readonly {
    id: string;
    title: string | undefined;
    organisation: string | undefined;
    stage: Stage;
    /** Days in this state. */
    age: number;
    /** Deadline; undefined if it does not await a decision. */
    due: Date | undefined;
    overdue: boolean;
    reviewer: string | undefined;
  }[];
  kinds: readonly { value: string; label: string }[];
  states: readonly Stage[];
  days: readonly number[];
  /** Number of texts of the body's editors, approved in the site editor. */
  editedWaiting: number;
  chosen: {
    q: string;
    state: string;
    kind: string;
    days: string;
    call: string;
    only: string;
    order: string;
  };
  /** Number of results on all pages. */
  total: number;
  pages: { current: number; last: number };
  /** The filter as URL query. */
  query: readonly (readonly [name: string, value: string])[];
  /** Whether the user may use batch actions. */
  mayDecide: boolean;
  problems: readonly Problem[];
}

/** Review queue. */
export function QueuePage({ ctx, view }: { ctx: PageContext; view: QueueView }) {
  const { text, label } = reviewText(ctx);
  const { columns } = text.queue;
  const all = { value: '', label: label.queue.all };
  return (
    <EditorialPage ctx={ctx} title={label.queue.title} lead={text.queue.lead} styles={['review']}>
      <ErrorSummary ctx={ctx} errors={errorsFor(view.problems, ctx, 'which')} />
      {view.editedWaiting > 0 && (
        <p>
          <a href={ctx.href(reviewPaths.editing)}>{text.queue.edited(view.editedWaiting)}</a>
        </p>
      )}
      <form
        method="get"
        action={ctx.href(reviewPaths.queue)}
        aria-label={label.queue.filters}
        class="queue-filters"
      >
        <InputText
          ctx={ctx}
          name="q"
          label={label.queue.search}
          value={view.chosen.q}
          maxlength={100}
          autocomplete="off"
        />
        <Select
          ctx={ctx}
          name="state"
          label={label.queue.state}
          options={[
            { value: '', label: label.queue.waiting },
            ...view.states.map((state) => ({ value: state, label: editingWords(ctx).label.stage[state] })),
          ]}
          value={view.chosen.state}
        />
        <Select
          ctx={ctx}
          name="kind"
          label={label.queue.kind}
          options={[all, ...view.kinds]}
          value={view.chosen.kind}
        />
        <Select
          ctx={ctx}
          name="days"
          label={label.queue.days}
          options={[
            all,
            ...view.days.map((days) => ({ value: String(days), label: label.queue.daysOf(days) })),
          ]}
          value={view.chosen.days}
        />
        <Select
          ctx={ctx}
          name="only"
          label={label.queue.only}
          options={[
            all,
            { value: 'overdue', label: label.queue.overdue },
            { value: 'mine', label: label.queue.mine },
          ]}
          value={view.chosen.only}
        />
        <Select
          ctx={ctx}
          name="order"
          label={label.queue.order}
          options={(['waiting', 'deadline'] as const).map((value) => ({
            value,
            label: label.queue.orders[value],
          }))}
          value={view.chosen.order}
        />
        {view.chosen.call && <input type="hidden" name="call" value={view.chosen.call} />}
        <Button type="outline">{text.queue.apply}</Button>
      </form>
      {view.rows.length === 0 ? (
        <p>{text.queue.none}</p>
      ) : (
        <form method="post" action={ctx.href(reviewPaths.batch)} novalidate>
          <p role="status">{text.queue.found(view.total)}</p>
          {view.mayDecide &&
            view.query.map(([name, value]) => <input type="hidden" name={name} value={value} />)}
          <Table
            stacked
            caption={label.queue.title}
            columns={[
              { label: columns.title },
              { label: columns.organisation },
              { label: columns.stage },
              { label: columns.age, numeric: true },
              { label: columns.due },
              { label: columns.reviewer },
            ]}
            rows={view.rows.map((row) => [
              <Name ctx={ctx} row={row} chosen={view.mayDecide} />,
              row.organisation ?? text.entry.body,
              <StageLabel ctx={ctx} stage={row.stage} />,
              row.age,
              row.due ? <Deadline ctx={ctx} at={row.due} over={row.overdue} /> : '',
              row.reviewer ?? text.queue.nobody,
            ])}
          />
          {view.mayDecide && <Batch ctx={ctx} view={view} />}
        </form>
      )}
      <Pagination
        ctx={ctx}
        page={view.pages.current}
        pageCount={view.pages.last}
        href={(page) => ctx.href(`${reviewPaths.queue}?${pageQuery(view, page)}`)}
      />
    </EditorialPage>
  );
}

function pageQuery({ query }: QueueView, page: number): string {
  const asked = new URLSearchParams(Object.fromEntries(query));
  asked.set('page', String(page));
  return asked.toString();
}

interface NameProps {
  ctx: PageContext;
  row: QueueView['rows'][number];
  /** Whether it can be chosen for a batch. */
  chosen: boolean;
}

function Name({ ctx, row: { id, title }, chosen }: NameProps) {
  const { text, label } = reviewText(ctx);
  const name = title ?? text.entry.untitled;
  const link = <a href={ctx.href(reviewPaths.entry(id))}>{name}</a>;
  if (!chosen) return link;
  return (
    <span class="queue-name">
      <input
        class="checkbox"
        type="checkbox"
        name="entry"
        value={id}
        aria-label={label.batch.choose(title ?? label.entry.untitled)}
      />
      {link}
    </span>
  );
}

/** Batch form: selection and action. */
function Batch({ ctx, view }: { ctx: PageContext; view: QueueView }) {
  const { text, label } = reviewText(ctx);
  const { batch } = text;
  return (
    <section class="queue-batch one-a-line" aria-labelledby="batch">
      <h2 id="batch">{batch.heading}</h2>
      {view.rows.map(({ id }) => (
        <input type="hidden" name="shown" value={id} />
      ))}
      <RadioGroup
        ctx={ctx}
        name="which"
        label={label.batch.which}
        options={[
          { value: 'chosen', label: label.batch.chosen },
          { value: 'page', label: label.batch.page(view.rows.length) },
          ...(view.pages.last > 1 ? [{ value: 'all', label: label.batch.all(view.total) }] : []),
        ]}
        value="chosen"
        error={errorOf(view.problems, 'which', ctx)}
      />
      <div class="administration-actions">
        {batchActs.map((act) => (
          <Button name="act" value={act} type={act === 'take' ? 'solid-fill' : 'outline'}>
            {batch.acts[act]}
          </Button>
        ))}
      </div>
    </section>
  );
}
