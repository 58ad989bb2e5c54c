import { describe, expect, it } from 'vitest';
import type { SearchRequest } from './search.ts';
import { createIndex, type SearchIndex } from './search-index.ts';

const synonyms = [
  { words: ['ランサムウェア', '身代金ウイルス', 'ransomware'] },
  { words: ['漏えい', '漏洩', 'ろうえい'] },
];

function indexOf(
  texts: Readonly<Record<string, string | readonly [title: string, body: string]>>,
): SearchIndex {
  const index = createIndex({
    fields: { title: { weight: 3 }, body: { weight: 1 } },
    facets: ['kind'],
    synonyms,
  });
  index.add(
    Object.entries(texts).map(([id, text]) => ({
      id,
      fields: typeof text === 'string' ? { body: text } : { title: text[0], body: text[1] },
    })),
  );
  return index;
}

function idsOf(index: SearchIndex, query: string, more: SearchRequest = {}): string[] {
  return index.search({ query, ...more }).hits.map(({ id }) => id);
}

describe('a search', () => {
  it('finds 京都 in 京都 and not in 東京都', () => {
    const index = indexOf({ tokyo: '東京都の窓口', kyoto: '京都の窓口', fu: '京都府の窓口' });
    expect(idsOf(index, '京都').sort()).toEqual(['fu', 'kyoto']);
    expect(idsOf(index, '東京都')).toEqual(['tokyo']);
    expect(idsOf(index, '東京')).toEqual(['tokyo']);
  });

  it('finds pairs of characters only as a phrase', () => {
    const index = indexOf({ phrase: '情報漏洩対策', scattered: '情報の管理。洩れ対策。報漏' });
    expect(idsOf(index, '「情報漏洩」')).toEqual(['phrase']);
  });

  it.each(['鍵', '川', '𠮷'])('finds the single kanji %s wherever it stands', (kanji) => {
    const index = indexOf({
      start: `${kanji}の管理`,
      middle: `合${kanji}を渡す`,
      end: `これは${kanji}`,
      none: '錠前',
    });
    expect(idsOf(index, kanji).sort()).toEqual(['end', 'middle', 'start']);
  });

  it.each([
    ['問い合わせ', '問合せ'],
    ['問合せ', 'お問い合わせフォーム'],
    ['申込', '申し込みはこちら'],
    ['申し込み', '申込書'],
    ['取り扱い', '取扱説明書'],
    ['振込', '振り込め'],
    ['守る', '身を守って'],
    ['危ない', '危なくない'],
    ['手続き', '手続'],
  ])('for %s finds %s in spite of other okurigana or inflection', (query, text) => {
    expect(idsOf(indexOf({ found: text, other: '別の文' }), query)).toEqual(['found']);
  });

  it.each([
    ['メール', 'メイル'],
    ['デジタル', 'ディジタル'],
    ['プラスチック', 'プラスティック'],
    ['ファイアウォール', 'ファイヤーウォール'],
    ['インターフェース', 'インターフェイス'],
    ['ボーリング', 'ボウリング'],
  ])('finds %s and %s for each other', (one, other) => {
    expect(idsOf(indexOf({ found: `${other}の話`, none: 'ほかの話' }), one)).toEqual(['found']);
    expect(idsOf(indexOf({ found: `${one}の話`, none: 'ほかの話' }), other)).toEqual(['found']);
  });

  it('finds hiragana words after particles that would merge with them', () => {
    const index = indexOf({ bullying: 'ネットでいじめにあう', virus: 'このウイルスの害' });
    expect(idsOf(index, 'いじめ')).toEqual(['bullying']);
    expect(idsOf(index, 'ウイルス')).toEqual(['virus']);
  });

  it('finds whole words of letters, and below them words that begin so', () => {
    const index = indexOf({ longer: 'passwords everywhere', whole: 'one password', inside: 'mypassword' });
    expect(idsOf(index, 'PASSWORD')).toEqual(['whole', 'longer']);
    expect(idsOf(index, 'it')).toEqual([]);
  });

  it('finds joined words as a phrase', () => {
    const index = indexOf({ joined: 'Wi-Fiルーター', apart: 'Fi と Wi' });
    expect(idsOf(index, 'wi-fi')).toEqual(['joined']);
  });

  it('ranks exact hits above those of synonyms, wherever they stand', () => {
    const index = indexOf({
      synonym: ['身代金ウイルス', '身代金ウイルス。身代金ウイルスとは身代金ウイルスのこと'],
      exact: ['お知らせ', `${'長い文章が続く。'.repeat(30)}ランサムウェア`],
    });
    const result = index.search({ query: 'ランサムウェア' });
    expect(result.hits.map(({ id }) => id)).toEqual(['exact', 'synonym']);
    expect(result.expanded).toEqual([{ from: 'ランサムウェア', to: ['身代金ウイルス'] }]);
  });

  it('expands no synonym that no document holds', () => {
    expect(indexOf({ one: 'ランサムウェア' }).search({ query: 'ランサムウェア' }).expanded).toEqual([]);
  });

  it('asked to be exact, finds words only as typed', () => {
    const index = indexOf({ synonym: '身代金ウイルス', spelling: '問合せ', beginning: 'passwords' });
    for (const query of ['ランサムウェア', '問い合わせ', 'password']) {
      expect(idsOf(index, query, { exact: true })).toEqual([]);
      expect(idsOf(index, query)).toHaveLength(1);
    }
  });

  it('finds what is in quotes in no other way', () => {
    const index = indexOf({ one: '漏洩の届出', other: '漏えいの届出' });
    expect(idsOf(index, '「漏えい」')).toEqual(['other']);
    expect(idsOf(index, '漏えい')).toEqual(['other', 'one']);
  });

  it('ranks titles above bodies, and whole words above pieces of longer ones', () => {
    const titles = indexOf({ body: ['お知らせ', '暗号のお知らせ'], title: ['暗号の話', 'お知らせのお話'] });
    expect(idsOf(titles, '暗号')).toEqual(['title', 'body']);
    const words = indexOf({ piece: 'プログラムを見る', word: 'ログをみること' });
    expect(idsOf(words, 'ログ')).toEqual(['word', 'piece']);
  });

  it('ranks documents higher where the words stand near each other', () => {
    const filler = '別の話が続きます。'.repeat(5);
    const index = indexOf({
      far: `研修を行う。${filler}無料です。`,
      near: `${filler}無料の研修です。行う。`,
    });
    expect(idsOf(index, '無料 研修')).toEqual(['near', 'far']);
  });

  it('needs all words, and says so where it had to give up on some', () => {
    const index = indexOf({ both: '無料の研修', one: '有料の研修' });
    expect(index.search({ query: '無料 研修' })).toMatchObject({ total: 1, relaxed: false });
    expect(index.search({ query: '研修 北海道' })).toMatchObject({ total: 2, relaxed: true });
    expect(index.search({ query: '沖縄 北海道' })).toMatchObject({ total: 0, relaxed: false });
  });

  it('gives up words, but never what stands in quotes', () => {
    const index = indexOf({ held: '情報漏えいの話', pieces: '情報が漏えいした北海道' });
    expect(index.search({ query: '「情報漏えい」 北海道' })).toMatchObject({
      total: 1,
      relaxed: true,
      hits: [{ id: 'held' }],
    });
    expect(index.search({ query: '「情報漏えい届」' })).toMatchObject({ total: 0, relaxed: false });
  });

  it('takes Japanese words with a space between them in quotes for words beside each other', () => {
    const index = indexOf({ joined: '情報漏えいの話', apart: '情報が漏えいした', letters: 'open data' });
    expect(idsOf(index, '"情報 漏えい"')).toEqual(['joined']);
    expect(idsOf(index, '"open data"')).toEqual(['letters']);
    expect(idsOf(index, '"opendata"')).toEqual([]);
  });

  it('finds a word with kana between its kanji in its other inflections, also as a synonym', () => {
    const texts = { passive: 'アカウントを乗っ取られた', other: '手を取られた' };
    expect(idsOf(indexOf(texts), '乗っ取り')).toEqual(['passive']);
    const index = createIndex({
      fields: { body: { weight: 1 } },
      synonyms: [{ words: ['乗っ取り', 'アカウント侵害'] }],
    });
    index.add(Object.entries(texts).map(([id, body]) => ({ id, fields: { body } })));
    expect(idsOf(index, 'アカウント侵害')).toEqual(['passive']);
  });

  it('finds a rare word among the many documents of a common one, once', () => {
    const common = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`common${i}`, '対策の話']));
    const index = indexOf({ ...common, rare: '情報漏えいの対策。対策とは', other: '情報漏えい' });
    expect(index.search({ query: '情報漏えい 対策' })).toMatchObject({ total: 1, hits: [{ id: 'rare' }] });
    expect(index.search({ query: '対策' }).total).toBe(301);
  });

  it('finds pieces of a compound where no document holds all of it', () => {
    const index = indexOf({ pieces: '個人の情報を守る', none: '別の話' });
    expect(index.search({ query: '個人情報' })).toMatchObject({ total: 1, relaxed: true });
  });

  it('leaves out documents with an excluded word, in the second try too', () => {
    const index = indexOf({ tokyo: '東京の窓口', osaka: '大阪の窓口' });
    expect(idsOf(index, '窓口 -東京')).toEqual(['osaka']);
    expect(idsOf(index, '窓口 北海道 －東京')).toEqual(['osaka']);
    expect(idsOf(index, '-東京')).toEqual(['osaka']);
  });

  it('answers questions by their content', () => {
    const index = indexOf({
      answer: 'パスワードの使い回しは危険です。ひとつ漏れると他のサービスにも入られます。',
      other: '何かお困りですか。どこが危ないのでしょうか。',
      more: 'パスワードは長くします。',
    });
    expect(idsOf(index, 'パスワードを使い回すと何が危ないですか')[0]).toBe('answer');
  });

  it('with a blank query returns all documents, with one that holds no word none', () => {
    const index = indexOf({ a: 'あ', b: 'い' });
    expect(index.search({ query: ' ' }).total).toBe(2);
    expect(index.search({}).total).toBe(2);
    expect(index.search({ query: '。。。' }).total).toBe(0);
  });

  it('suggests words for misspelt ones', () => {
    const index = indexOf({ one: 'フィッシングとランサムウェアとphishingの話' });
    expect(index.search({ query: 'フィシング 話' }).suggestions).toEqual(['フィッシング 話']);
    expect(index.search({ query: 'ランサムウエヤ' }).suggestions).toEqual(['ランサムウェア']);
    expect(index.search({ query: 'phisihng' }).suggestions).toEqual(['phishing']);
    const forms = indexOf({ one: 'a password', many: 'passwords' });
    expect(forms.search({ query: 'pasword' }).suggestions).toEqual(['password']);
    expect(index.search({ query: 'フィッシング' }).suggestions).toEqual([]);
    const pieces = indexOf({ one: 'フィッシング', two: 'フィルム', three: 'インシデント' });
    expect(pieces.search({ query: 'フィシング' }).suggestions).toEqual(['フィッシング']);
  });

  it('multiplies relevance by the boost of a document', () => {
    const index = createIndex({ fields: { body: { weight: 1 } } });
    index.add([
      { id: 'plain', fields: { body: '暗号の話' } },
      { id: 'boosted', fields: { body: '暗号の話' }, boost: 2 },
    ]);
    expect(idsOf(index, '暗号')).toEqual(['boosted', 'plain']);
  });

  it('returns the page asked for, in one order over all pages', () => {
    const index = createIndex({ fields: { body: { weight: 1 } } });
    index.add(
      Array.from({ length: 150 }, (_, i) => ({ id: `${i}`, fields: { body: `無料${'。'.repeat(i)}研修` } })),
    );
    const all = idsOf(index, '無料 研修', { limit: 150 });
    const pages = Array.from({ length: 15 }, (_, i) =>
      idsOf(index, '無料 研修', { offset: i * 10, limit: 10 }),
    );
    expect(pages.flat()).toEqual(all);
    expect(new Set(all).size).toBe(150);
    expect(index.search({ query: '無料', limit: 0 })).toMatchObject({ total: 150, hits: [] });
  });
});

