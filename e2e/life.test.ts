/**
 * One entry through its whole life, in a browser: its provider is invited, enters it, is asked for a change; somebody
 * else approves it for a later day; it is published, found, confirmed after a year, and at last expires. The portal
 * runs within this test so that its clock can be set; the jobs that wait for a time are run by hand.
 */
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Renewal } from '../apps/portal/src/features/editorial/entries/renewal.ts';
import { entryForms } from '../apps/portal/src/platform/editing/form/entry-form.ts';
import { mailMessage } from '../apps/portal/src/platform/mail/schema.ts';
import { extendSessions } from '../apps/portal/test/editorial-visitors.ts';
import { openTestPortal, type TestPortal } from '../apps/portal/test/test-portal.ts';
import { violations } from './axe.ts';
import { openBrowser } from './browser.ts';
import { EntryForm, takeOverAndTick } from './entry-form.ts';
import { Visitors } from './visitors.ts';

const title = '生涯をたどる講座';
const password = 'a-long-password-of-theirs';
const day = 86_400_000;

const assetsDir = fileURLToPath(new URL('../apps/portal/dist/client', import.meta.url));

let now = new Date('2026-12-01T09:00:00+09:00');
let portal: TestPortal;
let origin: string;
let browser: Browser;
let visitors: Visitors;
let provider: Page;
let id = '';

beforeAll(async () => {
  portal = await openTestPortal({ now: () => now, assetsDir });
  origin = `http://127.0.0.1:${portal.port}`;
  browser = await openBrowser();
  visitors = new Visitors(browser, origin);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

/** The path of the link in the newest mail whose text holds such a path. */
async function linkFromMail(path: string): Promise<string> {
  const mails = await portal.platform.connection.db.select().from(mailMessage).orderBy(mailMessage.createdAt);
  const links = mails.map(({ text }) => new RegExp(`${path}\\S+`).exec(text ?? '')?.[0] ?? '');
  return links.findLast((link) => link !== '') ?? '';
}

/** Sets the clock and runs the jobs due by then. */
async function timePasses(until: Date): Promise<void> {
  await extendSessions(portal);
  now = until;
  await portal.platform.publishing.runDue(now);
  await new Renewal(portal.platform, entryForms(portal.platform.kinds)).remind(now);
}

const stateOf = async () => (await portal.platform.publishing.find(id))?.state;

/** The entry's page as visitors see it, once this node has the last change. */
async function pageShows(status: number): Promise<void> {
  await expect.poll(async () => (await portal.get(`/initiatives/${id}`)).status).toBe(status);
}

test('invited: an administrator makes room for a company and invites its first person', async () => {
  const page = await visitors.pageOf('admin', '/admin/organisations');
  await page.locator('input[name="name"]').fill('生涯教育株式会社');
  await page.getByRole('button', { name: '加える' }).click();
  await page.getByRole('heading', { name: '生涯教育株式会社' }).waitFor();
  await page.locator('input[name="email"]').fill('life@example.com');
  await page.locator('select[name="role"]').selectOption('owner');
  await page.locator('form:has(input[name="email"]) button').click();

  const context = await browser.newContext({ bypassCSP: true });
  provider = await context.newPage();
  await provider.goto(origin + (await linkFromMail('/invitations/')));
  expect(await violations(provider)).toEqual([]);
  await provider.locator('input[name="name"]').fill('生涯 花子');
  await provider.locator('input[name="password"]').fill(password);
  await provider.locator('main form button').first().click();
  await provider.goto(`${origin}/desk`);
  expect(await provider.locator('main').textContent()).toContain('登録はまだありません');
});

test('entered: she fills in the form and sends it', async () => {
  await provider.goto(`${origin}/desk/new`);
  const entry = await EntryForm.begin(provider);
  id = entry.id;
  await entry.fillTexts({ 'title.ja': title, 'operator.ja': '生涯教育株式会社', url: `${origin}/about` });
  await entry.fillChoices();
  await entry.send();
  expect(await stateOf()).toBe('submitted');
});

test('changes requested: a reviewer asks for one, and she makes it', async () => {
  const review = await visitors.pageOf('reviewer', `/review/${id}`);
  await review.getByRole('button', { name: 'この審査を担当する' }).click();
  await review.locator('textarea[name="reason"]').fill('だれのための講座かを書いてください');
  await review.getByRole('button', { name: '修正を頼む' }).click();
  await expect.poll(stateOf).toBe('changes-requested');

  await provider.goto(`${origin}/desk/entries/${id}`);
  expect(await provider.locator('main').textContent()).toContain('だれのための講座かを書いてください');
  await provider.getByRole('link', { name: '内容を直す' }).click();
  await provider.locator('[name="summary.ja"]').fill('働く人が、情報を守る力を少しずつ身につけます。');
  await provider.getByRole('button', { name: '保存して次へ' }).click();
  await provider.waitForURL(/step=choices/);
  await provider.goto(`${origin}/desk/entries/${id}/check`);
  await provider.locator('[name="reason"]').fill('対象を書きました');
  await provider.getByRole('button', { name: '審査に送る' }).click();
  await provider.waitForURL(/done=sent/);
});

test('approved by another and scheduled: nobody sees it before its hour', async () => {
  const review = await visitors.pageOf('admin', `/review/${id}`);
  await takeOverAndTick(review);
  await review.locator('input[name="at"]').fill('2026-12-10T09:00');
  await review.getByRole('button', { name: '日時を決めて公開する' }).click();
  await expect.poll(stateOf).toBe('scheduled');
  await timePasses(new Date('2026-12-10T08:59:00+09:00'));
  expect((await portal.get(`/initiatives/${id}`)).status).toBe(404);
});

test('published and found: at its hour it is on the site and in the search', async () => {
  await timePasses(new Date('2026-12-10T09:00:00+09:00'));
  await pageShows(200);
  const visitor = await browser.newPage();
  await visitor.goto(`${origin}/search?q=${encodeURIComponent(title)}`);
  await visitor.getByRole('link', { name: title }).first().click();
  expect(await visitor.locator('h1').textContent()).toContain('生涯をたどる講座');
  await visitor.close();
});

test('renewed: reminded after eleven months, she confirms it with the link in the mail', async () => {
  await timePasses(new Date(Date.parse('2027-12-10T09:00:00+09:00') - 30 * day));
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  await page.goto(origin + (await linkFromMail('/renew/')));
  expect(await violations(page)).toEqual([]);
  await page.locator('main form button').first().click();
  await timePasses(new Date('2027-12-11T09:00:00+09:00'));
  expect(await stateOf()).toBe('published');
  await pageShows(200);
  await context.close();
});

test('expired: a year later nobody confirms it; it leaves the site and stays with its owner', async () => {
  await timePasses(new Date('2029-01-01T09:00:00+09:00'));
  expect(await stateOf()).toBe('expired');
  await pageShows(404);
  const search = await (await portal.get(`/search?q=${encodeURIComponent(title)}`)).text();
  expect(search).not.toContain(`/initiatives/${id}`);
  await provider.goto(`${origin}/desk`);
  expect(await provider.locator('main').textContent()).toContain(title);
});
