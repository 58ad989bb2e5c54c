import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BrowserSession } from '../../../../test/browser-session.ts';
import {
  begin,
  completeSteps,
  enterAndSend,
  fill,
  hidden,
  visitor,
  write,
} from '../../../../test/editorial-visitors.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { auditEntry } from '../../../platform/audit/schema.ts';
import { transact } from '../../../platform/database/transact.ts';
import { entryDraft } from '../../../platform/editing/schema.ts';
import { addUser, preparePassword } from '../../../platform/identity/new-user.ts';
import { membership, organisation } from '../../../platform/identity/schema.ts';
import { mailMessage } from '../../../platform/mail/schema.ts';

let portal: TestPortal;
let provider: BrowserSession;
let stranger: BrowserSession;

beforeAll(async () => {
  portal = await openTestPortal();
  const { db } = portal.platform.connection;
  const now = new Date();
  const passwordHash = await preparePassword('kakehashi-demo');
  const userId = await transact(db, (tx) =>
    addUser(
      tx,
      {
        email: 'stranger@example.jp',
        role: 'provider',
        name: '別の登録者',
        language: 'ja',
        passwordHash,
        demonstration: true,
      },
      now,
    ),
  );
  const [other] = await db
    .insert(organisation)
    .values({ id: randomUUID(), name: '別の会社', slug: 'other', createdAt: now })
    .returning();
  await db.insert(membership).values({
    id: randomUUID(),
    organizationId: other?.id ?? '',
    userId: userId ?? '',
    role: 'owner',
    createdAt: now,
  });
  provider = await visitor(portal, 'provider');
  stranger = await visitor(portal, 'stranger');
});
afterAll(() => portal.stop());

const draftOf = async (id: string) => {
  const { db } = portal.platform.connection;
  const [row] = await db.select().from(entryDraft).where(eq(entryDraft.id, id));
  return row?.formValues;
};

