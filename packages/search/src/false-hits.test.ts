import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { fold } from './fold.ts';
import type { SearchRequest } from './search.ts';
import { createIndex } from './search-index.ts';
import { sudachiSynonyms } from './sudachi.ts';
import { readSynonyms, Synonyms } from './synonyms.ts';

const content = fileURLToPath(new URL('../../../content/', import.meta.url));
const general = await sudachiSynonyms();
const ownList = parse(readFileSync(join(content, 'synonyms.yaml'), 'utf8')) as { groups: unknown };
const groups = [...readSynonyms(ownList.groups), ...general];
const synonyms = new Synonyms(groups);

/** Every Japanese text below a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return /[ぁ-ん]/.test(value) ? [value] : [];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}

const files = readdirSync(content, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.yaml') && name !== 'synonyms.yaml',
);
const records = files.map((name) => ({
  id: name,
  body: textsIn(parse(readFileSync(join(content, name), 'utf8'))).join('\n'),
}));
/** The sentences that the site itself says, from its files of messages. */
const portal = fileURLToPath(new URL('../../../apps/portal/src/', import.meta.url));
const messages = readdirSync(portal, { recursive: true, encoding: 'utf8' })
  .filter((name) => /messages.*\.tsx?$/.test(name))
  .flatMap((name) =>
    [...readFileSync(join(portal, name), 'utf8').matchAll(/'([^'\n]*[ぁ-ん][^'\n]*)'/g)].map(
      ([, text = '']) => text,
    ),
  );
const sentences = [
  ...new Set([...records.map(({ body }) => body), ...messages].flatMap((text) => text.split(/[。\n]/))),
]
  .filter((text) => text.length > 5)
  .slice(0, 2000)
  .map((body, i) => ({ id: `s${i}`, body }));

/** The shortest words with a long mark are the likeliest to be found where they are not. */
const words = [
  ...new Set([
    ...'キー カード ノート セール ガード ビール リース レース コース ケース ポート ボード テーマ シート コード'.split(
      ' ',
    ),
    ...groups
      .flatMap((group) => group.words)
      .filter((word) => /^[ァ-ヺー]+$/.test(word) && word.includes('ー')),
  ]),
]
  .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
  .slice(0, 300);

const KANA_RUN = /[ァ-ヺー]+|[ぁ-ゖー]+/g;
const withoutMarks = (key: string) => key.replaceAll('ー', '');

/** Whether a text holds a word or a spelling of it, read without the index. */
function holds(body: string, word: string): boolean {
  const text = body.normalize('NFKC');
  if (text.includes(word)) return true;
  const key = fold(word);
  const isLong = withoutMarks(key).length >= 4;
  return (text.match(KANA_RUN) ?? []).some((run) => {
    const runKey = fold(run);
    if (/^[ァ-ヺー]+$/.test(run) && !word.endsWith('ア') && runKey.endsWith(key)) return true;
    return runKey === key || (isLong && withoutMarks(runKey) === withoutMarks(key));
  });
}

function isRight(body: string, word: string): boolean {
  return (
    holds(body, word) ||
    synonyms.of(fold(word)).some(({ written }) => {
      const text = body.normalize('NFKC').toLowerCase();
      return (
        text.includes(written.toLowerCase()) || fold(text).includes(fold(written)) || holds(body, written)
      );
    })
  );
}

const asked: readonly (readonly [string, (word: string) => SearchRequest])[] = [
  ['as it is', (word) => ({ query: word })],
  ['exactly', (word) => ({ query: word, exact: true })],
  ['in quotes', (word) => ({ query: `「${word}」` })],
];
const texts = { "the site's own records": records, 'sentences of the site': sentences };

describe.each(Object.keys(texts) as (keyof typeof texts)[])(
  'of %s, a katakana word with a long mark',
  (name) => {
    const index = createIndex({ fields: { body: { weight: 1 } }, facets: ['id'], synonyms: groups });
    index.add(texts[name].map(({ id, body }) => ({ id, fields: { body }, facets: { id } })));
    const bodies = new Map(texts[name].map(({ id, body }) => [id, body]));

    it.each(asked)('asked for %s, finds none that does not hold it', (way, request) => {
      let hits = 0;
      const wrong: string[] = [];
      for (const word of words) {
        const found = index.search({ ...request(word), limit: 10_000, highlight: true });
        expect(found.facets.id?.length).toBe(found.total);
        for (const { id, highlights } of found.hits) {
          hits++;
          const body = bodies.get(id) ?? '';
          const marks = highlights.body?.ranges.map(({ start, end }) => body.slice(start, end)) ?? [];
          const isMarkedWrong = marks.length === 0 || marks.some((mark) => !isRight(mark, word));
          if (!isRight(body, word) || isMarkedWrong) wrong.push(`${word} in ${id}: ${marks.join(' ')}`);
        }
      }
      console.log(
        `false hits in ${bodies.size} texts (${name}), ${words.length} words ${way}: ${wrong.length} of ${hits}`,
      );
      expect(wrong).toEqual([]);
    });
  },
);
