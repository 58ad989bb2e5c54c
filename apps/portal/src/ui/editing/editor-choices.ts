import type { Leaf } from '../../platform/editing/form/form.ts';

/** A published record that may be picked. */
interface PickableRecord {
  id: string;
  title: string;
}

/** What an editor chooses from. */
export interface EditorChoices {
  /** Values of a choice with their words; those chosen before they were retired stand among them. */
  options(
    choice: Extract<Leaf, { type: 'choice' }>,
    chosen: readonly string[],
  ): readonly { value: string; label: string }[];
  /** Title of a record; undefined where it is not published. */
  title(id: string): string | undefined;
  /** What was searched for in the record picker. */
  picking: string;
  found: readonly PickableRecord[];
}
