import type { Stage } from '../../../platform/editing/entry.ts';
import type { ComparedInput } from '../../../platform/editing/form/comparison.ts';
import type { FormField } from '../../../platform/editing/form/form.ts';
import type { FormValues } from '../../../platform/editing/form/form-values.ts';
import type { Label } from '../../../platform/i18n/localised.ts';
import type { Problem } from '../../../platform/outcome/outcome.ts';
import type { Action } from '../../../platform/publishing/model.ts';
import type { EditorChoices } from '../../../ui/editing/editor-choices.ts';
import type { EditConflictView } from '../../../ui/editing/saved-answer.ts';
import type { CheckedPage, CheckedSearch, FoundTitle } from '../../public/catalogue/index.ts';
import type { CheckedLink } from '../links/index.ts';
import type { Way } from './service.ts';

export interface OverviewRow {
  id: string;
  title: string | undefined;
  stage: Stage;
  unsent: boolean;
  changedAt: Date;
  /** State of a document with a start and an end. */
  shown: 'planned' | 'showing' | 'over' | undefined;
}

export interface OverviewView {
  /** Documents awaiting approval. */
  waiting: readonly OverviewRow[];
  kinds: readonly {
    name: string;
    label: Label;
    rows: readonly OverviewRow[];
    /** Whether one can be created. */
    mayBegin: boolean;
    timed: boolean;
  }[];
}

/** An item of a list as the outline names it. */
interface OutlineItem {
  key: string;
  /** Address of its part: the path of its inputs. */
  part: string;
  name: string;
  type: string | undefined;
  current: boolean;
}

export interface OutlineList {
  /** Input that holds its keys. */
  list: string;
  label: Label;
  items: readonly OutlineItem[];
  /** Whether its items are shown; in a long outline only those of the current list. */
  open: boolean;
  /** Number of items not shown; they can be found by search. */
  more: number;
  /** Types that can be added; empty if items have no types. */
  types: readonly string[];
  /** Whether items are keyed by a value that the editor chooses. */
  keyed: boolean;
}

export interface EditorView {
  id: string;
  title: string;
  kind: Label;
  part: string;
  /** Name of the part, or its type if unnamed; undefined for the fields outside lists. */
  partName: string | undefined;
  /** Whether there are fields outside lists. */
  hasMain: boolean;
  fields: readonly FormField[];
  /** Number of fields above the outline; the others follow it. */
  above: number;
  /** Prefix of the fields' input names. */
  prefix: string;
  inputs: FormValues;
  /** As `writeSeen` writes it. */
  seen: string;
  outline: readonly OutlineList[];
  find: string;
  problems: readonly Problem[];
  conflicts: readonly EditConflictView[];
  choices: EditorChoices;
  /** Current results of this part's saved search. */
  saved: { total: number; titles: readonly FoundTitle[] } | undefined;
  previewed: boolean;
  /** Whether a file can be sent with the form. */
  hasPictures: boolean;
  searched: boolean;
  /** Number of records with the edited vocabulary value. */
  inUse: number | undefined;
}

export interface ItemView {
  id: string;
  title: string;
  kind: Label;
  stage: Stage;
  unsent: boolean;
  scheduledFor: Date | undefined;
  until: Date | undefined;
  page: string | undefined;
  previewed: boolean;
  searched: boolean;
  /** Whether it is the list of readings. */
  readings: boolean;
  /** Whether it is a list of redirects. */
  listed: boolean;
  /** Undefined if nothing differs. */
  compared: { inputs: readonly ComparedInput[]; published: boolean } | undefined;
  events: readonly { at: Date; action: Action; who: string; reason: string }[];
  warnings: readonly Problem[];
  /** Its links, while it awaits approval. */
  links: readonly CheckedLink[];
  /** Whether some of them block publication. */
  blocked: boolean;
  /** Problems that prevent sending, each with the part in which it is corrected. */
  unready: readonly { problem: Problem; part: string }[];
  may: {
    write: boolean;
    send: boolean;
    ways: readonly Way[];
    decide: 'yes' | 'own' | 'no';
    withdraw: boolean;
    schedule: boolean;
    /** Whether an end of publication can be set. */
    end: boolean;
  };
  notice: 'submit' | 'published' | 'discarded' | 'restored' | 'imported' | undefined;
  problems: readonly Problem[];
  formValues: { reason: string; at: string; until: string; way: string; despite: string };
}

/** The table of searches, and one that is tried. */
export interface SearchChecksView {
  q: string;
  tried: readonly CheckedPage[];
  groups: readonly { name: string; searches: readonly CheckedSearch[] }[];
  passed: number;
  /** Those that fail, as the table says. */
  knownMisses: number;
  all: number;
}

export interface RehearsalView {
  id: string;
  title: string;
  queries: string;
  unready: boolean;
  results: readonly {
    q: string;
    totals: { before: number; after: number };
    hits: readonly { id: string; title: string; before: number | undefined; after: number | undefined }[];
    changed: boolean;
  }[];
}
