import { appendFile, cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { begin, enterAndSend, visitor } from '../../../../../test/editorial-visitors.ts';
import { createTestDatabase, ownerOf } from '../../../../../test/test-database.ts';
import { openTestPortal, type TestPortal } from '../../../../../test/test-portal.ts';
import { run } from '../../../../cli/run.ts';
import { testIo } from '../../../../platform/command-line/test-io.ts';
import { organisation } from '../../../../platform/identity/schema.ts';
import { defineJob } from '../../../../platform/jobs/job-type.ts';
import { enqueue } from '../../../../platform/jobs/outbox.ts';
import { createAccessToken, listAccessTokens } from '../../../../platform/organisations/access-token.ts';

let folder: string;
let portal: TestPortal;
let entry: string;
let evidence: string;
const pdf = Buffer.from('%PDF-1.7\n%…\n');
const testJob = defineJob({ name: 'test.errand', data: z.object({ whom: z.string() }) });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kakehashi-backup-'));
  portal = await openTestPortal({ env: { KAKEHASHI_DATA_DIR: join(folder, 'data') } });
  const provider = await visitor(portal, 'provider');
  await enterAndSend(provider);
  entry = await begin(provider);
  const form = new FormData();
  form.set('evidence', new File([new Uint8Array(pdf)], '実績.pdf'));
  await provider.upload(`/desk/entries/${entry}/evidence`, form);
  const { rows } = await query<{ id: string }>(ownerOf(portal.databaseUrl), 'select id from evidence_file');
  evidence = rows[0]?.id ?? '';
  await portal.platform.jobs.ready;
  await enqueue(portal.platform.connection.db, testJob, { whom: 'somebody' });
  for (const id of ['one', 'two']) {
    const now = new Date();
    await portal.platform.connection.db
      .insert(organisation)
      .values({ id, name: id, slug: id, createdAt: now });
    const wanted = { name: `of ${id}`, scopes: ['read' as const], days: 30 };
    await createAccessToken(portal.platform.rooms.tenant(id), wanted, { id: null, network: null }, now);
  }
  expect(await kakehashi(ownerOf(portal.databaseUrl), join(folder, 'data'), 'backup', 'copy')).toMatchObject({
    code: 0,
  });
});
afterAll(async () => {
  await portal.stop();
  await rm(folder, { recursive: true });
});

async function kakehashi(databaseUrl: string, dataDir: string, ...args: string[]) {
  const io = testIo({ env: { DATABASE_URL: databaseUrl, KAKEHASHI_DATA_DIR: dataDir }, folder });
  const code = await run(args, io);
  return { code, output: io.written(), noted: io.noted() };
}

async function query<Row extends pg.QueryResultRow>(url: string, text: string) {
  const client = new pg.Client(url);
  await client.connect();
  return client.query<Row>(text).finally(() => client.end());
}

/** Number of rows of each table, and a hash of what they hold. */
async function contents(url: string): Promise<Record<string, string>> {
  const { rows } = await query<{ name: string }>(
    url,
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
     and relname <> 'job_outbox' order by 1`,
  );
  const sums = rows.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') as sum from "${name}" t`,
  );
  const found = await query<{ name: string; sum: string }>(url, sums.join(' union all '));
  return Object.fromEntries(found.rows.map(({ name, sum }) => [name, sum]));
}

