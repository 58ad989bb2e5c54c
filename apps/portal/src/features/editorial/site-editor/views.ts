import type { Stage } from '../../../platform/editing/entry.ts';
import type { ComparedInput } from '../../../platform/editing/form/comparison.ts';
import type { FormField } from '../../../platform/editing/form/form.ts';
import type { FormValues } from '../../../platform/editing/form/form-values.ts';
import type { Label } from '../../../platform/i18n/localised.ts';
import type { Problem } from '../../../platform/outcome/outcome.ts';
import type { Action } from '../../../platform/publishing/model.ts';
import type { EditorChoices } from '../../../ui/editing/editor-choices.ts';
import type { EditConflictView } from '../../../ui/editing/saved-answer.ts';
import type { FoundTitle } from '../../public/catalogue/index.ts';
import type { CheckedLink } from '../links/index.ts';
import type { Way } from './service.ts';

export interface OverviewRow {
  id: string;
  title: string | undefined;
  stage: Stage;
  unsent: boolean;
  changedAt: Date;
  /** Of what has a start and an end of its own. */
  shown: 'planned' | 'showing' | 'over' | undefined;
}

export interface OverviewView {
  /** What waits for somebody's approval. */
  waiting: readonly OverviewRow[];
  kinds: readonly {
    name: string;
    label: Label;
    rows: readonly OverviewRow[];
    /** Whether one may be begun. */
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
  /** Whether its items are in sight: in a long outline only those of the list one is at. */
  open: boolean;
  /** Items that are there but not shown; find them by a word. */
  more: number;
  /** Types to add; empty: items of one sort. */
  types: readonly string[];
  /** Whether each item stands under a value that its editor chooses. */
  keyed: boolean;
}

export interface EditorView {
  id: string;
  title: string;
  kind: Label;
  part: string;
  /** Name of the part, or what sort of thing it is while it has none; undefined for the fields outside of lists. */
  partName: string | undefined;
  /** Whether there are fields outside of lists. */
  hasMain: boolean;
  fields: readonly FormField[];
  /** How many of the fields stand above the outline; the others follow it. */
  above: number;
  /** What the fields' inputs begin with. */
  prefix: string;
  inputs: FormValues;
  /** As `writeSeen` writes it. */
  seen: string;
  outline: readonly OutlineList[];
  find: string;
  problems: readonly Problem[];
  conflicts: readonly EditConflictView[];
  choices: EditorChoices;
  /** What the saved search of this part finds now. */
  saved: { total: number; titles: readonly FoundTitle[] } | undefined;
  previewed: boolean;
  searched: boolean;
  /** Records that carry the value that is edited, where it is one. */
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
  /** Whether it says how words are read. */
  readings: boolean;
  /** Whether it is a list of redirects. */
  listed: boolean;
  /** Absent where nothing differs. */
  compared: { inputs: readonly ComparedInput[]; published: boolean } | undefined;
  events: readonly { at: Date; action: Action; who: string; reason: string }[];
  warnings: readonly Problem[];
  /** Where it leads, while it waits for approval. */
  links: readonly CheckedLink[];
  /** Whether some of them keep it from being published. */
  blocked: boolean;
  /** Keep what is written from being sent, each with the part in which it is put right. */
  unready: readonly { problem: Problem; part: string }[];
  may: {
    write: boolean;
    send: boolean;
    ways: readonly Way[];
    decide: 'yes' | 'own' | 'no';
    withdraw: boolean;
    schedule: boolean;
    /** Whether a day may be set on which it goes. */
    end: boolean;
  };
  notice: 'submit' | 'published' | 'discarded' | 'restored' | 'imported' | undefined;
  problems: readonly Problem[];
  formValues: { reason: string; at: string; until: string; way: string; despite: string };
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
