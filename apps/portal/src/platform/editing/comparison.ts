import type { Label } from '../i18n/localised.ts';
import { type EntryForm, inputsOf } from './form/entry-form.ts';
import { inputLabel, typedOf } from './form/reading.ts';
import { type DiffPart, diffText } from './text-diff.ts';

/** One input of an entry in two revisions. */
export interface ComparedInput {
  /** Name of the field it belongs to. */
  field: string;
  input: string;
  label: Label;
  before: string;
  after: string;
  parts: DiffPart[];
  changed: boolean;
}

/**
 * Two revisions of an entry side by side, input by input in the form's order.
 * @param before  undefined where there is no earlier revision
 * @param words   how a value of a field is read, such as 小さな会社 for `sme`
 */
export function compareRevisions(
  form: EntryForm,
  before: object | undefined,
  after: object,
  words: (field: string, value: string) => string,
): ComparedInput[] {
  const [old, fresh] = [before ? typedOf(form, before) : {}, typedOf(form, after)];
  return form.fields.flatMap((field) =>
    inputsOf(field).map((input) => {
      const read = (values: readonly string[] = []) =>
        values.map((value) => words(field.name, value)).join('\n');
      const [was, is] = [read(old[input]), read(fresh[input])];
      return {
        field: field.name,
        input,
        label: inputLabel(field, input),
        before: was,
        after: is,
        parts: diffText(was, is),
        changed: was !== is,
      };
    }),
  );
}
