import { isWritable, restoreIntoForm } from '../../../platform/editing/documents.ts';
import { stageOf } from '../../../platform/editing/entry.ts';
import { compareVersions } from '../../../platform/editing/form/comparison.ts';
import {
  aRevision,
  type ChosenRevisions,
  chosenRevisions,
  readHistory,
} from '../../../platform/editing/history.ts';
import { readForm } from '../../../platform/web/form.ts';
import type { SignedInContext } from '../../../platform/web/page-context.ts';
import type { PageRoutes } from '../../../platform/web/page-routes.ts';
import { HistoryPage } from '../../../ui/editing/history-page.tsx';
import { editingBy, mayEdit } from './editable.ts';
import type { Editing, FoundDocument } from './found-document.ts';
import { editingText } from './messages.ts';
import { editingPaths } from './paths.ts';
import { titleOf, valueWords } from './presenting.ts';

/** Revision history of a document: view, compare, restore. */
export function historyPages(routes: PageRoutes, editing: Editing): void {
  const { platform, catalogue } = editing;
  const { browsing } = catalogue;
  const { db } = platform.connection;

  async function historyPage({ entry, kind }: FoundDocument, ctx: SignedInContext, chosen: ChosenRevisions) {
    const { before, after, ...shown } = await readHistory(platform, entry, chosen, () => true, ctx);
    const words = valueWords(platform, browsing, ctx);
    const inputs = after ? compareVersions(kind.form, before, after, words) : [];
    const restores = mayEdit(ctx.user, kind) && isWritable(entry) && !entry.draft;
    return (
      <HistoryPage
        ctx={ctx}
        view={{
          ...shown,
          trail: [
            { label: editingText(ctx).label.overview.title, path: editingPaths.overview },
            { label: titleOf(kind, entry, ctx), path: editingPaths.item(entry.id) },
          ],
          path: editingPaths.history(entry.id),
          restorePath: editingPaths.restore(entry.id),
          inputs: inputs.filter(({ changed }) => changed),
          // For a withdrawn document the newest revision can be restored too.
          mayRestore: !restores ? 'none' : stageOf(entry) === 'withdrawn' ? 'all' : 'earlier',
          problems: chosen.problems ?? [],
        }}
      />
    );
  }

  routes.permit('editing.view').get(editingPaths.history(':id'), async (c, ctx) => {
    const it = await editing.find(c);
    return it && historyPage(it, ctx, chosenRevisions(c.req.query()));
  });

  routes.permit('editing.write').post(editingPaths.restore(':id'), async (c, ctx) => {
    const it = await editing.find(c);
    if (!it || !mayEdit(ctx.user, it.kind)) return undefined;
    const { id } = it.entry;
    const sent = await readForm(c, aRevision, {});
    if (!sent.ok) return { page: await historyPage(it, ctx, { problems: sent.problems }), status: 400 };
    const earlier = await platform.publishing.revision(id, sent.value.revision);
    if (!earlier) return undefined;
    const outcome = await restoreIntoForm(db, it.kind.form, id, earlier, editingBy(ctx.user, platform.now()));
    if (!outcome.ok) return { page: await historyPage(it, ctx, { problems: outcome.problems }), status: 400 };
    return c.redirect(`${ctx.href(editingPaths.item(id))}?done=restored`, 303);
  });
}
