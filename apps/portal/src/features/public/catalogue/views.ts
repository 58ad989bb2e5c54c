/**
 * What the catalogue's pages are given to render: everything chosen, counted and worded,
 * nothing left to look up. `service.ts` makes these from the read model.
 */
import type { Language } from '../../../platform/i18n/language.ts';
import type { TypesetText } from '../../../platform/i18n/typesetting.ts';

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

/** A term with the number of records behind it and where it leads. */
export interface DoorView extends TermView {
  count: number;
  href: string;
}

/** A stretch of text; `marked` where it matched the query. */
export interface MarkedSegment {
  text: string;
  marked: boolean;
}

/** What stands around the words of a card. */
export interface CardFacts {
  /** 教材, 相談窓口, …; for other kinds their name (特集). */
  category: TextView;
  operator?: TextView;
  affiliations: TermView[];
  ages: TermView[];
  cost?: TermView;
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
  /** Opened on arrival: the three axes, and any facet with a value set. */
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
  /** No record has all the words; these have some of them. */
  relaxed: boolean;
  /** What to do first, where the query speaks of something that happened. */
  situations: SituationLinkView[];
  /** もしかして. */
  suggestions: { text: string; href: string }[];
  /** When nothing was found: the same search with one condition fewer, with its count. */
  wayOut: { label: string; href: string; count: number }[];
}

export interface NoticeView {
  id: string;
  urgent: boolean;
  title: TextView;
  body?: TextView;
  href?: string;
  startsOn: string;
  sample: boolean;
}

export interface FeatureBandView {
  id: string;
  href: string;
  title: TextView;
  lead: TextView;
  links: { label: TextView; href: string }[];
}

export interface HomeView {
  /** Popular or useful searches under the box. */
  examples: { label: string; href: string }[];
  doors: { name: 'purpose' | 'age' | 'affiliation'; label: string; values: DoorView[] }[];
  notices: NoticeView[];
  /** The first is shown as the large band, the rest as smaller cards. */
  features: FeatureBandView[];
  latest: CardView[];
  situations: SituationLinkView[];
  total: number;
}

export interface SituationLinkView {
  id: string;
  title: TextView;
  href: string;
}

export interface RecordView {
  id: string;
  card: CardView;
  /** Trusted HTML: rendered from Markdown with raw HTML disabled, furigana set where asked. */
  descriptionHtml: string;
  descriptionLanguage: Language;
  join: TextView;
  note?: TextView;
  status: 'active' | 'ended' | 'to-check';
  officialUrl: string;
  officialHost: string;
  /** How far the address is known: seen on the operator's own page, a third party's, or not at all. */
  addressSeen: 'own' | 'third' | 'no';
  purposes: DoorLink[];
  ages: DoorLink[];
  affiliations: DoorLink[];
  regions: TermView[];
  formats: TermView[];
  cost: TermView;
  similar: CardView[];
  /** schema.org document, to be written as JSON-LD. */
  structuredData: unknown;
  sample: boolean;
}

export interface DoorLink extends TermView {
  href: string;
}

export type FeatureBlockView =
  | { type: 'text'; id: string; heading?: TextView; html: string; language: Language }
  | { type: 'records'; id: string; heading: TextView; lead?: TextView; cards: CardView[]; moreHref?: string }
  | {
      type: 'steps';
      id: string;
      heading: TextView;
      note?: TextView;
      items: { title: TextView; body: TextView }[];
    }
  | {
      type: 'timeline';
      id: string;
      heading: TextView;
      items: { date: string; title: TextView; body?: TextView; url?: string }[];
    }
  | {
      type: 'notice';
      id: string;
      level: 'info' | 'warning' | 'error';
      heading: TextView;
      body?: { html: string; language: Language };
    }
  | { type: 'desks'; id: string; heading: TextView; lead?: TextView; cards: CardView[] };

export interface FeatureView {
  id: string;
  title: TextView;
  tagline?: TextView;
  lead: TextView;
  blocks: FeatureBlockView[];
  updatedOn: string;
}

export interface FeatureListView {
  features: FeatureBandView[];
}

export interface TelephoneView {
  number: string;
  /** `tel:` address. */
  href: string;
  label: TextView;
  /** For which matters. */
  when: TextView;
}

export interface SituationView {
  id: string;
  title: TextView;
  first: TextView[];
  desks: CardView[];
  numbers: TelephoneView[];
  note?: TextView;
  emergency: TextView;
  others: SituationLinkView[];
}

export interface HelpView {
  title: TextView;
  lead: TextView;
  note?: TextView;
  emergency: TextView;
  numbers: TelephoneView[];
  situations: SituationLinkView[];
  desks: CardView[];
}

export interface FinderView {
  step: number;
  stepCount: number;
  /** Absent on the last page, which shows the short list. */
  question?: {
    id: string;
    text: TextView;
    answers: { id: string; label: TextView; href: string }[];
  };
  /** What was answered so far, each removable. */
  answered: { question: TextView; answer: TextView; changeHref: string }[];
  results: CardView[];
  moreHref?: string;
  restartHref: string;
}

export interface DocumentView {
  title: TextView;
  html: string;
  language: Language;
  updatedOn: string;
}

export interface SiteMapView {
  sections: { heading: string; links: { label: TextView; href: string }[] }[];
}

export interface OpenDataView {
  downloads: { label: string; href: string; description: string }[];
  columns: { name: string; label: string; description: string; example: string }[];
  total: number;
  updatedOn: string;
}
