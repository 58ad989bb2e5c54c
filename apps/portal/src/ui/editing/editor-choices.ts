import type { Leaf } from '../../platform/editing/form/form.ts';

/** A published record that can be picked. */
interface PickableRecord {
  id: string;
  title: string;
}

/** Choices for an editor. */
export interface EditorChoices {
  /** Values of a choice with their labels, including selected ones that were retired. */
  options(
    choice: Extract<Leaf, { type: 'choice' }>,
    chosen: readonly string[],
  ): readonly { value: string; label: string }[];
  /** Title of a record; undefined if it is not published. */
  title(id: string): string | undefined;
  /** Search text of the record picker. */
  picking: string;
  found: readonly PickableRecord[];
}
