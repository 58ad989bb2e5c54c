import { describe, expect, it } from 'vitest';
import { createIndex } from './search-index.ts';

function indexOf(texts: readonly string[]) {
  const index = createIndex({ fields: { body: { weight: 1 } } });
  index.add(texts.map((body) => ({ id: body, fields: { body } })));
  return index;
}
const found = (query: string, texts: readonly string[]) =>
  indexOf(texts)
    .search({ query })
    .hits.map(({ id }) => id);

describe('names with signs', () => {
  const texts = [
    'C言語の本',
    'C++の本',
    'C#入門',
    'F#の話',
    '.NETの開発',
    'net games',
    'C++17で書く',
    'Google+ の終わり',
  ];

  it.each([
    ['C++', ['C++の本', 'C++17で書く']],
    ['c＋＋', ['C++の本', 'C++17で書く']],
    ['C#', ['C#入門']],
    ['Ｃ＃', ['C#入門']],
    ['C♯', ['C#入門']],
    ['F#', ['F#の話']],
    ['.NET', ['.NETの開発']],
    ['net', ['net games']],
    ['C', ['C言語の本']],
    ['C言語', ['C言語の本']],
  ])('%s is a word: %j', (query, names) => {
    expect(found(query, texts).sort()).toEqual([...names].sort());
  });

  it('leave sums, sentences and addresses as they are', () => {
    expect(found('b', ['a+b'])).toEqual(['a+b']);
    expect(found('it', ['です.It is'])).toEqual(['です.It is']);
    expect(found('example.com', ['see example.com'])).toEqual(['see example.com']);
    expect(found('end', ['the end. Next'])).toEqual(['the end. Next']);
  });
});

describe('emoji', () => {
  const texts = ['鍵🔒をかける', '電話☎はこちら', '👍🏽 いいね', '👨‍👩‍👧 家族', '🇯🇵 日本'];

  it.each([
    ['🔒', '鍵🔒をかける'],
    ['☎', '電話☎はこちら'],
    ['☎️', '電話☎はこちら'],
    ['👍', '👍🏽 いいね'],
    ['👨‍👩‍👧', '👨‍👩‍👧 家族'],
    ['🇯🇵', '🇯🇵 日本'],
    ['電話 ☎', '電話☎はこちら'],
  ])('%s is found in %s and marked', (query, text) => {
    const { hits } = indexOf(texts).search({ query, highlight: true });
    expect(hits.map(({ id }) => id)).toEqual([text]);
    expect(hits[0]?.highlights.body?.ranges).not.toEqual([]);
  });
});

describe('a hit of the second try', () => {
  it.each([
    ['個人情報 北海道', '個人の情報を守る'],
    ['wi-fi設定', 'fi の設定'],
    ['無料 存在しない語', '無料の研修'],
    ['生まれた頃の話 沖縄', '生まれの話'],
    ['VPN-Router 東京', 'a router'],
  ])('for %s carries marks in %s', (query, text) => {
    const { hits, relaxed } = indexOf([text, '別の文']).search({ query, highlight: true });
    expect(relaxed).toBe(true);
    expect(hits.map(({ id }) => id)).toEqual([text]);
    expect(hits[0]?.highlights.body?.ranges).not.toEqual([]);
  });
});
