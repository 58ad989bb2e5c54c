import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { pack } from 'tar-stream';
import { afterAll, describe, expect, it } from 'vitest';
import { runTestCommand } from '../../../../cli/test-command.ts';
import { advisories, bill, TestFolder, verdict } from '../test-files.ts';

const folder = new TestFolder();
afterAll(() => folder.remove());

type Settings = Parameters<typeof runTestCommand>[1];

function scan(file: string, options: string[] = [], settings: Settings = {}) {
  const sources = options.includes('--advisories') ? [] : ['--advisories', advisories];
  return runTestCommand(['sbom', 'scan', file, ...sources, ...options], { folder: folder.path, ...settings });
}
describe('sbom scan --explain', () => {
  const about = (product: string) => ({
    ...verdict,
    statements: [{ ...verdict.statements[0], products: [product] }],
  });

  it.each([
    ['pkg:npm/example-parser@1.1.0', 'it is about another version (verdict: 1.1.0, bill: 1.2.0)'],
    ['pkg:npm/%40other/product@2.0.0', 'it is about another component'],
  ])('says why a verdict on %s did not apply', async (product, reason) => {
    const vex = await folder.write('near.json', about(product));
    const { code, out } = await scan(bill, ['--vex', vex, '--explain']);
    expect(code).toBe(1);
    expect(out).toContain('1 verdicts: 0 applied, 1 on vulnerabilities found here did not, 0 on others');
    expect(out).toContain(
      '  EXAMPLE-2026-0001 in example-parser 1.2.0\n    "not affected": it is about another',
    );
    expect(out).toContain(reason);
    const json = JSON.parse((await scan(bill, ['--vex', vex, '--explain', '--format', 'json'])).out);
    expect(json.findings[0].unappliedVerdicts[0].message.en).toContain(reason);
    expect((await scan(bill, ['--vex', vex, '--explain', '--format', 'markdown'])).out).toContain('another');
    expect((await scan(bill, ['--vex', vex])).out).not.toContain(reason);
  });

  it('counts those that applied and those on other vulnerabilities', async () => {
    const vex = await folder.write('two.json', {
      ...verdict,
      statements: [
        ...verdict.statements,
        { ...verdict.statements[0], vulnerability: { name: 'CVE-1999-0001' } },
      ],
    });
    const { out } = await scan(bill, ['--vex', vex, '--explain'], { language: 'ja' });
    expect(out).toContain('判断 2 件: 当てはまったもの 1、');
    expect(out).toContain('見つかっていない脆弱性についてのもの 1');
  });

  it('a file without a verdict in it is told of', async () => {
    const { code, notes } = await scan(bill, ['--vex', bill]);
    expect(code).toBe(1);
    expect(notes).toContain('shop.cdx.json: there are no verdicts in it on what was found.');
  });
});

