import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { violations } from './axe.ts';
import { openBrowser } from './browser.ts';
import { EntryForm, takeOverAndTick } from './entry-form.ts';
import { Visitors } from './visitors.ts';

const origin = inject('portal');

let browser: Browser;
let visitors: Visitors;

beforeAll(async () => {
  browser = await openBrowser();
  visitors = new Visitors(browser, origin);
});
afterAll(() => browser.close());

const pageOf = (name: string, path: string): Promise<Page> => visitors.pageOf(name, path);

const title = '架け橋びらき講座';
let id = '';

test('a provider enters an initiative; what they type is saved by itself, and they send it', async () => {
  const page = await pageOf('provider', '/desk');
  await page.getByRole('link', { name: '新しく登録する' }).click();
  const entry = await EntryForm.begin(page);
  id = entry.id;
  await page.locator('[name="title.ja"]').fill(title);
  await page.locator('.autosave-status', { hasText: '保存しました' }).waitFor();
  await page.reload();
  expect(await page.locator('[name="title.ja"]').inputValue()).toBe(title);

  await page.getByRole('button', { name: '保存して次へ' }).click();
  await page.locator('.error-summary').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.locator('.error-summary a').first().click();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('summary.ja');

  await entry.fillTexts({ 'title.ja': title });
  await entry.fillChoices();
  // While a call for entries is open, its step stands between.
  await entry.next(/\/(check|call)$/);
  await entry.send();
  expect(await page.locator('main').textContent()).toContain('審査待ち');
});

test('a reviewer requests a change; the provider makes it and sends it again', async () => {
  const review = await pageOf('reviewer', '/review');
  await review.getByRole('link', { name: title }).click();
  await review.getByRole('button', { name: 'この審査を担当する' }).click();
  const field = review.locator('.field-compared').nth(1);
  await field.locator('summary').click();
  await field.locator('textarea').fill('何が身につくかを書いてください');
  await field.getByRole('button', { name: 'コメントを加える' }).click();
  await review.locator('.comments').waitFor();
  await review.locator('textarea[name="reason"]').fill('説明を足してください');
  await review.getByRole('button', { name: '修正を頼む' }).click();

  const page = await pageOf('provider', `/desk/entries/${id}`);
  const words = await page.locator('main').textContent();
  expect(words).toContain('何が身につくかを書いてください');
  expect(words).not.toContain('見本 審査者');
  await page.getByRole('link', { name: '内容を直す' }).click();
  await page.locator('[name="summary.ja"]').fill('会社の情報を守る力が身につく半日の講座です。');
  await page.getByRole('button', { name: '保存して次へ' }).click();
  await page.waitForURL(/step=choices/);
  await page.goto(`${origin}/desk/entries/${id}/check`);
  await page.locator('[name="reason"]').fill('説明を足しました');
  await page.getByRole('button', { name: '審査に送る' }).click();
  await page.waitForURL(/done=sent/);
});

