import { dayInTokyo, writeDay } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { StatusLabel } from '../../../../ui/components/status-label.tsx';
import { reviewText } from '../messages.ts';

/** The last day on which an entry should be decided on, and whether it has passed. */
export function Deadline({ ctx, at, over }: { ctx: PageContext; at: Date; over: boolean }) {
  const lastDay = dayInTokyo(new Date(at.getTime() - 1));
  return (
    <>
      {writeDay(lastDay, ctx.language)}
      {over && <> {<StatusLabel tone="error">{reviewText(ctx).text.queue.over}</StatusLabel>}</>}
    </>
  );
}
