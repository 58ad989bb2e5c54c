import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { violations } from './axe.ts';
import { openBrowser } from './browser.ts';

const origin = inject('portal');
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('somebody without an account finds where to ask for one, and is told what is missing', async () => {
  const page = await (await browser.newContext({ bypassCSP: true })).newPage();
  await page.goto(`${origin}/sign-in`);
  await page.getByRole('link', { name: /アカウントを.*申.*し.*込.*む/ }).click();
  await page.waitForURL(`${origin}/account-requests`);
  await page.locator('[name="organisation"]').fill('青葉まなび株式会社');
  await page.locator('[name="email"]').press('Enter');
  await page.locator('.error-summary a[href="#email"]').click();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('email');
  expect(await page.locator('[name="organisation"]').inputValue()).toBe('青葉まなび株式会社');
  expect(await violations(page)).toEqual([]);
  await page.locator('[name="email"]').fill(`aoba-${Date.now()}@example.jp`);
  await page.locator('main form button').click();
  await page.locator('main [role="status"]', { hasText: 'メール' }).waitFor();
  expect(await violations(page)).toEqual([]);
});
