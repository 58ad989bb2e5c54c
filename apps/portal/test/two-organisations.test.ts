import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findTableFaults } from '../src/platform/database/row-security.ts';
import type { DeclaredApiRoute } from '../src/platform/web/organisation-api.ts';
import type { DeclaredRoute } from '../src/platform/web/page-routes.ts';
import { BrowserSession } from './browser-session.ts';
import type { PrivateTable } from './organisation-room/sample-rows.ts';
import {
  bearer,
  callApi,
  openTwoSides,
  type Side,
  shared,
  type TwoSides,
} from './organisation-room/two-sides.ts';
import type { TestPortal } from './test-portal.ts';

let portal: TestPortal;
let ours: Side;
let theirs: Side;
let tables: TwoSides['tables'];
let routes: TwoSides['routes'];
let apiRoutes: TwoSides['apiRoutes'];
let holdings: TwoSides['holdings'];

beforeAll(async () => {
  ({ portal, ours, theirs, tables, routes, apiRoutes, holdings } = await openTwoSides(new Date()));
});
afterAll(() => portal.stop());

const hasParameter = (path: string) => /:\w+/.test(path.replace(':organisation', ''));
const at = (path: string, { id }: Side, other: string) =>
  path.replace(':organisation', id).replace(/:\w+(\{[^}]*\})?/g, other);
const request = (browser: BrowserSession, { method }: DeclaredRoute, address: string) =>
  method === 'GET' ? browser.get(address) : browser.post(address, {});

const call = ({ method }: DeclaredApiRoute, address: string) =>
  callApi(portal, method, address, bearer(ours.token));

/** Data of the other organisation in a response; the requested id may be repeated. */
async function leak(answer: Response, ...asked: string[]): Promise<string | undefined> {
  const text = (await answer.text()) + JSON.stringify([...answer.headers]);
  const rest = asked.reduce((left, id) => left.replaceAll(id, ''), text);
  return [theirs.marker, theirs.id, ...theirs.ids].find((secret) => rest.includes(secret));
}

const roomRoutes = () => routes.filter(({ within }) => within);

