import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserSession } from '../../../../test/browser-session.ts';
import { visitor } from '../../../../test/editorial-visitors.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { auditEntry } from '../../../platform/audit/schema.ts';
import { readInputs, writeInputs } from '../../../platform/editing/form/inputs.ts';
import { publication, transition } from '../../../platform/publishing/schema.ts';
import { editableKinds } from './editable.ts';
import { address, save, send, text, typedIn } from './testing/documents.ts';

let portal: TestPortal;
let editor: BrowserSession;
let second: BrowserSession;
let reviewer: BrowserSession;
let provider: BrowserSession;
let now = new Date('2026-11-24T01:00:00Z');

beforeAll(async () => {
  portal = await openTestPortal({ now: () => now });
  editor = await visitor(portal, 'editor');
  second = await visitor(portal, 'admin');
  reviewer = await visitor(portal, 'reviewer');
  provider = await visitor(portal, 'provider');
});
afterAll(() => portal.stop());

async function shown(path: string, words: string): Promise<void> {
  const page = async () => (await text(portal.get(path))).replaceAll('<wbr>', '');
  await expect.poll(page).toContain(words);
}

describe('the form of a document', () => {
  it('holds every record that is edited here, and gives it back as it was', () => {
    const kinds = editableKinds(portal.platform.kinds);
    let count = 0;
    for (const { form } of kinds.values())
      for (const record of portal.platform.model.ofKind(form.kind.name)) {
        const data = readInputs(form, writeInputs(form, record.data));
        expect(form.kind.schema.parse(data), record.id).toEqual(form.kind.schema.parse(record.data));
        count += 1;
      }
    expect(count).toBeGreaterThan(10);
  });
});

