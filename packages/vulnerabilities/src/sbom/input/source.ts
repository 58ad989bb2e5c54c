import { SbomError } from '../sbom-error.ts';

/** A document: all its bytes, or its bytes as they come (a file stream, standard input). */
export type SbomInput = Uint8Array | AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

const sliceBytes = 64 * 1024;
const longestMark = 4;

/**
 * Yields a document piece by piece, checked against the size limit and in UTF-8 without a byte order mark: XML may
 * also be in UTF-16, which every XML processor must read, and nothing else may.
 */
export async function* pieces(input: SbomInput, limit: number): AsyncGenerator<Uint8Array> {
  let inUtf16: Utf16 | undefined;
  let total = 0;
  let head: Uint8Array | undefined = new Uint8Array(0);
  for await (const piece of input instanceof Uint8Array ? slices(input) : input) {
    total += piece.length;
    if (total > limit) throw new SbomError('too-large', '', String(limit));
    if (head === undefined) {
      yield inUtf16 ? inUtf16.toUtf8(piece) : piece;
      continue;
    }
    head = joined(head, piece);
    if (head.length < longestMark) continue;
    inUtf16 = utf16Of(head);
    yield inUtf16 ? inUtf16.toUtf8(head) : withoutMark(head);
    head = undefined;
  }
  if (head?.length) yield withoutMark(head);
  if (inUtf16) yield inUtf16.toUtf8();
}

/** UTF-16 that begins XML: by its mark and a `<` after it, or by a `<` alone. */
function utf16Of([a, b, c, d]: Uint8Array): Utf16 | undefined {
  const isOpening = (high?: number, low?: number) => high === 0 && low === 0x3c;
  if ((a === 0xff && b === 0xfe && isOpening(d, c)) || isOpening(b, a)) return new Utf16('utf-16le');
  if ((a === 0xfe && b === 0xff && isOpening(c, d)) || isOpening(a, b)) return new Utf16('utf-16be');
  return undefined;
}

class Utf16 {
  readonly #decoder: InstanceType<typeof TextDecoder>;
  readonly #encoder = new TextEncoder();

  constructor(encoding: 'utf-16le' | 'utf-16be') {
    this.#decoder = new TextDecoder(encoding, { fatal: true });
  }

  toUtf8(piece?: Uint8Array): Uint8Array {
    try {
      return this.#encoder.encode(
        piece ? this.#decoder.decode(piece, { stream: true }) : this.#decoder.decode(),
      );
    } catch {
      throw new SbomError('encoding', '', { ja: 'UTF-16 として壊れたバイト列', en: 'broken UTF-16' });
    }
  }
}

function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += sliceBytes) yield bytes.subarray(at, at + sliceBytes);
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return bytes.subarray(3);
  if (a === 0xff && b === 0xfe)
    throw new SbomError('encoding', '1:1', c === 0 && d === 0 ? 'UTF-32' : 'UTF-16');
  if (a === 0xfe && b === 0xff) throw new SbomError('encoding', '1:1', 'UTF-16');
  if (a === 0 || b === 0) throw new SbomError('encoding', '1:1', 'UTF-16 / UTF-32');
  return bytes;
}
