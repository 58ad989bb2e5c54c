import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { programmeKind } from './kinds/programme.ts';

let portal: TestPortal;
const now = new Date();
beforeAll(async () => {
  portal = await openTestPortal({ now: () => now });
});
afterAll(() => portal.stop());

const text = async (path: string) => (await portal.get(path)).text();
const json = async (path: string) => JSON.parse(await text(path));

describe('the sample programmes', () => {
  it('are spread over people, levels, regions and prices, and marked as samples', async () => {
    const { total, items, facets } = await json('/api/v1/programmes?limit=100');
    expect(total).toBeGreaterThanOrEqual(40);
    expect(items.every(({ sample }: { sample: boolean }) => sample)).toBe(true);
    for (const [facet, values] of Object.entries({
      people: 6,
      level: 4,
      'price-band': 5,
      region: 15,
      benefit: 3,
      start: 5,
    }))
      expect(facets[facet].filter(({ count }: { count: number }) => count > 0).length).toBeGreaterThanOrEqual(
        values,
      );
  });

  it('have every sort that the collection declares, in its order', async () => {
    const soonest = await json('/api/v1/programmes?sort=soonest&limit=100');
    expect(soonest.items.map(({ starts }: { starts: string[] }) => starts.includes('any-time'))).toContain(
      true,
    );
    const prices = (await json('/api/v1/programmes?sort=price&limit=100')).items;
    expect(prices[0].priceFrom).toBe(0);
    const hours = (await json('/api/v1/programmes?sort=hours&limit=100')).items.map(
      ({ totalHours }: { totalHours: number }) => totalHours,
    );
    expect(hours).toEqual([...hours].sort((a, b) => a - b));
  });

  it('are found among all entries by the facets of their own', async () => {
    const { total } = await json('/api/v1/entries?kind=programme&people=executives&level=first');
    expect(total).toBeGreaterThan(1);
    expect((await json('/api/v1/entries?kind=programme&skill=inc-plan')).total).toBeGreaterThan(0);
  });

  it('have pages in both languages', async () => {
    for (const id of portal.platform.model
      .ofKind(programmeKind.name)
      .map((record) => record.id)
      .slice(0, 3)) {
      expect((await portal.get(`/programmes/${id}`)).status).toBe(200);
      expect(await text(`/en/programmes/${id}`)).toContain('Apply on the official page');
    }
    expect(await text('/programmes')).toContain('プラス・セキュリティの講座');
  });
});

describe('by the declaration of the collection, in both languages,', () => {
  it('there are feeds, mail alerts, the site map, the API’s document and open data', async () => {
    expect(await text('/feeds/programmes.atom')).toContain('架け橋 — 新しく載った講座');
    const english = await text('/en/feeds/programmes.atom?people=executives');
    expect(english).toContain('Cyber risk for boards in half a day');
    expect(english).not.toContain('Secure coding for web developers');
    expect(await text('/alerts/new?collection=programmes&people=executives&start=2027-02')).toContain(
      '講座、経営層、2027年2月',
    );
    expect(await text('/sitemap.xml')).toContain('/en/programmes/board-decisions</loc>');
    expect(await text('/site-map')).toContain('href="/programmes/compare"');
    const { paths } = await json('/api/v1/openapi.json');
    const names = paths['/api/v1/programmes'].get.parameters.map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(['people', 'skill', 'price-band', 'start', 'benefit']));
    const jsonLd = await json('/en/open-data/programmes.jsonld');
    expect(JSON.stringify(jsonLd)).toContain('"@type":"Course"');
    expect(await text('/open-data/programmes.csv')).toContain(
      'people,level,deliveries,regions,starts,priceBand',
    );
    expect(await text('/open-data/programmes.values.csv')).toContain('board-decisions,people,executives');
  });

  it('the API refuses values that no facet has, and takes words as well as codes', async () => {
    expect((await portal.get('/api/v1/programmes?people=robots')).status).toBe(400);
    const byWord = await json(`/api/v1/programmes?people=${encodeURIComponent('経営層')}&lang=en`);
    expect(byWord.total).toBe((await json('/api/v1/programmes?people=executives')).total);
  });
});
