import { z } from 'zod';
import { seesAsStaff } from '../../../platform/editing/access.ts';
import type { EntryForm } from '../../../platform/editing/form/entry-form.ts';
import { may } from '../../../platform/identity/permissions.ts';
import type { Problem } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { SignedInContext } from '../../../platform/web/page-context.ts';
import type { PageRoutes } from '../../../platform/web/page-routes.ts';
import { batchPages } from './batch-routes.tsx';
import { QueuePage } from './pages/queue.tsx';
import { reviewPaths } from './paths.ts';
import { editedWaiting, queueStates, reviewQueue } from './queue.ts';
import { type AskedQueue, filterFor, queryOf, queueFilter } from './queue-filter.ts';
import { reviewerName } from './reviewers.ts';

const ages = [3, 7, 14, 30] as const;
/** Entries on one page of the queue. */
const shownAtOnce = 100;
const pageNumber = z.coerce.number().int().min(1).max(1_000).catch(1);

/** Review queue: search, filter and batch actions. */
export function queuePages(routes: PageRoutes, platform: Platform, forms: Map<string, EntryForm>): void {
  const { db } = platform.connection;

  async function queuePage(
    ctx: SignedInContext,
    asked: AskedQueue,
    page: number,
    problems: readonly Problem[] = [],
  ) {
    const now = platform.now();
    const filter = filterFor(asked, ctx.user.id);
    const queued = await reviewQueue(db, forms, filter, now);
    const last = Math.max(1, Math.ceil(queued.length / shownAtOnce));
    const current = Math.min(page, last);
    const shown = queued.slice((current - 1) * shownAtOnce, current * shownAtOnce);
    const { state = '', kind = '', days = '', call = '', only = '', q = '', order = 'waiting' } = asked;
    return (
      <QueuePage
        ctx={ctx}
        view={{
          rows: shown.map(({ id, ownerId, state, title, organisation, since, due, reviewer }) => ({
            id,
            title: title?.ja,
            organisation: organisation ?? undefined,
            stage: state,
            age: Math.floor((now.getTime() - since.getTime()) / 86_400_000),
            due: due ?? undefined,
            overdue: due !== null && due < now,
            reviewer:
              reviewer === null ? undefined : reviewerName(reviewer, seesAsStaff(ctx.user, { ownerId }), ctx),
          })),
          total: queued.length,
          pages: { current, last },
          kinds: [...forms.values()].map(({ kind }) => ({
            value: kind.name,
            label: kind.label[ctx.language],
          })),
          states: queueStates,
          days: ages,
          editedWaiting: await editedWaiting(db, forms, filter, now),
          chosen: { q, state, kind, days: String(days), call, only, order },
          query: queryOf(asked),
          mayDecide: may(ctx.user, 'review.decide'),
          problems,
        }}
      />
    );
  }

  routes
    .permit('review.view')
    .get(reviewPaths.queue, (c, ctx) =>
      queuePage(ctx, queueFilter.parse(c.req.query()), pageNumber.parse(c.req.query('page'))),
    );

  batchPages(routes, platform, forms, queuePage);
}
