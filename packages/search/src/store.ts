import { textOf } from './documents.ts';
import { FacetValues } from './facets.ts';
import { FieldCounts } from './field-counts.ts';
import { Folder } from './fold.ts';
import { mergeSegments, segmentsToMerge } from './merge.ts';
import { Statistics } from './rank.ts';
import type { Schema, SearchDocument } from './schema.ts';
import type { Segment } from './segment.ts';
import { type PreparedDocument, SegmentBuilder } from './segment-builder.ts';
import { Vocabulary } from './vocabulary.ts';

interface Location {
  readonly segment: Segment;
  readonly doc: number;
}

/** The documents of an index in segments, with the sums and word lists kept over all of them. */
export class DocumentStore {
  readonly schema: Schema;
  readonly counts: FieldCounts;
  readonly statistics: Statistics;
  readonly facetValues: FacetValues;
  readonly vocabulary = new Vocabulary();
  segments: readonly Segment[] = [];
  readonly #locations = new Map<string, Location>();
  readonly #folder = new Folder();

  constructor(schema: Schema, facetValues: readonly (readonly string[])[] = schema.facets.map(() => [])) {
    this.schema = schema;
    this.counts = new FieldCounts(schema.fields.length);
    this.statistics = new Statistics(schema.fields.length);
    this.facetValues = new FacetValues(schema.facets, facetValues);
  }

  get size(): number {
    return this.#locations.size;
  }

  add(documents: Iterable<SearchDocument>): void {
    const builder = new SegmentBuilder(this.counts, this.schema.sortKeys.length);
    const added = new Set<string>();
    const close = () => {
      if (builder.count > 0) this.open(builder.finish());
      added.clear();
    };
    for (const document of documents) {
      // A document that comes twice replaces itself, which only a closed segment allows.
      if (builder.isFull || added.has(document.id)) close();
      this.#forget(document.id);
      added.add(document.id);
      builder.add(this.#prepare(document));
      this.#countWords(
        this.schema.fields.map((field) => document.fields[field] ?? ''),
        1,
      );
    }
    close();
    this.#merge();
  }

  remove(ids: Iterable<string>): void {
    for (const id of ids) this.#forget(id);
    this.#merge();
  }

  /** Takes a segment in; its words are counted by `add`, or come with a snapshot. */
  open(segment: Segment): void {
    this.segments = [...this.segments, segment];
    for (let doc = 0; doc < segment.count; doc++) {
      if (segment.live[doc] === 0) continue;
      this.#locations.set(segment.documents.ids[doc] as string, { segment, doc });
      this.statistics.add(segment, doc, 1);
    }
  }

  #prepare(document: SearchDocument): PreparedDocument {
    const { fields, facets, sortKeys } = this.schema;
    return {
      id: document.id,
      texts: fields.map((field) => document.fields[field] ?? ''),
      boost: document.boost ?? 1,
      sortValues: sortKeys.map((key) => document.sortKeys?.[key] ?? null),
      facets: facets.map((name, facet) => {
        const values = document.facets?.[name] ?? [];
        const list = typeof values === 'string' ? [values] : [...new Set(values)];
        return list.map((value) => this.facetValues.intern(facet, value));
      }),
    };
  }

  #forget(id: string): void {
    const location = this.#locations.get(id);
    if (!location) return;
    const { segment, doc } = location;
    const fields = this.schema.fields.length;
    this.#countWords(
      this.schema.fields.map((_, field) => textOf(segment.documents, doc * fields + field)),
      -1,
    );
    this.statistics.add(segment, doc, -1);
    segment.remove(doc);
    this.#locations.delete(id);
  }

  #countWords(texts: readonly string[], sign: 1 | -1): void {
    const { weights } = this.schema;
    const heaviest = Math.max(...weights);
    for (const [field, text] of texts.entries()) {
      this.vocabulary.count(text, this.#folder.fold(text), weights[field] === heaviest, sign);
    }
  }

  #merge(): void {
    for (;;) {
      const merging = segmentsToMerge(this.segments);
      if (merging.length === 0) return;
      const merged = mergeSegments(merging, this.schema, this.counts);
      this.segments = this.segments.filter((segment) => !merging.includes(segment));
      if (merged.count === 0) continue;
      this.segments = [...this.segments, merged];
      for (let doc = 0; doc < merged.count; doc++) {
        this.#locations.set(merged.documents.ids[doc] as string, { segment: merged, doc });
      }
    }
  }
}
