import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eq } from 'drizzle-orm';
import Provider, { type Configuration } from 'oidc-provider';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BrowserSession } from '../../../../test/browser-session.ts';
import { freePort } from '../../../../test/free-port.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { signInMethod, siteUser } from '../../../platform/identity/schema.ts';

/** What the provider says of whoever signs in there; the login is the local part of their address. */
const people: Record<string, { email: string; email_verified: boolean }> = {
  editor: { email: 'editor@example.jp', email_verified: true },
  invited: { email: 'invited@example.com', email_verified: true },
  stranger: { email: 'stranger@example.com', email_verified: true },
  impostor: { email: 'reviewer@example.jp', email_verified: false },
};

let portal: TestPortal;
let provider: Server;
let issuer: string;
/** Whether the provider says in its document that its answers name their issuer. */
let announces = true;
let now = new Date();
beforeAll(async () => {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  provider = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => provider.once('listening', resolve));
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  const answer = new Provider(issuer, configuration(`${origin}/api/auth/callback/oidc`)).callback();
  provider.on('request', (request, response) => {
    if (announces || !request.url?.endsWith('/openid-configuration')) return answer(request, response);
    const { end } = response;
    // What the provider writes, without the announcement.
    response.end = ((body: string | Buffer) => {
      const { authorization_response_iss_parameter_supported: _, ...others } = JSON.parse(String(body));
      const written = JSON.stringify(others);
      response.setHeader('content-length', Buffer.byteLength(written));
      return end.call(response, written, 'utf8');
    }) as typeof response.end;
    return answer(request, response);
  });
  portal = await openTestPortal({
    port,
    now: () => now,
    env: {
      KAKEHASHI_BASE_URL: origin,
      KAKEHASHI_OIDC_ISSUER: issuer,
      KAKEHASHI_OIDC_CLIENT_ID: 'kakehashi',
      KAKEHASHI_OIDC_CLIENT_SECRET: 'a-secret-between-the-two',
      KAKEHASHI_OIDC_NAME: '庁内アカウント',
    },
  });
});
afterAll(async () => {
  await portal.stop();
  provider.closeAllConnections();
  provider.close();
});

function configuration(redirect: string): Configuration {
  return {
    clients: [
      {
        client_id: 'kakehashi',
        client_secret: 'a-secret-between-the-two',
        redirect_uris: [redirect],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, name: `庁内 ${id}`, ...people[id] }),
    }),
  };
}

/**
 * Signs in at the provider as a browser would, and follows the redirect back.
 * @returns where it ends
 * @param change  changes the provider's response
 */
async function signInAs(
  login: string,
  browser: BrowserSession,
  to = '/account',
  change: (answer: URLSearchParams) => void = () => {},
): Promise<Response> {
  const start = await browser.get(`/sign-in/oidc?to=${encodeURIComponent(to)}`);
  const cookies = new Map<string, string>();
  let address = start.headers.get('location') ?? '';
  for (let step = 0; step < 12 && address.startsWith(issuer); step += 1) {
    const prompt = address.includes('/interaction/');
    const first = await follow(address, cookies);
    if (!prompt) {
      address = next(first, address);
      continue;
    }
    const form = /name="prompt" value="(\w+)"/.exec(await first.text())?.[1] ?? 'login';
    address = next(await follow(address, cookies, { prompt: form, login, password: 'any' }), address);
  }
  const back = new URL(address);
  change(back.searchParams);
  return browser.get(back.pathname + back.search);
}

async function follow(address: string, cookies: Map<string, string>, form?: Record<string, string>) {
  const answer = await fetch(address, {
    redirect: 'manual',
    headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  });
  for (const cookie of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    cookies.set(name, value);
  }
  return answer;
}

function next(answer: Response, from: string): string {
  const location = answer.headers.get('location');
  if (!location) throw new Error(`the provider answered ${answer.status} and leads nowhere`);
  return new URL(location, from).href;
}

async function findUser(email: string) {
  const { db } = portal.platform.connection;
  const [user] = await db.select().from(siteUser).where(eq(siteUser.email, email));
  return user;
}

it('the sign-in page offers the provider by its name', async () => {
  expect(await (await portal.get('/sign-in')).text()).toContain('庁内アカウントでサインインする');
});

it('somebody with an account signs in to it, by their verified address', async () => {
  const browser = new BrowserSession(portal);
  const back = await signInAs('editor', browser, '/account/sessions');
  expect(back.headers.get('location')).toBe('/account/sessions');
  expect(await (await browser.get('/account')).text()).toContain('editor@example.jp');
});

