import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAskingWord, isSentence, namingStretch } from './questions.ts';

const named = (kanji: string) => kanji.slice(...namingStretch(kanji));

describe('a run of kanji', () => {
  it.each([
    ['別名何', '別名'],
    ['西暦何年', '西暦'],
    ['何語', '語'],
    ['何県', '県'],
  ])('%s names %s', (kanji, name) => {
    expect(named(kanji)).toBe(name);
  });

  it.each(['何', '誰', '何人', '何年', '何世紀', '何故'])('%s only asks', (kanji) => {
    expect(named(kanji)).toBe('');
  });

  it.each(['幾何', '幾何学', '如何', '情報漏洩'])('%s is left whole', (kanji) => {
    expect(named(kanji)).toBe(kanji);
  });

  it('names at most itself, without the 何 that asks', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'何誰年人語県幾情報'), { maxLength: 8 }), (characters) => {
        const kanji = characters.join('');
        const [from, to] = namingStretch(kanji);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeGreaterThanOrEqual(from);
        expect(to).toBeLessThanOrEqual(kanji.length);
        if (!/[幾如]何|何何/.test(kanji)) expect(named(kanji).startsWith('何')).toBe(false);
      }),
    );
  });
});

describe('a word', () => {
  it.each(['名前', '別名', '場所', '理由', '呼ばれる', '言い', '教え'])('%s asks', (word) => {
    expect(isAskingWord(word)).toBe(true);
  });

  it.each(['首都', '言語', '教会', '名古屋', '相談', '答弁'])('%s names something', (word) => {
    expect(isAskingWord(word)).toBe(false);
  });
});

describe('a text', () => {
  it.each(['何が危ないですか', '相談窓口はどこ', '鍵を守る', '社長の名前は'])('%s is a sentence', (text) => {
    expect(isSentence(text)).toBe(true);
  });

  it.each(['相談窓口', '無料の研修', '身代金 ウイルス'])('%s names terms', (text) => {
    expect(isSentence(text)).toBe(false);
  });
});
