import { describe, expect, it } from 'vitest';
import type { OpeningSpan } from './contact.ts';
import { openingAt } from './opening.ts';

const office: OpeningSpan[] = [
  { days: 'weekdays', from: '10:00', to: '12:00' },
  { days: 'weekdays', from: '13:30', to: '17:00' },
];
const always: OpeningSpan[] = [{ days: 'every-day', from: '00:00', to: '24:00' }];

/** State at a time in Japan: `open until …` or `closed until …`, in UTC. */
function stateAt(hours: OpeningSpan[] | undefined, time: string): string | undefined {
  const opening = openingAt(hours, new Date(`${time}:00+09:00`));
  if (!opening) return undefined;
  const end = opening.open ? opening.until : opening.opensAt;
  const written = end && new Date(end.getTime() + 9 * 3_600_000).toISOString().slice(0, 16);
  return `${opening.open ? 'open' : 'closed'} until ${written ?? 'ever'}`;
}

describe('a desk that answers on weekdays with a break at noon', () => {
  it('is open from the first minute to the last', () => {
    expect(stateAt(office, '2026-11-30T10:00')).toBe('open until 2026-11-30T12:00');
    expect(stateAt(office, '2026-11-30T11:59')).toBe('open until 2026-11-30T12:00');
    expect(stateAt(office, '2026-11-30T17:00')).toBe('closed until 2026-12-01T10:00');
  });

  it('is closed at noon, and says when it goes on', () => {
    expect(stateAt(office, '2026-11-30T12:00')).toBe('closed until 2026-11-30T13:30');
  });

  it('is closed before it opens, on the weekend and on holidays', () => {
    expect(stateAt(office, '2026-11-30T00:00')).toBe('closed until 2026-11-30T10:00');
    expect(stateAt(office, '2026-11-28T11:00')).toBe('closed until 2026-11-30T10:00');
    expect(stateAt(office, '2026-11-23T11:00')).toBe('closed until 2026-11-24T10:00');
    expect(stateAt(office, '2026-09-22T11:00')).toBe('closed until 2026-09-24T10:00');
    expect(stateAt(office, '2026-05-02T11:00')).toBe('closed until 2026-05-07T10:00');
  });

  it('is closed around the New Year', () => {
    expect(stateAt(office, '2026-12-28T17:00')).toBe('closed until 2027-01-04T10:00');
  });

  it('is judged by the clock of Japan, whatever the day is elsewhere', () => {
    expect(openingAt(office, new Date('2026-11-30T01:30:00Z'))?.open).toBe(true);
    expect(openingAt(office, new Date('2026-11-29T20:00:00-05:00'))?.open).toBe(true);
  });
});

describe('other hours', () => {
  it('round the clock have no end, on holidays either', () => {
    expect(stateAt(always, '2026-12-31T23:59')).toBe('open until ever');
  });

  it('every day but around the New Year', () => {
    const daily: OpeningSpan[] = [{ days: 'every-day-but-new-year', from: '00:00', to: '24:00' }];
    expect(stateAt(daily, '2026-12-27T12:00')).toBe('open until 2026-12-29T00:00');
    expect(stateAt(daily, '2026-12-29T00:00')).toBe('closed until 2027-01-04T00:00');
  });

  it('of Sundays and holidays beside those of weekdays', () => {
    const shop: OpeningSpan[] = [
      { days: 'weekdays', from: '09:00', to: '20:00' },
      { days: 'saturday', from: '09:00', to: '17:00' },
      { days: 'sunday-and-holidays', from: '10:00', to: '16:00' },
    ];
    expect(stateAt(shop, '2026-11-23T16:30')).toBe('closed until 2026-11-24T09:00');
    expect(stateAt(shop, '2026-11-28T16:30')).toBe('open until 2026-11-28T17:00');
    expect(stateAt(shop, '2026-11-29T15:59')).toBe('open until 2026-11-29T16:00');
  });

  it('that are not known say nothing', () => {
    expect(stateAt(undefined, '2026-11-30T12:00')).toBeUndefined();
    expect(stateAt([], '2026-11-30T12:00')).toBeUndefined();
  });

  it('past midnight go on where the next span begins', () => {
    const night: OpeningSpan[] = [
      { days: 'every-day', from: '22:00', to: '24:00' },
      { days: 'every-day', from: '00:00', to: '05:00' },
    ];
    expect(stateAt(night, '2026-11-30T23:00')).toBe('open until 2026-12-01T05:00');
  });
});