it('somebody invited gets the account that the invitation offers', async () => {
  const admin = new BrowserSession(portal);
  await admin.signIn('admin@example.jp');
  await admin.post('/admin/invitations', { email: 'invited@example.com', role: 'reviewer', language: 'ja' });
  const browser = new BrowserSession(portal);
  await signInAs('invited', browser);
  expect((await browser.get('/account')).status).toBe(200);
  expect(await findUser('invited@example.com')).toMatchObject({ role: 'reviewer', emailVerified: true });
});

it('somebody nobody invited is told so and gets no account', async () => {
  const back = await signInAs('stranger', new BrowserSession(portal));
  expect(back.headers.get('location')).toContain('/sign-in?notice=oidcFailed');
  expect(await findUser('stranger@example.com')).toBeUndefined();
});

it('an address that the provider has not verified opens nobody’s account', async () => {
  const browser = new BrowserSession(portal);
  const back = await signInAs('impostor', browser);
  expect(back.headers.get('location')).toContain('/sign-in?notice=oidcFailed');
  expect((await browser.get('/account')).status).toBe(303);
});

it('an answer that does not belong to this browser’s question is refused', async () => {
  const asked = new BrowserSession(portal);
  const start = await asked.get('/sign-in/oidc');
  const state = new URL(start.headers.get('location') ?? '').searchParams.get('state') ?? '';
  const other = new BrowserSession(portal);
  const answer = await other.get(`/api/auth/callback/oidc?code=stolen&state=${state}`);
  expect(answer.headers.get('location')).toContain('error');
  expect((await other.get('/account')).status).toBe(303);
});

it('an answer that names another issuer than the provider is refused (RFC 9207)', async () => {
  const browser = new BrowserSession(portal);
  const back = await signInAs('editor', browser, '/account', (answer) => {
    expect(answer.get('iss')).toBe(issuer);
    answer.set('iss', 'https://another.example');
  });
  expect(back.headers.get('location')).toContain('error=issuer_mismatch');
  expect((await browser.get('/account')).status).toBe(303);
});

it('an answer without an issuer is refused where the provider announces one, and else taken (RFC 9207)', async () => {
  const withoutIssuer = (answer: URLSearchParams) => answer.delete('iss');
  const browser = new BrowserSession(portal);
  const back = await signInAs('editor', browser, '/account', withoutIssuer);
  expect(back.headers.get('location')).toMatch(/^\/sign-in\?notice=oidcFailed.*error=issuer_mismatch/);
  expect((await browser.get('/account')).status).toBe(303);

  announces = false;
  now = new Date(now.getTime() + 61 * 60 * 1_000);
  const other = new BrowserSession(portal);
  expect((await signInAs('editor', other, '/account', withoutIssuer)).headers.get('location')).toBe(
    '/account',
  );
  announces = true;
});

it('a provider whose document names another issuer than is configured is sent nobody', async () => {
  const impostor = createServer(async (request, answer) => {
    const document = await fetch(issuer + request.url);
    answer.writeHead(document.status, { 'content-type': 'application/json' });
    answer.end(await document.text());
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => impostor.once('listening', resolve));
  const { port } = impostor.address() as AddressInfo;
  const other = await openTestPortal({
    databaseUrl: portal.databaseUrl,
    env: {
      KAKEHASHI_OIDC_ISSUER: `http://127.0.0.1:${port}`,
      KAKEHASHI_OIDC_CLIENT_ID: 'kakehashi',
      KAKEHASHI_OIDC_CLIENT_SECRET: 'a-secret-between-the-two',
    },
  });
  const start = await new BrowserSession(other).get('/sign-in/oidc');
  expect(start.headers.get('location')).toBe('/sign-in?notice=oidcFailed');
  await other.stop();
  impostor.closeAllConnections();
  impostor.close();
});

it('the tokens of the provider are not kept', async () => {
  const { db } = portal.platform.connection;
  const methods = await db.select().from(signInMethod).where(eq(signInMethod.providerId, 'oidc'));
  expect(methods.length).toBeGreaterThan(0);
  for (const { idToken, accessToken, refreshToken } of methods)
    expect({ idToken, accessToken, refreshToken }).toEqual({
      idToken: null,
      accessToken: null,
      refreshToken: null,
    });
});
