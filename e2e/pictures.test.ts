import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { jpegFile, withExif } from '../apps/portal/src/platform/pictures/testing/picture-files.ts';
import { violations } from './axe.ts';
import { openBrowser } from './browser.ts';
import { EntryForm } from './entry-form.ts';

const origin = inject('portal');

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const photograph = (width: number, height: number) => ({
  name: 'IMG_0001.JPG',
  mimeType: 'image/jpeg',
  buffer: withExif(jpegFile(width, height)),
});

/** The last step of a new entry, in a browser of its own that heeds the page's security policy. */
async function lastStep(
  options: BrowserContextOptions = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  await page.goto(`${origin}/sign-in`);
  await page.locator('input[name="email"]').fill('provider@example.jp');
  await page.locator('input[name="password"]').fill('kakehashi-demo');
  await page.locator('main form button[type="submit"]').first().click();
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
  await page.goto(`${origin}/desk/new`);
  const form = await EntryForm.begin(page);
  await page.goto(`${origin}/desk/entries/${form.id}/edit?step=more`);
  return { page, context };
}

const shown = (page: Page) => page.locator('.chosen-picture img');

/** Pixels of a picture that has arrived, and those that the page had kept free for it. */
function sizes(page: Page): Promise<number[]> {
  return shown(page).evaluate((image: HTMLImageElement) => [image.naturalWidth, image.width > 0 ? 1 : 0]);
}

test('a picture is seen and saved as soon as it is chosen, and leaves with its text', async () => {
  const { page, context } = await lastStep();
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.locator('[id="picture.file"]').setInputFiles(photograph(400, 300));
  await page.getByText('画像を受け取りました').waitFor();
  await page.locator('.autosave-status', { hasText: '保存しました' }).waitFor();
  await expect.poll(() => sizes(page)).toEqual([400, 1]);
  const saved = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await page.locator('[name="picture.ja"]').fill('左が黒く、右が白い見本');
  await saved;
  await page.reload();
  await expect.poll(() => sizes(page)).toEqual([400, 1]);
  expect(await shown(page).getAttribute('alt')).toBe('左が黒く、右が白い見本');

  await page.locator('[id="picture.file"]').setInputFiles({
    name: 'drawing.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  });
  await page.getByText('画像として読めませんでした').waitFor();
  expect(faults.filter((fault) => /Content Security Policy/.test(fault))).toEqual([]);

  await page.getByLabel('この画像を外す').check();
  await page.getByRole('button', { name: '保存して一覧へ' }).click();
  await page.waitForURL(/done=saved/);
  await page.goBack();
  await page.reload();
  expect(await shown(page).count()).toBe(0);
  await context.close();
});

test('without a script the file goes with the form', async () => {
  const { page, context } = await lastStep({ javaScriptEnabled: false });
  await page.locator('[id="picture.file"]').setInputFiles(photograph(400, 300));
  await page.locator('[name="picture.ja"]').fill('左が黒く、右が白い見本');
  await page.getByRole('button', { name: '保存して次へ' }).click();
  await page.waitForURL(/\/(check|call)/);
  await page.goBack();
  await page.reload();
  expect(await shown(page).getAttribute('width')).toBe('400');
  await context.close();
});

test('the step with a picture has no fault that axe finds', async () => {
  const { page, context } = await lastStep({ bypassCSP: true });
  await page.locator('[id="picture.file"]').setInputFiles(photograph(400, 300));
  await page.getByText('画像を受け取りました').waitFor();
  expect(await violations(page)).toEqual([]);
  await context.close();
});
