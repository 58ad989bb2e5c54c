import { z } from 'zod';
import type { Label } from '../i18n/localised.ts';

/** Search index field of a text, highest weight first. */
export type SearchField = 'title' | 'summary' | 'body';

/** Metadata of a kind's field, used by forms, templates, the API and the search index. */
export interface FieldMarking {
  label: Label;
  /** Help text for editors and for readers of the open data. */
  help?: Label;
  search?: SearchField;
  /** Facet and query parameter whose values the field holds, such as `purpose`. */
  facet?: string;
  /** Vocabulary of its values; absent: the facet's own. */
  vocabulary?: string;
  /** Column of the open data; absent: not published there. */
  export?: string;
  /** Written in Markdown. */
  markdown?: boolean;
  /** Its choices come from its page: neither its schema nor a vocabulary lists them. */
  offered?: boolean;
  /** Holds one or more days; the record is over when the last of all such days has passed. */
  ends?: boolean;
  /** Holds the days of a year within which it is held each year, `02-01/03-18`. */
  yearly?: boolean;
  /** Its values are ids of published records. */
  records?: boolean;
  /** It is a picture with its text, declared with `pictureField`. */
  picture?: boolean;
  /**
   * Changed by the owner at any time without review (`Publishing.amend`); no form asks for it, and reviewed
   * revisions leave it as it is.
   */
  amendable?: boolean;
}

const markings = z.registry<FieldMarking>();

/** Declares a field: a schema with its metadata. */
export function field<Schema extends z.ZodType>(schema: Schema, marking: FieldMarking): Schema {
  // zod's registry holds one entry per schema, so each field gets its own copy.
  const own = schema.clone() as Schema;
  markings.add(own, marking);
  return own;
}

/** The metadata of a schema, also of one within a field; undefined if it has none. */
export function markingOf(schema: z.ZodType): FieldMarking | undefined {
  return markings.get(schema);
}

/** An object schema, with any treatment of unknown keys. */
export type ObjectSchema = z.ZodObject<z.core.$ZodLooseShape, z.core.$ZodObjectConfig>;

export interface DeclaredField {
  name: string;
  schema: z.ZodType;
  marking: FieldMarking;
}

/** The fields of a kind's schema that have metadata, in declaration order. */
export function fieldsOf(schema: ObjectSchema): DeclaredField[] {
  return Object.entries(schema.shape).flatMap(([name, fieldSchema]) => {
    const marking = markings.get(fieldSchema as z.ZodType);
    return marking ? [{ name, schema: fieldSchema as z.ZodType, marking }] : [];
  });
}
