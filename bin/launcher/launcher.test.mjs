import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ending, firstLine, portOf, TrialProject } from './trial/trial-project.mjs';

let trial;

beforeEach(() => {
  trial = new TrialProject();
});

afterEach(() => trial.remove());

const start = (env) => trial.run(process.execPath, ['bin/start.mjs'], env);
const command = (...args) => trial.run(process.execPath, ['bin/kakehashi.mjs', ...args]);
const builtAt = () => statSync(join(trial.portal, 'dist', 'server', 'main.js')).mtimeMs;

async function builds() {
  const child = trial.run(process.execPath, ['bin/build.mjs']);
  return (await ending(child)).stdout.includes('building');
}

async function answers(port) {
  return await fetch(`http://127.0.0.1:${port}/`).then(
    (response) => response.text(),
    () => undefined,
  );
}

/** A Node older than the project needs, where the machine has one. */
function olderNode() {
  const candidates = ['/usr/bin/node', '/usr/local/bin/node'].filter(existsSync);
  return candidates.find(
    (node) => Number(execFileSync(node, ['-p', 'parseInt(process.versions.node)'])) < 24,
  );
}

describe('the build', () => {
  it('is made once and kept while the sources stay as they are', async () => {
    expect(await builds()).toBe(true);
    const made = builtAt();
    expect(await builds()).toBe(false);
    expect(builtAt()).toBe(made);
  });

  it('is made again after an edit, but not after an edit of a test', async () => {
    await builds();
    trial.write('src/page.test.ts', '');
    expect(await builds()).toBe(false);
    trial.write('src/ui/styles/main.css', 'body { color: navy; }\n');
    expect(await builds()).toBe(true);
  });

  it('that was cut short is made whole by the next', async () => {
    const child = trial.run(process.execPath, ['bin/build.mjs']);
    await vi.waitUntil(() => readdirSync(trial.root).includes('.runtime'), { timeout: 10_000, interval: 5 });
    process.kill(-child.pid, 'SIGKILL');
    await ending(child);
    expect(await builds()).toBe(true);
    expect(readdirSync(join(trial.root, '.runtime'))).toEqual([]);
    expect(readdirSync(join(trial.portal, 'dist')).sort()).toEqual(['client', 'server', 'sources.sha256']);
  });

  it('tells how long it took', async () => {
    const { stdout } = await ending(trial.run(process.execPath, ['bin/build.mjs']));
    expect(stdout).toMatch(
      /^kakehashi: building the pages and the server\nkakehashi: building the pages and the server … \d+ s\n$/,
    );
  });

  it('names client files by their content and lists them in a manifest', async () => {
    await builds();
    const files = readdirSync(join(trial.portal, 'dist', 'client', 'assets'));
    expect(files).toContainEqual(expect.stringMatching(/^main-[\w-]{8}\.css$/));
    expect(existsSync(join(trial.portal, 'dist', 'client', 'manifest.json'))).toBe(true);
  });

  it('that fails shows the error and ends with one line that says so', async () => {
    trial.write('src/main.ts', 'const = 1;');
    const { code, stderr } = await ending(start());
    expect(code).toBe(1);
    expect(stderr).toContain('src/main.ts');
    expect(stderr.trimEnd().split('\n').at(-1)).toMatch(/^kakehashi: the build failed; mend the errors/);
  });
});

describe('npm start', () => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    it(`ends in good order on ${signal}`, async () => {
      const child = start();
      await portOf(child);
      child.kill(signal);
      const { code, stdout } = await ending(child);
      expect(stdout).toContain(`stopped by ${signal}`);
      expect(code).toBe(0);
    });
  }

  it('leaves no server behind when npm is killed', async () => {
    const npm = trial.run('npm', ['start']);
    const port = await portOf(npm);
    expect(await answers(port)).toMatch(/^\d+$/);
    npm.kill('SIGKILL');
    await vi.waitUntil(async () => (await answers(port)) === undefined, { timeout: 10_000, interval: 20 });
  });

  it('under an older Node runs on Node 24, and leaves no server behind when it is killed', {
    skip: !olderNode(),
  }, async () => {
    trial.haveRuntime();
    const launcher = trial.run(olderNode(), ['bin/start.mjs']);
    const port = await portOf(launcher);
    launcher.kill('SIGKILL');
    await vi.waitUntil(async () => (await answers(port)) === undefined, { timeout: 10_000, interval: 20 });
  });
});

