import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserSession } from '../../../../test/browser-session.ts';
import {
  actOnCall,
  beginCall,
  callFields,
  fillCall,
  formOf,
  inTokyo,
  keysOf,
  openCall,
} from '../../../../test/call-form.ts';
import { hidden, visitor } from '../../../../test/editorial-visitors.ts';
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
const edit = async (id: string) => (await editor.get(`/desk/calls/${id}/edit`)).text();
/** The current values of a call's form, with some changed. */
async function asItStands(id: string, changes: Record<string, string>): Promise<URLSearchParams> {
  const form = formOf(await edit(id));
  for (const [name, value] of Object.entries(changes)) form.set(name, value);
  return form;
}
const shown = (path: string) => expect.poll(async () => (await portal.get(path)).status);

describe('preparing a call', () => {
  it('begins with the standing criteria, is kept as it is typed, and shows nobody else what is not announced', async () => {
    const id = await beginCall(editor, '用意だけした募集');
    const form = await edit(id);
    expect(form).toContain('他者の権利や個人情報を損なわない');
    const seen = hidden(form, 'seen');
    const typed = { 'title.ja': '用意だけした募集', 'body.ja': '書きかけの案内', seen, after: 'stay' };
    const saved = await editor.post(`/desk/calls/${id}/edit`, typed);
    expect(await saved.json()).toMatchObject({ saved: true, conflicts: [] });
    expect(await edit(id)).toContain('書きかけの案内');
    expect((await portal.get(`/calls/${id}`)).status).toBe(404);
    expect(await (await editor.get('/desk/calls')).text()).toContain('用意だけした募集');
  });

  it('says what is missing at its field and keeps what was typed', async () => {
    const id = await beginCall(editor);
    await actOnCall(editor, id, 'add questions');
    const [question] = await keysOf(editor, id, 'questions');
    const answer = await fillCall(editor, id, {
      'title.ja': '題だけの募集',
      closesAt: inTokyo(now, -3),
      opensAt: inTokyo(now, -1),
      [`questions.${question}.sort`]: 'one',
    });
    expect(answer.status).toBe(400);
    const text = await answer.text();
    for (const field of ['body.ja', 'kinds', `questions.${question}.label.ja`])
      expect(text).toContain(`href="#${field}"`);
    expect(text).toContain('value="題だけの募集"');
    expect((await editor.post(`/desk/calls/${id}/announce`)).status).toBe(400);
  });

  it('refuses a call that closes before it opens, that is reviewed too soon, or with one option to choose from', async () => {
    const id = await openCall(editor, now, {}, false);
    const [question = ''] = await keysOf(editor, id, 'questions');
    const all = callFields(now, { 'questions.+.sort': 'one', closesAt: inTokyo(now, -3) });
    const fill = (changes: Record<string, string>) =>
      fillCall(
        editor,
        id,
        Object.fromEntries(
          Object.entries({ ...all, ...changes }).map(([name, value]) => [name.replace('+', question), value]),
        ),
      );
    expect(await (await fill({})).text()).toContain('選択肢を2つ以上加えてください');
    expect(await (await fill({ 'questions.+.sort': 'short' })).text()).toContain('始まりより後に');
    const early = {
      'questions.+.sort': 'short',
      closesAt: inTokyo(now, 9),
      reviewBy: inTokyo(now, 2).slice(0, 10),
    };
    expect(await (await fill(early)).text()).toContain('受付が終わる日か、それより後');
  });

  it('begun twice is one call, and a field that the page does not offer refuses all', async () => {
    const id = hidden(await (await editor.get('/desk/calls/new')).text(), 'id');
    for (const title of ['一度目', '二度目'])
      expect((await editor.post('/desk/calls/new', { id, title })).status).toBe(303);
    expect(await edit(id)).toContain('value="一度目"');
    const crafted = await fillCall(editor, id, { ...callFields(now), owner: 'x' });
    expect(crafted.status).toBe(400);
    expect(await edit(id)).toContain('value="一度目"');
  });

  it('takes no kind that nobody may enter', async () => {
    const id = await openCall(editor, now, { kinds: 'notice' }, false).catch(() => undefined);
    expect(id).toBeUndefined();
  });

  it('gives a new question an id that no question had before', async () => {
    const id = await beginCall(editor);
    await actOnCall(editor, id, 'add questions');
    const [first] = await keysOf(editor, id, 'questions');
    await actOnCall(editor, id, `remove questions ${first}`);
    await actOnCall(editor, id, 'add questions');
    const [second] = await keysOf(editor, id, 'questions');
    expect(second).toBeDefined();
    expect(second).not.toBe(first);
  });

  it('needs no English: the public page then says that its words are Japanese', async () => {
    const id = await openCall(editor, now, {
      'title.en': '',
      'body.en': '',
      'criteria.truth.label.en': '',
      'questions.+.label.en': '',
    });
    await shown(`/en/calls/${id}`).toBe(200);
    const english = await page(`/en/calls/${id}`);
    expect(english).toMatch(/<h1><span lang="ja">/);
    expect(english).toContain('<div class="prose" lang="ja">');
    for (const words of ['公式ページの内容と合っている', '定員は何人ですか'])
      expect(english).toContain(`<span lang="ja">${words}</span>`);
    expect(english).toContain('Anybody can join');
  });

  it('is discarded while it was never announced', async () => {
    const id = await openCall(editor, now, {}, false);
    const answer = await editor.post(`/desk/calls/${id}/discard`);
    expect(answer.headers.get('location')).toBe('/desk/calls');
    expect((await editor.get(`/desk/calls/${id}`)).status).toBe(404);
  });
});

