import { type FormField, groupOfItem, type Item, type KindForm, type Leaf } from './form.ts';
import type { FormValues } from './form-values.ts';
import { momentOfInput, momentToInput } from './moments.ts';

/**
 * Converts a record's data to inputs and back. Each leaf has an input named by its path, such as
 * `blocks.first-hour.heading.ja`. A list has an input with the keys of its items in order; the key is the
 * item's own id, or `k` and a number, so that input names survive reordering. Data that no form shows is JSON
 * under a name with `@`.
 */

type Data = Record<string, unknown>;
type Inputs = Record<string, string[]>;

const hidden = '@';
const isObject = (value: unknown): value is Data => typeof value === 'object' && value !== null;

/**
 * The inputs of a record's data.
 * @param former  earlier version: list items without an id keep the keys they had there
 */
export function writeInputs({ kind, fields }: KindForm, data: object, former?: object): FormValues {
  const inputs: Inputs = {};
  // What is amended without review is never part of a draft.
  const amendable = kind.fields.filter(({ marking }) => marking.amendable).map(({ name }) => name);
  writeFields(fields, data as Data, '', inputs, amendable);
  if (!former) return inputs;
  for (const { name, node } of fields) {
    if (node.type !== 'list' || node.own) continue;
    const items = ((data as Data)[name] ?? []) as unknown[];
    const keys = alignedKeys(((former as Data)[name] ?? []) as unknown[], items);
    for (const own of Object.keys(inputs)) if (own.startsWith(`${name}.`)) delete inputs[own];
    inputs[name] = keys;
    for (const [index, item] of items.entries()) writeItem(node.item, item, `${name}.${keys[index]}`, inputs);
  }
  return inputs;
}

/**
 * Matches the items of a list to earlier ones: equal items get their former keys, others the remaining keys
 * in order.
 */
function alignedKeys(former: readonly unknown[], items: readonly unknown[]): string[] {
  const left = new Map<string, number[]>();
  for (const [index, item] of former.entries()) {
    const written = JSON.stringify(item);
    left.set(written, [...(left.get(written) ?? []), index]);
  }
  const equal = items.map((item) => left.get(JSON.stringify(item))?.shift());
  const free = [...left.values()].flat().sort((a, b) => a - b);
  let beyond = former.length;
  return equal.map((index) => `k${index ?? free.shift() ?? beyond++}`);
}

function writeFields(
  fields: readonly FormField[],
  data: Data,
  prefix: string,
  inputs: Inputs,
  known: readonly string[],
): void {
  const asked = new Set([...fields.map(({ name }) => name), ...known]);
  for (const [name, value] of Object.entries(data))
    if (!asked.has(name) && value !== undefined)
      inputs[`${prefix}${hidden}${name}`] = [JSON.stringify(value)];
  for (const { name, node } of fields) writeNode(node, data[name], prefix + name, inputs);
}

function writeNode(node: FormField['node'], value: unknown, path: string, inputs: Inputs): void {
  if (node.type === 'list') {
    const items = Array.isArray(value) ? value : [];
    const keys = items.map((item, index) => (node.own && isObject(item) ? String(item.id) : `k${index}`));
    inputs[path] = keys;
    for (const [index, item] of items.entries()) writeItem(node.item, item, `${path}.${keys[index]}`, inputs);
  } else if (node.type === 'table') {
    const table = isObject(value) ? value : {};
    inputs[path] = Object.keys(table);
    for (const [key, item] of Object.entries(table)) writeItem(node.item, item, `${path}.${key}`, inputs);
  } else writeItem(node, value, path, inputs);
}

function writeItem(item: Item, value: unknown, path: string, inputs: Inputs): void {
  if (item.type === 'group' || item.type === 'variants') {
    const data = isObject(value) ? value : {};
    const type = item.type === 'variants' ? String(data.type) : '';
    if (type) inputs[`${path}.type`] = [type];
    const group = groupOfItem(item, type);
    if (group) writeFields(group.fields, data, `${path}.`, inputs, ['id', 'type']);
  } else writeLeaf(item, value, path, inputs);
}

function writeLeaf(leaf: Leaf, value: unknown, path: string, inputs: Inputs): void {
  if (leaf.type === 'text') {
    const text = isObject(value) ? value : {};
    for (const wording of leaf.wordings)
      inputs[`${path}.${wording}`] = text[wording] === undefined ? [] : [String(text[wording])];
  } else if (leaf.type === 'picture') {
    const { file, alt, credit } = isObject(value) ? value : {};
    const words = isObject(alt) ? alt : {};
    const parts = { file, ja: words.ja, en: words.en, credit };
    for (const [part, held] of Object.entries(parts))
      inputs[`${path}.${part}`] = held === undefined ? [] : [String(held)];
  } else if (value === undefined) inputs[path] = [];
  else if (leaf.type === 'lines') inputs[path] = [(value as unknown[]).join('\n')];
  else if (leaf.type === 'pairs') inputs[path] = [pairLines(value as Data)];
  else if (Array.isArray(value)) inputs[path] = value.map(String);
  else if (leaf.type === 'moment') inputs[path] = [momentToInput(String(value))];
  else if (leaf.type === 'flag') inputs[path] = [value === true ? 'yes' : 'no'];
  else inputs[path] = [String(value)];
}

/** Converts inputs to data without validating it; the kind's schema does that. */
export function readInputs({ fields }: KindForm, inputs: FormValues): Data {
  return readFields(fields, inputs, '');
}

