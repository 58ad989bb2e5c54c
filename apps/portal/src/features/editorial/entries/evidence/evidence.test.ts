import { chmod, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserSession } from '../../../../../test/browser-session.ts';
import { begin, enterAndSend, visitor } from '../../../../../test/editorial-visitors.ts';
import { openTestPortal, type TestPortal } from '../../../../../test/test-portal.ts';
import { auditEntry } from '../../../../platform/audit/schema.ts';
import { entryDraft } from '../../../../platform/editing/schema.ts';
import { evidenceFile } from '../schema.ts';
import { sweepEvidence } from './evidence.ts';
import { EvidenceStore } from './evidence-store.ts';
import { scanFile } from './scanning.ts';

let portal: TestPortal;
let provider: BrowserSession;
let reviewer: BrowserSession;
let store: EvidenceStore;

beforeAll(async () => {
  portal = await openTestPortal();
  provider = await visitor(portal, 'provider');
  reviewer = await visitor(portal, 'reviewer');
  store = new EvidenceStore(portal.platform.config.dataDir);
});
afterAll(() => portal.stop());

const pdf = Buffer.from('%PDF-1.7\n%…\n');
const office = (main: string, ...more: string[]) =>
  Buffer.from(
    zipSync(
      Object.fromEntries(['[Content_Types].xml', main, ...more].map((name) => [name, strToU8('<x/>')])),
    ),
  );

async function attach(to: TestPortal, browser: BrowserSession, id: string, name: string, bytes: Buffer) {
  const form = new FormData();
  form.set('evidence', new File([new Uint8Array(bytes)], name));
  const answer = await browser.upload(`/desk/entries/${id}/evidence`, form);
  const rows = await filesOf(to, id);
  return { answer, file: rows.at(-1) };
}

async function filesOf(of: TestPortal, id: string) {
  const { db } = of.platform.connection;
  return db.select().from(evidenceFile).where(eq(evidenceFile.entryId, id)).orderBy(evidenceFile.createdAt);
}

