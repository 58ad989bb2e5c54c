import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { violations } from './axe.ts';
import { openBrowser } from './browser.ts';
import { fillEntry } from './entry-form.ts';
import { Visitors } from './visitors.ts';

const origin = inject('portal');
/** Nobody outside can open it, so that it is dead without a call. */
const deadLink = 'http://10.0.0.1/course';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Enters and sends, from the list of entries, one whose official page is dead. @returns its id */
async function send(page: Page): Promise<string> {
  await page.getByRole('link', { name: '新しく登録する' }).click();
  await page.getByRole('button', { name: '入力をはじめる' }).click();
  await page.waitForURL(/\/edit/);
  const id = /entries\/([^/]+)\//.exec(page.url())?.[1] ?? '';
  await fillEntry(page, {
    'title.ja': 'リンクの切れた講座',
    'summary.ja': '会社の情報を守る最初の一歩を、半日で学びます。',
    'description.ja': '演習を通して学びます。',
    'operator.ja': '見本トレーニング株式会社',
    url: deadLink,
    'join.ja': '公式ページから申し込みます。',
  });
  await page.goto(`${origin}/desk/entries/${id}/check`);
  await page.locator('[name="reason"]').fill('新しい講座です');
  await page.getByRole('button', { name: '審査に送る' }).click();
  await page.waitForURL(/done=sent/);
  return id;
}

test('an entry with a dead link is published only with a reason', async () => {
  const visitors = new Visitors(browser, origin);
  const id = await send(await visitors.pageOf('provider', '/desk'));
  const page = await visitors.pageOf('reviewer', `/review/${id}`);
  await page.getByRole('button', { name: 'この審査を担当する' }).click();
  const result = page.getByText('外部から開けないアドレスです');
  await expect
    .poll(
      async () => {
        await page.reload();
        return result.count();
      },
      { timeout: 120_000, interval: 2_000 },
    )
    .toBeGreaterThan(0);
  expect(await violations(page)).toEqual([]);

  const approve = async () => {
    for (const box of await page.locator('input[name="met"]').all()) await box.check();
    await page.getByRole('button', { name: '承認して公開する' }).click();
  };
  await approve();
  await page.locator('.error-summary a', { hasText: '開けないリンクがあります' }).click();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('despite');
  expect(await violations(page)).toEqual([]);
  await page.locator('input[name="despite"]').fill('講座のページは社内の案内用です');
  await approve();
  await page.locator('main', { hasText: '公開中' }).waitFor();
}, 180_000);