describe('the public pages', () => {
  const sectionOf = (text: string, id: string) =>
    new RegExp(`<section[^>]*aria-labelledby="${id}".*?</section>`, 's').exec(text)?.[0] ?? '';

  it('announce an open call with both calendars, guidance, criteria and questions; the home page links to it', async () => {
    const id = await openCall(editor, now, { 'body.ja': '## 趣旨\n\n<script>alert(1)</script>募集します。' });
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
      'title.ja': 'これからの募集',
      opensAt: inTokyo(now, 3),
      closesAt: inTokyo(now, 30),
    });
    await shown(`/calls/${planned}`).toBe(200);
    expect(await page(`/calls/${planned}`)).not.toContain('この募集に応募する');
    const link = `href="/calls/${planned}"`;
    expect(await page('/calls')).toContain(link);
    const home = await page('/');
    expect(sectionOf(home, 'coming')).toContain(link);
    expect(home.split(link)).toHaveLength(2);
    now = later(31);
    expect(await page('/calls')).not.toContain(link);
    expect(await page('/')).not.toContain(link);
    expect(await page(`/calls/${planned}`)).toContain('受付は終わりました');
    now = later(-31);
  });
});

describe('an announced call', () => {
  it('changes when a change is announced: what two editors changed in one field waits for a choice', async () => {
    const id = await openCall(editor, now);
    await shown(`/calls/${id}`).toBe(200);
    const other = await visitor(portal, 'editor');
    const seen = hidden(await edit(id), 'seen');
    const save = async (who: BrowserSession, title: string) =>
      (await who.post(`/desk/calls/${id}/edit`, { 'title.ja': title, seen, after: 'stay' })).json();
    const same = await edit(id);
    expect(same).not.toContain('題を直した募集');
    const rest = { kinds: 'initiative' };
    await editor.post(`/desk/calls/${id}/edit`, {
      ...rest,
      'title.ja': '題を直した募集',
      seen,
      after: 'stay',
    });
    expect(await save(other, 'もう一人の題')).toMatchObject({
      saved: true,
      conflicts: [{ input: 'title.ja', mine: 'もう一人の題', theirs: '題を直した募集' }],
    });
    expect(await page(`/calls/${id}`)).not.toContain('題を直した募集');
  });

  it('keeps every announced version in its history, from which each can be brought back', async () => {
    const id = await openCall(editor, now, { 'title.ja': '前の題の募集' });
    await fillCall(editor, id, await asItStands(id, { 'title.ja': '後の題の募集' }));
    const overview = await (await editor.get(`/desk/calls/${id}`)).text();
    expect(overview).toContain('変更を公開する');
    expect(overview).toContain('<del>前</del>');
    expect((await editor.post(`/desk/calls/${id}/announce`)).status).toBe(303);
    await expect.poll(() => page(`/calls/${id}`)).toContain('後の題の募集');
    const history = await (await editor.get(`/desk/calls/${id}/history`)).text();
    expect(history).toContain('第2版');
    expect((await editor.post(`/desk/calls/${id}/restore`, { revision: '1' })).status).toBe(303);
    expect(await edit(id)).toContain('value="前の題の募集"');
    expect((await editor.post(`/desk/calls/${id}/discard`)).status).toBe(303);
    expect(await edit(id)).toContain('value="後の題の募集"');
  });

  it('closed early while a change is being written, stays closed when the change is announced', async () => {
    const id = await openCall(editor, now);
    await fillCall(editor, id, await asItStands(id, { 'title.ja': '書きかえ中の募集' }));
    expect((await editor.post(`/desk/calls/${id}/close`)).status).toBe(303);
    expect((await editor.post(`/desk/calls/${id}/announce`)).status).toBe(303);
    await expect.poll(() => page(`/calls/${id}`)).toContain('書きかえ中の募集');
    now = later(0.01);
    expect(await page(`/calls/${id}`)).toContain('受付は終わりました');
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
      'campaign.begin',
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