describe('a file of evidence', () => {
  it('is kept under an id of its own, and given only to members and staff, only to be saved', async () => {
    const id = await begin(provider);
    const { answer, file } = await attach(portal, provider, id, '実績の一覧 "2026".pdf', pdf);
    expect(answer.status).toBe(303);
    expect(file).toMatchObject({ name: '実績の一覧 2026.pdf', mediaType: 'application/pdf', state: 'kept' });
    const path = store.pathOf(file?.id ?? '');
    expect(path).not.toContain('実績');
    expect(await readFile(path)).toEqual(pdf);
    const address = `/desk/entries/${id}/evidence/${file?.id}`;
    for (const browser of [provider, reviewer]) {
      const given = await browser.get(address);
      expect(Buffer.from(await given.arrayBuffer())).toEqual(pdf);
      expect(given.headers.get('x-content-type-options')).toBe('nosniff');
      expect(given.headers.get('content-disposition')).toMatch(
        /^attachment; filename="[ -~]+"; filename\*=UTF-8''%E5/,
      );
    }
    expect((await portal.get(address)).status).toBe(303);
    expect((await provider.get(`/desk/entries/${await begin(provider)}/evidence/${file?.id}`)).status).toBe(
      404,
    );
    const acts = await portal.platform.connection.db
      .select()
      .from(auditEntry)
      .where(eq(auditEntry.objectId, id));
    expect(acts.map(({ action }) => action)).toContain('evidence.attach');
  });

  it.each([
    ['a.png', Buffer.from('\x89PNG\r\n\x1a\n…', 'latin1')],
    ['a.JPG', Buffer.from('\xff\xd8\xff\xe0', 'latin1')],
    ['a.webp', Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1')],
    ['a.xlsx', office('xl/workbook.xml')],
    ['a.docx', office('word/document.xml')],
    ['a.csv', Buffer.from('名前,説明')],
    ['メモ.txt', Buffer.from('8358', 'hex')],
  ])('is taken as %s', async (name, bytes) => {
    const id = await begin(provider);
    expect((await attach(portal, provider, id, name, bytes)).answer.status).toBe(303);
  });

  it.each([
    ['a page', 'a.html', Buffer.from('<script>alert(1)</script>')],
    ['a picture that can hold script', 'a.svg', Buffer.from('<svg onload="alert(1)"/>')],
    ['a page called a picture', 'a.png', Buffer.from('<script>alert(1)</script>')],
    ['a program called a document', 'a.pdf', Buffer.from('MZ\x90\0', 'latin1')],
    ['a document called a sheet', 'a.xlsx', office('word/document.xml')],
    ['a sheet with macros', 'a.xlsx', office('xl/workbook.xml', 'xl/vbaProject.bin')],
    ['bytes called text', 'a.txt', Buffer.from('\0\x01\x02', 'latin1')],
    ['nothing', 'a.pdf', Buffer.alloc(0)],
  ])('is refused where it is %s', async (_, name, bytes) => {
    const id = await begin(provider);
    const { answer } = await attach(portal, provider, id, name, bytes);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('id="evidence-error"');
    expect(await filesOf(portal, id)).toEqual([]);
  });

  it('is refused beyond the limits of size and number', async () => {
    const id = await begin(provider);
    const large = await attach(portal, provider, id, 'a.txt', Buffer.alloc(10 * 1024 * 1024 + 1, 'a'));
    expect(await large.answer.text()).toContain('10MBまで');
    for (let count = 0; count < 10; count += 1) await attach(portal, provider, id, `${count}.pdf`, pdf);
    const eleventh = await attach(portal, provider, id, 'more.pdf', pdf);
    expect(await eleventh.answer.text()).toContain('10個まで');
    expect(await filesOf(portal, id)).toHaveLength(10);
  });

  it('is removed with its bytes', async () => {
    const id = await begin(provider);
    const { file } = await attach(portal, provider, id, 'a.pdf', pdf);
    await provider.post(`/desk/entries/${id}/evidence/${file?.id}/remove`);
    expect(await filesOf(portal, id)).toEqual([]);
    await expect(readFile(store.pathOf(file?.id ?? ''))).rejects.toThrow('ENOENT');
  });

  it('stays as it is while the entry is reviewed, and its reviewer sees it', async () => {
    const id = await begin(provider);
    await attach(portal, provider, id, '根拠.pdf', pdf);
    const sent = await enterAndSend(provider);
    expect((await attach(portal, provider, sent, 'late.pdf', pdf)).answer.status).toBe(400);
    const { db } = portal.platform.connection;
    await db.update(evidenceFile).set({ entryId: sent }).where(eq(evidenceFile.entryId, id));
    const [file] = await filesOf(portal, sent);
    await provider.post(`/desk/entries/${sent}/evidence/${file?.id}/remove`);
    expect(await filesOf(portal, sent)).toHaveLength(1);
    expect(await (await reviewer.get(`/review/${sent}`)).text()).toContain('根拠.pdf');
  });
});

it('files that nothing refers to are swept away once they are a day old, and no others', async () => {
  const kept = await begin(provider);
  const gone = await begin(provider);
  const [of, orphan] = [
    await attach(portal, provider, kept, 'a.pdf', pdf),
    await attach(portal, provider, gone, 'b.pdf', pdf),
  ];
  const { db } = portal.platform.connection;
  await db.delete(entryDraft).where(eq(entryDraft.id, gone));
  const stray = store.pathOf('00000000-0000-4000-8000-000000000000');
  await store.write('00000000-0000-4000-8000-000000000000', pdf);
  const long = new Date(Date.now() - 3 * 86_400_000);
  await utimes(stray, long, long);
  await sweepEvidence(portal.platform, store, new Date());
  expect(await filesOf(portal, gone)).toHaveLength(1);
  await expect(readFile(stray)).rejects.toThrow('ENOENT');

  await sweepEvidence(portal.platform, store, new Date(Date.now() + 2 * 86_400_000));
  expect(await filesOf(portal, gone)).toEqual([]);
  await expect(readFile(store.pathOf(orphan.file?.id ?? ''))).rejects.toThrow('ENOENT');
  expect(await readFile(store.pathOf(of.file?.id ?? ''))).toEqual(pdf);
});

describe('the scan', () => {
  /** A scanner that answers by what the file says: `infected`, `broken`, or anything else for clean. */
  const scanner = `#!/bin/sh
[ "$#" = 1 ] || exit 9
grep -q infected "$1" && exit 1
grep -q broken "$1" && exit 2
exit 0
`;

  async function scanned(text: string) {
    const { dataDir } = portal.platform.config;
    const command = join(dataDir, 'scan.sh');
    await writeFile(command, scanner);
    await chmod(command, 0o755);
    const guarded = await openTestPortal({ env: { KAKEHASHI_SCAN_COMMAND: command } });
    const browser = await visitor(guarded, 'provider');
    const id = await begin(browser);
    const { file } = await attach(guarded, browser, id, 'a.txt', Buffer.from(text));
    return { guarded, browser, id, file };
  }

  it('holds a file until it was found clean', async () => {
    const { guarded, browser, id, file } = await scanned('fine');
    expect(file?.state).toBe('held');
    await expect.poll(async () => (await filesOf(guarded, id))[0]?.state).toBe('kept');
    expect((await browser.get(`/desk/entries/${id}/evidence/${file?.id}`)).status).toBe(200);
    await guarded.stop();
  });

  it('deletes an infected file and says so', async () => {
    const { guarded, browser, id, file } = await scanned('infected');
    await expect.poll(async () => (await filesOf(guarded, id))[0]?.state).toBe('infected');
    expect((await browser.get(`/desk/entries/${id}/evidence/${file?.id}`)).status).toBe(404);
    expect(await (await browser.get(`/desk/entries/${id}`)).text()).toContain('危険と判定');
    const folder = join(guarded.platform.config.dataDir, 'evidence', file?.id.slice(0, 2) ?? '');
    expect(await readdir(folder)).toEqual([]);
    await guarded.stop();
  });

  it('says nothing where the scanner fails, is missing, or takes too long', async () => {
    const { guarded, browser, id, file } = await scanned('broken');
    const path = new EvidenceStore(guarded.platform.config.dataDir).pathOf(file?.id ?? '');
    const command = guarded.platform.config.scanCommand ?? '';
    expect(await scanFile(command, path, 5_000)).toBe('unknown');
    expect(await scanFile('/no/such/scanner', path, 5_000)).toBe('unknown');
    expect(await scanFile('/bin/sleep', '30', 50)).toBe('unknown');
    expect((await browser.get(`/desk/entries/${id}/evidence/${file?.id}`)).status).toBe(404);
    expect((await filesOf(guarded, id))[0]?.state).toBe('held');
    await guarded.stop();
  });
});
