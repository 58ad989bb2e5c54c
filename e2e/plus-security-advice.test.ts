import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { violationsInBothThemes } from './axe.ts';
import { openBrowser } from './browser.ts';

const origin = inject('portal');

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(origin + path);
  return page;
}

describe.each([true, false])('with JavaScript: %s', (javaScriptEnabled) => {
  test('a salesperson goes from five questions to a plan, shares it and takes it to the boss', async () => {
    const page = await visit('/programmes', { javaScriptEnabled });
    await page.getByRole('link', { name: '5つの質問で、自分に足すものを知る' }).click();
    await page.getByRole('button', { name: '足すものを見る' }).click();
    expect(await page.locator('.error-summary').textContent()).toContain('仕事を1つ選んでください。');
    await page.getByRole('radio', { name: /^営業/ }).check();
    await page.getByLabel('振り込みや請求書').check();
    await page.getByLabel('顧客や従業員の個人情報').check();
    await page.getByLabel('パスワードを使い回さず、多要素認証を使っている').check();
    await page.getByLabel('場所').selectOption('東京都');
    await page.getByLabel('通算2年以上').check();
    await page.getByRole('button', { name: '足すものを見る' }).click();
    await page.getByRole('heading', { name: '営業のあなたに足すもの' }).waitFor();
    expect(await page.locator('.advice-lacks > li').first().textContent()).toContain('触れるから');
    expect(await page.locator('.plan-programme').count()).toBeGreaterThan(1);
    expect(await page.locator('.advice-total').textContent()).toMatch(/\d+時間、[\d,]+円/);
    expect(await page.locator('.advice-left > div').count()).toBeGreaterThan(0);

    const shared = await page.locator('.advice-address a').getAttribute('href');
    const other = await visit((shared ?? '').replace(origin, ''));
    expect(await other.locator('.plan-programme h4').allTextContents()).toEqual(
      await page.locator('.plan-programme h4').allTextContents(),
    );
    await other.context().close();

    await page.getByRole('link', { name: '答えを変える' }).click();
    expect(await page.getByLabel('振り込みや請求書').isChecked()).toBe(true);
    await page.getByRole('button', { name: '足すものを見る' }).click();
    await page.getByRole('link', { name: '上司に渡す1枚を開く' }).click();
    expect(await page.locator('.sheet-reasons').textContent()).toContain('取り戻すのが難しい');
    const bytes = await page.pdf({ format: 'A4' });
    expect(bytes.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.context().close();
  });

  test('a manager pastes a table, mends it, and gets a plan by quarter within the budget', async () => {
    const page = await visit('/plus-security/team', { javaScriptEnabled });
    const table = page.getByLabel('チームの表');
    await table.fill('氏名\t担当業務\tできること\nA.S.\t営業\tパスワード\nM.T.\t船長\t\nK.Y.\t総務部長\t');
    await page.getByLabel('予算（円、税込み、1年分）').fill('１２０，０００');
    await page.getByRole('button', { name: '計画を作る' }).click();
    expect(await page.locator('.error-summary').textContent()).toContain('3行目「担当業務」の「船長」');
    expect(await table.inputValue()).toContain('K.Y.\t総務部長');
    await table.fill((await table.inputValue()).replace('船長', '情シス'));
    await page.getByRole('button', { name: '計画を作る' }).click();
    await page.getByRole('heading', { name: '四半期ごとの計画' }).waitFor();
    const total = page.locator('section[aria-labelledby="summary"]').getByRole('row').last();
    const [, , price = ''] = await total.getByRole('cell').allTextContents();
    const spent = Number(price.replace(/\D/g, ''));
    expect(spent).toBeGreaterThan(0);
    expect(spent).toBeLessThanOrEqual(120_000);
    expect(await page.locator('.team-quarter').count()).toBe(4);
    expect(await page.locator('.team-quarter').first().textContent()).toContain('K.Y.');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Excelで受け取る' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('チームの学びの計画.xlsx');
    await page.context().close();
  });
});

const pages = [
  '/plus-security/advice',
  '/plus-security/advice?hours=20',
  '/plus-security/advice?work=dx-manager&decide=buying&touch=cloud&hours=any&place=any&insured=unknown',
  '/plus-security/advice?work=plant-engineer&hours=5&place=online&insured=none',
  '/plus-security/advice/sheet?work=dx-manager&decide=buying&touch=cloud&hours=any&place=any&insured=two',
  '/plus-security/team',
  '/plus-security/routes',
  '/plus-security/routes/engineers-secure-products',
  '/plus-security/roles',
  '/plus-security/roles/dx-manager',
  '/plus-security/skills',
  '/plus-security/skills/gov-policy',
  '/plus-security/skills/day-remote',
  '/programmes?skill=gov-policy',
];

test.each(pages.flatMap((path) => [path, `/en${path}`]))(
  '%s has nothing for axe in both themes, and fits 360 pixels',
  async (path) => {
    const page = await visit(path, { bypassCSP: true, reducedMotion: 'reduce' });
    expect(await violationsInBothThemes(page)).toEqual({ light: [], dark: [] });
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.context().close();
  },
);

test('the plan of a team has nothing for axe in both themes, and fits 360 pixels', async () => {
  const page = await visit('/en/plus-security/team', { bypassCSP: true, reducedMotion: 'reduce' });
  await page.getByLabel('Table of the team').fill('Name\tWork\nA\tsales\nB\tdeveloper\nC\tboard member');
  await page.getByLabel('Budget (yen with tax, for a year)').fill('200000');
  await page.getByRole('button', { name: 'Make the plan' }).click();
  await page.getByRole('heading', { name: 'Plan by quarter' }).waitFor();
  expect(await violationsInBothThemes(page)).toEqual({ light: [], dark: [] });
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.context().close();
});
