import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { BrowserSession } from '../../../../test/browser-session.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { definedMails, defineMail } from '../../../platform/mail/template.ts';

const hostile = '<img src=x onerror=alert(1)>';
const note = defineMail<null>(
  'test.note',
  { ja: '試しのお知らせ', en: 'Trial news' },
  {
    ja: () => ({ subject: `お知らせ ${hostile}`, body: [hostile] }),
    en: () => ({ subject: `News ${hostile}`, body: [hostile] }),
  },
);

let portal: TestPortal;
let admin: BrowserSession;
let id: string;

beforeAll(async () => {
  portal = await openTestPortal();
  admin = new BrowserSession(portal);
  await admin.signIn('admin@example.jp');
  const { mail, connection } = portal.platform;
  const message = {
    to: 'hanako@example.jp',
    template: note,
    data: null,
    language: 'ja' as const,
    key: 'note',
  };
  await mail.send(connection.db, message);
  await vi.waitFor(
    async () => {
      const [sent] = await mail.list(1);
      expect(sent?.state).toBe('sent');
      id = sent?.id ?? '';
    },
    { timeout: 30_000 },
  );
});
afterAll(() => portal.stop());

it('an administrator reads in a trial what would have been sent, as plain text', async () => {
  const list = await (await admin.get('/admin/mail')).text();
  expect(list).toContain('SMTP_URL が設定されていない');
  expect(list).toContain(`/admin/mail/${id}`);
  const page = await (await admin.get(`/admin/mail/${id}`)).text();
  expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(page).not.toContain(hostile);
});

it('a mail is called what its declaration calls it, in the language of the reader', async () => {
  expect(await (await admin.get(`/admin/mail/${id}`)).text()).toContain('<dd>試しのお知らせ</dd>');
  expect(await (await admin.get(`/en/admin/mail/${id}`)).text()).toContain('<dd>Trial news</dd>');
});

it('names no mail of another capability', () => {
  const folder = import.meta.dirname;
  const text = globSync('**/*.{ts,tsx}', { cwd: folder })
    .filter((file) => !file.includes('.test.'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('');
  const mails = definedMails();
  expect(mails.length).toBeGreaterThan(20);
  expect(mails.filter((name) => text.includes(name))).toEqual([]);
});

it('the pages speak English too', async () => {
  expect(await (await admin.get('/en/admin/mail')).text()).toContain('Written to a file');
});

it('there is nothing at another address', async () => {
  expect((await admin.get('/admin/mail/1')).status).toBe(404);
  expect((await admin.get(`/admin/mail/${crypto.randomUUID()}`)).status).toBe(404);
});

it('nobody but an administrator sees mail', async () => {
  for (const email of ['editor@example.jp', 'reviewer@example.jp', 'provider@example.jp']) {
    const user = new BrowserSession(portal);
    await user.signIn(email);
    expect((await user.get('/admin/mail')).status).toBe(403);
    expect((await user.get(`/admin/mail/${id}`)).status).toBe(403);
  }
  expect((await new BrowserSession(portal).get('/admin/mail')).headers.get('location')).toContain('/sign-in');
});
