import type { Framework } from '@kakehashi/skills';
import { type DesignatedKind, designatedKinds, reachedSkills } from '../derived-programme.ts';
import type { Programme } from '../kinds/programme-schema.ts';
import { withTax } from '../price.ts';
import { bookableRuns } from '../runs/run-times.ts';
import type { Place } from './answers.ts';
import type { SkillAt } from './questions.ts';

/** Programme levels, lowest first. */
export const programmeLevels = ['first', 'basic', 'applied', 'advanced'] as const;
export type ProgrammeLevel = (typeof programmeLevels)[number];

/** A run that one can apply for. */
export interface OfferedRun {
  readonly id: string;
  /** First and last day, `yyyy-mm-dd`. */
  readonly starts: string;
  readonly ends: string;
  readonly online: boolean;
  readonly prefecture: string | undefined;
  /** Yen, tax included. */
  readonly price: number;
  /** Most people who can take part; undefined where it is not said. */
  readonly capacity: number | undefined;
}

/** A programme as it can be taken now. */
export interface Offer {
  readonly id: string;
  readonly level: ProgrammeLevel;
  readonly people: readonly string[];
  readonly skills: readonly SkillAt[];
  readonly hours: number;
  readonly anyTime: boolean;
  /** Yen with tax, where it is taken at any time. */
  readonly price: number;
  /** Soonest first. */
  readonly runs: readonly OfferedRun[];
  readonly benefits: readonly DesignatedKind[];
}

/** What can be applied for of a programme at a moment. */
export function offerOf(
  id: string,
  programme: Programme,
  { levels }: Pick<Framework, 'levels'>,
  now: Date,
): Offer {
  const { priceFrom, tax } = programme;
  return {
    id,
    level: programme.level as ProgrammeLevel,
    people: programme.people,
    skills: reachedSkills(programme).flatMap((skill) => {
      const level = levels[skill.level - 1]?.id;
      return level === undefined ? [] : [{ id: skill.id, level }];
    }),
    hours: programme.hours,
    anyTime: programme.anyTime ?? false,
    price: withTax(priceFrom, tax),
    runs: bookableRuns(programme.runs, now).map((run) => ({
      id: run.id,
      starts: run.days[0] ?? '',
      ends: run.days.at(-1) ?? '',
      online: run.place !== 'onsite',
      prefecture: run.prefecture,
      price: withTax(run.price ?? priceFrom, tax),
      capacity: run.capacity,
    })),
    benefits: designatedKinds(programme),
  };
}

/** Whether a run can be taken from a place. */
function isWithinReach({ online, prefecture }: OfferedRun, place: Place): boolean {
  return place === 'any' || online || prefecture === place;
}

/** Runs that can be taken from a place, soonest first. */
export function runsFrom({ runs }: Offer, place: Place): OfferedRun[] {
  return runs.filter((run) => isWithinReach(run, place));
}

/** What an offer costs and when it begins, from a place; undefined where it cannot be taken from there. */
export function bookingOf(
  offer: Offer,
  place: Place,
): { run: OfferedRun | undefined; price: number } | undefined {
  const [run] = runsFrom(offer, place);
  if (run) return { run, price: run.price };
  return offer.anyTime ? { run: undefined, price: offer.price } : undefined;
}

/** People whom programmes are for, by the groups and roles of the framework. */
const audiences: Readonly<Record<string, readonly string[]>> = {
  executive: ['executives'],
  ciso: ['executives', 'managers', 'it-staff'],
  'it-all-rounder': ['it-staff', 'engineers'],
  operator: ['it-staff', 'engineers'],
  management: ['managers'],
  practitioners: ['practitioners'],
  engineers: ['engineers'],
  specialists: ['it-staff', 'engineers', 'managers', 'practitioners'],
};

/** Whether a programme is for people of a role. */
export function isFor(offer: Offer, role: string, group: string | undefined): boolean {
  const audience = audiences[role] ?? audiences[group ?? ''] ?? [];
  return offer.people.some((people) => people === 'everybody' || audience.includes(people));
}
