import { describe, expect, it } from 'vitest';
import { articles } from './articles.ts';
import { dayAfter } from './civil-date.ts';
import { type DatedParameter, inForce, mustBeInForce, statuteTable } from './parameter.ts';
import { common } from './parameters/common.ts';
import { general } from './parameters/general.ts';
import { leave } from './parameters/leave.ts';
import { practical } from './parameters/practical.ts';
import { specified } from './parameters/specified.ts';
import { support } from './parameters/support.ts';
import { unconfirmed } from './unconfirmed.ts';

const tables: Record<string, Record<string, DatedParameter>> = {
  common,
  general,
  leave,
  practical,
  specified,
  support,
};
const all = Object.entries(tables).flatMap(([group, table]) =>
  Object.entries(table).map(([key, lines]) => [`${group}.${key}`, lines] as const),
);

describe('the statute tables', () => {
  it.each(all)('%s has lines that follow each other without gap or overlap', (id, lines) => {
    expect(lines.length).toBeGreaterThan(0);
    lines.forEach(({ from, to, parameter }, index) => {
      expect(parameter.id).toBe(id);
      expect(parameter.articles.length).toBeGreaterThan(0);
      expect(to === null || from <= to).toBe(true);
      const next = lines[index + 1];
      if (next !== undefined) expect(next.from).toBe(dayAfter(to ?? ''));
    });
  });

  it('carry every point that is to be confirmed about a value', () => {
    const carried = new Set(
      all.flatMap(([, lines]) => lines.flatMap(({ parameter }) => parameter.unconfirmed)),
    );
    for (const point of [
      unconfirmed.switchOf2018,
      unconfirmed.extensionLimitBefore2018,
      unconfirmed.supportRateBefore2018,
    ]) {
      expect(carried).toContain(point);
    }
  });
});

describe('a line with a point that matters up to a date', () => {
  const doubt = { code: 'doubt', text: { ja: '要確認', en: 'to be confirmed' }, upTo: '2019-09-30' };
  const { rate } = statuteTable('test', {
    rate: {
      name: { ja: '率', en: 'rate' },
      unit: 'percent',
      articles: [articles.act60_2],
      rows: [['2018-01-01', '2020-12-31', 50, doubt]],
    },
  });

  it('keeps its legal dates, and is confirmed for later starts', () => {
    expect(inForce(rate, '2019-09-30')).toMatchObject({
      from: '2018-01-01',
      to: '2020-12-31',
      status: 'to-be-confirmed',
    });
    expect(inForce(rate, '2019-10-01')).toMatchObject({
      from: '2018-01-01',
      to: '2020-12-31',
      status: 'confirmed',
      unconfirmed: [],
    });
  });

  it('has no value outside its dates', () => {
    expect(inForce(rate, '2017-12-31')).toBeUndefined();
    expect(inForce(rate, '2021-01-01')).toBeUndefined();
    expect(() => mustBeInForce(rate, '2021-01-01')).toThrow('no value of test.rate for 2021-01-01');
  });
});
