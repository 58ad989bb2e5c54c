import { eq, like } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BrowserSession } from '../../../../test/browser-session.ts';
import { completeSteps, enterAndSend, fill, visitor } from '../../../../test/editorial-visitors.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { auditEntry } from '../../../platform/audit/schema.ts';
import { entryForms } from '../../../platform/editing/form/entry-form.ts';
import { siteUser } from '../../../platform/identity/schema.ts';
import { mailMessage } from '../../../platform/mail/schema.ts';
import { Renewal } from './renewal.ts';

let portal: TestPortal;
let provider: BrowserSession;
let editor: BrowserSession;
let admin: BrowserSession;
let renewal: Renewal;
let id: string;

const reviewer = { id: 'reviewer', organisationId: null };
const day = 86_400_000;

beforeAll(async () => {
  portal = await openTestPortal();
  provider = await visitor(portal, 'provider');
  editor = await visitor(portal, 'editor');
  admin = await visitor(portal, 'admin');
  renewal = new Renewal(portal.platform, entryForms(portal.platform.kinds));
});
afterAll(() => portal.stop());

beforeEach(async () => {
  id = await enterAndSend(provider, '続く講座');
  const { publishing } = portal.platform;
  for (const action of ['start-review', 'approve'] as const)
    expect((await publishing.act(id, action, reviewer, 'test', new Date())).ok).toBe(true);
});

const row = async () => {
  const found = await portal.platform.publishing.find(id);
  if (!found?.expiresAt) throw new Error('it does not expire');
  return { ...found, expiresAt: found.expiresAt };
};
const reminders = () => {
  const { db } = portal.platform.connection;
  return db
    .select()
    .from(mailMessage)
    .where(like(mailMessage.key, `renewal/${id}/%`));
};

