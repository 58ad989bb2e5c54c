import { buffer } from 'node:stream/consumers';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { readSheet } from '../apps/portal/src/platform/workers/sheet-reading.ts';
import { writeXlsx } from '../packages/spreadsheets/src/index.ts';
import { violations } from './axe.ts';
import { openBrowser } from './browser.ts';

const origin = inject('portal');
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  context = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce', acceptDownloads: true });
  page = await context.newPage();
  await page.goto(`${origin}/sign-in`);
  await page.locator('input[name="email"]').fill('provider@example.jp');
  await page.locator('input[name="password"]').fill('kakehashi-demo');
  await page.locator('main form button[type="submit"]').first().click();
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
});
afterAll(() => browser.close());

async function downloaded(link: RegExp): Promise<Buffer> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: link }).first().click();
  return buffer(await (await waiting).createReadStream());
}

async function upload(name: string, rows: readonly (readonly string[])[]): Promise<void> {
  const sheet = { name: '入力', columns: [], rows: rows.map((cells) => cells.map((text) => ({ text }))) };
  const buffer = await writeXlsx([sheet]);
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page.goto(`${origin}/desk/import`);
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType, buffer });
  await page.getByRole('button', { name: 'ファイルを送って確かめる' }).click();
  await page.locator('h1', { hasText: '読み取った内容' }).waitFor();
}

/** The page in both languages. */
async function accessible(): Promise<void> {
  expect(await violations(page)).toEqual([]);
  const { pathname, search } = new URL(page.url());
  const english = await context.newPage();
  await english.goto(`${origin}/en${pathname}${search}`);
  expect(await violations(english)).toEqual([]);
  await english.close();
}

test('a file with errors comes back with them marked; mended, its rows are entered while a bar shows how far', async () => {
  await page.goto(`${origin}/desk`);
  await page.getByRole('link', { name: 'まとめて登録' }).first().click();
  await accessible();
  const template = await readSheet(await downloaded(/見本（Excel）/));
  const [headings = [], example = []] = template.rows;
  const count = 1_500;
  const rows = Array.from({ length: count }, (_, index) =>
    example.map((cell, column) =>
      column === 0 ? `E2E-${index}` : column === 1 ? `一括の講座 ${index}` : cell,
    ),
  );
  const address = headings.findIndex((heading) => heading.startsWith('公式ページ'));
  const [first = []] = rows;
  const wrong = first.with(address, 'www.example.jp');
  await upload('取組の一覧.xlsx', [headings, wrong, ...rows.slice(1)]);
  await accessible();
  expect(await page.locator('main').textContent()).toContain('https:// か http:// で始まるアドレス');

  const corrected = (await readSheet(await downloaded(/直すためのファイル（Excel）/))).rows;
  const mended = corrected.map((cells, index) =>
    index === 1 ? cells.with(address, 'https://example.jp/') : cells,
  );
  await upload('直した一覧.xlsx', mended);
  await page.getByRole('radio', { name: /すべての行/ }).check();
  await page.getByRole('radio', { name: '下書きにする' }).check();
  await page.getByRole('button', { name: '取り込む', exact: true }).click();
  await page.locator('progress').waitFor();
  await accessible();
  await page.locator('h1', { hasText: '取り込みが終わりました' }).waitFor();
  await accessible();
  expect(await page.locator('main').textContent()).toContain('1,500行');

  await page.goto(`${origin}/desk`);
  expect(await page.locator('tbody tr').count()).toBe(50);
  await accessible();
});

test('evidence is attached, an unsuited file is refused with the reason, and a draft is discarded', async () => {
  await page.goto(`${origin}/desk`);
  await page.locator('tbody a').first().click();
  await page.locator('input[name="evidence"]').setInputFiles({
    name: '根拠 資料.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\n'),
  });
  await page.getByRole('button', { name: '資料を付ける' }).click();
  await page.getByRole('link', { name: '根拠 資料.pdf' }).waitFor();
  await accessible();
  expect((await downloaded(/根拠 資料/)).toString()).toBe('%PDF-1.7\n');

  await page.locator('input[name="evidence"]').setInputFiles({
    name: 'page.html',
    mimeType: 'text/html',
    buffer: Buffer.from('<script>alert(1)</script>'),
  });
  await page.getByRole('button', { name: '資料を付ける' }).click();
  await page.locator('.error-summary').waitFor();
  expect(await violations(page)).toEqual([]);

  await page.getByRole('link', { name: '下書きを捨てる' }).click();
  await accessible();
  await page.getByRole('button', { name: '捨てる', exact: true }).click();
  await page.locator('main', { hasText: '下書きを捨てました' }).waitFor();
});

test('a file that cannot be read says so', async () => {
  await page.goto(`${origin}/desk/import`);
  await page.locator('input[type="file"]').setInputFiles({
    name: 'a.xls',
    mimeType: 'application/vnd.ms-excel',
    buffer: Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  });
  await page.getByRole('button', { name: 'ファイルを送って確かめる' }).click();
  await page.locator('h1', { hasText: '読めませんでした' }).waitFor();
  await accessible();
});

test('a file over the limit ends on a page that names the limit and leads back', async () => {
  await page.goto(`${origin}/desk/import`);
  const buffer = Buffer.alloc(12 * 1024 * 1024, 'a');
  await page.locator('input[type="file"]').setInputFiles({ name: '取組.xlsx', mimeType: 'x/x', buffer });
  await page.getByRole('button', { name: 'ファイルを送って確かめる' }).click();
  await page.getByText('ここで一度に送れるのは10 MBまでです').waitFor();
  await page.getByRole('link', { name: '前のページに戻る' }).click();
  await page.locator('input[type="file"]').waitFor();
});

test('everything an import left as drafts is sent for review by one button', async () => {
  await page.goto(`${origin}/desk/import`);
  const { rows } = await readSheet(await downloaded(/見本（Excel）/));
  const [headings = [], example = []] = rows;
  const named = [1, 2, 3].map((at) =>
    example.map((cell, column) => {
      const heading = headings[column] ?? '';
      if (heading.startsWith('名前（日本語）')) return `一つのボタンで送る講座 第${at}回`;
      // The template's days are examples, and may have passed.
      return heading.endsWith('*') ? cell : '';
    }),
  );
  await upload('三つ.xlsx', [headings, ...named]);
  await page.getByRole('button', { name: '取り込む' }).click();
  await page.getByRole('button', { name: '下書き3件を審査に送る' }).waitFor();
  await accessible();
  await page.getByLabel('審査担当へのひとこと').fill('まとめて送ります');
  await page.getByRole('button', { name: '下書き3件を審査に送る' }).click();
  await page.locator('.facts > div', { hasText: '審査に送った行' }).getByText('3行').waitFor();
  expect(await page.getByRole('button', { name: /を審査に送る/ }).count()).toBe(0);
});
