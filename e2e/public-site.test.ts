import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { openBrowser } from './browser.ts';

const origin = inject('portal');

let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  context = await browser.newContext({ locale: 'ja-JP', ...options });
  page = await context.newPage();
  complaints = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
}

beforeEach(() => open());
afterEach(async () => {
  expect(complaints, 'the browser complained').toEqual([]);
  await context.close();
});

const go = (path: string) => page.goto(origin + path);
const heading = () => page.locator('h1').innerText();

describe('the menu and the filters', () => {
  test.each([
    ['/', 1024],
    ['/', 1440],
    ['/en', 1024],
    ['/en', 1440],
    ['/en/programmes', 1440],
  ])('of %s break no word or number at %i px', async (path, width) => {
    await context.close();
    await open({ viewport: { width, height: 900 } });
    await go(path);
    const broken = await page.locator('.menu a, .facet-count').evaluateAll((all) =>
      all
        .filter((element) => {
          const range = document.createRange();
          range.selectNodeContents(element);
          const tops = [...range.getClientRects()].map(({ top }) => Math.round(top / 8));
          return new Set(tops).size > 1;
        })
        .map((element) => element.textContent),
    );
    expect(broken).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  });
});

describe('a visitor arrives at what helps', () => {
  test('from a word', async () => {
    await go('/');
    await page.getByRole('combobox').fill('身代金ウイルス');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?q=/);
    expect(await heading()).toContain('身代金ウイルス');
    await page.getByRole('link', { name: /No More Ransom/ }).click();
    expect(await page.getByRole('link', { name: /公式/ }).first().getAttribute('href')).toContain(
      'nomoreransom.org',
    );
  });

  test('from an age group, in two taps', async () => {
    await go('/');
    await page
      .getByRole('main')
      .getByRole('link', { name: /^シニア/ })
      .click();
    expect(page.url()).toContain('age=senior');
    await page.getByRole('link', { name: 'デジタル活用支援推進事業' }).click();
    expect(await heading()).toContain('デジタル活用支援');
  });

  test('from a few questions, with the reason for each proposal', async () => {
    await go('/finder');
    await page.getByRole('link', { name: '中小企業' }).click();
    await page.getByRole('link', { name: '知って対策を進めたい' }).click();
    await page.getByRole('link', { name: '手引や教材を読んで進めたい' }).click();
    expect(await page.getByText('中小企業に向けているため').count()).toBeGreaterThan(0);
    expect(await page.getByRole('link', { name: '中小企業の情報セキュリティ対策ガイドライン' }).count()).toBe(
      1,
    );
  });

  test('from trouble, on every page, one tap from what to do first', async () => {
    for (const path of ['/', '/search', '/initiatives/cyder', '/about']) {
      await go(path);
      await page.getByRole('link', { name: 'まずすること' }).click();
      expect(page.url()).toContain('/help');
    }
    await page
      .getByRole('main')
      .getByRole('link', { name: /偽サイトにID/ })
      .click();
    expect(await page.getByText('#9110').count()).toBeGreaterThan(0);
  });

  test('in English', async () => {
    await go('/initiatives/cyder');
    await page.getByRole('link', { name: 'English' }).click();
    expect(page.url()).toBe(`${origin}/en/initiatives/cyder`);
    expect(await heading()).toContain('Cyber Defense Exercise');
  });
});

describe('the results', () => {
  test('follow each condition in place, and every state is an address', async () => {
    await go('/search');
    const before = await heading();
    await page.getByLabel('資格を取る').check();
    await page.waitForURL(/purpose=qualify/);
    await page.waitForFunction((old) => document.querySelector('h1')?.textContent !== old, before);
    const narrowed = await heading();
    await page.goBack();
    await page.waitForFunction((old) => document.querySelector('h1')?.textContent !== old, narrowed);
    expect(await heading()).toBe(before);
    await go('/search?purpose=qualify');
    expect(await heading()).toBe(narrowed);
    expect(await page.getByLabel('資格を取る').isChecked()).toBe(true);
  });

  test('say which other words were searched, and offer the words as typed', async () => {
    await go(`/search?q=${encodeURIComponent('身代金ウイルス')}`);
    expect(await page.getByText('同じ意味のことば').count()).toBe(1);
    await page.getByRole('link', { name: '入力したことばだけで探す' }).click();
    await page.waitForURL(/exact=1/);
  });

  test('mark what matched', async () => {
    await go(`/search?q=${encodeURIComponent('ランサムウェア')}`);
    expect(await page.locator('mark').first().innerText()).toMatch(/ランサムウェア|RANSOMWARE/);
  });

  test('that are empty lead on', async () => {
    await go(`/search?q=${encodeURIComponent('CYDER')}&age=child`);
    const way = page.getByRole('main').getByRole('link', { name: /小学生/ });
    expect(await way.count()).toBeGreaterThan(0);
  });

  test('are read on in pages of twenty', async () => {
    await go('/search');
    expect(await page.locator('#results h2').count()).toBe(20);
    await page.getByRole('link', { name: '2ページ', exact: true }).click();
    await page.waitForURL(/page=2/);
  });

  test('on a phone show under one line how many conditions are set, opened in place', async () => {
    await context.close();
    await open({ viewport: { width: 360, height: 740 } });
    await go('/search?purpose=know&age=senior');
    const fold = page.locator('summary', { hasText: 'しぼりこみ' });
    expect(await fold.innerText()).toContain('2');
    expect(await page.getByLabel('相談する').isVisible()).toBe(false);
    await fold.click();
    expect(await page.getByLabel('相談する').isVisible()).toBe(true);
  });
});

