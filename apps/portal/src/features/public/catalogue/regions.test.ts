import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readApiQuery } from '../../../platform/collections/api-parameters.ts';
import { offeredSorts } from '../../../platform/collections/offered-sorts.ts';
import {
  type CollectionQuery,
  everything,
  queryPath,
  readQuery,
} from '../../../platform/collections/query.ts';
import { createSavedSearches } from '../../../platform/collections/saved-search.ts';
import { derivedOf } from '../../../platform/publishing/derived.ts';
import { resultsView } from '../../../ui/collections/results-view.ts';
import type { Catalogue } from './catalogue.ts';
import { catalogueCollection } from './collection.ts';
import { contentCatalogue, japaneseReader, publishedRecord } from './testing/content-catalogue.ts';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await contentCatalogue();
});
const all = { limit: 1_000, offset: 0, counts: ['region', 'category'] };
/** Regions of initiatives stand in a field; those of other kinds may follow from dates. */
const kinds = ['initiative'];
const find = (query: Partial<CollectionQuery>) =>
  catalogue.search.find({ ...everything, kinds, ...query }, all);
const regionsOf = (id: string) =>
  (catalogue.pick([id])[0]?.data as { regions?: string[] } | undefined)?.regions ?? [];

describe('a region', () => {
  it('finds what is nationwide too, and counts it', () => {
    const nationwide = find({ filters: { region: ['nationwide'] } });
    const hokkaido = find({ filters: { region: ['01'] } });
    expect(hokkaido.total).toBe(nationwide.total);
    expect(hokkaido.total).toBeGreaterThan(70);
    expect(hokkaido.facets.region?.get('01')).toBe(hokkaido.total);
    const tokyo = find({ filters: { region: ['13'] } });
    expect(tokyo.facets.region?.get('13')).toBe(tokyo.total);
    expect(tokyo.total).toBeGreaterThan(nationwide.total);
    const whole = catalogue.search.find({ ...everything, filters: { region: ['13'] } }, all).total;
    expect(catalogue.search.counts().region?.get('13')).toBe(whole);
  });

  it('shows its own before what is nationwide, page by page as in one', () => {
    const ids = find({ filters: { region: ['13'] } }).hits.map(({ id }) => id);
    const own = ids.filter((id) => regionsOf(id).includes('13'));
    expect(own.length).toBeGreaterThan(0);
    expect(ids.slice(0, own.length)).toEqual(own);
    fc.assert(
      fc.property(fc.nat(90), fc.integer({ min: 1, max: 30 }), (offset, limit) => {
        const query = { ...everything, kinds, filters: { region: ['13'] } };
        const { hits } = catalogue.search.find(query, { limit, offset });
        expect(hits.map(({ id }) => id)).toEqual(ids.slice(offset, offset + limit));
      }),
    );
  });

  it('keeps to the order that was asked for', () => {
    const byTitle = find({ filters: { region: ['13'] }, sort: 'title' }).hits.map(({ id }) => id);
    const unfiltered = find({ sort: 'title' }).hits.map(({ id }) => id);
    expect(byTitle).toEqual(unfiltered.filter((id) => byTitle.includes(id)));
  });

  it('names on the card what is nationwide, and only where another region was asked for', () => {
    const cards = (region: string[]) =>
      resultsView({ ...everything, kinds, filters: { region } }, catalogue, japaneseReader).cards;
    const marked = cards(['13']).map(({ id, everywhere }) => [id, everywhere?.text]);
    for (const [id, word] of marked)
      expect([id, word]).toEqual([id, regionsOf(id!).includes('13') ? undefined : '全国']);
    expect(cards(['nationwide']).every(({ everywhere }) => everywhere === undefined)).toBe(true);
  });

  it('is found once where it is given beside “nationwide”', async () => {
    const [given] = catalogue.pick(['tokyo-cyber']);
    const twice = publishedRecord({
      ...given!,
      id: 'both',
      data: { ...given!.data, regions: ['nationwide', '13'] },
    });
    const other = await contentCatalogue([twice]);
    const { hits, total } = other.search.find({ ...everything, filters: { region: ['13'] } }, all);
    const ids = hits.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(total);
    expect(ids).toContain('both');
  });

  it('does the same in saved searches', () => {
    const saved = createSavedSearches(
      { all: () => [catalogue], find: () => undefined, whole: catalogue } as never,
      'https://example.jp',
    );
    const newest = saved.newest('region=01', 'ja', 100).map(({ entry }) => entry.id);
    expect(newest).toContain('cyder');
  });
});

