import { DocumentColumnsBuilder, type DocumentRow, unitsOf } from './documents.ts';
import type { FieldCounts } from './field-counts.ts';
import { Folder } from './fold.ts';
import { KeyTable } from './key-table.ts';
import { PostingsWriter } from './postings.ts';
import { codedKey, MAX_SEGMENT_DOCUMENTS, Segment } from './segment.ts';
import { Family, readTerms, type TermReceiver } from './terms.ts';

/** A segment is closed at this many logged terms, to bound the memory that building needs. */
const MAX_LOGGED_TERMS = 4_000_000;

/** A document ready to be indexed: everything but its terms, with texts still as strings. */
export interface PreparedDocument extends Omit<DocumentRow, 'texts' | 'lengths'> {
  readonly texts: readonly string[];
}

/** Collects documents and turns them into a segment. One builder makes one segment after another. */
export class SegmentBuilder implements TermReceiver {
  readonly #counts: FieldCounts;
  readonly #sortKeys: number;
  readonly #folder = new Folder();
  #documents: DocumentColumnsBuilder;
  #families: readonly KeyTable[] = [];
  #words = new Map<string, number>();
  #terms = 0;
  /** The positioned terms in reading order: term number and position, with where each document starts. */
  #loggedTerms = new Uint32Array(1024);
  #loggedPositions = new Uint32Array(1024);
  #logSize = 0;
  #logStarts: number[] = [0];
  /** The characters of each document with their packed field counts. */
  #loggedCharacters = new Uint16Array(1024);
  #loggedCounts = new Uint16Array(1024);
  #characterLogSize = 0;
  #characterLogStarts: number[] = [0];
  /** Packed counts of the characters of the document being read. */
  readonly #characterCounts = new Uint16Array(0x10000);
  #characters: number[] = [];
  #field = 0;
  #base = 0;

  constructor(counts: FieldCounts, sortKeys: number) {
    this.#counts = counts;
    this.#sortKeys = sortKeys;
    this.#documents = new DocumentColumnsBuilder(sortKeys);
    this.#clear();
  }

  get count(): number {
    return this.#documents.count;
  }

  get isFull(): boolean {
    return this.count === MAX_SEGMENT_DOCUMENTS || this.#logSize >= MAX_LOGGED_TERMS;
  }

  add(document: PreparedDocument): void {
    const lengths: number[] = [];
    this.#base = 0;
    for (const [field, text] of document.texts.entries()) {
      const folded = this.#folder.fold(text);
      this.#field = field;
      readTerms(folded, this);
      lengths.push(folded.length);
      this.#base += folded.length + 1;
    }
    this.#endDocument();
    this.#documents.append({ ...document, texts: document.texts.map(unitsOf), lengths });
  }

