import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { acceptedEncoding, compressBody } from './compression.ts';
import type { PortalEnvironment } from './request-variables.ts';

/** Seconds that open data may be kept before asking again whether it changed. */
const maxAge = 60;

/**
 * Sends data that anybody may read and keep: with an ETag, compressed, open to scripts of other sites.
 * @param mediaType  with its charset where it is text
 */
export async function sendData(
  c: Context<PortalEnvironment>,
  body: string,
  mediaType: string,
): Promise<Response> {
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  c.header('ETag', etag);
  c.header('Cache-Control', `public, max-age=${maxAge}, stale-while-revalidate=600`);
  c.header('Vary', 'Accept-Encoding');
  c.header('Access-Control-Allow-Origin', '*');
  if (matches(c.req.header('if-none-match'), etag)) return c.body(null, 304);
  const encoding = acceptedEncoding(c.req.header('accept-encoding'));
  const bytes = Buffer.from(body);
  const packed = await compressBody(bytes, encoding);
  c.header('Content-Type', mediaType);
  if (encoding && packed !== bytes) c.header('Content-Encoding', encoding);
  return c.body(packed as Uint8Array<ArrayBuffer>);
}

function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false;
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '');
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((tag) => opaque(tag) === opaque(etag));
}
