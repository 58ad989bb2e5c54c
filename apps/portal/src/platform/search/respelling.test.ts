import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KnownWords } from './respelling.ts';

const words = new KnownWords();
words.read([{ words: ['個人情報', '漏洩', '中小企業', 'ransomware', '標的型攻撃'] }]);
const held = new Set(['管理', '情報漏洩']);
const respelt = (query: string) => words.respelt(query, (word) => held.has(word));

describe('a misspelt long word', () => {
  it.each([
    ['個人情報漏曳', '個人情報漏洩'],
    ['個人情報老洩 報告', '個人情報漏洩 報告'],
    ['中少企業', '中小企業'],
    ['Ransomewhere', 'ransomware'],
  ])('%s is read as %s', (query, known) => {
    expect(respelt(query)).toBe(known);
  });

  it.each(['個人情報漏洩', '個人情報管理', '漏曳', 'ransomware', 'ransom', '量子計算機', 'transparent', ''])(
    '%s is left as it is',
    (query) => {
      expect(respelt(query)).toBeUndefined();
    },
  );

  it('is never corrected where some text holds it as typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (query) => {
        expect(words.respelt(query, () => true)).toBeUndefined();
      }),
    );
  });
});
