import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type FormField,
  groupOfItem,
  type Item,
  isLeaf,
  type KindForm,
  kindForm,
  type Leaf,
} from '../src/platform/editing/form/form.ts';
import { readInputs, writeInputs } from '../src/platform/editing/form/inputs.ts';
import { registerKinds } from '../src/portal.ts';

type Data = Record<string, unknown>;

const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .map((text) => text.replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '');
const words = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const moment = fc.tuple(day, fc.integer({ min: 0, max: 23 })).map(([date, hour]) => {
  return `${date}T${String(hour).padStart(2, '0')}:30:00+09:00`;
});

function leafData(leaf: Leaf): fc.Arbitrary<unknown> {
  const values = fc.uniqueArray(id, { minLength: 1, maxLength: 3 });
  switch (leaf.type) {
    case 'text': {
      const wordings = Object.fromEntries(leaf.wordings.map((wording) => [wording, words]));
      return fc.record(wordings, { requiredKeys: ['ja'] });
    }
    case 'choice': {
      const value = leaf.values ? fc.constantFrom(...leaf.values) : id;
      return leaf.many ? values : value;
    }
    case 'records':
      return values;
    case 'lines':
      return fc.array(line, { minLength: 1, maxLength: 3 });
    case 'pairs':
      return fc.dictionary(id, fc.stringMatching(/^[あ-ん]{1,5}$/), { minKeys: 1, maxKeys: 3 });
    case 'flag':
      return fc.boolean();
    case 'number':
      return fc.integer();
    case 'day':
      return day;
    case 'days':
      return fc.uniqueArray(day, { minLength: 1, maxLength: 3 }).map((days) => days.toSorted());
    case 'moment':
      return moment;
    case 'address':
      return id.map((host) => `https://${host}.example.jp/`);
    case 'line':
      return line;
    case 'picture':
      return fc.record(
        {
          file: fc.constant('Zq3-0123456789_abcdefg-1200x800.jpg'),
          alt: fc.record({ ja: line, en: line }, { requiredKeys: ['ja'] }),
          credit: line,
        },
        { requiredKeys: ['file', 'alt'] },
      );
  }
}

function itemData(item: Item, own: boolean): fc.Arbitrary<unknown> {
  if (isLeaf(item)) return leafData(item);
  const data = (type: string): fc.Arbitrary<Data> =>
    fieldsData(groupOfItem(item, type)?.fields ?? []).map((fields) => ({ ...(type && { type }), ...fields }));
  const some = item.type === 'group' ? data('') : fc.oneof(...Object.keys(item.of).map(data));
  return own ? fc.tuple(id, some).map(([own, fields]) => ({ id: own, ...fields })) : some;
}

function fieldData({ node }: FormField): fc.Arbitrary<unknown> {
  if (node.type === 'list') {
    const { item, own } = node;
    const selector = own ? (each: unknown) => (each as Data).id : JSON.stringify;
    return fc.uniqueArray(itemData(item, own), { minLength: 1, maxLength: 3, selector });
  }
  if (node.type === 'table') return fc.dictionary(id, itemData(node.item, false), { minKeys: 1, maxKeys: 2 });
  return itemData(node, false);
}

function fieldsData(fields: readonly FormField[]): fc.Arbitrary<Data> {
  const all = Object.fromEntries(fields.map((field) => [field.name, fieldData(field)]));
  const needed = fields.filter(({ required }) => required).map(({ name }) => name);
  // A group of optional fields, none of which is filled in, is not there.
  return fc.record(all, { requiredKeys: needed.length > 0 ? needed : Object.keys(all) });
}

const kinds = registerKinds();
const forms = kinds.names().flatMap((name): [string, KindForm][] => {
  const kind = kinds.get(name);
  return kind.fields.length > 0 ? [[name, kindForm(kind)]] : [];
});

test('there is a form for what every kind declares', () => {
  expect(forms.map(([name]) => name)).toEqual(
    expect.arrayContaining(['initiative', 'feature', 'vocabulary']),
  );
});

test.each(forms)('what stands in the form of %s is read as it was written', (_, form) => {
  fc.assert(
    fc.property(fieldsData(form.fields), (data) => {
      const typed = writeInputs(form, data);
      expect(readInputs(form, typed)).toEqual(data);
      expect(writeInputs(form, readInputs(form, typed))).toEqual(typed);
    }),
    { numRuns: 40 },
  );
});
