import type { DocumentColumns } from './documents.ts';
import type { Postings } from './postings.ts';
import { Family, hasPositions } from './terms.ts';

/** At most this many documents share a segment, so that a posting needs only 16 bits for its document. */
export const MAX_SEGMENT_DOCUMENTS = 0x10000;

const FIRST_HIRAGANA = 'ぁ'.charCodeAt(0);
const LAST_HIRAGANA = 'ゖ'.charCodeAt(0);

/** The terms of a segment; a term's number is its place in `coded`, then `words`, then `unpositioned`. */
export interface Dictionary {
  /** Keys of the families with positions, as `codedKey` makes them, ascending. */
  readonly coded: Float64Array;
  /** Ascending by code unit. */
  readonly words: readonly string[];
  /** Keys of the families without positions, ascending. */
  readonly unpositioned: Float64Array;
}

/** An immutable part of the index; deleted documents are only marked. */
export class Segment {
  readonly dictionary: Dictionary;
  readonly postings: Postings;
  readonly documents: DocumentColumns;
  /** 1 for a live document, 0 for a deleted one. */
  readonly live: Uint8Array;
  liveCount: number;
  /** For each field and document, weight over length norm; see rank.ts. */
  norms: { readonly version: number; readonly values: Float32Array } = {
    version: -1,
    values: new Float32Array(0),
  };

  constructor(dictionary: Dictionary, postings: Postings, documents: DocumentColumns, live: Uint8Array) {
    this.dictionary = dictionary;
    this.postings = postings;
    this.documents = documents;
    this.live = live;
    this.liveCount = live.reduce((sum, flag) => sum + flag, 0);
  }

  get count(): number {
    return this.documents.count;
  }

  remove(doc: number): void {
    if (this.live[doc] === 1) this.liveCount--;
    this.live[doc] = 0;
  }

  /** The number of a term of a coded family, or -1. */
  codedTerm(family: Family, key: number): number {
    const { coded, words, unpositioned } = this.dictionary;
    const sought = codedKey(family, key);
    if (hasPositions(family)) return placeIn(coded, sought);
    const place = placeIn(unpositioned, sought);
    return place < 0 ? -1 : coded.length + words.length + place;
  }

  wordTerm(word: string): number {
    const { coded, words } = this.dictionary;
    const place = placeIn(words, word);
    return place < 0 ? -1 : coded.length + place;
  }

  /** The numbers `[from, to)` of the pairs of a unit and any hiragana. */
  pairsWithHiragana(unit: number): [from: number, to: number] {
    const { coded } = this.dictionary;
    const from = firstNotBelow(coded, codedKey(Family.Pair, unit * 0x10000 + FIRST_HIRAGANA));
    return [from, firstNotBelow(coded, codedKey(Family.Pair, unit * 0x10000 + LAST_HIRAGANA) + 1)];
  }

  /** The numbers `[from, to)` of the words that begin with `prefix`. */
  wordsBeginningWith(prefix: string): [from: number, to: number] {
    const { coded, words } = this.dictionary;
    const from = firstNotBelow(words, prefix);
    const to = firstNotBelow(words, `${prefix}\uffff`);
    return [coded.length + from, coded.length + to];
  }

  hasPositions(term: number): boolean {
    return term < this.dictionary.coded.length + this.dictionary.words.length;
  }

  /** How many documents hold the term, deleted ones included. */
  documentFrequency(term: number): number {
    const { starts } = this.postings;
    return term < 0 ? 0 : (starts[term + 1] as number) - (starts[term] as number);
  }
}

/** A coded term as one sortable number. */
export function codedKey(family: Family, key: number): number {
  return family * 0x100000000 + key;
}

function placeIn<T extends number | string>(sorted: ArrayLike<T>, sought: T): number {
  const place = firstNotBelow(sorted, sought);
  return sorted[place] === sought ? place : -1;
}

function firstNotBelow<T extends number | string>(sorted: ArrayLike<T>, sought: T): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as T) < sought) low = middle + 1;
    else high = middle;
  }
  return low;
}
