import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserSession } from '../../../../test/browser-session.ts';
import {
  completeSteps,
  decide,
  enterAndSend,
  fill,
  hidden,
  take,
  visitor,
  write,
} from '../../../../test/editorial-visitors.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { auditEntry } from '../../../platform/audit/schema.ts';
import { reviewComment } from '../../../platform/editing/schema.ts';
import { dayInTokyo } from '../../../platform/i18n/dates.ts';
import { membership, organisation, siteUser } from '../../../platform/identity/schema.ts';
import { mailMessage } from '../../../platform/mail/schema.ts';
import { titleText } from '../../../platform/publishing/kind.ts';
import { standingCriteria } from '../calls/index.ts';

let portal: TestPortal;
let provider: BrowserSession;
let reviewer: BrowserSession;
let admin: BrowserSession;

beforeAll(async () => {
  portal = await openTestPortal();
  provider = await visitor(portal, 'provider');
  reviewer = await visitor(portal, 'reviewer');
  admin = await visitor(portal, 'admin');
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
    const answer = await reviewer.post(`/review/${id}/comment`, { field: '', body: 'それでも一言' });
    expect(answer.status).toBe(400);
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

  it('of the body itself is neither commented on nor decided on by whoever wrote it', async () => {
    const own = await enterAndSend(admin, '運営者の講座');
    expect((await portal.platform.publishing.find(own))?.ownerId).toBeNull();
    await take(reviewer, own);
    const page = await (await admin.get(`/review/${own}`)).text();
    expect(page).toContain('自分や自分の組織の登録は審査できません');
    expect(page).not.toContain('登録全体にコメントする');
    expect(page).not.toContain('name="action"');
    expect((await admin.post(`/review/${own}/comment`, { field: '', body: '自分への一言' })).status).toBe(
      400,
    );
    for (const action of ['approve', 'request-changes', 'decline'])
      expect((await decide(admin, own, action, { reason: '自分で' })).status).toBe(400);
    expect(await stateOf(own)).toBe('in-review');
    const { db } = portal.platform.connection;
    expect(await db.$count(reviewComment, eq(reviewComment.publicationId, own))).toBe(0);
  });

  it('in the hands of one reviewer is taken by another who has read so, and the first is told', async () => {
    const id = await enterAndSend(provider, '替わる講座');
    await take(reviewer, id);
    const asked = await take(admin, id);
    expect(asked.status).toBe(400);
    const page = await asked.text();
    expect(page).toContain('見本 審査者さんが担当しています');
    const from = hidden(page, 'from');
    expect((await admin.post(`/review/${id}/assign`, { from: 'somebody' })).status).toBe(400);
    expect((await admin.post(`/review/${id}/assign`, { from })).status).toBe(303);
    expect((await decide(reviewer, id, 'approve')).status).toBe(303);
    const rows = await portal.platform.connection.db.select().from(mailMessage);
    const told = rows.filter(({ template, text }) => template === 'desk.taken-over' && text?.includes(id));
    expect(told.map(({ toAddress, subject }) => [toAddress, subject])).toEqual([
      ['reviewer@example.jp', '審査の担当が替わりました：替わる講座'],
    ]);
  });

  it('is compared by the titles of the records that it relates to', async () => {
    const id = await write(provider, '関連のある講座');
    await fill(provider, id, 'more', { related: 'cyder' });
    await provider.post(`/desk/entries/${id}/submit`, { reason: '新しい講座です' });
    const [record] = portal.platform.model.ofKind('initiative').filter(({ id: each }) => each === 'cyder');
    const title = record && titleText(portal.platform.kinds.get('initiative'), record.data);
    const compared = /id="compared-related".*?<\/dl>/s.exec(
      await (await reviewer.get(`/review/${id}`)).text(),
    )?.[0];
    expect(compared).toContain(title?.ja ?? 'no title');
    expect(compared).not.toMatch(/>\s*cyder\s*</);
  });

  it('is commented on no more once it was decided on', async () => {
    const id = await published('公開のあとの講座');
    const late = await reviewer.post(`/review/${id}/comment`, { field: '', body: 'あとからの一言' });
    expect(late.status).toBe(400);
    expect(await late.text()).toContain('いま審査の対象ではありません');
    const { db } = portal.platform.connection;
    expect(await db.$count(reviewComment, eq(reviewComment.publicationId, id))).toBe(0);
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

  it('is recorded as approved by its criteria alone, whatever else was ticked', async () => {
    const id = await enterAndSend(provider);
    await take(reviewer, id);
    const met = standingCriteria.map((criterion) => criterion.id);
    const form = new URLSearchParams({ action: 'approve', reason: '', at: '' });
    for (const each of [...met, 'x'.repeat(5_000)]) form.append('met', each);
    expect((await reviewer.post(`/review/${id}/decide`, form)).status).toBe(303);
    const { db } = portal.platform.connection;
    const acts = await db.select().from(auditEntry).where(eq(auditEntry.objectId, id)).orderBy(auditEntry.id);
    expect(acts.at(-1)?.detail).toMatchObject({ met });
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
