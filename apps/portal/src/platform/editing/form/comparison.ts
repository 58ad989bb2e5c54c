import type { Label } from '../../i18n/localised.ts';
import { type DiffPart, diffText } from '../text-diff.ts';
import type { KindForm, Leaf } from './form.ts';
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
  /** How its value is read: as it stands, as Markdown, or as an address. */
  format: 'plain' | 'markdown' | 'address';
}

/** Reads a value of an input as people do, such as the title of a record for its id. */
export type ValueWords = (input: NamedInput, value: string) => string;

/**
 * Two versions of a record side by side, input by input: those of the later one in its order, then those that are
 * gone. Items are known by their keys, so one that only moved is told by the order of its list.
 * @param before  undefined where there is no earlier version
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
      // In which order boxes were ticked means nothing.
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
      format: formatOf(named.leaf),
    };
  });
  return [...listsCompared(form, old, fresh), ...values];
}

/** The lists whose items came, went or moved, each as the names of its items. */
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

function formatOf(leaf: Leaf): ComparedInput['format'] {
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
