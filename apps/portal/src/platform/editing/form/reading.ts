import type { Label } from '../../i18n/localised.ts';
import { done, type Outcome, type Problem, refused } from '../../outcome/outcome.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import { type EntryForm, type FormField, inputsOf, longestOf, type Wording } from './entry-form.ts';
import { oneValue, type Typed } from './typed.ts';

type Data = Record<string, unknown>;

/**
 * Reads what was typed as a record's data.
 * @param former  data of the revision before: what the form does not ask for stays as it was
 * @returns refused with a problem for each input that is not as the kind's schema wants it
 */
export function readTyped(
  form: EntryForm,
  typed: Typed,
  vocabulary: Vocabulary,
  former: object = {},
): Outcome<object> {
  const asked = new Set(form.fields.map(({ name }) => name));
  const data: Data = Object.fromEntries(Object.entries(former).filter(([name]) => !asked.has(name)));
  for (const field of form.fields) {
    const value = readField(field, typed);
    if (value !== undefined) data[field.name] = value;
  }
  const unknown = form.fields.filter((field) => hasUnknownValue(field, typed, vocabulary));
  const parsed = form.kind.schema.safeParse(data);
  const faulty = new Set(unknown.flatMap((field) => inputsOf(field).slice(0, 1)));
  /** What only the schema knows to say. */
  const said = new Map<string, Label>();
  for (const issue of parsed.error?.issues ?? []) {
    const input = inputAt(form, issue.path);
    faulty.add(input);
    const own = issue.code === 'custom' ? (issue.params as Partial<Label> | undefined) : undefined;
    if (own?.ja && own.en) said.set(input, { ja: own.ja, en: own.en });
  }
  if (parsed.success && faulty.size === 0) return done(parsed.data);
  return refused(...inOrder(form, faulty).map((input) => problemOf(form, input, typed, said.get(input))));
}

/** A record's data as it stands in the inputs of the form. */
export function typedOf(form: EntryForm, data: object): Typed {
  const typed: Record<string, string[]> = {};
  for (const field of form.fields) {
    const value = (data as Data)[field.name];
    for (const input of inputsOf(field)) typed[input] = [];
    if (value === undefined) continue;
    if (field.control.sort === 'text') {
      const text = value as Partial<Record<Wording, string>>;
      for (const wording of field.control.wordings)
        if (text[wording]) typed[`${field.name}.${wording}`] = [text[wording]];
    } else if (field.control.sort === 'lines') typed[field.name] = [(value as string[]).join('\n')];
    else if (typeof value === 'boolean') typed[field.name] = [value ? 'yes' : 'no'];
    else typed[field.name] = Array.isArray(value) ? value.map(String) : [String(value)];
  }
  return typed;
}

function readField({ name, control, required }: FormField, typed: Typed): unknown {
  if (control.sort === 'text') {
    const pairs = control.wordings
      .map((wording) => [wording, oneValue(typed, `${name}.${wording}`).trim()] as const)
      .filter(([, words]) => words !== '');
    return pairs.length === 0 && !required ? undefined : Object.fromEntries(pairs);
  }
  const values = (typed[name] ?? []).map((value) => value.trim()).filter((value) => value !== '');
  if (control.sort === 'lines') {
    const lines = oneValue(typed, name)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    return lines.length === 0 && !required ? undefined : lines;
  }
  if (control.sort === 'choice' && control.many) return values.length === 0 && !required ? undefined : values;
  const [value] = values;
  if (value === undefined) return undefined;
  if (control.sort === 'number') return Number(value.normalize('NFKC'));
  if (control.sort === 'flag') return value === 'yes' ? true : value === 'no' ? false : value;
  return value;
}

function hasUnknownValue({ name, control }: FormField, typed: Typed, vocabulary: Vocabulary): boolean {
  if (control.sort !== 'choice' || !control.vocabulary || control.values) return false;
  const { vocabulary: list } = control;
  return (typed[name] ?? []).some((value) => value !== '' && !vocabulary.has(list, value));
}

function inputAt(form: EntryForm, path: readonly PropertyKey[]): string {
  const field = form.fields.find(({ name }) => name === path[0]);
  if (!field) return String(path[0] ?? '');
  const inputs = inputsOf(field);
  const deep = `${field.name}.${String(path[1])}`;
  return inputs.includes(deep) ? deep : (inputs[0] ?? field.name);
}

function inOrder(form: EntryForm, faulty: ReadonlySet<string>): string[] {
  const order = form.fields.flatMap(inputsOf);
  return [...faulty].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

function problemOf(form: EntryForm, input: string, typed: Typed, said: Label | undefined): Problem {
  const field = form.fields.find((each) => inputsOf(each).includes(input));
  if (!field) return { code: 'invalid-field', field: input, message: notTaken };
  const { ja, en } = inputLabel(field, input);
  const [longest, length] = [longestOf(field, input), oneValue(typed, input).trim().length];
  if (longest !== undefined && length > longest) {
    const message = {
      ja: `「${ja}」は${longest}字までです（いまは${length}字）。短くしてください。`,
      en: `Shorten “${en}” to ${longest} characters; it has ${length}.`,
    };
    return { code: 'too-long', field: input, message };
  }
  if (said) {
    const message = { ja: `「${ja}」：${said.ja}`, en: `“${en}”: ${said.en}` };
    return { code: 'invalid-field', field: input, message };
  }
  const messages: Record<'choice' | 'address' | 'day' | 'number' | 'other', Label> = {
    choice: { ja: `「${ja}」を一覧から選んでください。`, en: `Choose from the list for “${en}”.` },
    address: {
      ja: `「${ja}」に、https:// か http:// で始まるアドレスを入れてください。`,
      en: `Enter an address that begins with https:// or http:// for “${en}”.`,
    },
    day: { ja: `「${ja}」に日付を入れてください。`, en: `Enter a date for “${en}”.` },
    number: { ja: `「${ja}」に数字を入れてください。`, en: `Enter a number for “${en}”.` },
    other: { ja: `「${ja}」を入れてください。`, en: `Fill in “${en}”.` },
  };
  const { sort } = field.control;
  const message = Object.hasOwn(messages, sort) ? messages[sort as keyof typeof messages] : messages.other;
  return { code: 'invalid-field', field: input, message };
}

const wordingLabels: Record<Wording, Label> = {
  ja: { ja: '日本語', en: 'Japanese' },
  en: { ja: '英語', en: 'English' },
  easy: { ja: 'やさしい日本語', en: 'plain Japanese' },
};

/** What an input is called: its field, and in which wording. */
export function inputLabel(field: FormField, input: string): Label {
  const wording = input.slice(field.name.length + 1);
  if (field.control.sort !== 'text' || !isWording(wording)) return field.label;
  const { ja, en } = wordingLabels[wording];
  return { ja: `${field.label.ja}（${ja}）`, en: `${field.label.en} (${en})` };
}

function isWording(word: string): word is Wording {
  return Object.hasOwn(wordingLabels, word);
}

const notTaken: Label = {
  ja: 'この項目の値は受け付けられません。',
  en: 'The value of this field cannot be taken.',
};
