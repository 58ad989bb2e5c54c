import { z } from 'zod';
import { mayWith } from '../../../platform/editing/access.ts';
import { findEntry } from '../../../platform/editing/entry.ts';
import type { EntryForm } from '../../../platform/editing/form/entry-form.ts';
import type { Platform } from '../../../platform/platform.ts';
import { readForm } from '../../../platform/web/form.ts';
import type { PageRoutes } from '../../../platform/web/page-routes.ts';
import { entryView } from './entry-view.ts';
import { EntryPage } from './pages/entry.tsx';
import { entryPaths } from './paths.ts';
import { titleIn } from './presenting.ts';
import { suspendOrResume } from './suspending.ts';

const aReason = z.object({ haltReason: z.string().trim().min(1).max(500) });
const wording = {
  haltReason: {
    ja: '理由を入れてください（500文字まで）。',
    en: 'Say why, in at most 500 characters.',
  },
};

/** Routes to suspend and resume published entries. */
export function suspensionPages(routes: PageRoutes, platform: Platform, forms: Map<string, EntryForm>): void {
  const { db } = platform.connection;
  for (const action of ['suspend', 'resume'] as const)
    routes.permit('entry.suspend').post(entryPaths[action](':id'), async (c, ctx) => {
      const entry = await findEntry(db, c.req.param('id') ?? '');
      const form = entry?.sent && forms.get(entry.kind);
      if (!entry || !form || !mayWith(ctx.user, 'entry.suspend', entry)) return undefined;
      const now = platform.now();
      const sent = await readForm(c, aReason, wording);
      const about = (reason: string) => ({
        title: titleIn(form, entry.sent?.revision.data) ?? entry.id,
        reason,
      });
      const outcome = sent.ok
        ? await suspendOrResume(platform, action, entry, about(sent.value.haltReason), ctx.user, now)
        : sent;
      const done = action === 'suspend' ? 'suspended' : 'resumed';
      if (outcome.ok) return c.redirect(`${ctx.href(entryPaths.entry(entry.id))}?done=${done}`, 303);
      const shown = platform.model.get(entry.id) !== undefined;
      const view = await entryView(db, form, entry, ctx, { shown, now, problems: outcome.problems });
      return { page: <EntryPage ctx={ctx} view={view} />, status: 400 };
    });
}