describe('verdicts of a feed', () => {
  it('are read from a folder, of which only what is about the findings counts', async () => {
    await mkdir(join(folder.path, 'feed', '2026'), { recursive: true });
    await folder.write('feed/2026/cve-2026-1001.json', verdict);
    await folder.write('feed/2026/cve-1999-0001.json', 'not read');
    const { code, out, notes } = await scan(bill, ['--vex', 'feed', '--fail-on', 'high']);
    expect(code).toBe(0);
    expect(out).toContain('1 settled');
    expect(notes).toBe('');
  });

  const feed = (document: object) => ({
    'vex/provider-metadata.json': '{"role":"csaf_publisher"}',
    'vex/2026/changes.csv': 'a,b',
    'vex/2026/cve-2026-1001.json': JSON.stringify(document),
    'vex/2026/cve-2026-1001.json.sha256': '00',
    'vex/2026/cve-1999-0001.json': 'not read',
  });
  const encoder = new TextEncoder();
  /** As vendors publish it (https://security.access.redhat.com/data/csaf/v2/vex/): years of CSAF in an archive. */
  const archives: Record<string, (files: Record<string, string>) => Promise<Uint8Array>> = {
    'feed.zip': async (files) =>
      zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, encoder.encode(text)]))),
    'feed.tar.gz': async (files) => {
      const tar = pack();
      for (const [name, text] of Object.entries(files)) tar.entry({ name }, text);
      tar.finalize();
      const parts: Uint8Array[] = [];
      for await (const part of tar) parts.push(part as Uint8Array);
      return gzipSync(Buffer.concat(parts));
    },
  };
  const csaf = {
    document: {
      category: 'csaf_vex',
      csaf_version: '2.0',
      publisher: { name: 'Example Works', namespace: 'https://example.com', category: 'vendor' },
      tracking: { id: 'CVE-2026-1001', current_release_date: '2026-04-01T00:00:00Z' },
    },
    product_tree: {
      full_product_names: [
        {
          product_id: 'P',
          name: 'example-parser 1.2.0',
          product_identification_helper: { purl: 'pkg:npm/example-parser@1.2.0' },
        },
      ],
    },
    vulnerabilities: [
      {
        cve: 'CVE-2026-1001',
        product_status: { known_not_affected: ['P'] },
        flags: [{ label: 'vulnerable_code_not_in_execute_path', product_ids: ['P'] }],
      },
    ],
  };

  it.each(Object.entries(archives))('are read from a %s as from a folder', async (name, packed) => {
    await folder.write(name, await packed(feed(csaf)));
    const { code, out, notes } = await scan(bill, ['--vex', name, '--fail-on', 'high']);
    expect({ code, notes }).toEqual({ code: 0, notes: '' });
    expect(out).toContain('1 settled');
    const other = { ...csaf, vulnerabilities: [{ ...csaf.vulnerabilities[0], cve: 'CVE-2026-9999' }] };
    await folder.write(name, await packed(feed(other)));
    expect((await scan(bill, ['--vex', name, '--fail-on', 'high'])).code).toBe(1);
  });

  it('are read from CycloneDX and from envelopes in a folder too', async () => {
    const cyclone = {
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      components: [{ type: 'library', name: 'x', 'bom-ref': 'x', purl: 'pkg:npm/example-parser@1.2.0' }],
      vulnerabilities: [
        { id: 'CVE-2026-1001', analysis: { state: 'not_affected' }, affects: [{ ref: 'x' }] },
      ],
    };
    const payload = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64');
    const envelope = { payloadType: 'application/vnd.in-toto+json', payload: '', signatures: [] };
    const statement = { _type: 'https://in-toto.io/Statement/v1', predicateType: 'x', predicate: {} };
    await mkdir(join(folder.path, 'mixed'), { recursive: true });
    await folder.write('mixed/provenance.json', { ...envelope, payload: payload(statement) });
    for (const [name, document] of [
      ['mixed/vex.json', cyclone],
      ['mixed/vex.json', { ...envelope, payload: payload({ ...statement, predicate: verdict }) }],
    ] as const) {
      await folder.write(name, document);
      const { code, notes } = await scan(bill, ['--vex', 'mixed', '--fail-on', 'high']);
      expect({ code, notes }).toEqual({ code: 0, notes: '' });
    }
  });

  it('are missed where a folder has none', async () => {
    await mkdir(join(folder.path, 'no-feed'), { recursive: true });
    const { code, notes } = await scan(bill, ['--vex', 'no-feed']);
    expect(code).toBe(2);
    expect(notes).toContain('no-feed: no VEX documents in it. Name a folder of OpenVEX or CSAF');
  });
});

describe('verdicts that cannot be used end with exit code 2', () => {
  it.each([
    ['novex.json', '{"@context": "https://openvex.dev/ns/v0.2.0", ', 'The file ends in the middle'],
    ['csaf.json', '{"document": {"title": "no version"}}', 'neither OpenVEX, CSAF 2.0 nor CycloneDX'],
    ['osv.json', '{"id":"X-1","affected":[]}', 'It is an advisory (OSV)'],
    ['bill.spdx', 'SPDXVersion: SPDX-2.3\n', 'It is a bill of materials (SPDX)'],
  ])('%s', async (name, content, expected) => {
    const { code, out, notes } = await scan(bill, ['--vex', await folder.write(name, content)]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(notes).toContain(expected);
    expect(notes).not.toContain('SPDX (JSON');
  });
});
