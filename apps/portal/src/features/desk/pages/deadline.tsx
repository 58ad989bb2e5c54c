import { writeMoment } from '../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../platform/web/page-context.ts';
import { StatusLabel } from '../../../ui/components/status-label.tsx';
import { deskText } from '../messages.ts';

/** By when an entry should be decided on, and whether that has passed. */
export function Deadline({ ctx, at, over }: { ctx: PageContext; at: Date; over: boolean }) {
  return (
    <>
      {writeMoment(at, ctx.language)}
      {over && <> {<StatusLabel tone="error">{deskText(ctx).text.queue.over}</StatusLabel>}</>}
    </>
  );
}
