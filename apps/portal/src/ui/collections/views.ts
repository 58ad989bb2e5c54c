/** What the pages of collections are given to render: everything chosen, counted and worded. */
import type { Language } from '../../platform/i18n/language.ts';
import type { TypesetText } from '../../platform/i18n/typesetting.ts';

/** One text ready to be written out. */
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

/** What stands around the words of a card. */
export interface CardFacts {
  /** 教材, 相談窓口, …; where a record has no such value, the name of its kind (特集). */
  kicker: TextView;
  operator?: TextView;
  /** The values of each facet that the collection's cards show, those that have any. */
  terms: TermView[][];
  /** Days after the last of which the record is over, such as 開催日, by what they are called. */
  days?: { label: string; days: readonly string[] }[];
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
  /** One object as long as the record stands as it is. */
  facts: CardFacts;
  /** Why the finder proposes it. */
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
  /** Opened on arrival: those declared so, and any facet with a value set. */
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
  /** Words of the query for which equal words were searched too. */
  expansions: { from: string; to: string[] }[];
  /** The same search with the words as typed only. */
  exactHref: string;
  /** True while the exact search is what is shown. */
  exact: boolean;
  /** The same search with equal words again. */
  inexactHref: string;
  /** What the form sends on beside what can be changed in it. */
  hidden: { name: string; value: string }[];
  /** Ways to hear of what will be found later. */
  follow: { mailHref: string; feedHref: string };
  /** No record has all the words; these have some of them. */
  relaxed: boolean;
  /** もしかして. */
  suggestions: { text: string; href: string }[];
  /** When nothing was found: the same search with one condition fewer, with its count. */
  wayOut: { label: string; href: string; count: number }[];
}
