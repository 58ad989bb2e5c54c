import type { Context } from 'hono';
import { mayWith } from '../../../platform/editing/access.ts';
import { type Entry, findEntry, isOpen } from '../../../platform/editing/entry.ts';
import { compareVersions } from '../../../platform/editing/form/comparison.ts';
import type { EntryForm } from '../../../platform/editing/form/entry-form.ts';
import {
  aRevision,
  type ChosenRevisions,
  chosenRevisions,
  readHistory,
} from '../../../platform/editing/history.ts';
import { may } from '../../../platform/identity/permissions.ts';
import { unpublishedPicturePath } from '../../../platform/pictures/picture.ts';
import type { Platform } from '../../../platform/platform.ts';
import { readForm } from '../../../platform/web/form.ts';
import type { SignedInContext } from '../../../platform/web/page-context.ts';
import type { PageRoutes } from '../../../platform/web/page-routes.ts';
import type { PortalEnvironment } from '../../../platform/web/request-variables.ts';
import { HistoryPage } from '../../../ui/editing/history-page.tsx';
import { wordsOf } from '../../../ui/editing/offered-field.ts';
import { entryText } from './messages.ts';
import { entryPaths } from './paths.ts';
import { titleOf } from './presenting.ts';
import { restoreRevision } from './restoring.ts';

/** Revision history of an entry: view, compare, restore. */
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
    chosen: ChosenRevisions,
  ) {
    const { label } = entryText(ctx);
    // Providers see the reasons of corrections only; other reasons are internal.
    const history = await readHistory(platform, entry, chosen, ({ minor }) => minor, ctx);
    const { before, after, ...shown } = history;
    const words = wordsOf(form, platform, ctx);
    const restores = may(ctx.user, 'history.restore') && isOpen(entry) && !entry.draft;
    return (
      <HistoryPage
        ctx={ctx}
        view={{
          ...shown,
          trail: [
            { label: label.desk.title, path: entryPaths.list },
            { label: titleOf(form, entry) ?? label.desk.untitled, path: entryPaths.entry(entry.id) },
          ],
          path: entryPaths.history(entry.id),
          restorePath: entryPaths.restore(entry.id),
          pictureHref: (file) => unpublishedPicturePath(entry.id, file),
          inputs: after ? compareVersions(form, before, after, words) : [],
          mayRestore: restores ? 'earlier' : 'none',
          problems: chosen.problems ?? [],
        }}
      />
    );
  }

  routes.permit('history.view').get(entryPaths.history(':id'), async (c, ctx) => {
    const it = await sentEntry(c, ctx);
    return it && historyPage(it, ctx, chosenRevisions(c.req.query()));
  });

  routes.permit('history.restore').post(entryPaths.restore(':id'), async (c, ctx) => {
    const it = await sentEntry(c, ctx);
    if (!it) return undefined;
    const sent = await readForm(c, aRevision, {});
    const outcome = sent.ok
      ? await restoreRevision(platform, it.entry.id, sent.value.revision, ctx.user, platform.now())
      : sent;
    if (!outcome.ok) return { page: await historyPage(it, ctx, { problems: outcome.problems }), status: 400 };
    return c.redirect(ctx.href(entryPaths.history(it.entry.id)), 303);
  });
}
