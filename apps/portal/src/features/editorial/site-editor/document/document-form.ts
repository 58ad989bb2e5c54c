import { z } from 'zod';
import type { Label } from '../../../../platform/i18n/localised.ts';
import { type FieldMarking, markingOf } from '../../../../platform/publishing/field.ts';
import type { Kind } from '../../../../platform/publishing/kind.ts';
import { type VocabularyName, vocabularyNames } from '../../../../platform/vocabulary/vocabulary.ts';

export type Wording = 'ja' | 'en' | 'easy';

/** A single thing to fill in. */
export type Leaf =
  | {
      sort: 'text';
      wordings: readonly Wording[];
      long: boolean;
      markdown: boolean;
      /** Characters of each wording. */
      longest: Readonly<Partial<Record<Wording, number>>>;
    }
  | { sort: 'line' | 'address'; longest: number }
  | { sort: 'number' | 'yes' | 'moment' | 'lines' | 'pairs' }
  | { sort: 'records' }
  | { sort: 'choice'; values: readonly string[] }
  | { sort: 'values'; vocabulary: VocabularyName };

export interface Group {
  sort: 'group';
  fields: readonly DocumentField[];
}

/** What stands in a list, or under the values of a table: a leaf, fields, or fields that depend on a type. */
export type Item = Leaf | Group | { sort: 'variants'; of: Readonly<Record<string, Group>> };

type Node = Leaf | Group | { sort: 'list'; item: Item; own: boolean } | { sort: 'table'; item: Group };

export interface DocumentField {
  name: string;
  label: Label;
  help?: Label;
  required: boolean;
  node: Node;
}

/** The form of a kind however deep its data is: made from its declaration, like the plain entry form. */
export interface DocumentForm {
  kind: Kind;
  fields: readonly DocumentField[];
}

/** @throws Error for a declared field of a sort that no form can ask for: a mistake of its declaration */
export function documentForm(kind: Kind): DocumentForm {
  const fields = kind.fields.map(({ name, schema, marking }) => fieldOf(name, schema, marking));
  return { kind, fields };
}

function fieldOf(name: string, declared: z.ZodType, marking: FieldMarking): DocumentField {
  const required = !(declared instanceof z.ZodOptional);
  const schema = required ? declared : (declared.unwrap() as z.ZodType);
  const { label, help } = marking;
  return { name, label, ...(help && { help }), required, node: nodeOf(name, schema, marking) };
}

function nodeOf(name: string, schema: z.ZodType, marking: FieldMarking): Node {
  if (schema instanceof z.ZodArray && !(schema.element instanceof z.ZodString)) {
    const item = itemOf(name, schema.element as z.ZodType, marking);
    return { sort: 'list', item, own: hasOwnId(schema.element as z.ZodType) };
  }
  if (schema instanceof z.ZodRecord && schema.valueType instanceof z.ZodObject)
    return { sort: 'table', item: groupOf(schema.valueType) };
  const item = itemOf(name, schema, marking);
  if (item.sort === 'variants') throw new Error(`no form can ask for ${name} outside a list`);
  return item;
}

function itemOf(name: string, schema: z.ZodType, marking: FieldMarking): Item {
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const options = schema.options as readonly z.ZodObject[];
    return {
      sort: 'variants',
      of: Object.fromEntries(options.map((option) => [typeOf(option), groupOf(option)])),
    };
  }
  if (schema instanceof z.ZodObject) return textOf(schema, marking.markdown ?? false) ?? groupOf(schema);
  return leafOf(name, schema, marking);
}

function groupOf(schema: z.ZodObject): Group {
  const fields = Object.entries(schema.shape).flatMap(([name, inner]) => {
    const marking = markingOf(inner as z.ZodType);
    return marking ? [fieldOf(name, inner as z.ZodType, marking)] : [];
  });
  return { sort: 'group', fields };
}

function leafOf(name: string, schema: z.ZodType, marking: FieldMarking): Leaf {
  const list = marking.vocabulary ?? marking.facet;
  const vocabulary = vocabularyNames.find((each) => each === list);
  if (schema instanceof z.ZodArray) {
    if (marking.records) return { sort: 'records' };
    return vocabulary ? { sort: 'values', vocabulary } : { sort: 'lines' };
  }
  if (schema instanceof z.ZodRecord && schema.valueType instanceof z.ZodString) return { sort: 'pairs' };
  if (schema instanceof z.ZodEnum) return { sort: 'choice', values: schema.options.map(String) };
  if (schema instanceof z.ZodNumber) return { sort: 'number' };
  if (schema instanceof z.ZodBoolean) return { sort: 'yes' };
  if (schema instanceof z.ZodISODateTime) return { sort: 'moment' };
  if (schema instanceof z.ZodURL) return { sort: 'address', longest: schema.maxLength ?? 0 };
  if (schema instanceof z.ZodString) return { sort: 'line', longest: schema.maxLength ?? 0 };
  throw new Error(`no form can ask for ${name}`);
}

const wordings: readonly Wording[] = ['ja', 'en', 'easy'];

/** A text for people; undefined for an object that is none, also where its wordings are declared one by one. */
function textOf(schema: z.ZodObject, markdown: boolean): Leaf | undefined {
  const names = Object.keys(schema.shape);
  const plain = names.every((name) => wordings.some((each) => each === name));
  if (!plain || !names.includes('ja')) return undefined;
  const own = wordings.filter((wording) => names.includes(wording));
  const longest = Object.fromEntries(own.map((wording) => [wording, longestIn(schema.shape[wording])]));
  return { sort: 'text', wordings: own, long: own.includes('easy'), markdown, longest };
}

function longestIn(wording: unknown): number | undefined {
  const words = wording instanceof z.ZodOptional ? wording.unwrap() : wording;
  return words instanceof z.ZodString ? (words.maxLength ?? undefined) : undefined;
}

function typeOf(option: z.ZodObject): string {
  const { type } = option.shape;
  if (!(type instanceof z.ZodLiteral)) throw new Error('a variant is told by its type');
  return String(type.value);
}

/** Whether items of a list carry an id of their own. */
function hasOwnId(schema: z.ZodType): boolean {
  if (schema instanceof z.ZodDiscriminatedUnion)
    return (schema.options as readonly z.ZodObject[]).every(hasOwnId);
  return schema instanceof z.ZodObject && 'id' in schema.shape;
}

/** The fields of an item, given the type that it has. */
export function groupOfItem(item: Item, type: string): Group | undefined {
  if (item.sort === 'group') return item;
  return item.sort === 'variants' && Object.hasOwn(item.of, type) ? item.of[type] : undefined;
}
