import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { violations } from './axe.ts';
import { openBrowser } from './browser.ts';
import { EntryForm } from './entry-form.ts';
import { Visitors } from './visitors.ts';

const origin = inject('portal');

let browser: Browser;
let visitors: Visitors;

beforeAll(async () => {
  browser = await openBrowser();
  visitors = new Visitors(browser, origin);
});
afterAll(() => browser.close());

/** Enters and sends an initiative as a provider does. @returns its id */
async function send(title: string, texts: Parameters<EntryForm['fillTexts']>[0] = {}): Promise<string> {
  const page = await visitors.pageOf('provider', '/desk/new');
  const entry = await EntryForm.begin(page);
  await entry.fillTexts({ 'title.ja': title, ...texts });
  await entry.fillChoices();
  await entry.next(/\/(check|call)$/);
  await entry.send();
  await page.close();
  return entry.id;
}

/** Whether a page fits a phone and a desktop, without anything that axe finds. */
async function expectSound(page: Page): Promise<void> {
  for (const width of [360, 1_440]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
}

test('a reviewer reads a text as its readers will, unfolds what was typed, and opens the preview', async () => {
  const id = await send('見え方の講座', {
    'description.ja': '## 内容\n\n**演習**を通して[学びます](/help)。',
  });
  const review = await visitors.pageOf('reviewer', `/review/${id}`);
  const typeset = review.locator('#compared-description\\.ja .typeset');
  expect(await typeset.locator('strong').textContent()).toBe('演習');
  expect(await typeset.locator('a').getAttribute('href')).toBe('/help');
  const typed = review.locator('#compared-description\\.ja .disclosure p', { hasText: '**演習**' });
  expect(await typed.isVisible()).toBe(false);
  await review.locator('#compared-description\\.ja summary', { hasText: '書かれたままの文' }).focus();
  await review.keyboard.press('Enter');
  await typed.waitFor();
  await expectSound(review);
  await review.getByRole('link', { name: '公開されたときの見え方を見る' }).click();
  await review.getByRole('heading', { name: '見え方の講座' }).waitFor();
});

test('a provider goes from a comment to its field, reads it there, and it is gone when the entry was sent again', async () => {
  const id = await send('コメントの講座');
  const review = await visitors.pageOf('reviewer', `/review/${id}`);
  await review.getByRole('button', { name: 'この審査を担当する' }).click();
  const field = review.locator('#compared-cost');
  await field.locator('summary').click();
  await field.locator('textarea').fill('無料の条件を書いてください');
  await field.getByRole('button', { name: 'コメントを加える' }).click();
  await review.locator('textarea[name="reason"]').fill('費用を確かめてください');
  await review.getByRole('button', { name: '修正を頼む' }).click();
  await review.waitForURL(/done=request-changes/);

  const page = await visitors.pageOf('provider', `/desk/entries/${id}/edit?step=texts`);
  await expectSound(page);
  await page.locator('.open-comments').getByRole('link', { name: '費用' }).click();
  await page.waitForURL(/step=choices#comments-cost/);
  const comments = page.locator('#comments-cost');
  expect(await comments.textContent()).toContain('無料の条件を書いてください');
  const { top } = await comments.evaluate((element) => element.getBoundingClientRect());
  expect(top).toBeGreaterThanOrEqual(0);
  expect(top).toBeLessThan(200);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('cost');
  await expectSound(page);
  await page.goto(`${origin}/desk/entries/${id}/check`);
  await page.locator('[name="reason"]').fill('確かめました');
  await page.getByRole('button', { name: '審査に送る' }).click();
  await page.waitForURL(/done=sent/);
  expect(await page.locator('a[href*="#comments-cost"]').count()).toBe(0);
});

test('without JavaScript a reviewer searches the queue, takes all that was found, and decides on them at once', async () => {
  for (const at of [1, 2, 3]) await send(`まとめて審査する講座 第${at}回`);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${origin}/sign-in`);
  await page.locator('input[name="email"]').fill('reviewer@example.jp');
  await page.locator('input[name="password"]').fill('kakehashi-demo');
  await page.locator('main form button[type="submit"]').first().click();
  await page.goto(`${origin}/review`);
  await page.getByLabel('名前や組織のことば').fill('まとめて審査する講座');
  await page.getByRole('button', { name: 'しぼりこむ' }).click();
  expect(await page.locator('tbody tr').count()).toBe(3);
  await page.getByLabel(/^このページの全部/).check();
  await page.getByRole('button', { name: '担当する', exact: true }).click();
  await page.getByText('3件を担当しました。').waitFor();
  await page.getByRole('button', { name: '続けて3件の修正の依頼へ進む' }).click();
  await page.getByRole('button', { name: '3件の修正を頼む' }).click();
  expect(await page.locator('.error-summary').textContent()).toContain('理由');
  await page.locator('[name="reason"]').fill('費用を確かめてください');
  await page.getByRole('button', { name: '3件の修正を頼む' }).click();
  await page.getByText('3件の修正を頼みました。').waitFor();
  expect(await page.locator('tbody tr', { hasText: '修正を頼みました' }).count()).toBe(3);
  await context.close();
});

test('the queue and the pages of a batch are sound on a phone and a desktop; rows are ticked by the keyboard', async () => {
  await send('ひとつ選ぶ講座');
  const review = await visitors.pageOf('reviewer', '/review?q=ひとつ選ぶ講座');
  await expectSound(review);
  await review.getByLabel('選ぶ：ひとつ選ぶ講座').focus();
  await review.keyboard.press('Space');
  await review.getByRole('button', { name: '担当する', exact: true }).click();
  await review.getByText('1件を担当しました。').waitFor();
  await expectSound(review);
  await review.getByRole('button', { name: '続けて1件の承認へ進む' }).click();
  await expectSound(review);
  await review.getByRole('button', { name: '1件を承認して公開する' }).click();
  await review.locator('.error-summary').waitFor();
  for (const box of await review.locator('input[name="met"]').all()) await box.check();
  await review.getByRole('button', { name: '1件を承認して公開する' }).click();
  await review.locator('main h1', { hasText: 'まとめて行った結果' }).waitFor();
});

test.each([
  [1_440, 900],
  // What 400 % zoom leaves of it.
  [360, 225],
])('at %i × %i nothing covers a field of the decision, and each can be filled in', async (width, height) => {
  const id = await send(`決定の欄の講座 ${width}`);
  const review = await visitors.pageOf('reviewer', `/review/${id}`);
  await review.setViewportSize({ width, height });
  await review.getByRole('button', { name: 'この審査を担当する' }).click();
  const controls = review.locator('.review-decision').locator('input, textarea, button:visible, summary');
  expect(await controls.count()).toBeGreaterThan(8);
  for (const control of await controls.all()) {
    if (!(await control.isVisible())) continue;
    await control.focus();
    await control.scrollIntoViewIfNeeded();
    const uncovered = await control.evaluate((element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const places = [
        [left + 2, top + 2],
        [(left + right) / 2, (top + bottom) / 2],
        [right - 2, bottom - 2],
      ];
      const seen = places.filter(([, y = 0]) => y >= 0 && y < window.innerHeight);
      return seen.every(([x = 0, y = 0]) => {
        const on = document.elementFromPoint(x, y);
        return on !== null && (element.contains(on) || on.contains(element));
      });
    });
    expect([await control.evaluate(({ outerHTML }) => outerHTML.slice(0, 80)), uncovered]).toEqual([
      expect.any(String),
      true,
    ]);
  }
  for (const box of await review.locator('input[name="met"]').all()) await box.check();
  await review.locator('.review-decision textarea[name="reason"]').fill('よい講座です');
  expect(await review.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
});

test('a reviewer is warned of a similar entry and goes to it; the provider was warned before sending', async () => {
  const first = await send('そっくりな取組の講座', { url: 'https://similar.example.jp/course' });
  const page = await visitors.pageOf('provider', '/desk/new');
  const entry = await EntryForm.begin(page);
  await entry.fillTexts({ 'title.ja': '名前の違う催し', url: 'http://www.similar.example.jp/course/' });
  await entry.fillChoices();
  await page.goto(`${origin}/desk/entries/${entry.id}/check`);
  await page.locator('main', { hasText: '似た登録があります' }).waitFor();
  await expectSound(page);
  await entry.send();
  const review = await visitors.pageOf('reviewer', `/review/${entry.id}`);
  await review.getByRole('link', { name: 'そっくりな取組の講座' }).click();
  await review.waitForURL(new RegExp(`/review/${first}$`));
});
