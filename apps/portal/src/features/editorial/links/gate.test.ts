import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { like } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BrowserSession } from '../../../../test/browser-session.ts';
import {
  completeSteps,
  correction,
  decide,
  fill,
  take,
  visitor,
  write,
} from '../../../../test/editorial-visitors.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { auditEntry } from '../../../platform/audit/schema.ts';
import { mailMessage } from '../../../platform/mail/schema.ts';
import { holdBack } from './index.ts';
import { linkCheck } from './schema.ts';
import { checkWaiting } from './service.ts';

const minute = 60_000;
const signal = new AbortController().signal;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  answer(request, response);
});

let origin: string;
let portal: TestPortal;
let provider: BrowserSession;
let reviewer: BrowserSession;
let editor: BrowserSession;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  portal = await openTestPortal({
    env: { KAKEHASHI_LINK_CHECKS: '1' },
    trustedOrigins: [origin],
    callTimeoutMs: 2_000,
  });
  provider = await visitor(portal, 'provider');
  reviewer = await visitor(portal, 'reviewer');
  editor = await visitor(portal, 'editor');
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await portal.stop();
});
beforeEach(() => {
  asked = [];
  answer = (_, response) => response.end();
});

const gone = (_: IncomingMessage, response: ServerResponse) => response.writeHead(404).end();
const never = () => {};
const stateOf = async (id: string) => (await portal.platform.publishing.find(id))?.state;
const text = async (answered: Promise<Response>) => (await answered).text();

/** Sends an entry that leads to a page of this test's server, and takes its review. */
async function inReview(path: string): Promise<string> {
  const id = await write(provider, 'リンクのある講座');
  await fill(provider, id, 'texts', { ...completeSteps.texts, url: origin + path });
  await provider.post(`/desk/entries/${id}/submit`, { reason: '新しい講座です' });
  await take(reviewer, id);
  return id;
}

async function audited(action: string, id: string) {
  const acts = await portal.platform.connection.db.select().from(auditEntry);
  return acts.find((act) => act.action === action && act.objectId === id)?.detail;
}

describe('an entry whose links nobody called yet', () => {
  it('says so to its reviewer and to whoever sent it', async () => {
    answer = never;
    const id = await inReview('/not-yet');
    for (const page of [
      await text(reviewer.get(`/review/${id}`)),
      await text(provider.get(`/desk/entries/${id}`)),
    ]) {
      expect(page).toContain(`${origin}/not-yet`);
      expect(page).toContain('確認を待っています');
    }
    expect(await text(reviewer.get(`/en/review/${id}`))).toContain('Not checked yet');
  });

  it('is approved once they were called, which approving does itself', async () => {
    const id = await inReview('/opens');
    expect((await decide(reviewer, id, 'approve')).status).toBe(303);
    expect(asked).toContain('/opens');
    expect(await stateOf(id)).toBe('published');
  });

  it('is not approved where that finds a dead one, unless somebody says why, which the audit log keeps', async () => {
    answer = gone;
    const id = await inReview('/gone');
    const refused = await decide(reviewer, id, 'approve');
    expect(refused.status).toBe(400);
    const page = await refused.text();
    expect(page).toContain(`開けないリンクがあります（${origin}/gone）`);
    expect(page).toContain('開けません（404）');
    expect(await text(provider.get(`/desk/entries/${id}`))).toContain('開けません（404）');
    expect(await stateOf(id)).toBe('in-review');
    const despite = '来週公開されるページです';
    expect((await decide(reviewer, id, 'approve', { despite })).status).toBe(303);
    expect(await stateOf(id)).toBe('published');
    expect(await audited('review.approve', id)).toMatchObject({ deadLinks: [`${origin}/gone`], despite });
  });

  it('is not approved while a server does not answer, and who waits for it waits for seconds only', async () => {
    answer = never;
    const id = await inReview('/hangs');
    const refused = await decide(reviewer, id, 'approve');
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('開けるかどうかを確かめられていないリンクがあります');
    expect(await stateOf(id)).toBe('in-review');
    expect((await decide(reviewer, id, 'schedule', { at: '2099-01-15T09:00' })).status).toBe(400);
    const despite = '相手のサイトが今日は止まっています';
    expect((await decide(reviewer, id, 'approve', { despite })).status).toBe(303);
    expect(await audited('review.approve', id)).toMatchObject({
      uncalledLinks: [`${origin}/hangs`],
      despite,
    });
  });

  it('is called again after its text changed, however it was before', async () => {
    const id = await inReview('/changes');
    const { db } = portal.platform.connection;
    await checkWaiting(portal.platform, () => new Date(), signal);
    await db.update(linkCheck).set({ checkedAt: new Date(Date.now() - 61 * minute) });
    answer = gone;
    expect((await decide(reviewer, id, 'approve')).status).toBe(400);
    expect(await stateOf(id)).toBe('in-review');
  });
});

describe('a portal that reaches nothing', () => {
  it('publishes with a reason, and is not kept from it for ever', async () => {
    const id = await write(provider, '外につながらない日の講座');
    await fill(provider, id, 'texts', { ...completeSteps.texts, url: 'https://nowhere.invalid/' });
    await provider.post(`/desk/entries/${id}/submit`, { reason: '新しい講座です' });
    await take(reviewer, id);
    expect((await decide(reviewer, id, 'approve')).status).toBe(400);
    expect((await decide(reviewer, id, 'approve', { despite: '外部に接続できません' })).status).toBe(303);
    expect(await stateOf(id)).toBe('published');
  });

  it('asks for no reason where its operator switched the checks off', async () => {
    const offLine = await openTestPortal();
    const [sender, judge] = [await visitor(offLine, 'provider'), await visitor(offLine, 'reviewer')];
    const id = await write(sender, '確認を止めた日の講座');
    await sender.post(`/desk/entries/${id}/submit`, { reason: '新しい講座です' });
    await take(judge, id);
    expect((await decide(judge, id, 'approve')).status).toBe(303);
    await offLine.stop();
  });
});

