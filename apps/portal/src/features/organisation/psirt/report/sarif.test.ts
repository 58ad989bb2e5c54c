import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runTestCommand } from '../../../../cli/test-command.ts';
import { advisories, bill, cycloneDx, fixtures, TestFolder, verdict } from '../test-files.ts';
import { lineFingerprints } from './line-fingerprints.ts';

const folder = new TestFolder();
afterAll(() => folder.remove());

interface Rule {
  id: string;
  name: string;
  shortDescription: { text: string };
  fullDescription: { text: string };
  help: { text: string; markdown: string };
  helpUri?: string;
  properties: { tags: string[]; 'security-severity'?: string };
}

interface Result {
  ruleId: string;
  ruleIndex: number;
  level: string;
  message: { text: string };
  locations: {
    physicalLocation: {
      artifactLocation: { uri: string; uriBaseId: string };
      region: { startLine: number };
    };
  }[];
  partialFingerprints: Record<string, string>;
  suppressions?: object[];
}

interface Run {
  tool: { driver: { name: string; version: string; semanticVersion: string; rules: Rule[] } };
  automationDetails: { id: string };
  invocations: {
    toolExecutionNotifications: { level: string; message: { text: string } }[];
    properties: object;
  }[];
  results: Result[];
}

async function sarif(
  file: string,
  options: string[] = [],
  settings: Parameters<typeof runTestCommand>[1] = {},
) {
  const args = ['sbom', 'scan', file, '--advisories', advisories, '--format', 'sarif', ...options];
  const { out, notes } = await runTestCommand(args, { folder: folder.path, ...settings });
  const log: { version: string; $schema: string; runs: Run[] } = JSON.parse(out);
  return { log, run: log.runs[0] as Run, notes };
}

/**
 * The errors of the rules that the SARIF Multitool (5.7.0) checks with `validate --rule-kind Gh` and `Ghas`, as far
 * as they concern what is written here: identifier of the rule and what it asks for.
 */