describe('a special feature', () => {
  const id = 'test-feature';

  it('is begun once, and is composed of all blocks', async () => {
    const begun = { id, title: 'ためしの特集' };
    expect((await editor.post('/editing/new/feature', begun)).headers.get('location')).toContain('/edit');
    expect((await editor.post('/editing/new/feature', begun)).status).toBe(400);
    await save(editor, id, '', { 'title.en': 'Trial', 'lead.ja': '前書きです', order: '9' });
    for (const type of ['text', 'records', 'search', 'timeline', 'notice', 'desks'])
      await save(editor, id, '', {}, { act: 'add blocks', 'new-blocks': type });
    const page = await text(editor.get(address(id, '/edit')));
    for (const part of ['text-1', 'records-2', 'search-3', 'timeline-4', 'notice-5', 'desks-6'])
      expect(page).toContain(`part=blocks.${part}`);
    const order = ['name="lead.ja"', 'part=blocks.text-1', 'name="new-blocks"', 'name="purposes"'];
    const places = order.map((sign) => page.indexOf(sign));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    const heading = (part: string, ja: string) => ({ [`blocks.${part}.heading.ja`]: ja });
    await save(editor, id, 'blocks.text-1', {
      ...heading('text-1', '文章です'),
      'blocks.text-1.body.ja': '**太い** <script>alert(1)</script> [悪い](javascript:alert(1))',
    });
    await save(editor, id, 'blocks.records-2', heading('records-2', '選んだもの'), {
      act: 'pick blocks.records-2.ids cyder',
    });
    await save(editor, id, 'blocks.search-3', {
      ...heading('search-3', '探したもの'),
      'blocks.search-3.most': '2',
      'blocks.search-3.query.q': 'ランサムウェア',
    });
    await save(editor, id, 'blocks.timeline-4', heading('timeline-4', '年表です'), {
      act: 'add blocks.timeline-4.items',
    });
    await save(editor, id, 'blocks.timeline-4', {
      'blocks.timeline-4.items.k1.date': '2026-11',
      'blocks.timeline-4.items.k1.title.ja': 'はじまり',
    });
    await save(editor, id, 'blocks.notice-5', {
      ...heading('notice-5', '<b>気をつけて</b>'),
      'blocks.notice-5.level': 'warning',
    });
    await save(editor, id, 'blocks.desks-6', heading('desks-6', '相談先'), {
      act: 'pick blocks.desks-6.ids police-desk',
    });
  });

  it('is found by typing in the picker, and a saved search says what it finds now', async () => {
    const picking = await text(editor.get(`${address(id, '/edit')}?part=blocks.records-2&picking=CYDER`));
    expect(picking).toMatch(/id="found-records".*CYDER/s);
    const saved = await text(editor.get(`${address(id, '/edit')}?part=blocks.search-3`));
    expect(saved).toMatch(/この条件でいま見つかるもの：\d+件/);
  });

  it('is previewed with all its blocks before it is sent, in a frame of this site only', async () => {
    const answer = await editor.get(address(id, '/preview'));
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    expect(answer.headers.get('x-frame-options')).toBe('SAMEORIGIN');
    const page = await answer.text();
    for (const words of ['文章です', '選んだもの', '探したもの', '年表です', '相談先', 'はじまり'])
      expect(page).toContain(words);
    expect(page).toContain('&lt;b&gt;気をつけて');
    expect(page).not.toMatch(/<script>alert|javascript:alert|<b>気/);
    expect((await portal.get(`/features/${id}`)).status).toBe(404);
  });

  it('has its blocks moved and removed', async () => {
    const order = async () => [
      ...new Set(
        [...(await text(editor.get(address(id, '/edit')))).matchAll(/part=blocks\.([\w-]+)/g)].map(
          (m) => m[1],
        ),
      ),
    ];
    await save(editor, id, '', {}, { act: 'down blocks text-1' });
    expect((await order()).slice(0, 2)).toEqual(['records-2', 'text-1']);
    await save(editor, id, '', {}, { act: 'up blocks text-1' });
    await save(editor, id, '', {}, { act: 'add blocks', 'new-blocks': 'steps' });
    await save(editor, id, '', {}, { act: 'remove blocks steps-7' });
    expect(await order()).toEqual(['text-1', 'records-2', 'search-3', 'timeline-4', 'notice-5', 'desks-6']);
  });

  it('is not sent while a link in it would not go live', async () => {
    const refused = await send(editor, id, 'approval');
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('リンク先「javascript:alert(1)」は公開されません。');
    await save(editor, id, 'blocks.text-1', {
      'blocks.text-1.heading.ja': '文章です',
      'blocks.text-1.body.ja': '**太い** <script>alert(1)</script> [良い](/help)',
    });
  });

  it('is approved by somebody else only', async () => {
    expect((await send(editor, id, 'minor')).status).toBe(400);
    expect((await send(editor, id, 'approval')).headers.get('location')).toContain('done=submit');
    const own = await editor.post(address(id, '/decide'), { action: 'approve', reason: '' });
    expect(own.status).toBe(400);
    expect(await own.text()).toContain('自分や自分の組織の登録は審査できません');
    expect((await portal.get(`/features/${id}`)).status).toBe(404);
    const page = await text(second.get(address(id)));
    expect(page).toContain('承認してすぐ公開する');
    expect(page).toContain('選んだもの');
    const past = { action: 'schedule', reason: '', at: '2026-11-24T09:00', until: '' };
    expect((await second.post(address(id, '/decide'), past)).status).toBe(400);
  });

  it('is not approved by somebody who wrote some of it, though another sent it', async () => {
    const feature = 'security-month';
    await save(second, feature, '', { 'tagline.ja': '二人目の副題' });
    await save(editor, feature, '', { 'lead.ja': '一人目の前書き' });
    await send(editor, feature, 'approval');
    const decided = (who: BrowserSession) =>
      who.post(address(feature, '/decide'), { action: 'approve', reason: '' });
    expect(await text(second.get(address(feature)))).not.toContain('承認してすぐ公開する');
    expect((await decided(second)).status).toBe(400);
    expect((await decided(reviewer)).status).toBe(303);
    await shown(`/features/${feature}`, '二人目の副題');
  });

  it('is scheduled, appears at its time, and goes at its end', async () => {
    const times = { at: '2026-11-24T12:00', until: '2026-12-01T00:00' };
    expect(
      (await second.post(address(id, '/decide'), { action: 'schedule', reason: '', ...times })).status,
    ).toBe(303);
    const { publishing } = portal.platform;
    await publishing.runDue(new Date('2026-11-24T02:59:00Z'));
    expect((await portal.get(`/features/${id}`)).status).toBe(404);
    await publishing.runDue(new Date('2026-11-24T03:00:00Z'));
    await shown(`/features/${id}`, '<strong>太い</strong>');
    const page = await text(portal.get(`/features/${id}`));
    expect(page).not.toMatch(/<script>alert|javascript:alert|<b>気/);
    expect(page.match(/class="feature-block"/g)).toHaveLength(6);
    await publishing.runDue(new Date('2026-11-30T15:00:00Z'));
    await expect.poll(async () => (await portal.get(`/features/${id}`)).status).toBe(404);
  });

  it('takes a minor edit without a second person, marked so, and gets an earlier revision back', async () => {
    const feature = 'stop-ransomware';
    await save(editor, feature, '', { 'tagline.ja': '小さく直した副題' });
    await send(editor, feature, 'minor');
    await shown(`/features/${feature}`, '小さく直した副題');
    const history = await text(editor.get(address(feature, '/history')));
    expect(history).toContain('軽微な修正');
    expect(history).toContain('小さく直した副題');
    await editor.post(address(feature, '/restore'), { revision: '1' });
    await send(editor, feature, 'minor');
    await shown(`/features/${feature}`, 'データを人質に取る攻撃から、仕事と暮らしを守る');
    const rows = await portal.platform.connection.db
      .select()
      .from(transition)
      .where(eq(transition.publicationId, feature));
    expect(rows.filter(({ action }) => action === 'publish-minor')).toHaveLength(2);
    const audited = await portal.platform.connection.db
      .select()
      .from(auditEntry)
      .where(eq(auditEntry.objectId, feature));
    expect(audited.map(({ action }) => action)).toEqual([
      'editing.publish-minor',
      'editing.restore',
      'editing.publish-minor',
    ]);
  });
});

