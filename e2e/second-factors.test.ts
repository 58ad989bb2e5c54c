/**
 * The pages on which staff set up and show a second factor, and those of a changed address: by keyboard, without
 * JavaScript, on a phone and a desk, in both themes.
 */
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BrowserSession } from '../apps/portal/test/browser-session.ts';
import { join, linkInMail, password } from '../apps/portal/test/new-accounts.ts';
import { codeOf, secretOf, setUpApp } from '../apps/portal/test/second-factors.ts';
import { openTestPortal, type TestPortal } from '../apps/portal/test/test-portal.ts';
import { violationsInBothThemes } from './axe.ts';
import { openBrowser } from './browser.ts';

const assetsDir = fileURLToPath(new URL('../apps/portal/dist/client', import.meta.url));

let portal: TestPortal;
let origin: string;
let browser: Browser;
let admin: BrowserSession;
beforeAll(async () => {
  portal = await openTestPortal({ assetsDir });
  origin = `http://127.0.0.1:${portal.port}`;
  browser = await openBrowser();
  admin = new BrowserSession(portal);
  await admin.signIn('admin@example.jp');
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

/** A browser without scripts for the page; the test's own scripts run. */
const withoutScript = () =>
  browser.newContext({ javaScriptEnabled: false, bypassCSP: true, reducedMotion: 'reduce' });

async function signIn(page: Page, email: string, to = ''): Promise<void> {
  await page.goto(`${origin}/sign-in${to && `?to=${encodeURIComponent(to)}`}`);
  await page.getByLabel('メールアドレス').fill(email);
  await page.getByLabel('パスワード').fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

/** Looks at an address as its reader does, with a script that only looks. */
async function faultsAt(context: BrowserContext, path: string): Promise<Record<string, unknown>> {
  const looking = await browser.newContext({
    bypassCSP: true,
    reducedMotion: 'reduce',
    storageState: await context.storageState(),
  });
  const page = await looking.newPage();
  const faults: Record<string, unknown> = {};
  for (const prefix of ['', '/en']) {
    await page.goto(origin + prefix + path);
    const { light, dark } = await violationsInBothThemes(page);
    for (const width of [320, 360, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (beyond > 0) faults[`${prefix}${path} at ${width} px`] = beyond;
    }
    if (light.length + dark.length > 0) faults[prefix + path] = { light, dark };
  }
  await looking.close();
  return faults;
}

test('an editor sets up an app at the first sign-in without JavaScript, and is led to their work', async () => {
  await join(portal, admin, 'first@example.com', 'editor');
  const context = await withoutScript();
  const page = await context.newPage();
  await signIn(page, 'first@example.com', '/desk');
  expect(new URL(page.url()).pathname).toBe('/account/second-factor');
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('もう一つの確認方法');
  expect(await faultsAt(context, '/account/second-factor')).toEqual({});
  expect(await faultsAt(context, '/account')).toEqual({});
  await page.getByLabel('今のパスワード').fill(password);
  await page.getByRole('button', { name: '認証アプリを設定する' }).click();
  const key = (await page.locator('.totp-key').textContent()) ?? '';
  await page.getByLabel('アプリに出たコード').fill(await codeOf(secretOf(key)));
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === '/review' || url.pathname === '/desk');
  await context.close();
});

test('a session that was opened by the password alone asks a reviewer for the code', async () => {
  await join(portal, admin, 'again@example.com', 'reviewer');
  const context = await withoutScript();
  const page = await context.newPage();
  await signIn(page, 'again@example.com');
  const secret = await setUpApp(portal, 'again@example.com');
  await page.goto(`${origin}/review`);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('本人だと確かめる');
  expect(await faultsAt(context, '/account/second-factor')).toEqual({});
  await page.getByLabel('確認コード').fill('000000');
  await page.keyboard.press('Enter');
  expect(await page.getByRole('alert').textContent()).toContain('コードが違います');
  await page.getByLabel('確認コード').fill(await codeOf(secret));
  await page.keyboard.press('Enter');
  await page.waitForURL(`${origin}/review`);
  await context.close();
});

test('an address is changed and taken back without JavaScript', async () => {
  await join(portal, admin, 'old@example.com');
  const context = await withoutScript();
  const page = await context.newPage();
  await signIn(page, 'old@example.com');
  await page.goto(`${origin}/account`);
  await page.getByLabel('新しいメールアドレス').fill('new@example.com');
  await page.getByRole('button', { name: '確認メールを送る' }).click();
  expect(await page.getByRole('alert').textContent()).toContain('パスワードが違います');
  await page.getByLabel('今のパスワード').fill(password);
  await page.getByRole('button', { name: '確認メールを送る' }).click();
  await page.waitForURL(/notice=emailSent/);

  const link = await linkInMail(portal, 'new@example.com', '/verify-email');
  const elsewhere = await withoutScript();
  expect(await faultsAt(elsewhere, link)).toEqual({});
  expect(await faultsAt(context, link)).toEqual({});
  await page.goto(origin + link);
  await page.getByRole('button', { name: '確認する' }).click();
  await page.waitForURL(/notice=emailChanged/);
  expect(await page.getByText('メールアドレスを変えました').count()).toBe(1);

  const undo = await linkInMail(portal, 'old@example.com', '/email-undo/');
  expect(await faultsAt(elsewhere, undo)).toEqual({});
  const stranger = await elsewhere.newPage();
  await stranger.goto(origin + undo);
  await stranger.getByRole('button', { name: '元に戻す' }).click();
  await stranger.waitForURL(/notice=emailRestored/);
  expect(await faultsAt(elsewhere, undo)).toEqual({});
  await elsewhere.close();
  await context.close();
});
