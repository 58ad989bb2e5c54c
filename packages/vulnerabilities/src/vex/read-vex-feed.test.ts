import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { pack } from 'tar-stream';
import { afterAll, describe, expect, it } from 'vitest';
import { AdvisoryIndex } from '../advisories/advisory-index.ts';
import { tarEntries } from '../advisories/tar.ts';
import { ZipError } from '../advisories/zip.ts';
import type { Component } from '../component.ts';
import { applyVex } from './apply-vex.ts';
import { readVexFeed } from './read-vex-feed.ts';

const CURL = 'curl-0:7.61.1-33.el8.x86_64';
const BASEOS = 'Red Hat Enterprise Linux BaseOS (v. 8)';

const csaf = (id: string, cve: string, status: object, parts: [id: string, purl: string][]) => ({
  document: {
    category: 'csaf_vex',
    csaf_version: '2.0',
    title: 'curl: heap overflow',
    aggregate_severity: { text: 'Important' },
    publisher: { name: 'Red Hat Product Security', namespace: 'https://www.redhat.com' },
    tracking: {
      id,
      initial_release_date: '2026-01-01T00:00:00Z',
      current_release_date: '2026-02-01T00:00:00Z',
    },
    references: [{ category: 'self', url: `https://example.com/${id}.json` }],
  },
  product_tree: {
    branches: [
      {
        category: 'product_name',
        name: BASEOS,
        product: {
          name: BASEOS,
          product_id: 'BaseOS',
          product_identification_helper: { cpe: 'cpe:/o:redhat:enterprise_linux:8::baseos' },
        },
      },
      ...parts.map(([name, purl]) => ({
        category: 'product_version',
        name,
        product: { name, product_id: name, product_identification_helper: { purl } },
      })),
    ],
    relationships: parts.map(([name]) => ({
      category: 'default_component_of',
      full_product_name: { name: `${name} as a component of ${BASEOS}`, product_id: `BaseOS:${name}` },
      product_reference: name,
      relates_to_product_reference: 'BaseOS',
    })),
  },
  vulnerabilities: [{ cve, product_status: status }],
});

const FIXED = csaf(
  'CVE-2026-1',
  'CVE-2026-1',
  { fixed: [`BaseOS:${CURL}`], known_not_affected: ['BaseOS:wget'] },
  [
    [CURL, 'pkg:rpm/redhat/curl@7.61.1-33.el8?arch=x86_64'],
    ['wget', 'pkg:rpm/redhat/wget'],
  ],
);
const OPEN = csaf('CVE-2026-2', 'CVE-2026-2', { known_affected: ['BaseOS:wget'] }, [
  ['wget', 'pkg:rpm/redhat/wget'],
]);

/** The layout of https://security.access.redhat.com/data/csaf/v2/vex/ and of CSAF's directory-based distribution. */
const FILES: Record<string, string> = {
  '2026/cve-2026-1.json': JSON.stringify(FIXED),
  '2026/cve-2026-1.json.asc': '-----BEGIN PGP SIGNATURE-----',
  '2026/cve-2026-1.json.sha256': '0 cve-2026-1.json',
  '2026/cve-2026-2.json': JSON.stringify(OPEN),
  'archive_latest.txt': 'csaf_vex_2026-02-01.tar.zst',
  'changes.csv': '"2026/cve-2026-1.json","2026-02-01T00:00:00+00:00"',
  'deletions.csv': '',
  'index.txt': '2026/cve-2026-1.json\n2026/cve-2026-2.json',
  'provider-metadata.json': '{"metadata_version":"2.0","publisher":{"category":"vendor"}}',
  'releases.csv': '"2026/cve-2026-1.json","2026-01-01T00:00:00+00:00"',
};

const root = mkdtempSync(join(tmpdir(), 'vex-feed-'));
afterAll(() => rmSync(root, { recursive: true }));

function folder(): string {
  const path = join(root, 'folder');
  mkdirSync(join(path, '2026'), { recursive: true });
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(path, name), text);
  return path;
}

function zip(): string {
  const path = join(root, 'feed.zip');
  writeFileSync(
    path,
    zipSync(Object.fromEntries(Object.entries(FILES).map(([name, text]) => [name, Buffer.from(text)]))),
  );
  return path;
}

