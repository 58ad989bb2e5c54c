import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { violations } from './axe.ts';
import { openBrowser } from './browser.ts';

const origin = inject('portal');

let browser: Browser;
const contexts = new Map<string, BrowserContext>();

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** A page of somebody signed in by a demonstration account. */
async function pageOf(name: string, path: string): Promise<Page> {
  const known = contexts.get(name);
  const context = known ?? (await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce' }));
  const page = await context.newPage();
  if (!known) {
    contexts.set(name, context);
    await page.goto(`${origin}/sign-in`);
    await page.locator('input[name="email"]').fill(`${name}@example.jp`);
    await page.locator('input[name="password"]').fill('kakehashi-demo');
    await page.locator('main form button[type="submit"]').first().click();
    await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
  }
  await page.goto(origin + path);
  return page;
}

const saved = (page: Page) => page.locator('.autosave-status', { hasText: '保存しました' }).waitFor();
const id = 'browser-feature';
const edit = `/editing/items/${id}/edit`;

/** Adds a block by its type's name, and waits for its part. */
async function add(page: Page, type: string, part: string): Promise<void> {
  await page.locator('select[name="new-blocks"]').selectOption(type);
  await page.locator('button[value="add blocks"]').click();
  await page.waitForURL((url) => url.searchParams.get('part') === `blocks.${part}`);
}

test('an editor composes a special feature of six blocks, previews it, and sends it', async () => {
  const page = await pageOf('editor', '/editing');
  await page.getByRole('link', { name: '新しい特集を作る' }).click();
  await page.locator('input[name="id"]').fill(id);
  await page.locator('input[name="title"]').fill('画面で作った特集');
  await page.getByRole('button', { name: '編集をはじめる' }).click();
  await page.waitForURL(/\/edit/);
  await page.locator('[name="lead.ja"]').fill('前書きを打ちます');
  await saved(page);
  const frame = page.frameLocator('.document-preview iframe');
  await frame.getByText('前書きを打ちます').waitFor();

  await add(page, 'text', 'text-1');
  await page.locator('[name="blocks.text-1.heading.ja"]').fill('文章の見出し');
  await page.locator('[name="blocks.text-1.body.ja"]').fill('**太字**の文章です。');
  await saved(page);
  await frame.locator('strong', { hasText: '太字' }).waitFor();

  await add(page, 'records', 'records-2');
  await page.locator('[name="blocks.records-2.heading.ja"]').fill('選んだ取組');
  await page.locator('[name="picking"]').pressSequentially('CYDER');
  await page.getByRole('option').filter({ hasText: 'CYDER' }).first().click();
  await page.locator('.picked-records li', { hasText: 'CYDER' }).first().waitFor();

  await add(page, 'search', 'search-3');
  await page.locator('[name="blocks.search-3.heading.ja"]').fill('探した取組');
  await page.locator('[name="blocks.search-3.query.q"]').fill('ランサムウェア');
  await page.locator('[name="blocks.search-3.most"]').fill('2');
  await page.getByRole('button', { name: '保存する', exact: true }).last().click();
  await page.locator('#saved-finds').waitFor();

  await add(page, 'timeline', 'timeline-4');
  await page.locator('[name="blocks.timeline-4.heading.ja"]').fill('年表の見出し');
  await page.locator('button[value="add blocks.timeline-4.items"]').click();
  await page.locator('[name="blocks.timeline-4.items.k1.date"]').fill('2026-11-23');
  await page.locator('[name="blocks.timeline-4.items.k1.title.ja"]').fill('できごと');

  await add(page, 'notice', 'notice-5');
  await page.locator('[name="blocks.notice-5.heading.ja"]').fill('気をつけること');
  await page.locator('input[name="blocks.notice-5.level"][value="warning"]').check();

  await add(page, 'desks', 'desks-6');
  await page.locator('[name="blocks.desks-6.heading.ja"]').fill('相談する');
  await page.locator('[name="picking"]').fill('サイバー事案');
  await page.getByRole('button', { name: '探す', exact: true }).first().click();
  await page.locator('#found-records button').first().click();
  await page.waitForURL((url) => url.searchParams.get('picking') !== null);
  await page.locator('button[value="up blocks desks-6"]').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/#outline/);

  const preview = await pageOf('editor', `/editing/items/${id}/preview`);
  expect(await preview.locator('.feature-block').count()).toBe(6);
  expect(await preview.locator('.feature-block').nth(4).getAttribute('id')).toBe('desks-6');

  await page.goto(`${origin}/editing/items/${id}`);
  await page.locator('[name="reason"]').fill('新しい特集です');
  await page.getByRole('button', { name: '送る', exact: true }).click();
  await page.waitForURL(/done=submit/);
  expect(await page.locator('main').textContent()).toContain('自分で書いたものは承認できません');
}, 120_000);

test('somebody else approves it, and everybody sees it', async () => {
  const page = await pageOf('reviewer', '/editing');
  await page.locator('#waiting + ul a', { hasText: '画面で作った特集' }).click();
  await page.getByRole('button', { name: '承認してすぐ公開する' }).click();
  await page.waitForURL(/done=published/);
  const visitor = await browser.newPage();
  await expect.poll(async () => (await visitor.goto(`${origin}/features/${id}`))?.status()).toBe(200);
  const words = await visitor.locator('main').textContent();
  for (const heading of [
    '文章の見出し',
    '選んだ取組',
    '探した取組',
    '年表の見出し',
    '気をつけること',
    '相談する',
  ])
    expect(words).toContain(heading);
});

test('synonyms are changed with a preview of what searches would find, and searches find it once published', async () => {
  const word = 'ぞむぺらぎゅ';
  const page = await pageOf('editor', '/editing/items/synonyms/edit');
  await page.locator('button[value="add groups"]').click();
  await page.waitForURL(/part=groups/);
  await page.locator('textarea[name$=".words"]').fill(`${word}\nランサムウェア`);
  await saved(page);
  await page.getByRole('button', { name: '検索がどう変わるかを見る' }).click();
  await page.locator('.rehearsed-search', { hasText: word }).first().waitFor();
  expect(await page.locator('.rehearsed-search').first().textContent()).toMatch(/公開中 0件 → 変更後 [1-9]/);
  expect(await violations(page)).toEqual([]);
  await page.goto(`${origin}/editing/items/synonyms`);
  await page.locator('input[name="way"][value="minor"]').check();
  await page.locator('[name="reason"]').fill('言葉を足します');
  await page.getByRole('button', { name: '送る', exact: true }).click();
  await page.waitForURL(/done=published/);
  const visitor = await browser.newPage();
  const found = async () => {
    await visitor.goto(`${origin}/search?q=${encodeURIComponent(word)}&at=${Date.now()}`);
    return visitor.locator('main').textContent();
  };
  await expect.poll(found).toContain('The No More Ransom');
});

test.each(['ja', 'en'])(
  'axe finds nothing on the editors’ pages in %s',
  async (language) => {
    const prefix = language === 'en' ? '/en' : '';
    const found: Record<string, string[]> = {};
    const item = (name: string, rest = '') => `${prefix}/editing/items/${name}${rest}`;
    for (const path of [
      `${prefix}/editing`,
      `${prefix}/editing/new/feature`,
      `${prefix}/editing/new/notice`,
      item(id),
      item(id, '/history'),
      item(id, '/edit'),
      ...['text-1', 'records-2', 'search-3', 'timeline-4', 'notice-5', 'desks-6'].map((part) =>
        item(id, `/edit?part=blocks.${part}&picking=a`),
      ),
      item('sample-urgent', '/edit'),
      item('desks', '/edit?part=situations.phishing'),
      item('finder', '/edit'),
      item('vocabulary', '/edit?part=category.tool'),
      item('synonyms', '/edit?part=groups.k1'),
      item('synonyms', '/search?queries=ウイルス'),
      item('synonyms', '/history'),
    ]) {
      const page = await pageOf('editor', path);
      const wrong = await violations(page);
      if (wrong.length > 0) found[path] = wrong;
      await page.close();
    }
    expect(found).toEqual({});
  },
  120_000,
);

test('a phone shows the form without the frame, and nothing is wider than it', async () => {
  const page = await pageOf('editor', `${edit}?part=blocks.search-3`);
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await page.locator('.document-preview iframe').isVisible()).toBe(false);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(wider).toBe(false);
});
