import { z } from 'zod';
import { seesAsStaff } from '../../../platform/editing/access.ts';
import type { EntryForm } from '../../../platform/editing/form/entry-form.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { PageRoutes } from '../../../platform/web/page-routes.ts';
import { titleIn } from '../entries/index.ts';
import { QueuePage } from './pages/queue.tsx';
import { reviewPaths } from './paths.ts';
import { queueOrders, queueStates, reviewQueue } from './queue.ts';
import { reviewerName } from './reviewers.ts';

const ages = [3, 7, 14, 30] as const;
const queueFilter = z.object({
  state: z.enum(queueStates).optional().catch(undefined),
  kind: z.string().min(1).max(50).optional().catch(undefined),
  days: z.coerce.number().int().positive().max(3_650).optional().catch(undefined),
  call: z.string().min(1).max(100).optional().catch(undefined),
  only: z.enum(['overdue', 'mine']).optional().catch(undefined),
  order: z.enum(queueOrders).optional().catch(undefined),
});

/** What waits for review. */
export function queuePages(routes: PageRoutes, platform: Platform, forms: Map<string, EntryForm>): void {
  const { db } = platform.connection;
  const view = routes.permit('review.view');

  view.get(reviewPaths.queue, async (c, ctx) => {
    const { only, ...filter } = queueFilter.parse(c.req.query());
    const now = platform.now();
    const narrowed = {
      ...(only === 'overdue' && { overdue: true }),
      ...(only === 'mine' && { reviewer: ctx.user.id }),
    };
    const waiting = await reviewQueue(db, { ...filter, ...narrowed }, now);
    // What the body's own editors send is approved where it is edited.
    const queued = waiting.filter(({ kind }) => forms.has(kind));
    const rows = queued.map(({ id, kind, ownerId, state, data, since, due, reviewer }) => ({
      id,
      title: titleIn(forms.get(kind), data),
      stage: state,
      age: Math.floor((now.getTime() - since.getTime()) / 86_400_000),
      due: due ?? undefined,
      overdue: due !== null && due < now,
      reviewer:
        reviewer === null ? undefined : reviewerName(reviewer, seesAsStaff(ctx.user, { ownerId }), ctx),
    }));
    const kinds = [...forms.values()].map(({ kind }) => ({
      value: kind.name,
      label: kind.label[ctx.language],
    }));
    const { state = '', kind = '', days = '', call = '', order = 'waiting' } = filter;
    const chosen = { state, kind, days: String(days), call, only: only ?? '', order };
    const editedWaiting = waiting.length - queued.length;
    const shown = { rows, kinds, states: queueStates, days: ages, editedWaiting, chosen };
    return <QueuePage ctx={ctx} view={shown} />;
  });
}
