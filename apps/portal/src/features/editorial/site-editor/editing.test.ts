import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserSession } from '../../../../test/browser-session.ts';
import { hidden, visitor } from '../../../../test/desk-visitors.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { auditEntry } from '../../../platform/audit/schema.ts';
import { readInputs, writeInputs } from '../../../platform/editing/form/inputs.ts';
import { publication, transition } from '../../../platform/publishing/schema.ts';
import { editableKinds } from './editable.ts';

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

const address = (id: string, rest = '') => `/editing/items/${id}${rest}`;
const text = async (answer: Promise<Response>) => (await answer).text();

/** Fills in a part as its page offers it, and does something to a list. */
async function save(
  who: BrowserSession,
  id: string,
  part: string,
  fields: Record<string, string>,
  wish: Record<string, string> = { after: 'save' },
): Promise<Response> {
  const path = `${address(id, '/edit')}?part=${part}`;
  const page = await text(who.get(path));
  return who.post(path, { ...typedIn(page), ...fields, seen: hidden(page, 'seen'), ...wish });
}

/** What stands in the form of a page, as far as it has one value. */
function typedIn(page: string): Record<string, string> {
  const [, form = ''] = /<form method="post"[^>]*id="document"[^>]*>(.*?)<\/form>/s.exec(page) ?? [];
  const fields: Record<string, string> = {};
  for (const [, name = '', value = ''] of form.matchAll(/<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)</g))
    fields[name] = unescaped(value);
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const [, name = ''] = /name="([^"]+)"/.exec(tag) ?? [];
    const [, value = ''] = /value="([^"]*)"/.exec(tag) ?? [];
    const box = /type="(checkbox|radio)"/.test(tag);
    if (name && (!box || /checked/.test(tag))) fields[name] = unescaped(value);
  }
  return fields;
}

const unescaped = (html: string) =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

async function send(who: BrowserSession, id: string, way: string): Promise<Response> {
  return who.post(address(id, '/send'), { way, reason: 'ためしに' });
}

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
    const clash = await editor.post(path, { ...mine, 'lead.en': 'Also mine' });
    expect(clash.status).toBe(409);
    expect(await clash.text()).toContain('Theirs');
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
      // A page is kept for some seconds; another address is made anew.
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

describe('synonyms', () => {
  const word = 'ぞむぺらぎゅ';

  it('show what a search would find, and change it only once published', async () => {
    await save(editor, 'synonyms', '', {}, { act: 'add groups' });
    const page = await text(editor.get(`${address('synonyms', '/edit')}?find=zz`));
    expect(page).toContain('構成から探す');
    const list = portal.platform.model.only('synonyms')?.data as { groups: unknown[] };
    const part = `groups.k${list.groups.length + 1}`;
    await save(editor, 'synonyms', part, { [`${part}.words`]: word });
    expect(await text(editor.get(address('synonyms')))).toContain('違う言葉を2つ以上');
    await save(editor, 'synonyms', part, { [`${part}.words`]: `${word}\nランサムウェア` });
    expect(await text(editor.get(address('synonyms')))).toContain('番目の組に入っています');
    const rehearsed = await text(editor.get(address('synonyms', '/search')));
    expect(rehearsed).toContain(word);
    expect(rehearsed).toMatch(/公開中 0件 → 変更後 [1-9]\d*件/);
    expect(rehearsed).toContain('新しく見つかる');
    const found = async () =>
      (
        (await (await portal.get(`/api/v1/entries?q=${encodeURIComponent(word)}`)).json()) as {
          total: number;
        }
      ).total;
    expect(await found()).toBe(0);
    await send(editor, 'synonyms', 'approval');
    await reviewer.post(address('synonyms', '/decide'), { action: 'approve', reason: '' });
    await expect.poll(found).toBeGreaterThan(0);
  });
});

