import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../../test/test-database.ts';
import { registerKinds } from '../../portal.ts';
import { connectDatabase, type DatabaseConnection } from '../database/connection.ts';
import { Publishing } from '../publishing/service.ts';
import { Showing } from '../publishing/showing.ts';
import { loadContent } from './loader.ts';

const now = new Date('2026-11-23T03:00:00Z');
const kinds = registerKinds();

let connection: DatabaseConnection;
let publishing: Publishing;
let folder: string;

beforeAll(async () => {
  connection = connectDatabase(await createTestDatabase());
  publishing = new Publishing(connection.db, kinds, new Showing(async () => (text) => [{ text }]));
  folder = await mkdtemp(join(tmpdir(), 'kakehashi-content-'));
});
afterAll(async () => {
  await connection.close();
  await rm(folder, { recursive: true });
});

const page = (body: string) => `kind: page\ntitle: {ja: 案内}\nbody: {ja: ${body}}\n`;
const write = (name: string, text: string) => writeFile(join(folder, name), text);
const load = () => loadContent(folder, { kinds, publishing }, now);

test('a folder is entered once; loading it again changes nothing', async () => {
  await write('guide.yaml', page('はじめに'));
  expect(await load()).toMatchObject({ entered: ['guide'], faults: [] });
  expect(await load()).toMatchObject({ entered: [], renewed: [], unchanged: ['guide'] });
  expect(await publishing.history('guide')).toHaveLength(1);
});

test('a file that changed renews its record', async () => {
  await write('guide.yaml', page('あらためて'));
  expect(await load()).toMatchObject({ renewed: ['guide'] });
  expect(await publishing.history('guide')).toHaveLength(2);
});

test('a record that somebody has edited is kept, whatever the file says', async () => {
  const editor = { id: 'editor', organisationId: null };
  const data = { title: { ja: '案内' }, body: { ja: '編集者の文' } };
  await publishing.revise('guide', { data, reason: 'better', basedOn: 2 }, editor, now);
  await write('guide.yaml', page('ファイルの文'));
  expect(await load()).toMatchObject({ kept: ['guide'] });
});

test('a file that cannot be read is named with the field at fault, and the others are loaded', async () => {
  await write('broken.yaml', 'kind: [page');
  await write('empty.yaml', 'kind: page\ntitle: {ja: 題}\nbody: {}\n');
  await write('stranger.yaml', 'kind: poem\n');
  await write('other.yaml', page('もうひとつ'));
  await write('typo.yaml', `${page('はじめに')}subtitel: {ja: 副題}\n`);
  const report = await load();
  expect(report.entered).toEqual(['other']);
  expect(Object.fromEntries(report.faults.map(({ file, problems }) => [file, problems[0]?.code]))).toEqual({
    'broken.yaml': 'unreadable-file',
    'empty.yaml': 'invalid-field',
    'stranger.yaml': 'unknown-kind',
    'typo.yaml': 'invalid-field',
  });
  expect(report.faults.at(-1)?.problems[0]?.message.en).toBe('Unrecognized key: "subtitel"');
});
