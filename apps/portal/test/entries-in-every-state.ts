import { randomUUID } from 'node:crypto';
import { csvLine } from '@kakehashi/spreadsheets';
import { eq } from 'drizzle-orm';
import { standingCriteria } from '../src/features/editorial/calls/index.ts';
import { importUpload } from '../src/features/editorial/import/schema.ts';
import { publication } from '../src/platform/publishing/schema.ts';
import { readSheet } from '../src/platform/workers/sheet-reading.ts';
import type { BrowserSession } from './browser-session.ts';
import { openCall } from './call-form.ts';
import { begin, completeSteps, enterAndSend, fill, hidden, visitor } from './editorial-visitors.ts';
import type { TestPortal } from './test-portal.ts';

/** An entry in each state, imports, a call, and editors' documents. */
export interface EntriesInEveryState {
  entries: Record<EntryState, string>;
  imports: Record<'faulty' | 'underWay' | 'taken', string>;
  call: string;
  feature: string;
  webhook: string;
  organisation: string;
  user: string;
  mail: string;
}

type EntryState =
  | 'draft'
  | 'submitted'
  | 'inReview'
  | 'changesRequested'
  | 'declined'
  | 'scheduled'
  | 'published'
  | 'publishedChanging'
  | 'suspended'
  | 'expired'
  | 'withdrawn';

interface People {
  provider: BrowserSession;
  editor: BrowserSession;
  reviewer: BrowserSession;
  admin: BrowserSession;
}

/** Origin that a webhook leads to; nothing listens there. */
export const hookOrigin = 'http://127.0.0.1:9';

/** Creates them through the portal's own forms. */
export async function createEntries(portal: TestPortal): Promise<EntriesInEveryState> {
  const [provider, editor, reviewer, admin] = await Promise.all(
    ['provider', 'editor', 'reviewer', 'admin'].map((name) => visitor(portal, name)),
  );
  if (!provider || !editor || !reviewer || !admin) throw new Error('nobody signed in');
  const people = { provider, editor, reviewer, admin };
  const entries = await layOutEntries(portal, people);
  await provider.post(`/reports/${entries.published}`, { body: '電話番号が違います', email: 'a@example.jp' });
  const feature = 'unfinished';
  await editor.post('/editing/new/feature', { id: feature, title: '書きかけの特集' });
  await editor.post('/editing/new/redirects');
  const hook = await admin.post('/admin/webhooks/new', {
    name: '受け取る側',
    url: `${hookOrigin}/hook`,
  });
  const page = async (path: string) => (await admin.get(path)).text();
  const organisation = firstId(await page('/admin/organisations'), '/organisations/');
  const token = { name: '夜間のまとめ', days: '30', 'scope.read': 'on' };
  await provider.post(`/organisations/${organisation}/access-tokens`, token);
  return {
    entries,
    imports: await layOutImports(portal, provider),
    call: await openCall(editor, portal.platform.now()),
    feature,
    webhook: firstId(await hook.text(), '/admin/webhooks/'),
    organisation,
    user: firstId(await page('/admin/users'), '/admin/users/'),
    mail: firstId(await page('/admin/mail'), '/admin/mail/'),
  };
}

function firstId(page: string, before: string): string {
  const [, id] = new RegExp(`href="${before}([\\w-]{20,})"`).exec(page) ?? [];
  if (!id) throw new Error(`nothing leads to ${before}`);
  return id;
}

