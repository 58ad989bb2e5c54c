import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { acceptedEncoding, compressBody, type Encoding } from './compression.ts';
import type { PortalEnvironment } from './request-variables.ts';
import { dataPolicy } from './security-headers.ts';

/** Seconds for which open data may be cached before revalidation. */
const maxAge = 60;

/** Data to send, with its compressed forms cached while the data is unchanged. */
export class DataBody {
  readonly etag: string;
  readonly #bytes: Buffer;
  readonly #packed = new Map<Encoding, Promise<Buffer>>();

  constructor(text: string) {
    this.#bytes = Buffer.from(text);
    this.etag = `W/"${createHash('sha256').update(this.#bytes).digest('base64url').slice(0, 22)}"`;
  }

  /** @returns the bytes and their encoding; without encoding if the data is too small to compress */
  async bytes(wanted: Encoding | undefined): Promise<{ bytes: Buffer; encoding?: Encoding }> {
    if (!wanted) return { bytes: this.#bytes };
    const packing = this.#packed.get(wanted) ?? compressBody(this.#bytes, wanted);
    this.#packed.set(wanted, packing);
    const bytes = await packing;
    return bytes === this.#bytes ? { bytes } : { bytes, encoding: wanted };
  }
}

/**
 * Sends public, cacheable data: with an ETag, compressed, and readable by other sites' scripts.
 * @param mediaType  with its charset if it is text
 */
export async function sendData(
  c: Context<PortalEnvironment>,
  data: string | DataBody,
  mediaType: string,
): Promise<Response> {
  const body = typeof data === 'string' ? new DataBody(data) : data;
  c.header('ETag', body.etag);
  c.header('Cache-Control', `public, max-age=${maxAge}, stale-while-revalidate=600`);
  c.header('Vary', 'Accept-Encoding');
  c.header('Access-Control-Allow-Origin', '*');
  c.header('Content-Security-Policy', dataPolicy);
  if (matches(c.req.header('if-none-match'), body.etag)) return c.body(null, 304);
  const { bytes, encoding } = await body.bytes(acceptedEncoding(c.req.header('accept-encoding')));
  c.header('Content-Type', mediaType);
  if (encoding) c.header('Content-Encoding', encoding);
  return c.body(bytes as Uint8Array<ArrayBuffer>);
}

function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false;
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '');
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((tag) => opaque(tag) === opaque(etag));
}
