import { createReadStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { runTestCommand } from '../../../../cli/test-command.ts';
import { advisories, bill, cycloneDx, fixtures, TestFolder, verdict } from '../test-files.ts';

const folder = new TestFolder();
afterAll(() => folder.remove());

type Settings = Parameters<typeof runTestCommand>[1];

function scan(file: string, options: string[] = [], settings: Settings = {}) {
  const sources = options.includes('--advisories') ? [] : ['--advisories', advisories];
  return runTestCommand(['sbom', 'scan', file, ...sources, ...options], { folder: folder.path, ...settings });
}

describe('sbom scan', () => {
  it.each([
    ['any', 1],
    ['medium', 1],
    ['high', 1],
    ['critical', 0],
    ['never', 0],
    ['High', 1],
    ['CRITICAL', 0],
  ])('with --fail-on %s exits with %i', async (threshold, expected) => {
    expect((await scan(bill, ['--fail-on', threshold])).code).toBe(expected);
  });

  it('takes words in capitals too, for every option', async () => {
    const { code, out } = await scan(bill, ['--format', 'JSON', '--fail-on=Any']);
    expect(code).toBe(1);
    expect(JSON.parse(out).findings).toHaveLength(2);
  });

  it('says what --fail-on passes over because nobody rated it', async () => {
    const unrated = await folder.write('unrated.json', {
      id: 'X-1',
      affected: [{ package: { ecosystem: 'Hackage', name: 'a' }, versions: ['1'] }],
    });
    const file = await folder.write(
      'hackage.cdx.json',
      cycloneDx({ name: 'a', version: '1', purl: 'pkg:hackage/a@1' }),
    );
    const { code, notes } = await scan(file, ['--advisories', unrated, '--fail-on', 'high']);
    expect(code).toBe(0);
    expect(notes).toContain('1 vulnerabilities of unknown severity do not count for --fail-on high');
    expect((await scan(file, ['--advisories', unrated, '--fail-on', 'any'])).code).toBe(1);
  });

  it('reads the bill from standard input, packed with gzip or not', async () => {
    for (const stdin of [createReadStream(bill), packedBill()]) {
      const { code, out } = await scan('-', [], { stdin });
      expect(code).toBe(1);
      expect(out).toContain('example-parser');
    }
  });

  it('does not count what a verdict settles, and shows the verdict', async () => {
    const vex = await folder.write('verdict.json', verdict);
    expect((await scan(bill, ['--vex', vex, '--fail-on', 'high'])).code).toBe(0);
    expect((await scan(bill, ['--vex', vex])).code).toBe(1);
    const { out } = await scan(bill, ['--vex', vex], { language: 'ja' });
    expect(out).toMatch(/EXAMPLE-2026-0001.*影響なし/);
    expect(out).toContain('判断済み 1 件');
  });
});

describe('what was searched', () => {
  const mixed = () =>
    folder.write(
      'mixed.cdx.json',
      cycloneDx(
        { name: 'fine', version: '1.0.0', purl: 'pkg:npm/fine@1.0.0' },
        { name: 'nameless', version: '1' },
        { name: 'also-nameless', version: '2' },
        { name: 'broken', version: '1', purl: 'pkg:npm/%zz@1' },
        { name: 'a', version: '1', purl: 'pkg:hackage/a@1' },
        { name: 'unversioned', purl: 'pkg:npm/unversioned' },
        { name: 'wild', version: 'latest', purl: 'pkg:npm/wild@latest' },
        {},
      ),
    );
  const english = [
    '1 of 8 components searched.',
    '  2 not searched: no package URL (such as nameless 1)',
    '  1 not searched: a package URL that cannot be read (such as pkg:npm/%zz@1)',
    '  1 not searched: an ecosystem the given advisories do not cover (such as pkg:hackage/a@1)',
    '  1 not searched: no version (such as pkg:npm/unversioned)',
    '  1 not searched: a version field that holds no version (a range, "latest" and the like) (such as pkg:npm/wild@latest)',
    '  1 not searched: not readable as components',
  ];

  it('is how a scan ends, with the reason for each component that was not', async () => {
    const { code, out } = await scan(await mixed());
    expect(code).toBe(0);
    expect(out.trimEnd().split('\n').slice(-7)).toEqual(english);
    expect(out).toContain('no open vulnerabilities in what was searched.');
    const japanese = (await scan(await mixed(), [], { language: 'ja' })).out;
    expect(japanese).toContain('部品 8 点のうち 1 点を調べました。');
    expect(japanese).toContain('調べていない 2 点: パッケージ URL がない（例: nameless 1）');
  });

  it('is said in every format', async () => {
    const file = await mixed();
    const json = JSON.parse((await scan(file, ['--format', 'json'])).out);
    expect(json.coverage).toMatchObject({ components: 8, searched: 1, unread: 1 });
    expect(json.coverage.unsearched.map(({ reason }: { reason: string }) => reason)).toEqual([
      'no-package-url',
      'no-package-url',
      'malformed-package-url',
      'ecosystem-not-covered',
      'no-version',
      'not-a-version',
    ]);
    expect((await scan(file, ['--format', 'markdown'])).out).toContain(
      '1 of 8 components searched.\n- 2 not',
    );
    for (const format of ['json', 'sarif', 'cyclonedx']) {
      expect((await scan(file, ['--format', format])).notes.split('\n').slice(0, 7)).toEqual(english);
    }
  });

  it('decides the exit code with --fail-on-unsearched, unless something was found', async () => {
    expect((await scan(await mixed(), ['--fail-on-unsearched'])).code).toBe(3);
    expect((await scan(bill, ['--fail-on-unsearched'])).code).toBe(1);
    expect((await scan(bill, ['--fail-on-unsearched', '--fail-on', 'never'])).code).toBe(0);
  });

  it('is nothing where the bill lists nothing, which is not passed over', async () => {
    const file = await folder.write('none.cdx.json', {
      ...cycloneDx(),
      metadata: {
        component: {
          type: 'application',
          name: 'shop',
          version: '1.2.0',
          purl: 'pkg:npm/example-parser@1.2.0',
        },
      },
    });
    const { code, out } = await scan(file);
    expect(code).toBe(0);
    expect(out).toContain('0 of 0 components searched: the bill lists none.');
    expect(out).toContain(': nothing was searched.');
    expect(out).not.toContain('no open');
    expect(out).toContain('--include-subject searches the product itself, shop');
    expect((await scan(file, ['--fail-on-unsearched'])).code).toBe(3);
    const included = await scan(file, ['--include-subject']);
    expect(included).toMatchObject({ code: 1, out: expect.stringContaining('1 of 1 components searched.') });
  });
});

async function* packedBill() {
  const parts: Uint8Array[] = [];
  for await (const part of createReadStream(bill)) parts.push(part);
  const packed = gzipSync(Buffer.concat(parts));
  yield packed.subarray(0, 100);
  yield packed.subarray(100);
}

describe('a bill that cannot be used ends with exit code 2 and names the place', () => {
  it.each([
    ['missing.json', undefined, 'no such file'],
    ['empty.json', '', 'The file is empty'],
    ['broken.json', '{"bomFormat":"CycloneDX","specVersion":"1.6",', '1:46: The file ends in the middle'],
    ['proto.json', '{"specVersion":"1.6","__proto__":{}}', '1:22: The name "__proto__" is not allowed'],
    ['bomb.xml', '<!DOCTYPE a [<!ENTITY a "b">]><bom/>', 'A DOCTYPE declaration is refused'],
    ['utf16.json', Buffer.from('\ufeff{}', 'utf16le'), '1:1: The text is not UTF-8 (UTF-16)'],
    ['other.json', '{"name":"package"}', 'neither CycloneDX'],
    ['cut.json.gz', gzipSync('{"bomFormat":"CycloneDX"}').subarray(0, 20), 'the gzip is damaged or cut off'],
    ['package-lock.json', '{"lockfileVersion":3}', 'It is a lock file of npm'],
    ['advisory.json', '{"id":"X-1","affected":[]}', 'It is an advisory (OSV)'],
    ['kev.json', '{"catalogVersion":"1","vulnerabilities":[]}', 'It is the KEV list'],
  ])('%s', async (name, content, expected) => {
    if (content !== undefined) await folder.write(name, content);
    for (const { code, out, notes } of [
      await scan(name),
      await runTestCommand(['sbom', 'show', name], { folder: folder.path }),
    ]) {
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(notes).toContain(name);
      expect(notes).toContain(expected);
    }
  });

  it('where nothing could be read of a document that breaks its format', async () => {
    const file = await folder.write('nothing.cdx.json', { ...cycloneDx(), components: { name: 'a' } });
    const { code, out, notes } = await scan(file);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(notes).toContain('nothing.cdx.json: no component could be read');
    expect(notes).toContain('/components: ');
    expect(notes).not.toContain('--include-subject');
  });

  it('unless its subject is searched', async () => {
    const file = await folder.write('subject.cdx.json', {
      ...cycloneDx(),
      serialNumber: 'urn:uuid:nonesuch',
      metadata: { component: { type: 'application', name: 'shop', version: '2', purl: 'pkg:npm/shop@2' } },
    });
    expect(await scan(file)).toMatchObject({ code: 2, notes: expect.stringContaining('--include-subject') });
    const { code, out } = await scan(file, ['--include-subject']);
    expect(code).toBe(0);
    expect(out).toContain('1 of 1 components searched.');
  });
});

it('does not call a bill that it cannot read a bill', async () => {
  await folder.write('spdx.json', { '@context': 'https://spdx.org/rdf/9.0.0/context.jsonld', '@graph': [] });
  const { code, notes } = await scan('spdx.json');
  expect(code).toBe(2);
  expect(notes).not.toContain('It is');
});

describe('advisories that cannot be used end with exit code 2 and say what to do', () => {
  it.each([
    ['a folder with nothing in it', 'empty-folder', 'there is neither JSON nor a zip in it'],
    ['a bill', bill, 'it is a bill of materials (CycloneDX)'],
    ['a bill in SPDX', join(fixtures, 'shop.spdx'), 'it is a bill of materials (SPDX)'],
    ['a folder of bills', 'folder-of-bills', 'bill.json: id: neither an OSV record nor a CSAF document'],
    ['verdicts', 'openvex.json', 'it is verdicts (OpenVEX)'],
    ['an archive of nothing', 'nothing.zip', 'there is neither JSON nor a zip in it'],
    ['something that is not there', 'nowhere', 'no such file'],
    ['a broken archive', 'broken.zip', 'not a zip archive'],
  ])('%s', async (_, source, expected) => {
    await mkdir(join(folder.path, 'empty-folder'), { recursive: true });
    await mkdir(join(folder.path, 'folder-of-bills'), { recursive: true });
    await folder.write('folder-of-bills/bill.json', cycloneDx({ name: 'a' }));
    await folder.write('openvex.json', verdict);
    await folder.write('nothing.zip', Buffer.from(`PK\u0005\u0006${'\u0000'.repeat(18)}`, 'latin1'));
    await folder.write('broken.zip', 'PK nonsense');
    for (const sources of [[source], [advisories, source]]) {
      const options = sources.flatMap((each) => ['--advisories', each]);
      const { code, out, notes } = await scan(bill, options);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(notes).toContain(source);
      expect(notes).toContain(expected);
    }
  });

  it('but the same advisories twice are no mistake', async () => {
    expect((await scan(bill, ['--advisories', advisories, '--advisories', advisories])).code).toBe(1);
  });
});

it.each([
  [['--advisories'], 'Check the value of option --advisories ('],
  [['--explain=yes'], 'Option --explain takes no value.'],
  [['--vex', ''], '--vex is empty.'],
  [['--advisories', ''], '--advisories is empty.'],
  [['--nonesuch'], 'There is no option --nonesuch.'],
])('%j is explained in a sentence', async (options, sentence) => {
  const { code, notes } = await runTestCommand(['sbom', 'scan', bill, ...options]);
  expect(code).toBe(2);
  expect(notes).toContain(sentence);
});

it('standard input is called by that name', async () => {
  const { notes } = await scan('-', [], { language: 'ja' });
  expect(notes).toBe('kakehashi: 標準入力: ファイルが空です。\n');
});

it('a wrong command line ends with exit code 2', async () => {
  for (const args of [
    [],
    ['sbom'],
    ['sbom', 'scna', bill],
    ['sbom', 'scan'],
    ['sbom', 'scan', '', '--advisories', advisories],
    ['sbom', 'show', ''],
    ['sbom', 'scan', bill, '--formt', 'json'],
    ['sbom', 'scan', bill, '--advisories', advisories, '--format', 'pdf'],
    ['sbom', 'scan', bill, '--advisories', advisories, '--fail-on', 'severe'],
    ['sbom', 'diff', bill],
    ['toString'],
  ]) {
    const { code, notes, out } = await runTestCommand(args);
    expect([args, code, out]).toEqual([args, 2, '']);
    expect(notes).not.toBe('');
  }
});
