import { csvLine } from '@kakehashi/spreadsheets';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { BrowserSession } from '../../../../test/browser-session.ts';
import { visitor } from '../../../../test/editorial-visitors.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { dataOf } from '../../../platform/publishing/kind.ts';
import { readSheet } from '../../../platform/workers/sheet-reading.ts';
import { programmeKind } from './kinds/programme.ts';

let portal: TestPortal;
let provider: BrowserSession;
let editor: BrowserSession;
let now = new Date('2026-12-01T03:00:00Z');
const id = 'own-programme';

beforeAll(async () => {
  portal = await openTestPortal({ now: () => now });
  provider = await visitor(portal, 'provider');
  editor = await visitor(portal, 'editor');
  const { model, publishing } = portal.platform;
  const begun = await (await provider.get('/desk/new')).text();
  const [, ownerId = ''] = /<option value="([^"]+)"/.exec(begun) ?? [];
  const data = { ...dataOf(programmeKind, model.get('pipeline')!), title: { ja: '自分の講座' }, runs: [] };
  await publishing.publishDirectly({ id, kind: 'programme', data, reason: 'new', ownerId }, now);
  await vi.waitUntil(() => model.get(id));
});
afterAll(() => portal.stop());

const text = async (path: string, of: Pick<BrowserSession, 'get'> = portal) => (await of.get(path)).text();
const runsShown = () => dataOf(programmeKind, portal.platform.model.get(id)!).runs ?? [];
const addRun = (fields: Record<string, string>) => provider.post(`/desk/programmes/${id}`, fields);
const online = { run: '', days: '2027-01-15', from: '9:30', to: '17:00', place: 'online', state: 'open' };

async function sendFile(rows: readonly (readonly string[])[], browser = provider): Promise<string> {
  const form = new FormData();
  form.set('file', new File([`\ufeff${rows.map(csvLine).join('')}`], '日程.csv'));
  return (await browser.upload('/desk/programmes/file', form)).text();
}

describe('a provider', () => {
  it('adds a run that is public at once, marks it as full and cancels it, all without review', async () => {
    expect(await text('/desk/programmes', provider)).toContain('自分の講座');
    expect((await addRun(online)).status).toBe(303);
    await expect.poll(() => runsShown().length).toBe(1);
    expect(await text(`/programmes/${id}`)).toContain('2027年1月15日（金）');
    const [{ id: run } = { id: '' }] = runsShown();
    for (const state of ['full', 'cancelled'] as const) {
      await provider.post(`/desk/programmes/${id}/state`, { run, state });
      await expect.poll(() => runsShown()[0]?.state).toBe(state);
    }
    expect(await text(`/programmes/${id}`)).toContain('中止');
    const history = await portal.platform.publishing.history(id);
    expect(history.at(-1)?.author).not.toBe('system');
  });

  it('is told in the form what is missing, and loses nothing of what was typed', async () => {
    const answer = await addRun({ ...online, place: 'onsite', venue: '見本会館' });
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain('都道府県を選んでください');
    expect(page).toContain('見本会館');
  });

  it('reaches no programme of others, and editors none of an organisation’s', async () => {
    expect((await provider.get('/desk/programmes/pipeline')).status).toBe(404);
    expect((await provider.post('/desk/programmes/pipeline', online)).status).toBe(404);
    const anonymous = await portal.get(`/desk/programmes/${id}`);
    expect(anonymous.status).not.toBe(200);
    expect((await editor.get('/desk/programmes/pipeline')).status).toBe(200);
  });
});

describe('a file of runs', () => {
  it('is made from the template, enters what can be read and names the rest by its place', async () => {
    const template = await provider.get('/desk/programmes/files/template.xlsx');
    const [headings = []] = (await readSheet(Buffer.from(await template.arrayBuffer()))).rows;
    const row = (cells: Record<string, string>) =>
      headings.map((heading) => cells[heading.replace(' *', '')] ?? '');
    const good = {
      講座: '自分の講座',
      開催日: '2027-02-03、2027-02-10',
      開始時刻: '18:30',
      終了時刻: '20:30',
      会場かオンラインか: '会場',
      会場の都道府県: '北海道',
      空き: '受付中',
    };
    const rows = [headings, row(good), row({ ...good, 開催日: '2027-03-03', 会場の都道府県: '江戸' })];
    const page = await sendFile(rows);
    expect(page).toContain('新しく載せた日程 1件');
    expect(page).toContain('一覧にないことばです：江戸');
    expect(page).toMatch(/セル [A-Z]+3/);
    await expect.poll(() => runsShown().length).toBe(2);
    const { length } = await portal.platform.publishing.history(id);
    const again = await sendFile(rows);
    expect(again).toContain('新しく載せた日程 0件、直した日程 0件、変わらなかった日程 1件');
    expect(await portal.platform.publishing.history(id)).toHaveLength(length);
  });

  it('says what to do where it is no table of runs', async () => {
    expect(
      await sendFile([
        ['名前', '電話'],
        ['a', 'b'],
      ]),
    ).toContain('項目の名前の行が見つかりませんでした');
  });

  it('is taken in the calendar, found by its prefecture and told in the open data', async () => {
    const [, run] = runsShown();
    const file = await text(`/programmes/${id}/runs/${run?.id}.ics`);
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(file).toContain('DTSTART;TZID=Asia/Tokyo:20270203T183000');
    expect(file).toContain('DTEND;TZID=Asia/Tokyo:20270203T203000');
    expect(file).toContain(`UID:${id}.${run?.id}.1@`);
    expect(await text('/en/programmes.ics?region=01&start=2027-02')).toContain(`UID:${id}.${run?.id}.2@`);
    expect(await text('/programmes.ics?start=2027-05')).not.toContain(`UID:${id}.`);
    expect(await text('/programmes?start=2027-02&region=01')).toContain(`href="/programmes/${id}"`);
    expect(await text('/open-data/programmes.runs.csv')).toContain(
      `${id},${run?.id},自分の講座,2027-02-03;2027-02-10,18:30`,
    );
    const { runs } = JSON.parse(await text('/en/open-data/programmes.runs.json'));
    expect(runs.some(({ record }: { record: string }) => record === id)).toBe(true);
    expect(await text('/open-data/csv-metadata.json')).toContain('/open-data/programmes.runs.csv');
    expect(await text('/open-data/catalog.jsonld')).toContain('/open-data/programmes.runs.csv');
    expect(await text('/open-data')).toContain('href="/open-data/programmes.runs.csv"');
  });
});

describe('as time passes, without a write and without a restart', () => {
  it('a run is closed when it begins, gone by the hour it ends, and its month no longer found', async () => {
    const { sequence } = portal.platform.model;
    now = new Date('2027-02-03T10:00:00Z');
    expect(await text(`/en/programmes/${id}`)).toContain('Under way');
    expect(await text('/programmes?start=2027-02&region=01')).not.toContain(`href="/programmes/${id}"`);
    expect(await text(`/programmes/${id}`)).toContain('いま申し込める日程はありません');
    now = new Date('2027-02-10T11:29:00Z');
    expect(await text(`/programmes/${id}`)).toContain('2027年2月3日');
    now = new Date('2027-02-10T11:30:01Z');
    await expect.poll(() => text(`/programmes/${id}`)).not.toContain('2027年2月3日');
    expect(await text('/open-data/programmes.runs.csv')).not.toContain(`${id},`);
    expect(await text(`/programmes/${id}`)).toContain('/alerts/new?collection=programmes&amp;q=');
    expect(portal.platform.model.sequence).toBe(sequence);
  });
});
