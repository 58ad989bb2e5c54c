import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { violations, violationsInBothThemes } from './axe.ts';
import { openBrowser } from './browser.ts';
import { inLanguage, templates } from './pages.ts';

const origin = inject('portal');

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/**
 * One reader's window, in which page after page is opened: styles and fonts are fetched once, and not for every page.
 * @param display  what the reader turned on
 * @returns opens a page in the window, which is then as large as at first
 */
function readBy(options: BrowserContextOptions, display = ''): (path: string) => Promise<Page> {
  const { viewport = { width: 1280, height: 720 } } = options;
  let window: Page;
  beforeAll(async () => {
    const context = await browser.newContext(options);
    await context.addCookies([{ name: 'kakehashi_display', value: display, url: origin }]);
    window = await context.newPage();
  });
  afterAll(() => window.context().close());
  return async (path) => {
    if (viewport) await window.setViewportSize(viewport);
    await window.goto(origin + path);
    return window;
  };
}

describe('in the light and in the dark theme, axe finds nothing on', () => {
  const open = readBy({ bypassCSP: true, reducedMotion: 'reduce' });
  test.each(templates.flatMap((path) => [inLanguage('ja', path), inLanguage('en', path)]))(
    '%s',
    async (path) => {
      const page = await open(path);
      expect(await violationsInBothThemes(page)).toEqual({ light: [], dark: [] });
    },
  );
});

describe('in the light and in the dark theme, the form for reporting a mistake', () => {
  const open = readBy({ bypassCSP: true, reducedMotion: 'reduce' });
  test.each(['ja', 'en'] as const)(
    'has nothing for axe when it is refused, nor when it was sent, in %s',
    async (language) => {
      const page = await open(inLanguage(language, '/reports/cyder'));
      const send = () => page.locator('main form button').click();
      await page.locator('input[name="email"]').fill('nobody');
      await send();
      await page.locator('.error-summary').waitFor();
      expect(await violationsInBothThemes(page)).toEqual({ light: [], dark: [] });
      await page.locator('.error-summary a').first().click();
      expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('body');
      await page.locator('textarea[name="body"]').fill('The date is of last year.');
      await page.locator('input[name="email"]').fill('');
      await send();
      await page.locator('main [role="status"]').waitFor();
      expect(await violationsInBothThemes(page)).toEqual({ light: [], dark: [] });
    },
  );
});

describe('with furigana and やさしい日本語, axe finds nothing on', () => {
  const open = readBy({ bypassCSP: true }, 'furigana.easy');
  test.each(['/', '/search', '/initiatives/anshin-desk', '/features/stop-ransomware', '/help/phishing'])(
    '%s',
    async (path) => {
      const page = await open(path);
      expect(await page.locator('ruby').count()).toBeGreaterThan(0);
      expect(await violations(page)).toEqual([]);
    },
  );
});

describe('at 320, 360 and 768 px, with furigana and without, nothing of a page is cut off or needs scrolling sideways', () => {
  // 1280 px at 400 % are 320 px.
  const widths = [320, 360, 768];
  const readers = [readBy({}), readBy({}, 'furigana')];
  test.each(templates.flatMap((path) => [inLanguage('ja', path), inLanguage('en', path)]))(
    '%s',
    async (path) => {
      for (const open of readers) {
        const page = await open(path);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 640 });
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - window.innerWidth,
          );
          expect(overflow, `at ${width} px it is wider than the window by`).toBeLessThanOrEqual(0);
        }
      }
    },
  );
});

describe('every target is at least 24 px in each direction, or stands in running text, on', () => {
  const open = readBy({ viewport: { width: 360, height: 640 } });
  test.each(templates)('%s', async (path) => {
    const page = await open(path);
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
    expect(small).toEqual([]);
  });
});

describe('forced colours', () => {
  const open = readBy({ forcedColors: 'active' });
  test('keep where the focus is visible', async () => {
    const page = await open('/search?purpose=know');
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(
      () => getComputedStyle(document.activeElement as Element).outlineStyle,
    );
    expect(outline).not.toBe('none');
  });
});