describe('a query that was asked before', () => {
  it('finds what was added since, and no more what was removed', () => {
    const growing = createIndex({ fields: { body: { weight: 1 } } });
    const found = () => growing.search({ query: '錠前' }).hits.map(({ id }) => id);
    expect(found()).toEqual([]);
    growing.add([{ id: 'a', fields: { body: '錠前の店' } }]);
    expect(found()).toEqual(['a']);
    growing.add([{ id: 'b', fields: { body: '錠前' } }]);
    expect(found().sort()).toEqual(['a', 'b']);
    growing.remove(['a']);
    expect(found()).toEqual(['b']);
    growing.change([{ id: 'b', fields: { body: '鍵' } }]);
    expect(found()).toEqual([]);
  });

  it('is looked up exactly where that is asked for now', () => {
    const index = createIndex({
      fields: { body: { weight: 1 } },
      synonyms: [{ words: ['錠前', 'ロック'] }],
    });
    index.add([{ id: 'a', fields: { body: 'ロックの店' } }]);
    expect(index.search({ query: '錠前' }).total).toBe(1);
    expect(index.search({ query: '錠前', exact: true }).total).toBe(0);
    expect(index.search({ query: '錠前' }).total).toBe(1);
  });
});

describe('a change of a document', () => {
  const changed = createIndex({
    fields: { title: { weight: 2 }, body: { weight: 1 } },
    facets: ['purpose'],
    sortKeys: ['day'],
  });
  changed.add([
    { id: 'a', fields: { title: '暗号', body: '鍵の話' }, facets: { purpose: 'know' }, sortKeys: { day: 1 } },
    {
      id: 'b',
      fields: { title: '相談', body: '鍵の店' },
      facets: { purpose: 'consult' },
      sortKeys: { day: 2 },
    },
  ]);
  const found = (query: string) => changed.search({ query }).hits.map(({ id }) => id);

  it('replaces what it names and leaves the rest', () => {
    changed.change([{ id: 'a', fields: { title: '錠前' }, facets: { purpose: ['know', 'train'] } }]);
    expect(found('暗号')).toEqual([]);
    expect(found('錠前')).toEqual(['a']);
    expect(changed.suggest('錠')).toEqual(['錠前']);
    const { hits, facets } = changed.search({ query: '鍵', sort: { by: 'day', direction: 'ascending' } });
    expect(hits.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(facets.purpose?.map(({ value }) => value).sort()).toEqual(['consult', 'know', 'train']);
  });

  it('may come several times at once, and of a document that is not there', () => {
    changed.change([
      { id: 'b', fields: { title: '窓口' } },
      { id: 'nobody', fields: { title: '窓口' } },
      { id: 'b', fields: { body: '電話' } },
    ]);
    expect(found('窓口 電話')).toEqual(['b']);
    expect(changed.size).toBe(2);
  });
});

describe('sorting', () => {
  const index = createIndex({ fields: { body: { weight: 1 } }, sortKeys: ['date', 'reading'] });
  index.add([
    { id: 'old', fields: { body: '暗号' }, sortKeys: { date: 2020, reading: 'い' } },
    { id: 'none', fields: { body: '暗号' } },
    { id: 'new', fields: { body: '暗号' }, sortKeys: { date: 2025, reading: 'あ' } },
  ]);

  it.each([
    [{ by: 'date' }, ['old', 'new', 'none']],
    [{ by: 'date', direction: 'descending' }, ['new', 'old', 'none']],
    [{ by: 'reading', direction: 'ascending' }, ['new', 'old', 'none']],
  ] as const)('by %o puts documents without a value last', (sort, ids) => {
    expect(idsOf(index, '暗号', { sort })).toEqual(ids);
  });

  it('refuses a key that was not declared', () => {
    expect(() => index.search({ sort: { by: 'size' } })).toThrow(
      expect.objectContaining({ code: 'unknown-sort-key' }),
    );
  });
});

describe('completion', () => {
  const index = indexOf({
    a: ['ランサムウェア対策', 'ランサムウェアとVPN'],
    b: ['ランサムウェア', 'ランタイム'],
    c: ['情報セキュリティ', ''],
  });

  it('offers words by how often they stand, whichever kana is typed', () => {
    expect(index.suggest('らん')).toEqual(['ランサムウェア', 'ランタイム', 'ランサムウェア対策']);
    expect(index.suggest('vp')).toEqual(['VPN']);
    expect(index.suggest('情報')).toEqual(['情報セキュリティ']);
  });

  it('completes the last of several words', () => {
    expect(index.suggest('対策 ランタ')).toEqual(['対策 ランタイム']);
  });

  it('offers nothing for nothing', () => {
    expect(index.suggest('')).toEqual([]);
    expect(index.suggest('対策 ')).toEqual([]);
  });

  it('forgets the words of removed documents', () => {
    const changing = indexOf({ a: 'ランタイム' });
    changing.remove(['a']);
    expect(changing.suggest('ラン')).toEqual([]);
  });
});

describe('shapes of kanji', () => {
  const TEXTS = ['斎藤さん', '齋藤さん', '齊藤さん', '関西国際空港', '關西国際空港'];
  const index = createIndex({ fields: { body: { weight: 1 } } });
  index.add(TEXTS.map((body) => ({ id: body, fields: { body } })));
  const found = (query: string, exact = false) =>
    index
      .search({ query, exact })
      .hits.map(({ id }) => id)
      .sort();

  it('find each other', () => {
    expect(found('斎藤')).toEqual(found('齋藤'));
    expect(found('斎藤')).toHaveLength(2);
  });

  it.each([
    ['斎藤', ['斎藤さん']],
    ['齋藤', ['齋藤さん']],
    ['関西', ['関西国際空港']],
    ['關西', ['關西国際空港']],
    ['国際空港', ['関西国際空港', '關西国際空港']],
  ])('are as typed in quotes and where asked for exactly: %s', (typed, texts) => {
    expect(found(`「${typed}」`)).toEqual([...texts].sort());
    expect(found(typed, true)).toEqual([...texts].sort());
  });
});

it('an index that has been warmed up answers the same', () => {
  const index = createIndex({ fields: { body: { weight: 1 } } });
  index.warmUp();
  index.add([{ id: 'a', fields: { body: '情報の守り方' } }]);
  index.warmUp();
  expect(index.search({ query: '情報' })).toMatchObject({ total: 1, hits: [{ id: 'a' }] });
});