describe('a back-up', () => {
  it('is restored into an empty installation, where everything is the same and the portal starts', async () => {
    const databaseUrl = ownerOf(await createTestDatabase('nothing'));
    const dataDir = join(folder, 'restored');
    const before = await contents(ownerOf(portal.databaseUrl));
    expect(before.audit_entry).not.toMatch(/^0 /);
    const { code, output } = await kakehashi(databaseUrl, dataDir, 'restore', 'copy');
    expect(output).toMatch(/^\d+ tables \(\d+ rows\) and 2 files as of /);
    expect(code).toBe(0);
    expect(await contents(databaseUrl)).toEqual(before);
    const { rows } = await query(databaseUrl, `select data from job_outbox where name = 'test.errand'`);
    expect(rows).toEqual([{ data: { whom: 'somebody' } }]);
    expect(await readFile(join(dataDir, 'secret'), 'utf8')).toBe(
      await readFile(join(folder, 'data', 'secret'), 'utf8'),
    );

    const restored = await openTestPortal({ databaseUrl, env: { KAKEHASHI_DATA_DIR: dataDir } });
    for (const id of ['one', 'two'])
      expect(await listAccessTokens(restored.platform.rooms.tenant(id), new Date())).toMatchObject([
        { name: `of ${id}` },
      ]);
    const page = await (await portal.get('/initiatives/cyder')).text();
    const title = /<h1[^>]*>([^<]+)/.exec(page)?.[1] ?? 'no title';
    expect(await (await restored.get('/initiatives/cyder')).text()).toContain(title);
    const provider = await visitor(restored, 'provider');
    const file = await provider.get(`/desk/entries/${entry}/evidence/${evidence}`);
    expect(Buffer.from(await file.arrayBuffer())).toEqual(pdf);
    const audit = await kakehashi(databaseUrl, dataDir, 'audit', 'verify');
    expect(audit).toMatchObject({ code: 0, output: expect.stringContaining('chain whole') });
    await expect(query(databaseUrl, 'delete from audit_entry')).rejects.toThrow('never changed');
    await restored.stop();
  });

  it('is for its owner alone', async () => {
    const names = await readdir(join(folder, 'copy'), { recursive: true, withFileTypes: true });
    const modes = await Promise.all(
      names.map(async (name) => (await stat(join(name.parentPath, name.name))).mode & 0o077),
    );
    expect(new Set(modes)).toEqual(new Set([0]));
    expect((await stat(join(folder, 'copy'))).mode & 0o077).toBe(0);
  });

  it('is not written over anything, nor restored over anything', async () => {
    const again = await kakehashi(ownerOf(portal.databaseUrl), join(folder, 'data'), 'backup', 'copy');
    expect(again).toMatchObject({ code: 2, noted: expect.stringContaining('is not empty') });
    const over = await kakehashi(ownerOf(portal.databaseUrl), join(folder, 'fresh'), 'restore', 'copy');
    expect(over).toMatchObject({ code: 2, noted: expect.stringContaining('in use (there is ') });
    const empty = ownerOf(await createTestDatabase('nothing'));
    const beside = await kakehashi(empty, join(folder, 'data'), 'restore', 'copy');
    expect(beside).toMatchObject({ code: 2, noted: expect.stringContaining('in use (there is ') });
    expect(await contents(empty)).toEqual({});
  });

  it.each([
    ['cut short', (copy: string) => rm(join(copy, 'manifest.json')), 'cut short'],
    [
      'damaged',
      (copy: string) => appendFile(join(copy, 'tables', 'site_user.copy.gz'), 'x'),
      'site_user.copy.gz of the back-up is not as it was written',
    ],
    [
      'incomplete',
      (copy: string) => rm(join(copy, 'files', 'secret')),
      'files/secret of the back-up is missing',
    ],
    [
      'of a newer version',
      (copy: string) => amend(copy, (manifest) => manifest.migrations.push(9_999_999_999_999)),
      'restore it with that version or a newer one',
    ],
    [
      'pointing out of itself',
      (copy: string) =>
        amend(copy, (manifest) => {
          manifest.files[0].path = '../../etc/passwd';
        }),
      'cannot be read',
    ],
  ])('that is %s is refused before anything is changed', async (_, damage, message) => {
    const copy = await mkdtemp(join(folder, 'spoilt-'));
    await cp(join(folder, 'copy'), copy, { recursive: true });
    await damage(copy);
    const databaseUrl = ownerOf(await createTestDatabase('nothing'));
    const { code, noted } = await kakehashi(databaseUrl, join(copy, 'data'), 'restore', copy);
    expect([code, noted]).toEqual([2, expect.stringContaining(message)]);
    expect(await contents(databaseUrl)).toEqual({});
  });

  it('tells of an attached file that is gone', async () => {
    const data = await mkdtemp(join(folder, 'without-'));
    const { code, noted } = await kakehashi(ownerOf(portal.databaseUrl), data, 'backup', 'lacking');
    expect([code, noted]).toEqual([1, expect.stringContaining(`the attached file ${evidence} is missing`)]);
  });
});

async function amend(copy: string, change: (manifest: ReturnType<typeof JSON.parse>) => void): Promise<void> {
  const path = join(copy, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8'));
  change(manifest);
  await writeFile(path, JSON.stringify(manifest));
}
