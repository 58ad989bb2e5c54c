import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { problemSchema } from '../../../platform/collections/api-schema.ts';

const values = z.array(z.string());
/** An entry exactly as programs know it. */
const entrySchema = z.strictObject({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  summary: z.string(),
  description: z.string().nullable(),
  operator: z.string().nullable(),
  url: z.string(),
  page: z.string(),
  lang: z.enum(['ja', 'en']),
  purposes: values,
  ages: values,
  affiliations: values,
  category: z.string().nullable(),
  regions: values,
  cost: z.string().nullable(),
  formats: values,
  grades: values,
  subjects: values,
  copying: z.string().nullable(),
  pageLanguages: values,
  status: z.string().nullable(),
  addressSeen: z.string().nullable(),
  heldOn: z.array(z.iso.date()),
  applyBy: z.iso.date().nullable(),
  everyYear: z.string().nullable(),
  minutes: z.int().nullable(),
  telephone: z.string().nullable(),
  hours: z.string().nullable(),
  mail: z.string().nullable(),
  contactForm: z.string().nullable(),
  image: z.url().nullable(),
  imageAlt: z.string().nullable(),
  imageCredit: z.string().nullable(),
  enteredOn: z.iso.date(),
  confirmedOn: z.iso.date().nullable(),
  updatedOn: z.iso.date(),
  sample: z.boolean(),
});
const entriesSchema = z.strictObject({
  total: z.int(),
  items: z.array(entrySchema),
  facets: z.record(z.string(), z.array(z.strictObject({ value: z.string(), count: z.int() }))),
  relaxed: z.boolean(),
  suggestions: values,
});

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
});
afterAll(() => portal.stop());

const address = (parameters: Record<string, string | string[]>) => {
  const params = new URLSearchParams();
  for (const [name, values] of Object.entries(parameters))
    for (const value of [values].flat()) params.append(name, value);
  return `/api/v1/entries?${params}`;
};
/** The body of an answer, as yet unchecked. */
const json = async (path: string) => JSON.parse(await (await portal.get(path)).text());
const list = async (parameters: Record<string, string | string[]> = {}) =>
  entriesSchema.parse(await (await portal.get(address(parameters))).json());
const refusal = async (parameters: Record<string, string | string[]>) => {
  const response = await portal.get(address(parameters));
  expect(response.status).toBe(400);
  expect(response.headers.get('content-type')).toMatch('application/problem+json');
  return problemSchema.parse(await response.json());
};

describe('the list of entries', () => {
  test('holds the 80 initiatives of the content, special features, programmes and learning routes', async () => {
    expect((await list({ kind: 'initiative' })).total).toBe(80);
    expect((await list({ kind: 'feature' })).total).toBe(3);
    expect((await list({ kind: 'programme' })).total).toBe(45);
    expect((await list({ kind: 'learning-route' })).total).toBe(4);
    expect((await list()).total).toBe(132);
  });

  test('finds by a word, and by another word of the same meaning', async () => {
    const found = await list({ q: 'ランサムウェア', kind: 'initiative' });
    expect(found.items.map(({ id }) => id)).toContain('no-more-ransom');
    const meant = await list({ q: '身代金ウイルス', kind: 'initiative' });
    expect(meant.items.map(({ id }) => id)).toContain('no-more-ransom');
  });

  test('finds by the words of the axes, whether or not a sentence of the record holds them', async () => {
    const found = await list({ q: '中小企業 無料', kind: 'initiative', limit: '100' });
    const filtered = await list({ affiliation: 'sme', cost: 'free', kind: 'initiative', limit: '100' });
    const ids = found.items.map(({ id }) => id);
    expect(filtered.total).toBeGreaterThan(0);
    for (const { id } of filtered.items) expect(ids).toContain(id);
    expect((await list({ q: 'シニア' })).items[0]?.ages).toContain('senior');
    expect((await list({ q: 'small companies free' })).relaxed).toBe(false);
  });

  test('narrows by each axis: values of one are alternatives, axes add up', async () => {
    const senior = await list({ age: 'senior' });
    expect(senior.items.every(({ ages }) => ages.includes('senior'))).toBe(true);
    const either = await list({ purpose: ['qualify', 'hire'], limit: '100' });
    expect(
      either.items.every(({ purposes }) => purposes.includes('qualify') || purposes.includes('hire')),
    ).toBe(true);
    const both = await list({ purpose: 'consult', affiliation: 'sme', limit: '100' });
    expect(
      both.items.every((item) => item.purposes.includes('consult') && item.affiliations.includes('sme')),
    ).toBe(true);
    expect(both.total).toBeGreaterThan(0);
  });

  test('takes a category by its word and by its code', async () => {
    const byWord = await list({ category: '相談窓口' });
    const byCode = await list({ category: 'consultation-desk' });
    expect(byWord.total).toBeGreaterThan(0);
    expect(byWord.items).toEqual(byCode.items);
    expect(byWord.items.every(({ category }) => category === '相談・届出の窓口')).toBe(true);
  });

  test('counts a facet as if its own values were not set', async () => {
    const all = await list();
    const narrowed = await list({ purpose: 'train' });
    expect(narrowed.facets.purpose).toEqual(all.facets.purpose);
    expect(narrowed.facets.age).not.toEqual(all.facets.age);
    const train = all.facets.purpose?.find(({ value }) => value === 'train');
    expect(train?.count).toBe(narrowed.total);
  });

  test('is read in pages that do not overlap', async () => {
    const pages = await Promise.all(
      ['0', '50', '100'].map((offset) => list({ limit: '50', offset, sort: 'title' })),
    );
    const ids = pages.flatMap(({ items }) => items.map(({ id }) => id));
    expect(ids).toHaveLength(132);
    expect(new Set(ids).size).toBe(132);
  });

  test('speaks English where asked', async () => {
    const [item] = (await list({ q: 'CYDER', lang: 'en' })).items;
    expect(item).toMatchObject({
      id: 'cyder',
      lang: 'en',
      page: expect.stringContaining('/en/initiatives/cyder'),
    });
  });

  test('shows when an entry was entered, and that its operator has not confirmed it yet', async () => {
    const { items } = await list({ limit: '100' });
    expect(
      items.every(
        ({ enteredOn, confirmedOn }) => /^2026-11-(23|30)$/.test(enteredOn) && confirmedOn === null,
      ),
    ).toBe(true);
  });
});

