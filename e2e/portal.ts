import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Origin of the portal under test, such as `http://127.0.0.1:41234`. */
    portal: string;
  }
}

const program = fileURLToPath(new URL('../apps/portal/dist/server/main.js', import.meta.url));
/** Milliseconds that a first start may take: database, migrations, content. */
const startTimeoutMs = 90_000;

/** Vitest's global set-up: the built portal with the sample content, on data of its own; returns the tear-down. */
export default async function startPortal(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kakehashi-e2e-'));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const { DATABASE_URL: _, KAKEHASHI_OWNER_DATABASE_URL: __, ...env } = process.env;
  const portal = spawn(process.execPath, [program], {
    env: {
      ...env,
      PORT: String(port),
      HOST: '127.0.0.1',
      KAKEHASHI_BASE_URL: origin,
      KAKEHASHI_DATA_DIR: dataDir,
      KAKEHASHI_CONTENT: 'sample',
      KAKEHASHI_RATE_LIMIT: '0',
      // The browser tests call no other servers.
      KAKEHASHI_LINK_CHECKS: '0',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = collectOutput(portal);
  try {
    await answers(portal, `${origin}/readyz`);
  } catch (error) {
    portal.kill('SIGTERM');
    throw new Error(`the portal did not start: ${error}\n${output()}`);
  }
  project.provide('portal', origin);
  return async () => {
    await stopped(portal);
    await rm(dataDir, { recursive: true, force: true });
  };
}

function collectOutput(portal: ChildProcess): () => string {
  let text = '';
  for (const stream of [portal.stdout, portal.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
    });
  }
  return () => text;
}

async function answers(portal: ChildProcess, address: string): Promise<void> {
  const deadline = Date.now() + startTimeoutMs;
  while (Date.now() < deadline) {
    if (portal.exitCode !== null) throw new Error(`it ended with code ${portal.exitCode}`);
    const response = await fetch(address).catch(() => undefined);
    if (response?.ok) return;
    await delay(50);
  }
  throw new Error(`${address} did not answer within ${startTimeoutMs / 1_000} s`);
}

async function stopped(portal: ChildProcess): Promise<void> {
  if (portal.exitCode !== null || portal.signalCode !== null) return;
  const end = new Promise((resolve) => portal.once('exit', resolve));
  portal.kill('SIGTERM');
  await end;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