describe('a new entry', () => {
  it('is begun once, however often its form is sent', async () => {
    const page = await (await provider.get('/desk/new')).text();
    const [, owner = ''] = /<option value="([^"]*)"/.exec(page) ?? [];
    const form = { id: hidden(page, 'id'), kind: 'initiative', owner };
    const answers = await Promise.all([provider.post('/desk/new', form), provider.post('/desk/new', form)]);
    expect(new Set(answers.map((answer) => answer.headers.get('location'))).size).toBe(1);
  });

  it('asks for what is required first, with the operator filled in; other languages are folded until they are used', async () => {
    const id = await begin(provider);
    const formOf = async () =>
      (await (await provider.get(`/desk/entries/${id}/edit`)).text()).split('<entry-autosave')[1] ?? '';
    const page = await formOf();
    expect(page).toMatch(
      /name="operator.ja"[^>]*value="見本トレーニング株式会社"|value="見本トレーニング株式会社"[^>]*name="operator.ja"/,
    );
    const names = [...page.matchAll(/<(?:input|textarea)[^>]* name="([a-z]+(?:\.\w+)?)"/g)].map(
      ([, name]) => name,
    );
    const asked = names.filter((name) => name !== 'seen' && name !== 'after');
    expect(asked.slice(0, 6)).toEqual([
      'title.ja',
      'summary.ja',
      'description.ja',
      'operator.ja',
      'url',
      'join.ja',
    ]);
    expect(page.match(/<details class="disclosure"/g)).toHaveLength(2);
    expect(page).not.toMatch(/<details class="disclosure" open/);
    await fill(provider, id, 'texts', { ...completeSteps.texts, 'title.en': 'A course' }, 'leave');
    const english = await formOf();
    expect(english.match(/<details class="disclosure" open[^>]*><summary>([^<]+)/)?.[1]).toBe('英語でも書く');
    const tooLong = { ...completeSteps.texts, 'summary.easy': 'あ'.repeat(200) };
    const refused = await (await fill(provider, id, 'texts', tooLong)).text();
    expect(refused).toMatch(/<details class="disclosure" open[^>]*><summary>やさしい日本語でも書く/);
  });

  it('is not begun for an organisation of others', async () => {
    const page = await (await provider.get('/desk/new')).text();
    const answer = await provider.post('/desk/new', {
      id: hidden(page, 'id'),
      kind: 'initiative',
      owner: 'somebody-else',
    });
    expect(answer.status).toBe(400);
  });

  it('is not begun under the id of an entry of others, which stays as it was', async () => {
    const id = await enterAndSend(provider, '人の登録');
    const page = await (await stranger.get('/desk/new')).text();
    const [, owner = ''] = /<option value="([^"]*)"/.exec(page) ?? [];
    await stranger.post('/desk/new', { id, kind: 'initiative', owner });
    expect(await draftOf(id)).toBeUndefined();
    expect(await (await provider.get(`/desk/entries/${id}`)).text()).toContain('人の登録');
  });

  it('keeps what was typed although it is incomplete, and says at each field what is missing', async () => {
    const id = await begin(provider);
    const answer = await fill(provider, id, 'texts', {
      'title.ja': '途中の講座',
      url: 'javascript:alert(1)',
    });
    const page = await answer.text();
    expect(answer.status).toBe(400);
    expect(page).toContain('href="#summary.ja"');
    expect(page).toContain('id="url-error"');
    expect(await draftOf(id)).toMatchObject({ 'title.ja': ['途中の講座'] });
    expect(await (await provider.get('/desk')).text()).toContain('途中の講座');
  });

  it('is saved by the page itself as somebody types', async () => {
    const id = await begin(provider);
    const answer = await fill(provider, id, 'texts', { 'title.ja': '自動で' }, 'stay');
    expect(await answer.json()).toMatchObject({ saved: true, seen: expect.stringContaining('title.ja:') });
    expect(await draftOf(id)).toMatchObject({ 'title.ja': ['自動で'] });
  });

  it('says how long its sentence may be, and how long it is where it is longer', async () => {
    const id = await begin(provider);
    const page = await (await provider.get(`/desk/entries/${id}/edit?step=texts`)).text();
    expect(page).toMatch(/<text-count[^>]*data-for="summary.ja" data-longest="80"/);
    expect(page).toContain('<span id="summary.en-count">160字まで</span>');
    const long = { ...completeSteps.texts, 'summary.ja': 'あ'.repeat(81), 'summary.en': 'a'.repeat(160) };
    const refused = await fill(provider, id, 'texts', long);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('「一文の説明（日本語）」は80字までです（いまは81字）。');
    expect((await fill(provider, id, 'texts', { ...long, 'summary.ja': 'あ'.repeat(80) })).status).toBe(303);
  });

  it('takes no field that its form does not offer', async () => {
    const id = await begin(provider);
    const answer = await fill(provider, id, 'texts', { 'title.ja': '名前', sample: 'true', ownerId: 'x' });
    expect(answer.status).toBe(400);
    expect(await draftOf(id)).toEqual({});
  });

  it('shows script that somebody stored as text', async () => {
    const id = await begin(provider);
    const script = '<script>alert(1)</script>';
    await fill(provider, id, 'texts', {
      ...completeSteps.texts,
      'title.ja': script,
      'description.ja': script,
    });
    for (const path of ['/desk', `/desk/entries/${id}`, `/desk/entries/${id}/check`])
      expect(await (await provider.get(path)).text()).not.toContain(script);
  });
});

