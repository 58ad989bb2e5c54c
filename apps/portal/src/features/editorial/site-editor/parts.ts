import {
  type FormField,
  groupOfItem,
  type Item,
  type KindForm,
  type Leaf,
} from '../../../platform/editing/form/form.ts';
import type { FormValues } from '../../../platform/editing/form/form-values.ts';
import { itemName, type NamedInput, namedInputs } from '../../../platform/editing/form/walk.ts';
import type { Label } from '../../../platform/i18n/localised.ts';
import type { OutlineList } from './views.ts';

/** A part of a document edited on one page: the fields outside lists (``), or one list item. */
export interface Part {
  address: string;
  name: string | undefined;
  /** Label of the list that contains it. */
  label?: Label;
  fields: readonly FormField[];
  prefix: string;
  type: string | undefined;
  /** Inputs that its form sends. */
  inputs: readonly NamedInput[];
}

const isList = ({ node }: FormField) => node.type === 'list' || node.type === 'table';

export function hasMain({ fields }: KindForm): boolean {
  return fields.some((field) => !isList(field));
}

/** Number of fields declared before the lists; the others follow them. */
export function countBeforeLists({ fields }: KindForm): number {
  const first = fields.findIndex(isList);
  return first < 0 ? fields.length : first;
}

/** The part of a URL; undefined if the document has none of this name. */
export function partOf(form: KindForm, inputs: FormValues, address: string): Part | undefined {
  // Values picked from a list, such as records, have no text input.
  const typed = namedInputs(form, inputs).filter(({ leaf }) => leaf.type !== 'records');
  if (address === '') {
    const fields = form.fields.filter((field) => !isList(field));
    const names = fields.map(({ name }) => name);
    const own = typed.filter(({ input }) =>
      names.some((name) => input === name || input.startsWith(`${name}.`)),
    );
    return { address, name: undefined, fields, prefix: '', type: undefined, inputs: own };
  }
  const [list = '', key = '', ...rest] = address.split('.');
  const field = form.fields.find(({ name }) => name === list);
  if (!field || rest.length > 0 || !inputs[list]?.includes(key)) return undefined;
  const { node, label } = field;
  if (node.type !== 'list' && node.type !== 'table') return undefined;
  const type = node.item.type === 'variants' ? inputs[`${address}.type`]?.[0] : undefined;
  const group = groupOfItem(node.item, type ?? '');
  const leaf: FormField[] = isLeaf(node.item) ? [{ name: key, label, required: true, node: node.item }] : [];
  return {
    address,
    name: itemName(node.item, inputs, address),
    label,
    fields: group?.fields ?? leaf,
    prefix: group ? `${address}.` : `${list}.`,
    type,
    inputs: typed.filter(({ input }) => input === address || input.startsWith(`${address}.`)),
  };
}

function isLeaf(item: Item): item is Leaf {
  return item.type !== 'group' && item.type !== 'variants';
}

/** The part that contains an input. */
export function partWith(form: KindForm, input: string): string {
  const [list = '', key] = input.split('.');
  const field = form.fields.find(({ name }) => name === list);
  return field && isList(field) && key !== undefined ? `${list}.${key}` : '';
}

const maxShown = 60;
/** Most items shown without a search. */
const longOutline = 40;

/** Lists of a document, with the items that match a word. */
export function outlineOf(
  form: KindForm,
  inputs: FormValues,
  { current, at, find }: { current: string; at: string; find: string },
): OutlineList[] {
  const lists = form.fields.filter(isList);
  const count = lists.reduce((sum, { name }) => sum + (inputs[name]?.length ?? 0), 0);
  const short = lists.length === 1 || count <= longOutline;
  const wanted = find.trim().toLowerCase();
  return form.fields.flatMap(({ name, label, node }): OutlineList[] => {
    if (node.type !== 'list' && node.type !== 'table') return [];
    const all = (inputs[name] ?? []).map((key, index) => {
      const part = `${name}.${key}`;
      const type = inputs[`${part}.type`]?.[0];
      const named = itemName(node.item, inputs, part);
      const fallback = node.type === 'table' ? key : `${index + 1}`;
      const shown = node.type === 'table' && named ? `${named} (${key})` : (named ?? fallback);
      return { key, part, name: shown, type, current: part === current };
    });
    const holds = (part: string, key: string) =>
      key.toLowerCase().includes(wanted) ||
      Object.entries(inputs).some(
        ([input, values]) =>
          input.startsWith(`${part}.`) && values.some((value) => value.toLowerCase().includes(wanted)),
      );
    const found = wanted === '' ? all : all.filter(({ part, key }) => holds(part, key));
    const items = found.slice(0, maxShown);
    return [
      {
        list: name,
        label,
        items,
        open: short || wanted !== '' || name === at || items.some((item) => item.current),
        more: all.length - items.length,
        types: node.item.type === 'variants' ? Object.keys(node.item.of) : [],
        keyed: node.type === 'table',
      },
    ];
  });
}
