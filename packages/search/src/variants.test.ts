import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createIndex } from './search-index.ts';
import { sudachiSynonyms } from './sudachi.ts';
import { readSynonyms } from './synonyms.ts';

/**
 * Words spelled differently, by class. Each is put into a sentence; a search for one of a group should find the
 * sentences of all the others.
 */
const CLASSES = {
  'width and final long mark': [
    ['サーバー', 'サーバ', 'ｻｰﾊﾞｰ', 'ｻｰﾊﾞ'],
    ['コンピューター', 'コンピュータ', 'ｺﾝﾋﾟｭｰﾀ'],
    ['ユーザー', 'ユーザ', 'ﾕｰｻﾞｰ'],
    ['ブラウザー', 'ブラウザ', 'ﾌﾞﾗｳｻﾞ'],
    ['ルーター', 'ルータ', 'ﾙｰﾀｰ'],
    ['セキュリティー', 'セキュリティ', 'ｾｷｭﾘﾃｨ'],
    ['プリンター', 'プリンタ', 'ﾌﾟﾘﾝﾀ'],
    ['フォルダー', 'フォルダ', 'ﾌｫﾙﾀﾞ'],
    ['ＶＰＮ', 'VPN', 'vpn'],
    ['Ｗｉ－Ｆｉ', 'Wi-Fi', 'WI-FI'],
    ['２０２５年', '2025年'],
  ],
  'katakana spelling': [
    ['ヴァイオリン', 'バイオリン'],
    ['ウェブ', 'ウエブ', 'うぇぶ'],
    ['ソフトウェア', 'ソフトウエア'],
    ['ウィルス', 'ウイルス'],
    ['フィッシング', 'フイッシング'],
    ['インターフェース', 'インターフェイス', 'インタフェース'],
    ['デジタル', 'ディジタル'],
    ['アイデア', 'アイディア'],
    ['メール', 'メイル'],
    ['ボーリング', 'ボウリング'],
    ['ファイアウォール', 'ファイヤーウォール', 'ファイアーウォール'],
    ['プラスチック', 'プラスティック'],
    ['インタビュー', 'インタヴュー'],
    ['バラエティー', 'ヴァラエティ'],
    ['クォーター', 'クオータ'],
    ['メンテナンス', 'メインテナンス'],
  ],
  okurigana: [
    ['問い合わせ', '問合せ', '問合わせ'],
    ['申し込み', '申込み', '申込'],
    ['取り扱い', '取扱い', '取扱'],
    ['受け付け', '受付け', '受付'],
    ['振り込み', '振込み', '振込'],
    ['手続き', '手続'],
    ['届け出', '届出'],
    ['打ち合わせ', '打合せ', '打ち合せ'],
    ['見積もり', '見積り', '見積'],
    ['組み合わせ', '組合せ', '組み合せ'],
    ['切り替え', '切替え', '切替'],
    ['引き継ぎ', '引継ぎ', '引継'],
    ['支払い', '支払'],
    ['買い物', '買物'],
    ['呼び出し', '呼出し', '呼出'],
    ['書き込み', '書込み', '書込'],
    ['貸し出し', '貸出し', '貸出'],
    ['差し押さえ', '差押え', '差押'],
  ],
  'kanji or kana': [
    ['漏えい', '漏洩', 'ろうえい'],
    ['改ざん', '改竄', 'かいざん'],
    ['脆弱性', 'ぜい弱性', 'ぜいじゃく性'],
    ['詐欺', 'さぎ'],
    ['子ども', '子供', 'こども'],
    ['なりすまし', '成りすまし', '成り済まし'],
    ['いじめ', '苛め'],
    ['乗っ取り', 'のっとり'],
    ['盗難', 'とうなん'],
    ['障害者', '障がい者', 'しょうがい者'],
    ['誹謗中傷', 'ひぼう中傷', 'ひぼうちゅうしょう'],
    ['踏み台', 'ふみだい'],
  ],
  synonyms: [
    ['中小企業', 'SME'],
    ['ランサムウェア', '身代金ウイルス', 'ransomware'],
    ['多要素認証', 'MFA'],
    ['二要素認証', '2段階認証', '2FA'],
    ['不正アクセス', '不正ログイン'],
    ['標的型攻撃', 'スピアフィッシング'],
    ['仮想専用線', 'VPN'],
    ['スマートフォン', 'スマホ'],
    ['高齢者', 'シニア'],
    ['サイバー攻撃', 'サイバーアタック'],
    ['フィッシング', '偽サイト'],
    ['情報処理安全確保支援士', '登録セキスペ'],
    ['テレワーク', '在宅勤務'],
    ['補助金', '助成金'],
    ['相談窓口', 'ヘルプデスク'],
    ['迷惑メール', 'スパム'],
    ['人工知能', 'AI'],
    ['個人情報保護法', '個情法'],
  ],
} as const;

/** The least share found, by class. */
const FLOORS: Record<keyof typeof CLASSES, number> = {
  'width and final long mark': 1,
  'katakana spelling': 1,
  okurigana: 0.95,
  'kanji or kana': 0.9,
  synonyms: 0.98,
};

const ownList = parse(readFileSync(new URL('../../../content/synonyms.yaml', import.meta.url), 'utf8')) as {
  groups: unknown;
};
const synonyms = [...readSynonyms(ownList.groups), ...(await sudachiSynonyms())];

/** The share of ordered pairs (searched, written) of a class that are found. */
function recall(groups: readonly (readonly string[])[]): number {
  const index = createIndex({ fields: { body: { weight: 1 } }, synonyms });
  const words = [...new Set(groups.flat())];
  index.add(words.map((word) => ({ id: word, fields: { body: `これは${word}についての案内です。` } })));
  let sought = 0;
  let found = 0;
  for (const group of groups) {
    for (const query of group) {
      const ids = new Set(index.search({ query, limit: 1000 }).hits.map(({ id }) => id));
      for (const word of group) {
        if (word === query) continue;
        sought++;
        if (ids.has(word)) found++;
      }
    }
  }
  return found / sought;
}

describe('words spelled differently', () => {
  it.each(Object.keys(CLASSES) as (keyof typeof CLASSES)[])('by %s find each other', (name) => {
    const share = recall(CLASSES[name]);
    console.log(`recall across variants, ${name}: ${share.toFixed(2)}`);
    expect(share).toBeGreaterThanOrEqual(FLOORS[name]);
  });
});
