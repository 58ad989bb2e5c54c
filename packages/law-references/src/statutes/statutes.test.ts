import { describe, expect, it } from 'vitest';
import { lawNumberOfId, readLawNumber } from './law-number.ts';
import { enforcementOf, fieldStatuteRows, statuteById, statuteByName, statuteByNumber } from './statutes.ts';

const rows = fieldStatuteRows();

describe('the statutes of the field', () => {
  it('are at least 150, each once', () => {
    expect(rows.length).toBeGreaterThanOrEqual(150);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it('have an id that agrees with their 法令番号', () => {
    for (const { id, number } of rows.filter((row) => /(AC|CO)\d{10}$/.test(row.id))) {
      expect([id, lawNumberOfId(id)?.text]).toEqual([id, number]);
    }
  });

  it('are found by every name they are listed with', () => {
    for (const { id, title, names } of rows) {
      for (const name of [title, ...names]) expect([name, statuteByName(name)?.id]).toEqual([name, id]);
    }
  });

  it('share no name', () => {
    const names = rows.flatMap(({ title, names }) => [title, ...names]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

describe('a statute', () => {
  it('is found by its 法令番号 in any numerals', () => {
    for (const number of ['平成二十六年法律第百四号', '平成26年法律第104号', '平成二六年法律第一〇四号']) {
      expect(statuteByNumber(readLawNumber(number, 0)?.key ?? '')?.id).toBe('426AC1000000104');
    }
  });

  it('of the first year of an era is written 元年', () => {
    expect(readLawNumber('令和元年法律第十六号', 0)?.text).toBe('令和元年法律第十六号');
    expect(readLawNumber('令和1年法律第16号', 0)?.text).toBe('令和元年法律第十六号');
  });

  it('leads to its order and rule, and they to one another', () => {
    const act = statuteByName('個人情報保護法') ?? { title: '' };
    const rule = enforcementOf(act, 'rule');
    expect(rule).toMatchObject({ id: '428M60020000003', number: '平成二十八年個人情報保護委員会規則第三号' });
    expect(enforcementOf(rule, 'order')).toMatchObject({
      id: '415CO0000000507',
      title: '個人情報の保護に関する法律施行令',
    });
  });

  it('without a known order gets its title and no id', () => {
    expect(enforcementOf({ title: '架空法' }, 'order')).toEqual({ title: '架空法施行令' });
  });

  it('is unknown by an id that nobody has', () => {
    expect(statuteById('999AC0000000001')).toBeUndefined();
  });
});
