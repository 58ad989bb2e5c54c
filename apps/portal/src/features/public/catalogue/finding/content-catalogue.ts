import { Collections, facetsOf, sortsOf } from '../../../../platform/collections/collections.ts';
import { declaredTerms } from '../../../../platform/collections/facet.ts';
import {
  type PublishedContent,
  readPublishedContent,
} from '../../../../platform/content/published-content.ts';
import type { Feature } from '../../../../platform/feature.ts';
import type { KindRegistry } from '../../../../platform/publishing/kind.ts';
import { ReadModel } from '../../../../platform/read-model/read-model.ts';
import { readGeneralSynonyms } from '../../../../platform/search/general-synonyms.ts';
import { SiteSearch } from '../../../../platform/search/site-search.ts';
import { createVocabularySource } from '../../../../platform/vocabulary/vocabulary-source.ts';
import { type Catalogue, createCatalogue } from '../catalogue.ts';
import { catalogueCollection } from '../collection.ts';

export interface ContentCatalogue extends Pick<PublishedContent, 'faults'> {
  catalogue: Catalogue;
}

/** The catalogue of a content folder, searched as on the site, without a database. */
export async function openContentCatalogue(
  folder: string,
  features: readonly Feature[],
  kinds: KindRegistry,
  now: Date,
): Promise<ContentCatalogue> {
  const model = new ReadModel();
  const declared = features.flatMap(({ collections = [] }) => collections);
  const facets = facetsOf(declared);
  const vocabulary = createVocabularySource(model, declaredTerms(facets));
  const facetNames = facets.map(({ name }) => name);
  const general = await readGeneralSynonyms();
  const search = new SiteSearch(kinds, facetNames, vocabulary, general, console.error, sortsOf(declared));
  model.observe(search);
  const { changes, faults } = await readPublishedContent(folder, kinds, now);
  model.apply(changes);
  const collections = new Collections(declared, { kinds, model, search, vocabulary });
  const findable = features.flatMap((feature) => feature.findable ?? []);
  const sources = { search, findable, vocabulary };
  return { catalogue: createCatalogue(collections.get(catalogueCollection), sources), faults };
}
