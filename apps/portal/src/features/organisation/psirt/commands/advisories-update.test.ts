import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../../../cli/run.ts';
import { testIo } from '../../../../platform/command-line/test-io.ts';
import { AdvisoryServer } from '../collecting/advisory-server.ts';

const fixtures = fileURLToPath(
  new URL('../../../../../../../packages/vulnerabilities/fixtures', import.meta.url),
);
const main = fileURLToPath(new URL('../../../../cli/main.ts', import.meta.url));
const shared = fileURLToPath(new URL('../../../../../../../../shared/data', import.meta.url));

let server: AdvisoryServer;
let env: Record<string, string>;
let folder: string;

beforeEach(async () => {
  server = new AdvisoryServer();
  const address = await server.start();
  folder = await mkdtemp(join(tmpdir(), 'kakehashi-update-'));
  env = {
    KAKEHASHI_DATA_DIR: folder,
    KAKEHASHI_OSV_URL: `${address}/osv`,
    KAKEHASHI_KEV_URL: `${address}/kev.json`,
    KAKEHASHI_EPSS_URL: `${address}/epss.csv.gz`,
  };
  const record = await readFile(join(fixtures, 'advisories', 'EXAMPLE-2026-0001.json'));
  server.files.set('/osv/npm/all.zip', Buffer.from(zipSync({ 'EXAMPLE-2026-0001.json': record })));
  server.files.set('/kev.json', Buffer.from('{"vulnerabilities":[{"cveID":"CVE-2026-1001"}]}'));
  server.files.set(
    '/epss.csv.gz',
    gzipSync('#model_version:v1\ncve,epss,percentile\nCVE-2026-1001,0.5,0.9\n'),
  );
});
afterEach(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function kakehashi(...args: string[]) {
  const io = testIo({ env, folder });
  const code = await run(args, io);
  return { code, out: io.written(), notes: io.noted() };
}

describe('advisories update', () => {
  it('collects what sbom scan then uses by itself', async () => {
    const { code, out } = await kakehashi('advisories', 'update', '--ecosystem', 'npm');
    expect(out).toMatch(
      /^npm: updated .*\nKEV: updated .*\nEPSS: updated .*\n1 advisories on 1 packages are in /,
    );
    expect(code).toBe(0);
    const scanned = await kakehashi('sbom', 'scan', join(fixtures, 'shop.cdx.json'), '--format', 'json');
    expect(scanned.code).toBe(1);
    expect(JSON.parse(scanned.out).findings).toMatchObject([
      { advisory: 'EXAMPLE-2026-0001', exploited: true, epss: { probability: 0.5, percentile: 0.9 } },
    ]);
    expect((await kakehashi('sbom', 'scan', join(fixtures, 'shop.cdx.json'))).out).toContain('yes (KEV)');
  });

  it('the next time collects the same ecosystems, and says what has not changed', async () => {
    await kakehashi('advisories', 'update', '--ecosystem', 'npm');
    const { code, out } = await kakehashi('advisories', 'update');
    expect(code).toBe(0);
    expect(out).toMatch(/^npm: unchanged\nKEV: unchanged\nEPSS: unchanged\n/);
  });

  it('keeps what came when a part of it fails, and says so', async () => {
    server.files.delete('/kev.json');
    const { code, out } = await kakehashi('advisories', 'update', '--ecosystem', 'npm');
    expect(code).toBe(2);
    expect(out).toMatch(
      /npm: updated .*\nKEV: failed \(.* answered 404\); there is no earlier copy\nEPSS: updated/,
    );
  });

  it('takes other addresses as options, and only http ones', async () => {
    const { code, notes } = await kakehashi('advisories', 'update', '--osv', 'file:///etc');
    expect(code).toBe(2);
    expect(notes).toContain('file:///etc is not an http or https URL');
  });

  it('killed in the middle leaves the last good copy, and the next run completes', async () => {
    await kakehashi('advisories', 'update', '--ecosystem', 'npm');
    const file = join(folder, 'advisories', 'osv', 'npm.zip');
    const before = await readFile(file);
    const record = await readFile(join(fixtures, 'advisories', 'EXAMPLE-2026-0002.json'));
    const next = Buffer.from(zipSync({ 'EXAMPLE-2026-0002.json': record }));
    server.files.set('/osv/npm/all.zip', next);
    server.failures.push({ kind: 'stall', after: 100 });

    const child = spawn(process.execPath, [main, 'advisories', 'update'], {
      env: { PATH: process.env.PATH, ...env },
    });
    const partial = join(folder, 'advisories', '.partial', 'osv-npm.zip');
    await expect.poll(() => existsSync(partial)).toBe(true);
    const ended = new Promise((resolve) => child.on('close', resolve));
    child.kill('SIGKILL');
    await ended;

    expect(await readFile(file)).toEqual(before);
    const { code } = await kakehashi('advisories', 'update');
    expect(code).toBe(0);
    expect(await readFile(file)).toEqual(next);
  });

  it.skipIf(!existsSync(shared))(
    'collects the public data given to the project (skipped where it is not at hand)',
    async () => {
      server.files.set('/osv/Go/all.zip', await readFile(join(shared, 'advisories', 'osv-Go.zip')));
      server.files.set('/kev.json', await readFile(join(shared, 'advisories', 'kev.json')));
      server.failures.push({ kind: 'cut', after: 1_000_000 }, { kind: 'status', status: 503 });
      const { code, out } = await kakehashi('advisories', 'update', '--ecosystem', 'Go');
      expect(code).toBe(0);
      expect(out).toMatch(/advisories on \d+ packages/);
      expect(server.answers.map(({ status }) => status).slice(0, 3)).toEqual([200, 503, 206]);
    },
  );
});
