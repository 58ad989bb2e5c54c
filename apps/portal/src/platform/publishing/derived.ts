import type { Label } from '../i18n/localised.ts';

/** What follows from a record's data and the time, without being written anywhere. */
export interface Derived {
  /** Values by facet. */
  facets: Readonly<Record<string, readonly string[]>>;
  /** Values to sort by; what has none comes last. */
  sortKeys: Readonly<Record<string, string | number>>;
  /** What a card tells, such as a price or the next day. */
  facts: readonly Label[];
  /** When any of this changes; undefined: never by time alone. */
  until?: Date;
}

/** What a kind derives from its records: a facet stands either here or on a field. */
export interface DerivedDeclaration<Data = object> {
  facets: readonly string[];
  sortKeys: readonly string[];
  /** Pure and quick: it is called for each record of a page, and whenever `until` has passed. */
  of(data: Data, at: Date): Derived;
}

interface Known {
  data: object;
  at: number;
  derived: Derived;
}
/** The last one asked for of each kind: a record's facets are read one after the other. */
const last = new WeakMap<DerivedDeclaration, Known>();

/** What a record's data comes to at a time; undefined for kinds that derive nothing. */
export function derivedOf(
  { derived: declaration }: { derived?: DerivedDeclaration },
  { data }: { data: object },
  at: Date,
): Derived | undefined {
  if (!declaration) return undefined;
  const known = last.get(declaration);
  if (known?.data === data && known.at === at.getTime()) return known.derived;
  const derived = declaration.of(data, at);
  last.set(declaration, { data, at: at.getTime(), derived });
  return derived;
}
