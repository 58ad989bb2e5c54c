import { randomUUID } from 'node:crypto';
import { csvLine } from '@kakehashi/spreadsheets';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { importUpload } from '../../src/features/editorial/import/schema.ts';
import { createSavedSearches } from '../../src/platform/collections/saved-search.ts';
import { systemActor } from '../../src/platform/publishing/model.ts';
import { publication } from '../../src/platform/publishing/schema.ts';
import { readSheet } from '../../src/platform/workers/sheet-reading.ts';
import { features } from '../../src/portal.ts';
import type { BrowserSession } from '../browser-session.ts';
import { decide, fill, hidden, take, visitor } from '../editorial-visitors.ts';
import { openTestPortal, type TestPortal } from '../test-portal.ts';
import { trainingFeature } from './training.tsx';

let portal: TestPortal;
let provider: BrowserSession;
let reviewer: BrowserSession;

beforeAll(async () => {
  portal = await openTestPortal({ features: [...features, trainingFeature] });
  await addTopic();
  provider = await visitor(portal, 'provider');
  reviewer = await visitor(portal, 'reviewer');
});
afterAll(() => portal.stop());

const text = async (path: string) => (await portal.get(path)).text();
const json = async (path: string) => JSON.parse(await text(path));

/** Publishes a word of the kind's own facet whose values editors keep. */
async function addTopic(): Promise<void> {
  const { publishing, model, vocabulary } = portal.platform;
  const published = model.get('vocabulary');
  if (!published) throw new Error('no vocabulary');
  const topic = { 'supply-chain': { ja: '取引先', en: 'Supply chain' } };
  const basedOn = (await publishing.history('vocabulary')).length;
  const data = { ...published.data, topic };
  const now = new Date();
  await publishing.revise('vocabulary', { data, reason: 'a topic', basedOn }, systemActor, now);
  await publishing.publishOwn('vocabulary', 'a topic', now);
  await vi.waitFor(() => expect(vocabulary().has('topic', 'supply-chain')).toBe(true));
}

/** Enters a training step by step as its form asks, and has it reviewed. */
async function publishByForm(): Promise<void> {
  const begun = await textFor(provider, '/desk/new');
  expect(begun).toContain('value="training"');
  const [, owner = ''] = /<option value="([^"]*)"/.exec(begun) ?? [];
  const answer = await provider.post('/desk/new', { id: hidden(begun, 'id'), kind: 'training', owner });
  const [, id = ''] = /\/desk\/entries\/([^/]+)\/edit/.exec(answer.headers.get('location') ?? '') ?? [];
  await fill(provider, id, 'texts', {
    'title.ja': 'ランサムウェア机上演習',
    'title.en': 'Ransomware table-top exercise',
    'summary.ja': '暗号化された朝の判断を、机の上で練習します。',
    'summary.en': 'Practise the decisions of the morning after.',
    startsOn: '2027-03-01',
  });
  const choices = await textFor(provider, `/desk/entries/${id}/edit?step=choices`);
  for (const word of ['入門', '応用', '備え', '封じ込め', '復旧', '無料']) expect(choices).toContain(word);
  await fill(provider, id, 'choices', {
    difficulty: 'advanced',
    phases: 'contain',
    cost: 'free',
  });
  await fill(provider, id, 'more', { hours: '6', topics: 'supply-chain' });
  await provider.post(`/desk/entries/${id}/submit`, { reason: '新しい演習です' });
  await publish(id);
}

/** Enters another from the kind's own Excel template, in the words of its lists. */
async function publishByFile(): Promise<void> {
  const template = await provider.get('/desk/import/template/training.xlsx');
  const [headings = []] = (await readSheet(Buffer.from(await template.arrayBuffer()))).rows;
  const cells: Record<string, string> = {
    '名前（日本語） *': 'バックアップ復旧演習',
    '一文の説明（日本語） *': 'バックアップから戻す手順を確かめます。',
    '難しさ *': '入門',
    '局面 *': '備え、復旧',
    '費用 *': '有料',
    '開催日 *': '令和9年2月1日',
    時間数: '３',
  };
  for (const heading of Object.keys(cells)) expect(headings).toContain(heading);
  const [, owner = ''] = /<option value="([^"]+)"/.exec(await textFor(provider, '/desk/import')) ?? [];
  const id = randomUUID();
  const form = new FormData();
  for (const [name, value] of Object.entries({ id, kind: 'training', owner })) form.set(name, value);
  const rows = [headings, headings.map((heading) => cells[heading] ?? '')];
  form.set('file', new File([`\ufeff${rows.map(csvLine).join('')}`], '演習.csv'));
  await provider.upload('/desk/import', form);
  const { db } = portal.platform.connection;
  const upload = async () => (await db.select().from(importUpload).where(eq(importUpload.id, id)))[0];
  await expect.poll(async () => (await upload())?.state).toBe('checked');
  expect(await upload()).toMatchObject({ total: 1, faulty: 0 });
  await provider.post(`/desk/import/${id}`, { rows: 'valid', send: 'yes', reason: 'まとめて登録します' });
  await expect.poll(async () => (await upload())?.state).toBe('done');
  const sent = await db.select().from(publication).where(eq(publication.kind, 'training'));
  const entered = sent.find(({ state }) => state === 'submitted');
  expect(entered).toBeDefined();
  await publish(entered?.id ?? '');
}

