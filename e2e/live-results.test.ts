import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { openBrowser } from './browser.ts';

const portal = inject('portal');

let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
});
afterEach(() => context.close());

async function stay(): Promise<void> {
  await page.evaluate(() => Object.assign(window, { stayed: true }));
}

function stayed(): Promise<boolean> {
  return page.evaluate(() => 'stayed' in window);
}

function count(): Promise<number> {
  return page
    .locator('.results-count')
    .textContent()
    .then((text) => Number.parseInt(text ?? '', 10));
}

describe('with JavaScript, the results page', () => {
  it('follows a check box in place: address, title, count, focus and what a screen reader hears', async () => {
    await page.goto(`${portal}/search?q=相談`);
    await stay();
    const before = await count();
    await page.getByRole('checkbox', { name: /^学校/ }).check();
    await page.waitForURL(/affiliation=school/);
    await page.locator('.chip-tag').waitFor();
    expect(await stayed()).toBe(true);
    const after = await count();
    expect(after).toBeLessThan(before);
    expect(await page.locator('live-results > [role=status]').textContent()).toBe(`${after}件見つかりました`);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('affiliation-school');
    expect(await page.getByRole('checkbox', { name: /^学校/ }).isChecked()).toBe(true);
  });

  it('leaves the box that was ticked under the finger, although the lists above it become shorter', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${portal}/search?q=講座`);
    await page.locator('summary', { hasText: 'しぼりこみ' }).first().click();
    const box = page.getByRole('checkbox', { name: /^中小企業/ });
    await box.scrollIntoViewIfNeeded();
    const shown = await page.getByRole('checkbox').count();
    const before = (await box.boundingBox())?.y ?? Number.NaN;
    await box.check();
    await page.locator('.chip-tag').waitFor();
    expect(await page.getByRole('checkbox').count()).toBeLessThan(shown);
    expect(Math.abs(((await box.boundingBox())?.y ?? Number.NaN) - before)).toBeLessThan(2);
  });

  it('goes back to where it was', async () => {
    await page.goto(`${portal}/search?q=相談`);
    const before = await count();
    await page.getByRole('checkbox', { name: /^学校/ }).check();
    await page.locator('.chip-tag').waitFor();
    await page.goBack();
    await page.locator('.chip-tag').waitFor({ state: 'detached' });
    expect(await count()).toBe(before);
    expect(await page.getByRole('checkbox', { name: /^学校/ }).isChecked()).toBe(false);
    await page.goForward();
    await page.locator('.chip-tag').waitFor();
  });

  it('takes a condition away by its chip, and puts the focus on the heading', async () => {
    await page.goto(`${portal}/search?purpose=know&affiliation=sme`);
    await stay();
    await page.locator('.chip-tag').first().click();
    await page.waitForURL(`${portal}/search?affiliation=sme`);
    await page.locator('.chip-tag').nth(1).waitFor({ state: 'detached' });
    expect(await stayed()).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('results-heading');
  });

  it('searches anew and sorts in place', async () => {
    await page.goto(`${portal}/search?purpose=know`);
    await stay();
    await page.getByRole('combobox', { name: '取組をさがす' }).fill('学校');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=/);
    await page.locator('.query', { hasText: '学校' }).waitFor();
    expect(page.url()).toContain('purpose=know');
    await page.locator('#sort').selectOption({ index: 1 });
    await page.waitForURL(/sort=/);
    expect(await stayed()).toBe(true);
  });

  it('keeps the filters of a phone open while they are being set', async () => {
    await page.setViewportSize({ width: 360, height: 780 });
    await page.goto(`${portal}/search`);
    expect(await page.getByRole('checkbox', { name: /^学校/ }).isVisible()).toBe(false);
    await page.locator('.filters > summary').click();
    await page.getByRole('checkbox', { name: /^学校/ }).check();
    await page.locator('.filters-set', { hasText: '1' }).waitFor();
    expect(await page.getByRole('checkbox', { name: /^学校/ }).isVisible()).toBe(true);
  });

  it('keeps the other language and the display settings at the page that is shown', async () => {
    await page.goto(`${portal}/search`);
    await page.getByRole('checkbox', { name: /^学校/ }).check();
    await page.locator('.chip-tag').waitFor();
    expect(await page.getByRole('link', { name: 'English' }).getAttribute('href')).toContain(
      'affiliation=school',
    );
  });

  it('goes to the page itself when it cannot be fetched', async () => {
    await page.goto(`${portal}/search`);
    await stay();
    await page.route('**/search?*', (route) =>
      route.request().resourceType() === 'fetch' ? route.abort() : route.continue(),
    );
    await page.getByRole('checkbox', { name: /^学校/ }).check();
    await page.locator('.chip-tag').waitFor();
    expect(await stayed()).toBe(false);
  });
});

describe('a search for what is not here', () => {
  it.each([true, false])(
    'says so, with where to ask, with JavaScript and without: %s',
    async (javaScriptEnabled) => {
      const own = await browser.newContext({ javaScriptEnabled });
      const visitor = await own.newPage();
      await visitor.goto(`${portal}/search?q=相談`);
      await visitor.getByRole('combobox').or(visitor.getByRole('searchbox')).first().fill('天気予報');
      await visitor.keyboard.press('Enter');
      await visitor.locator('.query-none').waitFor();
      expect(await visitor.locator('.results-count').textContent()).toBe('0件');
      expect(await visitor.locator('.results article').count()).toBe(0);
      expect(await visitor.locator('.results a[href="/help#desks"]').count()).toBe(1);
      await own.close();
    },
  );

  it('shows help first where that is what was asked for', async () => {
    await page.goto(`${portal}/search?q=相談`);
    await page.getByRole('combobox', { name: '取組をさがす' }).fill('のっとられた');
    await page.keyboard.press('Enter');
    await page.locator('.first-steps a[href="/help/account"]').waitFor();
    const [first] = await page.locator('.results a').all();
    expect(await first?.getAttribute('href')).toBe('/help/account');
  });
});

describe('the search field', () => {
  it('proposes queries that the keyboard can choose', async () => {
    await page.goto(portal);
    const field = page.getByRole('combobox', { name: '取組をさがす' });
    await field.pressSequentially('らん');
    await page.getByRole('option').first().waitFor();
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    await page.getByRole('option').last().click({ trial: true });
    await page.keyboard.press('ArrowDown');
    const option = page.getByRole('option').first();
    expect(await option.getAttribute('aria-selected')).toBe('true');
    expect(await field.getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'));
    const words = await option.textContent();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?q=/);
    expect(new URL(page.url()).searchParams.get('q')).toBe(words);
  });

  it('leads to the page that is asked for', async () => {
    await page.goto(portal);
    await page.getByRole('combobox', { name: '取組をさがす' }).pressSequentially('怪しいSMS');
    await page.locator('[role=option][data-page]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${portal}/help/suspicious-message`);
  });

  it('lets go of its proposals on Escape and keeps what was typed', async () => {
    await page.goto(portal);
    const field = page.getByRole('combobox', { name: '取組をさがす' });
    await field.pressSequentially('らん');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('listbox').isVisible()).toBe(false);
    expect(await field.inputValue()).toBe('らん');
  });
});

describe('without JavaScript', () => {
  beforeEach(async () => {
    await context.close();
    context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 780 } });
    page = await context.newPage();
  });

  it('filters, sorts and searches by the form and its buttons', async () => {
    await page.goto(`${portal}/search`);
    await page.locator('.filters > summary').click();
    await page.getByRole('checkbox', { name: /^学校/ }).check();
    await page.getByRole('button', { name: 'この条件でしぼりこむ' }).click();
    await page.waitForURL(/affiliation=school/);
    await page.locator('#sort').selectOption({ index: 1 });
    await page.getByRole('button', { name: '並べ替える' }).click();
    await page.waitForURL(/sort=/);
    expect(page.url()).toContain('affiliation=school');
  });
});
