import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { advisories, bill } from '../features/organisation/psirt/test-files.ts';
import { runTestCommand } from './test-command.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

function runProcess(
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], {
      env: { PATH: process.env.PATH ?? '', ...env },
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      err += text;
    });
    child.on('error', reject).on('close', (code) => resolve({ code, out, err }));
  });
}

describe('the kakehashi command', () => {
  it('lists the commands of a group that is named alone', async () => {
    const { code, out } = await runTestCommand(['sbom', '--help']);
    expect(code).toBe(0);
    expect(out).toContain('sbom scan');
    expect(out).not.toContain('benefit');
    expect(await runTestCommand(['sbom'])).toMatchObject({
      code: 2,
      out: '',
      notes: expect.stringContaining('sbom show'),
    });
  });

  it('lists its commands in the language of the terminal, or the one asked for', async () => {
    const japanese = await runProcess(['--help'], { LANG: 'ja_JP.UTF-8' });
    expect(japanese).toMatchObject({ code: 0, err: '' });
    expect(japanese.out).toContain('部品表（SBOM）に既知の脆弱性がないか調べる');
    const english = await runProcess(['--lang', 'EN', 'sbom', 'scan', '--help'], { LANG: 'ja_JP.UTF-8' });
    expect(english.out).toContain('Exit codes: 0 nothing found');
  });

  it('scans with no server, no database and no colour in a pipe', async () => {
    const { code, out, err } = await runProcess(['sbom', 'scan', bill, '--advisories', advisories], {
      LANG: 'C',
    });
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain('EXAMPLE-2026-0001 (CVE-2026-1001)');
    expect(out).not.toContain('\u001b');
  });

  it('fits the columns it is told of where it does not write to a terminal', async () => {
    const args = ['sbom', 'scan', bill, '--advisories', advisories];
    const { out } = await runProcess(args, { LANG: 'C', COLUMNS: '50' });
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(out).toContain('  EXAMPLE-2026-0001 (CVE-2026-1001)\n');
  });

  it('is spoken of in English and Japanese when it cannot go on', async () => {
    expect(await runProcess(['sbom', 'show', 'nowhere.json'], { LANG: 'ja_JP.UTF-8' })).toMatchObject({
      code: 2,
      out: '',
      err: 'kakehashi: nowhere.json: ファイルがありません。\n',
    });
    expect((await runProcess(['--lang', 'fr', 'sbom'])).code).toBe(2);
  });
});
