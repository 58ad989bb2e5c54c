import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';
import { sudachiSynonyms } from './sudachi.ts';
import { readSynonyms, Synonyms } from './synonyms.ts';

const writtenOthers = (synonyms: Synonyms, word: string) => synonyms.of(word).map(({ written }) => written);

describe('a synonym list', () => {
  it('is read with its wider words and notes', () => {
    const list = [
      { words: ['スマートフォン', 'スマホ'], alsoFinds: ['携帯'], note: '高齢者向け' },
      { words: ['消費者センター', 188] },
    ];
    expect(readSynonyms(list)).toEqual([
      { words: ['スマートフォン', 'スマホ'], alsoFinds: ['携帯'], note: '高齢者向け' },
      { words: ['消費者センター', '188'] },
    ]);
  });

  it.each([
    ['no list', {}],
    ['a group of one word', [{ words: ['一人'] }]],
    ['a group without words', [{ note: '空' }]],
    ['an empty word', [{ words: ['あ', ' '] }]],
    ['something else than words', [{ words: ['あ', {}] }]],
  ])('that is %s is refused', (_, list) => {
    expect(() => readSynonyms(list)).toThrow(expect.objectContaining({ code: 'synonym-format' }));
  });

  it('finds the other words of all groups of a word, whatever its spelling', () => {
    const synonyms = new Synonyms([{ words: ['サーバー', 'server'] }, { words: ['ｻｰﾊﾞ', '給仕'] }]);
    expect(writtenOthers(synonyms, fold('サーバ'))).toEqual(['server', '給仕']);
  });

  it('looks for a group by its words, not by those it also finds', () => {
    const synonyms = new Synonyms([{ words: ['スマホ', 'スマートフォン'], alsoFinds: ['携帯'] }]);
    expect(writtenOthers(synonyms, fold('スマホ'))).toEqual(['スマートフォン', '携帯']);
    expect(synonyms.has('携帯')).toBe(false);
  });
});

describe("Sudachi's synonyms", () => {
  it('are groups of general words, without フィッシング as fishing', async () => {
    const groups = await sudachiSynonyms();
    expect(groups.length).toBeGreaterThan(10_000);
    const synonyms = new Synonyms(groups);
    expect(writtenOthers(synonyms, fold('スマホ'))).toContain('スマートフォン');
    expect(synonyms.has(fold('フィッシング'))).toBe(false);
  });
});
