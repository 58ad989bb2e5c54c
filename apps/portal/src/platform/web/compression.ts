import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressWithBrotli = promisify(brotliCompress);
const compressWithGzip = promisify(gzip);

/** Bodies smaller than this gain nothing. */
const smallest = 1_024;

export type Encoding = 'br' | 'gzip';

/** The best encoding a client takes; absent: none that we have. */
export function acceptedEncoding(acceptEncoding: string | undefined): Encoding | undefined {
  const quality = qualities(acceptEncoding);
  if (quality('br') > 0 && quality('br') >= quality('gzip')) return 'br';
  return quality('gzip') > 0 ? 'gzip' : undefined;
}

/** Whether gzip will do, though the client may like another better. */
export function takesGzip(acceptEncoding: string | undefined): boolean {
  return qualities(acceptEncoding)('gzip') > 0;
}

function qualities(acceptEncoding = ''): (name: string) => number {
  const offered = new Map<string, number>();
  for (const part of acceptEncoding.toLowerCase().split(',', 16)) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    offered.set(name, quality ? Number(quality.slice(2)) || 0 : 1);
  }
  return (name) => offered.get(name) ?? offered.get('*') ?? 0;
}

/**
 * Compresses a body made for this one answer: quickly rather than tightly, off the main thread.
 * @returns the body itself where it stays as it is
 */
export async function compressBody(body: Buffer, encoding: Encoding | undefined): Promise<Buffer> {
  if (!encoding || body.length < smallest) return body;
  if (encoding === 'gzip') return compressWithGzip(body, { level: 5 });
  return compressWithBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
}
