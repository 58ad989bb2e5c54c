import type { Context } from 'hono';
import { z } from 'zod';
import { may } from '../../platform/identity/permissions.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Problem } from '../../platform/publishing/problem.ts';
import { readForm } from '../../platform/web/form.ts';
import type { SignedInContext } from '../../platform/web/page-context.ts';
import type { PageRoutes } from '../../platform/web/page-routes.ts';
import type { PortalEnvironment } from '../../platform/web/request-variables.ts';
import { mayWith } from './access.ts';
import { compareRevisions } from './comparing/revision-diff.ts';
import { type Entry, findEntry, isOpen } from './entries.ts';
import type { EntryForm } from './form/entry-form.ts';
import { HistoryPage } from './pages/history.tsx';
import { deskPaths } from './paths.ts';
import { namingFor } from './people.ts';
import { titleOf, wordsOf } from './presenting.ts';
import { restoreRevision } from './restoring.ts';

const aNumber = z.coerce.number().int().positive().optional().catch(undefined);
const aRevision = z.object({ revision: z.coerce.number().int().positive() });

/** The history of an entry: every revision to be read, compared and brought back. */
export function historyPages(routes: PageRoutes, platform: Platform, forms: Map<string, EntryForm>): void {
  const { db } = platform.connection;

  async function sentEntry(
    c: Context<PortalEnvironment>,
    ctx: SignedInContext,
  ): Promise<{ entry: Entry; form: EntryForm } | undefined> {
    const entry = await findEntry(db, c.req.param('id') ?? '');
    const form = entry?.sent && forms.get(entry.kind);
    return entry && form && mayWith(ctx.user, 'history.view', entry) ? { entry, form } : undefined;
  }

  async function historyPage(
    { entry, form }: { entry: Entry; form: EntryForm },
    ctx: SignedInContext,
    chosen: { from?: number | undefined; to?: number | undefined; problems?: readonly Problem[] },
  ) {
    const revisions = await platform.publishing.history(entry.id);
    const authors = revisions.map(({ author }) => author);
    const nameOf = await namingFor(db, authors, ctx.user, entry, ctx);
    const to = revisions.find(({ number }) => number === chosen.to) ?? revisions.at(-1);
    const from = revisions.find(({ number }) => number === (chosen.from ?? (to?.number ?? 1) - 1));
    const words = wordsOf(form, platform.vocabulary(), ctx);
    const inputs = to ? compareRevisions(form, from?.data, to.data, words) : [];
    return (
      <HistoryPage
        ctx={ctx}
        view={{
          id: entry.id,
          title: titleOf(form, entry),
          revisions: revisions.map(({ number, author, createdAt, minor, reason }) => ({
            number,
            who: nameOf(author, minor),
            at: createdAt,
            correction: minor ? reason : undefined,
            published: number === entry.sent?.publication.publishedRevision,
          })),
          from: from?.number,
          to: to?.number ?? 1,
          inputs,
          mayRestore: may(ctx.user, 'history.restore') && isOpen(entry) && !entry.draft,
          problems: chosen.problems ?? [],
        }}
      />
    );
  }

  routes.permit('history.view').get(deskPaths.history(':id'), async (c, ctx) => {
    const it = await sentEntry(c, ctx);
    const from = aNumber.parse(c.req.query('from'));
    return it && historyPage(it, ctx, { from, to: aNumber.parse(c.req.query('to')) });
  });

  routes.permit('history.restore').post(deskPaths.restore(':id'), async (c, ctx) => {
    const it = await sentEntry(c, ctx);
    if (!it) return undefined;
    const sent = await readForm(c, aRevision, {});
    const outcome = sent.ok
      ? await restoreRevision(platform, it.entry.id, sent.value.revision, ctx.user, platform.now())
      : sent;
    if (!outcome.ok) return { page: await historyPage(it, ctx, { problems: outcome.problems }), status: 400 };
    return c.redirect(ctx.href(deskPaths.history(it.entry.id)), 303);
  });
}
