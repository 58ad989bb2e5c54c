import { DocumentColumnsBuilder, rowOf } from './documents.ts';
import type { FieldCounts } from './field-counts.ts';
import { PositionReader, PostingsWriter } from './postings.ts';
import type { Schema } from './schema.ts';
import { type Dictionary, MAX_SEGMENT_DOCUMENTS, Segment } from './segment.ts';

/** Number of segments of similar size that are merged. */
const SEGMENTS_PER_TIER = 8;
/** Most postings of a merged segment; larger merges would delay searches. */
const MAX_MERGED_POSTINGS = 16_000_000;

/** Segments to merge now; empty for none. */
export function segmentsToMerge(segments: readonly Segment[]): Segment[] {
  const emptied = segments.filter((segment) => segment.liveCount * 2 < segment.count);
  if (emptied.length > 0) return emptied.slice(0, 1);
  const tiers = Map.groupBy(segments, (segment) => Math.floor(Math.log2(segment.liveCount + 1) / 3));
  for (const [, tier] of [...tiers].sort(([a], [b]) => a - b)) {
    if (tier.length >= SEGMENTS_PER_TIER && fitInOne(tier)) return tier;
  }
  return [];
}

function fitInOne(segments: readonly Segment[]): boolean {
  const documents = segments.reduce((sum, segment) => sum + segment.liveCount, 0);
  const postings = segments.reduce((sum, segment) => sum + segment.postings.docs.length, 0);
  return documents <= MAX_SEGMENT_DOCUMENTS && postings <= MAX_MERGED_POSTINGS;
}

/** One segment with the live documents of several, in order. */
export function mergeSegments(segments: readonly Segment[], schema: Schema, counts: FieldCounts): Segment {
  const documents = new DocumentColumnsBuilder(schema.sortKeys.length);
  const renumbered = segments.map((segment) => {
    const numbers = new Int32Array(segment.count).fill(-1);
    for (let doc = 0; doc < segment.count; doc++) {
      if (segment.live[doc] === 0) continue;
      numbers[doc] = documents.count;
      documents.append(rowOf(segment.documents, doc, schema.fields.length, schema.facets.length));
    }
    return numbers;
  });
  const dictionaries = segments.map((segment) => segment.dictionary);
  const coded = mergeSorted(dictionaries.map((dictionary) => dictionary.coded));
  const words = mergeSorted(dictionaries.map((dictionary) => dictionary.words));
  const unpositioned = mergeSorted(dictionaries.map((dictionary) => dictionary.unpositioned));
  const writer = new PostingsWriter(
    coded.length + words.length + unpositioned.length,
    (length) => counts.array(length),
    segments.reduce((sum, segment) => sum + segment.postings.docs.length, 0),
  );
  const sources = segments.map((segment, i) => new MergeSource(segment, renumbered[i] as Int32Array));
  const dictionary = {
    coded: Float64Array.from(copyTerms(coded, sources, writer, () => 0, true)),
    words: copyTerms(words, sources, writer, ({ coded }) => coded.length, true),
    unpositioned: Float64Array.from(
      copyTerms(unpositioned, sources, writer, ({ coded, words }) => coded.length + words.length, false),
    ),
  };
  const columns = documents.finish();
  return new Segment(dictionary, writer.finish(), columns, new Uint8Array(columns.count).fill(1));
}

/** A term of the merged dictionary, and its place in each of the merged ones (-1 where it is absent). */
interface MergedTerm<T> {
  readonly key: T;
  readonly places: readonly number[];
}

function mergeSorted<T extends number | string>(lists: readonly ArrayLike<T>[]): MergedTerm<T>[] {
  const next = lists.map(() => 0);
  const merged: MergedTerm<T>[] = [];
  for (;;) {
    let key: T | undefined;
    for (const [i, list] of lists.entries()) {
      const candidate = list[next[i] as number];
      if (candidate !== undefined && (key === undefined || candidate < key)) key = candidate;
    }
    if (key === undefined) return merged;
    const places = lists.map((list, i) => {
      const place = next[i] as number;
      if (list[place] !== key) return -1;
      next[i] = place + 1;
      return place;
    });
    merged.push({ key, places });
  }
}

/** Writes the postings of the terms that still have any; returns the keys of those. */
function copyTerms<T>(
  terms: readonly MergedTerm<T>[],
  sources: readonly MergeSource[],
  writer: PostingsWriter,
  base: (dictionary: Dictionary) => number,
  positioned: boolean,
): T[] {
  const kept: T[] = [];
  for (const { key, places } of terms) {
    let copied = 0;
    for (const [i, source] of sources.entries()) {
      const place = places[i] as number;
      if (place >= 0) copied += source.copy(base(source.segment.dictionary) + place, writer, positioned);
    }
    if (copied === 0) continue;
    writer.endTerm();
    kept.push(key);
  }
  return kept;
}

class MergeSource {
  readonly segment: Segment;
  readonly #numbers: Int32Array;
  readonly #reader: PositionReader;

  constructor(segment: Segment, numbers: Int32Array) {
    this.segment = segment;
    this.#numbers = numbers;
    this.#reader = new PositionReader(segment.postings);
  }

  copy(term: number, writer: PostingsWriter, positioned: boolean): number {
    const { starts, docs, counts } = this.segment.postings;
    const end = starts[term + 1] as number;
    let copied = 0;
    for (let posting = starts[term] as number; posting < end; posting++) {
      const doc = this.#numbers[docs[posting] as number] as number;
      if (doc < 0) continue;
      copied++;
      writer.posting(doc, counts[posting] as number);
      if (positioned) this.#copyPositions(posting, writer);
    }
    return copied;
  }

  #copyPositions(posting: number, writer: PostingsWriter): void {
    const count = this.#reader.read(posting);
    let before = 0;
    for (let i = 0; i < count; i++) {
      const position = this.#reader.positions[i] as number;
      writer.position(position - before, i + 1 === count);
      before = position;
    }
  }
}
