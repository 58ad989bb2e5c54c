import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BrowserSession } from '../../../../test/browser-session.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { auditEntry } from '../../../platform/audit/schema.ts';
import { attempt, siteUser } from '../../../platform/identity/schema.ts';
import { SignInFailures } from '../../../platform/identity/sign-in-failures.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
});
afterAll(() => portal.stop());

const db = () => portal.platform.connection.db;
const logged = (action: string) => db().select().from(auditEntry).where(eq(auditEntry.action, action));

it('failed sign-ins are written down by account, and then the lock-out, in few lines', async () => {
  const browser = new BrowserSession(portal);
  for (let time = 0; time < 14; time += 1) await browser.signIn('reviewer@example.jp', 'wrong-wrong-wrong');
  const [reviewer] = await db().select().from(siteUser).where(eq(siteUser.email, 'reviewer@example.jp'));
  const failed = await logged('sign-in.fail');
  expect(failed.map(({ objectId, detail }) => [objectId, detail.number])).toEqual([
    [reviewer?.id, 1],
    [reviewer?.id, 10],
  ]);
  expect(failed[0]).toMatchObject({ actorId: null, network: '127.0.0.0/24' });
  expect(await logged('sign-in.lock')).toMatchObject([{ objectId: reviewer?.id, detail: { number: 1 } }]);
});

it('what was typed in place of an address is kept nowhere', async () => {
  const browser = new BrowserSession(portal);
  const typed = 'my-Secret-passw0rd@example.com';
  expect((await browser.signIn(typed, 'wrong-wrong-wrong')).status).toBe(401);
  const rows = await Promise.all([db().select().from(auditEntry), db().select().from(attempt)]);
  expect(JSON.stringify(rows).toLowerCase()).not.toContain('passw0rd');
  expect((await logged('sign-in.fail')).at(-1)).toMatchObject({ objectId: 'unknown' });
});

it('a flood of failures from everywhere does not fill the log', async () => {
  const failures = new SignInFailures(db(), 'another secret', () => new Date());
  const before = (await db().select().from(auditEntry)).length;
  for (let number = 0; number < 420; number += 1)
    await failures.note({
      action: 'sign-in.fail',
      userId: null,
      actor: { id: null, network: `10.${number >> 8}.${number & 255}.0/24` },
      detail: {},
    });
  expect((await db().select().from(auditEntry)).length - before).toBe(300);
});

it('administrators find them by their words, in both languages', async () => {
  const admin = new BrowserSession(portal);
  await admin.signIn('admin@example.jp');
  for (const [prefix, words] of [
    ['', 'サインインに失敗した'],
    ['/en', 'Failed to sign in'],
  ])
    expect(await (await admin.get(`${prefix}/admin/audit?action=sign-in.fail`)).text()).toContain(words);
});
