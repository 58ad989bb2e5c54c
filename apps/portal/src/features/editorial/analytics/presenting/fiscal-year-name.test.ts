import { expect, it } from 'vitest';
import { fiscalYearName } from './fiscal-year-name.ts';

it.each([
  [2026, '令和8年度（2026年度）', 'Fiscal year 2026 (Reiwa 8)'],
  [2020, '令和2年度（2020年度）', 'Fiscal year 2020 (Reiwa 2)'],
  [2019, '平成31年度（2019年度）', 'Fiscal year 2019 (Heisei 31)'],
])('the fiscal year %i is named in both calendars', (year, ja, en) => {
  expect([fiscalYearName(year, 'ja'), fiscalYearName(year, 'en')]).toEqual([ja, en]);
});
