import { dayInTokyo } from '../i18n/dates.ts';
import { derivedOf } from '../publishing/derived.ts';
import type { PublishedRecord } from '../publishing/published-record.ts';
import { type Sort, sorts } from './collection.ts';
import type { OpenCollection } from './collections.ts';

/** By collection, the sorts that put its records in an order, until a record changes. */
const known = new WeakMap<OpenCollection, { sequence: number; names: ReadonlySet<string> }>();

/**
 * The sorts of a collection that sort something: those by which some of its records differ. The one by
 * relevance sorts only what words found.
 */
export function offeredSorts(collection: OpenCollection, hasWords: boolean): Sort[] {
  const { declaration, model } = collection;
  let offered = known.get(collection);
  if (offered?.sequence !== model.sequence) {
    const records = collection.listed();
    const names = declaration.sorts
      .filter((sort) => tellsApart(sort, records, collection))
      .map(({ name }) => name);
    offered = { sequence: model.sequence, names: new Set(names) };
    known.set(collection, offered);
  }
  const { names } = offered;
  const sorting = declaration.sorts.filter(({ name }) => names.has(name));
  const relevance = declaration.sorts.filter(({ name }) => name === sorts.relevance.name);
  // Without words, what is newest comes first: of the two, the one that says so is offered.
  return hasWords || !names.has(sorts.newest.name) ? [...relevance, ...sorting] : sorting;
}

function tellsApart(
  { order, ofField }: Sort,
  records: readonly PublishedRecord[],
  { kind, now }: Pick<OpenCollection, 'kind' | 'now'>,
): boolean {
  if (!order) return false;
  const values = new Set<unknown>();
  const at = now();
  for (const record of records) {
    const derived = kind(record).derived?.sortKeys.includes(order.by);
    values.add(
      derived
        ? derivedOf(kind(record), record, at)?.sortKeys[order.by]
        : sortedBy(order.by, ofField ?? false, record),
    );
    if (values.size > 1) return true;
  }
  return false;
}

/** What a record is sorted by; of a moment its day, since nobody reads more from it. */
function sortedBy(by: string, ofField: boolean, record: PublishedRecord): unknown {
  if (ofField) return (record.data as Record<string, unknown>)[by];
  if (by === 'published') return `${dayInTokyo(record.publishedAt)} ${record.enteredOn}`;
  if (by === 'confirmed') return record.confirmedOn;
  return record.id;
}
