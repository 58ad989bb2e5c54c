import type { z } from 'zod';
import type { Typed } from '../../../../platform/editing/form/typed.ts';
import type { Label } from '../../../../platform/i18n/localised.ts';
import { done, type Outcome, type Problem, refused } from '../../../../platform/outcome/outcome.ts';
import {
  type DocumentField,
  type DocumentForm,
  groupOfItem,
  type Item,
  type Leaf,
  type Wording,
} from './document-form.ts';
import { dataOfInputs } from './inputs.ts';
import { inputLabel, itemName } from './walk.ts';

/** Reads inputs as a record's data. @returns refused with a problem for each input that the schema does not take */
export function readDocument(form: DocumentForm, inputs: Typed): Outcome<object> {
  const parsed = form.kind.schema.safeParse(dataOfInputs(form, inputs));
  if (parsed.success) return done(parsed.data);
  const problems = new Map<string, Problem>();
  for (const issue of parsed.error.issues) {
    const place = placeOf(form, inputs, issue.path);
    if (!problems.has(place.input)) problems.set(place.input, problemAt(place, issue));
  }
  return refused(...problems.values());
}

/**
 * What can be shown of a document that is not complete yet: items that are at fault are left out, and texts that are
 * missing are marked. Undefined where even that is not enough.
 */
export function readWhatStands(form: DocumentForm, inputs: Typed): object | undefined {
  const data = structuredClone(dataOfInputs(form, inputs));
  for (let round = 0; round < 5; round += 1) {
    const parsed = form.kind.schema.safeParse(data);
    if (parsed.success) return parsed.data;
    // A page can be shown while its list is still empty; nothing else is at fault then.
    const { issues } = parsed.error;
    if (issues.every(({ code, path }) => code === 'too_small' && path.length === 1)) return data;
    // An item with several faults is taken out once; from the back, so that none of those still to be taken moves.
    const places = new Map(issues.map(({ path }) => [String(itemPath(path)), itemPath(path)]));
    for (const path of [...places.values()].toReversed()) mend(data, path);
  }
  return undefined;
}

/** The way to the outermost item of a list that an issue stands in; the whole way where there is none. */
function itemPath(path: readonly PropertyKey[]): readonly PropertyKey[] {
  return path.slice(0, path.findIndex((step) => typeof step === 'number') + 1 || path.length);
}

const missing = '（未入力）';

function mend(data: Record<string, unknown>, path: readonly PropertyKey[]): void {
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
  label: Label;
}

/** Where an issue of the data stands in the form. */
function placeOf(form: DocumentForm, inputs: Typed, path: readonly PropertyKey[]): Place {
  let fields: readonly DocumentField[] = form.fields;
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
    if (field.node.sort === 'list' || field.node.sort === 'table') {
      const step = steps.shift();
      if (step === undefined) return { input, leaf: undefined, label };
      const key = field.node.sort === 'list' ? inputs[input]?.[Number(step)] : step;
      input = `${input}.${key}`;
      item = field.node.item;
      if (steps.length === 0 && (item.sort === 'group' || item.sort === 'variants')) {
        const name = itemName(item, inputs, input) ?? String(key);
        return { input, leaf: undefined, label: { ja: name, en: name } };
      }
    } else item = field.node;
    if (item.sort !== 'group' && item.sort !== 'variants') return placeOfLeaf(item, input, label, steps[0]);
    fields = groupOfItem(item, inputs[`${input}.type`]?.[0] ?? '')?.fields ?? [];
  }
  return { input, leaf: undefined, label };
}

function placeOfLeaf(leaf: Leaf, path: string, label: Label, step: string | undefined): Place {
  if (leaf.sort === 'pairs' && step !== undefined)
    return { input: path, leaf, label: { ja: `${label.ja}：${step}`, en: `${label.en}: ${step}` } };
  if (leaf.sort !== 'text') return { input: path, leaf, label };
  const wording: Wording = leaf.wordings.find((each) => each === step) ?? 'ja';
  return { input: `${path}.${wording}`, leaf, label: inputLabel(label, wording) };
}

function problemAt({ input, leaf, label }: Place, issue: z.core.$ZodIssue): Problem {
  const own = issue.code === 'custom' ? (issue.params as Partial<Label> | undefined) : undefined;
  const message =
    own?.ja && own.en
      ? named(label, { ja: `：${own.ja}`, en: own.en })
      : named(label, wish(leaf, issue.code));
  return { code: 'invalid-field', field: input, message };
}

const named = ({ ja, en }: Label, said: Label): Label => ({
  ja: `「${ja}」${said.ja}`,
  en: `“${en}”: ${said.en}`,
});

function wish(leaf: Leaf | undefined, code: z.core.$ZodIssue['code']): Label {
  if (code === 'too_big') return { ja: 'が長すぎるか、多すぎます。', en: 'this is too long, or too many.' };
  switch (leaf?.sort) {
    case undefined:
      return { ja: 'を1つ以上加えてください。', en: 'add at least one.' };
    case 'choice':
    case 'values':
      return { ja: 'を一覧から選んでください。', en: 'choose from the list.' };
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
        en: 'enter an address that begins with https://.',
      };
    case 'moment':
      return { ja: 'に日時を入れてください。', en: 'enter a day and time.' };
    case 'number':
      return {
        ja: 'に、決まった範囲の整数を入れてください。',
        en: 'enter a whole number within the range given.',
      };
    default:
      return { ja: 'を、説明のとおりに入れてください。', en: 'fill this in as it is asked for.' };
  }
}
