import { z } from 'zod';
import type { LocalisedText } from '../i18n/language.ts';
import type { Label } from '../i18n/localised.ts';
import { derivedOf } from '../publishing/derived.ts';
import type { Kind } from '../publishing/kind.ts';
import type { PublishedRecord } from '../publishing/published-record.ts';
import type { DeclaredTerms } from '../vocabulary/vocabulary.ts';

/** A condition by which people narrow a collection: 目的, 費用, 段階. */
export interface Facet {
  /** Query parameter, name in the API's counts, and what a kind's field is marked with: `purpose`. */
  name: string;
  label: Label;
  /** Description for users of the API. */
  meaning: Label;
  /**
   * Labels of a closed set of values, in display order. Absent: the values are the vocabulary of the facet's
   * name, which editors maintain.
   */
  values?: Readonly<Record<string, LocalisedText>>;
  /** Whether a record carries several values of it. */
  several: boolean;
  /**
   * The value that is part of every other, such as `nationwide` of the regions: what has it is found and
   * counted under each of them too.
   */
  everywhere?: string;
  /** `false`: a text search does not find records by the labels of their values. */
  searched?: false;
  /** Whether its filter is expanded initially. */
  open?: boolean;
  /** Whether the API and open data give a value's label (教材) instead of its code. */
  asWord?: boolean;
  column: ColumnWording;
}

/** How a column of the open data, and the field of that name in the API, is explained. */
export interface ColumnWording {
  name: string;
  label: Label;
  meaning: Label;
  example: string;
}

/** A facet whose values its declaration lists. */
export interface ClosedFacet extends Facet {
  values: Readonly<Record<string, LocalisedText>>;
}

/**
 * Declares a facet.
 * @throws Error if a name or value is not valid in an address, or the values would not keep their order
 */
export function defineFacet<const SomeFacet extends Facet>(facet: SomeFacet): SomeFacet {
  for (const name of [facet.name, facet.column.name])
    if (!/^[a-z][\w-]{0,59}$/i.test(name))
      throw new Error(`facet ${facet.name}: ${name} is no letter followed by letters, digits and hyphens`);
  for (const value of Object.keys(facet.values ?? {}))
    if (!/^[a-z0-9][\w-]{0,59}$/i.test(value) || /^\d+$/.test(value))
      throw new Error(`facet ${facet.name}: ${value} is no word of letters, digits and hyphens`);
  return facet;
}

/** The schema of one value of a closed facet. */
export function closedValue(facet: ClosedFacet): z.ZodEnum<Record<string, string>> {
  return z.enum(Object.keys(facet.values));
}

/** What facets declare of their words, as the vocabulary takes it up beside what editors keep. */
export function declaredTerms(facets: readonly Facet[]): Map<string, DeclaredTerms> {
  return new Map(
    facets.map(({ name, label, values, everywhere, searched }) => [
      name,
      {
        label,
        ...(values && { values }),
        ...(everywhere !== undefined && { everywhere }),
        ...(searched === false && { searched }),
      },
    ]),
  );
}

/**
 * The values that a record carries of a facet, whether its field holds one or several, or they follow from its
 * data and the time.
 */
export function facetValues(
  kind: Kind,
  record: Pick<PublishedRecord, 'data'>,
  facet: string,
  at: Date,
): string[] {
  if (kind.derived?.facets.includes(facet)) return [...(derivedOf(kind, record, at)?.facets[facet] ?? [])];
  const field = kind.facetFields.get(facet);
  const value = field && (record.data as Record<string, unknown>)[field];
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}
