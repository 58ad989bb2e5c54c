import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { BrowserSession } from '../../../../test/browser-session.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { defineMail } from '../../../platform/mail/template.ts';
import { mailText } from './messages.ts';

const hostile = '<img src=x onerror=alert(1)>';
const note = defineMail<null>('test.note', {
  ja: () => ({ subject: `お知らせ ${hostile}`, body: [hostile] }),
  en: () => ({ subject: `News ${hostile}`, body: [hostile] }),
});

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

it('says in words what sort of mail it is, for every sort that is written', () => {
  const src = new URL('../../..', import.meta.url).pathname;
  const declared = globSync('**/*.ts', { cwd: src, exclude: ['**/*.test.ts'] }).flatMap((file) =>
    [...readFileSync(`${src}/${file}`, 'utf8').matchAll(/defineMail(?:<[^(]*>)?\('([^']+)'/g)].map(
      ([, name]) => name,
    ),
  );
  const { templates } = mailText({ language: 'en', easy: false, furigana: false }).label.message;
  expect(Object.keys(templates).sort()).toEqual(declared.sort());
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
