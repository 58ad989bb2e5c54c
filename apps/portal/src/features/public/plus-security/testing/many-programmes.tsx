import { Collections, facetsOf, sortsOf } from '../../../../platform/collections/collections.ts';
import { declaredTerms } from '../../../../platform/collections/facet.ts';
import { readQuery } from '../../../../platform/collections/query.ts';
import { localPath } from '../../../../platform/i18n/site-url.ts';
import { KindRegistry } from '../../../../platform/publishing/kind.ts';
import type { PublishedChange } from '../../../../platform/publishing/published-record.ts';
import { ReadModel } from '../../../../platform/read-model/read-model.ts';
import { SiteSearch } from '../../../../platform/search/site-search.ts';
import type { DeclaredTerms } from '../../../../platform/vocabulary/vocabulary.ts';
import { vocabularyKind } from '../../../../platform/vocabulary/vocabulary-kind.ts';
import { createVocabularySource } from '../../../../platform/vocabulary/vocabulary-source.ts';
import { arrangeNavigation, type PageContext } from '../../../../platform/web/page-context.ts';
import { collectionWords } from '../../../../ui/collections/messages.ts';
import { ResultsPage } from '../../../../ui/collections/results.tsx';
import { resultsView } from '../../../../ui/collections/results-view.ts';
import { programmes } from '../collection.ts';
import { programmeKind } from '../kinds/programme.ts';
import { ProgrammePage } from '../pages/programme.tsx';
import { programmeView } from '../presenting/programme-view.ts';

/** The read model, search and pages of programmes of a node, without HTTP and database: for measurements. */
export function openProgrammes(now: () => Date) {
  const kinds = new KindRegistry();
  for (const kind of [programmeKind, vocabularyKind]) kinds.register(kind);
  const model = new ReadModel();
  const facets = facetsOf([programmes]);
  const terms = new Map<string, DeclaredTerms>(Object.entries(programmeKind.terms ?? {}));
  for (const [name, own] of declaredTerms(facets)) terms.set(name, own);
  const vocabulary = createVocabularySource(model, terms);
  const names = facets.map(({ name }) => name);
  const search = new SiteSearch(kinds, names, vocabulary, [], console.error, sortsOf([programmes]), now);
  model.observe(search);
  const collection = new Collections([programmes], { kinds, model, search, vocabulary, now }).get(programmes);
  const words = collectionWords(programmes);
  const query = (parameters: string) =>
    readQuery(new URLSearchParams(parameters), programmes, collection.vocabulary());
  return {
    apply: (changes: PublishedChange[]) => model.apply(changes),
    /** The hits alone. */
    hits: (parameters: string) => collection.search.find(query(parameters), { limit: 20, offset: 0 }),
    /** What the results page asks the engine for. */
    find: (parameters: string) =>
      collection.search.find(query(parameters), { limit: 20, offset: 0, counts: names }),
    resultsHtml: async (parameters: string) => {
      const ctx = context(programmes.path, parameters);
      return String(
        await (
          <ResultsPage ctx={ctx} view={resultsView(query(parameters), collection, ctx)} words={words} />
        ),
      );
    },
    programmeHtml: async (id: string) => {
      const ctx = context(`/programmes/${id}`, '');
      const [record] = collection.pick([id]);
      if (!record) throw new Error(`there is no programme ${id}`);
      return String(await (<ProgrammePage ctx={ctx} view={programmeView(record, collection, ctx, now())} />));
    },
  };
}

function context(path: string, parameters: string): PageContext {
  return {
    language: 'ja',
    easy: false,
    furigana: false,
    path,
    queryString: parameters ? `?${parameters}` : '',
    baseUrl: 'https://kakehashi.example',
    nonce: 'sample-nonce',
    assets: {
      styles: '/s.css',
      fonts: '/f.css',
      script: '/m.js',
      capabilityStyles: { 'plus-security': '/p.css' },
    },
    today: '2026-12-01',
    navigation: arrangeNavigation([]),
    menu: [],
    href: (target) => localPath(target, 'ja'),
  };
}