async function publish(id: string): Promise<void> {
  await take(reviewer, id);
  await decide(reviewer, id, 'approve', { despite: '確かめました' });
  await expect.poll(() => portal.platform.model.get(id)?.kind).toBe('training');
}

async function textFor(browser: BrowserSession, path: string): Promise<string> {
  return (await browser.get(path)).text();
}

describe('a kind that is only declared, with a page and words,', () => {
  test('is entered by the form that its declaration makes, reviewed and published', publishByForm);
  test('is entered from a file by the template that its declaration makes', publishByFile);

  test('is browsed at the address of its collection, in both languages', async () => {
    const page = await text('/trainings');
    expect(page).toContain('<title>演習をさがす');
    expect(page).toContain('ランサムウェア机上演習');
    expect(page).toContain('バックアップ復旧演習');
    expect(page).toMatch(/facet-difficulty.*入門.*facet-phase.*封じ込め/s);
    const english = await text('/en/trainings');
    expect(english).toContain('Find a training');
    expect(english).toMatch(/First steps.*Containment.*facet-topic.*Topic.*Supply chain/s);
  });

  test('is narrowed by its own facets, by shared ones, and sorted by its own order', async () => {
    const narrowed = await text('/trainings?phase=contain');
    expect(narrowed).toContain('ランサムウェア机上演習');
    expect(narrowed).not.toContain('バックアップ復旧演習');
    expect(await text('/trainings?difficulty=%E5%85%A5%E9%96%80')).toContain('バックアップ復旧演習');
    expect(await text('/trainings?cost=paid')).not.toContain('ランサムウェア机上演習');
    const titles = (await json('/api/v1/trainings?sort=start')).items.map(
      ({ title }: { title: string }) => title,
    );
    expect(titles).toEqual(['バックアップ復旧演習', 'ランサムウェア机上演習']);
    expect(await text('/trainings?phase=contain&cost=paid')).toContain('合う演習がありません');
    expect(await text('/trainings?q=%E3%81%AA%E3%81%84')).toContain(
      'このことばが載っているページはありません',
    );
  });

  test('offers the way out of a search that finds nothing: to leave a facet aside, with all of its values', async () => {
    const words = encodeURIComponent('ランサムウェア');
    const page = await text(`/trainings?q=${words}&phase=prepare&phase=recover&difficulty=advanced`);
    expect(page).toContain('備え、復旧');
    const [, ways = ''] = /<ul class="way-out">(.*?)<\/ul>/s.exec(page) ?? [];
    const search = `/trainings?q=${words}`;
    expect([...ways.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
      `${search}&amp;difficulty=advanced`,
    ]);
    const find = vi.spyOn(portal.platform.search, 'find');
    const regions = Array.from({ length: 47 }, (_, at) => `region=${String(at + 1).padStart(2, '0')}`);
    await text(`/en/search?q=zzzz&${regions.join('&')}&purpose=know&purpose=protect`);
    expect(find.mock.calls.length).toBeLessThan(10);
    find.mockRestore();
  });

  test('leaves other collections their own filters, and is found by the search of the whole site', async () => {
    const found = await text(`/search?q=${encodeURIComponent('机上演習')}`);
    expect(found).toContain('href="/trainings/');
    expect(found).not.toContain('facet-difficulty');
    // By the word of a facet that no sentence of the record holds.
    expect(await text('/search?q=containment')).toContain('href="/trainings/');
  });

  test('has a page of its own, which cards lead to', async () => {
    const [, href = ''] = /href="(\/trainings\/[^"?]+)"/.exec(await text('/trainings?phase=contain')) ?? [];
    expect(await text(href)).toContain('開催日 2027-03-01');
    expect(await text(`/en${href}`)).toContain('Ransomware table-top exercise');
    expect(await text('/sitemap.xml')).toContain(`${href}</loc>`);
    expect(await text('/sitemap.xml')).toContain('/en/trainings</loc>');
    expect(await text('/site-map')).toContain('href="/trainings"');
  });

  test('is read by programs, with its own facets and fields', async () => {
    const { total, items, facets } = await json('/api/v1/trainings?difficulty=advanced');
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({
      kind: 'training',
      difficulty: '応用',
      phases: ['contain'],
      cost: 'free',
      topics: ['supply-chain'],
      startsOn: '2027-03-01',
      hours: 6,
    });
    expect(facets.difficulty).toContainEqual({ value: '入門', count: 1 });
    expect(facets.kind).toEqual([{ value: 'training', count: 1 }]);
    expect(await json(`/api/v1/trainings/${items[0].id}?lang=en`)).toMatchObject({
      title: 'Ransomware table-top exercise',
      difficulty: 'Advanced',
    });
    expect((await json('/api/v1/entries?kind=training&phase=recover')).total).toBe(1);
    expect((await json('/api/v1/entries?topic=supply-chain')).total).toBe(1);
    for (const query of ['phase=fly', 'topic=fly'])
      expect((await portal.get(`/api/v1/trainings?${query}`)).status).toBe(400);
    expect((await portal.get('/api/v1/trainings?purpose=know')).status).toBe(400);
    expect((await portal.get('/api/v1/trainings/cyder')).status).toBe(404);
  });

  test('is described in the OpenAPI document', async () => {
    const { paths, components } = await json('/api/v1/openapi.json');
    const { operationId, parameters } = paths['/api/v1/trainings'].get;
    expect(operationId).toBe('listTrainings');
    const phases = parameters.find(({ name }: { name: string }) => name === 'phase');
    expect(phases.schema.items.enum).toEqual(['prepare', 'contain', 'recover']);
    expect(Object.keys(components.schemas.Training.properties)).toEqual(
      expect.arrayContaining(['difficulty', 'phases', 'startsOn', 'hours']),
    );
    expect(components.schemas.Entry.properties).not.toHaveProperty('difficulty');
  });

  test.each([
    ['', '応用', 'ランサムウェア机上演習'],
    ['/en', 'Advanced', 'Ransomware table-top exercise'],
  ])('is open data under %s/open-data, explained on its page', async (prefix, word, title) => {
    const csv = await text(`${prefix}/open-data/trainings.csv`);
    expect(csv).toContain('difficulty,phases,cost,topics,startsOn,hours,');
    expect(csv).toMatch(new RegExp(`training,${title},.*,${word},contain,free,supply-chain,2027-03-01,6,`));
    expect(csv).toContain(',prepare;recover,');
    const { entries } = await json(`${prefix}/open-data/trainings.json`);
    expect(entries.map((entry: { title: string }) => entry.title)).toContain(title);
    expect((await json(`${prefix}/open-data/trainings.jsonld`)).numberOfItems).toBe(2);
    const catalog = await text('/open-data/catalog.jsonld');
    expect(catalog).toContain(`${prefix}/open-data/trainings.csv`);
    const page = await text(`${prefix}/open-data`);
    expect(page).toContain(`href="${prefix}/open-data/trainings.csv"`);
    expect(page).toContain('<code>phases</code>');
  });

  test('is followed by feed and by mail', async () => {
    expect(await text('/feeds/trainings.atom')).toContain('ランサムウェア机上演習');
    expect(await text('/trainings')).toContain('title="架け橋 — 新しい演習" href="/feeds/trainings.atom"');
    expect(await text('/en/feeds/trainings.atom?phase=recover')).not.toContain('Ransomware');
    expect(await text('/trainings?phase=contain')).toContain(
      'href="/alerts/new?collection=trainings&amp;phase=contain"',
    );
    expect(await text('/alerts/new?collection=trainings&phase=contain')).toContain('演習、封じ込め');
    const saved = createSavedSearches(portal.platform.collections, 'http://x');
    const conditions = saved.conditions(new URLSearchParams('collection=trainings&phase=contain&page=3'));
    expect(saved.pagePath(conditions)).toBe('/trainings?phase=contain');
    expect(saved.newest(conditions, 'ja', 10)).toHaveLength(1);
  });
});
