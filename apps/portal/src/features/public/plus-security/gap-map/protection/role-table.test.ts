import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DemandAnswer } from '../demand/answer.ts';
import type { Domains } from '../demand/dimensions.ts';
import { type CellPlace, fewestRespondents, keyOf, shownCells } from './role-table.ts';
import { attack, placesOf } from './testing/attack.ts';

const domains: Domains = {
  role: ['r'],
  skill: ['a', 'b', 'c'],
  prefecture: ['13', '27', '40'],
  industry: ['x', 'y', 'z'],
  size: ['small', 'large'],
};

const answer = fc.record({
  respondent: fc.nat(40).map(String),
  role: fc.constant('r'),
  skill: fc.constantFrom(...domains.skill),
  prefecture: fc.constantFrom(...domains.prefecture),
  industry: fc.constantFrom(...domains.industry),
  size: fc.constantFrom(...domains.size),
  people: fc.integer({ min: 1, max: 9 }),
  month: fc.constant('2026-10'),
  source: fc.constant('survey' as const),
});
/** Uneven, so that some cells have many answers and some few. */
const answers = fc.oneof(
  fc.array(answer, { maxLength: 40 }),
  fc
    .tuple(fc.array(answer, { minLength: 40, maxLength: 120 }), fc.array(answer, { maxLength: 6 }))
    .map(([many, few]) => [
      ...many.map((each, index) => ({
        ...each,
        respondent: `m${index}`,
        skill: each.skill === 'c' ? 'a' : each.skill,
        prefecture: each.prefecture === '40' ? '13' : each.prefecture,
        industry: each.industry === 'z' ? 'x' : each.industry,
      })),
      ...few,
    ]),
);

function respondentsOf(list: readonly DemandAnswer[], place: CellPlace): number {
  const inside = list.filter((each) =>
    (['skill', 'prefecture', 'industry', 'size'] as const).every(
      (dimension) => place[dimension] === undefined || place[dimension] === each[dimension],
    ),
  );
  return new Set(inside.map(({ respondent }) => respondent)).size;
}

describe('numbers of a role that are shown', () => {
  it('each come from five respondents or more, and are the true numbers of people', () => {
    fc.assert(
      fc.property(answers, (list) => {
        for (const { people, ...place } of shownCells(list, domains)) {
          expect(respondentsOf(list, place)).toBeGreaterThanOrEqual(fewestRespondents);
          const inside = list.filter((each) =>
            (Object.keys(place) as (keyof CellPlace)[]).every((name) => place[name] === each[name]),
          );
          expect(people).toBe(inside.reduce((sum, each) => sum + each.people, 0));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('let nobody work out a cell of fewer than five by linear equations and bounds over all margins', () => {
    let attacked = 0;
    fc.assert(
      fc.property(answers, (list) => {
        const shown = shownCells(list, domains);
        const found = attack(shown, domains);
        const shownKeys = new Set(shown.map(keyOf));
        for (const place of placesOf(domains)) {
          if (shownKeys.has(keyOf(place)) || respondentsOf(list, place) >= fewestRespondents) continue;
          attacked++;
          expect(found.get(keyOf(place))).toBeUndefined();
        }
      }),
      { numRuns: 300 },
    );
    expect(attacked).toBeGreaterThan(1_000);
  });

  it('let nobody do so who also knows of each such cell that at most four people are in it', () => {
    fc.assert(
      fc.property(answers, (list) => {
        // One person each: numbers of people are those of respondents.
        const single = list.map((each, index) => ({ ...each, respondent: String(index), people: 1 }));
        const shown = shownCells(single, domains);
        const shownKeys = new Set(shown.map(keyOf));
        const isFew = (place: CellPlace) =>
          !shownKeys.has(keyOf(place)) && respondentsOf(single, place) < fewestRespondents;
        const found = attack(shown, domains, (place) =>
          isFew(place) ? fewestRespondents - 1 : Number.POSITIVE_INFINITY,
        );
        for (const place of placesOf(domains))
          if (isFew(place)) expect(found.get(keyOf(place))).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it('would give cells away if only those below five were hidden, which shows that the attack works', () => {
    let broken = 0;
    fc.assert(
      fc.property(answers, (list) => {
        const naive = placesOf(domains).flatMap((place) => {
          const inside = list.filter((each) =>
            (Object.keys(place) as (keyof CellPlace)[]).every((name) => place[name] === each[name]),
          );
          const people = inside.reduce((sum, each) => sum + each.people, 0);
          return respondentsOf(list, place) >= fewestRespondents ? [{ ...place, people }] : [];
        });
        broken += attack(naive, domains).size;
      }),
      { numRuns: 100 },
    );
    expect(broken).toBeGreaterThan(100);
  });

  it('hide a number that one respondent makes up nearly alone', () => {
    const list = Array.from(
      { length: 6 },
      (_, index): DemandAnswer => ({
        respondent: String(index),
        role: 'r',
        skill: 'a',
        prefecture: '13',
        industry: 'x',
        size: 'small',
        people: index === 0 ? 1_000 : 1,
        month: '2026-10',
        source: 'survey',
      }),
    );
    expect(shownCells(list, domains)).toEqual([]);
  });
});
