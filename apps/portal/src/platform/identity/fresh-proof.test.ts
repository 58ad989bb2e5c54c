import { expect, it } from 'vitest';
import { freshMinutes, isFresh, provenAt } from './fresh-proof.ts';

const at = (minutes: number) => new Date(minutes * 60_000);

it('who they are was shown last by signing in, by a second factor, or when asked once more', () => {
  expect(provenAt({ createdAt: at(1) })).toEqual(at(1));
  expect(provenAt({ createdAt: at(1), secondFactorAt: at(3), confirmedAt: null })).toEqual(at(3));
  expect(provenAt({ createdAt: at(1), secondFactorAt: at(3), confirmedAt: at(9) })).toEqual(at(9));
});

it('a proof holds for some minutes, to the millisecond', () => {
  expect(isFresh(at(0), new Date(freshMinutes * 60_000 - 1))).toBe(true);
  expect(isFresh(at(0), at(freshMinutes))).toBe(false);
});
