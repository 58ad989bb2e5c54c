import type { Label } from '../../i18n/localised.ts';
import type { Kind, KindRegistry } from '../../publishing/kind.ts';
import { type FormField, isLeaf, type KindForm, kindForm, type Leaf, longestOf } from './form.ts';
import { inputLabel, leafInputs } from './walk.ts';

/** What a step of the form asks: what it says, for whom it is, and what may be added. */
export type StepName = 'texts' | 'choices' | 'more';

export interface EntryField extends FormField {
  node: Leaf;
  step: StepName;
}

/** The form of a kind whose fields hold no others, asked for in steps. */
export interface EntryForm extends KindForm {
  fields: readonly EntryField[];
  /** The steps that have fields, in order. */
  steps: readonly StepName[];
}

const stepOrder: readonly StepName[] = ['texts', 'choices', 'more'];

/** The form of a kind in steps; undefined where a field holds others. */
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

/** The forms of all kinds that people enter by hand: those with a page whose fields hold no others. */
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

/** How many characters an input of a field takes; undefined where it takes any number. */
export function longestOfInput({ name, node }: EntryField, input: string): number | undefined {
  return longestOf(node, leafInputs(node, name).find((each) => each.input === input)?.wording);
}

/** What an input is called: its field, and in which wording. */
export function labelOfInput({ name, node, label }: EntryField, input: string): Label {
  return inputLabel(label, leafInputs(node, name).find((each) => each.input === input)?.wording);
}

export function fieldsOfStep(form: EntryForm, step: StepName): EntryField[] {
  return form.fields.filter((field) => field.step === step);
}
