import type { Context } from 'hono';
import { mayWith } from '../../../../platform/editing/access.ts';
import { findEntry } from '../../../../platform/editing/entry.ts';
import type { EntryForm } from '../../../../platform/editing/form/entry-form.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { attachmentNamed } from '../../../../platform/web/attachment.ts';
import type { PageRoutes } from '../../../../platform/web/page-routes.ts';
import type { PortalEnvironment } from '../../../../platform/web/request-variables.ts';
import { entryView } from '../entry-view.ts';
import { EntryPage } from '../pages/entry.tsx';
import { entryPaths } from '../paths.ts';
import { attachEvidence, evidenceOn, removeEvidence } from './evidence.ts';
import type { EvidenceStore } from './evidence-store.ts';

/** Upload, download and removal of an entry's evidence files. */
export function evidencePages(
  routes: PageRoutes,
  platform: Platform,
  forms: Map<string, EntryForm>,
  store: EvidenceStore,
): void {
  const { db } = platform.connection;
  const write = routes.permit('entry.write');
  const entryAt = (c: Context<PortalEnvironment>) => findEntry(db, c.req.param('id') ?? '');

  write.post(entryPaths.evidence(':id'), async (c, ctx) => {
    const entry = await entryAt(c);
    const form = entry && forms.get(entry.kind);
    if (!entry || !form || !mayWith(ctx.user, 'entry.write', entry)) return undefined;
    const { evidence: file } = await c.req.parseBody();
    const sent = file instanceof File ? file : new File([], '');
    const bytes = Buffer.from(await sent.arrayBuffer());
    const named = { name: sent.name, bytes };
    const outcome = await attachEvidence(platform, store, entry.id, named, ctx.user, platform.now());
    const back = `${ctx.href(entryPaths.entry(entry.id))}#evidence-files`;
    if (outcome.ok) return c.redirect(back, 303);
    const shown = platform.model.get(entry.id) !== undefined;
    const view = await entryView(db, form, entry, ctx, {
      problems: outcome.problems,
      shown,
      now: platform.now(),
    });
    return { page: <EntryPage ctx={ctx} view={view} />, status: 400 };
  });

  write.post(entryPaths.removeEvidence(':id', ':file'), async (c, ctx) => {
    const entry = await entryAt(c);
    if (!entry || !mayWith(ctx.user, 'entry.write', entry)) return undefined;
    const file = c.req.param('file') ?? '';
    await removeEvidence(platform, store, entry.id, file, ctx.user, platform.now());
    return c.redirect(`${ctx.href(entryPaths.entry(entry.id))}#evidence-files`, 303);
  });

  routes.permit('history.view').get(entryPaths.evidenceFile(':id', ':file'), async (c, ctx) => {
    const entry = await entryAt(c);
    if (!entry || !mayWith(ctx.user, 'history.view', entry)) return undefined;
    const files = await evidenceOn(db, entry.id);
    const file = files.find(({ id, state }) => id === c.req.param('file') && state === 'kept');
    if (!file) return undefined;
    c.header('Content-Type', file.mediaType);
    c.header('Content-Length', String(file.size));
    c.header('Content-Disposition', attachmentNamed(file.name));
    c.header('X-Content-Type-Options', 'nosniff');
    // If a browser renders the file nevertheless, it may not load or run anything.
    c.header('Content-Security-Policy', "sandbox; default-src 'none'");
    c.header('Cache-Control', 'private, no-store');
    return c.body(store.read(file.id) as ReadableStream<Uint8Array<ArrayBuffer>>);
  });
}
