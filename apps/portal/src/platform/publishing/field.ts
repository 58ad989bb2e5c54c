import { z } from 'zod';
import type { Label } from '../i18n/localised.ts';

/** In which field of the search index a text is found, heaviest first. */
export type SearchField = 'title' | 'summary' | 'body';

/** What a field of a kind is for, beside its type: the form, the templates, the API and the index read this. */
export interface FieldMarking {
  label: Label;
  /** A sentence that helps whoever fills the field in, and whoever reads the open data. */
  help?: Label;
  search?: SearchField;
  /** The facet and query parameter whose values this field holds, such as `purpose`. */
  facet?: string;
  /** Vocabulary that its values come from; the facet's own where absent. */
  vocabulary?: string;
  /** Column of the open data; absent: not published there. */
  export?: string;
  /** Written in Markdown. */
  markdown?: boolean;
  /** Its values are those that its page offers: neither its schema nor a vocabulary lists them. */
  offered?: boolean;
  /** Holds a day, or several: once the last of all such days has passed, the record is over. */
  ends?: boolean;
  /** Its values are ids of published records. */
  records?: boolean;
}

const markings = z.registry<FieldMarking>();

/** Declares a field: a schema with its marking. */
export function field<Schema extends z.ZodType>(schema: Schema, marking: FieldMarking): Schema {
  // A registry holds one entry a schema, so each field gets a schema of its own.
  const own = schema.clone() as Schema;
  markings.add(own, marking);
  return own;
}

/** The marking of a schema, also of one within a field; undefined where it has none. */
export function markingOf(schema: z.ZodType): FieldMarking | undefined {
  return markings.get(schema);
}

/** An object schema, whatever it does with unknown keys. */
export type ObjectSchema = z.ZodObject<z.core.$ZodLooseShape, z.core.$ZodObjectConfig>;

export interface DeclaredField {
  name: string;
  schema: z.ZodType;
  marking: FieldMarking;
}

/** The marked fields of a kind's schema in the order of their declaration. */
export function fieldsOf(schema: ObjectSchema): DeclaredField[] {
  return Object.entries(schema.shape).flatMap(([name, fieldSchema]) => {
    const marking = markings.get(fieldSchema as z.ZodType);
    return marking ? [{ name, schema: fieldSchema as z.ZodType, marking }] : [];
  });
}
