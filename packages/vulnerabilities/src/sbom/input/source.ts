import { SbomError } from '../sbom-error.ts';

/** A document: all its bytes, or its bytes as they come (a file stream, standard input). */
export type SbomInput = Uint8Array | AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

const sliceBytes = 64 * 1024;
const longestMark = 4;
/** Bytes within which an XML declaration states the encoding. */
const longestDeclaration = 1024;

/**
 * Yields a document piece by piece, checked against the size limit and in UTF-8 without a byte order mark. XML may
 * also be in UTF-16, or in the encoding its declaration names, where the Encoding Standard knows that; nothing else
 * may.
 */
export async function* pieces(input: SbomInput, limit: number): AsyncGenerator<Uint8Array> {
  let decoder: ToUtf8 | undefined;
  let total = 0;
  let head: Uint8Array | undefined = new Uint8Array(0);
  for await (const piece of input instanceof Uint8Array ? slices(input) : input) {
    total += piece.length;
    if (total > limit) throw new SbomError('too-large', '', String(limit));
    if (head === undefined) {
      yield decoder ? decoder.toUtf8(piece) : piece;
      continue;
    }
    head = joined(head, piece);
    if (!isEnough(head)) continue;
    decoder = decoderOf(head);
    yield decoder ? decoder.toUtf8(head) : withoutMark(head);
    head = undefined;
  }
  if (head?.length) {
    decoder = decoderOf(head);
    yield decoder ? decoder.toUtf8(head) : withoutMark(head);
  }
  if (decoder) yield decoder.toUtf8();
}

/** Whether enough of a document has arrived to know its encoding: a declaration must be complete. */
function isEnough(head: Uint8Array): boolean {
  if (head.length < longestMark) return false;
  if (head.length >= longestDeclaration) return true;
  const text = Buffer.from(head).toString('latin1');
  return !'<?xml'.startsWith(text.slice(0, 5)) || text.includes('?>');
}

function decoderOf(head: Uint8Array): ToUtf8 | undefined {
  const encoding = utf16Of(head) ?? declaredOf(head);
  return encoding === undefined ? undefined : new ToUtf8(encoding);
}

/** UTF-16 at the start of XML: a byte order mark followed by `<`, or `<` alone. */
function utf16Of([a, b, c, d]: Uint8Array): string | undefined {
  const isOpening = (high?: number, low?: number) => high === 0 && low === 0x3c;
  if ((a === 0xff && b === 0xfe && isOpening(d, c)) || isOpening(b, a)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff && isOpening(c, d)) || isOpening(a, b)) return 'utf-16be';
  return undefined;
}

/**
 * The encoding an XML declaration in plain characters names; undefined where it is UTF-8. Such a declaration cannot
 * be in UTF-16, so that one which says so is wrong and read as UTF-8.
 * @throws SbomError `encoding` where it is none that is known
 */
function declaredOf(head: Uint8Array): string | undefined {
  const text = Buffer.from(head.subarray(0, longestDeclaration)).toString('latin1');
  const label = /^<\?xml\s[^>]*?\sencoding\s*=\s*["']([^"'>]*)["']/.exec(text)?.[1];
  if (label === undefined) return undefined;
  try {
    const { encoding } = new TextDecoder(label);
    return /^utf-(?:8|16)/.test(encoding) ? undefined : encoding;
  } catch {
    throw new SbomError('encoding', '1:1', label);
  }
}

class ToUtf8 {
  readonly #decoder: InstanceType<typeof TextDecoder>;
  readonly #encoder = new TextEncoder();

  constructor(encoding: string) {
    this.#decoder = new TextDecoder(encoding, { fatal: true });
  }

  toUtf8(piece?: Uint8Array): Uint8Array {
    try {
      return this.#encoder.encode(
        piece ? this.#decoder.decode(piece, { stream: true }) : this.#decoder.decode(),
      );
    } catch {
      const name = this.#decoder.encoding.toUpperCase();
      throw new SbomError('encoding', '', { ja: `${name} として壊れたバイト列`, en: `broken ${name}` });
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
