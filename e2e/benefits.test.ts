import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from './browser.ts';

const origin = inject('portal');
const practical = 'kind=practical&start=2024-10-01&months=12&fee=600000&fee=400000';
const earned = 'qualified-on=2025-10-15&employed-on=2025-11-01&wage-up=5';

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

const amounts = async (page: Page) =>
  (await page.locator('.sum dd').allTextContents()).map((text) => text.trim());

describe.each([true, false])('with JavaScript: %s', (javaScriptEnabled) => {
  test('an employee goes from the three kinds, question by question, to what is paid when', async () => {
    const page = await visit('/benefits', { javaScriptEnabled });
    await page.getByRole('link', { name: 'いくら戻るか計算する' }).click();
    await page.getByRole('button', { name: /^専門実践教育訓練/ }).click();
    await page.getByLabel('受講を始める日').fill('2024-10-01');
    await page.getByLabel('受講期間（月数）').fill('12');
    await page.getByRole('button', { name: '次へ' }).click();
    await page.getByRole('link', { name: '半年ごとに入れる' }).click();
    await page.getByLabel('第1期の費用').fill('600,000');
    await page.getByLabel('第2期の費用').fill('４０００００');
    await page.getByRole('button', { name: '次へ' }).click();
    await page.getByLabel('雇用保険に入っていた年数').fill('5');
    await page.getByLabel('はい、初めてです').check();
    await page.getByRole('button', { name: '次へ' }).click();
    await page.getByRole('button', { name: '計算する' }).click();
    expect(await amounts(page)).toEqual(['400,000円', '600,000円']);
    expect(await page.locator('.benefit-timeline > li').count()).toBe(4);
    expect(await page.locator('.benefit-timeline').textContent()).toContain('申請は2025年4月30日まで');
    await page.locator('#why-4 summary').click();
    expect(await page.locator('#why-4').textContent()).toContain('雇用保険法第60条の2');
    await page.context().close();
  });

  test('an employee compares two start dates across 2024-10-01', async () => {
    const page = await visit(`/benefits/calculator?${practical}&${earned}`, { javaScriptEnabled });
    await page.getByRole('link', { name: '2024年9月30日に始めた場合とくらべる' }).click();
    expect(await page.locator('.comparison-outcome').textContent()).toBe(
      '2024年10月1日に始めると、80,000円多く支給されます。',
    );
    const total = page.getByRole('row', { name: /^支給の合計/ });
    expect(await total.getByRole('cell').allTextContents()).toEqual(['560,000円', '640,000円']);
    await page.getByLabel('くらべる開始日').fill('2024-11-01');
    await page.getByRole('button', { name: 'くらべる', exact: true }).click();
    expect(await page.locator('.comparison-outcome').textContent()).toBe('支給の合計は同じです。');
    await page.context().close();
  });

  test('someone who left work 14 months ago after a birth finds out why they are still eligible', async () => {
    const course = 'kind=specified&start=2026-04-01&months=6&fee=300000';
    const page = await visit(`/benefits/calculator?${course}&step=person`, { javaScriptEnabled });
    await page.getByLabel('雇用保険に入っていた年数').fill('3');
    await page.getByLabel('はい、初めてです').check();
    await page.getByLabel('いいえ、辞めました').check();
    await page.getByLabel('仕事を辞めた日').fill('2025-01-31');
    await page.getByRole('button', { name: '次へ' }).click();
    await page.getByRole('button', { name: '計算する' }).click();
    expect(await page.locator('.notification-banner').first().textContent()).toContain('支給されません');
    expect(await amounts(page)).toEqual(['0円', '300,000円']);

    await page.goto(`${page.url().replace('step=answer', 'step=person')}`);
    await page.getByLabel('1年以内に始められなかった理由').selectOption('出産');
    await page.getByLabel('始められなかった日数').fill('200');
    await page.getByRole('button', { name: '次へ' }).click();
    await page.getByRole('button', { name: '計算する' }).click();
    expect(await amounts(page)).toEqual(['120,000円', '180,000円']);
    const conditions = await page.locator('.conditions').textContent();
    expect(conditions).toContain(
      '出産により受講を始められなかった200日が延長され、2026年8月19日までに始めれば対象です',
    );
    await page.context().close();
  });

  test('a provider checks a 60-hour course', async () => {
    const page = await visit('/benefits', { javaScriptEnabled });
    await page.getByRole('link', { name: '講座の指定要件を確かめる' }).click();
    await page.getByLabel('課程の種類').selectOption('情報通信技術の資格を目標とする課程');
    await page.getByLabel('通学').check();
    await page.getByLabel('期間（月数）').fill('3');
    await page.getByLabel('訓練時間（合計）').fill('60');
    await page.getByLabel('目標とする資格のITSSレベル').selectOption('2');
    await page.getByLabel('職業に直接役立つ水準').check();
    await page.getByRole('button', { name: '確かめる' }).click();
    await page.getByRole('heading', { name: '3つの類型で指定を受けられそうです' }).waitFor();
    const matches = page.locator('.designation-matches');
    expect(await matches.textContent()).toContain('特定一般教育訓練 第2類型');
    expect(await matches.textContent()).toContain(
      '時間は120時間以上必要です。この講座は60時間で、60時間足りません。',
    );
    await page.context().close();
  });

  test('what is wrong is said at the top and leads to its field', async () => {
    const page = await visit('/en/benefits/calculator?kind=general', { javaScriptEnabled });
    await page.getByLabel('Length in months').fill('six');
    await page.getByRole('button', { name: 'Next' }).click();
    expect(await page.title()).toMatch(/^Error: /);
    const summary = page.locator('.error-summary');
    expect(await summary.getByRole('link').allTextContents()).toEqual([
      'start date: is needed.',
      'length in months: is not a number.',
    ]);
    await summary.getByRole('link', { name: 'start date: is needed.' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('start');
    expect(await page.getByLabel('Length in months').inputValue()).toBe('six');
    await page.context().close();
  });
});

describe('while somebody types', () => {
  test('the answer and the address follow, and an address sent on shows the same', async () => {
    const page = await visit(`/benefits/calculator?${practical}`);
    const fee = page.getByLabel('第2期の費用');
    await fee.fill('100000');
    await page.locator('.sum [data-amount="paid"] dd', { hasText: '350,000円' }).waitFor();
    expect(await fee.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await page.locator('benefit-calculator [role="status"]').textContent()).toBe(
      '支給の合計は350,000円です',
    );
    expect(page.url()).toContain('fee=600000&fee=100000');
    const sent = await visit(page.url().slice(origin.length));
    expect(await amounts(sent)).toEqual(['350,000円', '350,000円']);
    await sent.context().close();
    await page.context().close();
  });

  test('an entry that is not finished is told quietly, and the form stays as it is', async () => {
    const page = await visit(`/benefits/calculator?${practical}`);
    await page.getByLabel('第2期の費用').fill('40万');
    await page.locator('.benefit-waiting').waitFor();
    expect(await page.locator('.error-summary').count()).toBe(0);
    await page.getByLabel('第2期の費用').fill('400000');
    await page.locator('.sum').waitFor();
    expect(await amounts(page)).toEqual(['400,000円', '600,000円']);
    await page.context().close();
  });

  test('reasons that were opened stay open', async () => {
    const page = await visit(`/benefits/calculator?${practical}`);
    await page.locator('#why-4 summary').click();
    await page.getByLabel('第2期の費用').fill('100000');
    await page.locator('.sum [data-amount="paid"] dd', { hasText: '350,000円' }).waitFor();
    expect(await page.locator('#why-4').getAttribute('open')).not.toBeNull();
    await page.context().close();
  });
});

test('the calculator is done with the keyboard alone', async () => {
  const page = await visit('/en/benefits/calculator?kind=general&start=2024-10-01');
  await page.getByLabel('Fee in all').focus();
  await page.keyboard.type('800000');
  await page.keyboard.press('Enter');
  await page.getByLabel('Years in employment insurance').focus();
  await page.keyboard.type('5');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'The answer' }).waitFor();
  expect(await amounts(page)).toEqual(['100,000 yen', '700,000 yen']);
  await page.context().close();
});

test('on paper every reason is written out once, no form, and a comparison only where one was made', async () => {
  const page = await visit(`/benefits/calculator?${practical}`);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('#why-3 .why-ground').first().isVisible()).toBe(true);
  expect(await page.locator('.benefit-form').isVisible()).toBe(false);
  expect(await page.locator('#why-total').isVisible()).toBe(false);
  expect(await page.locator('#compare-heading').isVisible()).toBe(false);
  await page.context().close();

  const compared = await visit(`/benefits/calculator?${practical}&compare=2024-09-30`);
  await compared.emulateMedia({ media: 'print' });
  expect(await compared.locator('#compare-heading').isVisible()).toBe(true);
  await compared.context().close();
});

test('scripts of the first view stay within 15 kB, sent as they are', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  let bytes = 0;
  page.on('response', async (response) => {
    if (response.request().resourceType() === 'script')
      bytes += (await response.request().sizes()).responseBodySize;
  });
  await page.goto(`${origin}/benefits/calculator?${practical}`, { waitUntil: 'networkidle' });
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(15 * 1024);
  await context.close();
});
