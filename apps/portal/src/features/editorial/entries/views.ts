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
  /** Undefined if not entered yet. */
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
  /** Comments on the version sent last, with the step of the commented field. */
  comments: readonly (CommentView & { step: StepName | undefined })[];
  /** Possible duplicates. */
  similar: readonly SimilarEntry[];
  /** Whether a call can be or was chosen. */
  withCall: boolean;
  /** State of the picker of related records. */
  picker: Pick<EditorChoices, 'title' | 'picking' | 'found'>;
}

interface CheckedValue {
  label: Label;
  shown: string[];
  /** For a picture: its file and address. */
  picture?: { file: string; href: string };
}

export interface CheckView {
  id: string;
  title: string | undefined;
  steps: readonly { step: StepName; values: readonly CheckedValue[] }[];
  /** Problems, each with the step in which it is corrected. */
  problems: readonly { problem: Problem; step: StepName }[];
  /** Possible duplicates. */
  similar: readonly SimilarEntry[];
  call: EnteredCall | undefined;
  /** Problems corrected in the step of the call. */
  callProblems: readonly Problem[];
  withCall: boolean;
  reasonProblems: readonly Problem[];
  reason: string;
}

export interface EventView {
  at: Date;
  action: Action;
  /** The actor's name if the user may see it, otherwise their role. */
  who: string;
  reason: string | undefined;
}

/** Files of an entry, and what the user may do with them. */
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
  /** Public page, without language prefix. */
  page: string | undefined;
  /** Views of the public page. */
  views: { thisMonth: number; lastMonth: number } | undefined;
  may: {
    write: boolean;
    withdraw: boolean;
    confirm: boolean;
    correct: boolean;
    discard: boolean;
    /** The action that is possible, if any. */
    suspension: 'suspend' | 'resume' | undefined;
  };
  /** Its current or last call. */
  call: EnteredCall | undefined;
  evidence: EvidenceView;
  /** Its links, while it awaits publication. */
  links: readonly CheckedLink[];
  /** Visitors' error reports. */
  reports: readonly { body: string; createdAt: Date; answeredAt: Date | null }[];
  comments: readonly CommentView[];
  /** When it was last sent, if the user may edit it and respond to later comments; otherwise undefined. */
  openSince: Date | undefined;
  events: readonly EventView[];
  notice: 'sent' | 'confirmed' | 'saved' | 'corrected' | 'suspended' | 'resumed' | undefined;
  problems: readonly Problem[];
}