describe('what was withdrawn', () => {
  const withdraw = (id: string) => editor.post(address(id, '/withdraw'), { withdrawal: 'もう要りません' });
  const gone = (id: string) => expect.poll(() => portal.platform.model.get(id)).toBeUndefined();

  it('is brought back as a new revision, which somebody else approves', async () => {
    const id = 'security-month';
    const [before] = (await portal.platform.publishing.history(id)).slice(-1);
    expect((await withdraw(id)).status).toBe(303);
    await gone(id);
    const history = await text(editor.get(address(id, '/history')));
    expect(history).toContain(`name="revision" value="${before?.number}"`);
    const answer = await editor.post(address(id, '/restore'), { revision: String(before?.number) });
    expect(answer.headers.get('location')).toContain('done=restored');
    expect((await send(editor, id, 'minor')).status).toBe(400);
    expect((await send(editor, id, 'approval')).status).toBe(303);
    expect((await portal.get(`/features/${id}`)).status).toBe(404);
    await reviewer.post(address(id, '/decide'), { action: 'approve', reason: '' });
    await expect.poll(async () => (await portal.get(`/features/${id}`)).status).toBe(200);
    const [after] = (await portal.platform.publishing.history(id)).slice(-1);
    expect(after?.number).toBe((before?.number ?? 0) + 1);
    expect(after?.data).toEqual(before?.data);
  });

  it('comes back at once where it is an urgent notice, and an end that passed does not end it again', async () => {
    const id = 'sample-urgent';
    const { publishing, connection } = portal.platform;
    expect((await withdraw(id)).status).toBe(303);
    await gone(id);
    const ended = new Date(now.getTime() - 1);
    await connection.db.update(publication).set({ expiresAt: ended }).where(eq(publication.id, id));
    await editor.post(address(id, '/restore'), { revision: '1' });
    expect((await send(editor, id, 'urgent')).headers.get('location')).toContain('done=published');
    await publishing.runDue(now);
    expect((await publishing.find(id))?.state).toBe('published');
  });
});

describe('two editors at once', () => {
  it('each keep what the other did not touch, and see what both changed', async () => {
    const id = 'security-month';
    const path = `${address(id, '/edit')}?part=`;
    const page = await text(editor.get(path));
    const mine = { ...typedIn(page), 'title.en': 'Mine', after: 'save' };
    await save(second, id, '', { 'lead.en': 'Theirs' });
    expect((await editor.post(path, mine)).status).toBe(303);
    const conflict = await editor.post(path, { ...mine, 'lead.en': 'Also mine' });
    expect(conflict.status).toBe(409);
    expect(await conflict.text()).toContain('Theirs');
    await editor.post(address(id, '/discard'));
  });

  it('a field that no page offered refuses the whole form', async () => {
    const id = 'security-month';
    const answer = await save(editor, id, '', { sample: 'false' });
    expect(answer.status).toBe(400);
  });
});