function githubErrors({ log }: { log: { $schema: string; version: string; runs: Run[] } }): string[] {
  const errors: string[] = [];
  const demand = (rule: string, isMet: unknown) => {
    if (!isMet) errors.push(rule);
  };
  demand('GH1011 final schema', log.$schema.includes('sarif-2.1.0') && log.version === '2.1.0');
  demand('GH1013 runs', log.runs.length >= 1 && log.runs.length <= 20);
  for (const { tool, results } of log.runs) {
    demand('GH1014 tool and results', tool && Array.isArray(results));
    demand('GH1018 driver with name and rules', tool.driver.name !== '' && Array.isArray(tool.driver.rules));
    for (const { id, name, help } of tool.driver.rules) {
      demand('GH2012 id', id.trim() !== '');
      demand('GH2012 help', help && help.text !== '' && help.markdown !== '');
      demand('SARIF1001 name is not the id', name !== id);
      demand('SARIF2012 name in Pascal case', /^(?:[A-Z][a-z0-9]+)+$/.test(name));
    }
    for (const { message, locations, partialFingerprints } of results) {
      demand('GH1007 and GH1015 message text', message.text.trim() !== '');
      demand('GH1015 partialFingerprints', partialFingerprints);
      demand('GH1001 and GH1015 locations', locations.length > 0);
      for (const { physicalLocation } of locations) {
        const { uri } = physicalLocation.artifactLocation;
        demand('GH1017 artifactLocation.uri', uri !== '');
        demand('GH1005 and GH1006 relative', !/^[a-z][a-z0-9+.-]*:|^\//i.test(uri));
        demand('GH1003 region.startLine', physicalLocation.region.startLine >= 1);
      }
    }
  }
  return errors;
}

describe('the report in SARIF', () => {
  it('breaks none of the rules that GitHub checks', async () => {
    const vex = await folder.write('verdict.json', verdict);
    expect(githubErrors(await sarif(bill, ['--vex', vex]))).toEqual([]);
    const empty = await folder.write('empty.json', cycloneDx());
    expect(githubErrors(await sarif(empty))).toEqual([]);
    const stdin = (async function* () {
      yield await readFile(bill);
    })();
    expect(githubErrors(await sarif('-', [], { stdin }))).toEqual([]);
  });

  it('has a rule for each result, and settled ones suppressed', async () => {
    const vex = await folder.write('verdict.json', verdict);
    const { run } = await sarif(bill, ['--vex', vex]);
    const { rules } = run.tool.driver;
    expect(run.results.map(({ ruleId }) => ruleId)).toEqual(['EXAMPLE-2026-0002', 'EXAMPLE-2026-0001']);
    for (const { ruleId, ruleIndex } of run.results) expect(rules[ruleIndex]?.id).toBe(ruleId);
    expect(run.results.map(({ level, suppressions }) => [level, suppressions?.length])).toEqual([
      ['warning', undefined],
      ['error', 1],
    ]);
  });

  it('tells in each rule what to do, with the severity GitHub sorts by', async () => {
    const { run } = await sarif(bill);
    const [rule] = run.tool.driver.rules;
    expect(rule).toMatchObject({
      shortDescription: { text: 'EXAMPLE-2026-0001: Parsing a crafted text never ends.' },
      helpUri: 'https://osv.dev/vulnerability/EXAMPLE-2026-0001',
      properties: { 'security-severity': '7.5' },
    });
    for (const text of [rule?.help.text, rule?.help.markdown]) {
      expect(text).toContain('CVE-2026-1001');
      expect(text).toContain('Fixed in: 1.2.3');
    }
  });

  it('gives a severity without a score as the lowest of its range, and none where nobody rated it', async () => {
    const affected = [{ package: { ecosystem: 'npm', name: 'example-parser' }, versions: ['1.2.0'] }];
    const records = [
      { id: 'X-1', affected, database_specific: { severity: 'CRITICAL' } },
      { id: 'X-2', affected },
    ];
    for (const record of records) await folder.write(`${record.id}.json`, record);
    const { run } = await sarif(
      bill,
      records.flatMap(({ id }) => ['--advisories', join(folder.path, `${id}.json`)]),
    );
    const severities = new Map(
      run.tool.driver.rules.map(({ id, properties }) => [id, properties['security-severity']]),
    );
    expect([severities.get('X-1'), severities.get('X-2')]).toEqual(['9.0', undefined]);
  });

  it('says which version of the tool wrote it, and of which bill it is', async () => {
    const { run } = await sarif(bill, [], { version: '4.5.6', folder: fixtures });
    expect(run.tool.driver).toMatchObject({ version: '4.5.6', semanticVersion: '4.5.6' });
    expect(run.automationDetails.id).toMatch(/^sbom\/.*shop\.cdx\.json\/$/);
  });

  it('names the bill by its path from the root of the repository, as a URI', async () => {
    mkdirSync(join(folder.path, 'repository', '.git'), { recursive: true });
    mkdirSync(join(folder.path, 'repository', 'a folder', 'deep'), { recursive: true });
    await folder.write('repository/a folder/部品表#1.json', await readFile(bill));
    for (const [from, file] of [
      ['repository', 'a folder/部品表#1.json'],
      ['repository/a folder/deep', '../部品表#1.json'],
      ['.', 'repository/a folder/部品表#1.json'],
    ] as const) {
      const { run } = await sarif(file, [], { folder: join(folder.path, from) });
      const { uri, uriBaseId } = run.results[0]?.locations[0]?.physicalLocation.artifactLocation ?? {};
      const prefix = from === '.' ? 'repository/' : '';
      expect(uri).toBe(`${prefix}a%20folder/%E9%83%A8%E5%93%81%E8%A1%A8%231.json`);
      expect(uriBaseId).toBe('%SRCROOT%');
    }
  });

  it.each([
    ['shop.cdx.json', [19, 30]],
    ['shop.cdx.xml', [13, 22]],
    ['shop.spdx', [15]],
  ])('marks the line where each component begins in %s', async (file, expected) => {
    const { run } = await sarif(join(fixtures, file));
    expect(run.results.map(({ locations }) => locations[0]?.physicalLocation.region.startLine)).toEqual(
      expected,
    );
  });

  it('gives the fingerprint GitHub computes of that line', async () => {
    const { run } = await sarif(bill);
    const text = await readFile(bill, 'utf8');
    const lines = run.results.map(({ locations }) => locations[0]?.physicalLocation.region.startLine ?? 0);
    const source = (async function* () {
      yield Buffer.from(text);
    })();
    const hashes = await lineFingerprints(source, new Set(lines));
    expect(run.results.map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash)).toEqual(
      lines.map((line) => hashes.get(line)),
    );
    expect(
      run.results.map(({ partialFingerprints }) => partialFingerprints['component/advisory/v1']),
    ).toEqual([
      'pkg:npm/example-parser@1.2.0|EXAMPLE-2026-0001',
      expect.stringContaining('|EXAMPLE-2026-0002'),
    ]);
  });

  it('says how much was searched, and what not and why', async () => {
    const { run, notes } = await sarif(join(fixtures, 'shop.spdx'));
    expect(run.invocations[0]).toMatchObject({
      properties: { components: 2, searched: 1 },
      toolExecutionNotifications: [
        { level: 'warning', message: { text: '1 of 2 components searched.' } },
        { message: { text: '1 not searched: no package URL (such as shop 2.0.0)' } },
      ],
    });
    expect(notes).toContain('1 of 2 components searched.\n  1 not searched: no package URL');
  });

  it('holds no more results than GitHub takes, the gravest first, and says so', async () => {
    const component = (at: number) => ({
      name: 'example-parser',
      version: '1.2.0',
      purl: 'pkg:npm/example-parser@1.2.0',
      'bom-ref': `${at}`,
    });
    const file = await folder.write(
      'many.json',
      cycloneDx(...Array.from({ length: 25_003 }, (_, at) => component(at))),
    );
    const { run, notes } = await sarif(file);
    expect(run.results).toHaveLength(25_000);
    expect(notes).toContain('GitHub takes 25000 results a run: the gravest are written, 3 are left out.');
    const some = await folder.write(
      'some.json',
      cycloneDx(...Array.from({ length: 5_001 }, (_, at) => component(at))),
    );
    expect((await sarif(some)).notes).toContain('GitHub shows 5000 results of a run; 5001 are written.');
  });
});
