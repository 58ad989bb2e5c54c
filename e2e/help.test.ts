import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { violationsInBothThemes } from './axe.ts';
import { openBrowser } from './browser.ts';
import { inLanguage } from './pages.ts';

const origin = inject('portal');
const phone = { viewport: { width: 360, height: 640 }, locale: 'ja-JP' };

let browser: Browser;
let context: BrowserContext | undefined;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  await context?.close();
  context = undefined;
});

async function open(path: string, options: BrowserContextOptions = phone, display = ''): Promise<Page> {
  context = await browser.newContext(options);
  if (display) await context.addCookies([{ name: 'kakehashi_display', value: display, url: origin }]);
  const page = await context.newPage();
  await page.goto(origin + path);
  return page;
}

/** Addresses of all situations, as /help lists them. */
async function situationPaths(): Promise<string[]> {
  const html = await (await fetch(`${origin}/help`)).text();
  const paths = [...html.matchAll(/href="(\/help\/[a-z-]+)"/g)].map(([, path]) => path as string);
  return [...new Set(paths)];
}

/** How far below the top of the window the lowest edge of an element is, in px. */
const bottomOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => element.getBoundingClientRect().bottom);

describe('on a phone', () => {
  test('home shows the search box and the way to help at once, and announces no sample as urgent', async () => {
    const page = await open('/');
    expect(await bottomOf(page, 'main input[name="q"]')).toBeLessThanOrEqual(640);
    expect(await bottomOf(page, '.hero-help li:nth-child(2) a')).toBeLessThanOrEqual(640);
    expect(await page.locator('.emergency-banner').count()).toBe(0);
  });

  test('help shows the number for danger and the first situations at once', async () => {
    const page = await open('/help');
    expect(await bottomOf(page, '.emergency-box a[href="tel:110"]')).toBeLessThanOrEqual(640);
    expect(await bottomOf(page, '.situation-groups a')).toBeLessThanOrEqual(640);
  });

  test.each([
    ['ja', ''],
    ['ja', 'easy'],
    ['en', ''],
  ] as const)(
    'every situation shows what it is, what to do and whom to call at once (%s %s)',
    async (language, display) => {
      const paths = await situationPaths();
      expect(paths.length).toBeGreaterThanOrEqual(15);
      const page = await open('/help', phone, display);
      const below: string[] = [];
      for (const path of paths) {
        await page.goto(origin + inLanguage(language, path));
        const lowest = Math.max(
          await bottomOf(page, '.page-lead'),
          await bottomOf(page, '.call-first a:is([href^="tel:"], [href^="https:"])'),
        );
        if (lowest > 640) below.push(`${path} ${Math.round(lowest)}`);
      }
      expect(below).toEqual([]);
    },
  );
});

describe('numbers', () => {
  test('are dialled as they are written, within sentences too', async () => {
    const page = await open('/help/phishing');
    const links = await page
      .locator('main a[href^="tel:"]')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(links).toContain('tel:%239110');
    expect(links).toContain('tel:110');
    expect(links.filter((href) => !/^tel:(%23)?\d+$/.test(href ?? ''))).toEqual([]);
    expect(await page.locator('.steps a[href="tel:110"]').count()).toBe(1);
  });

  test('of what is not urgent stand outside the red box', async () => {
    const page = await open('/help');
    const urgent = await page
      .locator('.emergency-box a[href^="tel:"]')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(urgent).toEqual(['tel:110']);
  });

  test('say whether somebody answers, until that changes', async () => {
    const page = await open('/help/child');
    expect(await page.locator('.call-first').innerText()).toContain('24時間');
    await page.goto(`${origin}/help/fake-warning`);
    const openingNow = page.locator('.call-first opening-now');
    expect(await openingNow.innerText()).toMatch(/受付中|受付時間外/);
    await openingNow.evaluate((element) => {
      (element as HTMLElement).dataset.until = new Date(Date.now() - 1).toISOString();
      window.dispatchEvent(new PageTransitionEvent('pageshow'));
    });
    expect(await openingNow.isVisible()).toBe(false);
  });
});

