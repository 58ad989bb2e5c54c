import type { ComparedInput } from '../../../platform/editing/form/comparison.ts';
import type { FormValues } from '../../../platform/editing/form/form-values.ts';
import type { Problem } from '../../../platform/outcome/outcome.ts';
import type { EditorChoices } from '../../../ui/editing/editor-choices.ts';
import type { EditConflictView } from '../../../ui/editing/saved-answer.ts';
import type { Words } from '../../../ui/text/words.ts';
import type { EntryStanding } from './figures.ts';
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
  /** Undefined: none was typed yet, as with its times. */
  title: string | undefined;
  state: CampaignState;
  /** Whether something was written that is not announced. */
  unsent: boolean;
  opensAt: Date | undefined;
  closesAt: Date | undefined;
  received: number;
}

export interface CampaignView extends CampaignRow {
  notice: 'announced' | 'closed' | 'withdrawn' | 'discarded' | 'restored' | undefined;
  problems: readonly Problem[];
  /** Keeps what is written from being announced. */
  unready: readonly Problem[];
  /** What is written beside what is announced; absent where nothing is written. */
  compared: readonly ComparedInput[] | undefined;
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
