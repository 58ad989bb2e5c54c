import type { Stage } from '../../../platform/editing/entry.ts';
import type { StepName } from '../../../platform/editing/form/entry-form.ts';
import type { FormValues } from '../../../platform/editing/form/form-values.ts';
import type { Label } from '../../../platform/i18n/localised.ts';
import type { Problem } from '../../../platform/outcome/outcome.ts';
import type { Action } from '../../../platform/publishing/model.ts';
import type { CommentView } from '../../../ui/editing/comments.tsx';
import type { EditorChoices } from '../../../ui/editing/editor-choices.ts';
import type { OfferedField } from '../../../ui/editing/offered-field.ts';
import type { EditConflictView } from '../../../ui/editing/saved-answer.ts';
import type { SimilarEntry } from '../../../ui/editing/similar-entries.tsx';
import type { EnteredCall } from '../calls/index.ts';
import type { CheckedLink } from '../links/index.ts';

export interface EntryRow {
  id: string;
  /** Undefined where nothing was typed yet. */
  title: string | undefined;
  stage: Stage;
  unsent: boolean;
  changedAt: Date;
  /** `YYYY-MM-DD` */
  until: string | undefined;
}

export interface StepView {
  id: string;
  step: StepName;
  steps: readonly StepName[];
  fields: readonly OfferedField[];
  formValues: FormValues;
  /** As `writeSeen` writes it. */
  seen: string;
  problems: readonly Problem[];
  conflicts: readonly EditConflictView[];
  /** What was said of the version sent last, with the step in which its field is. */
  comments: readonly (CommentView & { step: StepName | undefined })[];
  /** Others that it may be the same as. */
  similar: readonly SimilarEntry[];
  /** Whether a call for entries may be chosen, or was. */
  withCall: boolean;
  /** What related records are picked from. */
  picker: Pick<EditorChoices, 'title' | 'picking' | 'found'>;
}

export interface CheckView {
  id: string;
  title: string | undefined;
  steps: readonly { step: StepName; values: readonly { label: Label; shown: string[] }[] }[];
  /** Each with the step in which it is put right. */
  problems: readonly { problem: Problem; step: StepName }[];
  /** Others that it may be the same as. */
  similar: readonly SimilarEntry[];
  call: EnteredCall | undefined;
  /** Put right in the step of the call. */
  callProblems: readonly Problem[];
  withCall: boolean;
  reasonProblems: readonly Problem[];
  reason: string;
}

export interface EventView {
  at: Date;
  action: Action;
  /** A name where the reader may know it, else what they are. */
  who: string;
  reason: string | undefined;
}

/** Files of an entry, as far as their reader may do something with them. */
export interface EvidenceView {
  files: readonly {
    id: string;
    name: string;
    size: number;
    state: 'held' | 'kept' | 'infected';
    createdAt: Date;
  }[];
  mayChange: boolean;
}

export interface EntryView {
  id: string;
  title: string | undefined;
  kind: Label;
  organisation: string | undefined;
  stage: Stage;
  unsent: boolean;
  until: string | undefined;
  scheduledFor: Date | undefined;
  /** Page that the public sees, without language prefix. */
  page: string | undefined;
  /** How often that page was shown. */
  views: { thisMonth: number; lastMonth: number } | undefined;
  may: {
    write: boolean;
    withdraw: boolean;
    confirm: boolean;
    correct: boolean;
    discard: boolean;
    /** Which of the two, if any. */
    suspension: 'suspend' | 'resume' | undefined;
  };
  /** The call it is in, or was in last. */
  call: EnteredCall | undefined;
  evidence: EvidenceView;
  /** Where it leads, while it waits to be published. */
  links: readonly CheckedLink[];
  /** What visitors say is wrong with it. */
  reports: readonly { body: string; createdAt: Date; answeredAt: Date | null }[];
  comments: readonly CommentView[];
  /** Since when comments are still to be answered: it was sent last then; undefined: its reader answers none. */
  openSince: Date | undefined;
  events: readonly EventView[];
  notice: 'sent' | 'confirmed' | 'saved' | 'corrected' | 'suspended' | 'resumed' | undefined;
  problems: readonly Problem[];
}
