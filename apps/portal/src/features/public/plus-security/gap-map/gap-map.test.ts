import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PublishedRecord } from '../../../../platform/publishing/published-record.ts';
import { areas, domains } from './demand/dimensions.ts';
import { monthsBefore } from './demand/releases.ts';
import { GapMap } from './gap-map.ts';
import { demandReleaseKind } from './kinds/demand-release.ts';

const [area] = areas;
const skills = [...(area?.skills.slice(0, 2) ?? []), ...domains.skill.slice(-1)];
const months = Array.from({ length: 20 }, (_, index) => monthsBefore('2027-08', 19 - index));

const cell = fc.record({
  skill: fc.constantFrom(undefined, ...skills),
  prefecture: fc.constantFrom(undefined, '13', '27'),
  people: fc.integer({ min: 1, max: 50 }),
});
const releases = fc.uniqueArray(
  fc.record({
    month: fc.constantFrom(...months),
    role: fc.constantFrom(...domains.role.slice(0, 2)),
    cells: fc.uniqueArray(cell, {
      selector: ({ skill, prefecture }) => `${skill} ${prefecture}`,
      maxLength: 9,
    }),
  }),
  { selector: ({ month, role }) => `${month} ${role}`, maxLength: 24 },
);
const place = fc.record({
  role: fc.constantFrom(undefined, ...domains.role.slice(0, 2)),
  prefecture: fc.constantFrom(undefined, '13', '27'),
  inArea: fc.boolean(),
});

function mapOf(data: readonly object[]) {
  const records = data.map((each) => ({ kind: demandReleaseKind.name, data: each }) as PublishedRecord);
  const model = {
    sequence: 1,
    ofKind: (kind: string) => (kind === demandReleaseKind.name ? records : []),
    get: () => undefined,
    only: () => undefined,
  };
  return { model, map: new GapMap({ model: model as never, now: () => new Date('2027-09-01') }) };
}

describe('demand over time', () => {
  it('is at the end of each month what a question for that month gives', () => {
    fc.assert(
      fc.property(releases, place, (data, { role, prefecture, inArea }) => {
        const { map } = mapOf(data);
        const asked = inArea ? new Set(area?.skills) : undefined;
        const filters = { ...(role && { role }), ...(prefecture && { prefecture }) };
        for (const { month, demand } of map.demandByMonth({ role, prefecture, skills: asked })) {
          const { cells } = map.answer({ by: inArea ? ['skill'] : [], filters }, month);
          const shown = cells.filter(({ skill }) => !asked || asked.has(skill ?? ''));
          const numbers = shown.flatMap((each) => each.demand ?? []);
          expect(demand).toBe(numbers.length > 0 ? numbers.reduce((sum, each) => sum + each, 0) : null);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('passes over each number once, however many months there are', () => {
    let read = 0;
    const cells = new Proxy([{ people: 5 }], {
      get(list, name, receiver) {
        if (name === Symbol.iterator) read += 1;
        return Reflect.get(list, name, receiver);
      },
    });
    const { map } = mapOf(months.map((month) => ({ month, role: domains.role[0], cells })));
    expect(map.demandByMonth({}).at(-1)).toEqual({ month: '2027-08', demand: 60 });
    expect(read).toBe(months.length);
  });

  it('is read anew when a release comes, and not when anything else is published', () => {
    const { map, model } = mapOf([{ month: '2027-08', role: domains.role[0], cells: [{ people: 5 }] }]);
    const before = map.months();
    model.sequence += 1;
    expect(map.months()).toBe(before);
    const more = [...model.ofKind(demandReleaseKind.name)];
    more.push({ ...more[0], data: { month: '2027-09', role: domains.role[0], cells: [] } } as never);
    model.ofKind = (kind) => (kind === demandReleaseKind.name ? more : []);
    model.sequence += 1;
    expect(map.months()).toEqual(['2027-08', '2027-09']);
  });
});
