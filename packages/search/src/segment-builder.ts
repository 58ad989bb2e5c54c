import { DocumentColumnsBuilder, type DocumentRow, unitsOf } from './documents.ts';
import type { FieldCounts } from './field-counts.ts';
import { Folder } from './fold.ts';
import { KeyTable } from './key-table.ts';
import { PostingsWriter } from './postings.ts';
import { readingTerms } from './readings.ts';
import type { Schema } from './schema.ts';
import { codedKey, MAX_SEGMENT_DOCUMENTS, Segment } from './segment.ts';
import { Family, hasPositions, readTerms, type TermReceiver } from './terms.ts';
import { variantKanji } from './verbatim.ts';

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
  readonly #readings: readonly boolean[];
  readonly #heaviest: number;
  readonly #folder = new Folder();
  #documents: DocumentColumnsBuilder;
  #families: readonly KeyTable[] = [];
  #words = new Map<string, number>();
  /** How many terms with and without positions there are. */
  #terms = 0;
  #unpositioned = 0;
  /** The positioned terms in reading order: term number and position, with where each document starts. */
  #loggedTerms = new Uint32Array(1024);
  #loggedPositions = new Uint32Array(1024);
  #logSize = 0;
  #logStarts: number[] = [0];
  /** The terms without positions of each document, with their packed field counts. */
  #unpositionedTerms = new Uint32Array(1024);
  #unpositionedCounts = new Uint16Array(1024);
  #unpositionedSize = 0;
  #unpositionedStarts: number[] = [0];
  /** Index of each such term's last entry in that log, plus one. */
  #lastLogged = new Uint32Array(1024);
  #field = 0;
  #base = 0;

  constructor(counts: FieldCounts, { sortKeys, readings, weights }: Schema) {
    this.#counts = counts;
    this.#sortKeys = sortKeys.length;
    this.#readings = readings;
    const counted = weights.filter((_, field) => !readings[field]);
    this.#heaviest = counted.indexOf(Math.max(...counted));
    this.#documents = new DocumentColumnsBuilder(sortKeys.length);
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
      const isReadings = this.#readings[field] ?? false;
      this.#field = isReadings ? this.#heaviest : field;
      if (isReadings) for (const term of readingTerms(text)) this.coded(Family.Reading, term, 0);
      else {
        readTerms(folded, this);
        for (const kanji of variantKanji(text)) this.coded(Family.VariantKanji, kanji, 0);
      }
      lengths.push(folded.length);
      this.#base += folded.length + 1;
    }
    this.#endDocument();
    this.#documents.append({ ...document, texts: document.texts.map(unitsOf), lengths });
  }

  coded(family: Family, key: number, at: number): void {
    const table = this.#families[family] as KeyTable;
    if (hasPositions(family)) {
      const number = table.number(key, this.#terms);
      if (number === this.#terms) this.#terms++;
      this.#log(number, at);
    } else {
      const number = table.number(key, this.#unpositioned);
      if (number === this.#unpositioned) this.#unpositioned++;
      this.#logUnpositioned(number);
    }
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
    const coded = sortedTerms(this.#families, true);
    const words = [...this.#words.keys()].sort(byCodeUnit);
    const order = Uint32Array.from([
      ...coded.numbers,
      ...words.map((word) => this.#words.get(word) as number),
    ]);
    const unpositioned = sortedTerms(this.#families, false);
    const writer = new PostingsWriter(
      order.length + unpositioned.numbers.length,
      (length) => this.#counts.array(length),
      this.#logSize + this.#unpositionedSize,
    );
    const documents = this.#documents.finish();
    this.#writePositioned(order, documents.lengths, writer);
    this.#writeUnpositioned(unpositioned.numbers, writer);
    const segment = new Segment(
      { coded: coded.keys, words, unpositioned: unpositioned.keys },
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

  #logUnpositioned(number: number): void {
    if (number >= this.#lastLogged.length) this.#lastLogged = doubled(this.#lastLogged);
    const last = (this.#lastLogged[number] as number) - 1;
    const size = this.#unpositionedSize;
    if (last >= (this.#unpositionedStarts.at(-1) as number)) {
      this.#unpositionedCounts[last] = this.#counts.increment(
        this.#unpositionedCounts[last] as number,
        this.#field,
      );
      return;
    }
    if (size === this.#unpositionedTerms.length) {
      this.#unpositionedTerms = doubled(this.#unpositionedTerms);
      this.#unpositionedCounts = doubled(this.#unpositionedCounts);
    }
    this.#unpositionedTerms[size] = number;
    this.#unpositionedCounts[size] = this.#counts.increment(0, this.#field);
    this.#lastLogged[number] = size + 1;
    this.#unpositionedSize = size + 1;
  }

  #endDocument(): void {
    this.#logStarts.push(this.#logSize);
    this.#unpositionedStarts.push(this.#unpositionedSize);
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

  #writeUnpositioned(order: Uint32Array, writer: PostingsWriter): void {
    const size = this.#unpositionedSize;
    const next = startsByTerm(this.#unpositionedTerms, size, order, this.#unpositioned);
    const docs = new Uint16Array(size);
    const counts = new Uint16Array(size);
    for (let doc = 0; doc + 1 < this.#unpositionedStarts.length; doc++) {
      const end = this.#unpositionedStarts[doc + 1] as number;
      for (let i = this.#unpositionedStarts[doc] as number; i < end; i++) {
        const term = this.#unpositionedTerms[i] as number;
        const at = next[term] as number;
        next[term] = at + 1;
        docs[at] = doc;
        counts[at] = this.#unpositionedCounts[i] as number;
      }
    }
    let at = 0;
    for (const term of order) {
      for (; at < (next[term] as number); at++) writer.posting(docs[at] as number, counts[at] as number);
      writer.endTerm();
    }
  }

  #clear(): void {
    this.#documents = new DocumentColumnsBuilder(this.#sortKeys);
    this.#families = Object.values(Family).map(() => new KeyTable());
    this.#words = new Map();
    this.#terms = 0;
    this.#logSize = 0;
    this.#logStarts = [0];
    this.#unpositioned = 0;
    this.#unpositionedSize = 0;
    this.#unpositionedStarts = [0];
    this.#lastLogged.fill(0);
  }
}

/** The keys of the families with or without positions, ascending, and the numbers of their terms. */
function sortedTerms(
  families: readonly KeyTable[],
  positioned: boolean,
): { keys: Float64Array; numbers: Uint32Array } {
  const numberOf = new Map<number, number>();
  for (const family of Object.values(Family)) {
    if (hasPositions(family) !== positioned) continue;
    for (const [key, number] of (families[family] as KeyTable).entries())
      numberOf.set(codedKey(family, key), number);
  }
  const keys = Float64Array.from(numberOf.keys()).sort();
  return { keys, numbers: Uint32Array.from(keys, (key) => numberOf.get(key) as number) };
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

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function doubled<T extends Uint32Array | Uint16Array>(array: T): T {
  const wider = new (array.constructor as new (length: number) => T)(array.length * 2);
  wider.set(array);
  return wider;
}
