import { randomUUID } from 'node:crypto';
import { csvLine } from '@kakehashi/spreadsheets';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserSession } from '../../../../test/browser-session.ts';
import { visitor } from '../../../../test/editorial-visitors.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { auditEntry } from '../../../platform/audit/schema.ts';
import { transact } from '../../../platform/database/transact.ts';
import type { FormValues } from '../../../platform/editing/form/form-values.ts';
import { publication, revision } from '../../../platform/publishing/schema.ts';
import { readSheet } from '../../../platform/workers/sheet-reading.ts';
import { importUpload } from './schema.ts';

let portal: TestPortal;
let provider: BrowserSession;
let editor: BrowserSession;
let owner = '';

beforeAll(async () => {
  portal = await openTestPortal();
  provider = await visitor(portal, 'provider');
  editor = await visitor(portal, 'editor');
  const page = await (await provider.get('/desk/import')).text();
  owner = /<option value="([^"]+)"/.exec(page)?.[1] ?? '';
});
afterAll(() => portal.stop());

const headings = [
  '管理番号',
  '名前（日本語）',
  'summary.ja',
  '説明（日本語）',
  'Operator (Japanese)',
  '公式ページ *',
  'アドレスの確認',
  '目的',
  '年齢層',
  '所属',
  '種類',
  '地域',
  '費用',
  '形式',
  '参加・利用のしかた（日本語）',
  '実施の状況',
  '社内メモ',
];
let words: Record<string, string> = {};

/** A row that is right but for what is changed in it. */
async function row(changes: Record<string, string> = {}): Promise<string[]> {
  if (Object.keys(words).length === 0) words = await firstWords();
  const right: Record<string, string> = {
    ...words,
    管理番号: '',
    '名前（日本語）': `講座 ${randomUUID()}`,
    'summary.ja': '一文の説明です。',
    '説明（日本語）': '説明です。\n二行目。',
    'Operator (Japanese)': '見本トレーニング株式会社',
    '公式ページ *': 'https://training.example.jp/x',
    '参加・利用のしかた（日本語）': '公式ページから。',
    社内メモ: '秘密',
    ...changes,
  };
  return headings.map((heading) => right[heading] ?? '');
}

/** The first word of every list, as the template offers them. */
async function firstWords(): Promise<Record<string, string>> {
  const vocabulary = portal.platform.vocabulary();
  const first = (list: Parameters<typeof vocabulary.values>[0]) =>
    vocabulary.label(list, vocabulary.values(list)[0] ?? '').ja;
  return {
    アドレスの確認: 'own',
    目的: first('purpose'),
    年齢層: first('age'),
    所属: first('affiliation'),
    種類: first('category'),
    地域: first('region'),
    費用: '無料',
    形式: first('format'),
    実施の状況: 'active',
  };
}

const csvOf = (rows: string[][], top = headings) => `\ufeff${[top, ...rows].map(csvLine).join('')}`;

async function send(browser: BrowserSession, content: string | Buffer, name = '取組.csv', to = owner) {
  const id = randomUUID();
  const form = new FormData();
  form.set('id', id);
  form.set('kind', 'initiative');
  form.set('owner', to);
  form.set('file', new File([typeof content === 'string' ? content : new Uint8Array(content)], name));
  const answer = await browser.upload('/desk/import', form);
  return { id, answer };
}

const stateOf = async (id: string) => {
  const { db } = portal.platform.connection;
  const [upload] = await db.select().from(importUpload).where(eq(importUpload.id, id));
  return upload;
};

async function settled(id: string) {
  await expect.poll(async () => (await stateOf(id))?.state).not.toMatch(/reading|running/);
  return stateOf(id);
}

async function uploaded(content: string | Buffer, name?: string) {
  const { id } = await send(provider, content, name);
  return { id, upload: await settled(id) };
}

async function taken(id: string, rows = 'valid', then = 'no') {
  await provider.post(`/desk/import/${id}`, { rows, send: then, reason: 'まとめて登録します' });
  return settled(id);
}

async function titled(title: string) {
  const { db } = portal.platform.connection;
  const { rows: drafts } = await db.execute<{ id: string; typed: FormValues }>(
    sql`select id, typed from entry_draft`,
  );
  const sent = await db
    .select({ id: publication.id, state: publication.state, data: revision.data, number: revision.number })
    .from(publication)
    .innerJoin(revision, eq(revision.publicationId, publication.id));
  return {
    drafts: drafts.filter(({ typed }) => typed['title.ja']?.[0] === title),
    sent: sent.filter(({ data }) => (data as { title?: { ja: string } }).title?.ja === title),
  };
}

