import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { BrowserSession } from '../../../../test/browser-session.ts';
import {
  completeSteps,
  correction,
  decide,
  enterAndSend,
  fill,
  hidden,
  take,
  typedIn,
  visitor,
  write,
} from '../../../../test/desk-visitors.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { auditEntry } from '../../../platform/audit/schema.ts';
import { dayInTokyo } from '../../../platform/i18n/dates.ts';
import { membership, organisation, siteUser } from '../../../platform/identity/schema.ts';
import { mailMessage } from '../../../platform/mail/schema.ts';

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
async function userOf(email: string) {
  const { db } = portal.platform.connection;
  const [user] = await db.select().from(siteUser).where(eq(siteUser.email, email));
  return { id: user?.id ?? '' };
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
    const unread = await (await reviewer.get(`/review/${id}`)).text();
    expect(unread).not.toContain('変更あり');
    const early = await reviewer.post(`/review/${id}/decide`, {
      action: 'approve',
      reason: '',
      at: '',
      met: 'truth',
    });
    expect(early.status).toBe(400);
    expect(await stateOf(id)).toBe('in-review');
    const decided = await decide(reviewer, id, 'approve');
    expect(await stateOf(id)).toBe('published');
    const page = await reviewer.get(decided.headers.get('location') ?? '');
    expect(await page.text()).toContain('承認して、公開しました。');
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

  it('is not approved by somebody who typed some of it, though another sent it', async () => {
    const id = await write(provider, '二人で書いた講座');
    const { id: adminId } = await userOf('admin@example.jp');
    const page = await (await admin.get(`/desk/entries/${id}/edit?step=texts`)).text();
    const texts = { ...completeSteps.texts, 'title.ja': '管理者が直した講座' };
    await admin.post(`/desk/entries/${id}/edit?step=texts`, {
      ...texts,
      seen: hidden(page, 'seen'),
      after: 'stay',
    });
    await fill(provider, id, 'texts', { ...texts, 'title.ja': '二人で書いた講座' });
    await provider.post(`/desk/entries/${id}/submit`, { reason: '新しい講座です' });
    expect((await admin.post(`/review/${id}/assign`, { reviewer: adminId })).status).toBe(400);
    await take(reviewer, id);
    const refused = await decide(admin, id, 'approve');
    expect(await refused.text()).toContain('自分や自分の組織の登録は審査できません');
    expect(await stateOf(id)).toBe('in-review');
    await decide(reviewer, id, 'approve');
    expect(await stateOf(id)).toBe('published');
  });

  it('is not judged by somebody who declared a conflict of interest', async () => {
    const id = await enterAndSend(provider);
    await reviewer.post(`/review/${id}/conflict`, { involvement: '家族が働いています' });
    expect((await take(reviewer, id)).status).toBe(400);
    const said = await reviewer.post(`/review/${id}/comment`, { field: '', body: 'それでも一言' });
    expect(said.status).toBe(400);
    await take(admin, id);
    expect((await decide(reviewer, id, 'approve')).status).toBe(400);
    expect(await stateOf(id)).toBe('in-review');
  });

  it('is not approved by whoever entered it, nor by a member of its organisation', async () => {
    const own = await enterAndSend(admin);
    expect((await take(admin, own)).status).toBe(400);
    await take(reviewer, own);
    expect((await decide(admin, own, 'approve')).status).toBe(400);

    const { db } = portal.platform.connection;
    const [company] = await db.select().from(organisation);
    const [judge] = await db.select().from(siteUser).where(eq(siteUser.email, 'reviewer@example.jp'));
    const joined = { id: 'joined', organizationId: company?.id ?? '', userId: judge?.id ?? '' };
    await db.insert(membership).values({ ...joined, role: 'member', createdAt: new Date() });
    const id = await enterAndSend(provider);
    expect((await take(reviewer, id)).status).toBe(400);
    await take(admin, id);
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

describe('who reviews', () => {
  it('is chosen among those who may judge the entry, also by an editor', async () => {
    const { db } = portal.platform.connection;
    const users = await db.select({ id: siteUser.id, role: siteUser.role }).from(siteUser);
    const idOf = (role: string) => users.find((user) => user.role === role)?.id ?? '';
    const id = await enterAndSend(provider, '割り当てる講座');
    const assign = (to: string) => editor.post(`/review/${id}/assign`, { reviewer: to });
    expect((await take(editor, id)).status).toBe(400);
    expect((await assign(idOf('provider'))).status).toBe(400);
    expect(await stateOf(id)).toBe('submitted');
    expect((await assign(idOf('administrator'))).status).toBe(303);
    expect(await stateOf(id)).toBe('in-review');
    const mine = async (who: BrowserSession) => (await who.get('/review?only=mine')).text();
    expect(await mine(admin)).toContain('割り当てる講座');
    expect(await mine(reviewer)).not.toContain('割り当てる講座');
    const told = async () => {
      const rows = await db.select().from(mailMessage);
      return rows.filter(({ key }) => key.startsWith(`desk.assigned/${id}/`));
    };
    const [mail, ...more] = await told();
    expect(mail?.toAddress).toBe('admin@example.jp');
    expect(mail?.text).toContain(`/review/${id}`);
    expect(more).toEqual([]);
    // Whoever takes it up is not written to.
    await take(reviewer, id);
    expect(await told()).toHaveLength(1);
    await reviewer.post(`/review/${id}/conflict`, { involvement: '取引があります' });
    const page = await (await editor.get(`/review/${id}`)).text();
    expect(page).not.toContain(`value="${idOf('reviewer')}"`);
    expect((await assign(idOf('reviewer'))).status).toBe(400);
  });
});

describe('mail about a decision', () => {
  const mailsOf = async (id: string) => {
    const rows = await portal.platform.connection.db.select().from(mailMessage);
    return rows.filter(({ key }) => key.startsWith(`desk.decision/${id}/`));
  };

  it('carries the shared comments and the reason to the people behind the entry, once, without a reviewer’s name', async () => {
    const id = await enterAndSend(provider, '知らせる講座');
    await take(reviewer, id);
    await reviewer.post(`/review/${id}/comment`, { field: 'summary', body: '短くしてください' });
    const reason = { reason: '説明が長すぎます' };
    await Promise.all([1, 2].map(() => decide(reviewer, id, 'request-changes', reason)));
    await decide(reviewer, id, 'decline', reason);
    const sent = await mailsOf(id);
    expect(sent.map(({ toAddress, subject }) => [toAddress, subject])).toEqual([
      ['provider@example.jp', '修正をお願いします：知らせる講座'],
    ]);
    const [mail] = sent;
    expect(mail?.text).toContain('説明が長すぎます');
    expect(mail?.text).toMatch(/\S+：短くしてください/);
    expect(mail?.text).toContain(`/desk/entries/${id}`);
    expect(`${mail?.text}${mail?.html}${mail?.subject}`).not.toContain('見本 審査者');
  });

  it('says when it will be published, in the receiver’s language', async () => {
    const { db } = portal.platform.connection;
    const provider1 = eq(siteUser.email, 'provider@example.jp');
    await db.update(siteUser).set({ language: 'en' }).where(provider1);
    const id = await enterAndSend(provider, '予定の講座');
    await take(reviewer, id);
    await decide(reviewer, id, 'schedule', { at: '2099-01-15T09:00' });
    const [mail] = await mailsOf(id);
    expect(mail?.subject).toBe('Scheduled: 予定の講座');
    expect(mail?.text).toContain('15 January 2099, 09:00 (JST)');
    await db.update(siteUser).set({ language: 'ja' }).where(provider1);
  });

  it('is not sent of a decision that was refused, and tells of approval where to look', async () => {
    const id = await enterAndSend(provider, '公開される講座');
    await decide(reviewer, id, 'approve');
    expect(await mailsOf(id)).toEqual([]);
    await take(reviewer, id);
    await decide(reviewer, id, 'approve');
    const [mail] = await mailsOf(id);
    expect(mail?.subject).toBe('公開しました：公開される講座');
    expect(mail?.text).toContain(`/initiatives/${id}`);
  });
});

describe('a minor edit', () => {
  it('is published by an editor at once, and the history says so and why', async () => {
    const id = await published('誤じのある講座');
    await expect.poll(async () => (await portal.get(`/initiatives/${id}`)).status).toBe(200);
    const changes = { 'title.ja': '誤字のない講座', reason: '題の誤字を直しました' };
    const form = await correction(editor, id, changes);
    expect((await editor.post(`/desk/entries/${id}/correct`, form)).status).toBe(303);
    expect(await stateOf(id)).toBe('published');
    await expect
      .poll(async () => (await portal.get(`/initiatives/${id}`)).text())
      .toContain('誤字のない講座');
    const history = await (await provider.get(`/desk/entries/${id}/history`)).text();
    expect(history).toContain('軽微な修正');
    expect(history).toContain('題の誤字を直しました');
    expect(history).not.toContain('見本 編集者');
    expect((await editor.post(`/desk/entries/${id}/correct`, form)).status).toBe(400);
  });

  it('needs a reason, a change, and an entry that is published and not being written on', async () => {
    const id = await published('直さない講座');
    const post = async (changes: Record<string, string>) =>
      (await editor.post(`/desk/entries/${id}/correct`, await correction(editor, id, changes))).status;
    expect(await post({ 'title.ja': '別の題', reason: ' ' })).toBe(400);
    expect(await post({ reason: '何も変えていません' })).toBe(400);
    const form = await correction(editor, id, { 'title.ja': '割りこむ題', reason: '誤字' });
    await fill(provider, id, 'texts', { 'title.ja': '書きかけの題' });
    expect((await editor.post(`/desk/entries/${id}/correct`, form)).status).toBe(400);
    expect((await provider.post(`/desk/entries/${id}/correct`, form)).status).toBe(403);
    expect((await portal.platform.publishing.history(id)).length).toBe(1);
  });

  it('is not made to an entry of the editor’s own organisation', async () => {
    const { db } = portal.platform.connection;
    const id = await published('身内の講座');
    const [company] = await db.select().from(organisation);
    const [person] = await db.select().from(siteUser).where(eq(siteUser.email, 'editor@example.jp'));
    const joined = { id: 'colleague', organizationId: company?.id ?? '', userId: person?.id ?? '' };
    await db.insert(membership).values({ ...joined, role: 'member', createdAt: new Date() });
    const form = await correction(editor, id, { 'title.ja': '身内の直し', reason: '誤字' });
    expect((await editor.post(`/desk/entries/${id}/correct`, form)).status).toBe(400);
    await db.delete(membership).where(eq(membership.id, 'colleague'));
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

describe('an entry that was sent again', () => {
  async function sentAgain(change?: Record<string, string>): Promise<string> {
    const id = await enterAndSend(provider, '送り直す講座');
    await take(reviewer, id);
    await reviewer.post(`/review/${id}/comment`, { field: 'operator', body: '正式な名前ですか' });
    await decide(reviewer, id, 'request-changes', { reason: '直してください' });
    if (change) {
      const page = await (await provider.get(`/desk/entries/${id}/edit?step=texts`)).text();
      await fill(provider, id, 'texts', { ...typedIn(page), ...change });
    }
    await provider.post(`/desk/entries/${id}/submit`, { reason: '直しました' });
    return id;
  }
  const read = async (path: string) => (await reviewer.get(path)).text();
  const heading = (page: string) => /<h2 id="compared">(.*?)<\/h2>/s.exec(page)?.[1]?.replace(/<[^>]+>/g, '');

  it('is compared with the version decided on: what was commented on first, the rest folded away', async () => {
    const id = await sentAgain({ 'title.ja': '送り直した講座' });
    const page = await read(`/review/${id}`);
    expect(heading(page)).toBe('前に審査した版との違い');
    expect(page).toContain('<ins>直した</ins>');
    const places = ['コメントのあった項目', '正式な名前ですか', 'ほかに変わった項目', '変わっていない項目（'];
    const at = places.map((place) => page.indexOf(place));
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(at).not.toContain(-1);
    expect(page.split('正式な名前ですか')).toHaveLength(2);
    expect(page.indexOf('https://training.example.jp/first')).toBeGreaterThan(at.at(-1) ?? 0);
    expect(page).toContain('直してください');
    expect(page).toContain('直しました');
    expect(heading(await read(`/en/review/${id}`))).toBe('Difference from the version reviewed before');
  });

  it('says so where nothing of it changed, and can be taken up by whoever reviewed it before', async () => {
    const id = await sentAgain();
    const page = await read(`/review/${id}`);
    expect(page).toContain('前に審査した版から、何も変わっていません。');
    expect(page).toContain('この審査を担当する');
    await take(reviewer, id);
    expect(await read(`/review/${id}`)).toContain('承認して公開する');
  });

  it('can be compared with what is published instead', async () => {
    const id = await published('前の名前');
    await change(id, '次の名前');
    await take(reviewer, id);
    await decide(reviewer, id, 'request-changes', { reason: '直してください' });
    await change(id, '後の名前');
    expect(await read(`/review/${id}`)).toMatch(/<del>次<\/del>/);
    const page = await read(`/review/${id}?against=published`);
    expect(page).toMatch(/<del>前<\/del>/);
    expect(page).toContain(`/review/${id}?against=reviewed`);
    await take(reviewer, id);
    await decide(reviewer, id, 'approve');
    await change(id, '三つ目の名前');
    expect(heading(await read(`/review/${id}`))).toBe('公開中の版との違い');
    expect(heading(await read(`/review/${id}?against=reviewed`))).toBe('公開中の版との違い');
  });

  it('does not compare a version with itself while its changes are awaited', async () => {
    const id = await enterAndSend(provider);
    await take(reviewer, id);
    await decide(reviewer, id, 'request-changes', { reason: '直してください' });
    expect(heading(await read(`/review/${id}`))).toBe('送られた版');
  });

  it('asks the database no more often for an entry with many comments and versions', async () => {
    const asked = async (id: string) => {
      const count = vi.spyOn(portal.platform.connection.db.$client, 'query');
      await read(`/review/${id}`);
      const { length } = count.mock.calls;
      count.mockRestore();
      return length;
    };
    const few = await sentAgain({ 'title.ja': '一つ直した講座' });
    const many = await sentAgain({ 'title.ja': '一つ直した講座' });
    await take(reviewer, many);
    for (const field of ['title', 'summary', 'url', ''])
      await reviewer.post(`/review/${many}/comment`, { field, body: 'もう一言' });
    await decide(reviewer, many, 'request-changes', { reason: 'もう一度' });
    await change(many, '三度目の講座');
    expect(await asked(many)).toBe(await asked(few));
  });
});

async function change(id: string, title: string): Promise<void> {
  const page = await (await provider.get(`/desk/entries/${id}/edit?step=texts`)).text();
  await fill(provider, id, 'texts', { ...typedIn(page), 'title.ja': title });
  await provider.post(`/desk/entries/${id}/submit`, { reason: '名前を変えました' });
}
