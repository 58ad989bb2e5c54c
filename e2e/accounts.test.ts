import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { violationsInBothThemes } from './axe.ts';
import { openBrowser } from './browser.ts';

const origin = inject('portal');
/** The portal under a host name: passkeys are bound to names. */
const named = origin.replace('127.0.0.1', 'localhost');

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function signIn(page: Page, email: string, at = origin): Promise<void> {
  await page.goto(`${at}/sign-in`);
  await page.getByLabel('メールアドレス').fill(email);
  await page.getByLabel('パスワード').fill('kakehashi-demo');
  await page.getByRole('button', { name: 'サインインする', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

test('without JavaScript one signs in, is led back to where one wanted to go, and signs out', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${origin}/account/sessions`);
  await page.getByLabel('メールアドレス').fill('provider@example.jp');
  await page.getByLabel('パスワード').fill('wrong-wrong-wrong');
  await page.getByRole('button', { name: 'サインインする' }).click();
  expect(await page.getByRole('alert').textContent()).toContain('メールアドレスかパスワードが違います');
  await page.getByLabel('パスワード').fill('kakehashi-demo');
  await page.getByRole('button', { name: 'サインインする' }).click();
  await page.waitForURL(`${origin}/account/sessions`);
  expect(await page.getByRole('table').textContent()).toContain('この端末');
  await page.getByRole('button', { name: 'サインアウト', exact: true }).click();
  expect(await page.getByText('サインアウトしました').count()).toBe(1);
  await context.close();
});

test('a passkey is registered and opens the account without a password', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const devTools = await context.newCDPSession(page);
  await devTools.send('WebAuthn.enable');
  await devTools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await signIn(page, 'reviewer@example.jp', named);
  await page.goto(`${named}/account/security`);
  await page.getByRole('button', { name: 'この端末のパスキーを登録する' }).click();
  await page.getByRole('button', { name: /^削除する/ }).waitFor();

  await page.getByRole('button', { name: 'サインアウト', exact: true }).click();
  await page.getByRole('button', { name: 'パスキーでサインインする' }).click();
  await page.waitForURL(`${named}/review`);
  expect(await page.locator('.signed-in-bar').textContent()).toContain('見本 審査者');

  await page.goto(`${named}/account`);
  await page.getByLabel('新しいメールアドレス').fill('moves@example.jp');
  await page.getByRole('button', { name: 'パスキーで確かめて進む' }).click();
  await page.waitForURL(/notice=emailSent/);
  await context.close();

  const office = await (await browser.newContext()).newPage();
  await signIn(office, 'admin@example.jp');
  await office.goto(`${origin}/admin/mail`);
  expect(await office.locator('main').textContent()).toContain('パスキーが登録されました');
  expect(await office.locator('main').textContent()).toContain('moves@example.jp');
  await office.context().close();
});

const entryPages = [
  '/sign-in',
  '/sign-in/second-factor',
  '/password-reset',
  '/password-reset/x',
  '/invitations/x',
];
const ownPages = ['/account', '/account/security', '/account/sessions', '/account/data'];
const administratorPages = ['/admin/users', '/admin/invitations', '/admin/organisations'];

async function checked(context: BrowserContext, paths: string[]): Promise<void> {
  const page = await context.newPage();
  for (const path of paths)
    for (const prefix of ['', '/en']) {
      await page.goto(origin + prefix + path);
      expect(await violationsInBothThemes(page), prefix + path).toEqual({ light: [], dark: [] });
      for (const width of [320, 360, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `${prefix}${path} at ${width} px`).toBeLessThanOrEqual(0);
      }
    }
  await page.close();
}

describe('in the light and in the dark theme, axe finds nothing and nothing is cut off', () => {
  test('on the way to an account', async () => {
    const context = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce' });
    await checked(context, entryPages);
    await context.close();
  });

  test.each([
    ['in one’s own account', ownPages],
    ['on the administrator’s pages', administratorPages],
  ])('%s', async (_, paths) => {
    const context = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await signIn(page, 'admin@example.jp');
    await checked(context, paths);
    await context.close();
  });
});
