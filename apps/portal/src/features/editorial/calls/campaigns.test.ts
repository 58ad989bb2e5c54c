import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserSession } from '../../../../test/browser-session.ts';
import { callFields, inTokyo, openCall } from '../../../../test/call-form.ts';
import { hidden, visitor } from '../../../../test/desk-visitors.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { auditEntry } from '../../../platform/audit/schema.ts';
import { siteUser } from '../../../platform/identity/schema.ts';
import { mailMessage } from '../../../platform/mail/schema.ts';
import { announceCalls } from './announcing.ts';

let portal: TestPortal;
let editor: BrowserSession;
let now = new Date();

beforeAll(async () => {
  portal = await openTestPortal({ now: () => now });
  editor = await visitor(portal, 'editor');
});
afterAll(() => portal.stop());

const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const page = async (path: string) => (await portal.get(path)).text();
const shown = (path: string) => expect.poll(async () => (await portal.get(path)).status);

describe('preparing a call', () => {
  it('begins with the standing criteria, and shows nobody else what is not announced', async () => {
    const form = await (await editor.get('/desk/calls/new')).text();
    expect(form).toContain('他者の権利や個人情報を損なわない');
    const id = await openCall(editor, now, { titleJa: '用意だけした募集' }, false);
    expect((await portal.get(`/calls/${id}`)).status).toBe(404);
    expect(await (await editor.get('/desk/calls')).text()).toContain('用意だけした募集');
  });

  it('says what is missing at its field and keeps what was typed', async () => {
    const fields = callFields(now, {
      titleEn: '',
      closesAt: inTokyo(now, -3),
      'questions.0.sort': 'one',
      'questions.0.optionsJa': '会場\nオンライン',
      'questions.0.optionsEn': 'On site',
    });
    const answer = await editor.post('/desk/calls/new', { id: 'call-00000001', basedOn: '0', ...fields });
    expect(answer.status).toBe(400);
    const text = await answer.text();
    for (const field of ['titleEn', 'closesAt', 'questions.0.optionsEn'])
      expect(text).toContain(`href="#${field}"`);
    expect(text).toContain('value="令和8年度の取組の募集"');
  });

  it('gives more rows without saving', async () => {
    const fields = callFields(now, { wish: 'more-questions', titleEn: '' });
    const answer = await editor.post('/desk/calls/new', { id: 'call-00000002', basedOn: '0', ...fields });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('name="questions.2.ja"');
  });

  it('sent twice prepares one call, and a field that the page does not offer refuses all', async () => {
    const form = await (await editor.get('/desk/calls/new')).text();
    const fields = { id: hidden(form, 'id'), basedOn: '0', ...callFields(now) };
    expect((await editor.post('/desk/calls/new', fields)).status).toBe(303);
    expect((await editor.post('/desk/calls/new', fields)).status).toBe(400);
    const crafted = { ...fields, id: 'call-00000003', 'questions.0.owner': 'x' };
    expect((await editor.post('/desk/calls/new', crafted)).status).toBe(400);
  });
});

describe('the public pages', () => {
  it('announce an open call with both calendars, guidance, criteria and questions; the home page links to it', async () => {
    const id = await openCall(editor, now, { bodyJa: '## 趣旨\n\n<script>alert(1)</script>募集します。' });
    await shown(`/calls/${id}`).toBe(200);
    const text = await page(`/calls/${id}`);
    expect(text).toContain('（令和');
    expect(text).toContain('だれでも申し込める');
    expect(text).toContain('定員は何人ですか');
    expect(text).toContain('&lt;script&gt;');
    expect(text).not.toContain('<script>alert');
    expect(text).toContain(`/desk/new?call=${id}`);
    const english = await page(`/en/calls/${id}`);
    expect(english).toContain('Anybody can join');
    expect(english).toContain('(JST)');
    expect(await page('/')).toContain(`href="/calls/${id}"`);
    expect(await page('/sitemap.xml')).toContain(`/calls/${id}</loc>`);
    expect(await page('/site-map')).toContain('href="/calls"');
  });

  it('list what is planned, and leave out what is over', async () => {
    const planned = await openCall(editor, now, {
      titleJa: 'これからの募集',
      opensAt: inTokyo(now, 3),
      closesAt: inTokyo(now, 30),
    });
    await shown(`/calls/${planned}`).toBe(200);
    expect(await page(`/calls/${planned}`)).not.toContain('この募集に応募する');
    const link = `href="/calls/${planned}"`;
    expect(await page('/calls')).toContain(link);
    expect(await page('/')).not.toContain(link);
    now = later(31);
    expect(await page('/calls')).not.toContain(link);
    expect(await page(`/calls/${planned}`)).toContain('受付は終わりました');
    now = later(-31);
  });
});

