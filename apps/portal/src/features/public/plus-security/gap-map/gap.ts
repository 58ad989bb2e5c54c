import { type Dimension, type Domains, dimensions } from './demand/dimensions.ts';
import type { Release } from './demand/releases.ts';
import { keyOf } from './protection/role-table.ts';
import type { Supply } from './supply/seats.ts';

/** Sets of dimensions beside the role by which demand is published; a question needs one that holds all of its own. */
export const publishedTables = [
  ['role', 'skill', 'prefecture'],
  ['role', 'industry'],
  ['role', 'size'],
] as const satisfies readonly (readonly Dimension[])[];

/** A question to the gap map. */
export interface GapQuery {
  /** Dimensions by which the cells are told apart. */
  readonly by: readonly Dimension[];
  /** Dimensions held to one value. */
  readonly filters: Readonly<Partial<Record<Dimension, string>>>;
}

/** One cell; a dimension that the question neither tells apart nor holds is null: it is summed over. */
export interface GapCell extends Record<Dimension, string | null> {
  /** People wanted, over all numbers that are shown; null where none is. */
  demand: number | null;
  /** Coming seats. */
  supply: number;
  /** People wanted less seats: above 0, seats are lacking; null where demand is. */
  gap: number | null;
  /** Whether demand is hidden, since fewer than five respondents told of it or it would give others away. */
  suppressed: boolean;
}

/** Whether the tables that are published can answer a question. */
export function isPublished({ by, filters }: GapQuery): boolean {
  const asked = [...by, ...(Object.keys(filters) as Dimension[])];
  return publishedTables.some((table: readonly Dimension[]) => asked.every((each) => table.includes(each)));
}

/** Numbers of people that are shown, by role and place within its tables, over some releases. */
export class PublishedDemand {
  readonly #people = new Map<string, number>();
  readonly #domains: Domains;

  constructor(releases: readonly Release[], domains: Domains) {
    this.#domains = domains;
    for (const { role, cells } of releases)
      for (const cell of cells) {
        const key = `${role}|${keyOf(cell)}`;
        this.#people.set(key, (this.#people.get(key) ?? 0) + cell.people);
      }
  }

  /**
   * The sum of what is shown for the roles asked; undefined where nothing is. A sum over roles is made of shown
   * numbers alone, never of all answers, so that subtracting others from it leads back to shown numbers.
   */
  people({ role, ...place }: Readonly<Partial<Record<Dimension, string>>>): number | undefined {
    const key = keyOf(place);
    let sum: number | undefined;
    for (const each of role === undefined ? this.#domains.role : [role]) {
      const people = this.#people.get(`${each}|${key}`);
      if (people !== undefined) sum = (sum ?? 0) + people;
    }
    return sum;
  }
}

/** Most cells of one answer. */
export const mostCells = 6_000;

export function countOfCells({ by, filters }: GapQuery, domains: Domains): number {
  return by.reduce((count, dimension) => count * (filters[dimension] ? 1 : domains[dimension].length), 1);
}

/** Demand, supply and gap of every cell that a question tells apart, also where nothing is known of it. */
export function gapCells(
  query: GapQuery,
  demand: PublishedDemand,
  supply: Supply,
  domains: Domains,
): GapCell[] {
  let places: Partial<Record<Dimension, string>>[] = [query.filters];
  for (const dimension of query.by) {
    const held = query.filters[dimension];
    const values = held === undefined ? domains[dimension] : [held];
    places = places.flatMap((place) => values.map((value) => ({ ...place, [dimension]: value })));
  }
  return places.map((place) => {
    const people = demand.people(place);
    const seats = supply.seats(place);
    const named = Object.fromEntries(dimensions.map((dimension) => [dimension, place[dimension] ?? null]));
    return {
      ...(named as Record<Dimension, string | null>),
      demand: people ?? null,
      supply: seats,
      gap: people === undefined ? null : people - seats,
      suppressed: people === undefined,
    };
  });
}
