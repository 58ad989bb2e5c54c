import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { siteRoles } from './permissions.ts';
import { endOf, isOver } from './session-life.ts';

const hour = 60 * 60 * 1_000;
const start = new Date('2026-11-30T00:00:00Z');
const after = (hours: number) => new Date(start.getTime() + hours * hour);

describe('a session', () => {
  it.each([
    ['editor', 12],
    ['reviewer', 12],
    ['administrator', 12],
    ['provider', 30 * 24],
  ] as const)('of a %s ends %d hours after signing in, however lately it was used', (role, longest) => {
    const times = { startedAt: start, renewedAt: after(longest - 0.01) };
    expect(isOver(times, role, after(longest - 0.001))).toBe(false);
    expect(isOver(times, role, after(longest))).toBe(true);
  });

  it('that nobody uses ends before', () => {
    expect(isOver({ startedAt: start, renewedAt: start }, 'provider', after(24))).toBe(true);
    expect(isOver({ startedAt: start, renewedAt: start }, 'editor', after(4))).toBe(true);
    expect(isOver({ startedAt: start, renewedAt: after(3) }, 'editor', after(6))).toBe(false);
  });

  it('is shortened by a role that is granted while it lasts', () => {
    const times = { startedAt: start, renewedAt: after(20) };
    expect(isOver(times, 'provider', after(21))).toBe(false);
    expect(isOver(times, 'reviewer', after(21))).toBe(true);
  });

  it('is never renewed beyond its end', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...siteRoles),
        fc.double({ min: 0, max: 2_000, noNaN: true }),
        (role, hours) => {
          const longest = role === 'provider' ? 30 * 24 : 12;
          expect(endOf(start, role, after(hours)).getTime()).toBeLessThanOrEqual(after(longest).getTime());
        },
      ),
    );
  });
});
