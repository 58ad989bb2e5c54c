import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadFramework } from '../frameworks/load-framework.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { anyFrameworks, frameworkOf, plainFrameworks } from '../testing.ts';
import { allGaps } from './all-gaps.ts';
import { type Gap, gap } from './gap.ts';
import { nearest } from './nearest.ts';

function answer<Value>(value: Value | Refusal): Value {
  if (isRefusal(value)) throw new Error(value.error.message.en);
  return value;
}

/** The definition, in sets and nothing else. */
function gapByDefinition(roles: Record<string, readonly string[]>, from: string, to: string): number {
  const lists = Object.values(roles).map((list) => new Set(list));
  const weight = (item: string) => Math.log(lists.length / lists.filter((list) => list.has(item)).length);
  const sum = (items: string[]) => items.reduce((total, item) => total + weight(item), 0);
  const asked = [...new Set(roles[to])];
  const held = new Set(roles[from]);
  const whole = sum(asked);
  const lacking = asked.filter((item) => !held.has(item));
  return whole === 0 ? lacking.length / asked.length : sum(lacking) / whole;
}

describe('a gap', () => {
  it('is the weight of what is lacking by the weight of what is asked', () => {
    const framework = frameworkOf({
      clerk: ['mail', 'phone'],
      guard: ['mail', 'logs', 'alerts'],
      chief: ['mail'],
    });
    const found = answer(gap(framework, 'clerk', 'guard'));
    expect(found.share).toBeCloseTo(1);
    expect(found.missing).toEqual([
      { id: 'alerts', weight: Math.log(3) },
      { id: 'logs', weight: Math.log(3) },
    ]);
    expect(found.present).toEqual(['mail']);
  });

  it('is what its definition says, for any roles', () => {
    fc.assert(
      fc.property(plainFrameworks, (framework) => {
        const roles = Object.fromEntries(framework.roles.map((r) => [r.id, r.requires.map((q) => q.item)]));
        for (const from of Object.keys(roles)) {
          for (const to of Object.keys(roles)) {
            expect(answer(gap(framework, from, to)).share).toBeCloseTo(gapByDefinition(roles, from, to), 9);
          }
        }
      }),
    );
  });

  it('is 0 to itself and stays between 0 and 1', () => {
    fc.assert(
      fc.property(anyFrameworks, (framework) => {
        for (const { id: from } of framework.roles) {
          expect(answer(gap(framework, from, from)).share).toBe(0);
          for (const { id: to } of framework.roles) {
            const { share } = answer(gap(framework, from, to));
            expect(share).toBeGreaterThanOrEqual(0);
            expect(share).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
  });

  it('obeys the triangle inequality in weight: no detour needs less to be learnt', () => {
    fc.assert(
      fc.property(anyFrameworks, (framework) => {
        const ids = framework.roles.map(({ id }) => id);
        const lacking = (from: string, to: string) => answer(gap(framework, from, to)).missingWeight;
        const weighs = (id: string) => {
          const asked = framework.roles.find((role) => role.id === id)!.requires;
          return asked.some(({ item }) =>
            framework.roles.some((r) => !r.requires.some((q) => q.item === item)),
          );
        };
        for (const a of ids) {
          for (const b of ids.filter(weighs)) {
            for (const c of ids.filter(weighs)) {
              expect(lacking(a, c)).toBeLessThanOrEqual(lacking(a, b) + lacking(b, c) + 1e-9);
            }
          }
        }
      }),
    );
  });

  it('does not obey it in shares: a wide role that holds a narrow one is near to both', () => {
    const framework = frameworkOf({
      start: ['a', 'b', 'c', 'd', 'e'],
      wide: ['a', 'b', 'c', 'd', 'e', 'f'],
      narrow: ['f'],
      other: ['g'],
    });
    const share = (from: string, to: string) => answer(gap(framework, from, to)).share;
    expect(share('start', 'narrow')).toBe(1);
    expect(share('start', 'wide') + share('wide', 'narrow')).toBeLessThan(0.5);
  });

  it('shrinks, or stays, as items are added', () => {
    fc.assert(
      fc.property(
        anyFrameworks,
        fc.array(fc.nat(14), { maxLength: 10 }),
        fc.nat(14),
        (framework, held, more) => {
          const ids = framework.items.map(({ id }) => id);
          const pick = (number: number) => ids[number % ids.length]!;
          const before = held.map(pick);
          for (const { id } of framework.roles) {
            const wider = answer(gap(framework, [...before, pick(more)], id)).share;
            expect(wider).toBeLessThanOrEqual(answer(gap(framework, before, id)).share + 1e-12);
          }
        },
      ),
    );
  });

  it('counts a level below the one asked for the part that is between them', () => {
    const framework = frameworkOf({ junior: ['logs:low'], senior: ['logs:high'], clerk: ['mail:low'] });
    const found = answer(gap(framework, 'junior', 'senior'));
    expect(found.share).toBeCloseTo(2 / 3);
    const weight = expect.closeTo((Math.log(3 / 2) * 2) / 3, 9);
    expect(found.missing).toEqual([{ id: 'logs', weight, level: 'high', held: 'low' }]);
    expect(answer(gap(framework, [{ id: 'logs', level: 'middle' }], 'senior')).share).toBeCloseTo(1 / 3);
    expect(answer(gap(framework, [{ id: 'logs', level: 2 }], 'senior')).share).toBeCloseTo(1 / 3);
    expect(answer(gap(framework, ['logs'], 'senior')).share).toBe(0);
  });

  it('goes by count where all that is asked weighs nothing', () => {
    const framework = frameworkOf({ one: ['mail', 'phone'], other: ['mail', 'phone'] });
    expect(answer(gap(framework, ['mail'], 'one')).share).toBe(0.5);
    expect(answer(gap(framework, [], 'one')).share).toBe(1);
  });

  it('weighs an item of no role as one of a single role', () => {
    const framework = frameworkOf({ one: ['mail'], other: ['phone'] }, ['unused']);
    expect(answer(gap(framework, [], ['unused'])).weight).toBe(Math.log(2));
  });

  it('takes sets, names and titles, and lacks nothing for an empty goal', () => {
    const framework = frameworkOf({ one: ['mail'], other: ['phone'] });
    expect(answer(gap(framework, new Set(['mail']), 'ROLE ONE')).share).toBe(0);
    expect(answer(gap(framework, 'one', []))).toMatchObject({ share: 0, missing: [], present: [] });
  });

  it('refuses what it does not know by value', () => {
    const framework = frameworkOf({ one: ['logs:low'] });
    const codes = [
      gap(framework, 'nobody', 'one'),
      gap(framework, 'one', ['nothing']),
      gap(framework, [{ id: 'logs', level: 'highest' }], 'one'),
      gap(framework, [{ id: 'logs', level: 4 }], 'one'),
    ].map((refusal) => (isRefusal(refusal) ? [refusal.error.code, refusal.error.field] : refusal));
    expect(codes).toEqual([
      ['unknown-role', 'from'],
      ['unknown-item', 'to'],
      ['unknown-level', 'from'],
      ['unknown-level', 'from'],
    ]);
  });

  it('takes a role itself, and refuses whatever else it is given', () => {
    const framework = frameworkOf({ one: ['mail'], other: ['phone'] });
    const [one, other] = framework.roles;
    expect(answer(gap(framework, one!, other!))).toEqual(answer(gap(framework, 'one', 'other')));
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const found = gap(framework, 'one', value as never);
        expect(isRefusal(found) || found.missing.length === 0).toBe(true);
      }),
    );
  });

  it('differs by direction: on NICE, 15 % and 43 %', async () => {
    const nice = await loadFramework('nice');
    const share = (from: string, to: string) => answer<Gap>(gap(nice, from, to)).share;
    expect(share('DD-WRL-001', 'DD-WRL-002')).toBeCloseTo(0.1494, 4);
    expect(share('Enterprise Architecture', '652')).toBeCloseTo(0.4295, 4);
  });

  it('takes DCWF statement numbers as items, though some are codes of roles too', async () => {
    const dcwf = await loadFramework('dcwf');
    expect(answer(gap(dcwf, ['462'], ['DCWF-462'])).share).toBe(0);
    expect(answer(gap(dcwf, '462', '462')).present.length).toBeGreaterThan(1);
  });
});

describe('all gaps', () => {
  it('are the gaps one by one', () => {
    fc.assert(
      fc.property(anyFrameworks, (framework) => {
        const { roles, shares } = allGaps(framework);
        for (const [at, from] of roles.entries()) {
          for (const [other, to] of roles.entries()) {
            const share = shares[at * roles.length + other];
            expect(share).toBeCloseTo(answer(gap(framework, from, to)).share, 9);
          }
        }
      }),
    );
  });
});

describe('the nearest roles', () => {
  it('are those that lack least, without the role itself', () => {
    fc.assert(
      fc.property(anyFrameworks, (framework) => {
        const found = answer(nearest(framework, 'r0'));
        expect(found.map(({ role }) => role)).not.toContain('r0');
        expect(found).toHaveLength(framework.roles.length - 1);
        for (const { role, share } of found)
          expect(share).toBeCloseTo(answer(gap(framework, 'r0', role)).share, 9);
        expect(found.map(({ share }) => share)).toEqual(
          found.map(({ share }) => share).sort((a, b) => a - b),
        );
      }),
    );
  });

  it('are limited in number and distance', () => {
    const framework = frameworkOf({ one: ['a', 'b'], two: ['a', 'b', 'c'], far: ['d'] });
    expect(answer(nearest(framework, 'one', { maxGap: 0.9 })).map(({ role }) => role)).toEqual(['two']);
    expect(answer(nearest(framework, ['d'], { limit: 1 })).map(({ role }) => role)).toEqual(['far']);
    expect(nearest(framework, 'one', { limit: -1 })).toMatchObject({ error: { code: 'invalid-option' } });
  });
});