async function tar(name: string, packed: (bytes: Buffer) => Buffer): Promise<string> {
  const archive = pack();
  for (const [file, text] of Object.entries(FILES)) archive.entry({ name: `vex/${file}` }, text);
  archive.finalize();
  const parts: Buffer[] = [];
  for await (const part of archive as AsyncIterable<Buffer>) parts.push(part);
  const path = join(root, name);
  writeFileSync(path, packed(Buffer.concat(parts)));
  return path;
}

const SOURCES: Record<string, () => string | Promise<string>> = {
  'a folder': folder,
  'a zip': zip,
  'a tar': () => tar('feed.tar', (bytes) => bytes),
  'a tar of gzip': () => tar('feed.tar.gz', (bytes) => gzipSync(bytes)),
  'a tar of Zstandard': () => tar('feed.tar.zst', (bytes) => zstdCompressSync(bytes)),
};

const component = (purl: string): Component => ({ name: purl, purl, licences: [], hashes: [] });
const curl = (release: string) =>
  component(
    `pkg:rpm/redhat/libcurl@7.61.1-${release}?distro=rhel-8.6&upstream=curl-7.61.1-${release}.src.rpm`,
  );
const wget = component('pkg:rpm/redhat/wget@1.19-1.el8?distro=rhel-8.6');

describe.each(Object.entries(SOURCES))("a vendor's feed in %s", (_, source) => {
  it('is read as advisories', async () => {
    const index = await AdvisoryIndex.load(await source());
    expect(index.warnings.list).toEqual([]);
    expect(index.size.advisories).toBe(2);
    expect(index.match([curl('30.el8'), curl('33.el8'), wget])).toMatchObject([
      {
        component: curl('30.el8'),
        advisory: {
          id: 'REDHAT-CVE-2026-1',
          summary: 'curl: heap overflow',
          published: '2026-01-01T00:00:00Z',
          url: 'https://example.com/CVE-2026-1.json',
        },
        upstream: [['CVE-2026-1']],
        severity: { rating: 'high' },
        fixed: ['7.61.1-33.el8'],
      },
      { component: wget, advisory: { id: 'REDHAT-CVE-2026-2' }, fixed: [] },
    ]);
  });

  it('is read as verdicts, only those asked for', async () => {
    const feed = await readVexFeed(await source(), new Set(['CVE-2026-1']));
    expect(feed).toMatchObject({ documents: 1, warnings: [] });
    const findings = [{ component: wget, advisory: { id: 'CVE-2026-1' }, aliases: [] }];
    expect(applyVex(findings, feed.statements)[0]?.verdict?.status).toBe('not_affected');
    expect((await readVexFeed(await source())).documents).toBe(2);
  });
});

