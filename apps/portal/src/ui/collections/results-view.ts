import type { Collection } from '../../platform/collections/collection.ts';
import type { OpenCollection } from '../../platform/collections/collections.ts';
import { type Facet, facetValues } from '../../platform/collections/facet.ts';
import { offeredSorts } from '../../platform/collections/offered-sorts.ts';
import { openDataFormats, openDataPath } from '../../platform/collections/open-data.ts';
import {
  type CollectionQuery,
  everything,
  pageSize,
  queryPath,
  without,
  withoutFacet,
} from '../../platform/collections/query.ts';
import { collectionParameter } from '../../platform/collections/saved-search.ts';
import type { Language } from '../../platform/i18n/language.ts';
import type { PublishedRecord } from '../../platform/publishing/published-record.ts';
import type { Found, MarkedField, MarkedText } from '../../platform/search/site-search.ts';
import { sitePaths } from '../shell/site-paths.ts';
import { cardOf, type Reader } from './card.ts';
import { type TermWording, termWording } from './term-wording.ts';
import type {
  CardView,
  ChipView,
  FacetValueView,
  FacetView,
  MarkedSegment,
  ResultsView,
  SortView,
} from './views.ts';

const maxWaysOut = 4;
/** Records shown as near where none has the words. */
const maxNear = 4;
/** An English page shows untranslated texts in Japanese. */
const markedFields: Record<Language, readonly MarkedField[]> = {
  ja: ['title', 'summary'],
  en: ['title', 'titleEn', 'summary', 'summaryEn'],
};

/** View of a results page. */
export function resultsView(query: CollectionQuery, collection: OpenCollection, reader: Reader): ResultsView {
  const { declaration } = collection;
  const { facets, path } = declaration;
  const offset = (query.page - 1) * pageSize;
  const mark = markedFields[reader.language];
  const counts = facets.map(({ name }) => name);
  const found = collection.search.find(query, {
    limit: pageSize,
    offset,
    counts,
    mark,
    language: reader.language,
  });
  const terms = termWording(collection.vocabulary(), reader);
  const to = (other: CollectionQuery) => reader.href(queryPath(other, declaration));
  const hits = found.onlyNear ? found.hits.slice(0, query.page === 1 ? maxNear : 0) : found.hits;
  const cards = hits.flatMap(({ id, marks }) => {
    const [record] = collection.pick([id]);
    return record
      ? [
          {
            ...markCard(cardOf(record, collection, reader), marks),
            ...markEverywhere(record, query, collection, terms),
          },
        ]
      : [];
  });
  return {
    path,
    alternates: openDataFormats.map(({ ending, mediaType }) => ({
      type: mediaType.split(';')[0] ?? mediaType,
      path: openDataPath(declaration, ending),
    })),
    feed: declaration.feed,
    q: query.q,
    total: found.total,
    cards,
    facets: facets.map((facet) =>
      // What is only near is not narrowed.
      facetView(facet, query, found.onlyNear ? undefined : found.facets[facet.name], terms),
    ),
    chips: chips(query, facets, terms, to),
    clearHref: to({ ...everything, q: query.q, sort: query.sort, exact: query.exact }),
    sorts: sortViews(query, collection, reader),
    page: query.page,
    pageCount: found.onlyNear ? 1 : Math.ceil(found.total / pageSize),
    pageHref: (page) => to({ ...query, page }),
    expansions: readable(found.expansions, reader.language),
    exactHref: to({ ...query, exact: true, page: 1 }),
    exact: query.exact,
    inexactHref: to({ ...query, exact: false, page: 1 }),
    hidden: [
      ...query.kinds.map((value) => ({ name: 'kind', value })),
      ...(query.exact ? [{ name: 'exact', value: '1' }] : []),
    ],
    follow: follow(query, declaration, reader),
    relaxed: found.relaxed && !found.onlyNear,
    holdsAll: found.holdsAll,
    onlyNear: found.onlyNear,
    ...(found.corrected !== undefined && { corrected: found.corrected }),
    ...(found.place !== undefined && { place: found.place }),
    suggestions: suggestionsOf(found).map((text) => ({ text, href: to({ ...query, q: text, page: 1 }) })),
    wayOut: found.total === 0 ? waysOut(query, collection, terms, reader) : [],
  };
}

/** The sorts that sort something, and the one asked for; none where there is nothing to choose. */
function sortViews(query: CollectionQuery, collection: OpenCollection, reader: Reader): SortView[] {
  const offered = offeredSorts(collection, query.q !== '');
  const current = offered.find(({ name }) => name === query.sort) ?? offered[0];
  if (offered.length < 2) return [];
  return offered.map((sort) => ({
    value: sort.name,
    label: sort.label[reader.language],
    selected: sort === current,
  }));
}

