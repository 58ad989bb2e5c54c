import fc from 'fast-check';
import type { Answers } from '../answers.ts';
import { type Offer, type OfferedRun, programmeLevels } from '../offers.ts';
import {
  type AbilityId,
  abilities,
  type ContactId,
  contacts,
  type DecisionId,
  decisions,
  hourLimits,
  insuredAnswers,
} from '../questions.ts';

type OfferDetails = Partial<Omit<Offer, 'id' | 'skills' | 'runs'>> & {
  skills?: Readonly<Record<string, string>>;
  runs?: readonly Partial<OfferedRun>[];
};

/** An offer for all staff, closed where neither runs nor any time are given. */
export function offer(id: string, { skills = {}, runs = [], ...details }: OfferDetails = {}): Offer {
  return {
    id,
    level: 'first',
    people: ['everybody'],
    skills: Object.entries(skills).map(([skill, level]) => ({ id: skill, level })),
    hours: 3,
    anyTime: false,
    price: 1_000,
    runs: runs.map((run, index) => ({
      id: `r${index}`,
      starts: '2027-01-10',
      ends: run.starts ?? '2027-01-10',
      online: false,
      prefecture: undefined,
      price: 1_000,
      capacity: undefined,
      ...run,
    })),
    benefits: [],
    ...details,
  };
}

const ids = <Id extends string>(choices: Readonly<Record<Id, unknown>>) =>
  fc.subarray(Object.keys(choices) as Id[], { maxLength: 5 });
const prefecture = fc.constantFrom('01', '13', '27');

export function anyAnswers(roles: readonly string[]): fc.Arbitrary<Answers> {
  return fc.record({
    work: fc.constantFrom(...roles),
    decide: ids<DecisionId>(decisions),
    touch: ids<ContactId>(contacts),
    can: ids<AbilityId>(abilities),
    place: fc.oneof(fc.constantFrom('any', 'online'), prefecture),
    hours: fc.constantFrom(...hourLimits),
    insured: fc.constantFrom(...insuredAnswers),
  });
}

const day = fc
  .integer({ min: 0, max: 500 })
  .map((days) => new Date(Date.UTC(2026, 11, 1) + days * 86_400_000).toISOString().slice(0, 10));

const run = (index: number): fc.Arbitrary<OfferedRun> =>
  fc.record({
    id: fc.constant(`r${index}`),
    starts: day,
    ends: fc.constant('2029-01-01'),
    online: fc.boolean(),
    prefecture: fc.option(prefecture, { nil: undefined }),
    price: fc.integer({ min: 0, max: 400_000 }),
    capacity: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
  });

/** Offers that teach skills at levels, with runs in the 17 months from December 2026. */
export function anyOffers(skills: readonly string[], levels: readonly string[]): fc.Arbitrary<Offer[]> {
  const one = fc.record({
    level: fc.constantFrom(...programmeLevels),
    people: fc.subarray(['everybody', 'managers', 'practitioners', 'engineers', 'executives'], {
      minLength: 1,
    }),
    skills: fc.uniqueArray(fc.record({ id: fc.constantFrom(...skills), level: fc.constantFrom(...levels) }), {
      minLength: 1,
      maxLength: 6,
      selector: ({ id }) => id,
    }),
    hours: fc.integer({ min: 1, max: 60 }),
    anyTime: fc.boolean(),
    price: fc.integer({ min: 0, max: 400_000 }),
    runs: fc
      .tuple(run(0), run(1), run(2), fc.integer({ min: 0, max: 3 }))
      .map(([a, b, c, count]) => [a, b, c].slice(0, count).sort((x, y) => (x.starts < y.starts ? -1 : 1))),
    benefits: fc.constant([]),
  });
  return fc
    .array(one, { maxLength: 25 })
    .map((offers) => offers.map((each, index): Offer => ({ id: `p${index}`, ...each })));
}
