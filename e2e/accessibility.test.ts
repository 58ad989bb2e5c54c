import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { violations } from './axe.ts';
import { openBrowser } from './browser.ts';
import { inLanguage, templates } from './pages.ts';

const origin = inject('portal');

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function visit(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(origin + path);
  return page;
}

describe.each(['light', 'dark'] as const)('in the %s theme, axe finds nothing on', (colorScheme) => {
  test.each(templates.flatMap((path) => [inLanguage('ja', path), inLanguage('en', path)]))(
    '%s',
    async (path) => {
      const context = await browser.newContext({ colorScheme, bypassCSP: true, reducedMotion: 'reduce' });
      const page = await visit(context, path);
      expect(await violations(page)).toEqual([]);
      await context.close();
    },
  );
});

describe('with furigana and やさしい日本語, axe finds nothing on', () => {
  test.each(['/', '/search', '/initiatives/anshin-desk', '/features/stop-ransomware', '/help/phishing'])(
    '%s',
    async (path) => {
      const context = await browser.newContext({ bypassCSP: true });
      await context.addCookies([{ name: 'kakehashi_display', value: 'furigana.easy', url: origin }]);
      const page = await visit(context, path);
      expect(await page.locator('ruby').count()).toBeGreaterThan(0);
      expect(await violations(page)).toEqual([]);
      await context.close();
    },
  );
});

describe('at 320, 360 and 768 px, with furigana and without, nothing of a page is cut off or needs scrolling sideways', () => {
  // 1280 px at 400 % are 320 px.
  const widths = [320, 360, 768];
  test.each(templates.flatMap((path) => [inLanguage('ja', path), inLanguage('en', path)]))(
    '%s',
    async (path) => {
      const context = await browser.newContext();
      for (const value of ['', 'furigana']) {
        await context.addCookies([{ name: 'kakehashi_display', value, url: origin }]);
        const page = await visit(context, path);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 640 });
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - window.innerWidth,
          );
          expect(overflow, `at ${width} px it is wider than the window by`).toBeLessThanOrEqual(0);
        }
        await page.close();
      }
      await context.close();
    },
  );
});

test('every target is at least 24 px in each direction, or stands in running text', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
  for (const path of templates) {
    const page = await visit(context, path);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary')]
        .filter((element) => {
          const { width, height } = element.getBoundingClientRect();
          if (width === 0 || height === 0 || element.closest('p, .prose, .visually-hidden, .skip-link'))
            return false;
          // A label around a control, or a link over its whole card, is the target.
          if (element.closest('label')) return false;
          return width < 24 || height < 24;
        })
        .map((element) => `${element.outerHTML.slice(0, 90)} ${element.getBoundingClientRect().height}`),
    );
    expect(small, path).toEqual([]);
    await page.close();
  }
  await context.close();
});

test('forced colours keep what is set and where the focus is visible', async () => {
  const context = await browser.newContext({ forcedColors: 'active' });
  const page = await visit(context, '/search?purpose=know');
  await page.keyboard.press('Tab');
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle);
  expect(outline).not.toBe('none');
  await context.close();
});
