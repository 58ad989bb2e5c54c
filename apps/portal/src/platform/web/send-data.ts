import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { acceptedEncoding, compressBody, type Encoding } from './compression.ts';
import type { PortalEnvironment } from './request-variables.ts';
import { dataPolicy } from './security-headers.ts';

/** Seconds that open data may be kept before asking again whether it changed. */
const maxAge = 60;

/** Data as it is sent: what is made for one answer serves for all others while the data stays the same. */
export class DataBody {
  readonly etag: string;
  readonly #bytes: Buffer;
  readonly #packed = new Map<Encoding, Promise<Buffer>>();

  constructor(text: string) {
    this.#bytes = Buffer.from(text);
    this.etag = `W/"${createHash('sha256').update(this.#bytes).digest('base64url').slice(0, 22)}"`;
  }

  /** @returns with the encoding they are in; none where the data is too small to gain by it */
  async bytes(wanted: Encoding | undefined): Promise<{ bytes: Buffer; encoding?: Encoding }> {
    if (!wanted) return { bytes: this.#bytes };
    const packing = this.#packed.get(wanted) ?? compressBody(this.#bytes, wanted);
    this.#packed.set(wanted, packing);
    const bytes = await packing;
    return bytes === this.#bytes ? { bytes } : { bytes, encoding: wanted };
  }
}

/**
 * Sends data that anybody may read and keep: with an ETag, compressed, open to scripts of other sites.
 * @param mediaType  with its charset where it is text
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
