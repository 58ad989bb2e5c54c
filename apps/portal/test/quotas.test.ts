import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { quotaUse } from '../src/platform/quota/schema.ts';
import type { BrowserSession } from './browser-session.ts';
import { begin, hidden, visitor } from './desk-visitors.ts';
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

/** As if everybody had done what they did so far as often as they may. */
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
