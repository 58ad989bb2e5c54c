import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonKanji } from './characters.ts';
import { Folder, fold } from './fold.ts';

describe('folding', () => {
  it.each([
    ['full and half width', 'ｻｰﾊﾞｰ', 'サーバー'],
    ['full and half width letters', 'ＶＰＮ', 'vpn'],
    ['letter case', 'Ransomware', 'RANSOMWARE'],
    ['accents', 'Café', 'cafe'],
    ['hiragana and katakana', 'なりすまし', 'ナリスマシ'],
    ['a long mark at the end', 'サーバー', 'サーバ'],
    ['a long mark inside', 'インターフェース', 'インタフェース'],
    ['small kana', 'ウェブ', 'ウエブ'],
    ['ヴァ and バ', 'ヴァイオリン', 'バイオリン'],
    ['ヴ and ブ', 'ラヴ', 'ラブ'],
    ['ヴュ and ビュ', 'インタヴュー', 'インタビュー'],
    ['ヅ and ズ', 'つづき', 'つずき'],
    ['ヶ and か', '一ヶ月', '一か月'],
    ['a dot inside a katakana word', 'クロスサイト・スクリプティング', 'クロスサイトスクリプティング'],
    ['composed and decomposed voicing', 'か\u3099く', 'がく'],
    ['old and new shapes of a kanji', '國學', '国学'],
    ['spacing and combining voiced marks', 'ハ゛ックアッフ゜', 'バックアップ'],
    ['a repeated kanji', '佐々木', '佐佐木'],
    ['several repeated kanji', '部分々々', '部分部分'],
    ['repeated kana', 'いすゞとこゝろ', 'いすずとこころ'],
    ['a kanji with a variation selector', '葛\u{E0100}飾', '葛飾'],
    ['runs of separators', 'two  -  factor', 'two factor'],
  ])('makes one of %s', (_, one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  it.each(
    '齊斉 驒騨 瀨瀬 龍竜 廳庁 廢廃 黑黒 亞亜 觀観 螢蛍 𠮷吉 舘館 麴麹 髙高 﨑崎 濵浜 邉辺 齋斎 緣縁 淸清 靑青 戶戸 劔剣 蠅蝿 籠篭 瑤瑶 讚讃 寳宝 壻婿 冨富'.split(
      ' ',
    ),
  )('makes one of the kanji %s', (pair) => {
    const [one = '', other = ''] = pair;
    expect(fold(one)).toBe(fold(other));
  });

  it('relates no shape of a kanji to one that has another itself', () => {
    const shapes = new Set(commonKanji.keys());
    expect([...commonKanji.values()].filter((common) => shapes.has(common))).toEqual([]);
  });

  it.each([
    ['漢字', '感じ'],
    ['国・地方', '国地方'],
    ['かき', 'がき'],
    ['ビール', 'ビル'],
    ['カード', 'かど'],
    ['キー', 'き'],
    ['ペースト', 'ペスト'],
    ['security', 'securities'],
  ])('keeps %s apart from %s', (one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });

  it('changes nothing the second time, but for blanks beside Japanese', () => {
    const again = (text: string) => fold(text).replaceAll(' ', '');
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: fc.constantFrom(...'ヴァィュー・ゞか゛ﾞﾟｶがー 漢A-㈱㌢ｰ\ud800'), maxLength: 20 }),
    );
    fc.assert(
      fc.property(texts, (text) => again(fold(text)) === again(text)),
      { numRuns: 200 },
    );
  });

  it('says of every unit which stretch of the original it was made from', () => {
    const folded = new Folder().fold('㈱ヴァ・ｶﾞ𩸽');
    const stretches = Array.from({ length: folded.length }, (_, i) => [
      String.fromCharCode(folded.units[i] ?? 0),
      folded.starts[i],
      folded.ends[i],
    ]);
    expect(stretches).toEqual([
      ['株', 0, 1],
      [' ', 0, 1],
      ['ヴ', 1, 2],
      ['ァ', 2, 3],
      ['ガ', 4, 6],
      ['\ud867', 6, 8],
      ['\ude3d', 6, 8],
    ]);
  });

  it('maps units to stretches that ascend and lie within the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const { length, starts, ends } = new Folder().fold(text);
        for (let i = 0; i < length; i++) {
          const [start = 0, end = 0] = [starts[i], ends[i]];
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          if (i > 0) expect(start).toBeGreaterThanOrEqual(starts[i - 1] ?? 0);
        }
      }),
    );
  });
});
