import { z } from 'zod';
import type { Label } from '../../i18n/localised.ts';
import { type FieldMarking, markingOf } from '../../publishing/field.ts';
import type { Kind } from '../../publishing/kind.ts';

export type Wording = 'ja' | 'en' | 'easy';

/** A single input field. */
export type Leaf =
  | {
      type: 'text';
      wordings: readonly Wording[];
      long: boolean;
      markdown: boolean;
      /** Most characters of each wording. */
      longest: Readonly<Partial<Record<Wording, number>>>;
    }
  | { type: 'line' | 'address'; longest: number }
  | { type: 'number' | 'day' | 'days' | 'moment' | 'lines' | 'pairs' }
  /** Value `yes` or `no`. */
  | { type: 'flag' }
  /** Ids of published records, in order. */
  | { type: 'records' }
  /** A picture's file, its text in both languages, and its credit: an input each. */
  | { type: 'picture'; longest: Readonly<Record<'ja' | 'en' | 'credit', number>> }
  /**
   * One or several values. `vocabulary` provides their labels, and the values unless the schema lists them.
   * With neither, the page provides the choices.
   */
  | { type: 'choice'; many: boolean; vocabulary?: string; values?: readonly string[] };

export interface Group {
  type: 'group';
  fields: readonly FormField[];
}

/** Content of a list item or of a table's value: a leaf, fields, or fields that depend on a type. */
export type Item = Leaf | Group | { type: 'variants'; of: Readonly<Record<string, Group>> };

type Node = Leaf | Group | { type: 'list'; item: Item; own: boolean } | { type: 'table'; item: Group };

export interface FormField {
  name: string;
  label: Label;
  help?: Label;
  required: boolean;
  node: Node;
}

/** The form of a kind, with any nesting, derived from its declaration. */
export interface KindForm {
  kind: Kind;
  fields: readonly FormField[];
}

/** @throws Error for a field of a type that no form supports: a mistake in the declaration */
export function kindForm(kind: Kind): KindForm {
  const fields = kind.fields
    .filter(({ marking }) => !marking.amendable)
    .map(({ name, schema, marking }) => fieldOf(name, schema, marking));
  return { kind, fields };
}

function fieldOf(name: string, declared: z.ZodType, marking: FieldMarking): FormField {
  const required = !(declared instanceof z.ZodOptional);
  const schema = required ? declared : (declared.unwrap() as z.ZodType);
  const { label, help } = marking;
  return { name, label, ...(help && { help }), required, node: nodeOf(name, schema, marking) };
}

function nodeOf(name: string, schema: z.ZodType, marking: FieldMarking): Node {
  if (schema instanceof z.ZodArray && !isValue(schema.element as z.ZodType)) {
    const item = itemOf(name, schema.element as z.ZodType, marking);
    return { type: 'list', item, own: hasOwnId(schema.element as z.ZodType) };
  }
  if (schema instanceof z.ZodRecord && schema.valueType instanceof z.ZodObject)
    return { type: 'table', item: groupOf(schema.valueType) };
  const item = itemOf(name, schema, marking);
  if (item.type === 'variants') throw new Error(`no form can ask for ${name} outside a list`);
  return item;
}

/** Whether list items are single values, entered or ticked in one field. */
const isValue = (schema: z.ZodType) =>
  schema instanceof z.ZodString || schema instanceof z.ZodEnum || schema instanceof z.ZodISODate;

function itemOf(name: string, schema: z.ZodType, marking: FieldMarking): Item {
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const options = schema.options as readonly z.ZodObject[];
    return {
      type: 'variants',
      of: Object.fromEntries(options.map((option) => [typeOf(option), groupOf(option)])),
    };
  }
  if (schema instanceof z.ZodObject && marking.picture) return pictureOf(schema);
  if (schema instanceof z.ZodObject) return textOf(schema, marking.markdown ?? false) ?? groupOf(schema);
  return leafOf(name, schema, marking);
}

function groupOf(schema: z.ZodObject): Group {
  const fields = Object.entries(schema.shape).flatMap(([name, inner]) => {
    const marking = markingOf(inner as z.ZodType);
    return marking ? [fieldOf(name, inner as z.ZodType, marking)] : [];
  });
  return { type: 'group', fields };
}