describe('the template', () => {
  it.each(['', '/en'])(
    'in Excel holds headings that are recognised, lists, and an example that is not taken (%s)',
    async (prefix) => {
      const answer = await provider.get(`${prefix}/desk/import/template/initiative.xlsx`);
      expect(answer.headers.get('content-disposition')).toMatch(
        /^attachment; filename="[ -~]+"; filename\*=UTF-8''/,
      );
      const { upload } = await uploaded(Buffer.from(await answer.arrayBuffer()), 'template.xlsx');
      expect(upload).toMatchObject({
        state: 'refused',
        fault: { en: expect.stringContaining('no rows to take') },
      });
    },
  );

  it('as CSV does the same', async () => {
    const text = await (await provider.get('/desk/import/template/initiative.csv')).text();
    const { upload } = await uploaded(text);
    expect(upload?.fault?.en).toContain('no rows to take');
  });

  it('does not exist for what nobody enters by hand', async () => {
    expect((await provider.get('/desk/import/template/vocabulary.xlsx')).status).toBe(404);
  });
});

describe('a file', () => {
  it('is told how it was read, with the columns that were not', async () => {
    const { id, upload } = await uploaded(csvOf([await row()]));
    expect(upload).toMatchObject({ state: 'checked', total: 1, faulty: 0 });
    const page = await (await provider.get(`/desk/import/${id}`)).text();
    expect(page).toContain('文字コード UTF-8');
    expect(page).toContain('社内メモ');
  });

  it('without headings is refused with what to do', async () => {
    const { id } = await uploaded('1,2,3\n4,5,6\n');
    expect(await (await provider.get(`/desk/import/${id}`)).text()).toContain(
      '項目の名前の行が見つかりません',
    );
  });

  it('that is no spreadsheet is refused with what to do', async () => {
    const { id } = await uploaded(Buffer.from('d0cf11e0a1b11ae100', 'hex'), 'old.xls');
    expect(await (await provider.get(`/desk/import/${id}`)).text()).toContain('古い形式のExcelファイル');
  });

  it('is taken only within limits, with a page that says so', async () => {
    const { answer } = await send(provider, Buffer.alloc(10 * 1024 * 1024 + 1, 'a'));
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('10MBまで');
    expect((await send(provider, Buffer.alloc(12 * 1024 * 1024, 'a'))).answer.status).toBe(413);
  });

  it('is not taken for an organisation of others, and nobody else sees it', async () => {
    expect((await send(provider, csvOf([await row()]), 'a.csv', 'other')).answer.status).toBe(400);
    expect((await send(provider, csvOf([await row()]), 'a.csv', '')).answer.status).toBe(400);
    const { id } = await send(editor, csvOf([await row()]), 'a.csv', '');
    expect((await settled(id))?.ownerId).toBeNull();
    for (const path of ['', '/progress', '/corrected/xlsx'])
      expect((await provider.get(`/desk/import/${id}${path}`)).status).toBe(404);
    expect(
      (await provider.post(`/desk/import/${id}`, { rows: 'valid', send: 'no', reason: '' })).status,
    ).toBe(404);
  });

  it('whose name holds script or a path is shown as text', async () => {
    const { id, upload } = await uploaded(csvOf([await row()]), '../../<img src=x onerror=alert(1)>.csv');
    expect(upload?.fileName).not.toMatch(/[/\\<>]/);
    expect(await (await provider.get(`/desk/import/${id}`)).text()).not.toContain('<img src=x');
  });
});

