import { stripVTControlCharacters } from 'node:util';
import { readSbom } from '@kakehashi/vulnerabilities';
import { afterAll, describe, expect, it } from 'vitest';
import { runTestCommand } from '../../../../cli/test-command.ts';
import { textWidth } from '../../../../platform/command-line/text-width.ts';
import { advisories, bill, cycloneDx, TestFolder, verdict } from '../test-files.ts';

const folder = new TestFolder();
afterAll(() => folder.remove());

type Settings = Parameters<typeof runTestCommand>[1];

async function report(file: string, options: string[] = [], settings: Settings = {}): Promise<string> {
  const args = ['sbom', 'scan', file, '--advisories', advisories, ...options];
  return (await runTestCommand(args, { folder: folder.path, ...settings })).out;
}

describe('the report in JSON', () => {
  it('holds components, findings and warnings, gravest first', async () => {
    const json = JSON.parse(await report(bill, ['--format', 'json']));
    expect(Object.keys(json)).toEqual(['coverage', 'components', 'findings', 'warnings']);
    expect(json.coverage).toEqual({ components: 3, searched: 3, unread: 0, unsearched: [] });
    expect(json.components).toContainEqual({
      name: 'example-parser',
      version: '1.2.0',
      purl: 'pkg:npm/example-parser@1.2.0',
    });
    expect(json.findings).toMatchObject([
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
    expect(json.warnings).toEqual([]);
  });
});

describe('the report for a terminal', () => {
  it('says in the language of whoever reads it what was found', async () => {
    expect(await report(bill, [], { language: 'ja' })).toContain(
      '部品 3 点、脆弱性情報 2 件: 2 点に脆弱性 2 件（重要 1、警告 1）。',
    );
    expect(await report(bill)).toContain(
      '3 components, 2 advisories: 2 vulnerabilities in 2 of them (high 1, medium 1).',
    );
  });

  it('is coloured only where asked for', async () => {
    expect(await report(bill)).not.toContain('\u001b');
    expect(await report(bill, [], { colour: true })).toContain('\u001b[31m');
  });

  it.each([40, 60, 72, 80, 100, 120])(
    'fits a terminal of %i columns with identifiers and components whole, in both languages',
    async (width) => {
      const vex = await folder.write('verdict.json', verdict);
      for (const language of ['ja', 'en'] as const) {
        const text = stripVTControlCharacters(
          await report(bill, ['--vex', vex], { width, language, colour: true }),
        );
        const lines = text.split('\n\n')[0]?.split('\n') ?? [];
        expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(width);
        for (const whole of [
          'example-parser',
          '@example/template',
          'EXAMPLE-2026-0001',
          'CVE-2026-1001',
          '1.2.3',
        ]) {
          expect(text).toContain(whole);
        }
      }
    },
  );

  it('cuts the summary and nothing else', async () => {
    const wide = await report(bill);
    const cut = await report(bill, [], { width: 100 });
    expect(wide).toContain('Parsing a crafted text never ends');
    expect(cut).toMatch(/EXAMPLE-2026-0001 \(CVE-2026-1001\) +1\.2\.3 +Parsing a craf…\n/);
  });

  it('lets no escape sequence of a document reach it', async () => {
    const evil = await folder.write(
      'evil.json',
      cycloneDx({ name: 'x\u001b]0;owned\u0007', version: '1.2.0', purl: 'pkg:npm/example-parser@1.2.0' }),
    );
    expect(await report(evil)).not.toContain('\u001b');
    expect((await runTestCommand(['sbom', 'show', evil])).out).not.toContain('\u001b');
  });
});

describe('what ends a vulnerability', () => {
  const scanWith = async (record: object, options: string[] = [], settings: Settings = {}) => {
    const source = await folder.write('record.json', record);
    const file = await folder.write(
      'one.json',
      cycloneDx({ name: 'a', version: '1.2.0', purl: 'pkg:npm/a@1.2.0' }),
    );
    const args = ['sbom', 'scan', file, '--advisories', source, ...options];
    return (await runTestCommand(args, settings)).out;
  };
  const affecting = (...events: object[]) => ({
    id: 'X-1',
    affected: [{ package: { ecosystem: 'npm', name: 'a' }, ranges: [{ type: 'SEMVER', events }] }],
  });

  it('is told apart from the last version that is known to have it', async () => {
    const record = affecting({ introduced: '0' }, { last_affected: '1.5.0' });
    expect(await scanWith(record)).toContain('none known (last affected 1.5.0)');
    expect(await scanWith(record, [], { language: 'ja' })).toContain('なし（1.5.0 まで影響）');
    expect(await scanWith(record, ['--format', 'markdown'])).toContain('last affected 1.5.0');
    expect(JSON.parse(await scanWith(record, ['--format', 'json'])).findings).toMatchObject([
      { fixed: [], onlyLastKnownAffected: true },
    ]);
    expect(
      JSON.parse(await scanWith(record, ['--format', 'sarif'])).runs[0].results[0].message.text,
    ).toContain('last affected 1.5.0');
    expect(JSON.parse(await scanWith(record, ['--format', 'cyclonedx'])).vulnerabilities).toMatchObject([
      {
        recommendation: 'No fixed version is known; the last version known to be affected is 1.5.0.',
        properties: [{ name: 'kakehashi:onlyLastKnownAffected', value: 'true' }],
      },
    ]);
    const fixed = await scanWith(affecting({ introduced: '0' }, { fixed: '2.0.0' }), ['--format', 'json']);
    expect(JSON.parse(fixed).findings).toMatchObject([{ fixed: ['2.0.0'], onlyLastKnownAffected: false }]);
  });

  it('stands beside the vulnerability that the advisory of a distribution passes on', async () => {
    const record = { ...affecting({ introduced: '0' }), upstream: ['CVE-2026-4444'] };
    expect(await scanWith(record)).toContain('X-1 (CVE-2026-4444)');
    expect(await scanWith(record, ['--format', 'markdown'])).toContain('CVE-2026-4444');
    const json = JSON.parse(await scanWith(record, ['--format', 'json']));
    expect(json.findings).toMatchObject([{ upstream: [['CVE-2026-4444']] }]);
    const [run] = JSON.parse(await scanWith(record, ['--format', 'sarif'])).runs;
    expect(run.tool.driver.rules[0].help.text).toContain('Also known as: CVE-2026-4444');
    const out = await scanWith(record, ['--format', 'cyclonedx']);
    expect((await readSbom(Buffer.from(out), { strict: true })).valid).toBe(true);
    expect(JSON.parse(out).vulnerabilities).toMatchObject([
      { id: 'X-1', properties: [{ name: 'kakehashi:upstream', value: 'CVE-2026-4444' }] },
    ]);
  });
});

describe('the report in CycloneDX', () => {
  it('is valid, with ratings and the verdict', async () => {
    const vex = await folder.write('verdict.json', verdict);
    const out = await report(bill, ['--vex', vex, '--format', 'cyclonedx']);
    expect((await readSbom(Buffer.from(out), { strict: true })).valid).toBe(true);
    expect(JSON.parse(out).vulnerabilities).toContainEqual(
      expect.objectContaining({
        id: 'EXAMPLE-2026-0001',
        ratings: [expect.objectContaining({ severity: 'high', score: 7.5, method: 'CVSSv31' })],
        analysis: expect.objectContaining({ state: 'not_affected', justification: 'code_not_reachable' }),
        affects: [{ ref: 'parser', versions: [{ version: '1.2.0', status: 'affected' }] }],
      }),
    );
  });
});

describe('the report in Markdown', () => {
  it('lets nothing of the document act as markup', async () => {
    const evil = await folder.write(
      'evil-2.json',
      cycloneDx({
        name: '<img src=x>|[a](javascript:b)',
        version: '1.2.0',
        purl: 'pkg:npm/example-parser@1.2.0',
      }),
    );
    expect(await report(evil, ['--format', 'markdown'])).toContain(
      '| high | \\<img src=x\\>\\|\\[a\\]\\(javascript:b\\) |',
    );
  });
});