describe('the routes of organisation rooms', () => {
  it('are all declared by within, pages and API', () => {
    const declared = new Set([...roomRoutes(), ...apiRoutes].map(({ method, path }) => `${method} ${path}`));
    const below = portal.addresses
      .filter(({ method, path }) => method !== 'ALL' && /\/organisations\/[:*]/.test(path))
      .map(({ method, path }) => `${method} ${path}`);
    expect(below.length).toBeGreaterThan(10);
    expect(below.filter((address) => !declared.has(address))).toEqual([]);
  });

  it('show an organisation its own', async () => {
    const mine = ours.ids.find((id) => id.includes('trial_note-id')) ?? '';
    const page = await ours.people.member.get(`/organisations/${ours.id}/notes/${mine}`);
    expect(await page.text()).toContain('of-ours-trial_note-text');
    const data = await portal.get(`/api/v1/organisations/${ours.id}/notes`, bearer(ours.token));
    expect(await data.json()).toMatchObject([{ text: 'of-ours-trial_note-text' }]);
  });

  it('take a form, and give back what was typed into one that is refused', async () => {
    const path = `/organisations/${ours.id}/notes`;
    const refused = await ours.people.member.post(`/en${path}`, { text: 'x'.repeat(501) });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toMatch(/Write up to 500 characters.*x{501}/s);
    expect((await ours.people.member.post(path, { text: 'written by form' })).status).toBe(303);
    expect(await (await ours.people.member.get(path)).text()).toContain('written by form');
  });

  it('are linked from the page of the organisation, to those who may open them', async () => {
    const linked = async (browser: BrowserSession) => {
      const page = await (await browser.get(`/en/organisations/${ours.id}`)).text();
      const below = new RegExp(`href="/en/organisations/${ours.id}/([^"]+)"`, 'g');
      return [...page.matchAll(below)].map(([, path]) => path).toSorted();
    };
    const ofMember = await linked(ours.people.member);
    expect(ofMember).toContain('notes');
    for (const page of ['access-tokens', 'data']) expect(ofMember).not.toContain(page);
    expect(await linked(ours.people.owner)).toEqual(
      expect.arrayContaining(['access-tokens', 'data', ...ofMember]),
    );
  });

  it('neither show nor change anything of another organisation, and each query names the one it is for', async () => {
    const before = await holdings(theirs);
    const watch = watchQueries(tables);
    const wrong: string[] = [];
    for (const route of roomRoutes()) {
      // The same handlers answer in both languages.
      const others = hasParameter(route.path) && !route.path.startsWith('/en') ? theirs.ids : ['none'];
      for (const [role, browser] of Object.entries(ours.people))
        for (const other of others) {
          const foreign = await request(browser, route, at(route.path, theirs, other));
          const own = await request(browser, route, at(route.path, ours, other));
          if (foreign.status !== 404) wrong.push(`${role} ${route.method} ${route.path}: ${foreign.status}`);
          for (const answer of [foreign, own]) {
            const shown = await leak(answer, other, ...(answer === foreign ? [theirs.id] : []));
            if (answer.status >= 500 || shown)
              wrong.push(`${role} ${route.method} ${route.path} ${other}: ${answer.status} ${shown}`);
          }
        }
    }
    for (const route of apiRoutes) {
      const others = hasParameter(route.path) ? theirs.ids : ['none'];
      for (const other of others) {
        const foreign = await call(route, at(route.path, theirs, other));
        const own = await call(route, at(route.path, ours, other));
        const isNamed = route.path.includes(':organisation');
        if (isNamed && foreign.status !== 404) wrong.push(`${route.method} ${route.path}: ${foreign.status}`);
        for (const answer of [foreign, own]) {
          const shown = await leak(answer, other, ...(answer === foreign ? [theirs.id] : []));
          if (answer.status >= 500 || shown)
            wrong.push(`${route.method} ${route.path} ${other}: ${answer.status} ${shown}`);
        }
      }
    }
    const unnamed = watch.stop();
    expect(wrong).toEqual([]);
    expect(unnamed).toEqual([]);
    expect(watch.seen).toBeGreaterThan(50);
    expect(await holdings(theirs)).toBe(before);
  });

  it('send whoever is not signed in to sign in, whether or not there is such an organisation', async () => {
    const nobody = new BrowserSession(portal);
    for (const route of roomRoutes().filter(({ method }) => method === 'GET'))
      for (const side of [theirs, { ...theirs, id: 'none' }]) {
        const answer = await request(nobody, route, at(route.path, side, 'none'));
        expect(answer.headers.get('location')).toMatch(/^(\/en)?\/sign-in\?to=/);
      }
  });

  it('refuse a member what only owners may do, and give administrators what the rule says', async () => {
    const path = `/organisations/${ours.id}`;
    expect((await ours.people.member.post(`${path}/notes/none/delete`)).status).toBe(403);
    expect((await ours.people.owner.post(`${path}/notes/none/delete`)).status).toBe(404);
    const admin = new BrowserSession(portal);
    await admin.signIn('admin@example.jp');
    expect((await admin.get(`${path}/notes`)).status).toBe(200);
    expect((await admin.post(`${path}/notes/none/delete`)).status).toBe(404);
    expect((await admin.get('/organisations/none/notes')).status).toBe(404);
  });
});

/** Collects queries on private tables that do not say which organisation they are about. */
function watchQueries(of: readonly PrivateTable[]) {
  const unnamed = new Set<string>();
  let seen = 0;
  const spy = vi.spyOn(pg.Client.prototype, 'query');
  return {
    get seen() {
      return seen;
    },
    stop() {
      for (const [query] of spy.mock.calls as unknown as [string | { text?: string }][]) {
        const text = typeof query === 'string' ? query : (query?.text ?? '');
        for (const { name } of of.filter((table) => text.includes(`"${table.name}"`))) {
          seen++;
          const called = new RegExp(`"${name}" "(\\w+)"`).exec(text)?.[1] ?? name;
          const column = `"${called}"."organisation_id"`;
          const isNamed =
            /\borganisation_id = '/.test(text) ||
            text.includes(`${column} = `) ||
            text.includes(` = ${column}`) ||
            text.startsWith(`insert into "${name}" ("organisation_id"`);
          if (!isNamed) unnamed.add(text);
        }
      }
      spy.mockRestore();
      return [...unnamed];
    },
  };
}

it('every private table of the portal stands behind the same wall', async () => {
  const faults = await findTableFaults(portal.platform.connection.db.$client, shared);
  expect(faults).toEqual([]);
  expect(tables.map(({ name }) => name)).toContain('access_token');
});
