import type { Programme as LearnableProgramme } from '@kakehashi/skills';
import { dataOf } from '../../../platform/publishing/kind.ts';
import type { PublishedRecord } from '../../../platform/publishing/published-record.ts';
import { reachedSkills } from './derived-programme.ts';
import { programmeKind } from './kinds/programme.ts';
import { priceRange } from './price.ts';
import { bookableRuns } from './runs/run-times.ts';

/**
 * A programme as `@kakehashi/skills` takes it for routes and coverage: skills with levels, hours, the next run that
 * is open and its price in yen with tax.
 * @returns undefined where one can neither apply for a run nor start at any time
 */
export function programmeForSkills(record: PublishedRecord, now: Date): LearnableProgramme | undefined {
  const programme = dataOf(programmeKind, record);
  const runs = bookableRuns(programme.runs, now);
  const [next] = runs;
  if (!next && !programme.anyTime) return undefined;
  const [starts, ends] = [next?.days[0], next?.days.at(-1)];
  return {
    id: record.id,
    skills: reachedSkills(programme),
    hours: programme.hours,
    price: priceRange(programme, runs).from,
    // What can be started at any time has no day to wait for.
    ...(starts && ends && !programme.anyTime && { starts, ends }),
  };
}
