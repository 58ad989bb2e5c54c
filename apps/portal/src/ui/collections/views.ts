/** View models of collection pages: everything selected, counted and localised. */
import type { Language } from '../../platform/i18n/language.ts';
import type { TypesetText } from '../../platform/i18n/typesetting.ts';

/** A localised text ready to render. */
export interface TextView {
  text: string;
  language: Language;
  /** Present for Japanese when furigana or phrase breaks are known. */
  typeset?: TypesetText;
}

/** A value of a vocabulary, such as purpose `know`, with its label. */
export interface TermView {
  value: string;
  label: TextView;
}

/** A stretch of text; `marked` where it matched the query. */
export interface MarkedSegment {
  text: string;
  marked: boolean;
}

/** The texts of a card apart from title and summary. */
export interface CardFacts {
  /** 教材, 相談窓口, …; if a record has no such value, the name of its kind (特集). */
  kicker: TextView;
  operator?: TextView;
  /** For each facet on the card that has values, its values. */
  terms: TermView[][];
  /** Days after which the record is over, such as 開催日, with their labels. */
  days?: { label: string; days: readonly string[] }[];
  /** What follows from its data and the time, such as a price or the next day. */
  derived?: readonly string[];
  /** `YYYY-MM-DD`; null: not yet confirmed by its operator. */
  confirmedOn: string | null;
  enteredOn: string;
}

export interface CardView {
  id: string;
  kind: string;
  href: string;
  title: TextView;
  titleMarked?: MarkedSegment[];
  summary: TextView;
  summaryMarked?: MarkedSegment[];
  /** The same object while the record is unchanged. */
  facts: CardFacts;
  /** 全国, where it was found by a region and is for every region. */
  everywhere?: TextView;
  /** `YYYY-MM-DD` on which it came onto the site, in lists by that day. */
  listedOn?: string;
  /** Why the finder suggests it. */
  reasons?: TextView[];
}

export interface FacetValueView extends TermView {
  count: number;
  selected: boolean;
}

export interface FacetView {
  /** Query parameter, such as `purpose`. */
  name: string;
  label: TextView;
  values: FacetValueView[];
  /** Expanded initially: facets declared so, and any with a value selected. */
  open: boolean;
}

export interface ChipView {
  facet: string;
  label: TextView;
  /** The same search without this condition. */
  removeHref: string;
}

export interface SortView {
  value: string;
  label: string;
  selected: boolean;
}

export interface ResultsView {
  /** Page of the collection, without language prefix. */
  path: string;
  /** The whole collection for programs, without language prefix. */
  alternates: readonly { type: string; path: string }[];
  /** Its feed, without language prefix. */
  feed: string;
  /** The query as typed; empty when browsing by facets alone. */
  q: string;
  total: number;
  cards: CardView[];
  facets: FacetView[];
  chips: ChipView[];
  clearHref: string;
  sorts: SortView[];
  page: number;
  pageCount: number;
  pageHref(page: number): string;
  /** Query words for which synonyms were searched too. */
  expansions: { from: string; to: string[] }[];
  /** The same search without synonyms. */
  exactHref: string;
  /** Whether the exact search is shown. */
  exact: boolean;
  /** The same search with synonyms. */
  inexactHref: string;
  /** Values the form submits besides its visible fields. */
  hidden: { name: string; value: string }[];
  /** Links for following future results. */
  follow: { mailHref: string; feedHref: string };
  /** No record has all the words; the results have some of them. */
  relaxed: boolean;
  /** The query as it was read, where nothing held the words as typed. */
  corrected?: string;
  /** The best record holds all words. */
  holdsAll: boolean;
  /** No record holds enough of the words: the cards are the nearest, and no answer. */
  onlyNear: boolean;
  /** The place that was looked for, with what is for the whole country. */
  place?: string;
  /** もしかして. */
  suggestions: { text: string; href: string }[];
  /** If there are no results: the same search with one condition removed, and its count. */
  wayOut: { label: string; href: string; count: number }[];
}