async function layOutEntries(portal: TestPortal, people: People): Promise<EntriesInEveryState['entries']> {
  const { provider, editor, reviewer } = people;
  const sent = (title: string) => enterAndSend(provider, title);
  const taken = async (title: string) => {
    const id = await sent(title);
    await reviewer.post(`/review/${id}/assign`);
    await reviewer.post(`/review/${id}/comment`, { field: 'summary', body: 'だれのための講座ですか' });
    return id;
  };
  const decided = async (title: string, action: string, at = '') => {
    const id = await taken(title);
    const form = new URLSearchParams({ action, at, reason: '確かめました', despite: '知っています' });
    for (const { id: criterion } of standingCriteria) form.append('met', criterion);
    await reviewer.post(`/review/${id}/decide`, form);
    return id;
  };
  const entries = {
    draft: await begin(provider),
    submitted: await sent('審査待ちの講座'),
    inReview: await taken('審査中の講座'),
    changesRequested: await decided('修正を頼まれた講座', 'request-changes'),
    declined: await decided('見送られた講座', 'decline'),
    scheduled: await decided('日を決めた講座', 'schedule', '2099-01-01T09:00'),
    published: await decided('公開中の講座', 'approve'),
    publishedChanging: await decided('直している講座', 'approve'),
    suspended: await decided('止められた講座', 'approve'),
    expired: await decided('期限の過ぎた講座', 'approve'),
    withdrawn: await sent('取り下げた講座'),
  };
  const evidence = new FormData();
  evidence.set('evidence', new File(['%PDF-1.7\n'], '根拠.pdf', { type: 'application/pdf' }));
  await provider.upload(`/desk/entries/${entries.draft}/evidence`, evidence);
  await fill(provider, entries.publishedChanging, 'texts', {
    ...completeSteps.texts,
    'title.ja': '書き直した講座',
  });
  await editor.post(`/desk/entries/${entries.suspended}/suspend`, { haltReason: '連絡が取れません' });
  await provider.post(`/desk/entries/${entries.withdrawn}/withdraw`, { reason: 'やり直します' });
  const { connection, publishing, now } = portal.platform;
  const yesterday = new Date(now().getTime() - 86_400_000);
  await connection.db
    .update(publication)
    .set({ expiresAt: yesterday })
    .where(eq(publication.id, entries.expired));
  await publishing.runDue(now());
  return entries;
}

/** Files that were read: one with errors, one that is being taken, one that was taken. */
async function layOutImports(
  portal: TestPortal,
  provider: BrowserSession,
): Promise<EntriesInEveryState['imports']> {
  const { db } = portal.platform.connection;
  const template = await provider.get('/desk/import/template/initiative.csv');
  const [headings = [], example = []] = (await readSheet(Buffer.from(await template.arrayBuffer()))).rows;
  const page = await (await provider.get('/desk/import')).text();
  const [, owner = ''] = /<option value="([^"]+)"/.exec(page) ?? [];

  const stateIs = async (id: string, state: string) => {
    for (;;) {
      const [upload] = await db.select().from(importUpload).where(eq(importUpload.id, id));
      if (upload?.state === state) return;
      if (upload?.fault) throw new Error(upload.fault.en);
      await new Promise(setImmediate);
    }
  };
  const read = async (address: string) => {
    const id = hidden(await (await provider.get('/desk/import')).text(), 'id') || randomUUID();
    const rows = [0, 1].map((row) =>
      example.map((cell, column) => {
        if (column === 0) return `${id}-${row}`;
        return headings[column]?.startsWith('公式ページ') && row === 1 ? address : cell;
      }),
    );
    const form = new FormData();
    for (const [name, value] of Object.entries({ id, kind: 'initiative', owner })) form.set(name, value);
    form.set('file', new File([[headings, ...rows].map(csvLine).join('')], '一覧.csv'));
    await provider.upload('/desk/import', form);
    await stateIs(id, 'checked');
    return id;
  };
  const takenFrom = async (id: string) => {
    await provider.post(`/desk/import/${id}`, { rows: 'valid', send: 'no', reason: '' });
    await stateIs(id, 'done');
    return id;
  };
  const underWay = await takenFrom(await read('https://example.jp/1'));
  // Its state between two batches.
  await db.update(importUpload).set({ state: 'running', position: 1 }).where(eq(importUpload.id, underWay));
  return {
    faulty: await read('www.example.jp'),
    underWay,
    taken: await takenFrom(await read('https://example.jp/2')),
  };
}
