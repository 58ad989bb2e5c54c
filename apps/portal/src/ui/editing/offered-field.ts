import { type EntryField, type EntryForm, inputsOf } from '../../platform/editing/form/entry-form.ts';
import type { FormValues } from '../../platform/editing/form/form-values.ts';
import type { NamedInput } from '../../platform/editing/form/walk.ts';
import { choose, type Reading } from '../../platform/i18n/language.ts';
import type { Platform } from '../../platform/platform.ts';
import { titleText } from '../../platform/publishing/kind.ts';
import type { Vocabulary } from '../../platform/vocabulary/vocabulary.ts';
import { editingWords } from './messages.ts';

/** A field with labelled choices. */
export interface OfferedField {
  field: EntryField;
  options: readonly { value: string; label: string }[];
}

/** Labels for the values of a form's fields; the titles of records where they are published. */
export function wordsOf(
  form: EntryForm,
  { vocabulary, model, kinds }: Pick<Platform, 'vocabulary' | 'model' | 'kinds'>,
  reading: Reading,
) {
  const offers = new Map(form.fields.map((field) => [field.name, offered(field, vocabulary(), reading)]));
  const titleOf = (id: string) => {
    const record = model.get(id);
    const kind = record && kinds.find(record.kind);
    const title = kind && titleText(kind, record.data);
    return title && choose(title, reading).text;
  };
  return ({ path, leaf }: NamedInput, value: string): string =>
    leaf.type === 'records'
      ? (titleOf(value) ?? value)
      : (offers.get(path)?.options.find((option) => option.value === value)?.label ?? value);
}

/** A field with choices labelled in the reader's language. */
export function offered(field: EntryField, vocabulary: Vocabulary, reading: Reading): OfferedField {
  const { node } = field;
  if (node.type === 'flag') {
    const words = editingWords(reading).label.field;
    return {
      field,
      options: [
        { value: 'yes', label: words.yes },
        { value: 'no', label: words.no },
      ],
    };
  }
  if (node.type !== 'choice') return { field, options: [] };
  const { vocabulary: list } = node;
  const values = node.values ?? (list ? vocabulary.values(list) : []);
  const label = (value: string) => (list ? choose(vocabulary.label(list, value), reading).text : value);
  return { field, options: values.map((value) => ({ value, label: label(value) })) };
}

/** Values of a field for display, as labels. */
export function shownValues({ field, options }: OfferedField, formValues: FormValues): string[] {
  const isFile = (input: string) => field.node.type === 'picture' && input === `${field.name}.file`;
  const values = inputsOf(field).flatMap((input) => (isFile(input) ? [] : (formValues[input] ?? [])));
  const words = (value: string) => options.find((option) => option.value === value)?.label ?? value;
  return values.filter((value) => value !== '').map(words);
}
