import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const program = fileURLToPath(new URL('../apps/portal/dist/server/main.js', import.meta.url));

test('a secret that can be guessed stops the start with a sentence, before a database is made', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'kakehashi-start-'));
  const portal = spawn(process.execPath, [program], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env.PATH,
      LANG: 'en_US.UTF-8',
      PORT: '0',
      KAKEHASHI_DATA_DIR: dataDir,
      KAKEHASHI_SECRET: 'too short',
    },
  });
  const output = await text(portal.stderr);
  expect(output).toContain('the secret in KAKEHASHI_SECRET has 9 characters');
  expect(portal.exitCode ?? (await new Promise((resolve) => portal.once('exit', resolve)))).toBe(1);
  expect(await readdir(dataDir)).toEqual([]);
  await rm(dataDir, { recursive: true });
});
