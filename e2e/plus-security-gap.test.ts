import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { violations } from './axe.ts';
import { openBrowser } from './browser.ts';
import { Visitors } from './visitors.ts';

const origin = inject('portal');
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

type Options = Parameters<Browser['newContext']>[0];

async function opened(path: string, options: Options = {}): Promise<Page> {
  const context = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  await page.goto(origin + path);
  return page;
}

/** Writes a picture of the page where somebody wants to look at it. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.KAKEHASHI_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

const pages = [
  '/gap-map',
  '/en/gap-map?role=dx-manager&area=procurement&measure=demand',
  '/en/gap-map/programmes?role=dx-manager&prefecture=13',
];

describe('the gap map', () => {
  test.each(pages)(
    '%s is clean for axe in both themes, wide and narrow, never wider than the screen',
    async (path) => {
      for (const [name, options] of [
        ['wide', { viewport: { width: 1440, height: 900 } }],
        ['phone-dark', { viewport: { width: 360, height: 740 }, colorScheme: 'dark' as const }],
      ] as const) {
        const page = await opened(path, options);
        expect(await violations(page), name).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(
          0,
        );
        await picture(page, `gap-${pages.indexOf(path)}-${name}`);
        await page.context().close();
      }
    },
  );

  test('is filtered without JavaScript, keeps the view in its address, and each number leads to what was counted', async () => {
    const page = await opened('/en/gap-map', { javaScriptEnabled: false });
    await page.getByLabel('Role', { exact: true }).selectOption('dx-manager');
    await page.getByLabel('Area', { exact: true }).selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Show' }).click();
    const address = new URL(page.url());
    expect(address.searchParams.get('role')).toBe('dx-manager');
    expect(await page.getByLabel('Role', { exact: true }).inputValue()).toBe('dx-manager');
    const details = page.getByRole('region', { name: 'Demand and supply by skill' });
    const places = details.locator('td:nth-of-type(2) a').first();
    const counted = await places.innerText();
    await places.click();
    expect(await page.locator('h1').innerText()).toBe('Programmes counted as supply');
    if (counted !== '0') expect(await page.getByText(`${counted} places in all`).count()).toBe(1);
    await page.context().close();
  });

  test('gives the same cells to the page, the file and the API', async () => {
    const asked = 'by=prefecture&role=dx-manager';
    const answer = await (await fetch(`${origin}/api/v1/needs/gap?${asked}`)).json();
    expect(Object.keys(answer.cells[0]).sort()).toEqual(
      ['role', 'skill', 'prefecture', 'industry', 'size', 'demand', 'supply', 'gap', 'suppressed'].sort(),
    );
    expect(answer.cells).toHaveLength(47);
    const csv = await (await fetch(`${origin}/gap-map/cells.csv?${asked}`)).text();
    const rows = csv
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(','));
    expect(rows.map((row) => row[12])).toEqual(
      answer.cells.map(({ demand }: { demand: number | null }) => (demand === null ? '' : String(demand))),
    );
    const page = await opened('/en/gap-map?role=dx-manager');
    const shown = await page
      .getByRole('region', { name: 'Demand and supply by prefecture' })
      .locator('tbody td:nth-of-type(1)')
      .allInnerTexts();
    expect(shown.map((text) => text.replaceAll(',', ''))).toEqual(
      answer.cells.map(({ demand }: { demand: number | null }) =>
        demand === null ? 'not shown' : String(demand),
      ),
    );
    await page.context().close();
  });

  test('refuses what it does not publish, and is described in the OpenAPI document', async () => {
    const refused = await fetch(`${origin}/api/v1/needs/gap?by=industry&prefecture=13`);
    expect(refused.status).toBe(400);
    expect((await refused.json()).problems[0].code).toBe('not-published');
    const document = await (await fetch(`${origin}/api/v1/openapi.json`)).json();
    expect(document.paths['/api/v1/needs/gap'].get.operationId).toBe('getNeedsGap');
  });
});

describe('a company', () => {
  test('posts a need in its room and closes it', async () => {
    const page = await new Visitors(browser, origin).pageOf('provider', '/en/account');
    const [room = ''] = await page
      .locator('a[href*="/organisations/"]')
      .evaluateAll((links) => links.map((link) => (link as unknown as { pathname: string }).pathname));
    const address = /\/organisations\/[^/]+/.exec(room)?.[0] ?? '';
    await page.goto(`${origin}/en${address}`);
    await page.getByRole('link', { name: 'Learning needs' }).first().click();
    await page.getByRole('button', { name: 'Post the need' }).click();
    expect(await page.getByText('Choose a role.').count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Who (role)').selectOption('dx-manager');
    await page.locator('select[name="skill"]').selectOption('buy-cloud');
    await page.getByLabel('How many people').fill('4');
    await page.getByLabel('Where (prefecture)').selectOption('13');
    await page.locator('input[name="wantedBy"]').fill('2027-03');
    await page.getByLabel('Industry of the company').selectOption('manufacturing');
    await page.getByLabel('Size of the company').selectOption('to-100');
    await page.getByRole('button', { name: 'Post the need' }).click();
    await page.getByText('Waits to be published').waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'needs');
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await picture(page, 'needs-phone');
    await page.getByRole('button', { name: /^Close/ }).click();
    await page.getByText('Closed', { exact: true }).waitFor();
  });
});
