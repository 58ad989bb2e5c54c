import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gap } from '../distance/gap.ts';
import { loadFramework } from '../frameworks/load-framework.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { anyFrameworks, frameworkOf } from '../testing.ts';
import { routes } from './routes.ts';

function answer<Value>(value: Value | Refusal): Value {
  if (isRefusal(value)) throw new Error(value.error.message.en);
  return value;
}

/** A clerk can become a guard, a guard an analyst; the clerk lacks too much to become one at once. */
const ladder = frameworkOf({
  clerk: ['mail', 'phone'],
  guard: ['mail', 'phone', 'logs', 'alerts'],
  analyst: ['logs', 'alerts', 'malware'],
  cook: ['soup'],
  driver: ['car'],
});
const rolesOf = (route: { steps: readonly { role: string | null }[] }) => route.steps.map(({ role }) => role);

describe('routes', () => {
  it('go through a role where the direct move lacks too much, and say why the direct one does not', () => {
    const found = answer(routes(ladder, 'clerk', 'analyst', { maxGapPerStep: 0.8 }));
    expect(found.routes.map(rolesOf)).toEqual([['guard', 'analyst']]);
    expect(found.routes[0]!.steps.map(({ missing }) => missing.map(({ id }) => id))).toEqual([
      ['alerts', 'logs'],
      ['malware'],
    ]);
    expect(found.rejected[0]).toMatchObject({
      roles: ['analyst'],
      code: 'gap-over-limit',
      step: 1,
      share: 1,
    });
    expect(found.complete).toBe(true);
  });

  it('are one step where that is within the limit, and none where all is held', () => {
    expect(answer(routes(ladder, 'guard', 'analyst')).routes.map(rolesOf)).toEqual([['analyst']]);
    expect(answer(routes(ladder, 'guard', 'clerk')).routes[0]!.steps).toEqual([]);
  });

  it('each step brings the goal nearer, lacks no more than the limit, and the last arrives', () => {
    fc.assert(
      fc.property(anyFrameworks, fc.double({ min: 0.3, max: 1, noNaN: true }), (framework, maxGapPerStep) => {
        const { routes: found } = answer(routes(framework, 'r0', 'r1', { maxGapPerStep }));
        const start = answer(gap(framework, 'r0', 'r1')).share;
        for (const { steps } of found) {
          let before = start;
          for (const { remaining, share } of steps) {
            expect(remaining).toBeLessThan(before);
            expect(share).toBeLessThanOrEqual(maxGapPerStep + 1e-9);
            before = remaining;
          }
          expect(before).toBe(0);
        }
      }),
    );
  });

  it('finds a route wherever trying all roles finds one, of as few steps', () => {
    fc.assert(
      fc.property(
        anyFrameworks,
        fc.double({ min: 0.4, max: 0.9, noNaN: true }),
        (framework, maxGapPerStep) => {
          const fewest = (held: string[], left: number): number => {
            const share = (to: string) => answer(gap(framework, itemsOf(held), to)).share;
            if (share('r1') <= maxGapPerStep) return 1;
            if (left === 1) return Number.POSITIVE_INFINITY;
            const now = share('r1');
            const next = framework.roles
              .map(({ id }) => id)
              .filter((id) => id !== 'r1' && !held.includes(id));
            const ways = next
              .filter((id) => share(id) <= maxGapPerStep)
              .filter((id) => {
                const { share: after } = answer(gap(framework, itemsOf([...held, id]), 'r1'));
                return after > 0 && after < now - 1e-12;
              })
              .map((id) => 1 + fewest([...held, id], left - 1));
            return Math.min(Number.POSITIVE_INFINITY, ...ways);
          };
          const itemsOf = (roles: string[]) =>
            framework.roles
              .filter(({ id }) => roles.includes(id))
              .flatMap(({ requires }) =>
                requires.map(({ item, level }) => ({ id: item, ...(level !== undefined && { level }) })),
              );
          const { routes: found } = answer(routes(framework, 'r0', 'r1', { maxGapPerStep, maxSteps: 3 }));
          if (answer(gap(framework, 'r0', 'r1')).share === 0) return;
          const steps = found[0]?.steps.length ?? Number.POSITIVE_INFINITY;
          expect(steps).toBe(fewest(['r0'], 3));
        },
      ),
      { numRuns: 60 },
    );
  });

  const logs = {
    id: 'logs course',
    items: ['logs', 'alerts'],
    hours: 40,
    starts: '2027-02-01',
    ends: '2027-03-01',
  };
  const malware = { id: 'malware course', skills: ['malware'], hours: 8 };

  it('name the programmes of each step, their hours and days, and what is learnt at work', () => {
    const options = { maxGapPerStep: 0.8, start: '2027-01-10', programmes: [logs, malware], hoursPerWeek: 4 };
    const [route] = answer(routes(ladder, 'clerk', 'analyst', { ...options, monthsInPost: 12 })).routes;
    const { id: _, items, ...dates } = logs;
    expect(route!.steps[0]).toMatchObject({
      role: 'guard',
      programmes: [{ id: 'logs course', fills: ['logs', 'alerts'], ...dates }],
      atWork: [],
      from: '2027-01-10',
      until: '2027-03-01',
    });
    expect(route!.steps[1]).toMatchObject({
      role: 'analyst',
      from: '2028-03-01',
      until: '2028-03-15',
      hours: 8,
    });
    expect(route).toMatchObject({ hours: 48, until: '2028-03-15' });
    const [without] = answer(routes(ladder, 'clerk', 'analyst', { maxGapPerStep: 0.8 })).routes;
    expect(without!.steps[1]!.atWork).toEqual(['malware']);
  });

  it('are rejected, with the step, for want of programmes, openings or time', () => {
    const reason = (options: object) => {
      const { routes: found, rejected } = answer(
        routes(ladder, 'clerk', 'analyst', { maxGapPerStep: 0.8, ...options }),
      );
      expect(
        found.flatMap(({ steps }) => steps).filter(({ kind, role }) => kind === 'move' && role === 'guard'),
      ).toEqual([]);
      const { code, step } = rejected.find(({ roles }) => roles.length > 1)!;
      return { code, step };
    };
    expect(reason({ programmesOnly: true, programmes: [logs] })).toEqual({ code: 'not-taught', step: 2 });
    expect(reason({ openings: [{ role: 'guard' }] })).toEqual({ code: 'no-opening', step: 2 });
    expect(reason({ start: '2027-01-10', deadline: '2027-02-20', programmes: [logs, malware] })).toEqual({
      code: 'after-deadline',
      step: 1,
    });
    expect(
      reason({
        start: '2027-01-10',
        programmes: [logs],
        openings: [{ role: 'guard', until: '2027-02-20' }, { role: 'analyst' }],
      }),
    ).toEqual({ code: 'no-opening', step: 1 });
  });

  it('wait for an opening, and pass over a run that has begun', () => {
    const [route] = answer(
      routes(ladder, 'clerk', 'analyst', {
        maxGapPerStep: 0.8,
        start: '2027-02-15',
        programmes: [logs],
        openings: [{ role: 'guard', from: '2027-04-01' }, { role: 'analyst' }],
      }),
    ).routes;
    expect(route!.steps[0]).toMatchObject({
      programmes: [],
      atWork: ['alerts', 'logs'],
      until: '2027-04-01',
    });
  });

  it('lead through programmes alone where no role leads there', () => {
    const programmes = ['a', 'b', 'c', 'd'].map((item) => ({
      id: `course ${item}`,
      items: [item],
      hours: 10,
    }));
    const island = frameworkOf({ goal: ['a', 'b', 'c', 'd'], clerk: ['mail'], cook: ['soup'] });
    const { routes: found } = answer(routes(island, 'clerk', 'goal', { maxGapPerStep: 0.5, programmes }));
    expect(found[0]!.steps.map(({ kind, share, remaining }) => ({ kind, share, remaining }))).toEqual([
      { kind: 'study', share: 0.5, remaining: 0.5 },
      { kind: 'move', share: 0.5, remaining: 0 },
    ]);
    expect(found[0]!.hours).toBe(40);
    const short = answer(routes(island, [], 'goal', { maxGapPerStep: 0.25, maxSteps: 3, programmes }));
    expect(short.rejected.map(({ code }) => code)).toContain('too-many-steps');
  });

  it('take items held and items wanted in place of roles', () => {
    const [route] = answer(routes(ladder, ['mail', 'logs'], new Set(['logs', 'alerts']))).routes;
    expect(route!.steps).toMatchObject([{ role: null, missing: [{ id: 'alerts' }] }]);
  });

  it('refuse options that make no sense', () => {
    const refused = (options: object) => routes(ladder, 'clerk', 'guard', options);
    for (const options of [
      { maxGapPerStep: 0 },
      { maxGapPerStep: 2 },
      { maxSteps: 0 },
      { limit: 0.5 },
      { start: 'tomorrow' },
      { start: '2027-02-30' },
      { hoursPerWeek: 0 },
    ]) {
      expect(refused(options)).toMatchObject({ error: { code: 'invalid-option' } });
    }
    expect(refused({ programmes: [{}] })).toMatchObject({ error: { code: 'invalid-programme' } });
    expect(routes(ladder, 'clerk', 'nobody')).toMatchObject({ error: { code: 'unknown-role', field: 'to' } });
  });

  it('are searched to the end on NICE', async () => {
    const nice = await loadFramework('nice');
    const ids = nice.roles.map(({ id }) => id);
    const all = ids.flatMap((from, at) => [
      routes(nice, from, ids[(at + 7) % ids.length]!, { maxGapPerStep: 0.8 }),
    ]);
    expect(all.every((found) => answer(found).complete)).toBe(true);
    expect(all.some((found) => answer(found).routes.some(({ steps }) => steps.length > 1))).toBe(true);
  });
});