describe('errors', () => {
  const wrong = () =>
    row({ '公式ページ *': 'www.example.jp', 目的: '遊ぶ', '名前（日本語）': '=cmd|calc', 費用: 'タダ' });

  it('are told cell by cell, with how to mend them', async () => {
    const { id, upload } = await uploaded(csvOf([await row(), await wrong()]));
    expect(upload).toMatchObject({ state: 'checked', total: 2, faulty: 1 });
    const page = await (await provider.get(`/desk/import/${id}`)).text();
    for (const words of [
      '遊ぶ',
      'www.example.jp',
      'https:// か http:// で始まるアドレス',
      '次のどれかを入れてください',
    ])
      expect(page).toContain(words);
    expect(page).not.toContain('value="all"');
    expect(await (await provider.get(`/en/desk/import/${id}`)).text()).toContain('Enter one of:');
  });

  it('are told of a sentence that is too long, with how long it may be', async () => {
    const { id, upload } = await uploaded(csvOf([await row({ 'summary.ja': 'あ'.repeat(93) })]));
    expect(upload).toMatchObject({ total: 1, faulty: 1 });
    const page = await (await provider.get(`/desk/import/${id}`)).text();
    expect(page).toContain('80字までです（いまは93字）');
  });

  it('are told of a character that was lost when the file was saved in another encoding', async () => {
    const { id, upload } = await uploaded(
      csvOf([await row(), await row({ 'summary.ja': '学びの講\ufffdです' })]),
    );
    expect(upload).toMatchObject({ state: 'checked', total: 2, faulty: 1 });
    expect(await (await provider.get(`/desk/import/${id}`)).text()).toContain('文字化けした文字');
  });

  it('come back in a file that can be mended and sent again, in which no formula runs', async () => {
    const { id } = await uploaded(csvOf([await wrong()]));
    const csv = await (await provider.get(`/desk/import/${id}/corrected/csv`)).text();
    expect(csv).toContain(`"'=cmd|calc"`);
    expect(csv).toContain('遊ぶ');
    const excel = Buffer.from(await (await provider.get(`/desk/import/${id}/corrected/xlsx`)).arrayBuffer());
    const { rows } = await readSheet(excel);
    expect(rows[1]?.[1]).toBe('=cmd|calc');
    expect(rows[1]?.at(-1)).toContain('一覧にないことば');

    const mended = csv
      .replace('www.example.jp', 'https://www.example.jp')
      .replace('遊ぶ', words.目的 ?? '')
      .replace('タダ', '無料');
    const { upload } = await uploaded(mended);
    expect(upload).toMatchObject({ faulty: 0 });
    expect(upload?.report?.ignored).toEqual(['社内メモ']);
    expect((await uploaded(excel, 'a.xlsx')).upload).toMatchObject({ faulty: 1, total: 1 });
  });

  it('name the row that says the same', async () => {
    const twice = await row({ 管理番号: 'A-1' });
    const { id, upload } = await uploaded(csvOf([twice, await row({ 管理番号: 'Ａ-1' })]));
    expect(upload?.faulty).toBe(1);
    expect(await (await provider.get(`/desk/import/${id}`)).text()).toContain('2行目と同じ番号です');
  });

  it('keep all-or-nothing from beginning', async () => {
    const { id } = await uploaded(csvOf([await row(), await wrong()]));
    const answer = await provider.post(`/desk/import/${id}`, { rows: 'all', send: 'no', reason: '' });
    expect(answer.status).toBe(400);
    expect((await stateOf(id))?.state).toBe('checked');
  });
});

