import { writeDay } from '../../../platform/i18n/dates.ts';
import type { Label } from '../../../platform/i18n/localised.ts';
import type { Derived, DerivedDeclaration } from '../../../platform/publishing/derived.ts';
import { anyTime } from './facets.ts';
import type { Programme } from './kinds/programme-schema.ts';
import type { Run } from './kinds/run.ts';
import { bandOf, priceLabel, priceRange } from './price.ts';
import { bookableRuns, nextClosing, startKey } from './runs/run-times.ts';
import type { AbilityLevel, ReachedSkill } from './skills.ts';

/** Training benefit kinds with the field that holds their designation number. */
export const designations = {
  practical: 'practicalNumber',
  specified: 'specifiedNumber',
  general: 'generalNumber',
} as const;
export type DesignatedKind = keyof typeof designations;

/** The training benefits that a programme is designated for, the one that pays most first. */
export function designatedKinds(programme: Programme): DesignatedKind[] {
  return (Object.keys(designations) as DesignatedKind[]).filter((kind) => programme[designations[kind]]);
}

/** Every skill that a programme teaches, at the highest level that it names for it. */
export function reachedSkills(programme: Programme): ReachedSkill[] {
  const { skillsKnown, skillsHelped, skillsAlone, skillsTaught } = programme;
  const reached = new Map<string, AbilityLevel>();
  for (const [index, ids] of [skillsKnown, skillsHelped, skillsAlone, skillsTaught].entries())
    for (const id of ids ?? []) reached.set(id, (index + 1) as AbilityLevel);
  return [...reached].map(([id, level]) => ({ id, level }));
}

const sampleLabel: Label = { ja: '見本', en: 'Sample' };

/** Sorts after every day, and before what has none. */
const atAnyTime = '9998';

function of(programme: Programme, now: Date): Derived {
  const runs = bookableRuns(programme.runs, now);
  const price = priceRange(programme, runs);
  const until = nextClosing(programme.runs, now);
  const nextStart = runs[0] ? startKey(runs[0]) : programme.anyTime ? atAnyTime : undefined;
  return {
    facets: {
      skill: reachedSkills(programme).map(({ id }) => id),
      'price-band': [bandOf(price.from)],
      region: regionsOf(programme, runs),
      start: [...new Set([...(programme.anyTime ? [anyTime] : []), ...runs.map(monthOf)])],
      benefit: designatedKinds(programme),
    },
    sortKeys: { price: price.from, ...(nextStart !== undefined && { nextStart }) },
    facts: [
      nextLabel(programme, runs),
      priceLabel(price),
      hoursLabel(programme.hours),
      ...(programme.sample ? [sampleLabel] : []),
    ],
    ...(until && { until }),
  };
}

/** `nationwide` where it can be taken from anywhere: online, or without dates. */
function regionsOf({ anyTime: always }: Programme, runs: readonly Run[]): string[] {
  const isAnywhere = always || runs.some(({ place }) => place !== 'onsite');
  const prefectures = runs.flatMap(({ prefecture }) => prefecture ?? []).sort();
  return [...(isAnywhere ? ['nationwide'] : []), ...new Set(prefectures)];
}

function monthOf({ days }: Run): string {
  return (days[0] ?? '').slice(0, 7);
}

/** The next run on a card. */
export function nextLabel({ anyTime: always }: Pick<Programme, 'anyTime'>, runs: readonly Run[]): Label {
  const [next, ...others] = runs;
  if (!next)
    return always
      ? { ja: 'いつでも始められます', en: 'Starts at any time' }
      : { ja: '申し込める日程はいまありません', en: 'No run is open now' };
  const day = next.days[0] ?? '';
  const more = others.length;
  return {
    ja: `次回 ${writeDay(day, 'ja')}${more > 0 ? `（ほか${more}回）` : ''}`,
    en: `Next on ${writeDay(day, 'en')}${more > 0 ? ` (${more} more)` : ''}`,
  };
}

export function hoursLabel(hours: number): Label {
  return { ja: `${hours}時間`, en: hours === 1 ? '1 hour' : `${hours} hours` };
}

export const derivedProgramme: DerivedDeclaration<Programme> = {
  facets: ['skill', 'price-band', 'region', 'start', 'benefit'],
  sortKeys: ['price', 'nextStart'],
  of,
};
