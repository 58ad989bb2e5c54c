import { describe, expect, it } from 'vitest';
import { createIndex, fromSnapshot } from './search-index.ts';

const options = {
  fields: { title: { weight: 3 }, body: { weight: 1 } },
  facets: ['kind'],
  sortKeys: ['date'],
  synonyms: [{ words: ['漏えい', '漏洩'] }],
};
const documents = Array.from({ length: 40 }, (_, i) => ({
  id: `d${i}`,
  fields: { title: `第${i}回 暗号の講座`, body: `フィッシングとVPN ${i}。情報の漏洩を防ぐ𠮷田\ud800` },
  facets: { kind: i % 2 === 0 ? 'even' : 'odd' },
  sortKeys: { date: 100 - i },
  boost: 1 + (i % 3),
}));

const index = createIndex(options);
index.add(documents);
index.remove(['d3', 'd4']);

const requests = [
  { query: '暗号' },
  { query: '漏えい', highlight: true },
  { query: 'フィシング' },
  { query: '講座を探したい', filters: { kind: 'odd' } },
  { query: '', sort: { by: 'date' } },
] as const;

describe('a snapshot', () => {
  it('answers as the index it was made from', () => {
    const copy = fromSnapshot(index.toSnapshot());
    expect(copy.size).toBe(38);
    for (const request of requests) expect(copy.search(request)).toEqual(index.search(request));
    expect(copy.suggest('フィ')).toEqual(index.suggest('フィ'));
  });

  it('can be added to and removed from', () => {
    const copy = fromSnapshot(index.toSnapshot());
    copy.add([{ id: 'new', fields: { body: '量子の話' } }]);
    copy.remove(['d0']);
    expect(copy.search({ query: '量子' }).total).toBe(1);
    expect(copy.size).toBe(38);
    expect(index.search({ query: '量子' }).total).toBe(0);
  });

  it('can be read with newer synonyms', () => {
    const copy = fromSnapshot(index.toSnapshot(), { synonyms: [{ words: ['暗号', 'cipher'] }] });
    expect(copy.search({ query: 'cipher' }).total).toBe(38);
  });

  it('is read from a part of a larger buffer', () => {
    const bytes = index.toSnapshot();
    const larger = Buffer.alloc(bytes.length + 3);
    larger.set(bytes, 3);
    expect(fromSnapshot(larger.subarray(3)).size).toBe(38);
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['other bytes', new TextEncoder().encode('not a snapshot at all')],
    ['a snapshot cut short', index.toSnapshot().subarray(0, -200)],
  ])('is refused where it is %s', (_, bytes) => {
    expect(() => fromSnapshot(bytes)).toThrow(expect.objectContaining({ code: 'snapshot-format' }));
  });
});
