import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressWithBrotli = promisify(brotliCompress);
const compressWithGzip = promisify(gzip);

/** Smaller bodies are not worth compressing. */
const smallest = 1_024;

export type Encoding = 'br' | 'gzip';

/** The best supported encoding that a client accepts; undefined: none. */
export function acceptedEncoding(acceptEncoding: string | undefined): Encoding | undefined {
  const quality = qualities(acceptEncoding);
  if (quality('br') > 0 && quality('br') >= quality('gzip')) return 'br';
  return quality('gzip') > 0 ? 'gzip' : undefined;
}

/** Whether the client accepts gzip, even if it prefers another encoding. */
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
 * Compresses a body for a single response: fast rather than small, off the main thread.
 * @returns the body itself if it is not compressed
 */
export async function compressBody(body: Buffer, encoding: Encoding | undefined): Promise<Buffer> {
  if (!encoding || body.length < smallest) return body;
  if (encoding === 'gzip') return compressWithGzip(body, { level: 5 });
  return compressWithBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
}