describe('an announced call', () => {
  it('is changed at once for everybody; of two editors the second is told', async () => {
    const id = await openCall(editor, now);
    const form = await (await editor.get(`/desk/calls/${id}/edit`)).text();
    const basedOn = hidden(form, 'basedOn');
    const change = (title: string) =>
      editor.post(`/desk/calls/${id}/edit`, { id, basedOn, ...callFields(now, { titleJa: title }) });
    expect((await change('題を直した募集')).status).toBe(303);
    await expect.poll(() => page(`/calls/${id}`)).toContain('題を直した募集');
    expect((await change('もう一人の題')).status).toBe(400);
    expect(await page(`/calls/${id}`)).not.toContain('もう一人の題');
  });

  it('is closed early, once, and every act is in the audit log', async () => {
    const id = await openCall(editor, now);
    expect((await editor.post(`/desk/calls/${id}/close`)).status).toBe(303);
    now = later(0.01);
    await expect.poll(() => page(`/calls/${id}`)).toContain('受付は終わりました');
    expect(await page(`/calls/${id}`)).not.toContain('応募のしかた');
    expect((await editor.post(`/desk/calls/${id}/close`)).status).toBe(400);
    const acts = await portal.platform.connection.db
      .select({ action: auditEntry.action })
      .from(auditEntry)
      .where(eq(auditEntry.objectId, id))
      .orderBy(auditEntry.id);
    expect(acts.map(({ action }) => action)).toEqual([
      'campaign.prepare',
      'campaign.announce',
      'campaign.close',
    ]);
  });

  it('is withdrawn from the site while nothing was entered', async () => {
    const id = await openCall(editor, now);
    await shown(`/calls/${id}`).toBe(200);
    expect((await editor.post(`/desk/calls/${id}/withdraw`)).status).toBe(303);
    await shown(`/calls/${id}`).toBe(404);
  });
});

describe('mail about a call', () => {
  const mails = async (id: string) => {
    const rows = await portal.platform.connection.db.select().from(mailMessage);
    return rows.filter(({ key }) => key.includes(id));
  };

  it('goes to members of organisations when it opens and before it closes, in their language, never twice', async () => {
    const { platform } = portal;
    const { db } = platform.connection;
    await db.update(siteUser).set({ language: 'en' }).where(eq(siteUser.email, 'provider@example.jp'));
    const id = await openCall(editor, now, { opensAt: inTokyo(now, 1), closesAt: inTokyo(now, 31) });
    await announceCalls(platform, now);
    expect(await mails(id)).toEqual([]);
    await Promise.all([announceCalls(platform, later(2)), announceCalls(platform, later(2))]);
    await announceCalls(platform, later(3));
    const opened = await mails(id);
    expect(opened.map(({ toAddress, subject }) => [toAddress, subject])).toEqual([
      ['provider@example.jp', 'Now open: Call for initiatives 2026'],
    ]);
    expect(opened[0]?.text).toContain(`/en/calls/${id}`);
    await announceCalls(platform, later(25));
    await announceCalls(platform, later(26));
    expect((await mails(id)).map(({ template }) => template).sort()).toEqual([
      'campaigns.closing',
      'campaigns.open',
    ]);
    await announceCalls(platform, later(40));
    expect(await mails(id)).toHaveLength(2);
  });
});
