import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { violations } from './axe.ts';
import { openBrowser } from './browser.ts';
import { inLanguage } from './pages.ts';

const origin = inject('portal');
/** An address that passes as public; only a test message is sent to it. */
const receiver = 'https://93.184.216.34/hooks/kakehashi';

let browser: Browser;
let administrator: BrowserContext;
beforeAll(async () => {
  browser = await openBrowser();
  administrator = await browser.newContext({ bypassCSP: true });
  const page = await administrator.newPage();
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel('メールアドレス').fill('admin@example.jp');
  await page.getByLabel('パスワード', { exact: true }).fill('kakehashi-demo');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${origin}/review`);
  await page.close();
});
afterAll(() => browser.close());

/** The newest mail that the portal would have sent, as the administrator reads it. */
async function newestMail(to: string): Promise<string> {
  const page = await administrator.newPage();
  await expect
    .poll(async () => {
      await page.goto(`${origin}/admin/mail`);
      return page.locator('tbody tr').first().textContent();
    })
    .toMatch(new RegExp(`${to}[^]*書き出し済み`));
  await page.locator('tbody a').first().click();
  const text = (await page.locator('pre').textContent()) ?? '';
  await page.close();
  return text;
}

function linkIn(mail: string, path: string): string {
  return mail.split('\n').find((line) => line.startsWith(`${origin}${path}`)) ?? '';
}

test('without JavaScript, a visitor asks for news of a search, says yes, and leaves', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const heading = () => page.locator('h1').textContent();
  await page.goto(`${origin}/search?q=${encodeURIComponent('フィッシング')}&age=teen`);
  await page.getByRole('link', { name: 'この条件の新着をメールで受け取る' }).click();
  expect(await page.locator('main').textContent()).toContain('「フィッシング」、中高生');
  await page.getByRole('button', { name: '確認のメールを送る' }).click();
  expect(await page.getByRole('alert').textContent()).toContain('name@example.jp');
  await page.getByLabel('メールアドレス').fill('hanako@example.jp');
  await page.getByLabel('毎日').check();
  await page.getByRole('button', { name: '確認のメールを送る' }).click();
  expect(await heading()).toBe('確認のメールを送りました');

  const mail = await newestMail('hanako@example.jp');
  expect(mail).toContain('毎日メールで');
  await page.goto(linkIn(mail, '/alerts/confirm'));
  await page.getByRole('button', { name: '受け取りを始める' }).click();
  expect(await heading()).toBe('受け取りを始めました');
  await context.close();
});

test('with the keyboard alone, the form is filled in and sent', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${origin}/en/alerts/new`);
  await page.getByLabel('E-mail address').focus();
  await page.keyboard.type('taro@example.jp');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowUp');
  expect(await page.getByLabel('Daily').isChecked()).toBe(true);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${origin}/en/alerts/new`);
  await expect.poll(() => page.locator('h1').textContent()).toBe('We have sent you a mail');
  await context.close();
});

test('an administrator registers a webhook, sees its secret once, and removes it', async () => {
  const page = await administrator.newPage();
  await page.goto(`${origin}/admin/webhooks`);
  await page.getByRole('link', { name: 'Webhookを登録する' }).click();
  await page.getByLabel('名前').fill('県の情報共有システム');
  await page.getByLabel('送り先のアドレス').fill('http://localhost:8080/');
  await page.getByRole('button', { name: '登録する' }).click();
  expect(await page.getByRole('alert').textContent()).toContain('インターネットに公開された');
  await page.getByLabel('送り先のアドレス').fill(receiver);
  await page.getByRole('button', { name: '登録する' }).click();
  const secret = await page.locator('.one-time-secret').textContent();
  expect(secret).toMatch(/^whsec_/);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: '登録の内容へ' }).click();
  expect(await page.content()).not.toContain(secret);
  await page.getByRole('button', { name: '送信を止める' }).click();
  expect(await page.locator('main').textContent()).toContain('送信を止めています');
  await page.locator('summary', { hasText: '登録を削除する' }).click();
  await page.getByRole('button', { name: '登録を削除する' }).click();
  expect(await page.locator('main').textContent()).toContain('登録はまだありません');
  await page.close();
});

describe('axe finds nothing, and nothing is wider than the window, on', () => {
  let endpoint = '';
  let message = '';
  beforeAll(async () => {
    const page = await administrator.newPage();
    await page.goto(`${origin}/admin/webhooks/new`);
    await page.getByLabel('名前').fill('受け取る側');
    await page.getByLabel('送り先のアドレス').fill(receiver);
    await page.getByRole('button', { name: '登録する' }).click();
    endpoint = (await page.getByRole('link', { name: '登録の内容へ' }).getAttribute('href')) ?? '';
    await page.goto(`${origin}/admin/mail`);
    message = (await page.locator('tbody a').first().getAttribute('href')) ?? '';
    await page.close();
  });

  test.each([
    ['asking for news', () => `/alerts/new?q=${encodeURIComponent('フィッシング')}&purpose=protect`],
    ['a link that does not work', () => '/alerts/confirm?t=x'],
    ['the webhooks', () => '/admin/webhooks'],
    ['registering a webhook', () => '/admin/webhooks/new'],
    ['a webhook', () => endpoint],
    ['mail', () => '/admin/mail'],
    ['a mail', () => message],
  ])('%s', async (_, path) => {
    const { cookies } = await administrator.storageState();
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ colorScheme, bypassCSP: true, reducedMotion: 'reduce' });
      await context.addCookies(cookies);
      const page = await context.newPage();
      for (const language of ['ja', 'en'] as const) {
        await page.goto(origin + inLanguage(language, path()));
        expect(await violations(page), `${language}, ${colorScheme}`).toEqual([]);
        for (const width of [320, 360, 1440]) await expectToFit(page, width);
      }
      await context.close();
    }
  });
});

async function expectToFit(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 740 });
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(excess, `at ${width} px it is wider than the window by`).toBeLessThanOrEqual(0);
}
