import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';
import type { FieldHighlight } from './highlight.ts';
import { createIndex } from './search-index.ts';

/** The highlight of a document's only field for a query that finds it. */
function highlight(body: string, query: string, snippetLength = 120): FieldHighlight {
  const index = createIndex({ fields: { body: { weight: 1 } }, synonyms: [{ words: ['漏えい', '漏洩'] }] });
  index.add([{ id: 'a', fields: { body } }]);
  const [hit] = index.search({ query, highlight: { snippetLength } }).hits;
  if (!hit?.highlights.body) throw new Error(`${query} does not find ${body}`);
  return hit.highlights.body;
}

function marked(body: string, query: string): string[] {
  return highlight(body, query).ranges.map(({ start, end }) => body.slice(start, end));
}

describe('highlighting', () => {
  it.each([
    ['サーバ', 'Ｗｅｂｻｰﾊﾞｰの設定', ['ｻｰﾊﾞｰ']],
    ['サーバー', 'ｻｰﾊﾞーとサーバ', ['ｻｰﾊﾞー', 'サーバ']],
    ['バイオリン', 'ヴァイオリン', ['ヴァイオリン']],
    ['株式', '㍿の株式', ['㍿', '株式']],
    ['ガス', 'か\u3099す', ['か\u3099す']],
    ['問い合わせ', 'お問合せ先', ['問合せ']],
    ['申込', '申し込みの方法', ['申し込み']],
    ['守る', '身を守り、家を守った', ['守り', '守っ']],
    ['漏えい', '情報の漏洩', ['漏洩']],
    ['パスワード 管理', 'パスワードを管理する', ['パスワード', '管理']],
    ['pass', 'Passwordと通行pass', ['Password', 'pass']],
    ['word', 'passwordとword', ['word']],
    ['京都', '東京都と京都', ['京都']],
    ['個人情報', '個人の情報', ['個人', '情報']],
    ['𠮷野家', '新しい𠮷野家です', ['𠮷野家']],
  ])('of %s in %s marks the original', (query, body, texts) => {
    expect(marked(body, query)).toEqual(texts);
  });

  it('joins marks that overlap or touch', () => {
    expect(marked('情報セキュリティの話', '情報 セキュリティ')).toEqual(['情報セキュリティ']);
  });

  it('cuts a long text to a snippet around its best match, at a sentence where one begins', () => {
    const body = `${'はじめの文です。'.repeat(30)}ここで暗号の話をします。${'終わりの文です。'.repeat(30)}`;
    const { snippet } = highlight(body, '暗号', 60);
    expect(snippet.fragments.map(({ text }) => text).join('')).toBe(body.slice(snippet.start, snippet.end));
    expect(snippet.fragments.filter((fragment) => fragment.marked)).toEqual([{ text: '暗号', marked: true }]);
    expect(snippet.end - snippet.start).toBeLessThanOrEqual(60);
    expect(body.slice(snippet.start)).toMatch(/^(はじめの文です。|ここで)/);
  });

  it('shows a short text whole, and a long one from its beginning where nothing is marked', () => {
    expect(highlight('暗号の話', '暗号').snippet).toMatchObject({ start: 0, end: 4 });
    const index = createIndex({ fields: { title: { weight: 3 }, body: { weight: 1 } } });
    index.add([{ id: 'a', fields: { title: '暗号', body: 'あ'.repeat(500) } }]);
    const [hit] = index.search({ query: '暗号', highlight: true }).hits;
    expect(hit?.highlights.body).toMatchObject({ ranges: [], snippet: { start: 0, end: 120 } });
  });

  it('is left out where it is not asked for, and of fields not asked for', () => {
    const index = createIndex({ fields: { title: { weight: 3 }, body: { weight: 1 } } });
    index.add([{ id: 'a', fields: { title: '暗号', body: '暗号' } }]);
    expect(index.search({ query: '暗号' }).hits[0]?.highlights).toEqual({});
    const { hits } = index.search({ query: '暗号', highlight: { fields: ['title'] } });
    expect(Object.keys(hits[0]?.highlights ?? {})).toEqual(['title']);
  });

  it('covers the match, never reaches outside the text nor cuts a character, and its fragments are the text', () => {
    const words = fc.constantFrom(
      '暗号',
      'ｻｰﾊﾞｰ',
      'ヴァイ',
      '問い合わせ',
      'Wi-Fi',
      '𠮷',
      '㈱',
      '。',
      ' ',
      'か\u3099',
    );
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 1, maxLength: 40 }),
        words,
        fc.integer({ min: 5, max: 50 }),
        (body, query, length) => {
          const text = [...body, query].join('');
          const index = createIndex({ fields: { body: { weight: 1 } } });
          index.add([{ id: 'a', fields: { body: text } }]);
          const [hit] = index.search({ query, exact: true, highlight: { snippetLength: length } }).hits;
          // Joined to another word of letters, a word is no longer whole.
          if (!hit) return;
          const { ranges = [], snippet } = hit.highlights.body ?? {};
          let before = -1;
          for (const { start, end } of ranges) {
            expect(start).toBeGreaterThan(before);
            expect(end).toBeGreaterThan(start);
            expect(text.slice(start, end).isWellFormed()).toBe(true);
            before = end;
          }
          const isMarked = ranges.some(({ start, end }) =>
            fold(text.slice(start, end)).includes(fold(query)),
          );
          expect(isMarked || fold(query) === '').toBe(true);
          expect(before).toBeLessThanOrEqual(text.length);
          if (!snippet) return;
          const shown = snippet.fragments.map((fragment) => fragment.text).join('');
          expect(shown).toBe(text.slice(snippet.start, snippet.end));
          expect(shown.isWellFormed()).toBe(true);
        },
      ),
    );
  });
});
