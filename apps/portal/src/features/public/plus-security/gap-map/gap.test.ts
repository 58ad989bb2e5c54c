import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DemandAnswer } from './demand/answer.ts';
import { type Dimension, type Domains, dimensions } from './demand/dimensions.ts';
import { countedAt, fewestOfRelease, monthsBefore, releasesBefore } from './demand/releases.ts';
import { type GapQuery, gapCells, isPublished, PublishedDemand } from './gap.ts';
import { fewestRespondents, keyOf } from './protection/role-table.ts';
import { attack, placesOf } from './protection/testing/attack.ts';
import { Supply } from './supply/seats.ts';

const domains: Domains = {
  role: ['r', 'q'],
  skill: ['a', 'b', 'c'],
  prefecture: ['13', '27'],
  industry: ['x', 'y', 'z'],
  size: ['small', 'large'],
};
const months = ['2026-01', '2026-02', '2026-03'];

const answers = fc.array(
  fc.record({
    respondent: fc.nat(60).map(String),
    role: fc.constantFrom(...domains.role),
    skill: fc.constantFrom('a', 'a', 'a', 'b', 'b', 'c'),
    prefecture: fc.constantFrom('13', '13', '13', '27'),
    industry: fc.constantFrom('x', 'x', 'y', 'y', 'y', 'z'),
    size: fc.constantFrom(...domains.size),
    people: fc.integer({ min: 1, max: 5 }),
    month: fc.constantFrom(...months),
    source: fc.constant('posted' as const),
  }),
  { minLength: 100, maxLength: 260 },
);

/** Every question that the published tables answer. */
function questions(): GapQuery[] {
  let sets: Dimension[][] = [[]];
  for (const dimension of dimensions) sets = sets.flatMap((each) => [each, [...each, dimension]]);
  return sets
    .map((by) => ({ by, filters: {} }))
    .filter(isPublished)
    .flatMap((query) => [
      query,
      ...query.by.flatMap((held) =>
        domains[held].map((value) => ({
          by: query.by.filter((each) => each !== held),
          filters: { [held]: value },
        })),
      ),
    ]);
}

describe('releases', () => {
  it('hold each answer at most once and stay as they are when later months come', () => {
    fc.assert(
      fc.property(answers, (list) => {
        const early = releasesBefore('2026-03', list, domains);
        const late = releasesBefore('2026-04', list, domains);
        expect(late.filter(({ month }) => month < '2026-03')).toEqual(early);
      }),
      { numRuns: 50 },
    );
  });

  it('wait until enough respondents have answered for a role', () => {
    const list = Array.from(
      { length: fewestOfRelease },
      (_, index): DemandAnswer => ({
        respondent: String(index),
        role: 'r',
        skill: 'a',
        prefecture: '13',
        industry: 'x',
        size: 'small',
        people: 1,
        month: index === 0 ? '2026-02' : '2026-01',
        source: 'posted',
      }),
    );
    expect(releasesBefore('2026-02', list, domains)).toEqual([]);
    expect(releasesBefore('2026-03', list, domains).map(({ month }) => month)).toEqual(['2026-02']);
  });

  it('count for twelve months', () => {
    expect(monthsBefore('2026-02', 3)).toBe('2025-11');
    const release = { role: 'r', cells: [], sample: false };
    const all = ['2025-01', '2025-02', '2026-01', '2026-02'].map((month) => ({ ...release, month }));
    expect(countedAt('2026-01', all).map(({ month }) => month)).toEqual(['2025-02', '2026-01']);
  });
});

describe('everything that the gap map answers', () => {
  it('is a sum of released numbers, whatever is asked, filtered and dated, and none gives a small cell away', () => {
    let hidden = 0;
    fc.assert(
      fc.property(answers, (list) => {
        const releases = releasesBefore('2026-04', list, domains);
        const supply = new Supply([]);
        const dated = months.map((month) => new PublishedDemand(countedAt(month, releases), domains));
        // What a reader can subtract: every answer at every date.
        for (const query of questions())
          dated.forEach((demand, at) => {
            for (const cell of gapCells(query, demand, supply, domains)) {
              const place = Object.fromEntries(
                dimensions.flatMap((dimension) =>
                  cell[dimension] === null ? [] : [[dimension, cell[dimension]]],
                ),
              );
              const { role, ...rest } = place as Partial<Record<Dimension, string>>;
              const released = countedAt(months[at]!, releases)
                .filter((release) => role === undefined || release.role === role)
                .flatMap(({ cells }) => cells.filter((each) => keyOf(each) === keyOf(rest)));
              expect(cell.suppressed).toBe(released.length === 0);
              expect(cell.demand).toBe(
                released.length === 0 ? null : released.reduce((sum, { people }) => sum + people, 0),
              );
              expect(cell.gap).toBe(cell.demand === null ? null : cell.demand - cell.supply);
            }
          });
        // Each release by itself, as two dates or two roles set against each other leave it.
        let waiting: DemandAnswer[] = [];
        for (const role of domains.role) {
          waiting = [];
          for (const month of months) {
            waiting.push(...list.filter((each) => each.role === role && each.month === month));
            const release = releases.find((each) => each.role === role && each.month === month);
            if (!release) continue;
            const found = attack(release.cells, domains);
            for (const place of placesOf(domains)) {
              const inside = waiting.filter((each) =>
                Object.entries(place).every(([name, value]) => each[name as Dimension] === value),
              );
              if (new Set(inside.map(({ respondent }) => respondent)).size >= fewestRespondents) continue;
              hidden++;
              expect(found.has(keyOf(place))).toBe(false);
              expect(release.cells.some((cell) => keyOf(cell) === keyOf(place))).toBe(false);
            }
            waiting = [];
          }
        }
      }),
      { numRuns: 40 },
    );
    expect(hidden).toBeGreaterThan(50);
  });

  it('names every cell that is asked, also where nothing is known, so that none and few look alike', () => {
    const cells = gapCells(
      { by: ['role', 'skill'], filters: {} },
      new PublishedDemand([], domains),
      new Supply([]),
      domains,
    );
    expect(cells).toHaveLength(6);
    expect(cells.every((cell) => cell.suppressed && cell.demand === null && cell.gap === null)).toBe(true);
  });

  it('refuses combinations of no published table', () => {
    expect(isPublished({ by: ['industry'], filters: { prefecture: '13' } })).toBe(false);
    expect(isPublished({ by: ['industry', 'size'], filters: {} })).toBe(false);
    expect(isPublished({ by: ['skill', 'prefecture'], filters: { role: 'r' } })).toBe(true);
  });
});
