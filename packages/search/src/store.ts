import { rowOf, textOf } from './documents.ts';
import { FacetValues } from './facets.ts';
import { FieldCounts } from './field-counts.ts';
import { Folder, stringOf } from './fold.ts';
import { mergeSegments, segmentsToMerge } from './merge.ts';
import { Statistics } from './rank.ts';
import type { DocumentChange, Schema, SearchDocument } from './schema.ts';
import type { Segment } from './segment.ts';
import { type PreparedDocument, SegmentBuilder } from './segment-builder.ts';
import { Vocabulary } from './vocabulary.ts';

const NOTHING = new Uint16Array(0);

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
    this.counts = new FieldCounts(schema.fields.length, schema.readings.filter((is) => !is).length);
    this.statistics = new Statistics(schema.fields.length);
    this.facetValues = new FacetValues(schema.facets, facetValues);
  }

  get size(): number {
    return this.#locations.size;
  }

  add(documents: Iterable<SearchDocument>): void {
    const builder = new SegmentBuilder(this.counts, this.schema);
    const added = new Set<string>();
    const close = () => {
      if (builder.count > 0) this.open(builder.finish());
      added.clear();
    };
    for (const document of documents) {
      // A document that comes twice replaces itself, which only a closed segment allows.
      if (builder.isFull || added.has(document.id)) close();
      const before = this.#forget(document.id);
      added.add(document.id);
      builder.add(this.#prepare(document));
      this.#recount(
        before,
        this.schema.fields.map((field) => document.fields[field] ?? ''),
      );
    }
    close();
    this.#merge();
  }

  change(changes: Iterable<DocumentChange>): void {
    const changed = new Map<string, SearchDocument>();
    for (const { id, fields, facets, sortKeys, ...rest } of changes) {
      const document = changed.get(id) ?? this.#document(id);
      if (!document) continue;
      changed.set(id, {
        ...document,
        ...rest,
        fields: { ...document.fields, ...fields },
        facets: { ...document.facets, ...facets },
        sortKeys: { ...document.sortKeys, ...sortKeys },
      });
    }
    this.add(changed.values());
  }

  remove(ids: Iterable<string>): void {
    for (const id of ids) this.#recount(this.#forget(id), []);
    this.#merge();
  }

  /** Adds a segment; its words are counted by `add` or restored from a snapshot. */
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

  /** The document of an id as it was added; undefined where there is none. */
  #document(id: string): SearchDocument | undefined {
    const location = this.#locations.get(id);
    if (!location) return undefined;
    const { fields, facets, sortKeys } = this.schema;
    const row = rowOf(location.segment.documents, location.doc, fields.length, facets.length);
    const valuesOf = (facet: number) =>
      Array.from(row.facets[facet] ?? [], (number) => this.facetValues.values[facet]?.[number] ?? '');
    return {
      id,
      fields: Object.fromEntries(fields.map((name, field) => [name, stringOf(row.texts[field] ?? NOTHING)])),
      facets: Object.fromEntries(facets.map((name, facet) => [name, valuesOf(facet)])),
      boost: row.boost,
      sortKeys: Object.fromEntries(sortKeys.map((name, key) => [name, row.sortValues[key] ?? undefined])),
    };
  }

  /** @returns its texts by field, whose words are still counted; empty if the id is unknown */
  #forget(id: string): string[] {
    const location = this.#locations.get(id);
    if (!location) return [];
    const { segment, doc } = location;
    const fields = this.schema.fields.length;
    this.statistics.add(segment, doc, -1);
    segment.remove(doc);
    this.#locations.delete(id);
    return this.schema.fields.map((_, field) => textOf(segment.documents, doc * fields + field));
  }

  /** Updates the word counts of a replaced document; most fields are usually unchanged. */
  #recount(before: readonly string[], after: readonly string[]): void {
    for (const field of this.schema.fields.keys()) {
      const [gone = '', come = ''] = [before[field], after[field]];
      if (gone === come) continue;
      this.#countWords(field, gone, -1);
      this.#countWords(field, come, 1);
    }
  }

  #countWords(field: number, text: string, sign: 1 | -1): void {
    const { weights, readings } = this.schema;
    if (text === '' || readings[field]) return;
    const isHeaviest = weights[field] === Math.max(...weights.filter((_, i) => !readings[i]));
    this.vocabulary.count(text, this.#folder.fold(text), isHeaviest, sign);
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
