import { globSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { readConfig } from '../src/platform/config/index.ts';
import { isLoopback } from '../src/platform/config/loopback.ts';
import { findProjectRoot } from '../src/platform/config/project-root.ts';
import type { Feature } from '../src/platform/feature.ts';
import type { DeclaredApiRoute } from '../src/platform/web/organisation-api.ts';
import type { DeclaredRoute } from '../src/platform/web/page-routes.ts';
import { openPortal, type Portal } from '../src/portal.ts';
import { plainRequest } from './plain-request.ts';
import { createTestDatabase } from './test-database.ts';

/** Fields of a form; `URLSearchParams` where one of them has several values. */
export type SentForm = Record<string, string> | URLSearchParams;

export interface TestPortal extends Portal {
  databaseUrl: string;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, form: SentForm, headers?: Record<string, string>): Promise<Response>;
}

export interface TestPortalOptions {
  /** With the sample content; default: true. */
  content?: boolean;
  databaseUrl?: string;
  /** Default: those of this portal. */
  features?: readonly Feature[];
  env?: Record<string, string>;
  /** Default: any free port. */
  port?: number;
  now?: () => Date;
  /** Called for every route of a page or form. */
  declare?: (route: DeclaredRoute) => void;
  /** Called for every route for organisations' programs. */
  declareApi?: (route: DeclaredApiRoute) => void;
  /** Folder of the client build; default: a stub. */
  assetsDir?: string;
  /** Logger of the portal; default: silent. */
  log?: Logger;
  /** Origins of servers of the test that the portal may call. */
  trustedOrigins?: readonly string[];
  /** Milliseconds that a form waits for calls to other servers. */
  callTimeoutMs?: number;
}

/** Tests call no other servers, unless they are about that. */
const offLine = { KAKEHASHI_LINK_CHECKS: '0' };

const entries = [
  'src/ui/styles/main.css',
  'src/ui/styles/fonts.css',
  'src/client/main.ts',
  ...globSync('src/features/*/*/styles/main.css', { cwd: join(findProjectRoot(), 'apps/portal') }),
];

/** A portal on a port of its own. */
export async function openTestPortal(options: TestPortalOptions = {}): Promise<TestPortal> {
  const { content = true, env = {}, now, declare, declareApi, trustedOrigins = [], callTimeoutMs } = options;
  const databaseUrl = options.databaseUrl ?? (await createTestDatabase(content ? 'sample' : 'empty'));
  const root = findProjectRoot();
  const dataDir = await mkdtemp(join(tmpdir(), 'kakehashi-portal-'));
  const assetsDir = options.assetsDir ?? (await standInForClient(dataDir));
  const settings = { PORT: '0', KAKEHASHI_DATA_DIR: dataDir, KAKEHASHI_RATE_LIMIT: '0', ...offLine, ...env };
  const config = { ...readConfig(settings, root), port: options.port ?? 0 };
  const log = options.log ?? pino({ level: process.env.TEST_LOG ?? 'silent' });
  const portal = await openPortal({
    config,
    log,
    databaseUrl,
    assetsDir,
    trustedOrigins,
    // The test's own servers need no pause between calls.
    callPause: 1,
    ...(callTimeoutMs && { callTimeoutMs }),
    ...(options.features && { features: options.features }),
    ...(now && { now }),
    ...(declare && { declare }),
    ...(declareApi && { declareApi }),
  });
  const origin = `http://127.0.0.1:${portal.port}`;
  const { host, hostname } = new URL(config.baseUrl);
  // With a host name of its own, requests look as if they came through a proxy.
  const send = (
    path: string,
    request: { method?: string; headers: Record<string, string>; body?: string },
  ): Promise<Response> =>
    isLoopback(hostname)
      ? fetch(origin + path, { ...request, redirect: 'manual' })
      : plainRequest(portal.port, path, { ...request, headers: { host, ...request.headers } });
  return {
    ...portal,
    databaseUrl,
    get: (path, headers = {}) => send(path, { headers }),
    post: (path, form, headers = {}) =>
      send(path, {
        method: 'POST',
        body: new URLSearchParams(form).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8', ...headers },
      }),
    async stop() {
      await portal.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Apart from the data, which holds the secret: every file of the client build is served. */
async function standInForClient(dataDir: string): Promise<string> {
  const manifest = Object.fromEntries(
    entries.map((entry) => [entry, { file: `assets/${entry.replaceAll('/', '-')}` }]),
  );
  const folder = join(dataDir, 'client');
  await mkdir(folder);
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  return folder;
}