/** Path of the confirming page in the newest reminder. */
async function linkPath(): Promise<string> {
  const { expiresAt } = await row();
  await renewal.remind(new Date(expiresAt.getTime() - 5 * day));
  const [mail] = await reminders();
  return /(\/renew\/\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
}

describe('a published entry', () => {
  it('reminds its owners 60, 30 and 7 days before, once each', async () => {
    const { expiresAt } = await row();
    const counts: number[] = [];
    for (const left of [61, 60, 59, 30, 29, 7, 7, 1]) {
      await renewal.remind(new Date(expiresAt.getTime() - left * day));
      counts.push((await reminders()).length);
    }
    expect(counts).toEqual([0, 1, 1, 2, 2, 3, 3, 3]);
  });

  it('costs a day’s reminding no more questions to the database where there are many of them', async () => {
    const questions = async (at: Date) => {
      const { connection } = portal.platform;
      let asked = 0;
      const db = new Proxy(connection.db, {
        get(target, name, self) {
          if (name === 'select' || name === 'transaction') asked += 1;
          return Reflect.get(target, name, self);
        },
      });
      const counting = { ...portal.platform, connection: { ...connection, db } };
      await new Renewal(counting, entryForms(portal.platform.kinds)).remind(at);
      return asked;
    };
    const { expiresAt, ownerId } = await row();
    const at = new Date(expiresAt.getTime() - 29 * day);
    await renewal.remind(at);
    const before = await questions(at);
    const former = (await portal.platform.publishing.revision(id, 1))?.data;
    for (let each = 0; each < 10; each += 1) {
      const entry = {
        id: `many-${each}`,
        kind: 'initiative',
        data: former,
        reason: 'x',
        confirmedOn: '2026-11-01',
      };
      const own = { ...entry, ownerId: ownerId ?? undefined };
      expect(await portal.platform.publishing.publishDirectly(own, new Date())).toMatchObject({ ok: true });
    }
    await renewal.remind(at);
    const many = await portal.platform.connection.db
      .select()
      .from(mailMessage)
      .where(like(mailMessage.key, 'renewal/many-%'));
    expect(many).toHaveLength(10);
    expect(await questions(at)).toBe(before);
  });

  it('is confirmed by a link whose opening alone changes nothing, and which works once', async () => {
    const path = await linkPath();
    const { expiresAt } = await row();
    const opened = await portal.get(path);
    expect(opened.status).toBe(200);
    expect(await opened.text()).toContain('続く講座');
    expect((await row()).expiresAt).toEqual(expiresAt);
    expect((await portal.post(path, {}, { 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect((await row()).expiresAt.getTime()).toBeGreaterThan(expiresAt.getTime());
    expect((await portal.post(path, {}, { 'sec-fetch-site': 'same-origin' })).status).toBe(410);
  });

  it('reminds nobody who is suspended, and is not confirmed by a link that they were sent before', async () => {
    const path = await linkPath();
    const { db } = portal.platform.connection;
    const suspended = (at: Date | null) =>
      db.update(siteUser).set({ suspendedAt: at }).where(eq(siteUser.email, 'provider@example.jp'));
    await suspended(new Date());
    const { expiresAt } = await row();
    const before = (await reminders()).length;
    await renewal.remind(new Date(expiresAt.getTime() - 29 * day));
    expect(await reminders()).toHaveLength(before);
    expect((await portal.get(path)).status).toBe(410);
    await suspended(null);
    const asked = await portal.get(path);
    expect(asked.status).toBe(200);
    expect(await asked.text()).toContain('href="/initiatives/');
  });

  it('is not confirmed by a link that somebody changed', async () => {
    const path = await linkPath();
    // The last letter also holds bits that mean nothing, so one before it is changed.
    const changed = path.slice(0, -3) + (path.at(-3) === 'A' ? 'B' : 'A') + path.slice(-2);
    expect((await portal.get(changed)).status).toBe(410);
    expect((await portal.get('/renew/nonsense')).status).toBe(410);
  });

  it('expires when nobody confirms it', async () => {
    const { expiresAt } = await row();
    const { expired } = await portal.platform.publishing.runDue(new Date(expiresAt.getTime() + 1));
    expect(expired).toContain(id);
    expect(await (await provider.get(`/desk/entries/${id}`)).text()).toContain('期限切れ');
  });

  it('is confirmed at the desk by its owner', async () => {
    const before = await row();
    const answer = await provider.post(`/desk/entries/${id}/confirm`);
    expect(answer.headers.get('location')).toContain('done=confirmed');
    expect((await row()).expiresAt.getTime()).toBeGreaterThanOrEqual(before.expiresAt.getTime());
  });
});

describe('an entry that expired', () => {
  const expire = async () => {
    const { expiresAt } = await row();
    await portal.platform.publishing.runDue(new Date(expiresAt.getTime() + 1));
    return expiresAt;
  };

  it('is told of once, with a link that brings it back for 90 days', async () => {
    const expiresAt = await expire();
    for (const days of [0.1, 1, 6, 20]) await renewal.remind(new Date(expiresAt.getTime() + days * day));
    const mails = (await reminders()).filter(({ key }) => key.includes('/0/'));
    expect(mails).toHaveLength(1);
    const [, token = ''] = /\/renew\/(\S+)/.exec(mails[0]?.text ?? '') ?? [];
    const late = (days: number) => new Date(expiresAt.getTime() + days * day);
    expect((await renewal.open(token, late(91))).ok).toBe(false);
    expect(await renewal.confirm(token, null, late(80))).toMatchObject({ ok: true });
    expect((await row()).state).toBe('published');
    expect((await renewal.open(token, late(81))).ok).toBe(false);
  });

  it('is confirmed at the desk too', async () => {
    await expire();
    const page = await (await provider.get(`/desk/entries/${id}`)).text();
    expect(page).toContain(`/desk/entries/${id}/confirm`);
    await provider.post(`/desk/entries/${id}/confirm`);
    expect((await row()).state).toBe('published');
  });
});

describe('suspending', () => {
  const mails = () => {
    const { db } = portal.platform.connection;
    return db
      .select()
      .from(mailMessage)
      .where(like(mailMessage.key, `%/${id}/%`));
  };

  it('takes an entry off the site at once; its owner is told why, by mail and at the desk', async () => {
    await editor.post(`/desk/entries/${id}/suspend`, { haltReason: '公式ページが改ざんされています' });
    expect((await row()).state).toBe('suspended');
    await expect.poll(async () => (await portal.get(`/initiatives/${id}`)).status).toBe(404);
    const [mail] = await mails();
    expect(mail?.subject).toContain('一時停止');
    expect(mail?.text).toContain('改ざん');
    const page = await (await provider.get(`/desk/entries/${id}`)).text();
    expect(page).toContain('改ざん');
    expect(page).not.toContain('見本 編集者');
    await editor.post(`/desk/entries/${id}/resume`, { haltReason: '直りました' });
    expect((await row()).state).toBe('published');
  });

  it('needs a reason, and somebody of the body', async () => {
    const form = { haltReason: '  ' };
    expect((await editor.post(`/desk/entries/${id}/suspend`, form)).status).toBe(400);
    const reason = { haltReason: 'わたしが止めます' };
    expect((await provider.post(`/desk/entries/${id}/suspend`, reason)).status).toBe(403);
    expect((await row()).state).toBe('published');
  });
});

describe('a change of a published entry', () => {
  it('goes through review while what was approved stays on the site', async () => {
    await expect.poll(async () => (await portal.get(`/initiatives/${id}`)).status).toBe(200);
    await fill(provider, id, 'texts', { ...completeSteps.texts, 'title.ja': '新しい名前の講座' });
    await provider.post(`/desk/entries/${id}/submit`, { reason: '名前を変えました' });
    expect((await row()).state).toBe('submitted');
    expect(await (await portal.get(`/initiatives/${id}`)).text()).toContain('続く講座');
    const { publishing } = portal.platform;
    for (const action of ['start-review', 'approve'] as const)
      await publishing.act(id, action, reviewer, 'test', new Date());
    await expect
      .poll(async () => (await portal.get(`/initiatives/${id}`)).text())
      .toContain('新しい名前の講座');
  });
});

describe('the history', () => {
  it('shows its revisions to its owner without the names of the body’s people', async () => {
    const page = await (await provider.get(`/desk/entries/${id}/history`)).text();
    expect(page).toContain('第1版');
    expect(page).toContain('見本 登録者');
  });

  it('brings an earlier revision back as the newest, by editors only', async () => {
    const { publishing } = portal.platform;
    const [first] = await publishing.history(id);
    const changed = { ...(first?.data as object), title: { ja: '変えた名前' } };
    await publishing.revise(id, { data: changed, reason: 'x', basedOn: 1 }, reviewer, new Date());
    expect((await provider.post(`/desk/entries/${id}/restore`, { revision: '1' })).status).toBe(403);
    expect((await editor.post(`/desk/entries/${id}/restore`, { revision: '9' })).status).toBe(400);
    await editor.post(`/desk/entries/${id}/restore`, { revision: '1' });
    const history = await publishing.history(id);
    expect(history).toHaveLength(3);
    expect(history[2]?.data).toEqual(first?.data);
    expect((await publishing.find(id))?.state).toBe('draft');
    const compared = await (await provider.get(`/desk/entries/${id}/history?from=2&to=3`)).text();
    expect(compared).toContain('<ins>');
  });
});

describe('the audit log', () => {
  it('is read and exported by administrators; no cell of it is a formula', async () => {
    const { db } = portal.platform.connection;
    const act = { action: '=cmd()', objectKind: 'entry', objectId: '+1', detail: {}, network: null };
    await db.insert(auditEntry).values({ at: new Date(), actorId: 'system', ...act });
    expect(await (await admin.get('/admin/audit')).text()).toContain('=cmd()');
    const answer = await admin.get('/admin/audit/export');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
    const csv = await answer.text();
    expect(csv).toContain(`"'=cmd()"`);
    expect(csv).toContain(`"'+1"`);
    const [newest, before] = csv.split('\r\n').slice(1);
    expect(newest).toMatch(/,"[0-9a-f]{64}","[0-9a-f]{64}"$/);
    expect(newest?.split(',').at(-2)).toBe(before?.split(',').at(-1));
    expect(csv).toContain('"entry.submit"');
    expect((await editor.get('/admin/audit/export')).status).toBe(403);
  });

  it('is narrowed by who, what, which and when, on the page and in the file alike', async () => {
    const { db } = portal.platform.connection;
    const act = { objectKind: 'thing', objectId: 'thing-1', detail: {}, network: null };
    const times = ['2020-01-01T14:59:59Z', '2020-01-01T15:00:00Z', '2020-01-02T15:00:00Z'];
    for (const [index, at] of times.entries())
      await db
        .insert(auditEntry)
        .values({ ...act, at: new Date(at), actorId: 'system', action: `test.act-${index}` });
    const found = async (query: string) => {
      const csv = await (await admin.get(`/admin/audit/export?${query}`)).text();
      const page = await (await admin.get(`/admin/audit?${query}`)).text();
      const acts = [...csv.matchAll(/"(test\.act-\d)"/g)].map(([, name]) => name);
      for (const name of acts) expect(page).toContain(`>${name}</td>`);
      return acts;
    };
    expect(await found('object=thing-1')).toEqual(['test.act-2', 'test.act-1', 'test.act-0']);
    expect(await found('object=thing&from=2020-01-02&to=2020-01-02')).toEqual(['test.act-1']);
    expect(await found('action=test.act-2&who=system')).toEqual(['test.act-2']);
    expect(await found('who=%25&object=thing-1')).toEqual([]);
    expect(await found('object=thing-1&from=nonsense')).toHaveLength(3);
    const people = await (await admin.get('/admin/audit/export?who=provider@')).text();
    expect(people).toContain('"entry.submit"');
    const entries = await (
      await admin.get(`/admin/audit/export?object=${encodeURIComponent('登録')}`)
    ).text();
    expect(entries).toContain('"entry.submit"');
    expect(entries).not.toContain('"session.start"');
    expect(await (await admin.get('/admin/audit?who=provider@')).text()).toContain(
      '>登録を審査に送った</td>',
    );
    expect(people).not.toContain('test.act');
  });

  it('is read page by page within what was asked for', async () => {
    const { db } = portal.platform.connection;
    const act = { at: new Date(), actorId: 'system', objectKind: 'page', detail: {}, network: null };
    const rows = Array.from({ length: 130 }, (_, index) => ({
      ...act,
      action: 'test.many',
      objectId: `o${index}`,
    }));
    await db.insert(auditEntry).values(rows);
    const first = await (await admin.get('/admin/audit?action=test.many')).text();
    const [, more = ''] = /href="\/admin\/audit\?(action=test\.many[^"]*)"/.exec(first) ?? [];
    const second = await (await admin.get(`/admin/audit?${more.replaceAll('&amp;', '&')}`)).text();
    expect([first, second].map((page) => page.match(/<code[^>]*>o\d+</g)?.length)).toEqual([100, 30]);
  });
});
