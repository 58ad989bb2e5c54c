import { type FormField, groupOfItem, type Item, type KindForm } from './form.ts';
import type { FormValues } from './form-values.ts';
import { idsIn } from './inputs.ts';

const verbs = ['add', 'up', 'down', 'remove', 'pick'] as const;

/**
 * Something done to a list, as a button sends it: `add blocks text`, `up blocks first-hour`, `remove blocks desks`,
 * `pick blocks.desks.ids police-desk`.
 */
export interface ListAct {
  verb: (typeof verbs)[number];
  /** Input that holds the list's keys. */
  list: string;
  /** Key of the item; for `add` its type, or the value of a table that it is for. */
  what: string;
}

const longestList = 3_000;

export function readListAct(written: string): ListAct | undefined {
  const [name, list, what = '', ...rest] = written.split(' ');
  const verb = verbs.find((each) => each === name);
  return verb && list && rest.length === 0 ? { verb, list, what } : undefined;
}

export function writeListAct({ verb, list, what }: ListAct): string {
  return [verb, list, what].filter((word) => word !== '').join(' ');
}

/**
 * Applies an action to the inputs; undefined if it does not match the document.
 * @param newId  id for a new item that needs one and is not named after its type; absent: its number
 */
export function actOnList(
  form: KindForm,
  inputs: FormValues,
  { verb, list, what }: ListAct,
  newId?: () => string,
): FormValues | undefined {
  const node = listAt(form, inputs, list);
  if (!node) return undefined;
  const keys = node.type === 'records' ? idsIn(inputs[list]) : (inputs[list] ?? []);
  if (verb === 'add') return added(inputs, list, keys, node, what, newId);
  if (verb === 'pick') {
    if (node.type !== 'records' || !/^[\w-]{1,100}$/.test(what)) return undefined;
    return keys.includes(what) || keys.length >= longestList
      ? inputs
      : { ...inputs, [list]: [...keys, what] };
  }
  const at = keys.indexOf(what);
  if (at < 0) return undefined;
  if (verb === 'remove') {
    const kept = Object.entries(inputs).filter(([name]) => !name.startsWith(`${list}.${what}.`));
    return { ...Object.fromEntries(kept), [list]: keys.toSpliced(at, 1) };
  }
  const to = verb === 'up' ? at - 1 : at + 1;
  if (to < 0 || to >= keys.length) return inputs;
  return { ...inputs, [list]: keys.toSpliced(at, 1).toSpliced(to, 0, what) };
}

function added(
  inputs: FormValues,
  list: string,
  keys: readonly string[],
  node: ListNode,
  what: string,
  newId: (() => string) | undefined,
): FormValues | undefined {
  if (node.type === 'records' || keys.length >= longestList) return undefined;
  if (node.type === 'table') {
    if (!/^[a-z0-9][\w-]{0,59}$/i.test(what) || keys.includes(what)) return undefined;
    return { ...inputs, [list]: [...keys, what] };
  }
  const typed = node.item.type === 'variants';
  if (typed && !groupOfItem(node.item, what)) return undefined;
  let number = keys.length + 1;
  const keyOf = (at: number) => (typed ? `${what}-${at}` : node.own && newId ? newId() : `k${at}`);
  let key = keyOf(number);
  while (keys.includes(key)) key = keyOf(++number);
  return { ...inputs, [list]: [...keys, key], ...(typed && { [`${list}.${key}.type`]: [what] }) };
}

type ListNode = Extract<FormField['node'], { type: 'list' | 'table' | 'records' }>;

/** The list whose keys an input holds; undefined if there is none. */
function listAt(form: KindForm, inputs: FormValues, path: string): ListNode | undefined {
  let fields: readonly FormField[] = form.fields;
  const names = path.split('.');
  for (let at = 0; at < names.length; ) {
    const node = fields.find(({ name }) => name === names[at])?.node;
    if (!node) return undefined;
    const here = names.slice(0, at + 1).join('.');
    at += 1;
    if (at === names.length) return isList(node) ? node : undefined;
    let item: Item;
    if (node.type === 'list' || node.type === 'table') {
      const key = names[at] ?? '';
      if (!inputs[here]?.includes(key)) return undefined;
      item = node.item;
      at += 1;
    } else item = node;
    const group = groupOfItem(item, inputs[`${names.slice(0, at).join('.')}.type`]?.[0] ?? '');
    if (!group) return undefined;
    fields = group.fields;
  }
  return undefined;
}

function isList(node: FormField['node']): node is ListNode {
  return node.type === 'list' || node.type === 'table' || node.type === 'records';
}
