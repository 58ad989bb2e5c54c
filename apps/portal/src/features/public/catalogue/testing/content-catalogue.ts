import { join } from 'node:path';
import { Collections, facetsOf, sortsOf } from '../../../../platform/collections/collections.ts';
import { declaredTerms } from '../../../../platform/collections/facet.ts';
import { findProjectRoot } from '../../../../platform/config/project-root.ts';
import { readContentFolder } from '../../../../platform/content/content-files.ts';
import type { PublishedRecord } from '../../../../platform/publishing/published-record.ts';
import { ReadModel } from '../../../../platform/read-model/read-model.ts';
import { SiteSearch } from '../../../../platform/search/site-search.ts';
import { vocabularyKind } from '../../../../platform/vocabulary/vocabulary-kind.ts';
import { createVocabularySource } from '../../../../platform/vocabulary/vocabulary-source.ts';
import { registerKinds } from '../../../../portal.ts';
import type { Reader } from '../../../../ui/collections/card.ts';
import { type Catalogue, createCatalogue } from '../catalogue.ts';
import { catalogueCollection } from '../collection.ts';

/** Moment at which the content is published in tests. */
const publishedAt = new Date('2026-11-30T03:00:00Z');

type Change = (record: PublishedRecord) => PublishedRecord;

/** The catalogue of the sample content in memory, without a database and without readings. */
export async function contentCatalogue(
  more: readonly PublishedRecord[] = [],
  change: Change = (record) => record,
): Promise<Catalogue> {
  const kinds = registerKinds();
  const { records, faults } = await readContentFolder(join(findProjectRoot(), 'content'), new Date());
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  const declared = [catalogueCollection];
  const facets = facetsOf(declared);
  const model = new ReadModel((error) => {
    throw error;
  });
  const vocabulary = createVocabularySource(model, declaredTerms(facets));
  const names = facets.map(({ name }) => name);
  const search = new SiteSearch(kinds, names, vocabulary, [], undefined, sortsOf(declared));
  model.observe(search);
  const published = records
    .filter(({ kind }) => kinds.has(kind))
    .map(({ id, kind, data, entered = '2026-11-30', confirmed }) =>
      publishedRecord({
        id,
        kind,
        data: kinds.get(kind).schema.parse(data),
        enteredOn: entered,
        confirmedOn: confirmed,
      }),
    );
  // The vocabulary comes first, so that records are indexed by its words.
  const isVocabulary = ({ kind }: PublishedRecord) => Number(kind === vocabularyKind.name);
  const all = [...published, ...more].sort((a, b) => isVocabulary(b) - isVocabulary(a));
  all.forEach((record, index) => {
    model.apply([
      { removed: false, sequence: index + 1, record: { ...change(record), sequence: index + 1 } },
    ]);
  });
  const collections = new Collections(declared, { kinds, model, search, vocabulary });
  return createCatalogue(collections.get(catalogueCollection), { search, findable: [], vocabulary });
}

/** A record as it is published, with what is not given filled in. */
export function publishedRecord(
  record: Pick<PublishedRecord, 'id' | 'kind' | 'data'> & Partial<PublishedRecord>,
): PublishedRecord {
  return {
    typesetting: {},
    enteredOn: '2026-11-30',
    confirmedOn: null,
    publishedAt,
    updatedAt: publishedAt,
    expiresAt: null,
    changes: [],
    sequence: 1,
    ...record,
  };
}

/** A reader of Japanese pages without settings. */
export const japaneseReader: Reader = { language: 'ja', easy: false, furigana: false, href: (path) => path };
