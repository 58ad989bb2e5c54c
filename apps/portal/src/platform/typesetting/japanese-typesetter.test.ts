import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { TypesetText } from '../i18n/typesetting.ts';
import { alignReading } from './furigana.ts';
import { createTypesetter, loadTokenizer, type Tokenizer } from './japanese-typesetter.ts';

let tokenizer: Tokenizer;
beforeAll(async () => {
  tokenizer = await loadTokenizer();
});

const joined = (runs: TypesetText) => runs.map(({ text }) => text).join('');
const spoken = (runs: TypesetText) =>
  runs.map(({ text, reading }) => (reading ? `${text}(${reading})` : text)).join('');

describe('furigana', () => {
  test('stand above the kanji of a word only', () => {
    expect(spoken(alignReading('取り組み', 'トリクミ'))).toBe('取(と)り組(く)み');
    expect(spoken(alignReading('相談', 'ソウダン'))).toBe('相談(そうだん)');
  });

  test('cover the whole word where kana and reading do not agree', () => {
    expect(alignReading('今日は', 'キョウ')).toEqual([{ text: '今日は', reading: 'きょう' }]);
  });

  test('are left out for words without kanji', () => {
    expect(alignReading('パスワード', 'パスワード')).toEqual([{ text: 'パスワード' }]);
  });
});

describe('a typesetter', () => {
  test('takes its readings from the lexicon before the dictionary', () => {
    const typeset = createTypesetter(
      tokenizer,
      new Map([
        ['架け橋', 'かけはし'],
        ['入口', 'いりぐち'],
      ]),
    );
    expect(spoken(typeset('架け橋の入口'))).toBe('架(か)け橋(はし)の入口(いりぐち)');
  });

  test('keeps the spaces and line ends between words', () => {
    const typeset = createTypesetter(tokenizer, new Map());
    const text = 'The No More Ransom Project\n日本語 の ページ';
    expect(joined(typeset(text))).toBe(text);
  });

  test('lets lines break before phrases, never inside a word with a reading', () => {
    const runs = createTypesetter(tokenizer, new Map())('必要な人に届ける取組を探します');
    expect(runs.some(({ breakBefore }) => breakBefore)).toBe(true);
    expect(runs[0]?.breakBefore).toBeUndefined();
  });

  test.each(['IPAの情報セキュリティ動画', '時々ー（電話）、メール。', 'ヴァイオリンとチェス'])(
    'lets no line of %s begin with a small kana, a mark or a closing bracket',
    (text) => {
      const begins = createTypesetter(
        tokenizer,
        new Map(),
      )(text)
        .filter(({ breakBefore }) => breakBefore)
        .map(({ text }) => text[0]);
      expect(begins.filter((first) => first && 'ァィゥェォッャュョー々、。）'.includes(first))).toEqual([]);
    },
  );

  test('never changes the text, whatever it is', () => {
    const typeset = createTypesetter(tokenizer, new Map([['情報', 'じょうほう']]));
    const piece = fc.constantFrom('情報', 'を', 'ＡＢＣ', '守る', ' ', '\n', '。', '🛡', 'x', '々', '１');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 40 }),
          fc.array(piece).map((all) => all.join('')),
        ),
        (text) => {
          expect(joined(typeset(text))).toBe(text);
        },
      ),
      { numRuns: 300 },
    );
  });
});