describe('npm run dev', () => {
  it('starts the portal again after an edit, tells of one that does not build, and ends with it', async () => {
    const child = trial.run(process.execPath, ['bin/dev.mjs'], {
      DATABASE_URL: 'postgres://elsewhere/portal',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    const printed = (text) => vi.waitUntil(() => output.includes(text), { timeout: 30_000, interval: 20 });
    const source = readFileSync(join(trial.portal, 'src', 'main.ts'), 'utf8');
    await printed('listening');
    trial.write('src/main.ts', 'const = 1;');
    await printed('the build failed');
    trial.write('src/main.ts', source.replace("'listening'", "'listening again'"));
    await printed('listening again');
    child.kill('SIGINT');
    await vi.waitUntil(() => child.exitCode !== null, { timeout: 30_000, interval: 20 });
    expect(output.match(/stopped by SIGTERM/g)).toHaveLength(output.match(/^listening/gm).length);
    expect(child.exitCode).toBe(0);
  });
});

describe('the kakehashi command', () => {
  it('gets its arguments and input, and its exit code comes through', async () => {
    await builds();
    const child = command('entries', 'list');
    child.stdin.end('from a pipe');
    expect(await ending(child)).toMatchObject({ code: 7, stdout: 'entries|list|from a pipe\n', stderr: '' });
  });

  it('under an older Node too', { skip: !olderNode() }, async () => {
    trial.haveRuntime();
    await builds();
    const child = trial.run(olderNode(), ['bin/kakehashi.mjs', 'entries']);
    child.stdin.end('from a pipe');
    expect(await ending(child)).toMatchObject({ code: 7, stdout: 'entries|from a pipe\n' });
  });

  it('tells of a build on stderr, so that its output can be piped', async () => {
    const child = command('entries');
    child.stdin.end();
    const { stdout, stderr } = await ending(child);
    expect(stdout).toBe('entries|\n');
    expect(stderr).toContain('building the pages and the server');
  });
});

describe('packages', () => {
  const nowhere = () => ({
    npm_config_registry: 'http://127.0.0.1:9/',
    npm_config_fetch_retries: '0',
    npm_config_cache: join(trial.root, 'cache'),
  });

  it('whose installation was cut short are installed from the start', async () => {
    rmSync(join(trial.root, 'node_modules'), { recursive: true });
    mkdirSync(join(trial.root, 'node_modules', 'half'), { recursive: true });
    mkdirSync(join(trial.root, '.runtime'));
    const marker = join(trial.root, '.runtime', 'installing-packages');
    writeFileSync(marker, '');
    utimesSync(marker, 0, 0);
    await ending(start(nowhere()));
    expect(existsSync(join(trial.root, 'node_modules', 'half'))).toBe(false);
  });

  it('that another command is installing are waited for', async () => {
    mkdirSync(join(trial.root, '.runtime'));
    const marker = join(trial.root, '.runtime', 'installing-packages');
    writeFileSync(marker, '');
    const child = trial.run(process.execPath, ['bin/build.mjs']);
    await firstLine(child, 'kakehashi: waiting for another installation to finish');
    rmSync(marker);
    expect(await ending(child)).toMatchObject({ code: 0, stderr: '' });
  });

  it('that cannot be fetched end in one line that says what to do', async () => {
    rmSync(join(trial.root, 'node_modules'), { recursive: true });
    const { code, stderr } = await ending(start(nowhere()));
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^kakehashi: cannot reach the npm registry \(ECONNREFUSED\); check the network .*\n$/,
    );
  });

  it('are told of in Japanese on a Japanese terminal', async () => {
    rmSync(join(trial.root, 'node_modules'), { recursive: true });
    const { stderr } = await ending(start({ ...nowhere(), LANG: 'ja_JP.UTF-8' }));
    expect(stderr).toMatch(/^kakehashi: npm のレジストリにつながりません/);
  });
});
