import { describe, expect, it } from 'vitest';
import { otherNumbers } from './numbers.ts';
import { createIndex } from './search-index.ts';

function indexOf(texts: readonly string[]) {
  const index = createIndex({ fields: { body: { weight: 1 } } });
  index.add(texts.map((body) => ({ id: body, fields: { body } })));
  return index;
}
const found = (query: string, texts: readonly string[]) =>
  indexOf(texts)
    .search({ query })
    .hits.map(({ id }) => id);

describe('a number beside a word', () => {
  it.each([
    ['Excel 2021', 'Excel2021の使い方'],
    ['Excel2021', 'Excel 2021の使い方'],
    ['ｅｘｃｅｌ　２０２１', 'Excel2021'],
    ['Windows 11', 'Windows11への更新'],
    ['iPhone15', 'iPhone 15'],
    ['ISO27001', 'ISO 27001を取る'],
    ['第 3 回', '第3回の講座'],
    ['第3回', '第 3 回の講座'],
    ['第３回', '第三回の講座'],
    ['第三回', '第3回の講座'],
    ['第十二章', '第12章'],
    ['3 回', '3回の話'],
    ['令和 7 年', '令和7年の統計'],
    ['2021 年度', '2021年度の計画'],
    ['レベル 3', 'レベル3の試験'],
    ['1000円', '1,000円の品'],
    ['1,000円', '1000円の品'],
    ['１，０００円', '1000 円の品'],
    ['12,345,678', '12345678人'],
    ['Web サイト', 'Webサイトの話'],
    ['Webサイト', 'Web サイトの話'],
  ])('%s is found in %s', (query, text) => {
    expect(found(query, [text])).toEqual([text]);
    expect(indexOf([text]).search({ query }).relaxed).toBe(false);
  });

  it.each([
    ['Excel 2021', 'Excelの研修。2021年から'],
    ['第3回', '第一部を3月に、次回'],
    ['3回', '3月の次回'],
    ['2021年', '2021件の去年'],
    ['iPhone 15', '15人のiPhone'],
  ])('%s is not found in %s as if both stood together', (query, text) => {
    const { total, relaxed } = indexOf([text]).search({ query });
    expect(total === 0 || relaxed).toBe(true);
  });

  it('comes first as it was typed', () => {
    expect(found('Excel2021', ['Excel 2021とExcel 2021', '長い話の後のExcel2021'])[0]).toBe(
      '長い話の後のExcel2021',
    );
  });

  it('leaves the word and the number to be found for themselves', () => {
    expect(found('Excel', ['Excel2021'])).toEqual(['Excel2021']);
    expect(found('2021', ['Excel2021'])).toEqual(['Excel2021']);
    expect(found('研修 2025', ['2025年の研修'])).toEqual(['2025年の研修']);
  });

  it.each([
    ['第3回', ['第三回']],
    ['第二十一条', ['第21条']],
    ['20人', ['二十人']],
    ['研修', []],
    ['一般', []],
  ])('%s is also written %j', (text, others) => {
    expect(otherNumbers(text)).toEqual(others);
  });
});
