import type { Language } from '../../../../platform/i18n/language.ts';
import type { MarkedField, MarkedText } from '../../../../platform/search/site-search.ts';
import type { Catalogue } from '../catalogue.ts';
import {
  type CatalogueQuery,
  everything,
  type FacetName,
  facetNames,
  pageSize,
  searchPath,
  sortNames,
  without,
} from '../query.ts';
import type {
  CardView,
  ChipView,
  FacetValueView,
  FacetView,
  MarkedSegment,
  ResultsView,
  SituationLinkView,
} from '../views.ts';
import { type TermWording, termWording } from '../wording.ts';
import { cardOf, type Reader } from './card.ts';
import { situationLinks } from './help-view.ts';
import { labels } from './labels.ts';

const axes: ReadonlySet<FacetName> = new Set(['purpose', 'age', 'affiliation']);
const mostWaysOut = 4;
/** An English page shows what has no English in Japanese. */
const markedFields: Record<Language, readonly MarkedField[]> = {
  ja: ['title', 'summary'],
  en: ['title', 'titleEn', 'summary', 'summaryEn'],
};

/** A page of search results with everything around it. */
export function resultsView(query: CatalogueQuery, catalogue: Catalogue, reader: Reader): ResultsView {
  const offset = (query.page - 1) * pageSize;
  const mark = markedFields[reader.language];
  const found = catalogue.search.find(query, { limit: pageSize, offset, counts: facetNames, mark });
  const terms = termWording(catalogue.vocabulary(), reader);
  const words = labels[reader.language];
  const to = (other: CatalogueQuery) => reader.href(searchPath(other));
  const cards = found.hits.flatMap(({ id, marks }) => {
    const [record] = catalogue.pick([id]);
    return record ? [markCard(cardOf(record, catalogue, reader), marks)] : [];
  });
  return {
    q: query.q,
    total: found.total,
    cards,
    facets: facetNames.map((facet) => facetView(facet, query, found.facets[facet], terms)),
    chips: chips(query, terms, to),
    clearHref: to({ ...everything, q: query.q, sort: query.sort, exact: query.exact }),
    sorts: sortNames.map((value) => ({ value, label: words.sorts[value], selected: value === query.sort })),
    page: query.page,
    pageCount: Math.ceil(found.total / pageSize),
    pageHref: (page) => to({ ...query, page }),
    expansions: found.expansions,
    exactHref: to({ ...query, exact: true, page: 1 }),
    exact: query.exact,
    inexactHref: to({ ...query, exact: false, page: 1 }),
    hidden: [
      ...query.kinds.map((value) => ({ name: 'kind', value })),
      ...(query.exact ? [{ name: 'exact', value: '1' }] : []),
    ],
    relaxed: found.relaxed,
    situations: query.page === 1 ? situationsFor(query.q, catalogue, reader) : [],
    suggestions: found.suggestions.map((text) => ({ text, href: to({ ...query, q: text, page: 1 }) })),
    wayOut: found.total === 0 ? waysOut(query, catalogue, terms, to) : [],
  };
}

function situationsFor(q: string, catalogue: Catalogue, reader: Reader): SituationLinkView[] {
  const ids = catalogue.situations(q);
  if (ids.length === 0) return [];
  const links = situationLinks(catalogue, reader);
  return ids.flatMap((id) => links.find((link) => link.id === id) ?? []);
}

function markCard(card: CardView, marks: Readonly<Partial<Record<string, MarkedText>>>): CardView {
  const titleMarked = cutOut(marks[card.title.language === 'en' ? 'titleEn' : 'title'], card.title.text);
  const summaryMarked = cutOut(
    marks[card.summary.language === 'en' ? 'summaryEn' : 'summary'],
    card.summary.text,
  );
  return { ...card, ...(titleMarked && { titleMarked }), ...(summaryMarked && { summaryMarked }) };
}

/** A field of the index may hold more than the text on the card: the part that is on it, with its marks. */
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

/** Nearly always the card shows all that the field holds. */
function areTextOf(segments: MarkedText, text: string): boolean {
  let position = 0;
  for (const segment of segments) {
    if (!text.startsWith(segment.text, position)) return false;
    position += segment.text.length;
  }
  return position === text.length;
}

function facetView(
  facet: FacetName,
  query: CatalogueQuery,
  counts: ReadonlyMap<string, number> | undefined,
  terms: TermWording,
): FacetView {
  const set = query.filters[facet] ?? [];
  const values: FacetValueView[] = [];
  for (const { value, label } of terms.all(facet)) {
    const count = counts?.get(value) ?? 0;
    const selected = set.includes(value);
    if (count > 0 || selected) values.push({ value, label, count, selected });
  }
  return { name: facet, label: terms.facet(facet), values, open: axes.has(facet) || set.length > 0 };
}

function chips(query: CatalogueQuery, terms: TermWording, to: (query: CatalogueQuery) => string): ChipView[] {
  return facetNames.flatMap((facet) =>
    (query.filters[facet] ?? []).map((value) => ({
      facet,
      label: terms.term(facet, value).label,
      removeHref: to(without(query, facet, value)),
    })),
  );
}

/** Searches with one condition fewer that do find something. */
function waysOut(
  query: CatalogueQuery,
  catalogue: Catalogue,
  terms: TermWording,
  to: (query: CatalogueQuery) => string,
): ResultsView['wayOut'] {
  const fewer = facetNames.flatMap((facet) =>
    (query.filters[facet] ?? []).map((value) => ({
      label: terms.term(facet, value).label.text,
      query: without(query, facet, value),
    })),
  );
  return fewer
    .map(({ label, query: wider }) => ({
      label,
      href: to(wider),
      count: catalogue.search.find(wider, { limit: 0, offset: 0 }).total,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, mostWaysOut);
}