describe('a wrong call', () => {
  test.each([
    [{ colour: 'red' }, 'colour'],
    [{ purpose: 'fly' }, 'purpose'],
    [{ age: ['senior', 'dinosaur'] }, 'age'],
    [{ kind: 'poem' }, 'kind'],
    [{ limit: '1000' }, 'limit'],
    [{ limit: '-1' }, 'limit'],
    [{ limit: 'many' }, 'limit'],
    [{ offset: '1.5' }, 'offset'],
    [{ sort: 'random' }, 'sort'],
    [{ lang: 'fr' }, 'lang'],
    [{ q: ['a', 'b'] }, 'q'],
    [{ constructor: 'x' }, 'constructor'],
    [{ region: '__proto__' }, 'region'],
  ])('%j is refused by name', async (parameters, name) => {
    const problem = await refusal(parameters as Record<string, string>);
    expect(problem.problems.map(({ parameter }) => parameter)).toContain(name);
  });

  test('names everything that is wrong at once', async () => {
    const problem = await refusal({ colour: 'red', sort: 'x', limit: 'y' });
    expect(problem.problems.map(({ parameter }) => parameter)).toEqual(['colour', 'sort', 'limit']);
  });
});

describe('one entry', () => {
  test('is given by its id', async () => {
    const response = await portal.get('/api/v1/entries/cyder');
    expect(entrySchema.parse(await response.json())).toMatchObject({ id: 'cyder', kind: 'initiative' });
  });

  test('asked for with a wrong parameter is refused in the words of the list', async () => {
    const problems = async (parameters: string) =>
      problemSchema.parse(await json(`/api/v1/entries/cyder?${parameters}`)).problems;
    expect(await problems('colour=red')).toMatchObject([{ code: 'unknown-parameter', parameter: 'colour' }]);
    expect(await problems('lang=fr')).toMatchObject([{ code: 'invalid-value', parameter: 'lang' }]);
  });

  test('that does not exist, or is no entry, is not found', async () => {
    for (const id of ['nothing', 'about', 'vocabulary', '__proto__']) {
      const response = await portal.get(`/api/v1/entries/${id}`);
      expect(response.status).toBe(404);
      expect(problemSchema.parse(await response.json()).problems[0]?.parameter).toBe('id');
    }
  });
});

