import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, ownerOf } from '../../../../test/test-database.ts';
import { type CommandIo, exitCode } from '../../../platform/command-line/command.ts';
import { commands } from './commands/database.ts';

let folder: string;
let databaseUrl: string;
let printed = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kakehashi-operation-'));
  databaseUrl = ownerOf(await createTestDatabase());
});
afterAll(() => rm(folder, { recursive: true }));

function run(name: string, args: string[]) {
  printed = '';
  const io: CommandIo = {
    version: '1.2.3',
    language: 'en',
    env: { ...process.env, DATABASE_URL: databaseUrl },
    folder,
    stdin: (async function* () {})(),
    out: async (text) => {
      printed += text;
    },
    note: () => {},
    progress: () => {},
    colour: false,
    width: undefined,
    signal: new AbortController().signal,
    now: () => new Date('2026-11-23T03:00:00Z'),
  };
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) throw new Error(`no command ${name}`);
  return command.run(args, io);
}

test('a program is run with the way to the database in its environment', async () => {
  const script = `require('fs').writeFileSync('seen', [process.env.PGHOST, process.env.PGDATABASE].join(' '))`;
  expect(await run('database run', ['--', process.execPath, '-e', script])).toBe(exitCode.ok);
  const { hostname, pathname } = new URL(databaseUrl);
  expect(await readFile(join(folder, 'seen'), 'utf8')).toBe(`${hostname} ${pathname.slice(1)}`);
});

test('a program that fails fails the command, and one that is not there is named', async () => {
  expect(await run('database run', ['--', process.execPath, '-e', 'process.exit(3)'])).toBe(
    exitCode.unusable,
  );
  await expect(run('database run', ['--', 'no-such-program'])).rejects.toThrow('no-such-program');
});

test('content is loaded, and what was done is counted', async () => {
  await writeFile(join(folder, 'guide.yaml'), 'kind: page\ntitle: {ja: 案内}\nbody: {ja: はじめに}\n');
  expect(await run('content load', ['.'])).toBe(exitCode.ok);
  expect(printed).toBe('1 entered, 0 renewed, 0 unchanged, 0 kept as edited, 0 faulty\n');
  await writeFile(join(folder, 'broken.yaml'), 'kind: page\n');
  expect(await run('content load', ['.'])).toBe(exitCode.found);
  expect(printed).toContain('1 unchanged');
  expect(printed).toContain('1 faulty');
});
