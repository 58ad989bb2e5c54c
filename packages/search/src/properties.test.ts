import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spell } from './fold.ts';
import type { SearchDocument } from './schema.ts';
import { createIndex, type SearchIndex } from './search-index.ts';

const WORDS = [
  '情報',
  '漏洩',
  '対策',
  '鍵',
  'サーバー',
  'ログ',
  'プログラム',
  'をする',
  'いじめ',
  'vpn',
  'wi-fi',
  '2',
  '𠮷田',
];

const text = fc
  .array(fc.constantFrom(...WORDS, '、', ' ', 'の'), { maxLength: 12 })
  .map((words) => words.join(''));
const documents = fc
  .array(fc.record({ title: text, body: text, kind: fc.constantFrom('a', 'b', 'c') }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((list) => list.map((fields, i) => documentOf(`d${i}`, fields)));
/** Phrases that begin and end inside words too, but hold no separator. */
const phrase = fc
  .tuple(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }), fc.nat(2))
  .map(([words, cut]) => words.join('').replaceAll('-', '').slice(cut))
  .filter((words) => words !== '' && words.isWellFormed());

function documentOf(
  id: string,
  { title, body, kind }: { title: string; body: string; kind: string },
): SearchDocument {
  return { id, fields: { title, body }, facets: { kind } };
}

function indexOf(list: readonly SearchDocument[]): SearchIndex {
  const index = createIndex({ fields: { title: { weight: 2 }, body: { weight: 1 } }, facets: ['kind'] });
  index.add(list);
  return index;
}

function found(index: SearchIndex, query: string): string[] {
  return index
    .search({ query, exact: true, limit: 1000 })
    .hits.map(({ id }) => id)
    .sort();
}

/** Whether a text holds a phrase, decided without an index: words of letters and numbers must be whole. */
function holds(document: SearchDocument, sought: string): boolean {
  const isCut = (one: string | undefined, other: string | undefined) =>
    [/[a-z]/, /[0-9]/].some((sort) => sort.test(one ?? '') && sort.test(other ?? ''));
  const needle = spell(sought);
  return Object.values(document.fields).some((field) => {
    const haystack = spell(field ?? '');
    for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1)) {
      const end = at + needle.length;
      const cutsBefore = isCut(needle[0], haystack[at - 1]);
      const cutsAfter = isCut(needle.at(-1), haystack[end]);
      if (!cutsBefore && !cutsAfter) return true;
    }
    return false;
  });
}

const idsOf = (list: readonly SearchDocument[]) => list.map(({ id }) => id).sort();

describe('an index', () => {
  it('finds a phrase exactly where reading every document would', () => {
    fc.assert(
      fc.property(documents, phrase, (list, sought) => {
        const expected = idsOf(list.filter((document) => holds(document, sought)));
        expect(found(indexOf(list), `「${sought}」`)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('finds several phrases where all stand, and leaves out where an excluded one does', () => {
    fc.assert(
      fc.property(documents, phrase, phrase, phrase, (list, one, two, not) => {
        const expected = list.filter((d) => holds(d, one) && holds(d, two) && !holds(d, not));
        expect(found(indexOf(list), `「${one}」「${two}」 -「${not}」`)).toEqual(idsOf(expected));
      }),
      { numRuns: 300 },
    );
  });

  it('counts facets as reading every document would', () => {
    fc.assert(
      fc.property(documents, phrase, (list, sought) => {
        const { facets, total } = indexOf(list).search({
          query: `「${sought}」`,
          exact: true,
          filters: { kind: 'a' },
        });
        const matching = list.filter((document) => holds(document, sought));
        const kindOf = (document: SearchDocument) => document.facets?.kind;
        expect(total).toBe(matching.filter((document) => kindOf(document) === 'a').length);
        for (const { value, count } of facets.kind ?? []) {
          expect(count).toBe(matching.filter((document) => kindOf(document) === value).length);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('finds at least as much with other spellings as without', () => {
    fc.assert(
      fc.property(documents, phrase, (list, query) => {
        const index = indexOf(list);
        const all = index.search({ query, limit: 1000 }).hits.map(({ id }) => id);
        expect(all).toEqual(expect.arrayContaining(found(index, query)));
      }),
      { numRuns: 200 },
    );
  });

  it('after any additions and removals answers as one built anew', () => {
    const change = fc.oneof(
      fc.record({ add: fc.nat(9), title: text, body: text, kind: fc.constantFrom('a', 'b') }),
      fc.record({ remove: fc.nat(9) }),
    );
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 40 }),
        fc.array(phrase, { minLength: 3, maxLength: 3 }),
        (changes, queries) => {
          const index = indexOf([]);
          const kept = new Map<string, SearchDocument>();
          for (const step of changes) {
            if ('remove' in step) {
              index.remove([`d${step.remove}`]);
              kept.delete(`d${step.remove}`);
            } else {
              const document = documentOf(`d${step.add}`, step);
              index.add([document]);
              kept.set(document.id, document);
            }
          }
          const fresh = indexOf([...kept.values()]);
          expect(index.size).toBe(kept.size);
          for (const query of ['', ...queries]) {
            expect(found(index, query)).toEqual(found(fresh, query));
            expect(index.search({ query, exact: true }).facets).toEqual(
              fresh.search({ query, exact: true }).facets,
            );
          }
          expect(index.suggest('プ')).toEqual(fresh.suggest('プ'));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('takes the last of several documents with one id in one call', () => {
    const index = indexOf([
      documentOf('a', { title: '鍵', body: '', kind: 'a' }),
      documentOf('a', { title: 'ログ', body: '', kind: 'b' }),
    ]);
    expect(index.size).toBe(1);
    expect(found(index, '鍵')).toEqual([]);
    expect(found(index, 'ログ')).toEqual(['a']);
  });

  it('merges many small additions without losing any', () => {
    const index = indexOf([]);
    for (let i = 0; i < 300; i++)
      index.add([documentOf(`d${i}`, { title: '情報', body: `番号${i}`, kind: 'a' })]);
    for (let i = 0; i < 300; i += 3) index.remove([`d${i}`]);
    expect(index.search({ query: '情報' }).total).toBe(200);
    expect(found(index, '「番号100」')).toEqual(['d100']);
    expect(found(index, '「番号99」')).toEqual([]);
  });
});
