import type { ComparedInput } from '../../../platform/editing/form/comparison.ts';
import type { FormValues } from '../../../platform/editing/form/form-values.ts';
import type { Problem } from '../../../platform/outcome/outcome.ts';
import type { EditorChoices } from '../../../ui/editing/editor-choices.ts';
import type { EditConflictView } from '../../../ui/editing/saved-answer.ts';
import type { Words } from '../../../ui/text/words.ts';
import type { EntryStanding } from './figures.ts';
import type { CallState } from './model.ts';

/** State of a call, including unannounced and withdrawn. */
export type CampaignState = CallState | 'draft' | 'withdrawn';

export interface PublicCallRow {
  id: string;
  title: Words;
  /** Its public page, without language prefix. */
  path: string;
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
  /** Undefined if not entered yet, as are its times. */
  title: string | undefined;
  state: CampaignState;
  /** Whether there are unannounced changes. */
  unsent: boolean;
  opensAt: Date | undefined;
  closesAt: Date | undefined;
  received: number;
}

export interface CampaignView extends CampaignRow {
  notice: 'announced' | 'closed' | 'withdrawn' | 'discarded' | 'restored' | undefined;
  problems: readonly Problem[];
  /** Problems that prevent announcing. */
  unready: readonly Problem[];
  /** Draft compared with the announced version; undefined without a draft. */
  compared: readonly ComparedInput[] | undefined;
  /** Number of drafts chosen for it. */
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

export interface CallEditorView {
  id: string;
  title: string | undefined;
  announced: boolean;
  inputs: FormValues;
  /** As `writeSeen` writes it. */
  seen: string;
  problems: readonly Problem[];
  conflicts: readonly EditConflictView[];
  choices: EditorChoices;
}