describe('the first view of a help page', () => {
  test.each(['/help', '/help/phishing', '/en/help/ransomware'])(
    'of %s needs no fonts and at most 60 kB',
    async (path) => {
      const page = await open('/nowhere');
      await page.context().clearCookies();
      const session = await page.context().newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.clearBrowserCache');
      const kinds = new Map<string, string>();
      const sizes = { fonts: 0, others: 0 };
      session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
      session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        const kind = kinds.get(requestId) ?? '';
        if (kind === 'Font') sizes.fonts += encodedDataLength;
        if (['Document', 'Stylesheet', 'Script'].includes(kind)) sizes.others += encodedDataLength;
      });
      await page.goto(origin + path, { waitUntil: 'networkidle' });
      const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} kB`;
      console.log(`${path}: fonts ${kilobytes(sizes.fonts)}, all else ${kilobytes(sizes.others)}`);
      expect(sizes.fonts).toBeLessThanOrEqual(200 * 1024);
      expect(sizes.others).toBeLessThanOrEqual(60 * 1024);
    },
  );
});

describe('without a connection, after one visit', () => {
  /** Paths and texts of what the browser keeps for this site. */
  const kept = (page: Page) =>
    page.evaluate(async () => {
      const pages: Record<string, string> = {};
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys())
          pages[new URL(request.url).pathname] = (await (await cache.match(request))?.text()) ?? '';
      }
      return pages;
    });
  const keptPaths = async (page: Page) => Object.keys(await kept(page));

  test.each(['ja', 'en'] as const)('every situation can be read, in %s', async (language) => {
    const paths = await situationPaths();
    const page = await open(inLanguage(language, '/help/phishing'));
    await expect
      .poll(async () => (await keptPaths(page)).filter((path) => path.includes('/help')).length, {
        timeout: 20_000,
      })
      .toBe(paths.length + 1);
    await page.context().setOffline(true);
    for (const path of ['/help/ransomware', '/help']) {
      await page.goto(origin + inLanguage(language, path));
      expect(await page.locator('h1').isVisible()).toBe(true);
      expect(await page.locator('a[href^="tel:"]').first().isVisible()).toBe(true);
    }
    // With its styles, and marked as a copy.
    expect(
      await page
        .locator('.telephone')
        .first()
        .evaluate((link) => getComputedStyle(link).display),
    ).toBe('grid');
    expect(await page.locator('offline-help [role="status"]').isVisible()).toBe(true);
    await expect(page.goto(origin + inLanguage(language, '/search'))).rejects.toThrow();
  });

  test('nothing is kept of what somebody signed in saw', async () => {
    const page = await open('/sign-in?to=/help');
    await page.locator('input[name="email"]').fill('provider@example.jp');
    await page.locator('input[name="password"]').fill('kakehashi-demo');
    await page.locator('main form button[type="submit"]').first().click();
    await page.goto(`${origin}/help/phishing`);
    expect(await page.locator('.signed-in-bar').count()).toBeGreaterThan(0);
    await expect.poll(() => keptPaths(page), { timeout: 20_000 }).toContain('/help/child');
    await page.goto(`${origin}/help/child`);
    await page.goto(`${origin}/help/paid`);
    const texts = Object.entries(await kept(page)).filter(([path]) => path.includes('/help'));
    expect(texts.length).toBeGreaterThan(15);
    expect(texts.filter(([, html]) => html.includes('account-bar')).map(([path]) => path)).toEqual([]);
  });

  test('nothing but help pages and the files that they need is kept', async () => {
    const page = await open('/help');
    await expect.poll(() => keptPaths(page), { timeout: 20_000 }).toContain('/help/child');
    await page.goto(`${origin}/search?q=secret`);
    await page.goto(`${origin}/help`);
    const others = (await keptPaths(page)).filter(
      (path) => !/^\/(help(\/[a-z-]+)?|assets\/[\w.-]+)$/.test(path),
    );
    expect(others).toEqual([]);
  });
});

test('every situation is printed on one sheet', async () => {
  const page = await open('/help', { locale: 'ja-JP' });
  const longer: string[] = [];
  // English is longest where most helpers are named.
  for (const path of [
    ...(await situationPaths()),
    '/en/help/paid',
    '/en/help/threatened',
    '/en/help/child',
  ]) {
    await page.goto(origin + path);
    const pdf = await page.pdf({ format: 'A4' });
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(sheets).toBeGreaterThan(0);
    if (sheets > 1) longer.push(`${path}: ${sheets}`);
  }
  expect(longer).toEqual([]);
});

test('axe finds nothing where there is danger, a form or a bank before a number, in either theme', async () => {
  const page = await open('/help', { bypassCSP: true, reducedMotion: 'reduce' });
  for (const path of ['/help/threatened', '/help/vulnerability', '/en/help/paid']) {
    await page.goto(origin + path);
    expect(await violationsInBothThemes(page), path).toEqual({ light: [], dark: [] });
  }
});
