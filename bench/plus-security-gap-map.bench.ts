/**
 * Processor time to compute the gap map anew from 100,000 answers: twelve monthly releases of each role with their
 * disclosure control, the sums over them, the seats of 10,000 programmes, and all cells by role and skill.
 */
import type { DemandAnswer } from '../apps/portal/src/features/public/plus-security/gap-map/demand/answer.ts';
import { domains } from '../apps/portal/src/features/public/plus-security/gap-map/demand/dimensions.ts';
import {
  countedAt,
  releasesBefore,
} from '../apps/portal/src/features/public/plus-security/gap-map/demand/releases.ts';
import { gapCells, PublishedDemand } from '../apps/portal/src/features/public/plus-security/gap-map/gap.ts';
import { type Offer, Supply } from '../apps/portal/src/features/public/plus-security/gap-map/supply/seats.ts';

const ANSWERS = 100_000;
const PROGRAMMES = 10_000;
const ROUNDS = 5;

/** The same numbers each time. */
let seed = 20_261_130;
function random(below: number): number {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
}
/** One of some values, the first ones oftener, as cities and common needs are. */
const uneven = <Value>(values: readonly Value[]) =>
  values[Math.min(random(values.length), random(values.length))]!;
const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`);

const answers = Array.from(
  { length: ANSWERS },
  (_, index): DemandAnswer => ({
    respondent: String(Math.floor(index / 3)),
    role: uneven(domains.role),
    skill: uneven(domains.skill),
    prefecture: uneven(domains.prefecture),
    industry: uneven(domains.industry),
    size: uneven(domains.size),
    people: 1 + random(10),
    month: months[random(12)]!,
    source: 'survey',
  }),
);
const offers = Array.from(
  { length: PROGRAMMES },
  (_, index): Offer => ({
    id: String(index),
    roles: Array.from({ length: 3 }, () => uneven(domains.role)),
    skills: Array.from({ length: 4 }, () => uneven(domains.skill)),
    areas: [],
    anyTime: false,
    runs: Array.from({ length: 5 }, () => ({
      prefecture: uneven(domains.prefecture),
      online: random(2) === 0,
      seats: 10 + random(50),
    })),
  }),
);

function milliseconds<Result>(work: () => Result): [Result, number] {
  const begun = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(begun);
  return [result, (user + system) / 1000];
}

for (let round = 1; round <= ROUNDS; round++) {
  const [releases, protecting] = milliseconds(() => releasesBefore('2027-01', answers, domains));
  const [cells, summing] = milliseconds(() =>
    gapCells(
      { by: ['role', 'skill'], filters: {} },
      new PublishedDemand(countedAt('2026-12', releases), domains),
      new Supply(offers),
      domains,
    ),
  );
  const shown = releases.reduce((sum, release) => sum + release.cells.length, 0);
  console.log(
    `round ${round}: ${ANSWERS.toLocaleString('en')} answers, ${releases.length} releases, ${shown} numbers shown: ` +
      `${protecting.toFixed(0)} ms; sums and ${cells.length} cells over ${PROGRAMMES.toLocaleString('en')} programmes: ${summing.toFixed(0)} ms`,
  );
}
