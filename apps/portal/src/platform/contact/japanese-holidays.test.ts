import { describe, expect, it } from 'vitest';
import { holidaysOf } from './japanese-holidays.ts';

const written = (year: number) =>
  [...holidaysOf(year)]
    .sort()
    .map((day) => day.slice(5))
    .join(' ');

/** As the Cabinet Office lists them (内閣府「国民の祝日について」). */
describe('the national holidays', () => {
  it('of 2024 have five substitutes', () => {
    expect(written(2024)).toBe(
      '01-01 01-08 02-11 02-12 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-15 08-11 08-12 09-16 09-22 09-23 10-14 11-03 11-04 11-23',
    );
  });

  it('of 2025', () => {
    expect(written(2025)).toBe(
      '01-01 01-13 02-11 02-23 02-24 03-20 04-29 05-03 05-04 05-05 05-06 07-21 08-11 09-15 09-23 10-13 11-03 11-23 11-24',
    );
  });

  it('of 2026 have a day between two holidays, and one that is put off over two others', () => {
    expect(written(2026)).toBe(
      '01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23',
    );
  });

  it('of 2027', () => {
    expect(written(2027)).toBe(
      '01-01 01-11 02-11 02-23 03-21 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23 10-11 11-03 11-23',
    );
  });
});