describe('two people on one entry', () => {
  it('see both values of what both changed, and neither is overwritten until one chooses', async () => {
    const id = await begin(provider);
    const address = `/desk/entries/${id}/edit?step=texts`;
    const seen = hidden(await (await provider.get(address)).text(), 'seen');
    await provider.post(address, { 'title.ja': '先の値', seen, after: 'stay' });
    const second = await provider.post(address, {
      'title.ja': '後の値',
      'title.en': 'Name',
      seen,
      after: 'next',
    });
    const page = await second.text();
    expect(second.status).toBe(409);
    expect(page).toContain('先の値');
    expect(page).toContain('value="後の値"');
    expect(await draftOf(id)).toMatchObject({ 'title.ja': ['先の値'] });

    const again = { 'title.ja': '後の値', 'title.en': 'Name', seen: hidden(page, 'seen') };
    await provider.post(address, { ...again, take: 'title.ja', after: 'leave' });
    expect(await draftOf(id)).toMatchObject({ 'title.ja': ['先の値'], 'title.en': ['Name'] });
  });
});

it('saves that arrive at the same moment all count, each in its own field', async () => {
  const id = await begin(provider);
  const address = `/desk/entries/${id}/edit?step=texts`;
  const seen = hidden(await (await provider.get(address)).text(), 'seen');
  const inputs = Object.keys(completeSteps.texts);
  const answers = await Promise.all(
    inputs.map((input) => provider.post(address, { [input]: `値 ${input}`, seen, after: 'stay' })),
  );
  expect(answers.map(({ status }) => status)).toEqual(inputs.map(() => 200));
  const typed = await draftOf(id);
  for (const input of inputs) expect(typed?.[input]).toEqual([`値 ${input}`]);
});

it('what is sent after the session ended comes back, and is saved once one signed in again', async () => {
  const id = await begin(provider);
  const address = `/desk/entries/${id}/edit?step=texts`;
  const seen = hidden(await (await provider.get(address)).text(), 'seen');
  const typed = { 'title.ja': '期限切れの<b>後</b>', 'title.en': '', seen, after: 'leave' };
  const nobody = new BrowserSession(portal);
  const answer = await nobody.post(address, typed);
  const page = await answer.text();
  expect(answer.status).toBe(401);
  expect(page).toContain(`action="${address}"`);
  expect(page).toContain('name="title.ja" value="期限切れの&lt;b&gt;後&lt;/b&gt;"');
  expect(await draftOf(id)).toEqual({});
  await nobody.signIn('provider@example.jp');
  await nobody.post(address, typed);
  expect(await draftOf(id)).toMatchObject({ 'title.ja': ['期限切れの<b>後</b>'] });
});

it('a text as long as a chapter is saved', async () => {
  const id = await begin(provider);
  const chapter = '長い説明です。\n'.repeat(3_000);
  await fill(provider, id, 'texts', { 'description.ja': chapter });
  expect((await draftOf(id))?.['description.ja']?.join()).toHaveLength(chapter.length);
});

it('a password is never given back', async () => {
  const answer = await new BrowserSession(portal).post('/desk/new', { kind: 'x', newPassword: 'geheim' });
  expect(await answer.text()).not.toContain('geheim');
});

describe('discarding a draft', () => {
  it('is asked once on a page of its own, then the draft is gone, however often that is said', async () => {
    const id = await begin(provider);
    await fill(provider, id, 'texts', { 'title.ja': '捨てる下書き' });
    expect(await (await provider.get(`/desk/entries/${id}`)).text()).toContain(`/desk/entries/${id}/discard`);
    expect(await (await provider.get(`/desk/entries/${id}/discard`)).text()).toContain('捨てる下書き');
    expect(await draftOf(id)).toBeDefined();
    for (const _ of [1, 2]) {
      const answer = await provider.post(`/desk/entries/${id}/discard`);
      expect(answer.headers.get('location')).toMatch(/^\/desk/);
    }
    expect(await draftOf(id)).toBeUndefined();
    const { db } = portal.platform.connection;
    const acts = await db.select().from(auditEntry).where(eq(auditEntry.objectId, id));
    expect(acts.map(({ action }) => action)).toEqual(['entry.begin', 'entry.discard']);
  });

  it('is refused for what was sent, and for others', async () => {
    const sent = await enterAndSend(provider);
    expect((await provider.post(`/desk/entries/${sent}/discard`)).status).toBe(409);
    expect(await portal.platform.publishing.find(sent)).toBeDefined();
    const id = await begin(provider);
    expect((await stranger.post(`/desk/entries/${id}/discard`)).status).toBe(404);
    expect((await provider.post('/desk/entries/no-such-entry/discard')).status).toBe(404);
    expect(await draftOf(id)).toBeDefined();
  });
});

