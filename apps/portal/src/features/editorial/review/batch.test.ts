import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserSession } from '../../../../test/browser-session.ts';
import { enterAndSend, take, visitor } from '../../../../test/editorial-visitors.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { auditEntry } from '../../../platform/audit/schema.ts';
import { unwrap } from '../../../platform/database/transact.ts';
import { entryForms } from '../../../platform/editing/form/entry-form.ts';
import { siteUser } from '../../../platform/identity/schema.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import { mailMessage } from '../../../platform/mail/schema.ts';
import { standingCriteria } from '../calls/index.ts';
import { notifyOfBatch } from './batch-digest.ts';
import { tickOf } from './batch-model.ts';
import { decideAsKnown } from './deciding.ts';

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
const allTicks = standingCriteria.map((each) => tickOf({ callId: '' }, each));

/** Several entries whose names share a word. */
async function entries(count: number, word: string, by: BrowserSession = provider): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 1; at <= count; at += 1) ids.push(await enterAndSend(by, `${word}${at}`));
  return ids;
}

/** Posts the queue's own form. */
function choose(
  who: BrowserSession,
  act: string,
  which: string,
  { entry = [], shown = [], ...asked }: { entry?: string[]; shown?: string[]; q?: string; only?: string },
): Promise<Response> {
  const form = new URLSearchParams({ which, act, ...asked });
  for (const id of entry) form.append('entry', id);
  for (const id of shown) form.append('shown', id);
  return who.post('/review/batch', form);
}

function decideAll(
  who: BrowserSession,
  action: string,
  ids: readonly string[],
  { reason = '', met = [] }: { reason?: string; met?: string[] },
): Promise<Response> {
  const form = new URLSearchParams({ action, reason });
  for (const id of ids) form.append('entry', id);
  for (const tick of met) form.append('met', tick);
  return who.post('/review/batch/decision', form);
}

/** Result of each entry on the result page. */
async function resultsOf(answer: Response): Promise<Record<string, string>> {
  const page = await answer.text();
  return Object.fromEntries(
    [...page.matchAll(/href="\/review\/([\w-]+)">[^<]*<\/a><\/th><td[^>]*>(.*?)<\/td>/gs)].map(
      ([, id = '', result = '']) => [id, result.replace(/<[^>]+>/g, '').trim()],
    ),
  );
}

