import type { z } from 'zod';
import type { LocalisedText } from '../i18n/language.ts';
import type { Label } from '../i18n/localised.ts';
import { unboundedPaths } from './bounded.ts';
import type { DerivedDeclaration } from './derived.ts';
import { type DeclaredField, fieldsOf, type ObjectSchema } from './field.ts';
import type { PublishedRecord } from './published-record.ts';

/** Closed values with their words, in display order. */
export interface ClosedTerms {
  label: Label;
  values: Readonly<Record<string, Label>>;
}

/** A type of publication, declared once by its feature. */
export interface Kind {
  /** `initiative`, `feature`, … : its name in the database and the API. */
  name: string;
  label: Label;
  schema: z.ZodType<object>;
  fields: DeclaredField[];
  /** For each facet, the field that holds its values. */
  facetFields: ReadonlyMap<string, string>;
  /** Path of a record's page without language prefix; absent for kinds without pages. */
  pagePath?: (id: string) => string;
  /** Fields shown in lists; absent for kinds that are never listed. */
  card?: { title: string; summary: string; operator?: string };
  /** Whether records appear in search, the API and the open data. */
  listed: boolean;
  /** Whether one editor may publish it alone, with a reason, in urgent cases. */
  urgent?: boolean;
  /** Words of closed values that are no facet, by the name that fields give as their `vocabulary`. */
  terms?: Readonly<Record<string, ClosedTerms>>;
  /** Facet values, sort keys and card facts that follow from the data and the time. */
  derived?: DerivedDeclaration;
  /** Facets whose values a record carries, in fields or derived. */
  facetNames: readonly string[];
}

type FieldName<Schema extends ObjectSchema> = keyof z.output<Schema> & string;

interface KindDeclaration<Schema extends ObjectSchema>
  extends Omit<Kind, 'fields' | 'facetFields' | 'facetNames' | 'schema' | 'card' | 'derived'> {
  schema: Schema;
  derived?: DerivedDeclaration<z.output<Schema>>;
  card?: { title: FieldName<Schema>; summary: FieldName<Schema>; operator?: FieldName<Schema> };
}

/** The data of a record of a kind. */
export type DataOf<SomeKind extends Kind> = z.output<SomeKind['schema']>;

/**
 * A record's data, typed by its kind; validated by the kind's schema before publication.
 * @throws Error for a record of another kind
 */
export function dataOf<SomeKind extends Kind>(
  kind: SomeKind,
  record: Pick<PublishedRecord, 'kind' | 'data'>,
): DataOf<SomeKind> {
  if (record.kind !== kind.name) throw new Error(`a record of ${record.kind} was read as ${kind.name}`);
  return record.data as DataOf<SomeKind>;
}

/** Title of a record in lists; undefined for kinds that are never listed. */
export function titleText(kind: Pick<Kind, 'card'>, data: object): LocalisedText | undefined {
  return kind.card && (data as Record<string, LocalisedText | undefined>)[kind.card.title];
}

/**
 * Declares a kind of publication.
 * @throws Error if a text or list has no longest length, or a facet is both derived and held by a field
 */
export function defineKind<Schema extends ObjectSchema>(
  declaration: KindDeclaration<Schema>,
): Kind & { schema: Schema } {
  const unbounded = unboundedPaths(declaration.schema);
  if (unbounded.length > 0)
    throw new Error(`of the kind ${declaration.name} these have no longest length: ${unbounded.join(', ')}`);
  const fields = fieldsOf(declaration.schema);
  const facetFields = new Map(
    fields.flatMap(({ name, marking }) => (marking.facet ? [[marking.facet, name] as const] : [])),
  );
  const derivedFacets = declaration.derived?.facets ?? [];
  const twice = derivedFacets.find((name) => facetFields.has(name));
  if (twice) throw new Error(`the kind ${declaration.name} derives ${twice}, which a field holds`);
  return {
    ...declaration,
    // Records are validated by the schema before they are published, so `derived` gets what it declares.
    derived: declaration.derived as DerivedDeclaration | undefined,
    fields,
    facetFields,
    facetNames: [...facetFields.keys(), ...derivedFacets],
  } as Kind & { schema: Schema };
}

/** All kinds of the portal by name. */
export class KindRegistry {
  readonly #kinds = new Map<string, Kind>();

  /** @throws Error if two features use the same name */
  register(kind: Kind): void {
    if (this.#kinds.has(kind.name)) throw new Error(`kind ${kind.name} is declared twice`);
    this.#kinds.set(kind.name, kind);
  }

  /** @throws Error for an undeclared kind */
  get(name: string): Kind {
    const kind = this.#kinds.get(name);
    if (!kind) throw new Error(`no feature declares the kind ${name}`);
    return kind;
  }

  /** The kind named in a database row; undefined if only a newer node knows it. */
  find(name: string): Kind | undefined {
    return this.#kinds.get(name);
  }

  has(name: string): boolean {
    return this.#kinds.has(name);
  }

  names(): string[] {
    return [...this.#kinds.keys()];
  }

  all(): Kind[] {
    return [...this.#kinds.values()];
  }

  listed(): Kind[] {
    return this.all().filter((kind) => kind.listed);
  }
}
