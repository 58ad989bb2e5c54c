import { describe, expect, it } from 'vitest';
import { calculate, renderTrace, type TrainingCase } from './index.ts';

const course: TrainingCase = {
  kind: 'practical',
  start: '2024-10-01',
  fees: [600_000, 400_000],
  qualifiedOn: '2025-10-15',
  employedOn: '2025-11-01',
};

describe('a trace in sentences', () => {
  it('explains the yearly ceiling in Japanese, with the value, its date and its article', () => {
    expect(renderTrace(calculate(course).trace, 'ja').split('\n').slice(0, 5)).toEqual([
      '- 受講費用1,000,000円に対する支給の合計は560,000円、自己負担は440,000円です。',
      '  - 専門実践教育訓練給付金（第1期）（2024-10-01〜2025-03-31）は300,000円です。',
      '    - 費用600,000円の50%は300,000円です（1円未満切捨て）。 根拠: 専門実践教育訓練の給付率 50%（2018-01-01からの開始に適用、出典：厚労省のページと照合された公開データ、2026-11-23確認）、雇用保険法第60条の2、雇用保険法施行規則第101条の2の7（条番号は二次資料による）。',
      '  - 専門実践教育訓練給付金（第2期）（2025-04-01〜2025-09-30）は100,000円です。',
      '    - 1年目の上限400,000円のうち支給済みの300,000円を除き、200,000円を100,000円とします。 根拠: 専門実践教育訓練の年間上限額 400,000円（2018-01-01からの開始に適用、出典：厚労省のページと照合された公開データ、2026-11-23確認）、雇用保険法第60条の2、雇用保険法施行規則第101条の2の8（条番号は二次資料による）。',
    ]);
  });

  it('explains the top-up as a difference in English', () => {
    expect(renderTrace(calculate(course).trace, 'en')).toContain(
      'The 400,000 yen paid before is deducted: the difference is paid.',
    );
  });

  it.each<[string, TrainingCase, string]>([
    [
      'the floor',
      { kind: 'general', start: '2024-10-01', fees: [20_000] },
      'The computed 4,000 yen is not above 4,000 yen, so nothing is paid.',
    ],
    [
      'the ceiling',
      { kind: 'general', start: '2024-10-01', fees: [800_000] },
      'The computed 160,000 yen is cut to the ceiling of 100,000 yen.',
    ],
    [
      'the ten-year ceiling',
      { ...course, earlierPractical: { start: '2020-04-01', paid: 1_000_000 } },
      'Of the ceiling of 1,200,000 yen within the 10-year window, 1,000,000 yen is used, so 300,000 yen is cut to 200,000 yen.',
    ],
    [
      'years not paid for',
      { kind: 'practical', start: '2019-03-31', fees: Array(8).fill(100_000), fourYearCourse: true },
      'Years after year 3 are not paid for, so 50,000 yen is not paid.',
    ],
    [
      'a condition not met',
      { ...course, insuredYears: 1 },
      'Nothing is paid. Insured years needed: 2 or more the first time, 3 or more later. Given: 1.',
    ],
  ])('says of %s what it did', (_, described, expected) => {
    expect(renderTrace(calculate(described).trace, 'en')).toContain(expected);
    expect(renderTrace(calculate(described).trace, 'ja')).not.toContain('undefined');
  });

  it('explains daily amounts', () => {
    const { trace } = calculate({
      kind: 'leave',
      start: '2025-10-01',
      leaveDays: 100,
      insuredYears: 5,
      basicDailyAllowance: 6_000,
    });
    expect(renderTrace(trace, 'en')).toContain('90 of 100 days are paid: 540,000 yen.');
    expect(renderTrace(trace, 'ja')).toContain('要確認');
  });
});
