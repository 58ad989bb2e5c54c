import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { readSbom } from '@kakehashi/vulnerabilities';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../../cli/run.ts';
import { type TrialIo, trialIo } from '../../../platform/command-line/trial-io.ts';

const fixtures = fileURLToPath(
  new URL('../../../../../../packages/vulnerabilities/fixtures', import.meta.url),
);
const bill = join(fixtures, 'shop.cdx.json');
const advisories = join(fixtures, 'advisories');
const main = fileURLToPath(new URL('../../../cli/main.ts', import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kakehashi-commands-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function kakehashi(args: string[], settings: Parameters<typeof trialIo>[0] = {}) {
  const io: TrialIo = trialIo({ folder, ...settings });
  const code = await run(args, '0.0.0', io);
  return { code, out: io.written(), notes: io.noted() };
}

async function written(name: string, content: unknown): Promise<string> {
  const path = resolve(folder, name);
  await writeFile(
    path,
    typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content),
  );
  return path;
}

const verdict = {
  '@context': 'https://openvex.dev/ns/v0.2.0',
  '@id': 'https://example.com/vex/1',
  author: 'Example Works',
  timestamp: '2026-04-01T00:00:00Z',
  version: 1,
  statements: [
    {
      vulnerability: { name: 'CVE-2026-1001' },
      products: ['pkg:npm/@example/shop@2.0.0'],
      status: 'not_affected',
      justification: 'vulnerable_code_not_in_execute_path',
    },
  ],
};

describe('sbom scan', () => {
  it('prints components, findings and warnings as JSON, gravest first', async () => {
    const { code, out } = await kakehashi([
      'sbom',
      'scan',
      bill,
      '--advisories',
      advisories,
      '--format',
      'json',
    ]);
    const report = JSON.parse(out);
    expect(code).toBe(1);
    expect(Object.keys(report)).toEqual(['components', 'findings', 'warnings']);
    expect(report.components).toContainEqual({
      name: 'example-parser',
      version: '1.2.0',
      purl: 'pkg:npm/example-parser@1.2.0',
    });
    expect(report.findings).toMatchObject([
      {
        component: { name: 'example-parser', version: '1.2.0', purl: 'pkg:npm/example-parser@1.2.0' },
        advisory: 'EXAMPLE-2026-0001',
        aliases: ['CVE-2026-1001'],
        severity: 'high',
        ranges: [{ ecosystem: 'npm', package: 'example-parser', introduced: '1.0.0', fixed: '1.2.3' }],
        fixed: ['1.2.3'],
      },
      { component: { name: 'template' }, advisory: 'EXAMPLE-2026-0002', severity: 'medium' },
    ]);
    expect(report.warnings).toEqual([]);
  });

  it.each([
    ['any', 1],
    ['medium', 1],
    ['high', 1],
    ['critical', 0],
    ['never', 0],
  ])('with --fail-on %s exits with %i', async (threshold, expected) => {
    const { code } = await kakehashi([
      'sbom',
      'scan',
      bill,
      '--advisories',
      advisories,
      '--fail-on',
      threshold,
    ]);
    expect(code).toBe(expected);
  });

  it('says how many components it could not search', async () => {
    const spdx = join(fixtures, 'shop.spdx');
    const { out } = await kakehashi(['sbom', 'scan', spdx, '--advisories', advisories]);
    expect(out).toContain('1 components have no package URL and were not searched');
    const json = await kakehashi(['sbom', 'scan', spdx, '--advisories', advisories, '--format', 'json']);
    expect(JSON.parse(json.out).warnings).toMatchObject([{ code: 'no-purl' }]);
  });

  it('says how many components the advisories given do not cover', async () => {
    const other = await written('other.cdx.json', {
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      version: 1,
      components: [{ type: 'library', name: 'a', version: '1', purl: 'pkg:hackage/a@1' }],
    });
    const { code, out } = await kakehashi(['sbom', 'scan', other, '--advisories', advisories]);
    expect(code).toBe(0);
    expect(out).toContain('1 components are of kinds these advisories do not cover');
    expect(out).toContain('(hackage)');
  });

  it('says what --fail-on passes over because nobody rated it', async () => {
    const unrated = await written('unrated.json', {
      id: 'X-1',
      affected: [{ package: { ecosystem: 'Hackage', name: 'a' }, versions: ['1'] }],
    });
    const args = ['sbom', 'scan', join(folder, 'other.cdx.json'), '--advisories', unrated, '--fail-on'];
    const { code, notes } = await kakehashi([...args, 'high']);
    expect(code).toBe(0);
    expect(notes).toContain('1 vulnerabilities of unknown severity do not count for --fail-on high');
    expect((await kakehashi([...args, 'any'])).code).toBe(1);
  });

  it('lists the commands of a group that is named alone', async () => {
    const { code, out } = await kakehashi(['sbom', '--help']);
    expect(code).toBe(0);
    expect(out).toContain('sbom scan');
    expect(out).not.toContain('benefit');
    expect(await kakehashi(['sbom'])).toMatchObject({
      code: 2,
      out: '',
      notes: expect.stringContaining('sbom show'),
    });
  });

  it('reads the bill from standard input', async () => {
    const stdin = (async function* () {
      yield await readFile(bill);
    })();
    const { code, out } = await kakehashi(['sbom', 'scan', '-', '--advisories', advisories], { stdin });
    expect(code).toBe(1);
    expect(out).toContain('example-parser');
  });

  it('does not count what a verdict settles, and shows the verdict', async () => {
    const vex = await written('verdict.json', verdict);
    const args = ['sbom', 'scan', bill, '--advisories', advisories, '--vex', vex];
    expect((await kakehashi([...args, '--fail-on', 'high'])).code).toBe(0);
    expect((await kakehashi(args)).code).toBe(1);
    const { out } = await kakehashi(args, { language: 'ja' });
    expect(out).toMatch(/EXAMPLE-2026-0001.*影響なし/);
    expect(out).toContain('判断済み 1 件');
  });

  it('tells a person, in their language, what was found', async () => {
    const { out: japanese } = await kakehashi(['sbom', 'scan', bill, '--advisories', advisories], {
      language: 'ja',
    });
    expect(japanese).toContain('部品 3 点、脆弱性情報 2 件: 2 点に脆弱性 2 件（重要 1、警告 1）。');
    const { out: english } = await kakehashi(['sbom', 'scan', bill, '--advisories', advisories]);
    expect(english).toContain(
      '3 components, 2 advisories: 2 vulnerabilities in 2 of them (high 1, medium 1).',
    );
  });

  it('colours only where asked to, and fits the terminal', async () => {
    const args = ['sbom', 'scan', bill, '--advisories', advisories];
    expect((await kakehashi(args)).out).not.toContain('\u001b');
    const { out } = await kakehashi(args, { colour: true, width: 72 });
    expect(out).toContain('\u001b[31m');
    const lines = stripVTControlCharacters(out).split('\n');
    expect(Math.max(...lines.slice(0, 3).map((line) => line.length))).toBeLessThanOrEqual(72);
  });

  it('lets no escape sequence of a document reach the terminal', async () => {
    const evil = await written('evil.json', {
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      components: [
        {
          type: 'library',
          name: 'x\u001b]0;owned\u0007',
          version: '1.2.0',
          purl: 'pkg:npm/example-parser@1.2.0',
        },
      ],
    });
    for (const command of [
      ['sbom', 'show', evil],
      ['sbom', 'scan', evil, '--advisories', advisories],
    ]) {
      expect((await kakehashi(command)).out).not.toContain('\u001b');
    }
  });

  it('writes CycloneDX that is valid, with ratings and the verdict', async () => {
    const vex = await written('verdict-2.json', verdict);
    const { out } = await kakehashi([
      'sbom',
      'scan',
      bill,
      '--advisories',
      advisories,
      '--vex',
      vex,
      '--format',
      'cyclonedx',
    ]);
    const sbom = await readSbom(Buffer.from(out), { strict: true });
    expect(sbom.valid).toBe(true);
    expect(JSON.parse(out).vulnerabilities).toContainEqual(
      expect.objectContaining({
        id: 'EXAMPLE-2026-0001',
        ratings: [expect.objectContaining({ severity: 'high', score: 7.5, method: 'CVSSv31' })],
        analysis: expect.objectContaining({ state: 'not_affected', justification: 'code_not_reachable' }),
        affects: [{ ref: 'parser', versions: [{ version: '1.2.0', status: 'affected' }] }],
      }),
    );
  });

  it('writes SARIF 2.1.0 with a rule for each result, and settled ones suppressed', async () => {
    const vex = await written('verdict-3.json', verdict);
    const { out } = await kakehashi([
      'sbom',
      'scan',
      bill,
      '--advisories',
      advisories,
      '--vex',
      vex,
      '--format',
      'sarif',
    ]);
    const [sarif] = JSON.parse(out).runs;
    expect(JSON.parse(out).version).toBe('2.1.0');
    expect(sarif.results).toHaveLength(2);
    for (const result of sarif.results)
      expect(sarif.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    expect(
      sarif.results.map(({ level, suppressions }: { level: string; suppressions?: object[] }) => [
        level,
        suppressions?.length,
      ]),
    ).toEqual([
      ['warning', undefined],
      ['error', 1],
    ]);
  });

  it('writes Markdown in which nothing of the document acts as markup', async () => {
    const evil = await written('evil-2.json', {
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      components: [
        {
          type: 'library',
          name: '<img src=x>|[a](javascript:b)',
          version: '1.2.0',
          purl: 'pkg:npm/example-parser@1.2.0',
        },
      ],
    });
    const { out } = await kakehashi([
      'sbom',
      'scan',
      evil,
      '--advisories',
      advisories,
      '--format',
      'markdown',
    ]);
    expect(out).toContain('| high | \\<img src=x\\>\\|\\[a\\]\\(javascript:b\\) |');
  });

  it('says so where there are no advisories to look in', async () => {
    const { code, notes } = await kakehashi(['sbom', 'scan', bill], { env: { KAKEHASHI_DATA_DIR: folder } });
    expect(code).toBe(2);
    expect(notes).toContain('advisories update');
  });
});

describe('input that cannot be used ends with exit code 2 and names the place', () => {
  it.each([
    ['missing.json', undefined, 'no such file'],
    ['empty.json', '', 'The file is empty'],
    ['broken.json', '{"bomFormat":"CycloneDX","specVersion":"1.6",', '1:46: The file ends in the middle'],
    ['twice.json', '{"specVersion":"1.6","specVersion":"1.6"}', '1:22: The name "specVersion" appears twice'],
    ['proto.json', '{"specVersion":"1.6","__proto__":{}}', '1:22: The name "__proto__" is not allowed'],
    ['bomb.xml', '<!DOCTYPE a [<!ENTITY a "b">]><bom/>', 'A DOCTYPE declaration is refused'],
    ['utf16.json', Buffer.from('\ufeff{}', 'utf16le'), '1:1: The text is not UTF-8 (UTF-16)'],
    ['other.json', '{"name":"package"}', 'neither CycloneDX'],
  ])('%s', async (name, content, expected) => {
    if (content !== undefined) await written(name, content);
    for (const command of ['show', 'scan']) {
      const { code, out, notes } = await kakehashi([
        'sbom',
        command,
        name,
        ...(command === 'scan' ? ['--advisories', advisories] : []),
      ]);
      expect(code).toBe(2);
      expect(out).toBe('');
      expect(notes).toContain(name);
      expect(notes).toContain(expected);
    }
  });

  it('also where it is the advisories or the verdicts', async () => {
    const noZip = await written('broken.zip', 'PK nonsense');
    const noVex = await written('novex.json', '{"@context": "https://openvex.dev/ns/v0.2.0", ');
    expect(await kakehashi(['sbom', 'scan', bill, '--advisories', noZip])).toMatchObject({
      code: 2,
      out: '',
    });
    expect(await kakehashi(['sbom', 'scan', bill, '--advisories', advisories, '--vex', noVex])).toMatchObject(
      { code: 2, out: '' },
    );
  });

  it('and where the command line is wrong', async () => {
    for (const args of [
      [],
      ['sbom'],
      ['sbom', 'scna', bill],
      ['sbom', 'scan'],
      ['sbom', 'scan', bill, '--formt', 'json'],
      ['sbom', 'scan', bill, '--advisories', advisories, '--format', 'pdf'],
      ['sbom', 'scan', bill, '--advisories', advisories, '--fail-on', 'severe'],
      ['sbom', 'diff', bill],
      ['toString'],
    ]) {
      const { code, notes, out } = await kakehashi(args);
      expect([args, code, out]).toEqual([args, 2, '']);
      expect(notes).not.toBe('');
    }
  });
});

describe('sbom show and sbom diff', () => {
  it('show what a bill holds and where it is amiss', async () => {
    const odd = await written('odd.json', {
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      components: [{ type: 'library', name: 'a', licenses: [{ license: { id: 'Nonesuch' } }] }],
    });
    const { code, out } = await kakehashi(['sbom', 'show', odd]);
    expect(code).toBe(0);
    expect(out).toContain('CycloneDX JSON 1.6');
    expect(out).toContain('/components/0/licenses/0/license/id: "Nonesuch" is not allowed');
    expect(JSON.parse((await kakehashi(['sbom', 'show', odd, '--format', 'json'])).out)).toMatchObject({
      format: 'CycloneDX JSON',
      valid: false,
    });
  });

  it('compare two bills, whatever their formats', async () => {
    const { code, out } = await kakehashi([
      'sbom',
      'diff',
      bill,
      join(fixtures, 'shop.spdx'),
      '--format',
      'json',
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ unchanged: 1, added: [{ name: 'shop' }], removed: [{}, {}] });
  });
});

describe('the command by itself', () => {
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

  it('lists its commands in the language of the terminal, or the one asked for', async () => {
    const japanese = await runProcess(['--help'], { LANG: 'ja_JP.UTF-8' });
    expect(japanese).toMatchObject({ code: 0, err: '' });
    expect(japanese.out).toContain('部品表（SBOM）に既知の脆弱性がないか調べる');
    const english = await runProcess(['--lang', 'en', 'sbom', 'scan', '--help'], { LANG: 'ja_JP.UTF-8' });
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

  it('is spoken of in English and Japanese when it cannot go on', async () => {
    expect(await runProcess(['sbom', 'show', 'nowhere.json'], { LANG: 'ja_JP.UTF-8' })).toMatchObject({
      code: 2,
      out: '',
      err: 'kakehashi: nowhere.json: ファイルがありません。\n',
    });
    expect((await runProcess(['--lang', 'fr', 'sbom'])).code).toBe(2);
  });
});
