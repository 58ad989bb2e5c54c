import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Run } from '../kinds/run.ts';
import {
  bookableRuns,
  closingOf,
  currentRuns,
  endOf,
  isBookable,
  isOver,
  nextClosing,
  startOf,
} from './run-times.ts';

const run = (given: Partial<Run>): Run => ({
  id: 'r1',
  days: ['2027-01-15'],
  place: 'online',
  state: 'open',
  ...given,
});

describe('a run', () => {
  it('is over at the hour at which its last day ends, by the clock in Japan', () => {
    const evening = run({ days: ['2027-01-15', '2027-01-16'], from: '18:30', to: '20:30' });
    expect(endOf(evening).toISOString()).toBe('2027-01-16T11:30:00.000Z');
    expect(isOver(evening, new Date('2027-01-16T11:29:59Z'))).toBe(false);
    expect(isOver(evening, new Date('2027-01-16T11:30:00Z'))).toBe(true);
  });

  it('without hours begins and ends with its day', () => {
    expect(startOf(run({})).toISOString()).toBe('2027-01-14T15:00:00.000Z');
    expect(endOf(run({})).toISOString()).toBe('2027-01-15T15:00:00.000Z');
  });

  it('takes applications to the end of the last day to apply, at the latest until it begins', () => {
    expect(closingOf(run({ from: '10:00', applyBy: '2027-01-08' })).toISOString()).toBe(
      '2027-01-08T15:00:00.000Z',
    );
    expect(closingOf(run({ from: '10:00', applyBy: '2027-01-15' })).toISOString()).toBe(
      '2027-01-15T01:00:00.000Z',
    );
  });

  it('takes none when it is full or cancelled', () => {
    const now = new Date('2027-01-01T00:00:00Z');
    for (const state of ['full', 'cancelled'] as const) expect(isBookable(run({ state }), now)).toBe(false);
    for (const state of ['open', 'few'] as const) expect(isBookable(run({ state }), now)).toBe(true);
  });
});

const day = fc
  .integer({ min: 0, max: 60 })
  .map((n) => new Date(Date.UTC(2027, 0, 1 + n)).toISOString().slice(0, 10));
const runs = fc.array(
  fc
    .record({
      id: fc.uuid(),
      days: fc.uniqueArray(day, { minLength: 1, maxLength: 3 }).map((days) => days.sort()),
      from: fc.constantFrom(undefined, '09:00', '18:30'),
      to: fc.constantFrom(undefined, '20:30', '24:00'),
      applyBy: fc.option(day, { nil: undefined }),
      state: fc.constantFrom('open', 'few', 'full', 'cancelled'),
    })
    .map((given) => run(given as Partial<Run>)),
  { maxLength: 8 },
);
const moment = fc.date({
  min: new Date('2026-12-20'),
  max: new Date('2027-03-10'),
  noInvalidDate: true,
});

describe('as time passes and nothing is written', () => {
  it('a run that vanished never comes back, and one that is open is not over', () => {
    fc.assert(
      fc.property(runs, moment, moment, (all, one, other) => {
        const [before, after] = one < other ? [one, other] : [other, one];
        const later = new Set(currentRuns(all, after));
        const sooner = new Set(currentRuns(all, before));
        for (const each of later) expect(sooner.has(each)).toBe(true);
        for (const each of bookableRuns(all, before)) expect(sooner.has(each)).toBe(true);
      }),
    );
  });

  it('what can be applied for stays the same until the next closing, and is less from then on', () => {
    fc.assert(
      fc.property(runs, moment, (all, now) => {
        const open = bookableRuns(all, now);
        const until = nextClosing(all, now);
        expect(until === undefined).toBe(open.length === 0);
        if (!until) return;
        expect(until > now).toBe(true);
        expect(bookableRuns(all, new Date(until.getTime() - 1))).toEqual(open);
        expect(bookableRuns(all, until).length).toBeLessThan(open.length);
      }),
    );
  });
});
