import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runTestCommand } from '../../../../cli/test-command.ts';
import { AdvisoryServer } from '../collecting/advisory-server.ts';
import { advisories, bill, cycloneDx, TestFolder } from '../test-files.ts';

const hour = 3_600_000;
const start = Date.parse('2026-04-01T00:00:00Z');

let server: AdvisoryServer;
let folder: TestFolder;
let env: Record<string, string>;

beforeEach(async () => {
  server = new AdvisoryServer();
  folder = new TestFolder();
  env = { KAKEHASHI_DATA_DIR: folder.path, KAKEHASHI_OSV_URL: `${await server.start()}/osv` };
  server.files.set('/osv/npm/all.zip', await archiveOf('EXAMPLE-2026-0001'));
});
afterEach(async () => {
  await server.stop();
  folder.remove();
});

async function archiveOf(...ids: string[]): Promise<Buffer> {
  const entries = ids.map(
    async (id) => [`${id}.json`, await readFile(join(advisories, `${id}.json`))] as const,
  );
  return Buffer.from(zipSync(Object.fromEntries(await Promise.all(entries))));
}

function scan(options: string[], { after = 0, file = bill, language = 'en' as 'ja' | 'en' } = {}) {
  const now = () => new Date(start + after);
  return runTestCommand(['sbom', 'scan', file, ...options], { env, folder: folder.path, now, language });
}

const statuses = () => server.answers.map(({ status }) => status);

describe('sbom scan --advisories osv:…', () => {
  it('fetches what is missing, and uses it for a day without asking again', async () => {
    const first = await scan(['--advisories', 'osv:npm']);
    expect(first).toMatchObject({ code: 1, out: expect.stringContaining('EXAMPLE-2026-0001') });
    expect(first.notes).toMatch(/^npm: fetched \(\d+\.\d MB\)\n/);
    const second = await scan(['--advisories', 'OSV:NPM'], { after: 23 * hour });
    expect(second.code).toBe(1);
    expect(second.notes).toContain('npm: using the copy checked 23 hours ago');
    expect(statuses()).toEqual([200]);
  });

  it('after a day asks whether there is something newer, and fetches it', async () => {
    await scan(['--advisories', 'osv:npm']);
    const same = await scan(['--advisories', 'osv:npm'], { after: 25 * hour });
    expect(same.notes).toContain('npm: the copy at hand is current');
    server.files.set('/osv/npm/all.zip', await archiveOf('EXAMPLE-2026-0001', 'EXAMPLE-2026-0002'));
    const newer = await scan(['--advisories', 'osv:npm'], { after: 50 * hour });
    expect(newer.out).toContain('EXAMPLE-2026-0002');
    expect(statuses()).toEqual([200, 304, 200]);
  });

  it('without a connection uses the copy it has, and says how old it is', async () => {
    await scan(['--advisories', 'osv:npm']);
    server.failures.push({ kind: 'status', status: 404 });
    const { code, notes } = await scan(['--advisories', 'osv:npm'], { after: 72 * hour, language: 'ja' });
    expect(code).toBe(1);
    expect(notes).toMatch(/npm: 取り寄せられません（.*404.*）。3 日前に確かめたものを使います/);
  });

  it('without a connection and without a copy ends with exit code 2 and says what to do', async () => {
    server.files.clear();
    const { code, out, notes } = await scan(['--advisories', 'osv:npm']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(notes).toContain('The advisories of npm could not be fetched');
    expect(notes).toContain('"kakehashi advisories update --ecosystem npm"');
  });

  it('takes several ecosystems, in any spelling, and folders beside them', async () => {
    server.files.set('/osv/PyPI/all.zip', await archiveOf('EXAMPLE-2026-0001'));
    const { code, out } = await scan(['--advisories', 'osv:pypi,NPM', '--advisories', advisories]);
    expect(code).toBe(1);
    expect(out).toContain('EXAMPLE-2026-0002');
    expect(server.answers.map(({ url }) => url)).toEqual(['/osv/PyPI/all.zip', '/osv/npm/all.zip']);
  });

  it('takes the ecosystems of the bill where none is named', async () => {
    expect((await scan(['--advisories', 'osv:'])).code).toBe(1);
    expect(server.answers.map(({ url }) => url)).toEqual(['/osv/npm/all.zip']);
  });

  it('names the ecosystems there are, where there is none of that name', async () => {
    const { code, notes } = await scan(['--advisories', 'osv:npn']);
    expect(code).toBe(2);
    expect(notes).toMatch(/There is no ecosystem "npn" after osv:\. There are: npm, Go, /);
  });
});

describe('sbom scan without advisories', () => {
  it('says what to type, with the ecosystems of the bill', async () => {
    const file = await folder.write(
      "shop's bill.json",
      cycloneDx(
        { name: 'a', version: '1', purl: 'pkg:npm/a@1' },
        { name: 'b', version: '1', purl: 'pkg:pypi/b@1' },
      ),
    );
    const { code, out, notes } = await scan([], { file });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(notes).toContain(
      `\n  kakehashi sbom scan '${file.replace("'", "'\\''")}' --advisories osv:PyPI,npm\n`,
    );
    expect((await scan([], { language: 'ja' })).notes).toContain('--advisories osv:npm\n');
  });

  it('says so too where what was collected holds nothing', async () => {
    await mkdir(join(folder.path, 'advisories', 'osv'), { recursive: true });
    expect((await scan([])).notes).toContain('--advisories osv:npm');
  });

  it('uses what was collected, and says when that was long ago', async () => {
    await scan(['--advisories', 'osv:npm']);
    expect((await scan([])).notes).toBe('');
    const { code, notes } = await scan([], { after: 30 * 24 * hour });
    expect(code).toBe(1);
    expect(notes).toContain('The advisories were collected 30 days ago; "kakehashi advisories update"');
  });

  it('tells what would cover the rest', async () => {
    const file = await folder.write(
      'rust.json',
      cycloneDx({ name: 'a', version: '1', purl: 'pkg:cargo/a@1' }),
    );
    const { notes } = await scan(['--advisories', advisories], { file });
    expect(notes).toContain('"--advisories osv:crates.io" fetches the advisories');
  });
});
