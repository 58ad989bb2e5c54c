import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserSession } from '../../../test/browser-session.ts';
import { enterAndSend, fill, visitor } from '../../../test/desk-visitors.ts';
import { openTestPortal, type TestPortal } from '../../../test/test-portal.ts';
import { auditEntry } from '../../platform/audit/schema.ts';
import { dayInTokyo } from '../../platform/i18n/dates.ts';
import { membership, organisation, siteUser } from '../../platform/identity/schema.ts';
import { criteria } from './acceptance.ts';

let portal: TestPortal;
let provider: BrowserSession;
let reviewer: BrowserSession;
let admin: BrowserSession;
let editor: BrowserSession;

beforeAll(async () => {
  portal = await openTestPortal();
  provider = await visitor(portal, 'provider');
  reviewer = await visitor(portal, 'reviewer');
  admin = await visitor(portal, 'admin');
  editor = await visitor(portal, 'editor');
});
afterAll(() => portal.stop());

const stateOf = async (id: string) => (await portal.platform.publishing.find(id))?.state;
const take = (who: BrowserSession, id: string) => who.post(`/review/${id}/assign`);

/** Decides with every criterion met; `met` takes one form field for all, so it is sent as a browser would. */
function decide(who: BrowserSession, id: string, action: string, fields: Record<string, string> = {}) {
  const form = new URLSearchParams({ action, reason: '', at: '', ...fields });
  for (const criterion of criteria) form.append('met', criterion);
  return who.post(`/review/${id}/decide`, form as unknown as Record<string, string>);
}

async function published(title: string): Promise<string> {
  const id = await enterAndSend(provider, title);
  await take(reviewer, id);
  await decide(reviewer, id, 'approve');
  return id;
}

describe('the queue', () => {
  it('shows what was sent, who reviews it, and only what the filters ask for', async () => {
    const id = await enterAndSend(provider, '待っている講座');
    expect(await (await reviewer.get('/review')).text()).toContain('待っている講座');
    expect(await (await reviewer.get('/review?state=in-review')).text()).not.toContain('待っている講座');
    expect(await (await reviewer.get('/review?days=7')).text()).not.toContain('待っている講座');
    await take(reviewer, id);
    expect(await (await editor.get('/review?state=in-review')).text()).toContain('見本 審査者');
  });
});

