import type { Context, Hono } from 'hono';
import { mayWith } from '../../../../platform/editing/access.ts';
import { findEntry } from '../../../../platform/editing/entry.ts';
import { attachPicture, readPicture, wasSent } from '../../../../platform/pictures/attaching.ts';
import { pictureFileOf, picturesIn, unpublishedPicturePath } from '../../../../platform/pictures/picture.ts';
import { PictureCache } from '../../../../platform/pictures/picture-cache.ts';
import type { Platform } from '../../../../platform/platform.ts';
import type { PageRoutes } from '../../../../platform/web/page-routes.ts';
import type { PortalEnvironment } from '../../../../platform/web/request-variables.ts';
import { dataPolicy } from '../../../../platform/web/security-headers.ts';
import { entryPaths } from '../paths.ts';

/**
 * Seconds for which a published picture may be cached. Its address never means other bytes, so it could be kept
 * for ever; but one that was withdrawn, for the rights of somebody for example, is to be gone in a day.
 */
const maxAge = 24 * 60 * 60;

/** Pictures of published records: the same for everybody, whoever asks. */
export function publicPictures(routes: Hono<PortalEnvironment>, platform: Platform): void {
  const cache = new PictureCache();
  routes.get('/pictures/:id/:file', async (c) => {
    const { id, file } = c.req.param();
    const record = platform.model.get(id);
    const kind = record && platform.kinds.find(record.kind);
    if (!record || !kind || !picturesIn(kind, record.data).includes(file)) return c.notFound();
    const etag = `"${file}"`;
    const isKnown = c.req.header('if-none-match')?.includes(etag) ?? false;
    const bytes = isKnown
      ? undefined
      : await cache.get(`${id}/${file}`, () => readPicture(platform.connection.db, id, file));
    if (!bytes && !isKnown) return c.notFound();
    c.header('ETag', etag);
    c.header('Cache-Control', `public, max-age=${maxAge}`);
    return bytes ? sendPicture(c, file, bytes) : c.body(null, 304);
  });
}

/** Pictures of entries that are not published, for those who may see the entry; and their upload. */
export function entryPictures(routes: PageRoutes, platform: Platform): void {
  const { db } = platform.connection;

  routes.permit('history.view').get(unpublishedPicturePath(':id', ':file'), async (c, ctx) => {
    const id = c.req.param('id') ?? '';
    const file = c.req.param('file') ?? '';
    const entry = pictureFileOf(file) && (await findEntry(db, id));
    if (!entry || !mayWith(ctx.user, 'history.view', entry)) return undefined;
    // Drafts are their writers' own; staff see what was sent.
    if (!mayWith(ctx.user, 'entry.write', entry) && !(await wasSent(db, id, file))) return undefined;
    const bytes = await readPicture(db, id, file);
    if (!bytes) return undefined;
    c.header('Cache-Control', 'private, no-store');
    return sendPicture(c, file, bytes);
  });

  routes.permit('entry.write').post(entryPaths.pictures(':id'), async (c, ctx) => {
    const entry = await findEntry(db, c.req.param('id') ?? '');
    const kind = entry && platform.kinds.find(entry.kind);
    const takesPictures = kind?.fields.some(({ marking }) => marking.picture) ?? false;
    if (!entry || !takesPictures || !mayWith(ctx.user, 'entry.write', entry)) return undefined;
    const { picture } = await c.req.parseBody();
    const sent = picture instanceof File ? picture : new File([], '');
    const outcome = await attachPicture(platform, entry.id, sent, ctx.user, platform.now());
    if (!outcome.ok)
      return c.json({ messages: outcome.problems.map(({ message }) => message[ctx.language]) }, 400);
    const href = unpublishedPicturePath(entry.id, outcome.value);
    return c.json({ file: outcome.value, href, ...pictureFileOf(outcome.value) });
  });
}

function sendPicture(c: Context<PortalEnvironment>, file: string, bytes: Buffer): Response {
  const { mediaType = 'image/jpeg' } = pictureFileOf(file) ?? {};
  c.header('Content-Type', mediaType);
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Content-Security-Policy', dataPolicy);
  c.header('Cross-Origin-Resource-Policy', 'same-site');
  return c.body(bytes as Buffer<ArrayBuffer>);
}