describe('the vocabulary', () => {
  const counted = async (value: string) => {
    const answer = await portal.get(`/api/v1/entries?category=${value}`);
    return ((await answer.json()) as { total: number }).total;
  };
  const words = () => portal.platform.vocabulary();

  it('takes a new value, and retires one that records still carry and are found by', async () => {
    const tools = await counted('tool');
    expect(tools).toBeGreaterThan(0);
    await save(editor, 'vocabulary', '', {}, { act: 'add category', 'new-category': 'podcast' });
    const unwritten = await text(editor.get(address('vocabulary')));
    expect(unwritten).toContain('part=category.podcast');
    await save(editor, 'vocabulary', 'category.podcast', {
      'category.podcast.ja': '音声番組',
      'category.podcast.en': 'Podcast',
    });
    await save(editor, 'vocabulary', '', {}, { act: 'up category podcast' });
    const page = await text(editor.get(`${address('vocabulary', '/edit')}?part=category.tool`));
    expect(page).toContain(`この値を持つ取組：${tools}件`);
    await save(editor, 'vocabulary', 'category.tool', { 'category.tool.retired': 'true' });
    await send(editor, 'vocabulary', 'approval');
    const ending = { action: 'approve', reason: '', until: '2027-01-01T00:00' };
    expect((await reviewer.post(address('vocabulary', '/decide'), ending)).status).toBe(400);
    await reviewer.post(address('vocabulary', '/decide'), { action: 'approve', reason: '' });
    await expect.poll(() => words().values('category').at(-2)).toBe('podcast');
    expect(words().values('category')).not.toContain('tool');
    expect(words().label('category', 'tool').ja).toBe('ツール');
    expect(await counted('tool')).toBe(tools);
  });

  it('merges a value into another, by which its records are found from then on', async () => {
    const [tools, services] = [await counted('tool'), await counted('service')];
    await save(editor, 'vocabulary', 'category.tool', { 'category.tool.mergedInto': 'nowhere' });
    expect(await text(editor.get(address('vocabulary')))).toContain('この一覧にありません');
    await save(editor, 'vocabulary', 'category.tool', { 'category.tool.mergedInto': 'service' });
    await save(editor, 'vocabulary', 'category.service', { 'category.service.mergedInto': 'tool' });
    expect(await text(editor.get(address('vocabulary')))).toContain('めぐって自分に戻って');
    await save(editor, 'vocabulary', 'category.service', { 'category.service.mergedInto': '' });
    const queries = encodeURIComponent('サービス');
    const rehearsed = await text(editor.get(`${address('vocabulary', '/search')}?queries=${queries}`));
    const [, before = '', after = ''] = /公開中 (\d+)件 → 変更後 (\d+)件/.exec(rehearsed) ?? [];
    expect(Number(after)).toBeGreaterThan(Number(before));
    expect(await counted('service')).toBe(services);
    await send(editor, 'vocabulary', 'minor');
    await expect.poll(() => counted('service')).toBe(tools + services);
    expect(await counted('tool')).toBe(tools + services);
  });
});

describe('redirects', () => {
  const rule = async (part: string, fields: Record<string, string>) =>
    save(
      editor,
      'redirects',
      part,
      Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${part}.${name}`, value])),
    );

  it('lead on from addresses without a page, in both languages; nothing else passes', async () => {
    await editor.post('/editing/new/redirects');
    for (let count = 0; count < 4; count += 1) await save(editor, 'redirects', '', {}, { act: 'add rules' });
    await rule('rules.k1', { from: '/old/kit', status: '301', to: '/features/stop-ransomware' });
    await rule('rules.k2', { from: '/gone', status: '410', to: '' });
    await rule('rules.k3', { from: '/about', status: '302', to: '/help' });
    await rule('rules.k4', { from: '/away', status: '302', to: 'https://www.example.jp/x' });
    const state = () => text(editor.get(address('redirects')));
    expect(await state()).toContain('このサイトの中のアドレス');
    await rule('rules.k4', {
      from: '/away',
      status: '302',
      to: 'https://www.example.jp/x',
      external: 'true',
    });
    expect(await state()).toContain('いまページがあります');
    await rule('rules.k3', { from: '/features/stop-ransomware', to: '/old/kit', status: '302' });
    expect(await state()).toContain('めぐって元に戻って');
    await rule('rules.k3', { from: '/once', to: '/features', status: '302' });
    await send(editor, 'redirects', 'approval');
    await second.post(address('redirects', '/decide'), { action: 'approve', reason: '' });
    const target = async (path: string) => {
      const answer = await portal.get(path, { 'accept-encoding': 'br' });
      return [answer.status, answer.headers.get('location'), answer.headers.get('content-encoding')];
    };
    await expect.poll(() => target('/old/kit')).toEqual([301, '/features/stop-ransomware', null]);
    expect(await target('/en/old/kit')).toEqual([301, '/en/features/stop-ransomware', null]);
    expect(await target('/once')).toEqual([302, '/features', null]);
    expect(await target('/away')).toEqual([302, 'https://www.example.jp/x', null]);
    expect((await target('/gone'))[0]).toBe(410);
    expect((await target('/old'))[0]).toBe(404);
    expect((await portal.get('/gone')).headers.get('content-security-policy')).toContain(
      "default-src 'none'",
    );
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/a b'])(
    'never lead to %s as if it were of this site',
    async (to) => {
      await rule('rules.k3', { from: '/once', to, status: '302' });
      expect((await send(editor, 'redirects', 'minor')).status).toBe(400);
      await editor.post(address('redirects', '/discard'));
    },
  );
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
