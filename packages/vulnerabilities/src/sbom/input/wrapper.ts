import { byte } from '../json/json-bytes.ts';
import { JsonStream } from '../json/json-stream.ts';
import { isObject, type JsonValue } from '../json/json-value.ts';
import type { ReadLimits } from '../sbom.ts';
import { SbomError } from '../sbom-error.ts';

const NOT_A_LIST = () => false;
const longestName = 200;

/**
 * The object at a path of names in a JSON document, with everything around it blanked: what reads it finds it at the
 * lines and columns where it stands. The document streams through; only the object itself is judged by who reads it.
 */
export async function* objectAt(
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
export async function textInside(
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
