/**
 * Confirming one's identity before sensitive actions: by keyboard, without JavaScript, with a passkey, and as
 * announced by a screen reader.
 */
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { BrowserSession } from '../apps/portal/test/browser-session.ts';
import { freePort } from '../apps/portal/test/free-port.ts';
import { join, joinAsOwner, password } from '../apps/portal/test/new-accounts.ts';
import { openTestPortal, type TestPortal } from '../apps/portal/test/test-portal.ts';
import { violationsInBothThemes } from './axe.ts';
import { openBrowser } from './browser.ts';

const assetsDir = fileURLToPath(new URL('../apps/portal/dist/client', import.meta.url));
const room = '/organisations/proof';

let portal: TestPortal;
let origin: string;
let browser: Browser;
let admin: BrowserSession;
/** Minutes by which the portal's clock is ahead. */
let ahead = 0;
beforeAll(async () => {
  const port = await freePort();
  // Passkeys belong to names.
  origin = `http://localhost:${port}`;
  const now = () => new Date(Date.now() + ahead * 60_000);
  portal = await openTestPortal({ assetsDir, port, now, env: { KAKEHASHI_BASE_URL: origin } });
  browser = await openBrowser();
  admin = new BrowserSession(portal);
  await admin.signIn('admin@example.jp');
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});
beforeEach(() => {
  ahead = 0;
});

