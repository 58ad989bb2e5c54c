/** Links of entries: the portal runs within this test, since it alone is about calling them. */
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestPortal, type TestPortal } from '../apps/portal/test/test-portal.ts';
import { violations } from './axe.ts';
import { openBrowser } from './browser.ts';
import { EntryForm, takeAndTick, tick } from './entry-form.ts';
import { Visitors } from './visitors.ts';

const assetsDir = fileURLToPath(new URL('../apps/portal/dist/client', import.meta.url));
/** Nobody outside can open it, so that it is dead without a call. */
const deadLink = 'http://10.0.0.1/course';

let portal: TestPortal;
let browser: Browser;
let visitors: Visitors;
beforeAll(async () => {
  portal = await openTestPortal({ assetsDir, env: { KAKEHASHI_LINK_CHECKS: '1' } });
  browser = await openBrowser();
  visitors = new Visitors(browser, `http://127.0.0.1:${portal.port}`);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

test('an entry with a dead link, approved at once, is published only with a reason', async () => {
  const entry = await EntryForm.begin(await visitors.pageOf('provider', '/desk/new'));
  await entry.fillTexts({ 'title.ja': 'リンクの切れた講座', url: deadLink });
  await entry.fillChoices();
  await entry.send();
  const { page: own, id } = entry;
  await own.getByRole('heading', { name: '書かれているリンク先' }).waitFor();
  expect(await violations(own)).toEqual([]);

  const page = await visitors.pageOf('reviewer', `/review/${id}`);
  await takeAndTick(page);
  expect(await violations(page)).toEqual([]);
  const approve = () => page.getByRole('button', { name: '承認して公開する' }).click();
  await approve();
  await page.locator('.error-summary a', { hasText: '開けないリンクがあります' }).click();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('despite');
  expect(await page.locator('main').innerText()).toContain('外部から開けないアドレスです');
  expect(await violations(page)).toEqual([]);
  await own.reload();
  expect(await own.locator('main').innerText()).toContain('外部から開けないアドレスです');

  await page.locator('input[name="despite"]').fill('講座のページは社内の案内用です');
  await tick(page);
  await approve();
  await page.locator('main', { hasText: '公開中' }).waitFor();
});
