/** View models of programmes' pages: everything selected, computed and localised. */
import type { ComparisonRowView } from '../../../ui/collections/comparison.ts';
import type { CardView, TermView, TextView } from '../../../ui/collections/views.ts';
import type { ContactView } from '../../../ui/contact/contact-view.ts';
import type { DesignatedKind } from './derived-programme.ts';
import type { RunState } from './kinds/run.ts';

export interface LinkedTerm extends TermView {
  href: string;
}

export interface RunView {
  id: string;
  /** All its days in words. */
  days: string;
  /** `09:30〜17:00`; undefined where the hours are not given. */
  hours: string | undefined;
  online: boolean;
  prefecture: string | undefined;
  venue: string | undefined;
  capacity: number | undefined;
  applyBy: string | undefined;
  price: string;
  /** `closed`: applications are over; `begun`: it is under way. */
  state: RunState | 'closed' | 'begun';
  stateLabel: string;
  calendarHref: string;
}

export interface BenefitView {
  kind: DesignatedKind;
  number: string;
  /** Yen; null: the price is under what benefits begin at. */
  paid: number | null;
  startsOn: string;
  /** How it is computed, where the site has a page for that. */
  href: string | undefined;
}

export interface ComparisonView {
  cards: (CardView & { removeHref: string })[];
  rows: ComparisonRowView[];
  /** More were named than are compared. */
  wasCut: boolean;
  isFull: boolean;
  most: number;
  ids: readonly string[];
  q: string;
  proposed: { card: CardView; addHref: string }[];
}

export interface ProgrammeView {
  id: string;
  card: CardView;
  outcomes: TextView;
  descriptionHtml: string;
  descriptionLanguage: 'ja' | 'en';
  officialUrl: string;
  officialHost: string;
  price: string;
  hours: string;
  people: LinkedTerm[];
  level: LinkedTerm;
  deliveries: TermView[];
  when: TermView[];
  regions: TermView[];
  languages: TermView[];
  situations: LinkedTerm[];
  support: TermView[];
  certificate: TextView | undefined;
  prerequisites: TextView | undefined;
  /** By level, 1 to 4; only levels that have some. */
  skills: { level: number; terms: LinkedTerm[] }[];
  frameworkItems: readonly string[];
  runs: RunView[];
  anyTime: boolean;
  /** Whether one can apply now. */
  bookable: boolean;
  tellHref: string;
  compareHref: string;
  benefits: BenefitView[];
  contact: ContactView | undefined;
  changedOn: string;
  structuredData: unknown;
  sample: boolean;
}
