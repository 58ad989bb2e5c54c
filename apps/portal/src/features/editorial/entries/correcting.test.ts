import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserSession } from '../../../../test/browser-session.ts';
import {
  correction,
  decide,
  enterAndSend,
  fill,
  take,
  visitor,
} from '../../../../test/editorial-visitors.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { membership, organisation, siteUser } from '../../../platform/identity/schema.ts';

let portal: TestPortal;
let provider: BrowserSession;
let reviewer: BrowserSession;
let editor: BrowserSession;

beforeAll(async () => {
  portal = await openTestPortal();
  provider = await visitor(portal, 'provider');
  reviewer = await visitor(portal, 'reviewer');
  editor = await visitor(portal, 'editor');
});
afterAll(() => portal.stop());

const stateOf = async (id: string) => (await portal.platform.publishing.find(id))?.state;

async function published(title: string): Promise<string> {
  const id = await enterAndSend(provider, title);
  await take(reviewer, id);
  await decide(reviewer, id, 'approve');
  return id;
}

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