describe('an urgent notice', () => {
  it('is published at once by one editor, marked so, and shows in its time only', async () => {
    const begun = await editor.post('/editing/new/notice');
    const [, id = ''] = /items\/([^/]+)\//.exec(begun.headers.get('location') ?? '') ?? [];
    const fields = {
      level: 'urgent',
      'title.ja': '急ぎのお知らせです',
      'title.easy': 'いそぎです',
      start: '2026-11-25T10:00',
      end: '2026-11-25T12:00',
      'link.address': '//evil.example/x',
    };
    await save(editor, id, '', fields);
    expect((await send(editor, id, 'urgent')).status).toBe(400);
    await save(editor, id, '', { 'link.address': '/help/phishing', end: '2026-11-25T09:00' });
    expect(await text(editor.get(address(id)))).toContain('始まりより後');
    await save(editor, id, '', { end: '2026-11-25T12:00' });
    expect(await text(editor.get(address(id)))).toContain('2026年11月25日 12:00');
    expect((await send(editor, id, 'urgent')).headers.get('location')).toContain('done=published');
    await expect.poll(() => portal.platform.model.get(id)?.kind).toBe('notice');
    const at = async (moment: string) => {
      now = new Date(moment);
      // A page is cached for some seconds; another address is rendered again.
      const home = await text(portal.get(`/?at=${moment}`));
      const overview = await text(editor.get('/editing'));
      const [row = ''] = new RegExp(`<tr>(?:(?!</tr>).)*${id}.*?</tr>`, 's').exec(overview) ?? [];
      return [home.includes('急ぎのお知らせです'), /掲載前|掲載中|掲載終了/.exec(row)?.[0]];
    };
    expect(await at('2026-11-25T00:59:59Z')).toEqual([false, '掲載前']);
    expect(await at('2026-11-25T01:00:00Z')).toEqual([true, '掲載中']);
    expect(await at('2026-11-25T02:59:59Z')).toEqual([true, '掲載中']);
    expect(await at('2026-11-25T03:00:00Z')).toEqual([false, '掲載終了']);
    expect(await text(editor.get(address(id)))).toContain('緊急のため一人で公開した');
    const { publishing } = portal.platform;
    await save(editor, id, '', { 'title.ja': '終わりのある、お知らせ' });
    await send(editor, id, 'approval');
    const ending = { action: 'approve', reason: '', at: '', until: '2026-11-25T13:00' };
    expect((await second.post(address(id, '/decide'), ending)).status).toBe(303);
    now = new Date('2026-11-25T05:00:00Z');
    expect((await publishing.runDue(now)).expired).toContain(id);
    await save(editor, id, '', { 'title.ja': 'もう一度のお知らせ' });
    expect((await send(editor, id, 'urgent')).status).toBe(303);
    expect((await publishing.runDue(now)).expired).not.toContain(id);
  });

  it('is the only kind that one person publishes alone', async () => {
    await save(editor, 'security-month', '', { 'title.en': 'Alone' });
    expect((await send(editor, 'security-month', 'urgent')).status).toBe(400);
    await editor.post(address('security-month', '/discard'));
  });
});

describe('those who do not edit', () => {
  it('come nowhere near', async () => {
    for (const path of [
      '/editing',
      address('synonyms'),
      address('synonyms', '/edit'),
      address('stop-ransomware', '/preview'),
    ])
      expect((await provider.get(path)).status).toBe(403);
    expect((await reviewer.get(address('synonyms', '/edit'))).status).toBe(403);
    expect((await reviewer.get('/editing')).status).toBe(200);
    expect(
      (await provider.post(address('stop-ransomware', '/decide'), { action: 'approve', reason: '' })).status,
    ).toBe(403);
  });

  it('an initiative is not edited here', async () => {
    expect((await editor.get(address('cyder'))).status).toBe(404);
    expect((await editor.get(address('cyder', '/edit'))).status).toBe(404);
  });
});