/** Names the value that is part of every other, on what carries it and was found by another value. */
function markEverywhere(
  record: PublishedRecord,
  query: CollectionQuery,
  collection: OpenCollection,
  terms: TermWording,
): Pick<CardView, 'everywhere'> {
  for (const { name, everywhere } of collection.declaration.facets) {
    const asked = query.filters[name] ?? [];
    if (everywhere === undefined || asked.length === 0 || asked.includes(everywhere)) continue;
    if (facetValues(collection.kind(record), record, name, collection.now()).includes(everywhere))
      return { everywhere: terms.term(name, everywhere).label };
  }
  return {};
}

/** What was searched for already needs no proposal. */
function suggestionsOf({ suggestions, corrected }: Found): string[] {
  return suggestions.filter((text) => text !== corrected);
}

/** Readers of English are told no Japanese words. */
function readable(expansions: Found['expansions'], language: Language): Found['expansions'] {
  if (language === 'ja') return expansions;
  const isLatin = (word: string) => !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word);
  return expansions.map(({ from, to }) => ({ from, to: to.filter(isLatin) }));
}

/** Links for following this search's future results. */
function follow(query: CollectionQuery, declaration: Collection, reader: Reader): ResultsView['follow'] {
  const [, parameters = ''] = queryPath(query, declaration).split('?');
  const ask = (text: string) => (text ? `?${text}` : '');
  const named = declaration.kinds === 'listed' ? '' : `${collectionParameter}=${declaration.name}`;
  return {
    mailHref: reader.href(sitePaths.alerts + ask([named, parameters].filter(Boolean).join('&'))),
    feedHref: reader.href(declaration.feed + ask(parameters)),
  };
}

function markCard(card: CardView, marks: Readonly<Partial<Record<string, MarkedText>>>): CardView {
  const titleMarked = cutOut(marks[card.title.language === 'en' ? 'titleEn' : 'title'], card.title.text);
  const summaryMarked = cutOut(
    marks[card.summary.language === 'en' ? 'summaryEn' : 'summary'],
    card.summary.text,
  );
  return { ...card, ...(titleMarked && { titleMarked }), ...(summaryMarked && { summaryMarked }) };
}

/** An index field may hold more than the text on the card: returns that text's part with its marks. */
function cutOut(segments: MarkedText | undefined, text: string): MarkedSegment[] | undefined {
  if (!segments || areTextOf(segments, text)) return segments as MarkedSegment[] | undefined;
  const start = segments
    .map((segment) => segment.text)
    .join('')
    .indexOf(text);
  if (start < 0) return undefined;
  const cut: MarkedSegment[] = [];
  let position = 0;
  for (const segment of segments) {
    const from = Math.max(0, start - position);
    const inside = segment.text.slice(from, Math.max(from, start + text.length - position));
    if (inside) cut.push({ text: inside, marked: segment.marked });
    position += segment.text.length;
  }
  return cut;
}

/** Usually the card shows the whole field. */
function areTextOf(segments: MarkedText, text: string): boolean {
  let position = 0;
  for (const segment of segments) {
    if (!text.startsWith(segment.text, position)) return false;
    position += segment.text.length;
  }
  return position === text.length;
}

function facetView(
  facet: Facet,
  query: CollectionQuery,
  counts: ReadonlyMap<string, number> | undefined,
  terms: TermWording,
): FacetView {
  const set = query.filters[facet.name] ?? [];
  const values: FacetValueView[] = [];
  for (const { value, label } of terms.all(facet.name)) {
    const count = counts?.get(value) ?? 0;
    const selected = set.includes(value);
    if (count > 0 || selected) values.push({ value, label, count, selected });
  }
  const open = facet.open === true || set.length > 0;
  return { name: facet.name, label: terms.facet(facet.name), values, open };
}

function chips(
  query: CollectionQuery,
  facets: readonly Facet[],
  terms: TermWording,
  to: (query: CollectionQuery) => string,
): ChipView[] {
  return facets.flatMap(({ name: facet }) =>
    (query.filters[facet] ?? []).map((value) => ({
      facet,
      label: terms.term(facet, value).label,
      removeHref: to(without(query, facet, value)),
    })),
  );
}

/**
 * Searches without one of the facets that do have results. Values of a facet are alternatives, so removing
 * one of several would not find more.
 */
function waysOut(
  query: CollectionQuery,
  collection: OpenCollection,
  terms: TermWording,
  reader: Reader,
): ResultsView['wayOut'] {
  const separator = reader.language === 'ja' ? '、' : ', ';
  const fewer = collection.declaration.facets.flatMap(({ name: facet }) => {
    const set = terms.terms(facet, query.filters[facet]).map(({ label }) => label.text);
    return set.length > 0 ? [{ label: set.join(separator), query: withoutFacet(query, facet) }] : [];
  });
  return fewer
    .map(({ label, query: wider }) => ({
      label,
      href: reader.href(queryPath(wider, collection.declaration)),
      count: collection.search.find(wider, { limit: 0, offset: 0 }).total,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, maxWaysOut);
}
