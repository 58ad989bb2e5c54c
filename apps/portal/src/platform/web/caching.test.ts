import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { settleCaching } from './caching.ts';
import type { PortalEnvironment } from './request-variables.ts';

const open = 'public, max-age=60';

function appWith(answer: Record<string, string>, isKnown = false): Hono<PortalEnvironment> {
  const app = new Hono<PortalEnvironment>();
  app.use(async (c, next) => {
    await next();
    settleCaching(c);
  });
  return app.get('/', (c) => {
    if (isKnown) c.set('sessionUnchecked', true);
    return new Response('', { headers: answer });
  });
}
const cacheControlOf = async (...given: Parameters<typeof appWith>) =>
  (await appWith(...given).request('/')).headers.get('cache-control');

it('an answer that says nothing is kept by nobody', async () => {
  expect(await cacheControlOf({})).toBe('private, no-store');
});

it('an answer that anybody may keep stays so', async () => {
  expect(await cacheControlOf({ 'cache-control': open })).toBe(open);
});

it.each([
  ['sets a cookie', { 'cache-control': open, 'set-cookie': 'a=b' }, false],
  ['sets a cookie and may be kept by name', { 'cache-control': 'max-age=60', 'set-cookie': 'a=b' }, false],
  ['was made for somebody with a session', { 'cache-control': open }, true],
] as const)('an answer that %s is private, whatever its route said', async (_, answer, isKnown) => {
  expect(await cacheControlOf({ ...answer }, isKnown)).toBe('private, no-store');
});

it('an answer of somebody that says how privately it is kept stays so', async () => {
  const own = { 'cache-control': 'private, no-cache', 'set-cookie': 'a=b' };
  expect(await cacheControlOf(own)).toBe('private, no-cache');
});