describe('an entry of somebody else’s organisation', () => {
  it('does not exist for others, whatever they ask of it', async () => {
    const id = await begin(provider);
    for (const path of ['', '/edit', '/check', '/preview'])
      expect((await stranger.get(`/desk/entries/${id}${path}`)).status).toBe(404);
    for (const path of ['/edit', '/submit', '/withdraw', '/confirm'])
      expect((await stranger.post(`/desk/entries/${id}${path}`, { reason: 'x' })).status).toBe(404);
    expect(await (await stranger.get('/desk')).text()).not.toContain(id);
  });
});

describe('sending', () => {
  it('is refused while anything is missing', async () => {
    const id = await begin(provider);
    const answer = await provider.post(`/desk/entries/${id}/submit`, { reason: '早すぎる' });
    expect(answer.status).toBe(400);
    expect(await portal.platform.publishing.find(id)).toBeUndefined();
  });

  it('makes a revision of what was typed, once, and writes it into the audit log', async () => {
    const id = await enterAndSend(provider);
    const found = await portal.platform.publishing.find(id);
    expect(found).toMatchObject({ state: 'submitted', currentRevision: 1 });
    await provider.post(`/desk/entries/${id}/submit`, { reason: '二度目' });
    expect(await portal.platform.publishing.history(id)).toHaveLength(1);
    expect(await draftOf(id)).toBeUndefined();
    const { db } = portal.platform.connection;
    const acts = await db.select().from(auditEntry).where(eq(auditEntry.objectId, id));
    expect(acts.map(({ action }) => action)).toEqual(['entry.begin', 'entry.submit']);
  });

  it('closes the form until the reviewer is done, and loses nothing that is typed late', async () => {
    const id = await enterAndSend(provider);
    expect((await provider.get(`/desk/entries/${id}/edit`)).headers.get('location')).toBe(
      `/desk/entries/${id}`,
    );
    const late = { 'title.ja': '遅れた値', seen: '', after: 'next' };
    const answer = await provider.post(`/desk/entries/${id}/edit?step=texts`, late);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('遅れた値');
  });

  it('is not taken from another site', async () => {
    const id = await begin(provider);
    const answer = await provider.post(
      `/desk/entries/${id}/submit`,
      { reason: 'x' },
      { 'sec-fetch-site': 'cross-site' },
    );
    expect(answer.status).toBe(403);
  });
});

it('an entry is previewed as the page it will be, once nothing is missing', async () => {
  const early = await begin(provider);
  await fill(provider, early, 'texts', completeSteps.texts);
  expect((await provider.get(`/desk/entries/${early}/preview`)).headers.get('location')).toBe(
    `/desk/entries/${early}/check`,
  );
  const ready = await write(provider, '見たい講座');
  const page = await (await provider.get(`/desk/entries/${ready}/preview`)).text();
  expect(page).toContain('見たい講座');
  expect(page).toContain('<h1>内容</h1>');
});

it('what was sent can be withdrawn with a reason, and stays in the list', async () => {
  const id = await enterAndSend(provider, '取り下げる講座');
  expect((await provider.post(`/desk/entries/${id}/withdraw`, { reason: '' })).status).toBe(400);
  await provider.post(`/desk/entries/${id}/withdraw`, { reason: 'やり直します' });
  expect((await portal.platform.publishing.find(id))?.state).toBe('withdrawn');
  expect(await (await provider.get('/desk')).text()).toContain('取り下げる講座');
});

