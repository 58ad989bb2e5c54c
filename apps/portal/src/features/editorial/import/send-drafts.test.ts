import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserSession } from '../../../../test/browser-session.ts';
import { fill, formValuesIn, visitor } from '../../../../test/editorial-visitors.ts';
import { ImportFiles } from '../../../../test/import-files.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { auditEntry } from '../../../platform/audit/schema.ts';
import { entryDraft } from '../../../platform/editing/schema.ts';

let portal: TestPortal;
let provider: BrowserSession;
let reviewer: BrowserSession;
let files: ImportFiles;

beforeAll(async () => {
  portal = await openTestPortal();
  provider = await visitor(portal, 'provider');
  reviewer = await visitor(portal, 'reviewer');
  files = await ImportFiles.for(portal, provider);
});
afterAll(() => portal.stop());

const pageOf = async (id: string) => (await provider.get(`/desk/import/${id}`)).text();
const stateOf = async (id: string) => (await portal.platform.publishing.find(id))?.state;
async function draftNamed(title: string): Promise<string> {
  const drafts = await portal.platform.connection.db.select().from(entryDraft);
  return drafts.find(({ formValues }) => formValues['title.ja']?.[0] === title)?.id ?? '';
}
async function sendAll(id: string, reason = 'まとめて送ります') {
  const answer = await provider.post(`/desk/import/${id}/send`, { reason });
  return { status: answer.status, upload: await files.settled(id) };
}

describe('the drafts of an import', () => {
  it('are sent together, and what one lacks is listed with a link to it', async () => {
    const names = ['まとめて送る講座一', 'まとめて送る講座二', '足りない講座'];
    const { id } = await files.upload(files.csv(names.map((name) => files.row({ '名前（日本語）': name }))));
    await files.take(id);
    expect(await pageOf(id)).toContain('下書き3件を審査に送る');
    const ids = await Promise.all(names.map(draftNamed));
    const [one = '', two = '', lacking = ''] = ids;
    const texts = formValuesIn(await (await provider.get(`/desk/entries/${lacking}/edit?step=texts`)).text());
    await fill(provider, lacking, 'texts', { ...texts, 'summary.ja': '', 'operator.ja': '' }, 'leave');

    const { upload } = await sendAll(id);
    expect(upload).toMatchObject({ state: 'done', counts: { sent: 2, draft: 1 } });
    expect(await Promise.all([one, two, lacking].map(stateOf))).toEqual([
      'submitted',
      'submitted',
      undefined,
    ]);
    const page = await pageOf(id);
    expect(page).toContain(`href="/desk/entries/${lacking}/check"`);
    expect(page).toContain('「一文の説明（日本語）」を入れてください。');
    expect(page).toContain('「実施主体（日本語）」を入れてください。');
    expect(page).toContain('下書き1件を審査に送る');

    await fill(provider, lacking, 'texts', texts, 'leave');
    expect((await sendAll(id)).upload.counts).toMatchObject({ sent: 3, draft: 0 });
    expect(await pageOf(id)).not.toContain('を審査に送る</span>');
    const { db } = portal.platform.connection;
    const sent = and(eq(auditEntry.objectId, id), eq(auditEntry.action, 'import.send'));
    expect(await db.select().from(auditEntry).where(sent)).toHaveLength(2);
  });

  it('that was thrown away does not come back, and what was sent by hand is not sent twice', async () => {
    const names = ['捨てる講座', '手で送る講座'];
    const { id } = await files.upload(files.csv(names.map((name) => files.row({ '名前（日本語）': name }))));
    await files.take(id);
    const [discarded = '', byHand = ''] = await Promise.all(names.map(draftNamed));
    await provider.post(`/desk/entries/${discarded}/discard`);
    await provider.post(`/desk/entries/${byHand}/submit`, { reason: '先に送ります' });
    const { upload } = await sendAll(id);
    expect(upload.counts).toMatchObject({ sent: 1, draft: 0 });
    expect(await draftNamed('捨てる講座')).toBe('');
    expect(await stateOf(discarded)).toBeUndefined();
    expect(await portal.platform.publishing.history(byHand)).toHaveLength(1);
  });

  it('need a word for the reviewer, and are sent by nobody else', async () => {
    const { id } = await files.upload(files.csv([files.row({ '名前（日本語）': '理由のいる講座' })]));
    await files.take(id);
    const silent = await provider.post(`/desk/import/${id}/send`, { reason: ' ' });
    expect(silent.status).toBe(400);
    expect(await silent.text()).toContain('審査担当へのひとこと');
    expect((await reviewer.post(`/desk/import/${id}/send`, { reason: '送ります' })).status).toBe(403);
    expect(await stateOf(await draftNamed('理由のいる講座'))).toBeUndefined();
  });
});
