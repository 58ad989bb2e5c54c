import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './browser.ts';

const origin = inject('portal');

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The page with a form for alerts by mail, whose address takes 254 characters. */
const form = `${origin}/alerts/new`;

test('the limit of a line is heard at once, and seen when one comes near it', async () => {
  const page = await browser.newPage();
  await page.goto(form);
  const field = page.getByRole('textbox', { name: 'メールアドレス' });
  const count = page.locator('text-count[data-for="email"]');
  const height = async () => (await count.boundingBox())?.height ?? 0;
  const id = await field.getAttribute('aria-describedby');
  expect(id).toContain('email-count');
  expect(await page.locator('#email-count').textContent()).toContain('254字まで');
  expect(await height()).toBeLessThanOrEqual(1);
  await field.fill(`${'a'.repeat(228)}@example.jp`);
  expect(await height()).toBeGreaterThan(10);
  expect(await count.textContent()).toContain('あと15字（254字まで）');
  await field.fill('a@example.jp');
  expect(await height()).toBeLessThanOrEqual(1);
  await page.close();
});

test('without JavaScript it is seen all along', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(form);
  expect(await page.getByText('254字まで').isVisible()).toBe(true);
  expect((await page.locator('text-count[data-for="email"]').boundingBox())?.height).toBeGreaterThan(10);
  await context.close();
});

test('the search box says how much it takes', async () => {
  const page = await browser.newPage();
  for (const [path, message] of [
    ['/search', '200字まで'],
    ['/en/search', 'Up to 200 characters'],
  ]) {
    await page.goto(origin + path);
    const id = await page.locator('input[name="q"]').first().getAttribute('aria-describedby');
    expect(await page.locator(`[id="${id}"]`).textContent()).toBe(message);
  }
  await page.close();
});
