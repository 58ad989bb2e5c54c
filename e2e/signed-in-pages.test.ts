/**
 * Every page for signed-in users, with everything unfolded: no axe violations and no horizontal overflow at
 * phone width; in both themes, in Japanese, in English, and in Japanese with furigana.
 */
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DeclaredRoute } from '../apps/portal/src/platform/web/page-routes.ts';
import {
  createEntries,
  type EntriesInEveryState,
  hookOrigin,
} from '../apps/portal/test/entries-in-every-state.ts';
import { openTestPortal, type TestPortal } from '../apps/portal/test/test-portal.ts';
import { violationsInBothThemes } from './axe.ts';
import { openBrowser } from './browser.ts';
import { Visitors } from './visitors.ts';

type Visitor = 'provider' | 'editor' | 'reviewer' | 'admin';
type Addresses = (desk: EntriesInEveryState) => readonly string[];

const assetsDir = fileURLToPath(new URL('../apps/portal/dist/client', import.meta.url));
const entry =
  (rest: string, ...states: (keyof EntriesInEveryState['entries'])[]): Addresses =>
  ({ entries }) =>
    states.map((state) => `/desk/entries/${entries[state]}${rest}`);
const item =
  (rest: string, ...ids: string[]): Addresses =>
  ({ feature }) =>
    [feature, ...ids].map((id) => `/editing/items/${id}${rest}`);
const room =
  (rest: string): Addresses =>
  ({ organisation }) => [`/organisations/${organisation}${rest}`];

/** Addresses of each page, by its route, with who opens them. */
const pages: Record<string, readonly [Visitor, Addresses?]> = {
  '/account': ['provider'],
  '/account/data': ['provider'],
  '/account/security': ['provider'],
  '/account/security/confirm': ['provider'],
  '/account/sessions': ['provider'],
  '/admin/account-requests': ['editor'],
  '/admin/audit': ['admin', () => ['/admin/audit', '/admin/audit?action=review.take']],
  '/admin/invitations': ['admin'],
  '/admin/mail': ['admin'],
  '/admin/mail/:id': ['admin', ({ mail }) => [`/admin/mail/${mail}`]],
  '/admin/organisations': ['admin'],
  '/admin/users': ['admin', () => ['/admin/users', '/admin/users?q=nobody-is-called-so']],
  '/admin/users/:user': ['admin', ({ user }) => [`/admin/users/${user}`]],
  '/admin/webhooks': ['admin'],
  '/admin/webhooks/:id': ['admin', ({ webhook }) => [`/admin/webhooks/${webhook}`]],
  '/admin/webhooks/new': ['admin'],
  '/organisations/:organisation': ['provider', room('')],
  '/organisations/:organisation/access-tokens': ['provider', room('/access-tokens')],
  '/organisations/:organisation/needs': ['provider', room('/needs')],
  '/organisations/:organisation/data': ['provider', room('/data')],
  '/organisations/:organisation/data/delete': ['provider', room('/data/delete')],
  '/desk': ['provider', () => ['/desk', '/desk?done=discarded']],
  '/desk/calls': ['editor'],
  '/desk/calls/:id': ['editor', ({ call }) => [`/desk/calls/${call}`]],
  '/desk/calls/:id/edit': ['editor', ({ call }) => [`/desk/calls/${call}/edit`]],
  '/desk/calls/:id/history': ['editor', ({ call }) => [`/desk/calls/${call}/history`]],
  '/desk/calls/new': ['editor'],
  '/desk/entries/:id': [
    'provider',
    ({ entries }) => Object.values(entries).map((id) => `/desk/entries/${id}`),
  ],
  '/desk/entries/:id/call': ['provider', entry('/call', 'draft')],
  '/desk/entries/:id/check': ['provider', entry('/check', 'draft', 'publishedChanging')],
  '/desk/entries/:id/correct': ['editor', entry('/correct', 'published')],
  '/desk/entries/:id/discard': ['provider', entry('/discard', 'draft')],
  '/desk/entries/:id/edit': [
    'provider',
    ({ entries: { draft } }) =>
      ['texts', 'choices', 'more', 'texts&check=1'].map((step) => `/desk/entries/${draft}/edit?step=${step}`),
  ],
  '/desk/entries/:id/history': ['editor', entry('/history', 'publishedChanging', 'changesRequested')],
  '/desk/entries/:id/preview': ['provider', entry('/preview', 'published')],
  '/desk/import': ['provider'],
  '/desk/import/:id': ['provider', ({ imports }) => Object.values(imports).map((id) => `/desk/import/${id}`)],
  '/desk/new': ['provider', ({ call }) => ['/desk/new', `/desk/new?call=${call}`]],
  '/desk/programmes': ['editor'],
  '/desk/programmes/:id': ['editor', () => ['/desk/programmes/board-decisions']],
  '/editing': ['editor'],
  '/editing/items/:id': ['editor', item('', 'redirects', 'vocabulary', 'readings')],
  '/editing/items/:id/edit': [
    'editor',
    item(
      '/edit',
      'redirects',
      'stop-ransomware',
      'sample-urgent',
      'desks',
      'finder',
      'vocabulary',
      'synonyms',
      'readings',
    ),
  ],
  '/editing/items/:id/history': [
    'editor',
    () => ['/editing/items/synonyms/history', '/editing/items/stop-ransomware/history'],
  ],
  '/editing/items/:id/list': ['editor', () => ['/editing/items/redirects/list']],
  '/editing/items/:id/preview': ['editor', item('/preview', 'stop-ransomware')],
  '/editing/items/:id/readings': ['editor', () => ['/editing/items/readings/readings']],
  '/editing/items/:id/search': ['editor', () => ['/editing/items/synonyms/search?queries=ウイルス']],
  '/editing/search-checks': ['editor'],
  '/editing/new/:kind': ['editor', () => ['/editing/new/feature', '/editing/new/notice']],
  '/figures': ['reviewer'],
  '/figures/years/:year': ['reviewer', () => ['/figures/years/2026']],
  '/links': ['reviewer'],
  '/reports': ['reviewer'],
  '/review': ['reviewer', () => ['/review', '/review?state=in-review&order=deadline']],
  '/review/:id': [
    'reviewer',
    ({ entries: { submitted, inReview, changesRequested, published } }) =>
      [submitted, inReview, changesRequested, published].map((id) => `/review/${id}`),
  ],
  '/review/:id/preview': ['reviewer', ({ entries }) => [`/review/${entries.inReview}/preview`]],
};

