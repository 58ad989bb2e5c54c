import { inArray } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserSession } from '../../../../test/browser-session.ts';
import { correction, decide, enterAndSend, take, visitor } from '../../../../test/editorial-visitors.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { membership, organisation, siteUser } from '../../../platform/identity/schema.ts';
import { mailMessage } from '../../../platform/mail/schema.ts';
import type { DeclaredRoute } from '../../../platform/web/page-routes.ts';

const routes: DeclaredRoute[] = [];
const judges = ['見本 審査者', '見本 編集者', 'reviewer@example.jp', 'editor@example.jp'];
/** The page of signing in offers the demonstration accounts, by name, to anybody. */
const signingIn = /\/sign-in$/;

let portal: TestPortal;
let provider: BrowserSession;
let reviewer: BrowserSession;
let editor: BrowserSession;
/** An administrator who belongs to the organisation whose entry it is. */
let insider: BrowserSession;
let id: string;

/** An entry that has been through everything that those of the body do with one. */
beforeAll(async () => {
  portal = await openTestPortal({ declare: (route) => routes.push(route) });
  provider = await visitor(portal, 'provider');
  reviewer = await visitor(portal, 'reviewer');
  editor = await visitor(portal, 'editor');
  id = await enterAndSend(provider, '名前の見えない講座');
  await take(reviewer, id);
  await reviewer.post(`/review/${id}/comment`, { field: 'summary', body: '短くしてください' });
  await decide(reviewer, id, 'request-changes', { reason: '説明を直してください' });
  await provider.post(`/desk/entries/${id}/submit`, { reason: '直しました' });
  await take(reviewer, id);
  await decide(reviewer, id, 'approve', { reason: 'よくなりました' });
  const form = await correction(editor, id, { 'title.ja': '名前の見えない教室', reason: '表記の統一' });
  expect((await editor.post(`/desk/entries/${id}/correct`, form)).status).toBe(303);
  await editor.post(`/desk/entries/${id}/suspend`, { reason: '確認のため' });
  await editor.post(`/desk/entries/${id}/resume`, { reason: '確認しました' });
  await join('admin@example.jp', 'insider');
  insider = await visitor(portal, 'admin');
  // The reviewer joins the organisation, too: what they judged before stays without their name.
  await join('reviewer@example.jp', 'later');
});
afterAll(() => portal.stop());

async function join(email: string, membershipId: string): Promise<void> {
  const { db } = portal.platform.connection;
  const [company] = await db.select().from(organisation);
  const people = await db
    .select()
    .from(siteUser)
    .where(inArray(siteUser.email, [email]));
  await db.insert(membership).values({
    id: membershipId,
    organizationId: company?.id ?? '',
    userId: people[0]?.id ?? '',
    role: 'member',
    createdAt: new Date(),
  });
}

/** Every page that somebody is let into, with this entry wherever an address names one. */
async function pagesWithJudges(who: BrowserSession): Promise<{ opened: number; naming: string[] }> {
  const naming: string[] = [];
  let opened = 0;
  for (const { method, path } of routes) {
    if (method !== 'GET' || signingIn.test(path)) continue;
    // The people of an organisation are named to each other as such, and administrators know everybody.
    if (/^(\/en)?\/(admin|organisations?)(\/|$)/.test(path)) continue;
    const answer = await who.get(path.replace(/:\w+(\{[^}]*\})?/g, id));
    const page = await answer.text();
    if (answer.status === 200) opened += 1;
    if (judges.some((judge) => page.includes(judge))) naming.push(path);
  }
  return { opened, naming };
}

describe('who judged an entry', () => {
  it('is named on no page to its provider', async () => {
    const { opened, naming } = await pagesWithJudges(provider);
    expect(opened).toBeGreaterThan(60);
    expect(naming).toEqual([]);
  });

  it('is named on no page to somebody of the body who belongs to its organisation', async () => {
    const { opened, naming } = await pagesWithJudges(insider);
    expect(opened).toBeGreaterThan(80);
    expect(naming).toEqual([]);
  });

  it.each(['', '?from=1&to=2', '?from=2&to=3'])(
    'is not named where its revisions are compared: %s',
    async (query) => {
      for (const who of [provider, insider]) {
        const page = await (await who.get(`/desk/entries/${id}/history${query}`)).text();
        expect(page).toContain('軽微な修正');
        for (const judge of judges) expect(page).not.toContain(judge);
      }
    },
  );

  it('is not named while somebody reviews it, in the queue or on its page', async () => {
    const waiting = await enterAndSend(provider, 'いま審査中の講座');
    const outsider = editor;
    const [person] = await portal.platform.connection.db
      .select()
      .from(siteUser)
      .where(inArray(siteUser.email, ['editor@example.jp']));
    expect((await outsider.post(`/review/${waiting}/assign`, { reviewer: person?.id ?? '' })).status).toBe(
      400,
    );
    // The reviewer left the organisation again, and takes it.
    await portal.platform.connection.db.delete(membership).where(inArray(membership.id, ['later']));
    await take(reviewer, waiting);
    await reviewer.post(`/review/${waiting}/comment`, { field: '', body: 'まだ伝えない一言' });
    expect(await (await editor.get('/review')).text()).toContain('見本 審査者');
    const again = `/review/${waiting}?against=reviewed`;
    for (const path of ['/review', `/review/${waiting}`, again, `/desk/entries/${waiting}`]) {
      const page = await (await insider.get(path)).text();
      expect(page).toContain('いま審査中の講座');
      expect(page).not.toContain('見本 審査者');
      expect(page).not.toContain('まだ伝えない一言');
    }
    expect(await (await insider.get(`/review/${waiting}`)).text()).toContain('審査担当');
  });

  it('is in no mail to those who look after it', async () => {
    const mails = await portal.platform.connection.db.select().from(mailMessage);
    const theirs = mails.filter(({ toAddress }) => /^(provider|admin)@/.test(toAddress ?? ''));
    expect(theirs.length).toBeGreaterThan(1);
    for (const { subject, text, html } of theirs)
      for (const judge of judges) expect(subject + text + html).not.toContain(judge);
  });

  it.each(['/account/data/export', '/api/v1/entries', '/open-data/entries.csv', '/open-data/entries.json'])(
    'is not in %s',
    async (path) => {
      for (const who of [provider, insider]) {
        const answer = await who.get(path);
        expect(answer.status).toBe(200);
        const text = await answer.text();
        for (const judge of judges) expect(text).not.toContain(judge);
      }
    },
  );

  it('is named to others of the body, who work together', async () => {
    expect(await (await editor.get(`/desk/entries/${id}`)).text()).toContain('見本 審査者');
  });
});

it('whoever belongs to an organisation neither judges its entries nor gives them out', async () => {
  const waiting = await enterAndSend(provider, '身内の講座');
  const { db } = portal.platform.connection;
  const [person] = await db
    .select()
    .from(siteUser)
    .where(inArray(siteUser.email, ['reviewer@example.jp']));
  expect((await insider.post(`/review/${waiting}/assign`, { reviewer: person?.id ?? '' })).status).toBe(400);
  await take(reviewer, waiting);
  for (const action of ['approve', 'decline', 'request-changes']) {
    const refused = await decide(insider, waiting, action, { reason: '身内ですが' });
    expect(await refused.text()).toContain('自分や自分の組織の登録は審査できません');
  }
  expect((await insider.post(`/review/${waiting}/comment`, { field: '', body: '一言' })).status).toBe(400);
  expect((await portal.platform.publishing.find(waiting))?.state).toBe('in-review');
});
