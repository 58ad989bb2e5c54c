/**
 * `npm run scan`: starts a portal with the sample content on this machine and has wapiti attack it, as nobody and as
 * each role. `npm run scan -- 60` gives it 60 seconds for looking around as each, and half of it for each attack.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './launcher/dependencies.mjs';
import { LaunchError, runCommand } from './launcher/launch-error.mjs';
import { ensureNode } from './launcher/node-runtime.mjs';
import { ensureBuild } from './launcher/portal-build.mjs';
import { projectRoot } from './launcher/project.mjs';

const visitors = ['nobody', 'provider', 'editor', 'reviewer', 'admin'];
/** Except the modules that call an external server. */
const modules = 'crlf,csrf,cookieflags,exec,file,http_headers,permanentxss,redirect,sql,xss';
/** Findings that are expected of a local portal; docs/security/scanning.md explains them. */
const expected = [
  /^Strict-Transport-Security is not set/,
  /^X-XSS-Protection is not set/,
  /^Secure flag is not set in the cookie : kakehashi/,
  /^Lack of anti CSRF token/,
];
/** Wapiti 3.0.4 leaves addresses out by a pattern that Python 3.11 and newer refuse. */
const program = `
import fnmatch, re
import wapitiCore.net.crawler as crawler
crawler.wildcard_translate = lambda pattern: re.compile(fnmatch.translate(pattern))
from wapitiCore.main.wapiti import wapiti_main
wapiti_main()
`;
const python = '/usr/bin/python3';

await runCommand(async () => {
  await ensureNode(fileURLToPath(import.meta.url));
  if (spawnSync(python, ['-c', 'import wapitiCore']).status !== 0)
    throw new LaunchError({
      ja: 'wapiti がありません。Debian では apt-get install wapiti で入ります。',
      en: 'there is no wapiti; on Debian: apt-get install wapiti',
    });
  await ensureDependencies();
  await ensureBuild();
  const folder = await mkdtemp(join(tmpdir(), 'kakehashi-scan-'));
  const { portal, origin } = await startPortal(folder);
  try {
    let found = 0;
    for (const visitor of visitors) found += await scan(visitor, origin, folder);
    if (found > 0) process.exitCode = 1;
  } finally {
    portal.kill('SIGTERM');
    await once(portal, 'exit');
    await rm(folder, { recursive: true, force: true });
  }
});

async function startPortal(folder) {
  const port = await freePort();
  const { DATABASE_URL: _, KAKEHASHI_OWNER_DATABASE_URL: __, ...env } = process.env;
  const portal = spawn(process.execPath, ['apps/portal/dist/server/main.js'], {
    cwd: projectRoot,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...env,
      HOST: '127.0.0.1',
      PORT: String(port),
      KAKEHASHI_DATA_DIR: join(folder, 'data'),
      KAKEHASHI_RATE_LIMIT: '0',
      KAKEHASHI_LINK_CHECKS: '0',
      LOG_LEVEL: 'error',
    },
  });
  const origin = `http://127.0.0.1:${port}`;
  const isReady = () =>
    fetch(`${origin}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isReady())) {
    if (portal.exitCode !== null) throw new Error('the portal did not start');
    await delay(200);
  }
  return { portal, origin };
}

/** @returns the number of unexpected findings */
async function scan(visitor, origin, folder) {
  const seconds = Number(process.argv[2] ?? 30);
  const report = join(folder, `${visitor}.json`);
  const cookie = visitor === 'nobody' ? undefined : await signIn(`${visitor}@example.jp`, origin);
  const options = [
    ['--url', `${origin}/`],
    // A form is taken from pages of the site only: without this nothing behind one would be reached.
    ['--header', `Origin: ${origin}`],
    // It accepts brotli but cannot decode it.
    ['--header', 'Accept-Encoding: gzip'],
    ...(cookie ? [['--header', `Cookie: ${cookie}`]] : []),
    ...['/sign-out', '/en/sign-out', '/assets/*'].map((path) => ['--exclude', origin + path]),
    ['--module', modules],
    ['--max-scan-time', String(seconds)],
    ['--max-attack-time', String(seconds / 2)],
    ['--store-session', folder],
    ['--flush-session'],
    ['--format', 'json'],
    ['--output', report],
  ];
  const child = spawn(python, ['-c', program, ...options.flat()], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  await once(child, 'exit');
  const reached = /found (\d+) URLs and forms/.exec(output)?.[1] ?? '0';
  const { vulnerabilities, anomalies } = JSON.parse(await readFile(report, 'utf8'));
  const findings = Object.entries({ ...vulnerabilities, ...anomalies })
    .flatMap(([sort, all]) => all.map((each) => ({ sort, ...each })))
    .filter(({ info }) => !expected.some((each) => each.test(info)));
  console.log(`${visitor}: ${reached} addresses and forms, ${findings.length} findings`);
  for (const { sort, method, path, parameter, info } of findings)
    console.log(`  ${sort}: ${method} ${path} ${parameter} ${info}`);
  return findings.length;
}

async function signIn(email, origin) {
  const body = new URLSearchParams({ email, password: 'kakehashi-demo', to: '/account' });
  const answer = await fetch(`${origin}/sign-in`, {
    method: 'POST',
    body,
    headers: { origin },
    redirect: 'manual',
  });
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