/** Routes that answer with a file, with data, or by leading to one of the pages. */
const withoutPage = [
  '/account/data/delete',
  '/account/data/export',
  '/account/email',
  // For users who owe no second factor; e2e/second-factors.test.ts covers the others.
  '/account/second-factor',
  '/account/security/passkeys',
  '/account/security/password',
  '/account/security/totp',
  '/account/security/totp/confirm',
  '/admin/audit/export',
  '/admin/users/:user/restore',
  '/admin/users/:user/role',
  '/admin/users/:user/sign-out',
  '/admin/users/:user/suspend',
  '/desk/entries/:id/evidence/:file',
  '/desk/entries/:id/pictures/:file',
  '/desk/import/:id/corrected/:format',
  '/desk/import/:id/progress',
  '/desk/import/template/:file',
  '/desk/programmes/files/:name',
  '/editing/items/:id/list.csv',
  '/figures/export',
  '/organisations/:organisation/access-tokens/:token/revoke',
  '/organisations/:organisation/access-tokens/revoke-left',
  '/organisations/:organisation/data/export',
  '/organisations/:organisation/invitations',
  '/sign-in/begin',
];

/** `most`: how many addresses of one page are looked at: in every state once, in another language and manner one. */
const variants = [
  { name: 'in Japanese', prefix: '', display: '', maxAddresses: 20 },
  { name: 'in English', prefix: '/en', display: '', maxAddresses: 1 },
  { name: 'in Japanese with furigana', prefix: '', display: 'furigana', maxAddresses: 1 },
] as const;

