import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BrowserSession } from '../../../../test/browser-session.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { may, type Standing, siteRoles } from '../../../platform/identity/permissions.ts';
import type { DeclaredRoute } from '../../../platform/web/page-routes.ts';
import { demonstrationAccounts } from './demonstration.ts';

/**
 * All visitors: nobody signed in, and one user of each role; the provider owns an organisation that no path
 * names.
 */
const visitors = ['anonymous', ...siteRoles] as const;

let portal: TestPortal;
const routes: DeclaredRoute[] = [];
const browsers = new Map<string, BrowserSession>();

beforeAll(async () => {
  portal = await openTestPortal({ declare: (route) => routes.push(route) });
  browsers.set('anonymous', new BrowserSession(portal));
  for (const { email, role } of demonstrationAccounts.accounts) {
    const browser = new BrowserSession(portal);
    await browser.signIn(email);
    browsers.set(role, browser);
  }
});
afterAll(() => portal.stop());

const elsewhere = 'organisation-of-others';

function standingOf(visitor: string): Standing | undefined {
  const role = siteRoles.find((each) => each === visitor);
  if (!role) return undefined;
  const memberships = role === 'provider' ? [{ organisationId: 'own', role: 'owner' as const }] : [];
  return { role, memberships };
}

async function request(browser: BrowserSession, { method, path }: DeclaredRoute): Promise<Response> {
  const address = path.replace(/:\w+(\{[^}]*\})?/g, elsewhere);
  // A form with an unknown field: permitted visitors get a rejected form, and nothing changes.
  return method === 'GET' ? browser.get(address) : browser.post(address, { 'no-such-field': '1' });
}

/** Routes that act whatever the form contains; their own tests cover them. */
const ending = new Set(['/sign-out', '/en/sign-out']);

describe.each(visitors)('%s', (visitor) => {
  it('meets every route as the table of permissions says', async () => {
    const browser = browsers.get(visitor) as BrowserSession;
    const wrong: string[] = [];
    expect(routes.length).toBeGreaterThan(60);
    for (const route of routes.filter(({ path }) => !ending.has(path))) {
      const answer = await request(browser, route);
      const place = route.within ? elsewhere : undefined;
      const allowed = route.permission === 'public' || may(standingOf(visitor), route.permission, place);
      const toSignIn = /^(\/en)?\/sign-in\?to=/.test(answer.headers.get('location') ?? '');
      const admitted = answer.status !== 403 && answer.status !== 401 && !(answer.status === 303 && toSignIn);
      // An organisation that is not there, and one that is not theirs, are the same to whoever is signed in.
      const right = route.within && visitor !== 'anonymous' ? answer.status === 404 : admitted === allowed;
      if (answer.status >= 500 || !right)
        wrong.push(`${route.method} ${route.path} (${route.permission}): ${answer.status}`);
    }
    expect(wrong).toEqual([]);
  });
});

it('every route of a page or form is declared; the others are known one by one', () => {
  const declared = new Set(routes.map(({ method, path }) => `${method} ${path}`));
  const undeclared = portal.addresses
    .filter(({ method, path }) => method !== 'ALL' && !declared.has(`${method} ${path}`))
    .map(({ method, path }) => `${method} ${path}`)
    .filter((address) => !/^GET \/api\/v1/.test(address));
  expect([...new Set(undeclared)].sort()).toMatchInlineSnapshot(`
    [
      "GET /.well-known/security.txt",
      "GET /api/auth/callback/oidc",
      "GET /api/auth/passkey/generate-authenticate-options",
      "GET /api/auth/passkey/generate-register-options",
      "GET /calendar.ics",
      "GET /calendar/:file{[a-z0-9][a-z0-9-]{0,99}\\.ics}",
      "GET /en/calendar.ics",
      "GET /en/calendar/:file{[a-z0-9][a-z0-9-]{0,99}\\.ics}",
      "GET /en/feed.atom",
      "GET /en/feeds/programmes.atom",
      "GET /en/gap-map/cells.csv",
      "GET /en/open-data/csv-metadata.json",
      "GET /en/open-data/entries.csv",
      "GET /en/open-data/entries.json",
      "GET /en/open-data/entries.jsonld",
      "GET /en/open-data/entries.values.csv",
      "GET /en/open-data/programmes.csv",
      "GET /en/open-data/programmes.json",
      "GET /en/open-data/programmes.jsonld",
      "GET /en/open-data/programmes.runs.csv",
      "GET /en/open-data/programmes.runs.json",
      "GET /en/open-data/programmes.values.csv",
      "GET /en/opensearch.xml",
      "GET /en/programmes.ics",
      "GET /en/programmes/:id/runs/:file{[\\w-]{1,60}\\.ics}",
      "GET /favicon.svg",
      "GET /feed.atom",
      "GET /feeds/programmes.atom",
      "GET /gap-map/cells.csv",
      "GET /healthz",
      "GET /mcp",
      "GET /metrics",
      "GET /open-data/catalog",
      "GET /open-data/catalog.jsonld",
      "GET /open-data/catalog.ttl",
      "GET /open-data/csv-metadata.json",
      "GET /open-data/entries.csv",
      "GET /open-data/entries.json",
      "GET /open-data/entries.jsonld",
      "GET /open-data/entries.values.csv",
      "GET /open-data/programmes.csv",
      "GET /open-data/programmes.json",
      "GET /open-data/programmes.jsonld",
      "GET /open-data/programmes.runs.csv",
      "GET /open-data/programmes.runs.json",
      "GET /open-data/programmes.values.csv",
      "GET /opensearch.xml",
      "GET /pictures/:id/:file",
      "GET /programmes.ics",
      "GET /programmes/:id/runs/:file{[\\w-]{1,60}\\.ics}",
      "GET /readyz",
      "GET /robots.txt",
      "GET /security.txt",
      "GET /sitemap.xml",
      "POST /api/auth/passkey/verify-authentication",
      "POST /api/auth/passkey/verify-registration",
      "POST /settings/display",
    ]
  `);
});
