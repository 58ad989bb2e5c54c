import { describe, expect, it } from 'vitest';
import { parseQuery } from './query.ts';
import { Synonyms } from './synonyms.ts';

const synonyms = new Synonyms([
  { words: ['ランサムウェア', '身代金ウイルス'] },
  { words: ['漏えい', '漏洩', 'ろうえい'] },
  { words: ['サイバー攻撃', 'cyberattack'] },
  { words: ['ログ', '記録'] },
]);

const partsOf = (text: string) => parseQuery(text, synonyms).parts.map((part) => part.text);

describe('a query', () => {
  it.each([
    ['ランサムウェア　対策', ['ランサムウェア', '対策']],
    ['フィッシングメールの見分け方', ['フィッシングメール', '見分け方']],
    ['情報漏洩', ['情報', '漏洩']],
    ['サイバー攻撃とは', ['サイバー攻撃']],
    ['プログラム', ['プログラム']],
    ['Wi-Fiの設定', ['Wi-Fi', '設定']],
    ['2段階認証', ['2段階', '認証']],
    ['第3回研修', ['第3回', '研修']],
    ['Excel 2021 入門', ['Excel 2021', '入門']],
    ['第 3 回 研修', ['第 3 回', '研修']],
    ['研修 2025', ['研修', '2025']],
    ['取り扱い説明書', ['取り扱い説明書']],
    ['子どもを守る', ['子ども', '守る']],
    ['ネットでのいじめ', ['ネット', 'いじめ']],
    ['なりすましに注意', ['なりすまし', '注意']],
    ['へたりの別名', ['へたり', '別名']],
    ['人間をはじめとする生き物', ['人間', 'はじめ', '生き物']],
    ['梅雨がない地域', ['梅雨', 'ない', '地域']],
    ['値下がりの見落としと見積もり', ['値下がり', '見落とし', '見積もり']],
    ['騒がしい町の輝き', ['騒がしい', '町', '輝き']],
  ])('%s is cut into its words', (text, parts) => {
    expect(partsOf(text)).toEqual(parts);
  });

  it.each([
    ['パスワードを使い回すと何が危ないですか', ['パスワード', '使い回す', '危ない']],
    ['親がランサムウェアに感染したらどこに相談すればいいですか', ['親', 'ランサムウェア', '感染', '相談']],
    ['情報セキュリティを学びたい', ['情報', 'セキュリティ', '学び']],
    ['海のことを別名何というか', ['海', '別名']],
    ['国の公用語は何語ですか', ['国', '公用語', '語']],
  ])('%s is a sentence, and what says nothing is dropped', (text, parts) => {
    expect(parseQuery(text, synonyms).isSentence).toBe(true);
    expect(partsOf(text)).toEqual(parts);
  });

  it.each(['ランサムウェア 対策', 'フィッシングメールの見分け方', '無料のセキュリティ診断', 'ウイルス感染'])(
    '%s names terms and is no sentence',
    (text) => {
      expect(parseQuery(text, synonyms).isSentence).toBe(false);
    },
  );

  it.each(['「相談窓口」', '『相談窓口』', '"相談窓口"', '“相談窓口”'])('%s asks for a phrase', (text) => {
    expect(parseQuery(text, synonyms).parts).toMatchObject([{ text: '相談窓口', kind: 'phrase' }]);
  });

  it.each(['-', '－', '−'])('%s before a word excludes it', (minus) => {
    const query = parseQuery(`窓口 ${minus}東京`, synonyms);
    expect(query.parts.map(({ text }) => text)).toEqual(['窓口']);
    expect(query.excluded.map(({ text }) => text)).toEqual(['東京']);
  });

  it('does not exclude by a hyphen inside a word or before a space', () => {
    expect(parseQuery('e-mail - 東京', synonyms).excluded).toEqual([]);
  });

  it.each([
    ['社長の名前は', ['名前']],
    ['雨の多い時期を別名何と言うか', ['別名', '言う']],
    ['名前を変える手続は', []],
    ['名前は', []],
    ['社長の名前', []],
    ['社長の「名前」は', []],
  ])('%s tells by %j only what sort of answer it wants', (text, asking) => {
    const parts = parseQuery(text, synonyms).parts.filter(({ isAsking }) => isAsking);
    expect(parts.map((part) => part.text)).toEqual(asking);
  });

  it('made of nothing but function words is about them', () => {
    expect(partsOf('どこ')).toEqual(['どこ']);
  });

  it('is blank only where nothing was typed', () => {
    expect(parseQuery(' 　', synonyms).isBlank).toBe(true);
    expect(parseQuery('。', synonyms)).toMatchObject({ isBlank: false, parts: [] });
  });

  it('has a bounded number of parts', () => {
    const text = Array.from({ length: 10_000 }, (_, i) => `w${i}`).join(' ');
    expect(partsOf(text).length).toBeLessThanOrEqual(24);
  });
});
