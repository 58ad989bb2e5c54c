import type { Label } from '../../i18n/localised.ts';
import { type DiffPart, diffText } from '../text-diff.ts';
import type { KindForm } from './form.ts';
import type { FormValues } from './form-values.ts';
import { writeInputs } from './inputs.ts';
import { inputLabel, itemName, type NamedInput, namedInputs } from './walk.ts';

/** One input in two versions of a record. */
export interface ComparedInput {
  /** Name of the field it belongs to. */
  field: string;
  input: string;
  label: Label;
  before: string;
  after: string;
  parts: DiffPart[];
  changed: boolean;
  /** How the value is displayed: as plain text, Markdown, an address or a picture. */
  format: 'plain' | 'markdown' | 'address' | 'picture';
}

/** Displays a value of an input, such as a record's title for its id. */
export type ValueWords = (input: NamedInput, value: string) => string;

/**
 * Compares two versions of a record input by input: the later version's inputs in its order, then the removed
 * ones. Items are matched by key, so a moved item appears only as a change in the order of its list.
 * @param before  undefined if there is no earlier version
 */
export function compareVersions(
  form: KindForm,
  before: object | undefined,
  after: object,
  words: ValueWords,
): ComparedInput[] {
  const [old, fresh] = [before ? writeInputs(form, before) : {}, writeInputs(form, after, before)];
  const kept = namedInputs(form, fresh);
  const known = new Set(kept.map(({ input }) => input));
  const gone = namedInputs(form, old).filter(({ input }) => !known.has(input));
  const values = [...kept, ...gone].map((named) => {
    const read = (inputs: FormValues) => {
      const shown = (inputs[named.input] ?? []).map((value) => words(named, value));
      // The order of ticked boxes is irrelevant.
      return (named.leaf.type === 'choice' ? shown.toSorted() : shown).join('\n');
    };
    const [was, is] = [read(old), read(fresh)];
    return {
      field: named.path,
      input: named.input,
      label: labelOf(named),
      before: was,
      after: is,
      parts: diffText(was, is),
      changed: was !== is,
      format: formatOf(named),
    };
  });
  return [...listsCompared(form, old, fresh), ...values];
}

/** Lists whose items were added, removed or moved, each shown by its items' names. */
function listsCompared({ fields }: KindForm, old: FormValues, fresh: FormValues): ComparedInput[] {
  return fields.flatMap(({ name, label, node }) => {
    if (node.type !== 'list' && node.type !== 'table') return [];
    if ((old[name] ?? []).join() === (fresh[name] ?? []).join()) return [];
    const names = (inputs: FormValues) =>
      (inputs[name] ?? []).map((key) => itemName(node.item, inputs, `${name}.${key}`) ?? key).join('\n');
    const [before, after] = [names(old), names(fresh)];
    const parts = diffText(before, after);
    return [{ field: name, input: name, label, before, after, parts, changed: true, format: 'plain' }];
  });
}

function formatOf({ leaf, path, input }: NamedInput): ComparedInput['format'] {
  if (leaf.type === 'picture' && input === `${path}.file`) return 'picture';
  if (leaf.type === 'address') return 'address';
  return leaf.type === 'text' && leaf.markdown ? 'markdown' : 'plain';
}

function labelOf({ trail, wording }: NamedInput): Label {
  const joined = {
    ja: trail.map(({ ja }) => ja).join(' › '),
    en: trail.map(({ en }) => en).join(' › '),
  };
  return inputLabel(joined, wording);
}
