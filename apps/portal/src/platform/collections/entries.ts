import type { Language } from '../i18n/language.ts';
import { siteUrl } from '../i18n/site-url.ts';
import type { PublishedRecord } from '../publishing/published-record.ts';
import type { OpenCollection } from './collections.ts';
import type { Entry } from './entry.ts';

/** A record as the API and the open data of a collection give it out. */
export function entryOf(
  record: PublishedRecord,
  collection: OpenCollection,
  language: Language,
  baseUrl: string,
): Entry {
  const from = {
    record,
    kind: collection.kind(record),
    vocabulary: collection.vocabulary(),
    language,
    baseUrl,
    page: siteUrl(baseUrl, collection.pagePath(record), language),
    at: collection.now(),
  };
  return Object.fromEntries(collection.columns.map(({ name, read }) => [name, read(from)])) as Entry;
}
