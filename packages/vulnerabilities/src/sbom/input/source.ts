import { SbomError } from '../sbom-error.ts';

/** A document: all its bytes, or its bytes as they come (a file stream, standard input). */
export type SbomInput = Uint8Array | AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

const sliceBytes = 64 * 1024;
const longestMark = 4;

/** Yields a document piece by piece, checked against the size limit and with a UTF-8 byte order mark taken off. */
export async function* pieces(input: SbomInput, limit: number): AsyncGenerator<Uint8Array> {
  let total = 0;
  let head: Uint8Array | undefined = new Uint8Array(0);
  for await (const piece of input instanceof Uint8Array ? slices(input) : input) {
    total += piece.length;
    if (total > limit) throw new SbomError('too-large', '', String(limit));
    if (head === undefined) {
      yield piece;
      continue;
    }
    head = joined(head, piece);
    if (head.length < longestMark) continue;
    yield withoutMark(head);
    head = undefined;
  }
  if (head?.length) yield withoutMark(head);
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