test('who reviews it anew sees first what was asked for, then what else changed; the rest opens by the keyboard', async () => {
  const review = await pageOf('reviewer', `/review/${id}`);
  await review.getByRole('heading', { name: '前に審査した版との違い' }).waitFor();
  const first = review.locator('.field-compared').first();
  expect(await first.textContent()).toContain('何が身につくかを書いてください');
  expect(await first.locator('ins').count()).toBeGreaterThan(0);
  const operator = review.locator('.field-compared', { hasText: '見本トレーニング株式会社' });
  expect(await operator.isVisible()).toBe(false);
  await review.locator('summary', { hasText: '変わっていない項目' }).focus();
  await review.keyboard.press('Enter');
  await operator.waitFor();
  expect(await review.getByRole('button', { name: 'この審査を担当する' }).count()).toBe(0);
  await review.getByRole('button', { name: '承認して公開する' }).waitFor();
  for (const width of [360, 1_440]) {
    await review.setViewportSize({ width, height: 900 });
    expect(await violations(review)).toEqual([]);
    expect(await review.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
});

test('another approves it; it is published and found', async () => {
  const review = await pageOf('admin', `/review/${id}`);
  await takeOverAndTick(review);
  await review.getByRole('button', { name: '承認して公開する' }).click();
  await review.locator('main', { hasText: '公開中' }).waitFor();
  const visitor = await browser.newPage();
  await expect.poll(async () => (await visitor.goto(`${origin}/initiatives/${id}`))?.status()).toBe(200);
  await visitor.goto(`${origin}/search?q=${encodeURIComponent(title)}`);
  expect(await visitor.locator('main').textContent()).toContain(title);
});

test('what was typed before the script had come is saved too', async () => {
  const page = await pageOf('provider', '/desk/new');
  await page.getByRole('button', { name: '入力をはじめる' }).click();
  await page.waitForURL(/\/edit/);
  let bringScripts = () => {};
  const typed = new Promise<void>((resolve) => {
    bringScripts = resolve;
  });
  await page.route('**/*.js', async (route) => {
    await typed;
    await route.continue();
  });
  await page.reload({ waitUntil: 'commit' });
  await page.locator('[name="title.ja"]').fill('遅い回線で打った題');
  bringScripts();
  await page.locator('.autosave-status', { hasText: '保存しました' }).waitFor();
  await page.reload();
  expect(await page.locator('[name="title.ja"]').inputValue()).toBe('遅い回線で打った題');
  await page.close();
});

test('a save whose answer is lost on the way is no conflict with what is typed next, and is tried again by itself', async () => {
  const page = await pageOf('provider', '/desk/new');
  await page.getByRole('button', { name: '入力をはじめる' }).click();
  await page.waitForURL(/\/edit/);
  const title = page.locator('[name="title.ja"]');
  const saved = page.locator('.autosave-status', { hasText: '保存しました' });
  const failed = page.locator('.autosave-status', { hasText: '保存できませんでした' });
  await page.route(
    '**/edit?*',
    async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    },
    { times: 1 },
  );
  await title.fill('返事の届かなかった題');
  await failed.waitFor();
  await title.fill('そのあとに打った題');
  await saved.waitFor();

  await page.context().setOffline(true);
  await title.fill('電波の届かない所で打った題');
  await failed.waitFor();
  await page.context().setOffline(false);
  await saved.waitFor();
  await page.reload();
  expect(await title.inputValue()).toBe('電波の届かない所で打った題');
  await page.close();
});

test('a text that is refused does not stand in the way of a shorter one', async () => {
  const page = await pageOf('provider', '/desk/new');
  await page.getByRole('button', { name: '入力をはじめる' }).click();
  await page.waitForURL(/\/edit/);
  await page.route('**/edit?*', (route) => route.fulfill({ status: 413 }), { times: 1 });
  await page.locator('[name="description.ja"]').fill('長い説明');
  await page.locator('.autosave-status', { hasText: '長すぎるかもしれません' }).waitFor();
  await page.locator('[name="description.ja"]').fill('短い説明');
  await page.locator('.autosave-status', { hasText: '保存しました' }).waitFor();
  await page.close();
});

test('a conflict in one field is told beside it and keeps no other from being saved; leaving asks until one is chosen', async () => {
  const first = await pageOf('provider', '/desk/new');
  await first.getByRole('button', { name: '入力をはじめる' }).click();
  await first.waitForURL(/\/edit/);
  const second = await first.context().newPage();
  await second.goto(first.url());
  const saved = (page: Page) => page.locator('.autosave-status', { hasText: '保存しました' }).waitFor();
  await first.locator('[name="title.ja"]').fill('先に打った題');
  await saved(first);
  await second.locator('[name="title.ja"]').fill('あとで打った題');
  await second.locator('.field-conflict', { hasText: '先に打った題' }).waitFor();
  expect(await second.locator('.conflicts').textContent()).toContain('別のタブ');
  expect(await violations(second)).toEqual([]);
  const answered = second.waitForResponse((answer) => answer.request().method() === 'POST');
  await second.locator('[name="summary.ja"]').fill('そのあとに打った説明');
  await answered;
  await first.reload();
  expect(await first.locator('[name="summary.ja"]').inputValue()).toBe('そのあとに打った説明');
  expect(await first.locator('[name="title.ja"]').inputValue()).toBe('先に打った題');

  const asked = second.waitForEvent('dialog');
  await second.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();
  await second.getByRole('button', { name: '自分の値にする' }).click();
  await saved(second);
  await first.reload();
  expect(await first.locator('[name="title.ja"]').inputValue()).toBe('あとで打った題');
  await second.close();
  await first.close();
});

test('related records are found as one types and picked by the keyboard; nothing else is lost', async () => {
  const page = await pageOf('provider', '/desk/new');
  const entry = await EntryForm.begin(page);
  await page.goto(`${origin}/desk/entries/${entry.id}/edit?step=more`);
  await page.locator('[name="note.ja"]').fill('書きかけの注意');
  const field = page.getByRole('combobox');
  await field.pressSequentially('CYDER');
  await page.getByRole('option').first().waitFor();
  expect(await violations(page)).toEqual([]);
  await field.press('ArrowDown');
  const active = await field.getAttribute('aria-activedescendant');
  expect(await page.locator(`#${active}`).textContent()).toContain('CYDER');
  await field.press('Enter');
  await page.getByRole('button', { name: /^消す/ }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('picking');
  expect(await page.locator('[name="note.ja"]').inputValue()).toBe('書きかけの注意');
  await page.locator('.picked-records', { hasText: 'CYDER' }).waitFor();

  // Without a script its buttons do the same.
  const plain = await browser.newContext({ javaScriptEnabled: false });
  await plain.addCookies(await page.context().cookies());
  const still = await plain.newPage();
  await still.goto(`${origin}/desk/entries/${entry.id}/edit?step=more`);
  await still.locator('[name="note.en"], [name="note.ja"]').first().fill('別の注意');
  await still.locator('[name="picking"]').fill('JVN');
  await still.getByRole('button', { name: '探す', exact: true }).click();
  await still
    .getByRole('button', { name: /^加える/ })
    .first()
    .click();
  expect(await still.locator('[name="note.ja"]').inputValue()).toBe('別の注意');
  expect(await still.getByRole('button', { name: /^消す/ }).count()).toBe(2);
  await plain.close();
});

test('what was typed in the last moment before a tab is closed is there on the next visit', async () => {
  const page = await pageOf('provider', '/desk/new');
  await page.getByRole('button', { name: '入力をはじめる' }).click();
  await page.waitForURL(/\/edit/);
  const address = page.url();
  const begun = Date.now();
  await page.clock.install({ time: begun });
  await page.reload();
  // Timers of the page no longer fire, so autosave never runs.
  await page.clock.pauseAt(begun + 3_600_000);
  await page.locator('[name="title.ja"]').fill('閉じる直前に打った題');
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
  const again = await pageOf('provider', '/desk');
  const typed = async () => {
    await again.goto(address);
    return again.locator('[name="title.ja"]').inputValue();
  };
  await expect.poll(typed).toBe('閉じる直前に打った題');
});
