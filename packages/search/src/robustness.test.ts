import { describe, expect, it } from 'vitest';
import { createIndex } from './search-index.ts';

const WORDS = [
  '情報',
  'セキュリティ',
  '対策',
  'の',
  'を',
  '研修',
  'ランサムウェア',
  'security',
  '問い合わせ',
  '鍵',
];

const index = createIndex({
  fields: { title: { weight: 3 }, body: { weight: 1 } },
  synonyms: [{ words: Array.from({ length: 500 }, (_, i) => `同じ${i}`) }],
});
index.add(
  Array.from({ length: 500 }, (_, i) => ({
    id: `d${i}`,
    fields: {
      title: WORDS[i % WORDS.length],
      body: WORDS.map((_, k) => WORDS[(i * 7 + k * 3) % WORDS.length]).join(''),
    },
  })),
);

const hostile: Readonly<Record<string, string>> = {
  'a query of 100 kB': '情報セキュリティ'.repeat(12_500),
  'one word of 100 kB': 'a'.repeat(100_000),
  'ten thousand terms': Array.from({ length: 10_000 }, (_, i) => `用語${i}`).join(' '),
  'lone surrogates': '\ud800 \udc00\ud800 a\udfff情報',
  'characters of regular expressions': String.raw`.*+?^$()|[]\ (a+)+$ [^情報]{2}`,
  'unbalanced quotes': '「情報 "対策 『',
  'nothing but exclusions': '-情報 -対策 -- - －',
  'many marks': 'が\u3099'.repeat(500),
  'many long marks': 'ー'.repeat(1000),
  'control characters': '\u0000\u0001情報\u200b\ufeff',
  'one common character': 'の',
  'a hundred common words': '情報 対策 研修 '.repeat(33),
  'a group of 500 synonyms': '同じ1',
  'a sentence of common words': '情報をセキュリティの研修で対策の問い合わせを'.repeat(20),
  'katakana with many spellings': 'ティディツィトゥチジデイヤ'.repeat(30),
  'a name of every object': '__proto__ constructor toString',
};

describe('no query', () => {
  it.each(Object.entries(hostile))('makes a search throw: %s', (_, query) => {
    const result = index.search({ query, highlight: true });
    expect(result.hits.length).toBeLessThanOrEqual(10);
    expect(result.total).toBeGreaterThanOrEqual(result.hits.length);
    expect(() => index.suggest(query)).not.toThrow();
  });

  it('of any characters makes a search throw', () => {
    let state = 1;
    const next = (limit: number) => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return state % limit;
    };
    for (let i = 0; i < 500; i++) {
      const query = Array.from({ length: next(40) }, () => String.fromCharCode(next(0x10000))).join('');
      expect(index.search({ query, highlight: true }).total).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('no document', () => {
  it.each(Object.entries(hostile))('makes indexing fail: %s', (_, body) => {
    const odd = createIndex({ fields: { body: { weight: 1 } } });
    odd.add([
      { id: 'odd', fields: { body } },
      { id: 'plain', fields: { body: '量子' } },
    ]);
    expect(odd.search({ query: '量子', highlight: true }).hits.map(({ id }) => id)).toContain('plain');
    odd.remove(['odd']);
    expect(odd.search({}).total).toBe(1);
  });

  it('needs to have every field', () => {
    const sparse = createIndex({ fields: { title: { weight: 3 }, body: { weight: 1 } }, facets: ['kind'] });
    sparse.add([{ id: 'empty', fields: {} }]);
    expect(sparse.search({ highlight: true }).hits[0]?.highlights.title).toEqual({
      ranges: [],
      snippet: { start: 0, end: 0, fragments: [] },
    });
  });
});

describe('an index', () => {
  it.each([{}, Object.fromEntries(Array.from({ length: 17 }, (_, i) => [`f${i}`, { weight: 1 }]))])(
    'has 1 to 16 fields',
    (fields) => {
      expect(() => createIndex({ fields })).toThrow(expect.objectContaining({ code: 'field-count' }));
    },
  );

  it.each([0, -1, Number.NaN])('has no field of weight %s', (weight) => {
    expect(() => createIndex({ fields: { body: { weight } } })).toThrow(
      expect.objectContaining({ code: 'field-weight' }),
    );
  });

  it('ranks by every one of 16 fields', () => {
    const fields = Object.fromEntries(Array.from({ length: 16 }, (_, i) => [`f${i}`, { weight: i + 1 }]));
    const many = createIndex({ fields });
    many.add(Array.from({ length: 16 }, (_, i) => ({ id: `${i}`, fields: { [`f${i}`]: '暗号の話' } })));
    const ids = many.search({ query: '暗号', limit: 16 }).hits.map(({ id }) => Number(id));
    expect(ids).toEqual(Array.from({ length: 16 }, (_, i) => 15 - i));
  });
});
