/**
 * What the catalogue's pages are given to render: everything chosen, counted and worded, nothing left to look up.
 */
import type { Language } from '../../../platform/i18n/language.ts';
import type { ComparisonRowView } from '../../../ui/collections/comparison.ts';
import type { CardView, TermView, TextView } from '../../../ui/collections/views.ts';
import type { ContactView } from '../../../ui/contact/contact-view.ts';
import type { Words } from '../../../ui/text/words.ts';

/** A term with the number of records behind it and where it leads. */
export interface AxisView extends TermView {
  count: number;
  href: string;
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

export interface SpecialFeatureBandView {
  id: string;
  href: string;
  title: TextView;
  lead: TextView;
  links: { label: TextView; href: string }[];
}

export interface HomeView {
  /** Popular or useful searches under the box. */
  examples: { label: string; href: string }[];
  doors: { name: 'purpose' | 'age' | 'affiliation'; label: string; values: AxisView[] }[];
  notices: NoticeView[];
  /** The first is shown as the large band, the rest as smaller cards. */
  features: SpecialFeatureBandView[];
  latest: CardView[];
  /** The way to help: one of each group. */
  situations: SituationLinkView[];
  /** What comes next in the calendar. */
  coming: CalendarItemView[];
  total: number;
}

/** A page, not a record, that a search found. */
export interface FoundPageView {
  href: string;
  title: Words;
  lead?: Words | undefined;
  telephone?: { number: string; href: string };
}

/** What an editor picked for a search. */
export interface PickView {
  href: string;
  title: Words;
  reason?: Words;
}

/** What a search found besides records. */
export interface AnswersView {
  picks: PickView[];
  help: FoundPageView[];
  pages: FoundPageView[];
  /** Help near what was asked for, where nothing was found. */
  near: FoundPageView[];
}

export interface SituationLinkView {
  id: string;
  title: TextView;
  href: string;
}

export interface PictureView {
  src: string;
  /** Pixels. */
  width: number;
  height: number;
  alt: TextView;
  credit?: string;
}

export interface RecordView {
  id: string;
  /** Its page, without language prefix. */
  path: string;
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
  purposes: AxisLink[];
  ages: AxisLink[];
  affiliations: AxisLink[];
  regions: TermView[];
  formats: TermView[];
  cost: TermView;
  grades: AxisLink[];
  subjects: AxisLink[];
  copying?: TermView;
  /** Minutes that it takes once. */
  minutes?: number;
  /** Languages of the official page; empty where they are not known. */
  pageLanguages: TermView[];
  /** Its next time, where it is held each year: first and last day, `YYYY-MM-DD`. */
  everyYear?: { first: string; last: string };
  /** `YYYY-MM-DD`, in order. */
  heldOn?: readonly string[];
  applyBy?: string;
  contact?: ContactView;
  /** `YYYY-MM-DD` on which it came onto the site, and on which it last changed there. */
  publishedOn: string;
  changedOn: string;
  /** What changed since, the newest first. */
  changes: { on: string; fields: string[] }[];
  /** Address of its days as a calendar file; absent where it has none. */
  calendarHref?: string;
  /** やさしい日本語 was asked for, and its description has none. */
  withoutEasy: boolean;
  picture?: PictureView;
  similar: CardView[];
  /** schema.org document, to be written as JSON-LD. */
  structuredData: unknown;
  sample: boolean;
}

export interface AxisLink extends TermView {
  href: string;
}

export type SpecialFeatureBlockView =
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

export interface SpecialFeatureView {
  id: string;
  title: TextView;
  tagline?: TextView;
  lead: TextView;
  blocks: SpecialFeatureBlockView[];
  updatedOn: string;
}

export interface SpecialFeatureListView {
  features: SpecialFeatureBandView[];
}

/** Somebody to call or write to. */
export interface HelperView {
  label: TextView;
  /** For which matters. */
  when: TextView;
  contact: ContactView;
  /** For editors only: it was read, and nobody has confirmed it yet. */
  unconfirmed?: { source?: string; readOn?: string };
}

/** What is urgent, and nothing else. */
export interface EmergencyView {
  text: TextView;
  telephone?: HelperView;
}

export interface SituationView {
  id: string;
  title: TextView;
  lead?: TextView;
  first: TextView[];
  never: TextView[];
  keep: TextView[];
  next: TextView[];
  /** The one to call first comes first. */
  helpers: HelperView[];
  /** Absent where nobody is in danger. */
  emergency?: EmergencyView;
  desks: CardView[];
  note?: TextView;
  /** `YYYY-MM-DD`. */
  updatedOn: string;
  /** Other situations that are taken for this one. */
  others: SituationLinkView[];
  pages: HelpPages;
}

/** Addresses of all pages of help, which can be kept for when there is no connection. */
type HelpPages = readonly string[];

export interface SituationGroupView {
  id: string;
  /** Absent for those that stand in no group. */
  title?: TextView;
  situations: SituationLinkView[];
}

export interface HelpView {
  title: TextView;
  lead: TextView;
  note?: TextView;
  emergency: EmergencyView;
  helpers: HelperView[];
  groups: SituationGroupView[];
  desks: CardView[];
  pages: HelpPages;
}

export interface FinderView {
  step: number;
  stepCount: number;
  /** Absent on the last page, which shows the short list. */
  question?: {
    id: string;
    text: TextView;
    note?: TextView;
    answers: { id: string; label: TextView; href: string }[];
  };
  /** What was answered so far, each removable. */
  answered: { question: TextView; answer: TextView; changeHref: string }[];
  results: CardView[];
  /** For somebody in trouble, whom help serves better than a list. */
  helpHref?: string;
  situations?: SituationLinkView[];
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
  /** By collection, that of everything first. */
  files: {
    name: string;
    heading: string;
    /** Of the data, as catalogues of data sets name it. */
    title: string;
    /** What the data are, in a sentence. */
    description: string;
    downloads: { label: string; href: string; description: string; mediaType: string }[];
    columns: { name: string; label: string; description: string; example: string }[];
  }[];
  total: number;
  updatedOn: string;
}

/** A day or days in the calendar. */
export interface CalendarItemView {
  id: string;
  title: TextView;
  href: string;
  /** What happens then, such as 申込締切. */
  label: string;
  /** `YYYY-MM-DD`; the same where it is one day. */
  first: string;
  last: string;
  /** Its own calendar file; absent for what has only the whole calendar's. */
  fileHref?: string;
}

export interface CalendarView {
  /** `YYYY-MM`. */
  month: string;
  /** What began before the month and goes on. */
  running: CalendarItemView[];
  /** Days of the month on which something begins. */
  days: { day: string; items: CalendarItemView[] }[];
  previousHref?: string;
  nextHref?: string;
  /** The next month in which something begins, where this one has nothing. */
  next?: { month: string; href: string };
  /** The calendar as a file, by the filters set. */
  fileHref: string;
  /** The same address for programs that keep it up to date. */
  subscribeHref: string;
  filters: { name: string; label: TextView; values: (TermView & { selected: boolean })[] }[];
  /** Where the form goes, without language prefix. */
  path: string;
  isCurrent: boolean;
}

export interface KeptItemView {
  card: CardView;
  removeHref: string;
}

/** A list of records that somebody keeps; its address holds it. */
export interface KeptView {
  ids: string[];
  items: KeptItemView[];
  /** No more can be added. */
  isFull: boolean;
  /** A comparison of fewer than two was asked for. */
  tooFew?: true;
  /** The address names more than the list shows: too many, or some that are no longer here. */
  wasCut: boolean;
  /** Words typed to find more. */
  q: string;
  found: { card: CardView; addHref: string }[];
  /** The whole address, to be sent to somebody. */
  address: string;
  mailHref: string;
  /** Where its forms go, without language prefix. */
  path: string;
  comparePath: string;
  mostCompared: number;
  searchHref: string;
}

export interface CompareView {
  cards: CardView[];
  rows: ComparisonRowView[];
  keptHref: string;
  /** More were named than are compared. */
  wasCut: boolean;
}
