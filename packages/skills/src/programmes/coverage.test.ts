import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadFramework } from '../frameworks/load-framework.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { frameworkOf } from '../testing.ts';
import { coverage } from './coverage.ts';
import { exactCover } from './exact-cover.ts';
import { greedyCover } from './greedy-cover.ts';

function answer<Value>(value: Value | Refusal): Value {
  if (isRefusal(value)) throw new Error(value.error.message.en);
  return value;
}

const problems = fc
  .tuple(
    fc.array(fc.uniqueArray(fc.nat(11), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 10 }),
    fc.array(fc.double({ min: 0.1, max: 5, noNaN: true }), { minLength: 12, maxLength: 12 }),
  )
  .map(([sets, weights]) => ({
    sets: sets.map((rows) => Int32Array.from(rows)),
    weights: Float64Array.from(weights),
    order: sets.map((_, at) => at),
  }));

/** The fewest sets that cover all that can be covered, by trying all selections. */
function fewestByTrying(sets: readonly Int32Array[]): number {
  const all = new Set(sets.flatMap((rows) => [...rows])).size;
  let fewest = sets.length;
  for (let selection = 0; selection < 2 ** sets.length; selection++) {
    const chosen = sets.filter((_, at) => (selection >> at) & 1);
    if (chosen.length < fewest && new Set(chosen.flatMap((rows) => [...rows])).size === all)
      fewest = chosen.length;
  }
  return fewest;
}

