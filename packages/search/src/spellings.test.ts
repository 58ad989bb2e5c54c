import { describe, expect, it } from 'vitest';
import type { SearchRequest } from './search.ts';
import { createIndex } from './search-index.ts';

/** What a query finds among texts, best first. */
function found(query: string, texts: readonly string[], more: SearchRequest = {}): string[] {
  const index = createIndex({ fields: { body: { weight: 1 } } });
  index.add(texts.map((body) => ({ id: body, fields: { body } })));
  return index.search({ query, ...more }).hits.map(({ id }) => id);
}

/** Texts that hold what only looks like the word when its long mark is dropped or its kana are not told apart. */
const LOOKALIKES = [
  '進めるとき',
  '正しいかどうか',
  'のとおり',
  'せるのを待つ',
  'がどのように',
  'きょうの会',
  'りすの森',
  'レスの数',
];

describe('a word typed in katakana', () => {
  it.each(['キー', 'カード', 'ノート', 'セール', 'ガード', 'リース', 'レース', 'カー', 'ビー'])(
    '%s is not found in hiragana that only look like it',
    (word) => {
      expect(found(word, [...LOOKALIKES, `新しい${word}の話`])).toEqual([`新しい${word}の話`]);
      for (const query of [`「${word}」`, `"${word}"`]) expect(found(query, LOOKALIKES)).toEqual([]);
      expect(found(word, LOOKALIKES, { exact: true })).toEqual([]);
    },
  );

  it.each([
    ['キー', 'きーを押す'],
    ['サーバー', 'さーばを守る'],
    ['メール', 'そのめーるは偽物'],
    ['ウイルス', 'これはうぃるすです'],
    ['イジメ', 'ネットでのいじめ'],
  ])('%s is found in hiragana that are the word: %s', (word, text) => {
    expect(found(word, [text])).toEqual([text]);
  });

  it.each([
    ['サーバー', 'サーバルの話'],
    ['マイナー', 'マイナンバーの話'],
    ['パーティー', 'パーティションの話'],
    ['ペースト', 'ペストの話'],
    ['コースト', 'コストの話'],
    ['ビル', 'ビールの話'],
    ['スキ', 'スキーの話'],
    ['レーン', 'ブレインの話'],
    ['ウエー', 'スウェーデンの話'],
  ])('%s is no beginning and no other length of %s', (word, text) => {
    expect(found(word, [text])).toEqual([]);
  });

  it.each([
    ['サーバー', 'メールサーバの設定'],
    ['サーバ', 'メールサーバーの設定'],
    ['ユーザー', 'ユーザ登録'],
    ['ユーザ', 'ユーザー登録'],
    ['インターフェース', 'ユーザインタフェースの話'],
    ['インタフェース', 'ユーザーインターフェースの話'],
    ['サーバー証明書', 'サーバ証明書'],
    ['メモリー', 'メモリを増やす'],
  ])('%s is found in %s', (word, text) => {
    expect(found(word, [text])).toEqual([text]);
  });
});

describe('a word typed in hiragana', () => {
  it('is found in katakana that are the word, not in a longer word', () => {
    expect(found('めーる', ['メールの話', 'メルの話', 'メーカー'])).toEqual(['メールの話']);
    expect(found('すき', ['スキルの話', 'スキの話'])).toEqual(['スキの話']);
  });

  it('with a long mark is not found without one', () => {
    expect(found('かーど', ['かどの店', 'かーどの店', 'カードの店'])).toEqual(['かーどの店', 'カードの店']);
  });
});

describe('the spelling typed', () => {
  const often = (word: string) => `${word}と${word}と${word}`;

  it.each([
    ['ビール', 'ビル'],
    ['パリ', 'パーリー'],
    ['サーバー', 'サーバ'],
    ['サーバ', 'サーバー'],
    ['ウイルス', 'ウィルス'],
    ['バイオリン', 'ヴァイオリン'],
    ['デジタル', 'ディジタル'],
    ['さーばー', 'サーバー'],
    ['サギ', 'さぎ'],
  ])('%s comes before %s, and alone where it is asked for exactly', (typed, other) => {
    const texts = [often(other), `長い話の終わりに${typed}の話が一度だけ出てくる`];
    expect(found(typed, texts)[0]).toBe(texts[1]);
    expect(found(typed, texts, { exact: true })).toEqual([texts[1]]);
    expect(found(`「${typed}」`, texts)).toEqual([texts[1]]);
  });
});
