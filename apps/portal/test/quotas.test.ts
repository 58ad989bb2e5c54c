import { randomUUID } from 'node:crypto';
import { eq, like, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { evidenceFile } from '../src/features/editorial/entries/schema.ts';
import { webhookEndpoint } from '../src/features/service/webhooks/schema.ts';
import { entryDraft } from '../src/platform/editing/schema.ts';
import { quotaUse } from '../src/platform/quota/schema.ts';
import type { BrowserSession } from './browser-session.ts';
import { begin, hidden, visitor } from './editorial-visitors.ts';
import { openTestPortal, type TestPortal } from './test-portal.ts';

const ownPage = { 'sec-fetch-site': 'same-origin' };
let portal: TestPortal;
let provider: BrowserSession;

beforeAll(async () => {
  portal = await openTestPortal();
  provider = await visitor(portal, 'provider');
});
afterAll(() => portal.stop());
beforeEach(async () => {
  await portal.platform.connection.db.delete(quotaUse);
});

/** Uses every quota up to its limit. */
const useUp = () => portal.platform.connection.db.update(quotaUse).set({ used: sql`2000000000` });

test('a new entry is refused to whoever began too many, who is told so', async () => {
  await begin(provider);
  await useUp();
  const page = await (await provider.get('/desk/new')).text();
  const [, owner = ''] = /<option value="([^"]*)"/.exec(page) ?? [];
  const answer = await provider.post('/desk/new', { id: hidden(page, 'id'), kind: 'initiative', owner });
  expect(await answer.text()).toContain('新しい登録は、1人につき1日に500件までです。');
});

test('a file for an entry is refused to whoever sent too much', async () => {
  const id = await begin(provider);
  const attach = () => {
    const form = new FormData();
    form.set('evidence', new File(['根拠'], 'evidence.txt', { type: 'text/plain' }));
    return provider.upload(`/desk/entries/${id}/evidence`, form);
  };
  expect((await attach()).status).toBe(303);
  await useUp();
  expect(await (await attach()).text()).toContain('根拠のファイルは、1人につき1日に1,024 MBまでです。');
});

test('a file of many entries is refused to whoever sent too many', async () => {
  const upload = async () => {
    const page = await (await provider.get('/desk/import')).text();
    const [, owner = ''] = /<option value="([^"]*)"/.exec(page.slice(page.indexOf('name="owner"'))) ?? [];
    const form = new FormData();
    for (const [name, value] of Object.entries({ id: hidden(page, 'id'), kind: 'initiative', owner }))
      form.set(name, value);
    form.set('file', new File(['名前\n講座'], 'entries.csv', { type: 'text/csv' }));
    return provider.upload('/desk/import', form);
  };
  expect((await upload()).status).toBe(303);
  await useUp();
  expect(await (await upload()).text()).toContain('まとめて登録のファイルは、1人につき1日に100件までです。');
});

test('a request for mail alerts is refused to a client that made too many', async () => {
  const ask = () =>
    portal.post('/alerts/new', { email: 'hanako@example.jp', frequency: 'weekly', search: 'q=a' }, ownPage);
  expect((await ask()).status).toBe(200);
  await useUp();
  const answer = await ask();
  expect(answer.status).toBe(429);
  expect(await answer.text()).toContain('同じ接続元につき1日に30件までです。');
});

describe('what is kept', () => {
  const now = new Date();

  test('of drafts has a limit by organisation, which says how to make room', async () => {
    const { db } = portal.platform.connection;
    const id = await begin(provider);
    const [own] = await db.select().from(entryDraft).where(eq(entryDraft.id, id));
    if (!own) throw new Error('no draft');
    const left = 20_000 - (await db.$count(entryDraft, eq(entryDraft.ownerId, own.ownerId ?? '')));
    const columns = sql.raw('kind, owner_id, typed, based_on, author, writers, created_at, updated_at');
    await db.execute(sql`insert into entry_draft (id, ${columns})
      select 'filler-' || number, ${columns}
      from entry_draft, generate_series(1, ${left - 1}) as number where id = ${id}`);
    expect(await begin(provider)).not.toBe('');
    const page = await (await provider.get('/en/desk/new')).text();
    const [, owner = ''] = /<option value="([^"]*)"/.exec(page) ?? [];
    const sent = { id: hidden(page, 'id'), kind: 'initiative', owner };
    const refused = await provider.post('/en/desk/new', sent);
    expect(await refused.text()).toContain(
      'The limit is 20,000 drafts that were not sent for one organisation. Send drafts for review, or discard them.',
    );
    await db.delete(entryDraft).where(like(entryDraft.id, 'filler-%'));
    expect((await provider.post('/en/desk/new', sent)).status).toBe(303);
  });

  test('of evidence has a limit by organisation, over all of its entries', async () => {
    const { db } = portal.platform.connection;
    const [other, id] = [await begin(provider), await begin(provider)];
    const attach = () => {
      const form = new FormData();
      form.set('evidence', new File(['根拠'], 'evidence.txt', { type: 'text/plain' }));
      return provider.upload(`/desk/entries/${id}/evidence`, form);
    };
    // Larger than any accepted file: it stands for many.
    const most = { entryId: other, name: 'x', mediaType: 'text/plain', size: 2 * 1024 ** 3 - 1, digest: 'x' };
    const files = ['a', 'b', 'c'].map((each) => ({ ...most, id: `filler-${each}`, state: 'kept' as const }));
    await db.insert(evidenceFile).values(files.map((file) => ({ ...file, author: 'x', createdAt: now })));
    expect(await (await attach()).text()).toContain(
      'につき5,120 MBまでです。要らなくなったファイルを外してください。',
    );
    await db.delete(evidenceFile).where(like(evidenceFile.id, 'filler-%'));
    expect((await attach()).status).toBe(303);
  });

  test('of webhook endpoints has a limit for the whole site', async () => {
    const { db } = portal.platform.connection;
    const admin = await visitor(portal, 'admin');
    const rows = Array.from({ length: 50 }, () => randomUUID());
    const endpoint = { name: 'x', url: 'https://hooks.example.jp/', secret: 'x', createdAt: now };
    await db.insert(webhookEndpoint).values(rows.map((id) => ({ ...endpoint, id })));
    const form = { name: 'one too many', url: 'https://192.0.32.8/hook' };
    const refused = await admin.post('/en/admin/webhooks/new', form);
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(await refused.text()).toContain('The limit is 50 webhook endpoints');
    await db.delete(webhookEndpoint).where(eq(webhookEndpoint.id, rows[0] ?? ''));
    expect((await admin.post('/en/admin/webhooks/new', form)).status).toBeLessThan(400);
    await db.delete(webhookEndpoint);
  });
});

test('test messages of webhooks are refused to whoever sent too many', async () => {
  const { db } = portal.platform.connection;
  const admin = await visitor(portal, 'admin');
  const id = randomUUID();
  const endpoint = { id, name: 'x', url: 'https://hooks.example.jp/', secret: 'x', createdAt: new Date() };
  await db.insert(webhookEndpoint).values(endpoint);
  const sendOne = () => admin.post(`/admin/webhooks/${id}/test`);
  expect((await sendOne()).status).toBe(303);
  await useUp();
  expect(await (await sendOne()).text()).toContain('試しの送信は、1人につき1時間に60件までです。');
});