describe('a scheduled entry', () => {
  const at = new Date(Math.ceil(Date.now() / minute) * minute + 24 * 60 * minute);
  const inTokyo = new Date(at.getTime() + 9 * 60 * minute).toISOString().slice(0, 16);
  const schedule = async (path: string, more: Record<string, string> = {}) => {
    const id = await inReview(path);
    expect((await decide(reviewer, id, 'schedule', { at: inTokyo, ...more })).status).toBe(303);
    return id;
  };
  const comeDue = async () => {
    await checkWaiting(portal.platform, () => new Date(at.getTime() - 30 * minute), signal);
    await portal.platform.publishing.runDue(at);
  };
  /** Like the scheduled job. */
  const hold = () => holdBack(portal.platform, (_, id) => `/review/${id}`, at);

  it('is called once more before its time, and published where it still opens', async () => {
    const id = await schedule('/stays');
    asked = [];
    await comeDue();
    expect(asked).toContain('/stays');
    expect(await stateOf(id)).toBe('published');
  });

  it('is not published where a link died meanwhile: it goes back to its reviewer, who is told, as its owner sees', async () => {
    const id = await schedule('/dies');
    answer = (request, response) => (request.url === '/dies' ? gone(request, response) : response.end());
    await comeDue();
    expect(await stateOf(id)).toBe('scheduled');
    expect(await hold()).toBe(1);
    expect(await hold()).toBe(0);
    expect(await stateOf(id)).toBe('in-review');
    expect(await text(reviewer.get(`/review/${id}`))).toContain('開けません（404）');
    const seen = await text(provider.get(`/desk/entries/${id}`));
    expect(seen).toContain('開けないリンクがあるため、公開せず審査に戻した');
    expect(seen).not.toContain('見本 審査者');
    const mails = await portal.platform.connection.db
      .select()
      .from(mailMessage)
      .where(like(mailMessage.key, `desk.held/${id}/%`));
    expect(mails.map(({ toAddress }) => toAddress)).toEqual(['reviewer@example.jp']);
    expect(mails[0]?.text).toContain(`${origin}/dies`);
    const despite = '公開日に合わせて開きます';
    expect((await decide(reviewer, id, 'approve', { despite })).status).toBe(303);
  });

  it('is published with the dead links that somebody scheduled it with', async () => {
    answer = (request, response) => (request.url === '/planned' ? gone(request, response) : response.end());
    const id = await schedule('/planned', { despite: '公開日に合わせて開きます' });
    await comeDue();
    expect(await hold()).toBe(0);
    expect(await stateOf(id)).toBe('published');
  });
});

describe('a minor correction', () => {
  it('that brings a dead link is published only with a reason', async () => {
    const id = await inReview('/right');
    await decide(reviewer, id, 'approve');
    answer = gone;
    const form = await correction(editor, id, { url: `${origin}/mistyped`, reason: 'アドレスの誤り' });
    const refused = await editor.post(`/desk/entries/${id}/correct`, form);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('name="despite"');
    form.set('despite', '移転先は明日から開きます');
    expect((await editor.post(`/desk/entries/${id}/correct`, form)).status).toBe(303);
    expect(await audited('entry.correct', id)).toMatchObject({ deadLinks: [`${origin}/mistyped`] });
  });

  it('of the words alone calls no link that was called before', async () => {
    const id = await inReview('/same');
    await decide(reviewer, id, 'approve');
    asked = [];
    const form = await correction(editor, id, { 'title.ja': '誤字を直した講座', reason: '誤字' });
    expect((await editor.post(`/desk/entries/${id}/correct`, form)).status).toBe(303);
    expect(asked).not.toContain('/same');
  });
});

describe('a special feature of the editors', () => {
  const data = (url: string) => ({
    title: { ja: 'リンクのある特集', en: 'With links' },
    lead: { ja: '前書きです', en: 'Lead' },
    order: 9,
    links: [],
    blocks: [
      {
        type: 'text',
        id: 'text',
        heading: { ja: '外へ', en: 'Outside' },
        body: { ja: `[外のページ](${url})`, en: `[outside](${url})` },
      },
    ],
  });

  it('is held to the same: approved once its links open, or with a reason', async () => {
    const { publishing } = portal.platform;
    const writer = { id: 'somebody', organisationId: null };
    const id = 'feature-with-links';
    const entry = { id, kind: 'feature', data: data(`${origin}/outside`), reason: 'new' };
    expect(await publishing.enter(entry, writer, new Date())).toMatchObject({ ok: true });
    await publishing.act(id, 'submit', writer, 'new', new Date());
    answer = gone;
    const decision = { action: 'approve', reason: '', at: '', until: '' };
    const refused = await editor.post(`/editing/items/${id}/decide`, decision);
    expect(refused.status).toBe(400);
    const page = await refused.text();
    expect(page).toContain('name="despite"');
    expect(page).toContain('開けません（404）');
    const overridden = { ...decision, despite: '外のページは明日から開きます' };
    expect((await editor.post(`/editing/items/${id}/decide`, overridden)).status).toBe(303);
    expect(await stateOf(id)).toBe('published');
    expect(await audited('editing.approve', id)).toMatchObject({ deadLinks: [`${origin}/outside`] });
  });
});