it('what the office withdraws is told to the people behind it, with the reason', async () => {
  const { db } = portal.platform.connection;
  const mailsAbout = async (id: string) => {
    const rows = await db.select().from(mailMessage);
    return rows.filter(({ key }) => key.startsWith(`desk.withdrawn/${id}/`));
  };
  const own = await enterAndSend(provider, '自分で取り下げる講座');
  await provider.post(`/desk/entries/${own}/withdraw`, { reason: 'やり直します' });
  expect(await mailsAbout(own)).toEqual([]);

  const id = await enterAndSend(provider, '事務局が取り下げる講座');
  const editor = await visitor(portal, 'editor');
  await editor.post(`/desk/entries/${id}/withdraw`, { reason: '講座は終わったと聞きました' });
  const mails = await mailsAbout(id);
  expect(mails.map(({ toAddress }) => toAddress)).toEqual(['provider@example.jp']);
  expect(mails[0]?.subject).toContain('事務局が取り下げる講座');
  expect(mails[0]?.text).toContain('講座は終わったと聞きました');
  const page = await (await provider.get(`/desk/entries/${id}`)).text();
  expect(page).toContain('講座は終わったと聞きました');
  expect(page).not.toContain('見本 編集者');
});

describe('related records', () => {
  const step = (id: string, query = '') => `/desk/entries/${id}/edit?step=more${query}`;
  const page = async (id: string, query = '') => (await provider.get(step(id, query))).text();
  const related = async (id: string) => (await draftOf(id))?.related;

  /** Sends the step as its page stands, with something typed or pressed. */
  async function press(id: string, changes: Record<string, string>): Promise<Response> {
    const shown = await page(id);
    const form = new URLSearchParams({ seen: hidden(shown, 'seen') });
    for (const [, each = ''] of shown.matchAll(/<input type="hidden" name="related" value="([^"]*)"/g))
      form.append('related', each);
    for (const [name, value] of Object.entries(changes)) form.append(name, value);
    return provider.post(step(id), form);
  }

  it('are searched and picked by the form’s own buttons, and nothing typed is lost', async () => {
    const id = await write(provider);
    const searched = await press(id, { 'note.ja': '書きかけの注意', picking: 'CYDER', after: 'pick' });
    expect(searched.status).toBe(303);
    expect(searched.headers.get('location')).toBe(`${step(id)}&picking=CYDER#picking`);
    const found = await page(id, '&picking=CYDER');
    expect(found).toContain('value="pick related cyder"');
    expect(found).toContain('書きかけの注意');
    expect((await press(id, { 'note.ja': '書きかけの注意', act: 'pick related cyder' })).status).toBe(303);
    expect(await related(id)).toEqual(['cyder']);
    expect(await page(id)).toMatch(/<span>[^<]*CYDER/);
    expect(await (await provider.get(`/desk/entries/${id}/check`)).text()).toMatch(/CYDER[^<]*<\/dd>/);
    await press(id, { 'note.ja': '書きかけの注意', act: 'remove related cyder' });
    expect(await related(id)).toEqual([]);
    expect((await draftOf(id))?.['note.ja']).toEqual(['書きかけの注意']);
  });

  it('do not offer the entry itself, and take no more than an id', async () => {
    const id = await write(provider);
    expect((await press(id, { act: 'pick related <script>' })).status).toBe(409);
    expect((await press(id, { act: 'pick title.ja cyder' })).status).toBe(409);
    expect((await related(id)) ?? []).toEqual([]);
  });

  it('of a draft that holds them one a line are read and moved one by one', async () => {
    const id = await write(provider);
    const { db } = portal.platform.connection;
    const formValues = { ...(await draftOf(id)), related: ['cyder\njvn'] };
    await db.update(entryDraft).set({ formValues }).where(eq(entryDraft.id, id));
    expect(await page(id)).toContain('value="remove related jvn"');
    await press(id, { act: 'down related cyder' });
    expect(await related(id)).toEqual(['jvn', 'cyder']);
  });
});
