import type { Problem } from '../../../platform/outcome/outcome.ts';
import type { Words } from '../../../ui/text/words.ts';
import type { EntryStanding } from './figures.ts';
import type { TypedCall } from './form/typed-call.ts';
import type { CallState } from './model.ts';

/** Where a call stands, its announcing included. */
export type CampaignState = CallState | 'draft' | 'withdrawn';

export interface PublicCallRow {
  id: string;
  title: Words;
  state: CallState;
  opensAt: Date;
  closesAt: Date;
}

export interface PublicCallView extends PublicCallRow {
  guidanceHtml: string;
  guidanceLanguage: 'ja' | 'en';
  kinds: readonly string[];
  /** `YYYY-MM-DD` */
  reviewBy: string | undefined;
  criteria: readonly Words[];
  questions: readonly { label: Words; required: boolean; options: readonly Words[] }[];
}

export interface CampaignRow {
  id: string;
  title: string;
  state: CampaignState;
  opensAt: Date;
  closesAt: Date;
  received: number;
}

export interface CampaignView extends CampaignRow {
  notice: 'saved' | 'announced' | 'closed' | 'withdrawn' | undefined;
  problems: readonly Problem[];
  /** Entries chosen for it that were not sent yet. */
  writing: number;
  byState: readonly { standing: EntryStanding; count: number }[];
  /** Undefined: the body itself. */
  byOrganisation: readonly { name: string | undefined; count: number }[];
  entries: readonly {
    id: string;
    title: string | undefined;
    organisation: string | undefined;
    standing: EntryStanding;
    sentAt: Date;
  }[];
  mayWithdraw: boolean;
}

export interface CallFormView {
  /** Undefined: a new call. */
  existing: { id: string; announced: boolean } | undefined;
  /** Id of a new call, or the one that is changed. */
  id: string;
  basedOn: number;
  typed: TypedCall;
  kinds: readonly { value: string; label: string }[];
  problems: readonly Problem[];
}
