import { dayInTokyo } from '../../../platform/i18n/dates.ts';
import { choose, type Reading } from '../../../platform/i18n/language.ts';
import type { KindRegistry } from '../../../platform/publishing/kind.ts';
import type { Vocabulary } from '../../../platform/vocabulary/vocabulary.ts';
import { type Entry, stageOf } from './entries.ts';
import { type EntryForm, entryForm, type FormField, inputsOf } from './form/entry-form.ts';
import { typedOf } from './form/reading.ts';
import { oneValue, type Typed } from './form/typed.ts';
import { deskText } from './messages.ts';
import type { EntryRow, OfferedField } from './views.ts';

/** The forms of all kinds that people enter by hand: those with a page, and fields that a plain form can ask for. */
export function entryForms(kinds: KindRegistry): Map<string, EntryForm> {
  const forms = kinds
    .listed()
    .filter((kind) => kind.card && kind.pagePath)
    .flatMap((kind) => entryForm(kind) ?? []);
  return new Map(forms.map((form) => [form.kind.name, form]));
}

export function titleOf(form: EntryForm, { sent, draft }: Entry): string | undefined {
  const typed = draft?.typed ?? (sent ? typedOf(form, sent.revision.data) : {});
  return oneValue(typed, `${form.kind.card?.title}.ja`) || undefined;
}

export function rowOf(form: EntryForm, entry: Entry): EntryRow {
  const { sent, draft } = entry;
  const expiresAt = sent?.publication.expiresAt;
  return {
    id: entry.id,
    title: titleOf(form, entry),
    stage: stageOf(entry),
    unsent: sent !== null && draft !== null,
    changedAt: draft?.updatedAt ?? sent?.publication.updatedAt ?? new Date(0),
    until: expiresAt ? dayInTokyo(expiresAt) : undefined,
  };
}

/** Name of what a revision says; undefined for data of a kind without a form. */
export function titleIn(form: EntryForm | undefined, data: object | undefined): string | undefined {
  if (!form || !data) return undefined;
  return oneValue(typedOf(form, data), `${form.kind.card?.title}.ja`) || undefined;
}

/** Reads values of a form's fields in the reader's words. */
export function wordsOf(form: EntryForm, vocabulary: Vocabulary, reading: Reading) {
  const offers = new Map(form.fields.map((field) => [field.name, offered(field, vocabulary, reading)]));
  return (field: string, value: string): string =>
    offers.get(field)?.options.find((option) => option.value === value)?.label ?? value;
}

/** A field with its choices in the reader's language. */
export function offered(field: FormField, vocabulary: Vocabulary, reading: Reading): OfferedField {
  const { control } = field;
  if (control.sort === 'flag') {
    const words = deskText(reading).label.form;
    return {
      field,
      options: [
        { value: 'yes', label: words.yes },
        { value: 'no', label: words.no },
      ],
    };
  }
  if (control.sort !== 'choice') return { field, options: [] };
  const { vocabulary: list } = control;
  const values = control.values ?? (list ? vocabulary.values(list) : []);
  const label = (value: string) => (list ? choose(vocabulary.label(list, value), reading).text : value);
  return { field, options: values.map((value) => ({ value, label: label(value) })) };
}

/** What was typed into a field, as its reader reads it: values by their words. */
export function shownValues({ field, options }: OfferedField, typed: Typed): string[] {
  const values = inputsOf(field).flatMap((input) => typed[input] ?? []);
  const words = (value: string) => options.find((option) => option.value === value)?.label ?? value;
  return values.filter((value) => value !== '').map(words);
}
