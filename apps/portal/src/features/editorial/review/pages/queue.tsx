import type { Stage } from '../../../../platform/editing/entry.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Select } from '../../../../ui/components/choices.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { DeskPage } from '../../../../ui/editing/desk-page.tsx';
import { editingWords } from '../../../../ui/editing/messages.ts';
import { StageLabel } from '../../../../ui/editing/stage-label.tsx';
import { reviewText } from '../messages.ts';
import { reviewPaths } from '../paths.ts';
import { Deadline } from './deadline.tsx';

export interface QueueView {
  rows: readonly {
    id: string;
    title: string | undefined;
    stage: Stage;
    /** Days since it came to this state. */
    age: number;
    /** When it should be decided on; undefined: it does not wait for a decision. */
    due: Date | undefined;
    overdue: boolean;
    reviewer: string | undefined;
  }[];
  kinds: readonly { value: string; label: string }[];
  states: readonly Stage[];
  days: readonly number[];
  /** What the body's own editors sent, which is approved where it is edited. */
  editedWaiting: number;
  chosen: { state: string; kind: string; days: string; call: string; only: string; order: string };
}

/** What waits for review. */
export function QueuePage({ ctx, view }: { ctx: PageContext; view: QueueView }) {
  const { text, label } = reviewText(ctx);
  const { columns } = text.queue;
  const all = { value: '', label: label.queue.all };
  return (
    <DeskPage ctx={ctx} title={label.queue.title} lead={text.queue.lead} styles={['review']}>
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
        <Table
          stacked
          caption={label.queue.title}
          columns={[
            { label: columns.title },
            { label: columns.stage },
            { label: columns.age, numeric: true },
            { label: columns.due },
            { label: columns.reviewer },
          ]}
          rows={view.rows.map((row) => [
            <a href={ctx.href(reviewPaths.entry(row.id))}>{row.title ?? text.entry.untitled}</a>,
            <StageLabel ctx={ctx} stage={row.stage} />,
            row.age,
            row.due ? <Deadline ctx={ctx} at={row.due} over={row.overdue} /> : '',
            row.reviewer ?? text.queue.nobody,
          ])}
        />
      )}
    </DeskPage>
  );
}
