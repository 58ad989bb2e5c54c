import type { z } from 'zod';
import type { Label } from '../../i18n/localised.ts';
import { done, type Outcome, type Problem, refused } from '../../outcome/outcome.ts';
import { brokenLinkFault } from '../../typesetting/broken-links.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import {
  type FormField,
  groupOfItem,
  type Item,
  isLeaf,
  type KindForm,
  type Leaf,
  longestOf,
  type Wording,
} from './form.ts';
import type { FormValues } from './form-values.ts';
import { readInputs } from './inputs.ts';
import { inputLabel, itemName, namedInputs, pictureParts } from './walk.ts';

export interface ReadingOptions {
  /** Data of the previous revision; values that the form does not show are taken from it. */
  former?: object | undefined;
  /** Rejects values that are not in the vocabulary; absent: removed values are kept. */
  vocabulary?: Vocabulary;
}

/**
 * Converts inputs to a record's data and validates it.
 * @returns refused with a problem for each invalid input, in the form's order
 */
export function readRecord(
  form: KindForm,
  formValues: FormValues,
  options: ReadingOptions = {},
): Outcome<object> {
  const { former = {}, vocabulary } = options;
  const asked = new Set(form.fields.map(({ name }) => name));
  const kept = Object.fromEntries(Object.entries(former).filter(([name]) => !asked.has(name)));
  const parsed = form.kind.schema.safeParse({ ...kept, ...readInputs(form, formValues) });
  const unknown = vocabulary ? unknownValues(form, formValues, vocabulary) : [];
  const broken = linksAtFault(form, formValues);
  if (parsed.success && unknown.length === 0 && broken.length === 0) return done(parsed.data);
  const problems = new Map<string, Problem>();
  for (const issue of parsed.error?.issues ?? []) {
    const place = placeOf(form, formValues, issue.path);
    const known = problems.get(place.input);
    // A custom message of the schema is more specific than "missing".
    if (!known || issue.code === 'custom') problems.set(place.input, problemAt(place, formValues, issue));
  }
  for (const place of unknown)
    if (!problems.has(place.input)) problems.set(place.input, problemAt(place, formValues));
  for (const problem of broken)
    if (problem.field && !problems.has(problem.field)) problems.set(problem.field, problem);
  const order = namedInputs(form, formValues).map(({ input }) => input);
  const rank = ({ field = '' }: Problem) => (order.includes(field) ? order.indexOf(field) : order.length);
  return refused(...[...problems.values()].sort((one, other) => rank(one) - rank(other)));
}

function unknownValues(form: KindForm, formValues: FormValues, vocabulary: Vocabulary): Place[] {
  return namedInputs(form, formValues).flatMap(({ input, leaf, trail, wording }) => {
    if (leaf.type !== 'choice' || !leaf.vocabulary || leaf.values) return [];
    const { vocabulary: list } = leaf;
    const known = (formValues[input] ?? []).every((value) => value === '' || vocabulary.has(list, value));
    return known ? [] : [{ input, leaf, wording, label: trail.at(-1) ?? form.kind.label }];
  });
}

/** Markdown texts with links that would not be published. */
function linksAtFault(form: KindForm, formValues: FormValues): Problem[] {
  return namedInputs(form, formValues).flatMap(({ input, leaf, trail, wording }) => {
    const fault = leaf.type === 'text' && leaf.markdown && brokenLinkFault(formValues[input]?.[0] ?? '');
    if (!fault) return [];
    const label = inputLabel(trail.at(-1) ?? form.kind.label, wording);
    return [
      { code: 'broken-link', field: input, message: named(label, { ja: `：${fault.ja}`, en: fault.en }) },
    ];
  });
}

/**
 * The part of an incomplete document that can be previewed: invalid items are omitted and missing texts are
 * marked. Undefined if even that is not enough.
 */
export function readPreviewable(form: KindForm, inputs: FormValues): object | undefined {
  const data = structuredClone(readInputs(form, inputs));
  for (let round = 0; round < 5; round += 1) {
    const parsed = form.kind.schema.safeParse(data);
    if (parsed.success) return parsed.data;
    // Previewable with an empty list, if nothing else is invalid.
    const { issues } = parsed.error;
    if (issues.every(({ code, path }) => code === 'too_small' && path.length === 1)) return data;
    // Remove each invalid item once, from the back so that the indexes of the others stay valid.
    const places = new Map(issues.map(({ path }) => [String(itemPath(path)), itemPath(path)]));
    for (const path of [...places.values()].toReversed()) removeInvalid(data, path);
  }
  return undefined;
}

/** Path of the outermost list item that contains an issue; the whole path if there is none. */
function itemPath(path: readonly PropertyKey[]): readonly PropertyKey[] {
  return path.slice(0, path.findIndex((step) => typeof step === 'number') + 1 || path.length);
}

const missing = '（未入力）';

function removeInvalid(data: Record<string, unknown>, path: readonly PropertyKey[]): void {
  const at = path.findIndex((step) => typeof step === 'number');
  if (at < 0) {
    const [name] = path;
    if (typeof name !== 'string') return;
    data[name] = Array.isArray(data[name]) ? data[name] : { ja: missing };
    return;
  }
  let list: unknown = data;
  for (const step of path.slice(0, at)) list = (list as Record<PropertyKey, unknown>)[step];
  if (Array.isArray(list)) list.splice(path[at] as number, 1);
}