describe('types that became part of another', () => {
  it('are ten or so, and none has a single record', () => {
    const { category } = catalogue.search.counts();
    expect(category!.size).toBeGreaterThanOrEqual(9);
    expect(category!.size).toBeLessThanOrEqual(12);
    for (const [name, count] of category!) expect([name, count > 1]).toEqual([name, true]);
  });

  it.each([
    ['reporting', 'consultation-desk'],
    ['届出', 'consultation-desk'],
    ['Visiting lecture', 'class'],
    ['出前講座', 'class'],
    ['development', 'exercise'],
    ['手引', 'guide'],
    ['教材', 'material'],
    ['相談窓口', 'consultation-desk'],
    ['Exercise', 'exercise'],
  ])('go on to be found in an address, an API call and a saved search: %s', (word, current) => {
    const params = new URLSearchParams({ category: word });
    const page = readQuery(params, catalogueCollection, catalogue.vocabulary());
    expect(page.filters.category).toEqual([current]);
    expect(queryPath(page, catalogueCollection)).toBe(`/search?category=${current}`);
    const api = readApiQuery(params, catalogue);
    expect(api.ok && api.value.query.filters.category).toEqual([current]);
  });

  it('keep contests apart from associations', () => {
    const of = (filters: CollectionQuery['filters']) => find({ filters }).hits.map(({ id }) => id);
    expect(of({ purpose: ['compete'] })).toEqual(expect.arrayContaining(['seccon', 'kosen-contest']));
    for (const id of ['ict-isac', 'f-isac', 'j-auto-isac', 'nca', 'sc3']) {
      expect(of({ purpose: ['compete'] })).not.toContain(id);
      expect(of({ purpose: ['connect'] })).toContain(id);
      expect(of({ category: ['competition'] })).not.toContain(id);
    }
  });

  it('leave adults about half of the records, not nearly all', () => {
    expect(catalogue.search.counts().age?.get('adult')).toBeLessThan(45);
  });
});

describe('the sorts offered', () => {
  const names = (from: Catalogue, hasWords: boolean) => offeredSorts(from, hasWords).map(({ name }) => name);

  it('are those by which records differ', () => {
    expect(names(catalogue, false)).toEqual(['newest', 'soonest', 'title']);
    expect(names(catalogue, true)).toEqual(['relevance', 'newest', 'soonest', 'title']);
  });

  it('take in the last confirmation once one record is confirmed', async () => {
    const confirmed = await contentCatalogue([], (record) =>
      record.id === 'cyder' ? { ...record, confirmedOn: '2026-11-01' } : record,
    );
    expect(names(confirmed, false)).toEqual(['newest', 'confirmed', 'soonest', 'title']);
  });

  it('leave out what sorts nothing', async () => {
    const sameDay = await contentCatalogue([], (record) => ({ ...record, enteredOn: '2026-11-30' }));
    expect(names(sameDay, false)).toEqual(['relevance', 'soonest', 'title']);
  });

  it('put what has a next day first, in the order of these days', () => {
    const now = new Date();
    const days = find({ sort: 'soonest' }).hits.map(({ id }) => {
      const record = catalogue.model.get(id);
      const kind = record && catalogue.kind(record);
      return kind ? (derivedOf(kind, record, now)?.sortKeys.nextStart ?? null) : null;
    });
    const dated = days.filter((day) => day !== null);
    expect(dated.length).toBeGreaterThan(0);
    expect(days.slice(0, dated.length)).toEqual(dated.toSorted());
  });

  it('put what was entered last first among what was published on one day', () => {
    const [first] = find({ sort: 'newest' }).hits;
    expect(catalogue.model.get(first!.id)?.enteredOn).toBe('2026-11-30');
  });
});
