import type { Handler } from 'hono';
import type { Assets } from './assets.ts';
import { acceptedEncoding } from './compression.ts';
import type { PortalEnvironment } from './request-variables.ts';
import { dataPolicy, serviceWorkerPolicy } from './security-headers.ts';

const forever = 'public, max-age=31536000, immutable';
/** At the root, so that its scope covers all pages. */
const serviceWorker = /^\/[a-z-]+-worker\.js$/;
const forADay = 'public, max-age=86400';

/** Serves the built files from memory. */
export function serveAssets(assets: Assets): Handler<PortalEnvironment> {
  return (c) => {
    const asset = assets.files.get(c.req.path);
    if (!asset) return c.notFound();
    const encoding = acceptedEncoding(c.req.header('accept-encoding'));
    const packed = encoding === 'br' ? asset.brotli : encoding === 'gzip' ? asset.gzip : undefined;
    c.header('Content-Type', asset.mediaType);
    const isServiceWorker = serviceWorker.test(c.req.path);
    c.header('Cache-Control', asset.immutable ? forever : isServiceWorker ? 'no-cache' : forADay);
    c.header('Content-Security-Policy', isServiceWorker ? serviceWorkerPolicy : dataPolicy);
    if (asset.brotli) c.header('Vary', 'Accept-Encoding');
    if (packed && encoding) c.header('Content-Encoding', encoding);
    return c.body((packed ?? asset.plain) as Buffer<ArrayBuffer>);
  };
}