/** Somebody new who owns the organisation, signed in. */
async function ownerIn(context: BrowserContext, email: string): Promise<Page> {
  await joinAsOwner(portal, admin, email, { id: 'proof', name: 'ためし商会' });
  const page = await context.newPage();
  await signIn(page, email);
  return page;
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel('メールアドレス').fill(email);
  await page.getByLabel('パスワード').fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

/** Adds a virtual authenticator with user verification to the page's browser. */
async function addAuthenticator(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
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
}

/** Moves on by the Tab key until a field or button of this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const focused = () =>
    page.evaluate(() => {
      const at = document.activeElement;
      const label = at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : at?.textContent;
      return label?.trim() ?? '';
    });
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await focused()).startsWith(name)) return;
  }
  throw new Error(`no Tab leads to ${name}`);
}

test('without JavaScript and by keyboard alone an owner shows the password and gets a token', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await ownerIn(context, 'by-keyboard@example.com');
  ahead = 16;
  await page.goto(`${origin}${room}/access-tokens`);
  await tabTo(page, '名前');
  await page.keyboard.type('夜間のまとめ');
  await page.locator('input[name="scope.read"]').focus();
  await page.keyboard.press('Space');
  await tabTo(page, '今のパスワード');
  await page.keyboard.type('not-the-password');
  await page.keyboard.press('Enter');
  expect(await page.getByRole('alert').textContent()).toContain('パスワードが違います');
  expect(await page.getByLabel('名前', { exact: true }).inputValue()).toBe('夜間のまとめ');
  expect(await page.locator('input[name="scope.read"]').isChecked()).toBe(true);
  await page.getByRole('alert').getByRole('link').click();
  expect(new URL(page.url()).hash).toBe('#password');
  await tabTo(page, '今のパスワード');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  expect(await page.locator('.access-token').textContent()).toMatch(/^kkh_proof_/);
  await context.close();
});

test('without JavaScript the data of an organisation is exported once the password is shown', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, acceptDownloads: true });
  const page = await ownerIn(context, 'exports@example.com');
  ahead = 16;
  await page.goto(`${origin}${room}/data`);
  await page.getByLabel('今のパスワード').fill(password);
  const arriving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'ファイルに書き出す' }).click();
  expect((await arriving).suggestedFilename()).toBe('ためし商会.jsonl');
  await page.goto(`${origin}${room}/data`);
  expect(await page.getByLabel('今のパスワード').count()).toBe(0);
  await context.close();
});

test('a passkey is added after the password was shown, and then stands in for it', async () => {
  const context = await browser.newContext();
  const page = await ownerIn(context, 'by-passkey@example.com');
  await addAuthenticator(page);
  ahead = 16;
  await page.goto(`${origin}/account/security`);
  expect(await page.getByRole('button', { name: 'この端末のパスキーを登録する' }).count()).toBe(0);
  await page.getByRole('link', { name: '本人だと確かめる' }).click();
  await page.getByLabel('今のパスワード').fill(password);
  await page.getByRole('button', { name: '確かめて進む', exact: true }).click();
  await page.waitForURL(`${origin}/account/security`);
  await page.getByRole('button', { name: 'この端末のパスキーを登録する' }).click();
  await page.getByRole('button', { name: /^削除する/ }).waitFor();

  ahead = 32;
  await page.goto(`${origin}${room}/data/delete`);
  await page.getByLabel('組織の名前を入れてください').fill('ためし商会');
  await page.getByRole('button', { name: 'パスキーで確かめて進む' }).click();
  await page.waitForURL(/notice=deleted/);
  await context.close();
});

test('a screen reader hears why it is asked, what is wrong, and the name of every control', async () => {
  const context = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce' });
  const page = await ownerIn(context, 'by-ear@example.com');
  ahead = 16;
  for (const path of [`${room}/data`, `${room}/data/delete`, `${room}/access-tokens`, '/account/data']) {
    await page.goto(origin + path);
    const field = page.getByRole('textbox', { name: '今のパスワード' });
    const described = await field.evaluate((input) =>
      (input.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' '),
    );
    expect(described).toContain('もう一度うかがいます');
    for (const width of [320, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(beyond, `${path} at ${width} px`).toBeLessThanOrEqual(0);
    }
    expect(await violationsInBothThemes(page)).toEqual({ light: [], dark: [] });
  }
  await page.goto(`${origin}/account/security/confirm?to=/account`);
  expect(await page.locator('main').ariaSnapshot()).toMatchInlineSnapshot(`
    "- main:
      - heading "本人だと確かめる" [level=1]
      - paragraph: ほかの人にされると困る操作なので、その前に本人であることを確かめます。
      - text: 今のパスワード
      - textbox "今のパスワード"
      - button "確かめて進む""
  `);
  await page.getByLabel('今のパスワード').fill('not-the-password');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  expect(await page.locator('main').ariaSnapshot()).toMatchInlineSnapshot(`
    "- main:
      - heading "本人だと確かめる" [level=1]
      - paragraph: ほかの人にされると困る操作なので、その前に本人であることを確かめます。
      - alert "入力を確かめてください（1件）":
        - heading "入力を確かめてください（1件）" [level=2]
        - list:
          - listitem:
            - link "パスワードが違います。":
              - /url: "#password"
      - text: 今のパスワード
      - paragraph: エラー：パスワードが違います。
      - textbox "今のパスワード" [invalid]
      - button "確かめて進む""
  `);
  expect(await violationsInBothThemes(page)).toEqual({ light: [], dark: [] });
  await context.close();
});

test('by keyboard, staff set a passkey up at the first sign-in, and show it in a later session', async () => {
  const email = 'keyed@example.com';
  await join(portal, admin, email, 'editor');
  const context = await browser.newContext();
  const page = await context.newPage();
  await addAuthenticator(page);
  await signIn(page, email);
  expect(new URL(page.url()).pathname).toBe('/account/second-factor');
  expect(await page.locator('main').ariaSnapshot()).toMatchInlineSnapshot(`
    "- main:
      - heading "もう一つの確認方法を決める" [level=1]
      - paragraph: 編集・審査・管理をする方は、パスワードのほかに、本人だと確かめる方法が一つ必要です。決めるまで、仕事のページは開けません。
      - paragraph: パスキーか認証アプリのどちらかを登録してください。両方あると、片方をなくしても入れます。
      - heading "パスキー" [level=2]
      - paragraph: 端末の指紋や顔、暗証番号でサインインします。偽サイトには使えないので、最も安全な方法です。
      - paragraph: 登録されていません。
      - button "この端末のパスキーを登録する"
      - status
      - heading "認証アプリ（二段階認証）" [level=2]
      - paragraph: スマートフォンなどのアプリに出る6けたのコードで確かめます。
      - text: 今のパスワード
      - textbox "今のパスワード"
      - button "認証アプリを設定する"
      - paragraph:
        - link "マイページへ":
          - /url: /account"
  `);
  await tabTo(page, 'この端末のパスキーを登録する');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname !== '/account/second-factor');

  await context.clearCookies();
  await signIn(page, email);
  expect(new URL(page.url()).pathname).toBe('/account/second-factor');
  expect(await page.locator('main').ariaSnapshot()).toMatchInlineSnapshot(`
    "- main:
      - heading "本人だと確かめる" [level=1]
      - paragraph: 編集・審査・管理のページを開くには、パスワードのほかに、登録してある方法で確かめてください。
      - button "パスキーで確かめる"
      - status"
  `);
  await tabTo(page, 'パスキーで確かめる');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname !== '/account/second-factor');
  expect((await page.goto(`${origin}/desk`))?.status()).toBe(200);
  expect(new URL(page.url()).pathname).toBe('/desk');

  await page.goto(`${origin}/account/security`);
  const announced = (await page.locator('main').ariaSnapshot()).replace(/\d+年\d+月\d+日/, 'この日');
  expect(announced).toMatchInlineSnapshot(`
    "- main:
      - navigation "マイページのメニュー":
        - list:
          - listitem:
            - link "登録内容":
              - /url: /account
          - listitem:
            - link "パスワードと認証":
              - /url: /account/security
          - listitem:
            - link "サインイン中の端末":
              - /url: /account/sessions
          - listitem:
            - link "データと退会":
              - /url: /account/data
      - heading "パスワードと認証" [level=1]
      - heading "パスキー" [level=2]
      - paragraph: 端末の指紋や顔、暗証番号でサインインします。偽サイトには使えないので、最も安全な方法です。
      - list:
        - listitem:
          - text: パスキー この日に登録
          - button "削除する (パスキー)"
      - button "この端末のパスキーを登録する"
      - status
      - heading "認証アプリ（二段階認証）" [level=2]
      - paragraph: 使っていません
      - paragraph: パスワードに加えて、スマートフォンのアプリに出る6けたのコードで確かめます。編集・審査・管理をする方には、これかパスキーが必要です。
      - text: 今のパスワード
      - textbox "今のパスワード"
      - button "認証アプリを設定する"
      - heading "パスワード" [level=2]
      - text: 今のパスワード
      - textbox "今のパスワード"
      - text: 新しいパスワード
      - paragraph: 12文字以上、128文字まで。ほかで使っていないものにしてください。長い文でもかまいません。
      - textbox "新しいパスワード"
      - button "パスワードを変える""
  `);
  await context.close();
});

test('a passkey that does not come leaves everything as it was, and says so aloud', async () => {
  const context = await browser.newContext();
  const page = await ownerIn(context, 'no-key@example.com');
  await page.goto(`${origin}/account/security`);
  await page.route('**/api/auth/passkey/generate-register-options', (route) => route.abort());
  await page.getByRole('button', { name: 'この端末のパスキーを登録する' }).click();
  await page.getByRole('status').filter({ hasText: 'パスキーを登録できませんでした' }).waitFor();
  await context.close();
});