const routes: DeclaredRoute[] = [];
let portal: TestPortal;
let origin: string;
let desk: EntriesInEveryState;
let browser: Browser;
let visitors: Visitors;

beforeAll(async () => {
  portal = await openTestPortal({
    assetsDir,
    declare: (route) => routes.push(route),
    trustedOrigins: [hookOrigin],
  });
  origin = `http://127.0.0.1:${portal.port}`;
  browser = await openBrowser();
  visitors = new Visitors(browser, origin);
  desk = await createEntries(portal);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

/** What is wrong with the page as a phone shows it, with everything unfolded. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '');
  });
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  const { light, dark } = await violationsInBothThemes(page);
  const unstated = await unstatedLimits(page);
  return [
    ...unstated.map((name) => `the field ${name} does not say how much it takes`),
    ...(beyond > 0 ? [`${beyond} px wider than the window`] : []),
    ...dark.map((fault) => `in the dark: ${fault}`),
    ...light.map((fault) => `in the light: ${fault}`),
  ];
}

/** Fields with a maximum length that their description does not state. */
function unstatedLimits(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('main :is(input, textarea)[maxlength]')]
      .filter((field) => {
        const ids = field.getAttribute('aria-describedby')?.split(' ') ?? [];
        const describedBy = ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
        return !describedBy.replaceAll(',', '').includes(String(field.maxLength));
      })
      .map(({ name }) => name),
  );
}

async function prepare(page: Page, { display }: (typeof variants)[number]): Promise<void> {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.context().addCookies([{ name: 'kakehashi_display', value: display, url: origin }]);
}

test('every page of somebody signed in is among those that are looked at here', () => {
  const declared = routes
    .filter(
      ({ method, path, permission }) => method === 'GET' && permission !== 'public' && !/^\/en\//.test(path),
    )
    .map(({ path }) => path);
  expect([...Object.keys(pages), ...withoutPage].sort()).toEqual([...new Set(declared)].sort());
});

describe.each(variants)('$name', (variant) => {
  test.each(['provider', 'editor', 'reviewer', 'admin'] as const)(
    'nothing is wrong on the pages of %s',
    async (who) => {
      const page = await visitors.pageOf(who, '/account');
      await prepare(page, variant);
      const found: Record<string, string[]> = {};
      for (const [route, [visitor, addresses]] of Object.entries(pages)) {
        if (visitor !== who) continue;
        for (const address of (addresses?.(desk) ?? [route]).slice(0, variant.maxAddresses)) {
          const answer = await page.goto(origin + variant.prefix + address);
          const faults = await faultsOf(page);
          if (answer?.status() !== 200) faults.push(`answered ${answer?.status()}`);
          if (new URL(page.url()).pathname !== encodeURI(variant.prefix + address).split('?')[0])
            faults.push(`led to ${page.url()}`);
          if (faults.length > 0) found[address] = faults;
        }
      }
      await page.close();
      expect(found).toEqual({});
    },
    240_000,
  );

  test('nothing is wrong where a form is given back after the session ended', async () => {
    const context: BrowserContext = await browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    await prepare(page, variant);
    await page.goto(`${origin}${variant.prefix}/sign-in`);
    await page.locator('input[name="email"]').fill('provider@example.jp');
    await page.locator('input[name="password"]').fill('kakehashi-demo');
    await page.locator('main form button[type="submit"]').first().click();
    await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
    await page.goto(`${origin}${variant.prefix}/desk/entries/${desk.entries.submitted}`);
    await context.clearCookies({ name: /session/ });
    const form = page.locator('form[action$="/withdraw"]');
    await page
      .locator('details:has(form[action$="/withdraw"])')
      .evaluate((details) => details.setAttribute('open', ''));
    await form.locator('[name="reason"]').fill('やめておきます');
    const answer = page.waitForResponse((response) => response.request().method() === 'POST');
    await form.locator('button').click();
    expect((await answer).status()).toBe(401);
    await page.locator('h1').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await context.close();
  });
});