describe('many entries at once', () => {
  it('all that a search found are taken in one action, and the result says so of each', async () => {
    const ids = await entries(3, '一括で担当する講座');
    const [other = ''] = await entries(1, '別の講座');
    const answer = await choose(reviewer, 'take', 'all', { q: '一括で担当する講座' });
    expect(answer.status).toBe(200);
    const results = await resultsOf(answer);
    expect(Object.keys(results).sort()).toEqual([...ids].sort());
    expect(new Set(Object.values(results))).toEqual(new Set(['担当しました']));
    for (const id of ids) expect(await stateOf(id)).toBe('in-review');
    expect(await stateOf(other)).toBe('submitted');
  });

  it('are approved with the criteria ticked once, in one mail to each person, each with its place in the audit log', async () => {
    const ids = await entries(3, '一括で承認する講座');
    await choose(reviewer, 'take', 'chosen', { entry: ids });
    const asked = await (await choose(reviewer, 'approve', 'chosen', { entry: ids })).text();
    expect(asked).toContain('3件をまとめて承認する');
    for (const criterion of standingCriteria) expect(asked.split(criterion.label.ja)).toHaveLength(2);
    const early = await decideAll(reviewer, 'approve', ids, { met: allTicks.slice(1) });
    expect(early.status).toBe(400);
    expect(await early.text()).toContain('すべてに印を付けてください');
    for (const id of ids) expect(await stateOf(id)).toBe('in-review');
    const results = await resultsOf(await decideAll(reviewer, 'approve', ids, { met: allTicks }));
    for (const id of ids) {
      expect(results[id]).toBe('承認しました');
      expect(await stateOf(id)).toBe('published');
    }
    const { db } = portal.platform.connection;
    const mails = (await db.select().from(mailMessage)).filter(({ text }) =>
      text?.includes('一括で承認する講座'),
    );
    expect(mails.map(({ toAddress, subject }) => [toAddress, subject])).toEqual([
      ['provider@example.jp', '3件の登録を公開しました'],
    ]);
    for (const number of [1, 2, 3]) expect(mails[0]?.text).toContain(`一括で承認する講座${number}`);
    const acts = await db
      .select()
      .from(auditEntry)
      .where(eq(auditEntry.objectId, ids[0] ?? ''));
    expect(acts.map(({ action }) => action)).toContain('review.approve');
  });

  it('nobody approves their own: it stays, the others go, and the result says which and why', async () => {
    const [theirs = ''] = await entries(1, '人の講座');
    const [own = ''] = await entries(1, '自分の講座', admin);
    const [notTaken = ''] = await entries(1, '担当していない講座');
    await take(reviewer, own);
    await take(admin, theirs);
    const ids = [own, theirs, notTaken, 'no-such-entry'];
    const results = await resultsOf(await decideAll(admin, 'approve', ids, { met: allTicks }));
    expect(results[theirs]).toBe('承認しました');
    expect(results[own]).toContain('自分や自分の組織の登録は審査できません');
    expect(results[notTaken]).toContain('担当してから決定できます');
    expect(results['no-such-entry']).toContain('見つかりません');
    expect(await Promise.all([own, theirs, notTaken].map(stateOf))).toEqual([
      'in-review',
      'published',
      'submitted',
    ]);
  });

  it('are told of by mail once, also where the node stopped in the middle, and one by its own mail', async () => {
    const ids = await entries(2, '一括で知らせる講座');
    await choose(reviewer, 'take', 'chosen', { entry: ids });
    const [first = '', second = ''] = ids;
    await reviewer.post(`/review/${first}/comment`, { field: 'operator', body: '正式な名前ですか' });
    const { connection, now } = portal.platform;
    const forms = entryForms(portal.platform.kinds);
    const form = forms.get('initiative');
    const [row] = await connection.db
      .select()
      .from(siteUser)
      .where(eq(siteUser.email, 'reviewer@example.jp'));
    if (!form || !row) throw new Error('no form or no reviewer');
    const user = { ...row, memberships: [], audit: { id: row.id, network: null } } as unknown as SignedInUser;
    const at = now();
    const batch = { actor: row.id, action: 'request-changes', at: at.toISOString() } as const;
    const decision = { action: batch.action, reason: '直してください', met: [] };
    for (const id of [first, second])
      expect((await decideAsKnown(portal.platform, form, id, decision, user, at, batch)).ok).toBe(true);
    const mails = async () =>
      (await connection.db.select().from(mailMessage)).filter(({ text }) => text?.includes('一括で知らせる'));
    expect(await mails()).toEqual([]);
    for (const _ of [1, 2]) await notifyOfBatch(portal.platform, forms, batch);
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail?.subject).toBe('2件の登録の修正をお願いします');
    expect(mail?.text).toContain('一括で知らせる講座1：実施主体：正式な名前ですか');
    expect(mail?.text).toContain('直してください');

    const [single = ''] = await entries(1, '一件だけの講座');
    await take(reviewer, single);
    await decideAll(reviewer, 'approve', [single], { met: allTicks });
    const [own] = (await connection.db.select().from(mailMessage)).filter(({ text }) =>
      text?.includes('一件だけの講座'),
    );
    expect(own?.template).toBe('desk.decision');
  });

  it('held by another reviewer are left to them, and the result says by whom', async () => {
    const ids = await entries(2, '人が担当する講座');
    await choose(reviewer, 'take', 'chosen', { entry: ids });
    const results = await resultsOf(await choose(admin, 'take', 'chosen', { entry: ids }));
    for (const id of ids) expect(results[id]).toContain('見本 審査者さんが担当しています');
  });

  it('are sent back with one comment, which each needs', async () => {
    const ids = await entries(2, '一括で直す講座');
    await choose(reviewer, 'take', 'page', { shown: ids });
    const silent = await decideAll(reviewer, 'request-changes', ids, {});
    expect(silent.status).toBe(400);
    expect(await silent.text()).toContain('書いた人に伝える理由を書いてください');
    const reason = '費用を確かめてください';
    const results = await resultsOf(await decideAll(reviewer, 'request-changes', ids, { reason }));
    for (const id of ids) {
      expect(results[id]).toBe('修正を頼みました');
      expect(await (await provider.get(`/desk/entries/${id}`)).text()).toContain(reason);
    }
  });

  it('are handed back by whoever holds them, and taken by another', async () => {
    const ids = await entries(2, '一括で外れる講座');
    await choose(reviewer, 'take', 'chosen', { entry: ids });
    const others = await resultsOf(await choose(admin, 'hand-back', 'chosen', { entry: ids }));
    for (const id of ids) expect(others[id]).toContain('あなたが担当している登録ではありません');
    const results = await resultsOf(await choose(reviewer, 'hand-back', 'chosen', { entry: ids }));
    for (const id of ids) expect(results[id]).toBe('担当を外れました');
    expect(await (await reviewer.get('/review?only=mine')).text()).not.toContain('一括で外れる講座');
    const [first = ''] = ids;
    expect((await take(admin, first)).status).toBe(303);
  });

  it('are not chosen by nothing, by a form that was altered, or by somebody who does not judge', async () => {
    const none = await choose(reviewer, 'take', 'chosen', {});
    expect(none.status).toBe(400);
    expect(await none.text()).toContain('登録に印を付けるか');
    expect((await choose(reviewer, 'publish', 'all', {})).status).toBe(400);
    expect((await choose(editor, 'take', 'all', {})).status).toBe(403);
    expect((await choose(provider, 'take', 'all', {})).status).toBe(403);
    expect(await (await editor.get('/review')).text()).not.toContain('name="which"');
  });
});

