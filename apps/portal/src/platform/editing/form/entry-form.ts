import { z } from 'zod';
import type { Label } from '../../i18n/localised.ts';
import type { DeclaredField } from '../../publishing/field.ts';
import type { Kind, KindRegistry } from '../../publishing/kind.ts';
import { vocabularyNames } from '../../vocabulary/vocabulary.ts';

export type Wording = 'ja' | 'en' | 'easy';

/** Characters that a wording may have, where its length is limited. */
type Longest = Partial<Record<Wording, number>>;

/** How a field is filled in. */
type Control =
  /** A text with an input for each wording. */
  | { sort: 'text'; wordings: readonly Wording[]; long: boolean; markdown: boolean; longest: Longest }
  /** Values of a list, ticked or chosen; `values` where the schema itself lists them. */
  | { sort: 'choice'; many: boolean; vocabulary?: string; values?: readonly string[] }
  /** Several short values, one a line. */
  | { sort: 'lines' }
  | { sort: 'address' | 'line'; most: number }
  | { sort: 'day' }
  | { sort: 'number' }
  /** Typed as `yes` or `no`. */
  | { sort: 'flag' };

/** What a step of the form asks: what it says, for whom it is, and what may be added. */
export type StepName = 'texts' | 'choices' | 'more';

export interface FormField {
  name: string;
  label: Label;
  help?: Label;
  required: boolean;
  control: Control;
  step: StepName;
}

export interface EntryForm {
  kind: Kind;
  fields: readonly FormField[];
  /** The steps that have fields, in order. */
  steps: readonly StepName[];
}

const stepOrder: readonly StepName[] = ['texts', 'choices', 'more'];

/** The form of a kind, made from its declaration; undefined where a field needs more than a plain form. */
export function entryForm(kind: Kind): EntryForm | undefined {
  const fields: FormField[] = [];
  for (const declared of kind.fields) {
    const { schema, required } = unwrapped(declared.schema);
    const control = controlOf(schema, declared);
    if (!control) return undefined;
    const { label, help } = declared.marking;
    const step = !required ? 'more' : control.sort === 'choice' ? 'choices' : 'texts';
    fields.push({ name: declared.name, label, ...(help && { help }), required, control, step });
  }
  return { kind, fields, steps: stepOrder.filter((step) => fields.some((field) => field.step === step)) };
}

/** The forms of all kinds that people enter by hand: those with a page, and fields that a plain form can ask for. */
export function entryForms(kinds: KindRegistry): Map<string, EntryForm> {
  const forms = kinds
    .listed()
    .filter((kind) => kind.card && kind.pagePath)
    .flatMap((kind) => entryForm(kind) ?? []);
  return new Map(forms.map((form) => [form.kind.name, form]));
}

/** Names of the inputs of a field. */
export function inputsOf({ name, control }: FormField): string[] {
  return control.sort === 'text' ? control.wordings.map((wording) => `${name}.${wording}`) : [name];
}

/** How many characters an input takes; undefined where it takes any number. */
export function longestOf({ name, control }: FormField, input: string): number | undefined {
  if (control.sort === 'address' || control.sort === 'line') return control.most;
  if (control.sort !== 'text') return undefined;
  const wording = control.wordings.find((each) => input === `${name}.${each}`);
  return wording && control.longest[wording];
}

export function fieldsOfStep(form: EntryForm, step: StepName): FormField[] {
  return form.fields.filter((field) => field.step === step);
}

function unwrapped(schema: z.ZodType): { schema: z.ZodType; required: boolean } {
  return schema instanceof z.ZodOptional
    ? { schema: schema.unwrap() as z.ZodType, required: false }
    : { schema, required: true };
}

function controlOf(schema: z.ZodType, { name, marking }: DeclaredField): Control | undefined {
  const vocabulary = listOf({ name, marking });
  if (schema instanceof z.ZodObject) return textControl(schema, marking.markdown ?? false);
  if (schema instanceof z.ZodEnum) {
    const values = schema.options.map(String);
    return { sort: 'choice', many: false, values, ...(vocabulary && { vocabulary }) };
  }
  if (schema instanceof z.ZodArray) {
    if (schema.element instanceof z.ZodEnum) {
      const values = schema.element.options.map(String);
      return { sort: 'choice', many: true, values, ...(vocabulary && { vocabulary }) };
    }
    if (!(schema.element instanceof z.ZodString)) return undefined;
    return vocabulary ? { sort: 'choice', many: true, vocabulary } : { sort: 'lines' };
  }
  if (schema instanceof z.ZodURL) return { sort: 'address', most: schema.maxLength ?? 0 };
  if (schema instanceof z.ZodISODate) return { sort: 'day' };
  if (schema instanceof z.ZodNumber) return { sort: 'number' };
  if (schema instanceof z.ZodBoolean) return { sort: 'flag' };
  if (schema instanceof z.ZodString)
    return vocabulary
      ? { sort: 'choice', many: false, vocabulary }
      : { sort: 'line', most: schema.maxLength ?? 0 };
  return undefined;
}

/** The list that words a field's values: a vocabulary, or what a facet declares. */
function listOf({ name, marking }: Pick<DeclaredField, 'name' | 'marking'>): string | undefined {
  return marking.vocabulary ?? marking.facet ?? vocabularyNames.find((each) => each === name);
}

const wordings: readonly Wording[] = ['ja', 'en', 'easy'];

function textControl(schema: z.ZodObject, markdown: boolean): Control | undefined {
  const names = Object.keys(schema.shape);
  if (!names.includes('ja') || names.some((name) => !wordings.some((each) => each === name)))
    return undefined;
  const own = wordings.filter((wording) => names.includes(wording));
  const longest = Object.fromEntries(
    own.flatMap((wording) => {
      const { schema: words } = unwrapped(schema.shape[wording] as z.ZodType);
      return words instanceof z.ZodString && words.maxLength !== null ? [[wording, words.maxLength]] : [];
    }),
  );
  return { sort: 'text', wordings: own, long: own.includes('easy'), markdown, longest };
}
