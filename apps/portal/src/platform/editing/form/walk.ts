import type { Label } from '../../i18n/localised.ts';
import { type FormField, groupOfItem, type Item, type KindForm, type Leaf, type Wording } from './form.ts';
import type { FormValues } from './form-values.ts';

/** An input with its leaf and the labels that lead to it. */
export interface NamedInput {
  input: string;
  /** Path of the leaf: the input's name without its wording. */
  path: string;
  leaf: Leaf;
  wording?: Wording;
  /** Labels of the enclosing fields and items, outermost first. */
  trail: readonly Label[];
}

const wordingLabels: Record<Wording, Label> = {
  ja: { ja: '日本語', en: 'Japanese' },
  en: { ja: '英語', en: 'English' },
  easy: { ja: 'やさしい日本語', en: 'plain Japanese' },
};

/** Label of a text input: 見出し（英語）. */
export function inputLabel({ ja, en }: Label, wording: Wording | undefined): Label {
  if (!wording) return { ja, en };
  const name = wordingLabels[wording];
  return { ja: `${ja}（${name.ja}）`, en: `${en} (${name.en})` };
}

/** All current inputs of a form, in the form's order. */
export function namedInputs(form: KindForm, inputs: FormValues): NamedInput[] {
  return inputsOfFields(form.fields, inputs, '', []);
}

function inputsOfFields(
  fields: readonly FormField[],
  inputs: FormValues,
  prefix: string,
  trail: readonly Label[],
): NamedInput[] {
  return fields.flatMap(({ name, label, node }) => {
    const path = prefix + name;
    const inner = [...trail, label];
    if (node.type !== 'list' && node.type !== 'table') return inputsOfItem(node, inputs, path, inner);
    return (inputs[path] ?? []).flatMap((key, index) => {
      const item = `${path}.${key}`;
      const called = itemName(node.item, inputs, item) ?? (node.type === 'table' ? key : `${index + 1}`);
      return inputsOfItem(node.item, inputs, item, [...inner, { ja: called, en: called }]);
    });
  });
}

function inputsOfItem(item: Item, inputs: FormValues, path: string, trail: readonly Label[]): NamedInput[] {
  if (item.type === 'group' || item.type === 'variants') {
    const group = groupOfItem(item, inputs[`${path}.type`]?.[0] ?? '');
    return group ? inputsOfFields(group.fields, inputs, `${path}.`, trail) : [];
  }
  return leafInputs(item, path).map(({ part, ...own }) => ({
    ...own,
    path,
    leaf: item,
    trail: part ? [...trail, part] : trail,
  }));
}

/** Parts of a picture, each with inputs of its own. */
export const pictureParts = {
  file: { ja: 'ファイル', en: 'File' },
  alt: { ja: '画像の説明', en: 'What it shows' },
  credit: { ja: '作者・利用条件', en: 'Credit and licence' },
} satisfies Record<string, Label>;

/** An input of a leaf. */
interface LeafInput {
  input: string;
  wording?: Wording;
  /** Label of the part of a picture that it holds. */
  part?: Label;
}

/** The inputs of a leaf: one for each wording of a text and part of a picture, else one. */
export function leafInputs(leaf: Leaf, path: string): LeafInput[] {
  if (leaf.type === 'picture')
    return [
      { input: `${path}.file`, part: pictureParts.file },
      { input: `${path}.ja`, wording: 'ja', part: pictureParts.alt },
      { input: `${path}.en`, wording: 'en', part: pictureParts.alt },
      { input: `${path}.credit`, part: pictureParts.credit },
    ];
  if (leaf.type !== 'text') return [{ input: path }];
  return leaf.wordings.map((wording) => ({ input: `${path}.${wording}`, wording }));
}

const longestName = 40;

/** Display name of a list item: its first text. */
export function itemName(item: Item, inputs: FormValues, path: string): string | undefined {
  for (const { input, leaf } of inputsOfItem(item, inputs, path, [])) {
    if (leaf.type === 'choice' || leaf.type === 'flag' || leaf.type === 'picture') continue;
    const words = (inputs[input]?.[0] ?? '').trim().replace(/\s+/g, ' ');
    if (words !== '') return words.length > longestName ? `${words.slice(0, longestName)}…` : words;
  }
  return undefined;
}