  coded(family: Family, key: number, at: number): void {
    if (family === Family.Character) {
      const counts = this.#characterCounts[key] as number;
      if (counts === 0) this.#characters.push(key);
      this.#characterCounts[key] = this.#counts.increment(counts, this.#field);
      return;
    }
    const number = (this.#families[family] as KeyTable).number(key, this.#terms);
    if (number === this.#terms) this.#terms++;
    this.#log(number, at);
  }

  word(text: string, at: number): void {
    let number = this.#words.get(text);
    if (number === undefined) {
      number = this.#terms++;
      this.#words.set(text, number);
    }
    this.#log(number, at);
  }

  /** The segment of all documents added since the last one; the builder is empty afterwards. */
  finish(): Segment {
    const coded = this.#sortedCodedTerms();
    const words = [...this.#words.keys()].sort(byCodeUnit);
    const order = Uint32Array.from([
      ...coded.numbers,
      ...words.map((word) => this.#words.get(word) as number),
    ]);
    const characters = this.#usedCharacters();
    const writer = new PostingsWriter(
      order.length + characters.length,
      (length) => this.#counts.array(length),
      this.#logSize + this.#characterLogSize,
    );
    const documents = this.#documents.finish();
    this.#writePositioned(order, documents.lengths, writer);
    this.#writeCharacters(characters, writer);
    const segment = new Segment(
      { coded: coded.keys, words, characters },
      writer.finish(),
      documents,
      new Uint8Array(documents.count).fill(1),
    );
    this.#clear();
    return segment;
  }

  #log(number: number, at: number): void {
    const size = this.#logSize;
    if (size === this.#loggedTerms.length) {
      this.#loggedTerms = doubled(this.#loggedTerms);
      this.#loggedPositions = doubled(this.#loggedPositions);
    }
    this.#loggedTerms[size] = number;
    this.#loggedPositions[size] = this.#base + at;
    this.#logSize = size + 1;
  }

  #endDocument(): void {
    this.#logStarts.push(this.#logSize);
    for (const character of this.#characters) {
      const size = this.#characterLogSize;
      if (size === this.#loggedCharacters.length) {
        this.#loggedCharacters = doubled(this.#loggedCharacters);
        this.#loggedCounts = doubled(this.#loggedCounts);
      }
      this.#loggedCharacters[size] = character;
      this.#loggedCounts[size] = this.#characterCounts[character] as number;
      this.#characterLogSize = size + 1;
      this.#characterCounts[character] = 0;
    }
    this.#characters.length = 0;
    this.#characterLogStarts.push(this.#characterLogSize);
  }

  #sortedCodedTerms(): { keys: Float64Array; numbers: number[] } {
    const numberOf = new Map<number, number>();
    for (const [family, table] of this.#families.entries()) {
      for (const [key, number] of table.entries()) numberOf.set(codedKey(family as Family, key), number);
    }
    const keys = Float64Array.from(numberOf.keys()).sort();
    return { keys, numbers: Array.from(keys, (key) => numberOf.get(key) as number) };
  }

  #usedCharacters(): Uint16Array {
    const used = new Uint8Array(0x10000);
    for (let i = 0; i < this.#characterLogSize; i++) used[this.#loggedCharacters[i] as number] = 1;
    const characters: number[] = [];
    for (let unit = 0; unit < used.length; unit++) if (used[unit] === 1) characters.push(unit);
    return Uint16Array.from(characters);
  }

  /** Sorts the log by term (a counting sort keeps documents and positions in order) and writes it out. */
  #writePositioned(order: Uint32Array, lengths: Uint32Array, writer: PostingsWriter): void {
    const next = startsByTerm(this.#loggedTerms, this.#logSize, order, this.#terms);
    const docs = new Uint16Array(this.#logSize);
    const positions = new Uint32Array(this.#logSize);
    for (let doc = 0; doc + 1 < this.#logStarts.length; doc++) {
      const end = this.#logStarts[doc + 1] as number;
      for (let i = this.#logStarts[doc] as number; i < end; i++) {
        const term = this.#loggedTerms[i] as number;
        const at = next[term] as number;
        next[term] = at + 1;
        docs[at] = doc;
        positions[at] = this.#loggedPositions[i] as number;
      }
    }
    let at = 0;
    for (const term of order) {
      const end = next[term] as number;
      while (at < end) at = this.#writePosting(docs, positions, at, end, lengths, writer);
      writer.endTerm();
    }
  }

  #writePosting(
    docs: Uint16Array,
    positions: Uint32Array,
    start: number,
    termEnd: number,
    lengths: Uint32Array,
    writer: PostingsWriter,
  ): number {
    const doc = docs[start] as number;
    const fields = this.#counts.fields;
    let field = 0;
    let fieldEnd = (lengths[doc * fields] as number) + 1;
    let counts = 0;
    let end = start;
    while (end < termEnd && docs[end] === doc) {
      while ((positions[end] as number) >= fieldEnd)
        fieldEnd += (lengths[doc * fields + ++field] as number) + 1;
      counts = this.#counts.increment(counts, field);
      end++;
    }
    writer.posting(doc, counts);
    let before = 0;
    for (let i = start; i < end; i++) {
      writer.position((positions[i] as number) - before, i + 1 === end);
      before = positions[i] as number;
    }
    return end;
  }

  #writeCharacters(characters: Uint16Array, writer: PostingsWriter): void {
    const size = this.#characterLogSize;
    const next = startsByTerm(this.#loggedCharacters, size, characters, 0x10000);
    const docs = new Uint16Array(size);
    const counts = new Uint16Array(size);
    for (let doc = 0; doc + 1 < this.#characterLogStarts.length; doc++) {
      const end = this.#characterLogStarts[doc + 1] as number;
      for (let i = this.#characterLogStarts[doc] as number; i < end; i++) {
        const character = this.#loggedCharacters[i] as number;
        const at = next[character] as number;
        next[character] = at + 1;
        docs[at] = doc;
        counts[at] = this.#loggedCounts[i] as number;
      }
    }
    let at = 0;
    for (const character of characters) {
      for (; at < (next[character] as number); at++) writer.posting(docs[at] as number, counts[at] as number);
      writer.endTerm();
    }
  }

  #clear(): void {
    this.#documents = new DocumentColumnsBuilder(this.#sortKeys);
    this.#families = [new KeyTable(), new KeyTable(), new KeyTable()];
    this.#words = new Map();
    this.#terms = 0;
    this.#logSize = 0;
    this.#logStarts = [0];
    this.#characterLogSize = 0;
    this.#characterLogStarts = [0];
  }
}

/** Where the entries of each term start once the log is sorted in the given order of terms. */
function startsByTerm(
  log: Uint32Array | Uint16Array,
  size: number,
  order: Uint32Array | Uint16Array,
  terms: number,
): Uint32Array {
  const starts = new Uint32Array(terms);
  for (let i = 0; i < size; i++) starts[log[i] as number] = (starts[log[i] as number] as number) + 1;
  let sum = 0;
  for (const term of order) {
    const count = starts[term] as number;
    starts[term] = sum;
    sum += count;
  }
  return starts;
}

export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function doubled<T extends Uint32Array | Uint16Array>(array: T): T {
  const wider = new (array.constructor as new (length: number) => T)(array.length * 2);
  wider.set(array);
  return wider;
}
