/**
 * Attacks that every route must withstand, now and later: each is tried on all routes that any feature declares.
 * What only one feature can suffer (files, imports, webhooks, sign-in) is tried beside that feature.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeclaredRoute } from '../src/platform/web/page-routes.ts';
import { BrowserSession } from './browser-session.ts';
import { openTestPortal, type TestPortal } from './test-portal.ts';

let portal: TestPortal;
let administrator: BrowserSession;
let nobody: BrowserSession;
const routes: DeclaredRoute[] = [];

beforeAll(async () => {
  portal = await openTestPortal({ declare: (route) => routes.push(route) });
  administrator = new BrowserSession(portal);
  nobody = new BrowserSession(portal);
  await administrator.signIn('admin@example.jp');
});
afterAll(() => portal.stop());

const addressOf = (path: string, parameter: string) =>
  path.replace(/:\w+(\{[^}]*\})?/g, encodeURIComponent(parameter));
const declared = (method: DeclaredRoute['method']) => routes.filter((route) => route.method === method);

describe('a form that another site sends with the cookies of somebody signed in', () => {
  it.each([
    ['says where it comes from', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['comes from a sibling host', { 'sec-fetch-site': 'same-site' }],
    ['hides where it comes from', { 'sec-fetch-site': 'none' }],
  ])('is taken by no route where it %s', async (_, headers) => {
    // Whoever leaves a mailing list by its link is not signed in; such links carry their own proof.
    const posts = declared('POST').filter(({ permission }) => permission !== 'public');
    expect(posts.length).toBeGreaterThan(40);
    const taken: string[] = [];
    for (const { path } of posts) {
      const answer = await administrator.post(addressOf(path, 'x'), {}, headers);
      if (answer.status !== 403) taken.push(`${path}: ${answer.status}`);
    }
    expect(taken).toEqual([]);
  });
});

describe('script in an address', () => {
  const script = `"'><script>alert(1)</script><img src=x onerror=alert(1)>`;
  /** Every name that any form or link of the site uses would be too many to keep up: these are asked of all routes. */
  const names = [
    'q',
    'to',
    'from',
    'kind',
    'step',
    'sort',
    'page',
    'purpose',
    'query',
    'id',
    'state',
    'reason',
  ];
  const query = names.map((name) => `${name}=${encodeURIComponent(script)}`).join('&');

  it.each(['nobody', 'an administrator'])('comes back as text at most to %s', async (who) => {
    const browser = who === 'nobody' ? nobody : administrator;
    const reflecting: string[] = [];
    for (const { path } of declared('GET')) {
      const answer = await browser.get(`${addressOf(path, script)}?${query}`);
      const page = await answer.text();
      if (answer.status >= 500 || /<script>alert|<img src=x/.test(page)) reflecting.push(path);
    }
    expect(reflecting).toEqual([]);
  });
});

describe('an address that leads elsewhere', () => {
  const elsewhere = ['https://evil.example/', '//evil.example/', '/\\evil.example', 'javascript:alert(1)'];

  it.each(elsewhere)('is followed by no route: %s', async (target) => {
    const leading: string[] = [];
    const query = ['to', 'from', 'next', 'return', 'url'].map(
      (name) => `${name}=${encodeURIComponent(target)}`,
    );
    for (const { path } of declared('GET')) {
      for (const browser of [nobody, administrator]) {
        const answer = await browser.get(`${addressOf(path, 'x')}?${query.join('&')}`);
        await answer.body?.cancel();
        const location = answer.headers.get('location') ?? '/';
        const origin = `http://127.0.0.1:${portal.port}`;
        if (new URL(location, origin).origin !== origin) leading.push(`${path} → ${location}`);
      }
    }
    expect(leading).toEqual([]);
  });
});

describe('every page', () => {
  it('runs only scripts that carry the nonce of its own answer, may not be framed and is not sniffed', async () => {
    const lax: string[] = [];
    for (const { path } of declared('GET')) {
      const answer = await administrator.get(addressOf(path, 'x'));
      const page = await answer.text();
      const policy = answer.headers.get('content-security-policy') ?? '';
      const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
      const safe =
        !/unsafe-(inline|eval)/.test(policy) &&
        /frame-ancestors 'none'/.test(policy) &&
        answer.headers.get('x-content-type-options') === 'nosniff' &&
        [...page.matchAll(/<script\b[^>]*>/g)].every(([tag]) => tag.includes(`nonce="${nonce}"`)) &&
        !/\son[a-z]+="/.test(page);
      if (!safe) lax.push(path);
    }
    expect(lax).toEqual([]);
  });
});
