import { type HeldItem, levelNumber, placeOf } from '../distance/ability.ts';
import type { IndexedFramework } from '../distance/indexed-framework.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** A course as far as coverage and routes need it. `items` and `skills` mean the same; both may be given. */
export interface Programme {
  readonly id: string;
  /** What one can do afterwards: items of the framework by id, or with the level that is reached. */
  readonly items?: readonly (string | HeldItem)[];
  readonly skills?: readonly (string | HeldItem)[];
  readonly hours?: number;
  /** First day of the next run, `yyyy-mm-dd`; without one it can be taken at any time. */
  readonly starts?: string;
  readonly ends?: string;
  /** In yen. */
  readonly price?: number;
  /** Places that are left; 0 means full. */
  readonly capacity?: number;
}

/** A programme with the places of what it teaches in a framework; what the framework does not have is left out. */
export interface PlacedProgramme {
  readonly programme: Programme;
  readonly items: Int32Array;
  /** Number of the level reached; 0 without one. */
  readonly levels: Uint8Array;
}

export function placeProgrammes(
  index: IndexedFramework,
  programmes: readonly Programme[],
): PlacedProgramme[] {
  return programmes.map((programme) => {
    const items: number[] = [];
    const levels: number[] = [];
    for (const list of [programme.items, programme.skills]) {
      for (const entry of list ?? []) {
        const { id, level } = typeof entry === 'string' ? { id: entry, level: undefined } : entry;
        const place = placeOf(index, id);
        const number = levelNumber(index, level);
        if (place === undefined || number === undefined) continue;
        items.push(place);
        levels.push(number);
      }
    }
    return { programme, items: Int32Array.from(items), levels: Uint8Array.from(levels) };
  });
}

/** A programme as it is named in an answer. */
export interface ProgrammeUse {
  readonly id: string;
  /** What it newly fills, by id. */
  readonly fills: readonly string[];
  readonly hours?: number;
  readonly starts?: string;
  readonly ends?: string;
  readonly price?: number;
}

export function useOf(programme: Programme, fills: readonly string[]): ProgrammeUse {
  const { id, hours, starts, ends, price } = programme;
  return {
    id,
    fills,
    ...(hours !== undefined && { hours }),
    ...(starts !== undefined && { starts }),
    ...(ends !== undefined && { ends }),
    ...(price !== undefined && { price }),
  };
}

/** The first programme that is none, or undefined. */
export function checkProgrammes(programmes: unknown): Refusal | undefined {
  if (!Array.isArray(programmes)) return invalid('programmes', programmes);
  const at = programmes.findIndex((programme) => !isProgramme(programme));
  return at < 0 ? undefined : invalid(`programmes.${at}`, programmes[at]?.id ?? programmes[at]);
}

function isProgramme(value: unknown): value is Programme {
  if (typeof value !== 'object' || value === null) return false;
  const { id, items, skills, hours, starts, ends, price, capacity } = value as Record<string, unknown>;
  return (
    typeof id === 'string' &&
    [items, skills].every((list) => list === undefined || isItems(list)) &&
    [hours, price, capacity].every((number) => number === undefined || isAmount(number)) &&
    [starts, ends].every((day) => day === undefined || isDay(day)) &&
    (starts === undefined || ends === undefined || (starts as string) <= (ends as string))
  );
}

function isItems(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every((entry) => typeof entry === 'string' || typeof (entry as HeldItem | null)?.id === 'string')
  );
}

function isAmount(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && Number.isFinite(value);
}

export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(value);
  // 30 February is taken for a day of March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

function invalid(field: string, value: unknown): Refusal {
  return refuse('invalid-programme', field, value, {
    ja: '講座は { id, items または skills: 項目の一覧, hours, starts, ends, price, capacity } の形で、日付は yyyy-mm-dd、数は 0 以上です。',
    en: 'A programme is { id, items or skills: list of items, hours, starts, ends, price, capacity }, with days as yyyy-mm-dd and numbers from 0.',
  });
}