describe('a feed', () => {
  const text = (value: unknown) => JSON.stringify(value);

  it('keeps the streams of a module apart', async () => {
    const module = 'nodejs:18:8060020220523160029:ad008a3a';
    const name = 'npm-1:8.19.2-1.module+el8.6.0+1.x86_64';
    const purl = `pkg:rpm/redhat/npm@8.19.2-1.module%2Bel8.6.0%2B1?arch=x86_64&epoch=1&rpmmod=${module}`;
    const index = await AdvisoryIndex.load([
      csaf('CVE-2026-1', 'CVE-2026-1', { fixed: [`BaseOS:${name}`] }, [[name, purl]]),
    ]);
    const npm = (stream: string) =>
      component(
        `pkg:rpm/redhat/npm@6.14.0-1.module%2Bel8.6.0%2B1?distro=rhel-8.6&epoch=1&rpmmod=nodejs:${stream}`,
      );
    expect(index.match([npm('18'), npm('16')])).toMatchObject([{ component: npm('18') }]);
  });

  it('says of SUSE what it says by source package', async () => {
    const name = 'libopenssl3-3.1.4-150600.5.39.1';
    const purl =
      'pkg:rpm/suse/libopenssl3@3.1.4-150600.5.39.1?upstream=openssl-3-3.1.4-150600.5.39.1.src.rpm';
    const document = csaf('CVE-2026-1', 'CVE-2026-1', { recommended: [`BaseOS:${name}`] }, [[name, purl]]);
    const suse = JSON.parse(
      text(document).replace('cpe:/o:redhat:enterprise_linux:8::baseos', 'cpe:/o:suse:sles:15:sp6'),
    );
    const index = await AdvisoryIndex.load([suse]);
    const own = (release: string) =>
      component(
        `pkg:rpm/suse/libopenssl3@3.1.4-${release}?distro=sles-15.6&upstream=openssl-3-3.1.4-${release}.src.rpm`,
      );
    expect(index.match([own('150600.5.15.1'), own('150600.5.39.1')])).toMatchObject([
      { component: own('150600.5.15.1'), advisory: { summary: 'curl: heap overflow' } },
    ]);
  });

  it('says nothing of a library that is only part of a product', async () => {
    const document = csaf('EXW-1', 'CVE-2026-1', { known_affected: ['BaseOS:lib', 'alone'] }, [
      ['lib', 'pkg:npm/lib'],
    ]);
    const product = JSON.parse(text(document).replace('redhat:enterprise_linux:8::baseos', 'example:shop:8'));
    product.product_tree.full_product_names = [
      { name: 'alone', product_id: 'alone', product_identification_helper: { purl: 'pkg:npm/alone@1.0.0' } },
    ];
    const index = await AdvisoryIndex.load([product]);
    const found = index.match(
      ['pkg:npm/lib@1.0.0', 'pkg:npm/alone@1.0.0', 'pkg:npm/alone@2.0.0'].map(component),
    );
    expect(found.map((finding) => finding.component.purl)).toEqual(['pkg:npm/alone@1.0.0']);
  });

  it('names the file and place of what cannot be read', async () => {
    const broken = join(root, 'broken');
    mkdirSync(broken, { recursive: true });
    writeFileSync(join(broken, 'a.json'), text(FIXED).slice(0, -10));
    writeFileSync(
      join(broken, 'b.json'),
      text({ ...FIXED, vulnerabilities: [{ cve: 'CVE-2026-1', product_status: { fixed: ['X'] } }] }),
    );
    writeFileSync(join(broken, 'c.json'), '{"name":"a package.json"}');
    const feed = await readVexFeed(broken);
    expect(
      feed.warnings.map(({ source, code, place }) => `${source.slice(broken.length + 1)} ${code} ${place}`),
    ).toEqual([
      expect.stringMatching(/^a\.json not-a-verdict 1:\d+/),
      'b.json bad-value /vulnerabilities/0/product_status/fixed',
    ]);
    const index = await AdvisoryIndex.load(broken);
    expect(
      index.warnings.list.map(
        ({ source, code, place }) => `${source.slice(broken.length + 1)} ${code} ${place}`,
      ),
    ).toEqual([
      'a.json not-json ',
      'b.json bad-value vulnerabilities[0].product_status.fixed',
      'c.json not-an-advisory id',
    ]);
  });

  it('that is cut off, or no tar, is refused by name', async () => {
    const whole = await tar('whole.tar.gz', (bytes) => gzipSync(bytes));
    const cut = await tar('cut.tar.gz', (bytes) => gzipSync(bytes).subarray(0, 500));
    const noTar = join(root, 'no.tar');
    writeFileSync(noTar, 'x'.repeat(2000));
    const names: string[] = [];
    for await (const { name } of tarEntries(whole)) names.push(name);
    expect(names).toHaveLength(10);
    for (const path of [cut, noTar]) {
      const refusal = await AdvisoryIndex.load(path).catch((error) => error);
      expect(refusal).toBeInstanceOf(ZipError);
      expect(refusal).toMatchObject({ code: 'corrupt', message: expect.stringContaining(path) });
    }
    const small = { entries: 3, entryBytes: 100, totalBytes: 1000, ratio: 200 };
    await expect(AdvisoryIndex.load(whole).then(() => 'read')).resolves.toBe('read');
    const limited = new AdvisoryIndex().load(whole, small).catch((error) => error);
    expect(await limited).toBeInstanceOf(ZipError);
  });
});