it('more entries than a page holds are taken, asked about and approved in three posts', async () => {
  const { publishing, now } = portal.platform;
  const author = { id: 'somebody', organisationId: null };
  const many = Array.from({ length: 120 }, (_, at) => ({
    id: `bulk-${at}`,
    kind: 'initiative',
    reason: 'まとめて登録します',
    data: initiative(`百二十件の講座 第${at + 1}回`),
  }));
  unwrap(await publishing.submitAll(many, author, now()));
  const page = await (await reviewer.get(`/review?q=${encodeURIComponent('百二十件の講座')}`)).text();
  expect(page).toContain('見つかった全部（120件）');
  const taken = await (await choose(reviewer, 'take', 'all', { q: '百二十件の講座' })).text();
  expect(taken).toContain('120件を担当しました。');
  const ids = [...taken.matchAll(/name="entry" value="([^"]+)"/g)].map(([, id = '']) => id);
  expect(ids).toHaveLength(120);
  expect(await (await choose(reviewer, 'approve', 'chosen', { entry: ids })).text()).toContain(
    '120件を承認して公開する',
  );
  const decided = await (await decideAll(reviewer, 'approve', ids, { met: allTicks })).text();
  expect(decided).toContain('120件を承認しました。');
  expect(decided).not.toContain('できませんでした');
  const states = await Promise.all(ids.map(stateOf));
  expect(new Set(states)).toEqual(new Set(['published']));
});

function initiative(title: string) {
  return {
    title: { ja: title },
    summary: { ja: '学びます。' },
    description: { ja: '演習を通して学びます。' },
    operator: { ja: '見本' },
    url: 'https://training.example.jp/bulk',
    addressSeen: 'own',
    purposes: ['train'],
    ages: ['adult'],
    affiliations: ['sme'],
    category: 'course',
    regions: ['nationwide'],
    cost: 'free',
    format: ['online'],
    join: { ja: '申し込みます。' },
    status: 'active',
  };
}
