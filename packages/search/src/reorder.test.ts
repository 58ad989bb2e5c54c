import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchRequest } from './search.ts';
import { createIndex, type SearchIndex } from './search-index.ts';

type Texts = Readonly<Record<string, readonly [title: string, body: string]>>;

function indexOf(texts: Texts, titleWeight = 3): SearchIndex {
  const index = createIndex({
    fields: { title: { weight: titleWeight }, body: { weight: 1 } },
    sortKeys: ['number'],
  });
  index.add(
    Object.entries(texts).map(([id, [title, body]], number) => ({
      id,
      fields: { title, body },
      sortKeys: { number },
    })),
  );
  return index;
}

function idsOf(index: SearchIndex, query: string, more: SearchRequest = {}): string[] {
  return index.search({ query, ...more }).hits.map(({ id }) => id);
}

describe('documents of one name', () => {
  const texts: Texts = {
    alone: ['無線局', '免許を受けて電波を出す。'],
    piece: ['基地局', '免許を受けて電波を出す。'],
    next: ['基地局', '免許の期間を電波の種別で定める。'],
    last: ['基地局', '電波の免許は人が受ける。'],
    ...Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`other${i}`, [`記録${i}`, '別の話。']])),
  };

  it.each([3, 1])('speak for each other where a question is asked, the name weighing %s', (titleWeight) => {
    const ids = idsOf(indexOf(texts, titleWeight), '電波を出す免許はどこで受けるのですか');
    expect(ids.slice(0, 2)).toEqual(['piece', 'alone']);
  });

  it('do not where words are searched for, and all are found', () => {
    expect(idsOf(indexOf(texts), '受けて 出す')).toEqual(['alone', 'piece']);
  });

  it('are none where the name is blank, or too long to be one', () => {
    for (const name of ['', '話'.repeat(200)]) {
      const unnamed = Object.entries(texts).map(([id, [, body]]) => [id, [name, body] as const]);
      const ids = idsOf(indexOf(Object.fromEntries(unnamed)), '電波を出す免許はどこで受けるのですか');
      expect(ids.slice(0, 2)).toEqual(['alone', 'piece']);
    }
  });
});

describe('a question', () => {
  const filler = '担当の者が書いた記録がある。';

  it.each([
    ['窓口の担当は何人ですか', '窓口の担当は12人。', '窓口の担当の人。'],
    ['窓口の担当はいつ置かれましたか', '窓口の担当が2019年に。', '窓口の担当が先の年に。'],
  ])('%s puts a text that tells it above one that does not: %s', (question, telling, other) => {
    const index = indexOf({ other: ['記録', other + filler], telling: ['記録', telling + filler] });
    expect(idsOf(index, question)).toEqual(['telling', 'other']);
    expect(idsOf(index, '窓口 担当')).toEqual(['other', 'telling']);
  });

  it('what something is puts the text that begins with it first', () => {
    const index = indexOf({
      mention: ['暗号の話', '鍵で開くのが公開鍵暗号。'],
      definition: ['暗号の話', '公開鍵暗号、開くのが鍵で。'],
    });
    expect(idsOf(index, '公開鍵暗号とは何ですか')).toEqual(['definition', 'mention']);
  });

  it('is ranked by what it is about rather than by the word that asks', () => {
    const index = indexOf({
      asking: ['式典', '名前の話。'],
      subject: ['式典', '市長の話。'],
      common: ['式典', '市長の話。'],
    });
    expect(idsOf(index, '市長の名前は')[0]).toBe('subject');
  });

  it('finds documents whose boost leaves them no relevance', () => {
    const index = createIndex({ fields: { title: { weight: 3 }, body: { weight: 1 } } });
    index.add([{ id: 'one', fields: { title: '記録', body: '窓口の担当' }, boost: 0 }]);
    expect(index.search({ query: '窓口の担当は誰ですか' }).hits).toMatchObject([{ id: 'one', score: 0 }]);
  });

  it('whose answer is sorted by a key stays in that order', () => {
    const index = indexOf({ other: ['記録', '窓口の担当の人。'], telling: ['記録', '窓口の担当は12人。'] });
    const sort = { by: 'number', direction: 'ascending' } as const;
    expect(idsOf(index, '窓口の担当は何人ですか', { sort })).toEqual(['other', 'telling']);
  });

  it('finds the same documents in whatever order they come, page by page', () => {
    const text = fc
      .array(fc.constantFrom('免許', '電波', '窓口', '12人', '2019年', 'は', '。'), { maxLength: 6 })
      .map((words) => words.join(''));
    const named = fc.tuple(fc.constantFrom('基地局', '無線局', ''), text);
    const question = fc.constantFrom(
      '免許は何人が受けますか',
      '電波の窓口とは何ですか',
      '窓口は',
      '電波はいつ出すか',
    );
    fc.assert(
      fc.property(fc.array(named, { minLength: 1, maxLength: 100 }), question, (list, query) => {
        const index = indexOf(Object.fromEntries(list.map((texts, i) => [`d${i}`, texts])));
        const all = idsOf(index, query, { limit: 200 });
        const byKey = idsOf(index, query, { limit: 200, sort: { by: 'number' } });
        expect([...all].sort()).toEqual([...byKey].sort());
        const pages = Array.from({ length: 15 }, (_, i) => idsOf(index, query, { limit: 7, offset: i * 7 }));
        expect(pages.flat()).toEqual(all);
      }),
      { numRuns: 60 },
    );
  });
});
