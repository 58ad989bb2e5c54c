import { describe, expect, it } from 'vitest';
import { countedTerm } from './search-terms.ts';

describe('a search is counted', () => {
  it.each([
    ['ランサムウェア', 'ランサムウェア'],
    ['  ﾗﾝｻﾑｳｪｱ　対策 ', 'ランサムウェア 対策'],
    ['Ｐａｓｓｗｏｒｄ', 'password'],
    ['ISO 27001', 'iso 27001'],
    ['CVE-2024-3094', 'cve-2024-3094'],
    ['2026年度 研修', '2026年度 研修'],
    ['110番', '110番'],
  ])('%j as %j', (query, term) => {
    expect(countedTerm(query)).toBe(term);
  });
});

describe('what may be somebody’s own is not kept', () => {
  it.each([
    'hanako@example.jp',
    'hanako＠example.jp',
    '090-1234-5678',
    '０９０ー１２３４ー５６７８',
    '(03) 1234-5678',
    '+81 90 1234 5678',
    '1234 5678 9012',
    '4111-1111-1111-1111',
    'https://example.jp/?user=hanako',
    'www.example.jp/mypage',
    'C:\\Users\\hanako',
    '山田花子さん',
    '霞が関1丁目2番',
    '101号室',
    'あ'.repeat(61),
    '   ',
    '',
  ])('%j', (query) => {
    expect(countedTerm(query)).toBeUndefined();
  });
});