function leafOf(name: string, schema: z.ZodType, marking: FieldMarking): Leaf {
  const vocabulary = marking.vocabulary ?? marking.facet;
  if (schema instanceof z.ZodArray) {
    if (marking.records) return { type: 'records' };
    if (schema.element instanceof z.ZodISODate) return { type: 'days' };
    if (schema.element instanceof z.ZodEnum) {
      const values = schema.element.options.map(String);
      return { type: 'choice', many: true, values, ...(vocabulary && { vocabulary }) };
    }
    if (marking.offered) return { type: 'choice', many: true };
    return vocabulary ? { type: 'choice', many: true, vocabulary } : { type: 'lines' };
  }
  if (schema instanceof z.ZodRecord && schema.valueType instanceof z.ZodString) return { type: 'pairs' };
  if (schema instanceof z.ZodEnum) {
    const values = schema.options.map(String);
    return { type: 'choice', many: false, values, ...(vocabulary && { vocabulary }) };
  }
  if (schema instanceof z.ZodNumber) return { type: 'number' };
  if (schema instanceof z.ZodBoolean) return { type: 'flag' };
  if (schema instanceof z.ZodISODate) return { type: 'day' };
  if (schema instanceof z.ZodISODateTime) return { type: 'moment' };
  if (schema instanceof z.ZodURL) return { type: 'address', longest: schema.maxLength ?? 0 };
  if (schema instanceof z.ZodString && vocabulary) return { type: 'choice', many: false, vocabulary };
  if (schema instanceof z.ZodString) return { type: 'line', longest: schema.maxLength ?? 0 };
  throw new Error(`no form can ask for ${name}`);
}

const wordings: readonly Wording[] = ['ja', 'en', 'easy'];

/**
 * The leaf of a localised text; undefined for any other object, even if its wordings are declared separately.
 */
function textOf(schema: z.ZodObject, markdown: boolean): Leaf | undefined {
  const names = Object.keys(schema.shape);
  const plain = names.every((name) => wordings.some((each) => each === name));
  if (!plain || !names.includes('ja')) return undefined;
  const own = wordings.filter((wording) => names.includes(wording));
  const longest = Object.fromEntries(own.map((wording) => [wording, longestIn(schema.shape[wording])]));
  return { type: 'text', wordings: own, long: own.includes('easy'), markdown, longest };
}

/** The leaf of a picture declared with `pictureField`. */
function pictureOf({ shape }: z.ZodObject): Leaf {
  const { shape: alt } = shape.alt as z.ZodObject;
  const longest = { ja: longestIn(alt.ja), en: longestIn(alt.en), credit: longestIn(shape.credit) };
  return {
    type: 'picture',
    longest: { ja: longest.ja ?? 0, en: longest.en ?? 0, credit: longest.credit ?? 0 },
  };
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

/** Whether list items carry their own id. */
function hasOwnId(schema: z.ZodType): boolean {
  if (schema instanceof z.ZodDiscriminatedUnion)
    return (schema.options as readonly z.ZodObject[]).every(hasOwnId);
  return schema instanceof z.ZodObject && 'id' in schema.shape;
}

/** A field that is a text for people. */
export type TextField = FormField & { node: Extract<Leaf, { type: 'text' }> };

export function isTextField(field: FormField): field is TextField {
  return field.node.type === 'text';
}

/** Whether a node is filled in directly, not through nested fields or items. */
export function isLeaf(node: Node | Item): node is Leaf {
  return node.type !== 'list' && node.type !== 'table' && node.type !== 'group' && node.type !== 'variants';
}

/** Most characters of a leaf's input; undefined if unlimited. */
export function longestOf(leaf: Leaf, wording?: Wording): number | undefined {
  if (leaf.type === 'text') return wording && leaf.longest[wording];
  if (leaf.type === 'picture') return leaf.longest[wording === 'ja' || wording === 'en' ? wording : 'credit'];
  return leaf.type === 'line' || leaf.type === 'address' ? leaf.longest : undefined;
}

/** The fields of an item of the given type. */
export function groupOfItem(item: Item, type: string): Group | undefined {
  if (item.type === 'group') return item;
  return item.type === 'variants' && Object.hasOwn(item.of, type) ? item.of[type] : undefined;
}
