import { byte } from '../json/json-bytes.ts';
import { JsonStream } from '../json/json-stream.ts';
import { isObject, type JsonObject, type JsonValue, textAt } from '../json/json-value.ts';
import { unverifiedSignature } from '../problem.ts';
import type { ReadLimits } from '../sbom.ts';
import { SbomError } from '../sbom-error.ts';
import type { Warnings } from '../warnings.ts';
import { pieces } from './source.ts';

const NOT_A_LIST = () => false;
const longestName = 200;

/** Documents within documents that are opened: an envelope, its statement, the document, and one to spare. */
export const maxWrappers = 4;

/** Maximum nesting depth of the object that is the document. */
export const deepestWrapper = 4;

/** A document within another one. */
export interface Wrapped {
  format: 'wrapped';
  /** Names that lead to it. */
  path: readonly string[];
  /** Whether it is an object there, or a text that holds it, as it is or in base64. */
  as: 'object' | 'text' | 'base64';
  /** Whether it has signatures. */
  isSigned: boolean;
}

/** The names that lead to an object that is such a document; null where there is none. */
function pathTo(isDocument: DocumentTest, root: JsonObject, depth: number): string[] | null {
  for (const [name, value] of Object.entries(root)) {
    if (!isObject(value)) continue;
    if (isDocument(value)) return [name];
    const path = depth > 1 ? pathTo(isDocument, value, depth - 1) : null;
    if (path) return [name, ...path];
  }
  return null;
}

/** Whether an object is plainly a document of the kind that is looked for. */
export type DocumentTest = (value: JsonObject) => boolean;

/**
 * The document in what services and tools put around one: GitHub (`sbom`), in-toto statements (`predicate`, with older
 * cosign `predicate.Data`), and the envelopes of DSSE and Sigstore.
 */
export function wrappedIn(root: JsonObject, isDocument: DocumentTest): Wrapped | undefined {
  for (const path of [['payload'], ['dsseEnvelope', 'payload']]) {
    const [holder, name] = path.length === 1 ? [root, path[0]] : [root.dsseEnvelope, path[1]];
    const payload = textAt(holder, name as string);
    if (payload !== undefined && (textAt(holder, 'payloadType') !== undefined || path.length > 1)) {
      return { format: 'wrapped', path, as: 'base64', isSigned: true };
    }
  }
  const inner = pathTo(isDocument, root, deepestWrapper);
  if (inner) return { format: 'wrapped', path: inner, as: 'object', isSigned: false };
  const { predicate } = root;
  const path = typeof predicate === 'string' ? ['predicate'] : ['predicate', 'Data'];
  const text = typeof predicate === 'string' ? predicate : textAt(predicate, 'Data');
  return text === undefined ? undefined : { format: 'wrapped', path, as: 'text', isSigned: false };
}

/** The pieces of a document within another one; that a signature beside it was not verified is noted. */
export async function unwrapped(
  { path, as, isSigned }: Wrapped,
  document: AsyncIterable<Uint8Array>,
  limits: ReadLimits,
  warnings: Warnings,
): Promise<AsyncGenerator<Uint8Array>> {
  if (isSigned) warnings.unread(unverifiedSignature(), `/${path.join('/')}`);
  if (as === 'object') return objectAt(document, path);
  const text = await textInside(document, path, limits);
  return pieces(Buffer.from(text, as === 'base64' ? 'base64' : 'utf8'), limits.bytes);
}

/**
 * The object at a path of names in a JSON document, with everything around it blanked: what reads it finds it at the
 * lines and columns where it stands. The document streams through; only the object itself is judged by who reads it.
 */
async function* objectAt(
  source: AsyncIterable<Uint8Array>,
  path: readonly string[],
): AsyncGenerator<Uint8Array> {
  const scanner = new PathScanner(path);
  for await (const piece of source) yield scanner.blanked(piece);
}

class PathScanner {
  readonly #path: readonly string[];
  /** of the containers open, whether each is an object */
  readonly #open: boolean[] = [];
  /** how many names of the path lead to where the scanner is */
  #followed = 0;
  #isKey = false;
  #inString = false;
  #isEscaped = false;
  #name: number[] = [];
  #lastName = '';
  #isInside = false;

  constructor(path: readonly string[]) {
    this.#path = path;
  }

  blanked(piece: Uint8Array): Uint8Array {
    const blank = Buffer.alloc(piece.length, byte.space);
    for (let at = 0; at < piece.length; at++) {
      const c = piece[at] as number;
      const wasInside = this.#isInside;
      this.#take(c);
      if (wasInside || this.#isInside || c === byte.lineFeed) blank[at] = c;
    }
    return blank;
  }

  #take(c: number): void {
    if (this.#inString) this.#takeOfString(c);
    else if (c === byte.quote) {
      this.#inString = true;
      this.#name = [];
    } else if (c === byte.openBrace || c === byte.openBracket) this.#enter(c === byte.openBrace);
    else if (c === byte.closeBrace || c === byte.closeBracket) this.#leave();
    else if (c === byte.comma) this.#isKey = this.#open.at(-1) ?? false;
    else if (c === byte.colon) this.#isKey = false;
  }

  #takeOfString(c: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (c === byte.backslash) this.#isEscaped = true;
    else if (c === byte.quote) {
      this.#inString = false;
      if (this.#isKey) this.#lastName = Buffer.from(this.#name).toString('utf8');
      return;
    }
    if (this.#isKey && this.#name.length < longestName) this.#name.push(c);
  }

  #enter(isObject: boolean): void {
    const isNext =
      isObject && this.#open.length === this.#followed + 1 && this.#lastName === this.#path[this.#followed];
    if (isNext && this.#followed < this.#path.length) {
      this.#followed++;
      this.#isInside ||= this.#followed === this.#path.length;
    }
    this.#open.push(isObject);
    this.#isKey = isObject;
  }

  #leave(): void {
    this.#open.pop();
    if (this.#isInside && this.#open.length === this.#path.length) {
      this.#isInside = false;
      this.#followed = Number.POSITIVE_INFINITY;
    }
  }
}

/**
 * The text at a path of names in a JSON document.
 * @throws SbomError `too-large` where it is longer than one part of a document may be
 */
async function textInside(
  source: AsyncIterable<Uint8Array>,
  path: readonly string[],
  limits: ReadLimits,
): Promise<string> {
  const stream = new JsonStream(limits, NOT_A_LIST, () => undefined);
  for await (const piece of source) stream.push(piece);
  let value: JsonValue | undefined = stream.end();
  for (const name of path) value = isObject(value) ? value[name] : undefined;
  if (typeof value !== 'string') throw new SbomError('unknown-format', '');
  return value;
}