describe('taking rows', () => {
  it('makes drafts of those without errors', async () => {
    const good = await row({ '名前（日本語）': 'よい行' });
    const { id } = await uploaded(csvOf([good, await row({ '公式ページ *': 'x' })]));
    expect(await taken(id)).toMatchObject({
      state: 'done',
      counts: { draft: 1, sent: 0, unchanged: 0, refused: 0 },
    });
    const { drafts } = await titled('よい行');
    expect(drafts).toHaveLength(1);
    expect(drafts[0]?.typed['description.ja']).toEqual(['説明です。\n二行目。']);
  });

  it('sends them for review where asked, with a reason', async () => {
    const { id } = await uploaded(csvOf([await row({ '名前（日本語）': 'すぐ送る行' })]));
    expect((await provider.post(`/desk/import/${id}`, { rows: 'all', send: 'yes', reason: '' })).status).toBe(
      400,
    );
    expect(await taken(id, 'all', 'yes')).toMatchObject({ state: 'done', counts: { sent: 1 } });
    const { drafts, sent } = await titled('すぐ送る行');
    expect(drafts).toEqual([]);
    expect(sent).toMatchObject([{ state: 'submitted', number: 1 }]);
    const { db } = portal.platform.connection;
    const acts = await db.select().from(auditEntry).where(eq(auditEntry.objectId, id));
    expect(acts.map(({ action }) => action)).toEqual(['import.upload', 'import.start', 'import.finish']);
  });

  it('once more from the same file enters nothing twice', async () => {
    const file = csvOf([
      await row({ '名前（日本語）': '一度だけ' }),
      await row({ 管理番号: 'B-1', '名前（日本語）': '番号つき' }),
    ]);
    const first = await uploaded(file);
    await Promise.all([
      provider.post(`/desk/import/${first.id}`, { rows: 'all', send: 'no', reason: '' }),
      provider.post(`/desk/import/${first.id}`, { rows: 'all', send: 'no', reason: '' }),
    ]);
    await settled(first.id);
    const second = await uploaded(file);
    expect(await taken(second.id)).toMatchObject({ counts: { draft: 0, unchanged: 2 } });
    expect((await titled('一度だけ')).drafts).toHaveLength(1);
    expect((await titled('番号つき')).drafts).toHaveLength(1);
  });

  it('with a number that is known updates that entry', async () => {
    const before = await uploaded(csvOf([await row({ 管理番号: 'C-1', '名前（日本語）': '古い名前' })]));
    await taken(before.id);
    const [draft] = (await titled('古い名前')).drafts;
    const after = await uploaded(csvOf([await row({ 管理番号: 'C-1', '名前（日本語）': '新しい名前' })]));
    await taken(after.id);
    expect((await titled('新しい名前')).drafts).toMatchObject([{ id: draft?.id }]);
    expect((await titled('古い名前')).drafts).toEqual([]);
  });

  it('never overwrites what somebody is changing by hand', async () => {
    const before = await uploaded(csvOf([await row({ 管理番号: 'D-1', '名前（日本語）': '手で直す' })]));
    await taken(before.id);
    const [draft] = (await titled('手で直す')).drafts;
    const address = `/desk/entries/${draft?.id}/edit?step=texts`;
    const page = await (await provider.get(address)).text();
    const seen = /name="seen" value="([^"]*)"/.exec(page)?.[1] ?? '';
    await provider.post(address, { 'title.ja': '手で直した', seen, after: 'stay' });
    const again = await uploaded(csvOf([await row({ 管理番号: 'D-1', '名前（日本語）': 'ファイルの名前' })]));
    expect(again.upload?.faulty).toBe(1);
    expect(await (await provider.get(`/desk/import/${again.id}`)).text()).toContain('書きかけた変更');
    expect((await titled('手で直した')).drafts).toHaveLength(1);
  });

  it('waits for what is being saved in the form, and does not overwrite it', async () => {
    const before = await uploaded(csvOf([await row({ 管理番号: 'F-1', '名前（日本語）': '同時に直す' })]));
    await taken(before.id);
    const [draft] = (await titled('同時に直す')).drafts;
    const again = await uploaded(csvOf([await row({ 管理番号: 'F-1', '名前（日本語）': '同時のファイル' })]));
    const { db } = portal.platform.connection;
    const typed = { ...draft?.typed, 'title.ja': ['同時に手で直した'] };
    await transact(db, async (tx) => {
      await tx.execute(
        sql`update entry_draft set typed = ${JSON.stringify(typed)}::json where id = ${draft?.id}`,
      );
      await provider.post(`/desk/import/${again.id}`, { rows: 'valid', send: 'no', reason: '' });
      const waiting = async () => {
        const { rows } = await db.execute(
          sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and query ilike '%entry_draft%'`,
        );
        return rows.length;
      };
      await expect.poll(waiting).toBeGreaterThan(0);
    });
    expect(await settled(again.id)).toMatchObject({ counts: { draft: 0, refused: 1 } });
    expect((await titled('同時に手で直した')).drafts).toHaveLength(1);
  });

  it('leaves out one whose entry came under review meanwhile; all-or-nothing then takes nothing', async () => {
    const first = await uploaded(csvOf([await row({ 管理番号: 'E-1', '名前（日本語）': '審査へ' })]));
    await taken(first.id);
    const change = csvOf([
      await row({ 管理番号: 'E-1', '名前（日本語）': '変更' }),
      await row({ '名前（日本語）': '道連れ' }),
    ]);
    const [valid, all] = [await uploaded(change), await uploaded(change)];
    const [draft] = (await titled('審査へ')).drafts;
    await provider.post(`/desk/entries/${draft?.id}/submit`, { reason: '先に送る' });

    expect(await taken(all.id, 'all')).toMatchObject({
      state: 'checked',
      fault: { en: expect.stringContaining('Row 2') },
    });
    expect((await titled('道連れ')).drafts).toEqual([]);
    expect(await taken(valid.id)).toMatchObject({ state: 'done', counts: { draft: 1, refused: 1 } });
    expect((await titled('道連れ')).drafts).toHaveLength(1);
  });
});
