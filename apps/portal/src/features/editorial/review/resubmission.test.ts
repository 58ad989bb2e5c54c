import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { BrowserSession } from '../../../../test/browser-session.ts';
import {
  decide,
  enterAndSend,
  fill,
  formValuesIn,
  take,
  visitor,
} from '../../../../test/editorial-visitors.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { mailMessage } from '../../../platform/mail/schema.ts';

let portal: TestPortal;
let provider: BrowserSession;
let reviewer: BrowserSession;
let other: BrowserSession;

beforeAll(async () => {
  portal = await openTestPortal();
  provider = await visitor(portal, 'provider');
  reviewer = await visitor(portal, 'reviewer');
  other = await visitor(portal, 'admin');
});
afterAll(() => portal.stop());

const isSent = ({ state }: { state: string }) => state === 'sent';
const stateOf = async (id: string) => (await portal.platform.publishing.find(id))?.state;

async function published(title: string): Promise<string> {
  const id = await enterAndSend(provider, title);
  await take(reviewer, id);
  await decide(reviewer, id, 'approve');
  return id;
}

async function change(id: string, title: string): Promise<void> {
  const page = await (await provider.get(`/desk/entries/${id}/edit?step=texts`)).text();
  await fill(provider, id, 'texts', { ...formValuesIn(page), 'title.ja': title });
  await provider.post(`/desk/entries/${id}/submit`, { reason: '名前を変えました' });
}

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
      await fill(provider, id, 'texts', { ...formValuesIn(page), ...change });
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

  it('says so where nothing of it changed, and is still in the hands of whoever reviewed it before', async () => {
    const id = await sentAgain();
    const page = await read(`/review/${id}`);
    expect(page).toContain('前に審査した版から、何も変わっていません。');
    expect(page).not.toContain('この審査を担当する');
    expect(page).toContain('承認して公開する');
    expect(await read('/review?only=mine')).toContain(`/review/${id}"`);
    expect((await decide(other, id, 'approve')).status).toBe(400);
    expect((await decide(reviewer, id, 'approve')).status).toBe(303);
    expect(await stateOf(id)).toBe('published');
  });

  it('is told of to its reviewer by mail, with what its sender says', async () => {
    const id = await sentAgain({ 'title.ja': '直して戻った講座' });
    const mails = await portal.platform.connection.db
      .select()
      .from(mailMessage)
      .where(eq(mailMessage.template, 'desk.returned'));
    const [mail, ...others] = mails.filter(({ text }) => text?.includes(id));
    expect(others).toEqual([]);
    expect(mail?.toAddress).toBe('reviewer@example.jp');
    expect(mail?.subject).toBe('直して送り直されました：直して戻った講座');
    expect(mail?.text).toContain('直しました');
    const before = await enterAndSend(provider, 'はじめて送った講座');
    expect(mails.filter(({ text }) => text?.includes(before))).toEqual([]);
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
      // Mail goes out in the background, and asks the database too.
      await expect.poll(async () => (await portal.platform.mail.list(20)).every(isSent)).toBe(true);
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
