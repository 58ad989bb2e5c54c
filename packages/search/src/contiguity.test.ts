import { describe, expect, it } from 'vitest';
import { createIndex } from './search-index.ts';

const synonyms = [
  { words: ['有料', '料金がかかる'] },
  { words: ['配信', 'ストリーミング'] },
  { words: ['国際', '海外'] },
];

function first(query: string, texts: Readonly<Record<string, string>>): string | undefined {
  const index = createIndex({ fields: { body: { weight: 1 } }, synonyms });
  index.add(Object.entries(texts).map(([id, body]) => ({ id, fields: { body } })));
  return index.search({ query }).hits[0]?.id;
}

const LONG = '長い話がここに続いて、なかなか終わらない。'.repeat(8);

describe('what is typed together', () => {
  it.each([
    ['有料配信', '有料の番組。配信と有料。配信と有料'],
    ['関西 国際 空港', '国際線の空港。関西の国際。関西、国際、空港'],
    ['関西国際空港', '国際線の空港。関西の国際。関西、国際、空港'],
    ['情報漏えい対策', '対策と情報。漏えいと対策と情報。漏えい'],
    ['って以来', '以来、ずっと。以来、毎年。以来、会わない'],
    ['open data', 'data is open, open to data, data open'],
    ['セキュリティ研修', '研修でセキュリティ。セキュリティの研修とセキュリティ'],
  ])('%s comes before its words apart', (query, apart) => {
    const together = query.replaceAll(/(?<=[^a-z]) /g, '');
    expect(first(query, { apart, together: `${LONG}この${together}のこと` })).toBe('together');
  });
});
