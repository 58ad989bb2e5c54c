import { z } from 'zod';
import type { Problem } from '../../platform/publishing/problem.ts';
import { readForm } from '../../platform/web/form.ts';
import type { SignedInContext } from '../../platform/web/page-context.ts';
import type { PageRoutes } from '../../platform/web/page-routes.ts';
import { namingFor, stageOf } from '../desk/index.ts';
import { compareDocuments } from './document/comparison.ts';
import { restoreIntoForm } from './drafting.ts';
import { isWritable, mayEdit } from './editable.ts';
import type { Editing, FoundDocument } from './found-document.ts';
import { DocumentHistoryPage } from './pages/history.tsx';
import { editingPaths } from './paths.ts';
import { titleOf, valueWords } from './presenting.ts';

const aNumber = z.coerce.number().int().positive().optional().catch(undefined);
const aRevision = z.object({ revision: z.coerce.number().int().positive() });

interface Chosen {
  from?: number | undefined;
  to?: number | undefined;
  problems?: readonly Problem[];
}

/** Every revision of a document to be read, compared and brought back. */
export function historyPages(routes: PageRoutes, editing: Editing): void {
  const { platform, browsing } = editing;
  const { db } = platform.connection;

  async function historyPage({ entry, kind }: FoundDocument, ctx: SignedInContext, chosen: Chosen) {
    const { form } = kind;
    const revisions = await platform.publishing.history(entry.id);
    const nameOf = await namingFor(
      db,
      revisions.map(({ author }) => author),
      ctx.user,
      entry,
      ctx,
    );
    const to = revisions.find(({ number }) => number === chosen.to) ?? revisions.at(-1);
    const from = revisions.find(({ number }) => number === (chosen.from ?? (to?.number ?? 1) - 1));
    const words = valueWords(platform, browsing, ctx);
    const before = from?.data;
    return (
      <DocumentHistoryPage
        ctx={ctx}
        view={{
          id: entry.id,
          title: titleOf(kind, entry, ctx),
          revisions: revisions.map(({ number, author, createdAt, reason, minor }) => ({
            number,
            who: nameOf(author),
            at: createdAt,
            reason,
            minor,
            published: number === entry.sent?.publication.publishedRevision,
          })),
          from: from?.number,
          to: to?.number ?? 1,
          inputs: to ? compareDocuments(form, before, to.data, words).filter(({ changed }) => changed) : [],
          mayRestore: mayEdit(ctx.user, kind) && isWritable(entry) && !entry.draft,
          withdrawn: stageOf(entry) === 'withdrawn',
          problems: chosen.problems ?? [],
        }}
      />
    );
  }

  routes.permit('editing.view').get(editingPaths.history(':id'), async (c, ctx) => {
    const it = await editing.find(c);
    const from = aNumber.parse(c.req.query('from'));
    return it && historyPage(it, ctx, { from, to: aNumber.parse(c.req.query('to')) });
  });

  routes.permit('editing.write').post(editingPaths.restore(':id'), async (c, ctx) => {
    const it = await editing.find(c);
    if (!it || !mayEdit(ctx.user, it.kind)) return undefined;
    const { id } = it.entry;
    const sent = await readForm(c, aRevision, {});
    if (!sent.ok) return { page: await historyPage(it, ctx, { problems: sent.problems }), status: 400 };
    const earlier = (await platform.publishing.history(id)).find(
      ({ number }) => number === sent.value.revision,
    );
    if (!earlier) return undefined;
    const outcome = await restoreIntoForm(db, it.kind.form, id, earlier, ctx.user, platform.now());
    if (!outcome.ok) return { page: await historyPage(it, ctx, { problems: outcome.problems }), status: 400 };
    return c.redirect(`${ctx.href(editingPaths.item(id))}?done=restored`, 303);
  });
}