describe('an answer', () => {
  test('is not sent again while it has not changed', async () => {
    const first = await portal.get('/api/v1/entries');
    const again = await portal.get('/api/v1/entries', { 'If-None-Match': first.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
    expect(first.headers.get('cache-control')).toContain('max-age');
  });

  test('may be read by scripts of other sites', async () => {
    expect((await portal.get('/api/v1/entries')).headers.get('access-control-allow-origin')).toBe('*');
  });

  test('is compressed for who takes it', async () => {
    const packed = await portal.get('/api/v1/entries', { 'Accept-Encoding': 'gzip' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(JSON.parse(await packed.text()).total).toBe(132);
  });
});

test('suggestions are given for a beginning alone', async () => {
  const response = await portal.get('/api/v1/suggest?q=a&limit=3');
  expect(response.status).toBe(400);
  const { problems } = problemSchema.parse(await response.json());
  expect(problems).toMatchObject([{ code: 'unknown-parameter', parameter: 'limit' }]);
});

test('suggestions complete what is being typed', async () => {
  const { suggestions } = await json(`/api/v1/suggest?q=${encodeURIComponent('ランサム')}`);
  expect(suggestions).toContain('ランサムウェア');
});

test('suggestions name the page that is asked for, in the language of the reader', async () => {
  const q = encodeURIComponent('怪しいSMS');
  const { pages } = await json(`/api/v1/suggest?q=${q}`);
  expect(pages[0]).toMatchObject({ url: expect.stringMatching(/\/help\/suspicious-message$/) });
  const english = await json('/api/v1/suggest?lang=en&q=I%20was%20hacked');
  expect(english.pages[0]).toMatchObject({
    title: 'My account has been taken over',
    url: expect.stringMatching(/\/en\/help\/account$/),
  });
  expect((await json('/api/v1/suggest?q=')).pages).toEqual([]);
  expect((await portal.get('/api/v1/suggest?q=a&lang=fr')).status).toBe(400);
});

test('the document says in both languages what each field of an entry means', async () => {
  const { components } = await json('/api/v1/openapi.json');
  const { properties } = components.schemas.Entry as { properties: Record<string, { description?: string }> };
  for (const [name, { description }] of Object.entries(properties))
    expect(description, name).toMatch(/^[^ぁ-龠]+\S* \/ .*[ぁ-龠]/);
  expect(properties.summary?.description).toContain('80字');
});

test('the document describes each field that an entry has, and no other', async () => {
  const { components } = await json('/api/v1/openapi.json');
  expect(Object.keys(components.schemas.Entry.properties)).toEqual(Object.keys(entrySchema.shape));
  expect(Object.keys(components.schemas.Entries.properties)).toEqual(Object.keys(entriesSchema.shape));
});

test('the document describes exactly the parameters that calls may have', async () => {
  const document = await json('/api/v1/openapi.json');
  expect(document.openapi).toBe('3.1.0');
  const described: string[] = document.paths['/api/v1/entries'].get.parameters.map(
    ({ name }: { name: string }) => name,
  );
  const limit = document.paths['/api/v1/entries'].get.parameters.find(
    ({ name }: { name: string }) => name === 'limit',
  );
  expect(limit.schema).toEqual({
    type: 'integer',
    format: 'int32',
    minimum: 0,
    maximum: 100,
    default: 20,
  });
  for (const name of described) {
    const { problems } = await refusal({ [name]: ['\u0001', '\u0001'], stranger: '1' });
    expect(problems.filter(({ code }) => code === 'unknown-parameter')).toHaveLength(1);
  }
  expect(described).toEqual(
    expect.arrayContaining([
      'q',
      'kind',
      'purpose',
      'age',
      'affiliation',
      'category',
      'region',
      'lang',
      'sort',
      'limit',
      'offset',
    ]),
  );
});

test('an address of the API where there is nothing answers with a problem', async () => {
  const response = await portal.get('/api/v1/nowhere');
  expect(response.status).toBe(404);
  expect(problemSchema.parse(await response.json()).status).toBe(404);
});

describe('a script of another site', () => {
  const call = (method: string, path: string) =>
    fetch(`http://127.0.0.1:${portal.port}${path}`, { method, headers: { Origin: 'https://other.example' } });

  test.each(['/api/v1/entries', '/api/v1/entries?colour=red', '/api/v1/nowhere'])(
    'may read the answer of %s, refusals included',
    async (path) => {
      expect((await call('GET', path)).headers.get('access-control-allow-origin')).toBe('*');
    },
  );

  test('is told beforehand that it may read, and only read', async () => {
    const asked = await call('OPTIONS', '/api/v1/entries');
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS');
    const written = await call('POST', '/api/v1/entries');
    expect(written.status).toBe(405);
    expect(written.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    expect(problemSchema.parse(await written.json()).problems[0]?.code).toBe('only-for-reading');
  });
});
