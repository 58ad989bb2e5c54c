import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { violations } from './axe.ts';
import { openBrowser } from './browser.ts';
import { EntryForm, tick } from './entry-form.ts';
import { Visitors } from './visitors.ts';

const origin = inject('portal');
const title = '令和8年度 研修プログラムの募集';
const programme = '募集に出す講座';

let browser: Browser;
let visitors: Visitors;
let call = '';
let id = '';

beforeAll(async () => {
  browser = await openBrowser();
  visitors = new Visitors(browser, origin);
});
afterAll(() => browser.close());

/**
 * Runs axe and checks for horizontal overflow at phone width: Japanese in the light theme, English in the
 * dark.
 */
async function expectClean(page: Page, path: string): Promise<void> {
  for (const [prefix, colorScheme] of [
    ['', 'light'],
    ['/en', 'dark'],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(origin + prefix + path);
    for (const summary of await page.locator('main summary').all()) await summary.click();
    expect(await violations(page), `${prefix}${path} in ${colorScheme}`).toEqual([]);
    await page.setViewportSize({ width: 360, height: 800 });
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(beyond, `${prefix}${path} scrolls sideways`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** A moment so many days from now as a `datetime-local` field takes it, in Japan's time. */
function inTokyo(days: number): string {
  return new Date(Date.now() + days * 86_400_000 + 9 * 3_600_000).toISOString().slice(0, 16);
}

test('an editor prepares a call; it is saved as it is typed, and what is missing is said at its field', async () => {
  const page = await visitors.pageOf('editor', '/desk/calls');
  await page.getByRole('link', { name: '新しい募集' }).click();
  await page.locator('[name="title"]').fill(title);
  await page.getByRole('button', { name: '書きはじめる' }).click();
  await page.waitForURL(/\/edit/);
  call = /calls\/([^/]+)\/edit/.exec(page.url())?.[1] ?? '';
  await page.locator('[name="body.ja"]').fill('## 趣旨\n\n研修プログラムを広く募集します。');
  await page.locator('.autosave-status', { hasText: '保存しました' }).waitFor();
  await page.reload();
  expect(await page.locator('[name="body.ja"]').inputValue()).toContain('広く募集します');

  const act = async (name: string | RegExp) => {
    await page.getByRole('button', { name }).last().click();
    await page.waitForURL(/\/edit#/);
  };
  const at = (rest: string) => page.locator(`[name^="questions."][name$=".${rest}"]`);
  const sort = (value: string) => page.locator(`[name^="questions."][name$=".sort"][value="${value}"]`);
  await act('「質問」に加える');
  await at('label.ja').first().fill('どこで開きますか');
  await sort('one').first().check();
  await page.getByLabel('はい').last().check();
  for (const [index, option] of ['会場', 'オンライン'].entries()) {
    await page.getByRole('button', { name: '「選択肢」に加える' }).first().click();
    const field = page.locator(`[name*=".options."][name$=".ja"]`).nth(index);
    await field.fill(option);
  }
  await act('「質問」に加える');
  await at('label.ja').last().fill('講師はどんな人ですか');
  await sort('long').last().check();
  await page.locator('[name="opensAt"]').fill(inTokyo(-1));
  // Enter saves and checks, although the buttons of lists come first.
  await page.locator('[name="title.ja"]').press('Enter');
  await page.locator('.error-summary').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.locator('.error-summary a[href="#closesAt"]').click();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('closesAt');
  await page.locator('[name="closesAt"]').fill(inTokyo(20));
  await page.getByRole('button', { name: '保存して確かめる' }).last().click();
  await page.waitForURL(new RegExp(`calls/${call}$`));
  await page.getByRole('button', { name: '公開する' }).click();
  await page.waitForURL(/done=announced/);
  for (const path of ['', '/new', `/${call}`, `/${call}/edit`, `/${call}/history`])
    await expectClean(page, `/desk/calls${path}`);
});

test('leaving the form of a call asks while something is not saved', async () => {
  const page = await visitors.pageOf('editor', `/desk/calls/${call}/edit`);
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.type());
    void dialog.accept();
  });
  await page.route('**/edit', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await page.locator('[name="title.ja"]').pressSequentially('！');
  await page.locator('.autosave-status', { hasText: '保存できませんでした' }).waitFor();
  await page.goto(`${origin}/desk/calls`);
  expect(dialogs).toEqual(['beforeunload']);
  await page.unroute('**/edit');
});

test('the public finds it on the home page, with what is wanted, until when and by what it is judged', async () => {
  const page = await (await browser.newContext({ bypassCSP: true })).newPage();
  await expect.poll(async () => (await page.goto(`${origin}/calls/${call}`))?.status()).toBe(200);
  await page.goto(origin);
  await page.getByRole('link', { name: title }).first().click();
  const words = await page.locator('main').innerText();
  for (const part of ['令和', '研修プログラムを広く募集します', 'どこで開きますか', '他者の権利や個人情報'])
    expect(words).toContain(part);
  await page.context().addCookies([{ name: 'kakehashi_display', value: 'furigana', url: origin }]);
  await page.reload();
  expect(await page.locator('main ruby').count()).toBeGreaterThan(10);
  expect(await violations(page)).toEqual([]);
  await page.context().clearCookies();
  await expectClean(page, '/calls');
  await expectClean(page, `/calls/${call}`);
});

test('a provider enters in it; the answers are saved as they are typed, and what is missing is led to', async () => {
  const page = await visitors.pageOf('provider', `/calls/${call}`);
  await page.getByRole('link', { name: 'この募集に応募する' }).click();
  const entry = await EntryForm.begin(page);
  id = entry.id;
  await entry.fillTexts({ 'title.ja': programme });
  await entry.fillChoices();
  await entry.next(/\/call$/);
  await expectClean(page, `/desk/entries/${id}/call`);
  await expectClean(page, `/desk/entries/${id}/check`);
  await expectClean(page, `/desk/new?call=${call}`);

  await page.goto(`${origin}/desk/entries/${id}/call`);
  await page.locator(`textarea[name="answer.${await longQuestion(page)}"]`).fill('現役の技術者です。');
  await page.locator('.autosave-status', { hasText: '保存しました' }).waitFor();
  await page.reload();
  expect(await page.locator('entry-autosave textarea').inputValue()).toBe('現役の技術者です。');
  await page.getByRole('button', { name: '保存して次へ' }).click();
  await page.locator('.error-summary a').first().click();
  await page.getByLabel('オンライン').check();
  await page.getByRole('button', { name: '保存して次へ' }).click();
  await page.waitForURL(/\/check/);
  expect(await page.locator('main').innerText()).toContain('現役の技術者です。');
  await page.locator('[name="reason"]').fill('応募します');
  await page.getByRole('button', { name: '審査に送る' }).click();
  await page.waitForURL(/done=sent/);
  expect(await page.locator('main').innerText()).toContain('オンライン');
  await expectClean(page, `/desk/entries/${id}`);
});

async function longQuestion(page: Page): Promise<string> {
  const name = await page.locator('entry-autosave textarea').first().getAttribute('name');
  return name?.replace('answer.', '') ?? '';
}

test('a reviewer reads the answers, works by the call’s criteria and deadline, and approves', async () => {
  const page = await visitors.pageOf('reviewer', `/review?call=${call}&order=deadline`);
  await expectClean(page, '/review?order=deadline');
  await page.goto(`${origin}/review?call=${call}`);
  await page.getByRole('link', { name: programme }).click();
  expect(await page.locator('main').innerText()).toContain('現役の技術者です。');
  await page.getByRole('button', { name: 'この審査を担当する' }).click();
  await expectClean(page, `/review/${id}`);
  await page.goto(`${origin}/review/${id}`);
  await tick(page);
  await page.getByRole('button', { name: '承認して公開する' }).click();
  await page.locator('main', { hasText: '公開中' }).waitFor();
  const overview = await visitors.pageOf('editor', `/desk/calls/${call}`);
  expect(await overview.locator('main').innerText()).toMatch(/採択\s+1/);
});

test('an editor puts a small mistake right, and closes the call early', async () => {
  const page = await visitors.pageOf('editor', `/desk/entries/${id}`);
  await page.getByRole('link', { name: '軽微な修正をする' }).click();
  await expectClean(page, `/desk/entries/${id}/correct`);
  await page.goto(`${origin}/desk/entries/${id}/correct`);
  await page.locator('[name="title.ja"]').fill('募集に出した講座');
  await page.locator('[name="reason"]').fill('題の言い回しを直しました');
  await page.getByRole('button', { name: '修正を公開する' }).click();
  await page.waitForURL(/done=corrected/);
  await page.getByRole('link', { name: '履歴と版の比較' }).click();
  expect(await page.locator('main').innerText()).toContain('軽微な修正');
  await expectClean(page, `/desk/entries/${id}/history`);

  await page.goto(`${origin}/desk/calls/${call}`);
  await page.locator('summary', { hasText: 'いま締め切る' }).click();
  await page.getByRole('button', { name: 'いま締め切る' }).click();
  await page.waitForURL(/done=closed/);
  const visitor = await browser.newPage();
  await expect
    .poll(async () => {
      await visitor.goto(`${origin}/calls/${call}`);
      return visitor.locator('main').innerText();
    })
    .toContain('受付は終わりました');
});
