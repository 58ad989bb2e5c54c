import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { findProjectRoot } from '../src/platform/config/project-root.ts';
import { BrowserSession, type Visited } from './browser-session.ts';
import { freePort } from './free-port.ts';
import { createTestDatabase, ownerOf } from './test-database.ts';

/*
 * A copy of the portal, built and started, with one capability added and another removed: each by its folder
 * and its line in features.ts only.
 */
const root = findProjectRoot();
const copy = join(root, '.runtime', `capability-${process.pid}`);
const features = join(copy, 'apps/portal/src/features.ts');
const run = promisify(execFile);

let server: ChildProcess | undefined;
let origin = '';

beforeAll(async () => {
  copyProject();
  addGreeting();
  takeOut('public/benefits');
  await run(process.execPath, [join(copy, 'bin/launcher/vite-build.mjs'), join(copy, 'apps/portal/dist')]);
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  const databaseUrl = await createTestDatabase('sample');
  server = spawn(process.execPath, [join(copy, 'apps/portal/dist/server/main.js')], {
    stdio: 'ignore',
    env: {
      ...process.env,
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      KAKEHASHI_OWNER_DATABASE_URL: ownerOf(databaseUrl),
      KAKEHASHI_DATA_DIR: join(copy, '.data'),
      KAKEHASHI_LINK_CHECKS: '0',
      KAKEHASHI_RATE_LIMIT: '0',
    },
  });
  await vi.waitFor(async () => expect((await fetch(`${origin}/readyz`)).status).toBe(200), 30_000);
});
afterAll(async () => {
  if (server && server.exitCode === null) {
    const ended = new Promise((resolve) => server?.once('exit', resolve));
    server.kill();
    await ended;
  }
  rmSync(copy, { recursive: true, force: true });
});

function copyProject(): void {
  mkdirSync(join(copy, 'apps/portal'), { recursive: true });
  for (const name of ['package.json', 'tsconfig.base.json', 'bin', 'apps/portal/src'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  for (const name of ['package.json', 'tsconfig.json', 'vite.config.ts'])
    cpSync(join(root, 'apps/portal', name), join(copy, 'apps/portal', name));
  for (const name of ['node_modules', 'apps/portal/node_modules', 'packages', 'content'])
    symlinkSync(join(root, name), join(copy, name));
}

function addGreeting(): void {
  const folder = join(copy, 'apps/portal/src/features/service/greeting');
  cpSync(join(root, 'apps/portal/test/capabilities/greeting'), folder, { recursive: true });
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('../src/', '../'));
  }
  const line = "export { greetingFeature } from './features/service/greeting/index.ts';\n";
  writeFileSync(features, readFileSync(features, 'utf8') + line);
}

/** @param folder  of the capability, such as `public/benefits` */
function takeOut(folder: string): void {
  rmSync(join(copy, 'apps/portal/src/features', folder), { recursive: true });
  const lines = readFileSync(features, 'utf8').split('\n');
  const others = lines.filter((line) => !line.includes(`/${folder}/`));
  expect(others).toHaveLength(lines.length - 1);
  writeFileSync(features, others.join('\n'));
}

async function page(path: string): Promise<string> {
  const answer = await fetch(origin + path);
  expect(answer.status, path).toBe(200);
  return answer.text();
}

it('an added capability has its page in both languages, in the menu and in the site map', async () => {
  expect(await page('/greeting')).toContain('こんにちは');
  expect(await page('/en/greeting')).toContain('Hello');
  expect(await page('/')).toContain('<a href="/greeting">あいさつ</a>');
  expect(await page('/site-map')).toContain('href="/greeting"');
  expect(await page('/sitemap.xml')).toContain(`${origin}/greeting<`);
});

it('its style sheet and its script are built and linked', async () => {
  const sheets = [...(await page('/greeting')).matchAll(/<link rel="stylesheet" href="([^"]+)"/g)];
  const styles = await Promise.all(sheets.map(([, href = '']) => page(href)));
  expect(styles.join()).toContain('greeting-card');
  expect(await page('/')).not.toContain('greeting-card');
  const [, script = ''] = /<script type="module" src="([^"]+)"/.exec(await page('/greeting')) ?? [];
  const [chunk = ''] = /greeting-card-[\w-]+\.js/.exec(await page(script)) ?? [];
  expect(await page(`/assets/${chunk}`)).toContain('greeted');
});

it('its permission guards its page and its menu entry, its job runs, and its mail is listed by its label', async () => {
  const portal: Visited = {
    port: Number(new URL(origin).port),
    get: (path, headers = {}) => fetch(origin + path, { headers, redirect: 'manual' }),
    post: (path, form, headers = {}) =>
      fetch(origin + path, {
        method: 'POST',
        body: new URLSearchParams(form),
        headers: { origin, ...headers },
        redirect: 'manual',
      }),
  };
  const [provider, administrator] = [new BrowserSession(portal), new BrowserSession(portal)];
  await provider.signIn('provider@example.jp');
  expect((await provider.get('/greeting/sent')).status).toBe(403);
  await administrator.signIn('admin@example.jp');
  expect(await (await administrator.get('/account')).text()).toContain('送ったあいさつ');
  expect(await (await administrator.get('/greeting/sent')).text()).toContain('0件送りました');
  await administrator.post('/greeting/sent');
  await vi.waitFor(
    async () => expect(await (await administrator.get('/greeting/sent')).text()).toContain('1件送りました'),
    30_000,
  );
  const list = await (await administrator.get('/admin/mail')).text();
  const [, mail = ''] = /href="(\/admin\/mail\/[^"]+)">こんにちは</.exec(list) ?? [];
  expect(await (await administrator.get(mail)).text()).toContain('<dd>あいさつのメール</dd>');
});

it('its command is listed and runs', async () => {
  const kakehashi = join(copy, 'apps/portal/dist/server/cli.js');
  const { stdout: help } = await run(process.execPath, [kakehashi, '--help', '--lang', 'en']);
  expect(help).toMatch(/^ {2}greet +Say hello$/m);
  const { stdout } = await run(process.execPath, [kakehashi, 'greet', '--lang', 'en']);
  expect(stdout).toBe('Hello\n');
});

it('a capability that was taken out leaves nothing behind', async () => {
  expect((await fetch(`${origin}/benefits`)).status).toBe(404);
  expect(await page('/')).not.toContain('/benefits');
  expect(await page('/site-map')).not.toContain('/benefits');
  const kakehashi = join(copy, 'apps/portal/dist/server/cli.js');
  const { stdout: help } = await run(process.execPath, [kakehashi, '--help', '--lang', 'en']);
  expect(help).not.toContain('benefit');
});