describe('without JavaScript', () => {
  beforeEach(async () => {
    await context.close();
    await open({ javaScriptEnabled: false });
  });

  test('searching, narrowing, sorting and turning pages work', async () => {
    await go('/');
    await page.getByRole('searchbox').fill('演習');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?q=/);
    await page.getByLabel('人を育てる').check();
    await page
      .getByRole('button', { name: /しぼりこむ/ })
      .first()
      .click();
    expect(page.url()).toContain('purpose=train');
    expect(await page.getByRole('link', { name: /CYDER/ }).count()).toBeGreaterThan(0);
  });

  test('the phone menu opens a real list', async () => {
    await context.close();
    await open({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
    await go('/');
    await page.locator('summary', { hasText: 'メニュー' }).click();
    await page.getByRole('navigation').getByRole('link', { name: '特集' }).first().click();
    expect(page.url()).toContain('/features');
  });

  test('furigana and やさしい日本語 are turned on and off', async () => {
    await go('/initiatives/anshin-desk');
    await page.getByRole('button', { name: /ふりがな/ }).click();
    expect(page.url()).toContain('/initiatives/anshin-desk');
    expect(await page.locator('main ruby').count()).toBeGreaterThan(5);
    await page.getByRole('button', { name: /ふりがな|ひらがな/ }).click();
    expect(await page.locator('main ruby').count()).toBe(0);
  });
});

describe('on paper', () => {
  test('a record stands black on white with its facts and address, without what only a screen needs', async () => {
    await context.close();
    await open({ colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    await page.goto(`${origin}/initiatives/cyder`);
    for (const screenOnly of ['.emergency-strip', '.menu', '.display-settings', '.breadcrumb'])
      expect(await page.locator(screenOnly).first().isVisible(), screenOnly).toBe(false);
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    expect(await page.getByText('cyder.nict.go.jp').first().isVisible()).toBe(true);
    const colours = await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.documentElement);
      return { color, backgroundColor };
    });
    expect(colours).toEqual({ color: 'rgb(0, 0, 0)', backgroundColor: 'rgb(255, 255, 255)' });
  });

  test('results keep their cards, without filters and pages', async () => {
    await page.emulateMedia({ media: 'print' });
    await page.goto(`${origin}/search`);
    expect(await page.locator('.card').first().isVisible()).toBe(true);
    for (const screenOnly of ['.filters', '.pagination', '.sort', 'search'])
      expect(await page.locator(screenOnly).first().isVisible(), screenOnly).toBe(false);
  });
});

describe('with the keyboard alone', () => {
  test('the first stop skips to the content', async () => {
    await go('/search');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  });

  test('a search is made, narrowed and opened, the focus always visible', async () => {
    await go('/');
    const reach = async (matches: string) => {
      for (let step = 0; step < 120; step += 1) {
        await page.keyboard.press('Tab');
        const found = await page.evaluate(
          (selector) => document.activeElement?.matches(selector) ?? false,
          matches,
        );
        const style = await page.evaluate(() => {
          // The focus outline may be on the box around a field.
          for (
            let element = document.activeElement;
            element && element !== document.body;
            element = element.parentElement
          ) {
            const { outlineStyle, boxShadow } = getComputedStyle(element);
            if (outlineStyle !== 'none' || boxShadow !== 'none') return true;
          }
          return false;
        });
        expect(style, 'the focus cannot be seen').toBe(true);
        if (found) return;
      }
      throw new Error(`${matches} is not reached with Tab`);
    };
    await reach('input[name="q"]');
    await page.keyboard.type('フィッシング');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?q=/);
    await reach('input[name="purpose"][value="know"]');
    await page.keyboard.press('Space');
    await page.waitForURL(/purpose=know/);
    await reach('#results h2 a');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/initiatives\//);
  });
});

describe('the first view', () => {
  const paths = ['/', '/search', '/initiatives/cyder', '/features/stop-ransomware'];

  test.each(paths)('of %s stays within 60 kB compressed without fonts, 15 kB of it scripts', async (path) => {
    const sizes = { all: 0, script: 0 };
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    const kinds = new Map<string, string>();
    session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const kind = kinds.get(requestId) ?? '';
      if (['Document', 'Stylesheet', 'Script'].includes(kind)) sizes.all += encodedDataLength;
      if (kind === 'Script') sizes.script += encodedDataLength;
    });
    await page.goto(origin + path, { waitUntil: 'networkidle' });
    console.log(
      `${path}: ${(sizes.all / 1024).toFixed(1)} kB, ${(sizes.script / 1024).toFixed(1)} kB of scripts`,
    );
    expect(sizes.all).toBeLessThanOrEqual(60 * 1024);
    expect(sizes.script).toBeLessThanOrEqual(15 * 1024);
  });

  test.each(paths)('of %s does not shift', async (path) => {
    await page.addInitScript(() => {
      const view = window as unknown as { shift: number };
      view.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
          view.shift += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(origin + path, { waitUntil: 'networkidle' });
    await page.evaluate(() => document.fonts.ready);
    const shift = await page.evaluate(() => (window as unknown as { shift: number }).shift);
    console.log(`${path}: layout shift ${shift.toFixed(4)}`);
    expect(shift).toBeLessThan(0.01);
  });

  test('asks nothing of any other site', async () => {
    const strangers: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
        strangers.push(request.url());
    });
    for (const path of paths) await page.goto(origin + path, { waitUntil: 'networkidle' });
    expect(strangers).toEqual([]);
  });
});