function readFields(fields: readonly FormField[], inputs: FormValues, prefix: string): Data {
  const data: Data = {};
  for (const [name, values] of Object.entries(inputs)) {
    const own = name.startsWith(prefix + hidden) ? name.slice(prefix.length + hidden.length) : '';
    if (own !== '' && !own.includes('.')) data[own] = sentJson(values[0] ?? 'null');
  }
  for (const field of fields) {
    const value = readNode(field, inputs, prefix + field.name);
    if (value !== undefined) data[field.name] = value;
  }
  return data;
}

/** Parses JSON that the page sent along; tampered input that does not parse yields no data. */
function sentJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readNode({ node, required }: FormField, inputs: FormValues, path: string): unknown {
  if (node.type === 'list') {
    const items = (inputs[path] ?? []).map((key) =>
      readItem(node.item, inputs, `${path}.${key}`, key, node.own),
    );
    return items.length === 0 && !required ? undefined : items;
  }
  if (node.type === 'table') {
    const keys = inputs[path] ?? [];
    const entries = keys.map((key) => [key, readItem(node.item, inputs, `${path}.${key}`, key, false)]);
    return keys.length === 0 && !required ? undefined : Object.fromEntries(entries);
  }
  if (node.type === 'group') {
    const data = readFields(node.fields, inputs, `${path}.`);
    return Object.keys(data).length === 0 && !required ? undefined : data;
  }
  return readLeaf(node, inputs, path, required);
}

function readItem(item: Item, inputs: FormValues, path: string, key: string, own: boolean): unknown {
  if (item.type !== 'group' && item.type !== 'variants') return readLeaf(item, inputs, path, true);
  const type = item.type === 'variants' ? (inputs[`${path}.type`]?.[0] ?? '') : '';
  const group = groupOfItem(item, type);
  return {
    ...(type && { type }),
    ...(own && { id: key }),
    ...(group && readFields(group.fields, inputs, `${path}.`)),
  };
}

function readLeaf(leaf: Leaf, inputs: FormValues, path: string, required: boolean): unknown {
  if (leaf.type === 'text') {
    const pairs = leaf.wordings
      .map((wording) => [wording, (inputs[`${path}.${wording}`]?.[0] ?? '').trim()] as const)
      .filter(([, words]) => words !== '');
    return pairs.length === 0 && !required ? undefined : Object.fromEntries(pairs);
  }
  if (leaf.type === 'picture') return readPicture(inputs, path, required);
  const typed = leaf.type === 'records' ? idsIn(inputs[path]) : (inputs[path] ?? []);
  const values = typed.map((value) => value.trim()).filter((value) => value !== '');
  const [first] = values;
  if (leaf.type === 'records' || (leaf.type === 'choice' && leaf.many))
    return values.length === 0 && !required ? undefined : values;
  if (leaf.type === 'days') {
    const days = new Set(values.map((day) => day.normalize('NFKC')));
    return days.size === 0 && !required ? undefined : [...days].toSorted();
  }
  if (leaf.type === 'lines') {
    const lines = (first ?? '').split('\n').map((line) => line.trim());
    const filled = lines.filter((line) => line !== '');
    return filled.length === 0 && !required ? undefined : filled;
  }
  if (leaf.type === 'pairs') return first === undefined && !required ? undefined : pairsOf(first ?? '');
  if (first === undefined) return undefined;
  switch (leaf.type) {
    case 'flag':
      return flagOf(first);
    case 'number':
      return numberOf(first);
    case 'day':
      return first.normalize('NFKC');
    case 'moment':
      return momentOfInput(first.normalize('NFKC'));
    case 'address':
      return halfWidthAddress(first);
    default:
      return first;
  }
}

/** A picture; its text alone is not dropped, so that the schema asks for the file. */
function readPicture(inputs: FormValues, path: string, required: boolean): Data | undefined {
  const part = (name: string) => (inputs[`${path}.${name}`]?.[0] ?? '').trim() || undefined;
  const [file, ja, en, credit] = ['file', 'ja', 'en', 'credit'].map(part);
  if (!required && [file, ja, en, credit].every((words) => words === undefined)) return undefined;
  return { ...(file && { file }), alt: { ...(ja && { ja }), ...(en && { en }) }, ...(credit && { credit }) };
}

/** Ids of records in an input; drafts from before the record picker hold one per line. */
export function idsIn(values: readonly string[] = []): string[] {
  return values.flatMap((value) => value.split('\n')).filter((id) => id.trim() !== '');
}

/** Any other value is passed through for the schema to reject. */
function flagOf(text: string): boolean | string {
  // Older drafts hold `true` and `false`.
  if (text === 'yes' || text === 'true') return true;
  return text === 'no' || text === 'false' ? false : text;
}

/** Accepts full-width digits and thousands separators. */
function numberOf(text: string): number {
  const plain = text.normalize('NFKC');
  return Number(/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain);
}

/** Converts a full-width address (ｈｔｔｐｓ：／／) to half width; others are unchanged. */
function halfWidthAddress(text: string): string {
  return /^[\uff01-\uff5e]/.test(text) ? text.normalize('NFKC') : text;
}

/** One pair per line, such as `架け橋：かけはし`. */
function pairLines(pairs: Data): string {
  return Object.entries(pairs)
    .map(([key, value]) => `${key}：${String(value)}`)
    .join('\n');
}

/** A duplicate key gets both values, which the schema rejects, so neither is lost silently. */
function pairsOf(text: string): Data {
  const pairs: Record<string, string> = {};
  for (const line of text.split('\n')) {
    const [, key = '', value = ''] = /^\s*([^：:＝=\t]*)[：:＝=\t]?(.*)$/.exec(line) ?? [];
    const name = key.trim();
    if (name === '' && value.trim() === '') continue;
    pairs[name] = Object.hasOwn(pairs, name) ? `${pairs[name]} / ${value.trim()}` : value.trim();
  }
  return pairs;
}