interface Place {
  input: string;
  leaf: Leaf | undefined;
  wording?: Wording | undefined;
  label: Label;
}

/** Finds the input that an issue of the data belongs to. */
function placeOf(form: KindForm, inputs: FormValues, path: readonly PropertyKey[]): Place {
  let fields: readonly FormField[] = form.fields;
  let label: Label = form.kind.label;
  let input = '';
  const steps = path.map(String);
  while (steps.length > 0) {
    const name = steps.shift() ?? '';
    const field = fields.find((each) => each.name === name);
    input = input === '' ? name : `${input}.${name}`;
    if (!field) return { input, leaf: undefined, label };
    label = field.label;
    let item: Item;
    if (field.node.type === 'list' || field.node.type === 'table') {
      const step = steps.shift();
      if (step === undefined) return { input, leaf: undefined, label };
      const key = field.node.type === 'list' ? inputs[input]?.[Number(step)] : step;
      input = `${input}.${key}`;
      item = field.node.item;
      if (steps.length === 0 && !isLeaf(item)) {
        const name = itemName(item, inputs, input) ?? String(key);
        return { input, leaf: undefined, label: { ja: name, en: name } };
      }
    } else item = field.node;
    if (isLeaf(item)) return placeOfLeaf(item, input, label, steps);
    fields = groupOfItem(item, inputs[`${input}.type`]?.[0] ?? '')?.fields ?? [];
  }
  return { input, leaf: undefined, label };
}

function placeOfLeaf(leaf: Leaf, path: string, label: Label, [step, inner]: readonly string[]): Place {
  if (leaf.type === 'picture') {
    if (step === 'credit') return { input: `${path}.credit`, leaf, label: pictureParts.credit };
    if (step !== 'alt') return { input: `${path}.file`, leaf, label };
    const wording: Wording = inner === 'en' ? 'en' : 'ja';
    return { input: `${path}.${wording}`, leaf, wording, label: inputLabel(pictureParts.alt, wording) };
  }
  if (leaf.type === 'pairs' && step !== undefined)
    return { input: path, leaf, label: { ja: `${label.ja}：${step}`, en: `${label.en}: ${step}` } };
  if (leaf.type !== 'text') return { input: path, leaf, label };
  const wording: Wording = leaf.wordings.find((each) => each === step) ?? 'ja';
  return { input: `${path}.${wording}`, leaf, wording, label: inputLabel(label, wording) };
}

function problemAt(
  { input, leaf, wording, label }: Place,
  formValues: FormValues,
  issue?: z.core.$ZodIssue,
): Problem {
  const longest = leaf && longestOf(leaf, wording);
  const { length } = (formValues[input]?.[0] ?? '').trim();
  if (longest && length > longest) {
    const message = {
      ja: `「${label.ja}」は${longest}字までです（いまは${length}字）。短くしてください。`,
      en: `Shorten “${label.en}” to ${longest} characters; it has ${length}.`,
    };
    return { code: 'too-long', field: input, message };
  }
  const own = issue?.code === 'custom' ? (issue.params as Partial<Label> | undefined) : undefined;
  const message =
    own?.ja && own.en
      ? named(label, { ja: `：${own.ja}`, en: own.en })
      : named(label, requirement(leaf, issue?.code, length === 0));
  return { code: 'invalid-field', field: input, message };
}

const named = ({ ja, en }: Label, message: Label): Label => ({
  ja: `「${ja}」${message.ja}`,
  en: `“${en}”: ${message.en}`,
});

/** What to ask for instead of an invalid value. */
function requirement(
  leaf: Leaf | undefined,
  code: z.core.$ZodIssue['code'] | undefined,
  empty: boolean,
): Label {
  if (code === 'too_big' && leaf?.type !== 'number')
    return { ja: 'が長すぎるか、多すぎます。', en: 'this is too long, or too many.' };
  switch (leaf?.type) {
    case undefined:
      return { ja: 'を1つ以上加えてください。', en: 'add at least one.' };
    case 'choice':
      return { ja: 'を一覧から選んでください。', en: 'choose from the list.' };
    case 'flag':
      return { ja: 'を選んでください。', en: 'choose one.' };
    case 'picture':
      return empty
        ? { ja: 'を入れてください。', en: 'fill this in, or take the picture out.' }
        : { ja: 'を選び直してください。', en: 'choose this again.' };
    case 'records':
      return { ja: 'を1つ以上選んでください。', en: 'choose at least one.' };
    case 'pairs':
      return {
        ja: 'は、1行に1つ「言葉：よみ」の形で、よみはひらがなで入れてください。同じ言葉は1度だけです。',
        en: 'write one a line, word：reading, with the reading in hiragana, and each word once.',
      };
    case 'address':
      return {
        ja: 'に、https:// か http:// で始まるアドレスを入れてください。',
        en: 'enter an address that begins with https:// or http://.',
      };
    case 'day':
    case 'days':
      return { ja: 'に日付を入れてください。例：2027-01-15', en: 'enter a date, such as 2027-01-15.' };
    case 'moment':
      return { ja: 'に日時を入れてください。', en: 'enter a day and time.' };
    case 'number':
      return {
        ja: 'に、決まった範囲の数を数字で入れてください。',
        en: 'enter a number within the range given.',
      };
    default:
      return empty
        ? { ja: 'を入れてください。', en: 'fill this in.' }
        : { ja: 'を、説明のとおりに入れてください。', en: 'fill this in as it is asked for.' };
  }
}
