import { describe, expect, it } from 'vitest';
import { createIndex } from './search-index.ts';

const index = createIndex({ fields: { body: { weight: 1 } }, facets: ['kind', 'purpose'] });
index.add([
  { id: 'a', fields: { body: '暗号の講座' }, facets: { kind: 'course', purpose: ['know', 'train'] } },
  { id: 'b', fields: { body: '暗号の動画' }, facets: { kind: 'video', purpose: ['know'] } },
  { id: 'c', fields: { body: '暗号の試験' }, facets: { kind: 'exam', purpose: 'train' } },
  { id: 'd', fields: { body: '電話の相談' }, facets: { kind: 'desk', purpose: ['consult', 'consult'] } },
  { id: 'e', fields: { body: '暗号' } },
]);

describe('facets', () => {
  it('count the values of what was found, the most frequent first', () => {
    expect(index.search({ query: '暗号' }).facets).toEqual({
      kind: [
        { value: 'course', count: 1 },
        { value: 'exam', count: 1 },
        { value: 'video', count: 1 },
      ],
      purpose: [
        { value: 'know', count: 2 },
        { value: 'train', count: 2 },
      ],
    });
  });

  it('take the values of one filter as alternatives and need every filter', () => {
    const idsFor = (filters: Record<string, string | string[]>) =>
      index.search({ filters }).hits.map(({ id }) => id);
    expect(idsFor({ purpose: ['know', 'consult'] })).toEqual(['a', 'b', 'd']);
    expect(idsFor({ purpose: 'know', kind: ['course', 'desk'] })).toEqual(['a']);
    expect(idsFor({ purpose: [] })).toHaveLength(5);
    expect(idsFor({ purpose: 'no such value' })).toEqual([]);
  });

  it('are not narrowed by their own filter, only by the others', () => {
    const { total, facets } = index.search({ query: '暗号', filters: { purpose: 'know', kind: 'course' } });
    expect(total).toBe(1);
    expect(facets.purpose).toEqual([
      { value: 'know', count: 1 },
      { value: 'train', count: 1 },
    ]);
    expect(facets.kind).toEqual([
      { value: 'course', count: 1 },
      { value: 'video', count: 1 },
    ]);
  });

  it('are counted only where asked for', () => {
    expect(index.search({ facets: ['kind'] }).facets).toHaveProperty('kind');
    expect(index.search({ facets: ['kind'] }).facets).not.toHaveProperty('purpose');
    expect(index.search({ facets: [] }).facets).toEqual({});
  });

  it('that were not declared are refused', () => {
    const unknown = expect.objectContaining({ code: 'unknown-facet' });
    expect(() => index.search({ facets: ['size'] })).toThrow(unknown);
    expect(() => index.search({ filters: { size: 'big' } })).toThrow(unknown);
  });

  it('are filtered before the second try is decided on: a filter does not relax the query', () => {
    expect(index.search({ query: '暗号 講座', filters: { kind: 'video' } })).toMatchObject({
      total: 0,
      relaxed: false,
    });
  });
});