describe('an entry under review', () => {
  it('is approved once every criterion is met, and then found by the public', async () => {
    const id = await enterAndSend(provider, '承認される講座');
    await take(reviewer, id);
    const early = await reviewer.post(`/review/${id}/decide`, {
      action: 'approve',
      reason: '',
      at: '',
      met: 'truth',
    });
    expect(early.status).toBe(400);
    expect(await stateOf(id)).toBe('in-review');
    await decide(reviewer, id, 'approve');
    expect(await stateOf(id)).toBe('published');
    await expect.poll(async () => (await portal.get(`/initiatives/${id}`)).status).toBe(200);
    expect((await portal.platform.publishing.find(id))?.expiresAt).toBeInstanceOf(Date);
  });

  it('is decided on by nobody who has not taken it up', async () => {
    const id = await enterAndSend(provider);
    expect((await decide(reviewer, id, 'approve')).status).toBe(400);
    expect(await stateOf(id)).toBe('submitted');
  });

  it('goes back with comments on its fields; the reviewer is not named to whoever sent it', async () => {
    const id = await enterAndSend(provider, '直される講座');
    await take(reviewer, id);
    await reviewer.post(`/review/${id}/comment`, { field: 'summary', body: 'もう少し短く<b>' });
    expect(await (await provider.get(`/desk/entries/${id}`)).text()).not.toContain('もう少し短く');
    expect((await decide(reviewer, id, 'request-changes')).status).toBe(400);
    await decide(reviewer, id, 'request-changes', { reason: '説明を直してください' });
    const page = await (await provider.get(`/desk/entries/${id}`)).text();
    expect(page).toContain('もう少し短く&lt;b&gt;');
    expect(page).toContain('説明を直してください');
    expect(page).toContain('審査担当');
    expect(page).not.toContain('見本 審査者');
    expect(await (await reviewer.get(`/desk/entries/${id}`)).text()).toContain('見本 審査者');
  });

  it('is declined with a reason that its provider reads', async () => {
    const id = await enterAndSend(provider);
    await take(reviewer, id);
    await decide(reviewer, id, 'decline', { reason: '対象の外です' });
    const page = await (await provider.get(`/desk/entries/${id}`)).text();
    expect(page).toContain('不採択');
    expect(page).toContain('対象の外です');
  });

  it('is scheduled for a time in Japan that is still ahead', async () => {
    const id = await enterAndSend(provider);
    await take(reviewer, id);
    expect((await decide(reviewer, id, 'schedule', { at: '2020-01-01T09:00' })).status).toBe(400);
    const tomorrow = dayInTokyo(new Date(Date.now() + 86_400_000));
    await decide(reviewer, id, 'schedule', { at: `${tomorrow}T09:00` });
    const found = await portal.platform.publishing.find(id);
    expect(found?.state).toBe('scheduled');
    expect(found?.scheduledFor?.toISOString()).toBe(new Date(`${tomorrow}T09:00:00+09:00`).toISOString());
  });

  it('is not judged by somebody who declared a conflict of interest', async () => {
    const id = await enterAndSend(provider);
    await reviewer.post(`/review/${id}/conflict`, { involvement: '家族が働いています' });
    expect((await take(reviewer, id)).status).toBe(400);
    await take(admin, id);
    expect((await decide(reviewer, id, 'approve')).status).toBe(400);
    expect(await stateOf(id)).toBe('in-review');
  });

  it('is not approved by whoever entered it, nor by a member of its organisation', async () => {
    const own = await enterAndSend(admin);
    await take(admin, own);
    expect((await decide(admin, own, 'approve')).status).toBe(400);

    const { db } = portal.platform.connection;
    const [company] = await db.select().from(organisation);
    const [judge] = await db.select().from(siteUser).where(eq(siteUser.email, 'reviewer@example.jp'));
    const joined = { id: 'joined', organizationId: company?.id ?? '', userId: judge?.id ?? '' };
    await db.insert(membership).values({ ...joined, role: 'member', createdAt: new Date() });
    const id = await enterAndSend(provider);
    await take(reviewer, id);
    expect((await decide(reviewer, id, 'approve')).status).toBe(400);
    expect(await stateOf(id)).toBe('in-review');
    await db.delete(membership).where(eq(membership.id, 'joined'));
  });

  it('leaves every act in the audit log', async () => {
    const id = await published('記録される講座');
    const { db } = portal.platform.connection;
    const acts = await db.select().from(auditEntry).where(eq(auditEntry.objectId, id)).orderBy(auditEntry.id);
    expect(acts.map(({ action }) => action)).toEqual([
      'entry.begin',
      'entry.submit',
      'review.take',
      'review.approve',
    ]);
    expect(acts.at(-1)?.network).toBe('127.0.0.0/24');
  });
});

describe('a change to what is published', () => {
  it('is shown beside the published text, and the public sees the old one until it is approved', async () => {
    const id = await published('前の名前');
    await expect.poll(async () => (await portal.get(`/initiatives/${id}`)).status).toBe(200);
    await change(id, '後の名前');
    const page = await (await reviewer.get(`/review/${id}`)).text();
    expect(page).toMatch(/<del>前<\/del>/);
    expect(page).toMatch(/<ins>後<\/ins>/);
    expect(await (await portal.get(`/initiatives/${id}`)).text()).toContain('前の名前');
  });

  it('can be declined, and what is published stays', async () => {
    const id = await published('残る名前');
    await change(id, '見送られる名前');
    await take(reviewer, id);
    await decide(reviewer, id, 'decline', { reason: '前のままにします' });
    expect(await stateOf(id)).toBe('published');
    expect(await (await portal.get(`/initiatives/${id}`)).text()).toContain('残る名前');
  });
});

async function change(id: string, title: string): Promise<void> {
  const page = await (await provider.get(`/desk/entries/${id}/edit?step=texts`)).text();
  const fields = Object.fromEntries(
    [...page.matchAll(/<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)</g)].map(([, name, value]) => [name, value]),
  );
  const inputs = Object.fromEntries(
    [...page.matchAll(/<input class="input"[^>]*>/g)].map(([tag]) => [
      /name="([^"]+)"/.exec(tag)?.[1] ?? '',
      /value="([^"]*)"/.exec(tag)?.[1] ?? '',
    ]),
  );
  await fill(provider, id, 'texts', { ...fields, ...inputs, 'title.ja': title });
  await provider.post(`/desk/entries/${id}/submit`, { reason: '名前を変えました' });
}
