/**
 * Attacks that every route must withstand, now and later: each is tried on all routes that any feature declares.
 * What only one feature can suffer (files, imports, webhooks, sign-in) is tried beside that feature.
 */
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeclaredRoute } from '../src/platform/web/page-routes.ts';
import { BrowserSession } from './browser-session.ts';
import { plainRequest } from './plain-request.ts';
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
    // Unsubscribe links need no session: they carry their own proof.
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

describe('a request under another name than the site’s', () => {
  it.each([
    ['in its Host', '', { host: 'evil.example' }],
    ['in its first line', 'http://evil.example', { host: 'localhost' }],
  ])('%s is answered with 421 by every route', async (_, origin, headers) => {
    const answering: string[] = [];
    for (const { method, path } of [...routes, { method: 'GET', path: '/robots.txt' }]) {
      const address = origin + addressOf(path, 'x');
      const own = headers.host === 'localhost' ? { host: `localhost:${portal.port}` } : headers;
      const answer = await plainRequest(portal.port, address, { method, headers: own });
      if (answer.status !== 421) answering.push(`${method} ${path}: ${answer.status}`);
    }
    expect(answering).toEqual([]);
  });

  it('is told where the site is, page and API alike', async () => {
    const ask = (path: string) => plainRequest(portal.port, path, { headers: { host: 'evil.example' } });
    expect(await (await ask('/')).text()).toMatch(/KAKEHASHI_BASE_URL/);
    expect(await (await ask('/api/v1/entries')).json()).toMatchObject({
      status: 421,
      problems: [{ code: 'misdirected-request' }],
    });
  });

  it('is not believed in X-Forwarded-Host or Forwarded: no page names it', async () => {
    const naming: string[] = [];
    const headers = { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' };
    for (const { path } of declared('GET')) {
      const answer = await administrator.get(addressOf(path, 'x'), headers);
      const received = (await answer.text()) + JSON.stringify([...answer.headers]);
      if (received.includes('evil.example')) naming.push(path);
    }
    expect(naming).toEqual([]);
  });

  it('with two names is refused', async () => {
    const host = [`127.0.0.1:${portal.port}`, 'evil.example'];
    expect((await plainRequest(portal.port, '/', { headers: { host } })).status).toBe(400);
  });

  it('gets what tells whether the node is well, and nothing of how the site is used', async () => {
    const ask = (path: string) => plainRequest(portal.port, path, { headers: { host: 'node-1:3000' } });
    expect((await ask('/healthz')).status).toBe(200);
    expect((await ask('/readyz')).status).toBe(200);
    expect((await ask('/metrics')).status).toBe(421);
  });

  it.each([
    ['10.0.0.5:3000', 200],
    ['[fd00::5]:3000', 200],
    ['localhost:9', 200],
    ['127.0.0.1', 200],
    ['10.0.0.5.evil.example', 421],
    ['localhost.evil.example:3000', 421],
  ])('that is an address of the node, as %s, gets metrics with %i', async (host, status) => {
    expect((await plainRequest(portal.port, '/metrics', { headers: { host } })).status).toBe(status);
    expect((await plainRequest(portal.port, '/', { headers: { host: '10.0.0.5:3000' } })).status).toBe(421);
  });
});

describe('a form whose Host and Origin agree on another site', () => {
  it.each([
    ['Origin', { origin: 'http://evil.example', 'sec-fetch-site': 'same-origin' }],
    ['Referer', { referer: 'http://evil.example/page' }],
  ])('is taken by no route: %s', async (_, headers) => {
    const cookie = [...administrator.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const taken: string[] = [];
    for (const { path } of declared('POST')) {
      const answer = await portal.post(addressOf(path, 'x'), {}, { cookie, ...headers });
      if (answer.status !== 403) taken.push(`${path}: ${answer.status}`);
    }
    // Leaving a mailing list takes no cookie; its link carries the proof.
    expect(taken.filter((route) => !/\/alerts\/[^:]*leave|unsubscribe/.test(route))).toEqual([]);
  });

  it('is taken where an old browser says by Referer alone that it is ours', async () => {
    const referer = `http://127.0.0.1:${portal.port}/about`;
    expect((await portal.post('/settings/display', { furigana: 'on' }, { referer })).status).toBe(303);
  });
});

describe('text that is none', () => {
  it('is refused with 400 by every route, in its path or in a query', async () => {
    const others: string[] = [];
    for (const { method, path } of routes) {
      const inPath = path.replace(/:\w+(\{[^}]*\})?/g, 'a%00b');
      const address = inPath === path ? `${path}?q=%ED%A0%80` : inPath;
      const answer = method === 'GET' ? await nobody.get(address) : await nobody.post(address, {});
      if (answer.status !== 400) others.push(`${method} ${address}: ${answer.status}`);
    }
    expect(others).toEqual([]);
  });

  it('is never a fault of the server in any form, as a value, a name, a file’s name or all of it', async () => {
    const others: string[] = [];
    for (const { path } of declared('POST').filter(({ path }) => !/sign-out/.test(path))) {
      const named = new FormData();
      named.append('title', 'a\0b');
      const file = new FormData();
      file.append('file', new File(['a'], 'a\0b.csv'));
      for (const answer of [
        await administrator.post(addressOf(path, 'x'), { title: 'a\0b', 'a\0': 'b' }),
        await administrator.upload(addressOf(path, 'x'), named),
        await administrator.upload(addressOf(path, 'x'), file),
        await administrator.post(addressOf(path, 'x'), { a: 'b' }, { 'content-type': 'multipart/form-data' }),
      ])
        if (answer.status >= 500 || answer.status < 300) others.push(`${path}: ${answer.status}`);
    }
    expect(others).toEqual([]);
  });

  it('is refused in cookies, which are never looked up then', async () => {
    for (const cookie of ['kakehashi.session_token=a%00b.c', 'kakehashi_display=%00', 'other=%ED%A0%80'])
      expect((await portal.get('/account', { cookie })).status).toBe(400);
  });

  it('is refused in what passkeys and the OpenID provider send', async () => {
    const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
    const body = '{"response":{"id":"\\u0000"}}';
    const path = '/api/auth/passkey/verify-authentication';
    const host = `127.0.0.1:${portal.port}`;
    const sent = { method: 'POST', headers: { ...headers, host }, body };
    expect((await plainRequest(portal.port, path, sent)).status).toBe(400);
    expect((await portal.get('/api/auth/callback/oidc?state=%00')).status).toBe(400);
  });
});

describe('script in an address', () => {
  const script = `"'><script>alert(1)</script><img src=x onerror=alert(1)>`;
  /** A list of all field names would be too long to maintain: these are tried on all routes. */
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

it('a request is never sent back to whoever asks for a TRACE', async () => {
  const asking = request({
    port: portal.port,
    method: 'TRACE',
    path: '/',
    headers: { 'x-secret': 'hidden-value' },
  });
  asking.end();
  const [answer] = (await once(asking, 'response')) as [IncomingMessage];
  expect(answer.statusCode).toBeGreaterThanOrEqual(400);
  expect(await text(answer)).not.toContain('hidden-value');
});
