import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeDay, writeDayInEra } from '../../../../platform/i18n/dates.ts';
import { readDay } from './days.ts';
import { readFlag } from './flags.ts';
import { readNumber } from './numbers.ts';
import type { CellReading } from './reading.ts';

const valueIn = <Value>(reading: CellReading<Value>) => (reading.ok ? reading.value : undefined);
const wrongIn = (reading: CellReading<unknown>) => (reading.ok ? 'read' : reading.fault.wrong.en);

const day = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((moment) => moment.toISOString().slice(0, 10));

describe('a day', () => {
  it.each([
    '2025-04-01',
    '2025/4/1',
    '2025.4.1',
    '２０２５／０４／０１',
    '2025年4月1日',
    ' 2025 年 4 月 1 日（火）',
    '2025/04/01 0:00:00',
    '20250401',
    '45748',
    '令和7年4月1日',
    '令和７年４月１日',
    'R7.4.1',
    'r7/4/1',
    '令7.4.1',
  ])('is understood as %s', (cell) => {
    expect(valueIn(readDay(cell))).toBe('2025-04-01');
  });

  it('is understood at the edges of eras, and refused beyond them', () => {
    expect(valueIn(readDay('令和元年5月1日'))).toBe('2019-05-01');
    expect(valueIn(readDay('平成31年4月30日'))).toBe('2019-04-30');
    expect(valueIn(readDay('S64.1.7'))).toBe('1989-01-07');
    for (const cell of ['令和元年4月30日', '平成31年5月1日', '平成37年4月1日', '昭和64年1月8日'])
      expect(wrongIn(readDay(cell))).toBe('The day is not within that era.');
  });

  it.each([
    ['2025年4月', 'Only the month is given.'],
    ['令和7年4月', 'Only the month is given.'],
    ['令和7年度', 'A fiscal year is no day.'],
    ['4月1日', 'The year is missing.'],
    ['4/1', 'The year is missing.'],
    ['25/4/1', 'This can be read as two different days.'],
    ['04/01/2025', 'This can be read as two different days.'],
    ['2025-02-29', 'There is no such day.'],
    ['2025-04-01 13:30', 'There is a time of day beside the date.'],
    ['未定', 'This cannot be read as a date.'],
    ['123', 'This cannot be read as a date.'],
  ])('is refused as %s, with the reason', (cell, reason) => {
    expect(wrongIn(readDay(cell))).toBe(reason);
  });

  it('that means “no end” is none', () => {
    expect(valueIn(readDay('9999-12-31'))).toBe('');
  });

  it('is the same day however it is written', () => {
    fc.assert(
      fc.property(day, (written) => {
        for (const cell of [
          written,
          written.replaceAll('-', '/'),
          writeDay(written, 'ja'),
          writeDayInEra(written),
        ])
          expect(valueIn(readDay(cell))).toBe(written);
      }),
    );
  });

  it('that is read exists, whatever was typed', () => {
    const typed = fc.stringMatching(/^[令平昭RHS元0-9年月日/.\- ]{0,14}$/);
    fc.assert(
      fc.property(typed, (cell) => {
        const value = valueIn(readDay(cell));
        if (value) expect(new Date(`${value}T00:00:00Z`).toISOString().slice(0, 10)).toBe(value);
      }),
    );
  });
});

describe('a number', () => {
  it.each([
    ['1000', 1_000],
    ['1,000', 1_000],
    ['１，０００円', 1_000],
    ['¥1,000', 1_000],
    ['￥1,000-', 1_000],
    ['3.5万円', 35_000],
    ['5千円', 5_000],
    ['50名', 50],
    ['無料', 0],
    ['▲5', -5],
    ['0.1', 0.1],
  ])('is understood as %s', (cell, value) => {
    expect(valueIn(readNumber(cell))).toBe(value);
  });

  it.each([
    ['各日50人（先着）', 'There are words beside the number.'],
    ['約1,000円', 'This is not one number.'],
    ['1,000〜2,000円', 'This is not one number.'],
    ['1,00', 'The commas do not stand between thousands.'],
    ['30分', 'There are words beside the number.'],
    ['要問合せ', 'This cannot be read as a number.'],
  ])('is refused as %s, with the reason', (cell, reason) => {
    expect(wrongIn(readNumber(cell))).toBe(reason);
  });

  it('is the same number with and without commas, in narrow and wide digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (number) => {
        const wide = String(number).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
        for (const cell of [String(number), number.toLocaleString('en'), wide, `${wide}円`])
          expect(valueIn(readNumber(cell))).toBe(number);
      }),
    );
  });
});

it.each([
  ['〇', true],
  ['○', true],
  ['はい', true],
  ['あり', true],
  ['✔️', true],
  ['ＹＥＳ', true],
  ['×', false],
  ['ｘ', false],
  ['いいえ', false],
  ['なし', false],
  ['△', undefined],
  ['-', undefined],
])('%s is read as %s', (cell, value) => {
  expect(valueIn(readFlag(cell))).toBe(value);
});