describe('set cover', () => {
  it('exact: as few as trying all selections finds, and never more than greedy', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const greedy = greedyCover(problem);
        const exact = exactCover(problem, greedy.chosen);
        const rows = (chosen: readonly number[]) =>
          new Set(chosen.flatMap((set) => [...problem.sets[set]!])).size;
        expect(exact.chosen.length).toBe(fewestByTrying(problem.sets));
        expect(rows(exact.chosen)).toBe(rows([...problem.sets.keys()]));
        expect(exact.chosen.length).toBeLessThanOrEqual(greedy.chosen.length);
      }),
    );
  });

  it('greedy: covers all that can be covered, and its bound is never above the fewest', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { chosen, atLeast } = greedyCover(problem);
        const fewest = fewestByTrying(problem.sets);
        expect(new Set(chosen.flatMap((set) => [...problem.sets[set]!])).size).toBe(
          new Set(problem.sets.flatMap((rows) => [...rows])).size,
        );
        expect(atLeast).toBeLessThanOrEqual(fewest);
        expect(chosen.length).toBeGreaterThanOrEqual(fewest);
      }),
    );
  });

  it('stays exact for 40 sets', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uniqueArray(fc.nat(39), { minLength: 2, maxLength: 3 }), {
          minLength: 20,
          maxLength: 50,
        }),
        (rows) => {
          const sets = Array.from({ length: 40 }, (_, set) =>
            Int32Array.from(rows.flatMap((row, at) => (row.includes(set) ? [at] : []))),
          );
          const weights = new Float64Array(rows.length).fill(1);
          const problem = { sets, weights, order: [...sets.keys()] };
          const greedy = greedyCover(problem);
          const { chosen } = exactCover(problem, greedy.chosen);
          for (const row of rows) expect(row.some((set) => chosen.includes(set))).toBe(true);
          expect(chosen.length).toBeGreaterThanOrEqual(greedy.atLeast);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('coverage', () => {
  const framework = frameworkOf({ goal: ['a', 'b', 'c', 'd'], clerk: ['a'], guard: ['e'] });

  it('is the smallest set of programmes, not the one that starts with the largest', () => {
    const programmes = [
      { id: 'wide', items: ['b', 'c'], hours: 1 },
      { id: 'left', items: ['a', 'b'], hours: 2 },
      { id: 'right', skills: ['c', 'd'], hours: 3, price: 1000 },
    ];
    const found = answer(coverage(programmes, 'goal', { framework }));
    expect(found.programmes.map(({ id }) => id).sort()).toEqual(['left', 'right']);
    expect(found).toMatchObject({ share: 1, missing: [], hours: 5, price: 1000, exact: true, atLeast: 2 });
  });

  it('prefers, of those that fill the same, fewer hours and then the lower price', () => {
    const programmes = [
      { id: 'long', items: ['a', 'b', 'c'], hours: 30 },
      { id: 'dear', items: ['a', 'b', 'c'], hours: 10, price: 9000 },
      { id: 'cheap', items: ['a', 'b', 'c'], hours: 10, price: 100 },
    ];
    const found = answer(coverage(programmes, 'goal', { framework }));
    expect(found.programmes).toEqual([{ id: 'cheap', fills: ['a', 'b', 'c'], hours: 10, price: 100 }]);
    expect(found.missing).toEqual(['d']);
  });

  it('leaves aside what is held, what is full and what the role does not ask', () => {
    const programmes = [
      { id: 'full', items: ['b', 'c', 'd'], capacity: 0 },
      { id: 'beside', items: ['e', 'from another framework'] },
      { id: 'open', items: ['b', 'c'], capacity: 3 },
    ];
    const found = answer(coverage(programmes, 'goal', { framework, held: ['a'] }));
    expect(found.programmes.map(({ id }) => id)).toEqual(['open']);
    expect(found.missing).toEqual(['d']);
  });

  it('fills an item only at the level that is asked', () => {
    const levelled = frameworkOf({ goal: ['a:high', 'b:low'], other: ['c:low'] });
    const programmes = [
      {
        id: 'beginners',
        items: [
          { id: 'a', level: 'low' },
          { id: 'b', level: 'low' },
        ],
      },
      { id: 'experts', items: [{ id: 'a', level: 'high' }] },
    ];
    const found = answer(coverage(programmes, 'goal', { framework: levelled }));
    expect(found.programmes.map(({ id }) => id).sort()).toEqual(['beginners', 'experts']);
  });

  it('needs nothing where all is held, and takes items or a role in place of an id', () => {
    const programmes = [{ id: 'one', items: ['a', 'b'] }];
    expect(answer(coverage(programmes, 'goal', { framework, held: 'goal' }))).toMatchObject({
      programmes: [],
      share: 1,
    });
    expect(answer(coverage(programmes, ['a', 'x'])).missing).toEqual(['x']);
    expect(answer(coverage(programmes, framework.roles[0]!, { framework })).share).toBeGreaterThan(0);
  });

  it('finds the framework of a role among those loaded', async () => {
    const nice = await loadFramework('nice');
    const [role] = nice.roles;
    const [first, second] = role!.requires.map(({ item }) => item);
    const programmes = [{ id: 'one', items: [first!, second!] }];
    expect(answer(coverage(programmes, role!.id))).toEqual(answer(coverage(programmes, role!)));
  });

  it('is greedy beyond 40 programmes, and says below what number none goes', () => {
    const many = Array.from({ length: 60 }, (_, at) => `s${at}`);
    const wide = frameworkOf({ goal: many, other: ['z'] });
    const programmes = many.map((id, at) => ({ id: `p${at}`, items: [id, many[(at + 1) % 60]!] }));
    const found = answer(coverage(programmes, 'goal', { framework: wide }));
    expect(found).toMatchObject({ share: 1, exact: false });
    expect(found.atLeast).toBeLessThanOrEqual(30);
    expect(found.programmes.length).toBeGreaterThanOrEqual(30);
  });

  it('refuses what is no programme, and a role of no known framework', () => {
    const refusals = [
      coverage([{ id: 'one', items: 'a' } as never], 'goal', { framework }),
      coverage([{ id: 'one', hours: -1 }], 'goal', { framework }),
      coverage([{ id: 'one', starts: '2026-12-10', ends: '2026-12-01' }], 'goal', { framework }),
      coverage([], 'no such role'),
    ].map((refusal) => (isRefusal(refusal) ? [refusal.error.code, refusal.error.field] : refusal));
    expect(refusals).toEqual([
      ['invalid-programme', 'programmes.0'],
      ['invalid-programme', 'programmes.0'],
      ['invalid-programme', 'programmes.0'],
      ['framework-needed', 'options.framework'],
    ]);
  });
});
