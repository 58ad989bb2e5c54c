import type { Label } from '../../i18n/localised.ts';
import type { Kind, KindRegistry } from '../../publishing/kind.ts';
import { type FormField, isLeaf, type KindForm, kindForm, type Leaf, longestOf } from './form.ts';
import { inputLabel, leafInputs } from './walk.ts';

/** Steps of the form: texts, choices, optional additions. */
export type StepName = 'texts' | 'choices' | 'more';

export interface EntryField extends FormField {
  node: Leaf;
  step: StepName;
}

/** The form, in steps, of a kind without nested fields. */
export interface EntryForm extends KindForm {
  fields: readonly EntryField[];
  /** The steps that have fields, in order. */
  steps: readonly StepName[];
}

const stepOrder: readonly StepName[] = ['texts', 'choices', 'more'];

/** The form of a kind in steps; undefined if a field has nested fields. */
export function entryForm(kind: Kind): EntryForm | undefined {
  const fields: EntryField[] = [];
  for (const field of kindForm(kind).fields) {
    const { required } = field;
    const { node } = field;
    if (!isLeaf(node)) return undefined;
    const step = !required ? 'more' : node.type === 'choice' ? 'choices' : 'texts';
    fields.push({ ...field, node, step });
  }
  return { kind, fields, steps: stepOrder.filter((step) => fields.some((field) => field.step === step)) };
}

/** The forms of all kinds entered by hand: those with a page and without nested fields. */
export function entryForms(kinds: KindRegistry): Map<string, EntryForm> {
  const forms = kinds
    .listed()
    .filter((kind) => kind.card && kind.pagePath)
    .flatMap((kind) => entryForm(kind) ?? []);
  return new Map(forms.map((form) => [form.kind.name, form]));
}

/** Names of the inputs of a field. */
export function inputsOf({ name, node }: EntryField): string[] {
  return leafInputs(node, name).map(({ input }) => input);
}

/** Most characters of an input; undefined if unlimited. */
export function longestOfInput({ name, node }: EntryField, input: string): number | undefined {
  return longestOf(node, leafInputs(node, name).find((each) => each.input === input)?.wording);
}

/** Label of an input: its field and wording. */
export function labelOfInput({ name, node, label }: EntryField, input: string): Label {
  const { wording, part } = leafInputs(node, name).find((each) => each.input === input) ?? {};
  const whole = part ? { ja: `${label.ja}：${part.ja}`, en: `${label.en}: ${part.en}` } : label;
  return inputLabel(whole, wording);
}

export function fieldsOfStep(form: EntryForm, step: StepName): EntryField[] {
  return form.fields.filter((field) => field.step === step);
}
