import { buffer } from 'node:stream/consumers';
import type { Browser, BrowserContext, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { readSheet } from '../apps/portal/src/platform/workers/sheet-reading.ts';
import { writeXlsx } from '../packages/spreadsheets/src/index.ts';
import { violations, violationsInBothThemes } from './axe.ts';
import { openBrowser } from './browser.ts';
import { Visitors } from './visitors.ts';

const origin = inject('portal');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const isoDay = (inDays: number) => new Date(Date.now() + inDays * 86_400_000).toISOString().slice(0, 10);

describe.each([
  ['on a phone without JavaScript', { viewport: { width: 360, height: 740 }, javaScriptEnabled: false }],
  ['at a desk', { viewport: { width: 1280, height: 800 } }],
])('a manager %s', (_, options) => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    context = await browser.newContext({ ...options, reducedMotion: 'reduce', acceptDownloads: true });
    page = await context.newPage();
  });
  afterAll(() => context.close());

  test('finds a programme by whom it is for and when it starts', async () => {
    await page.goto(`${origin}/programmes?people=managers&sort=soonest`);
    const cards = page.locator('.results article');
    expect(await cards.count()).toBeGreaterThan(5);
    await page.goto(`${origin}/programmes?people=managers&when=evening`);
    await page.getByRole('link', { name: 'DX企画者のための「最初から守る」実践' }).click();
    await page.locator('h1', { hasText: '最初から守る' }).waitFor();
  });

  test('compares it with another that teaches much the same', async () => {
    await page.getByRole('link', { name: 'ほかの講座と比べる' }).click();
    await page.locator('.comparison-proposed .button').first().click();
    await page.locator('.compare-table').waitFor();
    expect(await page.locator('[data-differs]').count()).toBeGreaterThan(1);
    expect(new URL(page.url()).searchParams.getAll('id')).toHaveLength(2);
    const { scrollWidth, clientWidth } = await widths(page);
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  });

  test('sees what the training benefit pays for it, fee and start filled in', async () => {
    await page.goto(`${origin}/programmes/dx-security-first`);
    await page.getByRole('link', { name: 'いくら戻るかを見る' }).click();
    await page.waitForURL(/\/benefits\/calculator/);
    expect(await page.locator('main').innerText()).toContain('9,900');
  });

  test('takes a run into a calendar', async () => {
    await page.goto(`${origin}/programmes/dx-security-first`);
    const waiting = page.waitForEvent('download');
    await page
      .getByRole('link', { name: /^カレンダーに入れる/ })
      .first()
      .click();
    const file = await textOf(await waiting);
    expect(file).toContain('BEGIN:VCALENDAR');
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(3);
    expect(file).toContain('DTSTART;TZID=Asia/Tokyo:');
  });
});

async function widths(page: Page): Promise<{ scrollWidth: number; clientWidth: number }> {
  const box = await page.locator('html').boundingBox();
  const main = await page.locator('main').boundingBox();
  return { scrollWidth: main?.width ?? 0, clientWidth: box?.width ?? 0 };
}

async function textOf(download: Download): Promise<string> {
  return (await buffer(await download.createReadStream())).toString();
}

describe('a provider', () => {
  let page: Page;
  beforeAll(async () => {
    page = await new Visitors(browser, origin).pageOf('provider', '/desk/programmes');
  });

  test('adds runs by Excel, which are public at once, and is told which cell to mend', async () => {
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: '見本のファイル（Excel）' }).click();
    const template = await buffer(await (await waiting).createReadStream());
    const [headings = []] = (await readSheet(template)).rows;
    const row = (cells: Record<string, string>) =>
      headings.map((heading) => cells[heading.replace(' *', '')] ?? '');
    const good = {
      講座: '新入社員の情報の扱い方',
      開催日: isoDay(40),
      開始時刻: '13:00',
      終了時刻: '16:00',
      会場かオンラインか: '会場',
      会場の都道府県: '鳥取県',
      会場の名前: '見本会館 2階',
    };
    const rows = [headings, row(good), row({ ...good, 開催日: isoDay(41), 会場の都道府県: '' })];
    const sheet = { name: '入力', columns: [], rows: rows.map((cells) => cells.map((text) => ({ text }))) };
    await page.locator('input[type="file"]').setInputFiles({
      name: '日程.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: await writeXlsx([sheet]),
    });
    await page.getByRole('button', { name: '送って載せる' }).click();
    await page.locator('#outcome').waitFor();
    const said = await page.locator('main').innerText();
    expect(said).toContain('新しく載せた日程 1件');
    expect(said).toMatch(/セル [A-Z]+3/);
    expect(said).toContain('会場で開くときは、都道府県を選んでください。');
    expect(await violations(page)).toEqual([]);
    await page.goto(`${origin}/programmes/newcomers`);
    expect(await page.locator('main').innerText()).toContain('鳥取県 見本会館 2階');
    await page.goto(`${origin}/programmes?region=31`);
    expect(await page.locator('.results').innerText()).toContain('新入社員の情報の扱い方');
  });

  test('changes and cancels a run by hand, and the pages have nothing for axe in both themes', async () => {
    await page.goto(`${origin}/desk/programmes`);
    expect(await violationsInBothThemes(page)).toEqual({ light: [], dark: [] });
    await page.getByRole('link', { name: '新入社員の情報の扱い方' }).click();
    expect(await violationsInBothThemes(page)).toEqual({ light: [], dark: [] });
    await page
      .getByRole('button', { name: /中止にする/ })
      .first()
      .click();
    await page.getByText('載せました。').waitFor();
    await page.goto(`${origin}/programmes/newcomers`);
    expect(await page.locator('.programme-runs').innerText()).toContain('中止');
  });
});
