import { expect, it } from 'vitest';
import { writeMoment } from './dates.ts';

it('writes a moment as it is in Japan, hours of one digit too', () => {
  const moment = new Date('2026-11-28T19:18:00Z');
  expect(writeMoment(moment, 'ja')).toBe('2026年11月29日 04:18');
  expect(writeMoment(moment, 'en')).toBe('29 November 2026, 04:18 (JST)');
});
