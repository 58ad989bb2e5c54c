import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { violationsInBothThemes } from './axe.ts';
import { openBrowser } from './browser.ts';

const origin = inject('portal');
const phone = { viewport: { width: 360, height: 740 } };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function open(path: string, options: BrowserContextOptions = phone): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  await page.goto(origin + path);
  return page;
}

const isWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

describe('the list one keeps', () => {
  test('is made, compared and taken apart without a script, at 360 px', async () => {
    const page = await open('/initiatives/cyder', { ...phone, javaScriptEnabled: false });
    await page.getByRole('link', { name: 'リストに入れる' }).click();
    await page.waitForURL('**/kept?id=cyder');
    await page.locator('input[name="q"]').fill('情報モラル');
    await page.getByRole('button', { name: '探す', exact: true }).click();
    await page.getByRole('link', { name: /加える.*情報モラル学習サイト/ }).click();
    await page.waitForURL('**/kept?id=cyder&id=moral-site');
    await page.getByRole('button', { name: /比べる/ }).click();
    await page.waitForURL('**/compare?id=cyder&id=moral-site');
    expect(await page.getByRole('row').count()).toBeGreaterThan(5);
    await page.getByRole('link', { name: 'リストに戻る' }).click();
    await page.getByRole('link', { name: /外す.*CYDER/ }).click();
    await page.waitForURL('**/kept?id=moral-site');
    await page.context().close();
  });

  test('is kept by the browser alone, and marks cards of the results', async () => {
    const page = await open('/search?purpose=teach', { viewport: { width: 1280, height: 900 } });
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.method()));
    const card = page.locator('.card', { hasText: '情報モラル学習サイト' });
    await card.getByRole('button', { name: 'リストに入れる' }).click();
    await expect.poll(() => card.getByRole('button').getAttribute('aria-pressed')).toBe('true');
    await card.getByRole('link', { name: 'リストを見る（1件）' }).click();
    await page.waitForURL('**/kept?id=moral-site');
    await page.goto(`${origin}/initiatives/cyder`);
    await page.getByRole('button', { name: 'リストに入れる' }).click();
    await page.goto(`${origin}/kept`);
    await page.waitForURL('**/kept?id=moral-site&id=cyder');
    expect(sent.every((method) => method === 'GET')).toBe(true);
    expect(await page.context().cookies()).toEqual([]);
    await page.goto(`${origin}/initiatives/cyder`);
    await page.getByRole('button', { name: 'リストから外す' }).click();
    expect(await page.evaluate(() => localStorage.getItem('kakehashi-kept'))).toBe('["moral-site"]');
    await page.context().close();
  });

  test('of somebody else is shown as it was sent, and kept only when asked', async () => {
    const page = await open('/kept?id=jvn&id=nca');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.getByRole('button', { name: 'この端末に残す' }).click();
    await expect.poll(() => page.getByRole('status').textContent()).toBe('この端末に残しました。');
    expect(await page.evaluate(() => localStorage.getItem('kakehashi-kept'))).toBe('["jvn","nca"]');
    await page.context().close();
  });

  test('goes on where what the browser keeps is no list', async () => {
    const page = await open('/initiatives/cyder');
    await page.evaluate(() => localStorage.setItem('kakehashi-kept', '{"a":[1,"<b>"]}'));
    await page.reload();
    await page.getByRole('button', { name: 'リストに入れる' }).click();
    expect(await page.evaluate(() => localStorage.getItem('kakehashi-kept'))).toBe('["cyder"]');
    await page.context().close();
  });

  test.each([
    '/kept?id=cyder&id=moral-site&q=%E6%95%99%E6%9D%90',
    '/compare?id=cyder&id=moral-site&id=e-netcaravan&id=tokyo-cyber',
    '/calendar?month=2027-02',
    '/en/compare?id=cyder&id=prosec&id=sg-exam&id=tokyo-cyber',
  ])('and what is beside it fits into 360 px, and stays readable for axe: %s', async (path) => {
    const page = await open(path, { ...phone, bypassCSP: true });
    expect(await isWide(page)).toBe(false);
    expect(await violationsInBothThemes(page)).toEqual({ light: [], dark: [] });
    await page.context().close();
  });
});

/** Places where a line ends within a word. */
function brokenWords(word: string): string[] {
  const broken: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node as Element;
    const text = element.textContent ?? '';
    if (!text.includes(word) || element.closest('script, style, select')) continue;
    if ([...element.children].some((child) => child.textContent?.includes(word))) continue;
    const texts: [Text, number][] = [];
    const inner = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let length = 0, each = inner.nextNode(); each; each = inner.nextNode()) {
      texts.push([each as Text, length]);
      length += (each as Text).length;
    }
    const place = (offset: number): [Text, number] | undefined => {
      const found = texts.findLast(([, start]) => start <= offset);
      return found && [found[0], offset - found[1]];
    };
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      const [first, last] = [place(at), place(at + word.length - 1)];
      if (!first || !last) continue;
      const range = document.createRange();
      range.setStart(...first);
      range.setEnd(last[0], last[1] + 1);
      const lines = new Set(
        [...range.getClientRects()].filter(({ width }) => width > 1).map(({ top }) => Math.round(top)),
      );
      if (lines.size > 1) broken.push(text.slice(Math.max(0, at - 8), at + 12));
    }
  }
  return broken;
}

test.each([360, 768, 1440])('no line ends within 中小企業 at %i px', async (width) => {
  const page = await open('/', { viewport: { width, height: 900 } });
  for (const path of [
    '/',
    '/search?affiliation=sme',
    '/search?affiliation=sme&page=2',
    '/features/start-for-small-companies',
    '/initiatives/security-action',
    '/finder?who=sme&want-at-work=protect&way=any',
    '/compare?id=sme-guideline&id=otasuketai&id=security-action&id=scs',
    '/kept?id=sme-guideline&id=security-action',
  ]) {
    await page.goto(origin + path);
    expect([path, await page.evaluate(brokenWords, '中小企業')]).toEqual([path, []]);
  }
  await page.context().close();
});

test('a special feature and the overview of help stay short on a phone, with the rest a tap away', async () => {
  const page = await open('/features/stop-ransomware');
  const heightOf = () => page.evaluate(() => document.documentElement.scrollHeight);
  const height = await heightOf();
  console.log(`special feature at 360 px: ${height} px`);
  expect(height).toBeLessThan(9_000);
  await page.locator('details.folded summary').first().click();
  expect(await heightOf()).toBeGreaterThan(height);
  await page.context().close();
  const wide = await open('/features/stop-ransomware', { viewport: { width: 1280, height: 900 } });
  expect(await wide.locator('details.folded .card').first().isVisible()).toBe(true);
  await wide.context().close();
});
