import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button, ButtonLink } from '../../../../ui/components/button.tsx';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { StatusLabel } from '../../../../ui/components/status-label.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { EditorialPage } from '../../../../ui/editing/editorial-page.tsx';
import type { BatchAct, BatchResult } from '../batch-model.ts';
import { reviewText } from '../messages.ts';
import { reviewPaths } from '../paths.ts';

export interface BatchResultView {
  act: BatchAct;
  results: readonly BatchResult[];
}

/** Results of a batch: failures first, with reasons. */
export function BatchResultPage({
  ctx,
  view: { act, results },
}: {
  ctx: PageContext;
  view: BatchResultView;
}) {
  const { text, label } = reviewText(ctx);
  const { batch } = text;
  const failed = results.filter(({ problems }) => problems.length > 0);
  const succeeded = results.filter(({ problems }) => problems.length === 0);
  return (
    <EditorialPage
      ctx={ctx}
      title={label.batch.result}
      trail={[{ label: label.queue.title, href: ctx.href(reviewPaths.queue) }]}
      styles={['review']}
    >
      <NotificationBanner
        type={failed.length === 0 ? 'success' : 'warning'}
        heading={batch.done[act](succeeded.length)}
      >
        {failed.length > 0 && <p>{batch.notDone(failed.length)}</p>}
      </NotificationBanner>
      <form method="post" action={ctx.href(reviewPaths.batch)} class="administration-actions">
        {act === 'take' && succeeded.length > 0 && (
          <>
            <input type="hidden" name="which" value="chosen" />
            {succeeded.map(({ id }) => (
              <input type="hidden" name="entry" value={id} />
            ))}
            <Button name="act" value="approve">
              {batch.goOn.approve(succeeded.length)}
            </Button>
            <Button name="act" value="request-changes" type="outline">
              {batch.goOn['request-changes'](succeeded.length)}
            </Button>
          </>
        )}
        <ButtonLink type="outline" href={ctx.href(reviewPaths.queue)}>
          {batch.back}
        </ButtonLink>
      </form>
      <Table
        stacked
        caption={label.batch.result}
        columns={[{ label: text.queue.columns.title }, { label: batch.columns.what }]}
        rows={[...failed, ...succeeded].map(({ id, title, problems }) => [
          <a href={ctx.href(reviewPaths.entry(id))}>{title}</a>,
          problems.length === 0 ? (
            <StatusLabel tone="success">{batch.outcome[act]}</StatusLabel>
          ) : (
            <>
              <StatusLabel tone="error">{batch.refused}</StatusLabel>{' '}
              {problems.map(({ message }) => message[ctx.language]).join(' ')}
            </>
          ),
        ])}
      />
    </EditorialPage>
  );
}
