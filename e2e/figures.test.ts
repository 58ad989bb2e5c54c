import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { violationsInBothThemes } from './axe.ts';
import { openBrowser } from './browser.ts';

const origin = inject('portal');

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function signedIn(options: Parameters<Browser['newContext']>[0]): Promise<BrowserContext> {
  const context = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  await page.goto(`${origin}/sign-in`);
  await page.locator('input[name="email"]').fill('editor@example.jp');
  await page.locator('input[name="password"]').fill('kakehashi-demo');
  await page.locator('main form button[type="submit"]').first().click();
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
  await page.close();
  return context;
}

test('by day and by night, figures and the yearly report have no fault that axe finds, at a desk and on a phone', async () => {
  const context = await signedIn({});
  const page = await context.newPage();
  for (const path of [
    '/figures?period=fiscal-year',
    '/en/figures',
    '/figures/years/2026',
    '/en/figures/years/2026',
  ]) {
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(origin + path);
      for (const summary of await page.locator('.figure-section summary').all()) await summary.click();
      expect(await violationsInBothThemes(page), `${path} at ${width}`).toEqual({ light: [], dark: [] });
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(beyond, `${path} at ${width} scrolls sideways`).toBeLessThanOrEqual(0);
    }
  }
  await context.close();
});

test('without a script the period is chosen, and each chart has its numbers in a table', async () => {
  const context = await signedIn({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${origin}/figures`);
  await page.getByRole('radio', { name: '今年度（4月から3月）' }).check();
  await page.getByRole('button', { name: '表示する' }).click();
  expect(page.url()).toContain('period=fiscal-year');
  const charts = page.locator('svg[role="img"]');
  expect(await charts.count()).toBe(2);
  for (const label of ['ページの表示と訪問者', '審査にかかった日数']) {
    const section = page.locator('section.figure-section', {
      has: page.getByRole('heading', { name: label }),
    });
    await section.locator('summary').click();
    expect(await section.locator('table tbody tr').count()).toBeGreaterThan(0);
    expect(await section.locator('svg[role="img"]').getAttribute('aria-label')).toContain(label);
  }
  await context.close();
});
