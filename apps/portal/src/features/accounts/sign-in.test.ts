import { afterAll, beforeAll, expect, it } from 'vitest';
import { BrowserSession } from '../../../test/browser-session.ts';
import { openTestPortal, type TestPortal } from '../../../test/test-portal.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
});
afterAll(() => portal.stop());

it('a password opens a session, and the session is known on the next page', async () => {
  const browser = new BrowserSession(portal);
  const answer = await browser.signIn('editor@example.jp');
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/account');
  expect(await (await browser.get('/')).text()).toContain('href="/account"');
});
