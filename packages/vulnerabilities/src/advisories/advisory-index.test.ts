import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Component } from '../component.ts';
import { compareVersions } from '../versions/compare.ts';
import { isVersion } from '../versions/is-version.ts';
import { AdvisoryIndex } from './advisory-index.ts';
import { documentsOf } from './advisory-source.ts';
import type { Finding } from './finding.ts';
import { SnapshotError } from './snapshot.ts';

const component = (purl: string, version?: string): Component => ({
  name: purl,
  ...(version === undefined ? {} : { version }),
  purl,
  licences: [],
  hashes: [],
});

type Events = Record<string, string>[];

const record = (id: string, ecosystem: string, name: string, events: Events, more: object = {}): object => ({
  id,
  modified: '2026-01-01T00:00:00Z',
  affected: [{ package: { ecosystem, name }, ranges: [{ type: 'ECOSYSTEM', events }] }],
  ...more,
});

async function matching(records: readonly object[], ...purls: string[]): Promise<string[]> {
  const index = await AdvisoryIndex.load(records);
  return index.match(purls.map((purl) => component(purl))).map(({ advisory }) => advisory.id);
}

describe('matching', () => {
  it('gives the range that matched, the versions that fix it and all names of the vulnerability', async () => {
    const events = [{ introduced: '1.0.0' }, { fixed: '1.2.3' }, { introduced: '2.0.0' }, { fixed: '2.1.0' }];
    const vector = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
    const index = await AdvisoryIndex.load([
      record('GO-1', 'Go', 'github.com/BurntSushi/toml', events, { aliases: ['CVE-2026-1'], summary: 'Bad' }),
      record('GHSA-1', 'Go', 'github.com/BurntSushi/toml', [{ introduced: '0' }, { fixed: '2.1.1' }], {
        aliases: ['CVE-2026-1'],
        severity: [{ type: 'CVSS_V3', score: vector }],
      }),
    ]);
    const toml = component('pkg:golang/github.com/burntsushi/toml@v2.0.5');
    const range = { ecosystem: 'Go', package: 'github.com/BurntSushi/toml', lastAffected: null };
    expect(index.match([toml])).toEqual([
      {
        component: toml,
        advisory: expect.objectContaining({ id: 'GO-1', summary: 'Bad', severity: expect.anything() }),
        aliases: ['CVE-2026-1', 'GHSA-1'],
        upstream: [],
        severity: { rating: 'critical', score: 9.8, vector },
        ranges: [
          { ...range, introduced: '2.0.0', fixed: '2.1.0' },
          { ...range, introduced: '0', fixed: '2.1.1' },
        ],
        fixed: ['2.1.0', '2.1.1'],
        onlyLastKnownAffected: false,
      },
    ]);
  });

  it.each([
    ['npm', '@babel/core', 'pkg:npm/%40babel/core@1.0.0'],
    ['npm', '@babel/core', 'pkg:npm/@babel/core@1.0.0'],
    ['npm', 'lodash', 'pkg:npm/lodash@1.0.0?vcs_url=git%2Bhttps://a/b@c#src'],
    ['Go', 'github.com/a/B/v2', 'pkg:golang/github.com/a/b/v2@v1.0.0'],
    ['Go', 'github.com/a/b', 'pkg:golang/github.com%2Fa/b@v1.0.0', 'none'],
    ['Go', 'stdlib', 'pkg:golang/std@go1.0.0'],
    ['Go', 'stdlib', 'pkg:golang/stdlib@v1.0.0'],
    ['Go', 'toolchain', 'pkg:golang/toolchain@1.0.0'],
    ['Go', 'toolchain', 'pkg:golang/golang.org/toolchain@v0.0.1-go1.0.0.linux-amd64'],
    ['crates.io', 'serde', 'pkg:cargo/serde@1.0.0'],
    ['PyPI', 'ruamel-yaml', 'pkg:pypi/Ruamel.YAML@1.0.0'],
    ['Maven', 'org.apache.commons:io', 'pkg:maven/org.apache.commons/io@1.0.0?type=jar'],
    ['NuGet', 'Newtonsoft.Json', 'pkg:nuget/newtonsoft.json@1.0.0'],
    ['RubyGems', 'rails', 'pkg:gem/rails@1.0.0?platform=java'],
    ['Packagist', 'laravel/framework', 'pkg:composer/Laravel/Framework@1.0.0'],
    ['Hex', 'phoenix', 'pkg:hex/phoenix@1.0.0'],
    ['Pub', 'dio', 'pkg:pub/dio@1.0.0'],
    ['SwiftURL', 'https://github.com/Vapor/Vapor.git', 'pkg:swift/github.com/vapor/vapor@1.0.0'],
    ['Debian:11', 'openssl', 'pkg:deb/debian/openssl@1.0.0?arch=amd64&distro=debian-11.6'],
    ['Debian:11', 'openssl', 'pkg:deb/debian/openssl@1.0.0?distro=bullseye'],
    ['Debian:11', 'openssl', 'pkg:deb/debian/openssl@1.0.0?distro=bookworm', 'none'],
    ['Debian:11', 'openssl', 'pkg:deb/debian/openssl@1.0.0', 'none'],
    ['Debian', 'openssl', 'pkg:deb/debian/openssl@1.0.0'],
    ['Debian', 'openssl', 'pkg:deb/debian/openssl@1.0.0?distro=bookworm'],
    ['Debian:11', 'openssl', 'pkg:deb/debian/libssl1.1@1.0.0?distro=debian-11&upstream=openssl%401.0.0'],
    ['Debian:11', 'openssl', 'pkg:deb/ubuntu/openssl@1.0.0', 'none'],
    ['Ubuntu:22.04:LTS', 'curl', 'pkg:deb/ubuntu/curl@1.0.0?distro=jammy'],
    ['Ubuntu:22.04:LTS', 'curl', 'pkg:deb/ubuntu/curl@1.0.0?distro=ubuntu-20.04', 'none'],
    ['Alpine:v3.18', 'curl', 'pkg:apk/alpine/curl@1.0.0-r0?distro=alpine-3.18.4'],
    ['Alpine:v3.18', 'curl', 'pkg:apk/alpine/curl@1.0.0-r0?distro=3.17', 'none'],
    ['AlmaLinux:9', 'curl', 'pkg:rpm/almalinux/curl@1.0.0-1.el9?distro=almalinux-9.2'],
    ['Red Hat:enterprise_linux:8::baseos', 'curl', 'pkg:rpm/redhat/curl@1.0.0-1.el8?distro=rhel-8.6'],
    ['SUSE:Linux Enterprise Server 15 SP4', 'curl', 'pkg:rpm/suse/curl@1.0.0-1?distro=sles-15.4'],
  ])('finds %s %s as %s', async (ecosystem, name, purl, expected = 'X-1') => {
    const found = await matching(
      [record('X-1', ecosystem, name, [{ introduced: '0' }, { fixed: '2.0' }])],
      purl,
    );
    expect(found).toEqual(expected === 'none' ? [] : [expected]);
  });

  it('compares rpm versions with their epoch', async () => {
    const advisory = record('X-1', 'AlmaLinux:9', 'vim', [{ introduced: '0' }, { fixed: '2:8.2-1' }]);
    const found = await matching(
      [advisory],
      'pkg:rpm/almalinux/vim@8.2-0?epoch=2&distro=almalinux-9.2',
      'pkg:rpm/almalinux/vim@9.0-1?epoch=1&distro=almalinux-9.2',
      'pkg:rpm/almalinux/vim@8.2-1?epoch=2&distro=almalinux-9.2',
    );
    expect(found).toEqual(['X-1', 'X-1']);
  });

  it('passes over what it cannot judge: no purl, a broken one, an unknown type, commit ranges', async () => {
    const git = {
      package: { ecosystem: 'npm', name: 'a' },
      ranges: [{ type: 'GIT', events: [{ introduced: '0' }] }],
    };
    const index = await AdvisoryIndex.load([{ id: 'X-1', affected: [git] }]);
    const odd = ['nonsense', 'pkg:npm/%zz@1', 'pkg:mystery/a@1', 'pkg:npm/a@1'].map((purl) =>
      component(purl),
    );
    expect(index.match([{ name: 'a', version: '1', licences: [], hashes: [] }, ...odd])).toEqual([]);
  });

  it('gives a component without a version only what affects every version', async () => {
    const events = [{ introduced: '0' }];
    const records = [
      record('ALL', 'npm', 'a', events),
      record('SOME', 'npm', 'a', [...events, { fixed: '1.0.0' }]),
    ];
    expect(await matching(records, 'pkg:npm/a')).toEqual(['ALL']);
    const index = await AdvisoryIndex.load(records);
    expect(index.match([component('pkg:npm/a', '0.9.0')])).toHaveLength(2);
  });

  it('orders a SEMVER range by Semantic Versioning, whatever the ecosystem', async () => {
    const ranges = [{ type: 'SEMVER', events: [{ introduced: '1.0.0' }, { fixed: '1.0.1' }] }];
    const affected = [{ package: { ecosystem: 'PyPI', name: 'a' }, ranges }];
    expect(await matching([{ id: 'X-1', affected }], 'pkg:pypi/a@1.0.1-rc.1', 'pkg:pypi/a@1.0.1')).toEqual([
      'X-1',
    ]);
  });

  it('counts a listed version that no range holds', async () => {
    const affected = [{ package: { ecosystem: 'npm', name: 'a' }, versions: ['3.0.0', '1.1.0'] }];
    const index = await AdvisoryIndex.load([{ id: 'X-1', affected }]);
    const [finding] = index.match([component('pkg:npm/a@3.0.0')]);
    expect(finding).toMatchObject({ fixed: [], ranges: [{ introduced: '3.0.0', lastAffected: '3.0.0' }] });
    expect(index.match([component('pkg:npm/a@2.0.0')])).toEqual([]);
  });
});

describe('an index', () => {
  const events = [{ introduced: '0' }];

  it('leaves out withdrawn advisories, and keeps the newer of two copies', async () => {
    const newer = { modified: '2026-02-01T00:00:00Z', withdrawn: '2026-02-01T00:00:00Z' };
    const index = await AdvisoryIndex.load([
      record('X-1', 'npm', 'a', events),
      record('X-2', 'npm', 'a', events),
    ]);
    expect(index.match([component('pkg:npm/a@1')])).toHaveLength(2);
    index.add(record('X-1', 'npm', 'a', events, newer));
    index.add(record('X-1', 'npm', 'a', events));
    expect(index.match([component('pkg:npm/a@1')]).map(({ advisory }) => advisory.id)).toEqual(['X-2']);
    expect(index.size).toEqual({ advisories: 1, packages: 1, intervals: 1 });
  });

  it('says which packages an advisory affects, by any of its names', async () => {
    const index = await AdvisoryIndex.load([
      record('GHSA-1', 'npm', 'a', events, { aliases: ['CVE-2026-1'] }),
      record('PYSEC-1', 'PyPI', 'b', events, { aliases: ['CVE-2026-1'] }),
      record('X-1', 'npm', 'c', events),
    ]);
    const names = index.affects('PYSEC-1').map((affected) => `${affected.ecosystem} ${affected.package}`);
    expect(names).toEqual(['npm a', 'PyPI b']);
    expect(index.advisory('CVE-2026-1')).toMatchObject({ id: 'GHSA-1', aliases: ['CVE-2026-1', 'PYSEC-1'] });
    expect(index.affects('CVE-1999-0001')).toEqual([]);
    expect(index.advisory('CVE-1999-0001')).toBeNull();
  });

  it('is the same after a snapshot, and goes on growing', async () => {
    const semver = { type: 'SEMVER', events: [{ introduced: '1.0' }, { last_affected: '2.0' }] };
    const affected = [{ package: { ecosystem: 'PyPI', name: 'a' }, ranges: [semver] }];
    const index = await AdvisoryIndex.load([
      { id: 'X-1', aliases: ['CVE-2026-1'], affected },
      record('X-2', 'Debian:11', 'a', [{ introduced: '0' }, { fixed: '1.0' }]),
    ]);
    const components = ['pkg:pypi/a@1.5', 'pkg:deb/debian/a@0.9?distro=debian-11', 'pkg:npm/b@1'].map(
      (purl) => component(purl),
    );
    const restored = AdvisoryIndex.restore(index.snapshot());
    expect(restored.match(components)).toEqual(index.match(components));
    restored.add(record('X-3', 'npm', 'b', events, { aliases: ['CVE-2026-1'] }));
    expect(restored.match(components).at(-1)?.aliases).toEqual(['CVE-2026-1', 'X-1']);
  });

  it('refuses a snapshot that is damaged', async () => {
    const bytes = (await AdvisoryIndex.load([record('X-1', 'npm', 'a', events)])).snapshot();
    const flipped = bytes.slice();
    flipped[40] = 255 - (flipped[40] ?? 0);
    for (const damaged of [new Uint8Array(0), bytes.subarray(0, 30), bytes.subarray(0, -1), flipped]) {
      expect(() => AdvisoryIndex.restore(damaged)).toThrow(SnapshotError);
    }
  });
});

/** The evaluation the OSV schema describes, word by word: no index, no sort keys, each version compared anew. */
function isAffected(affected: OsvAffectedDocument, version: string): boolean {
  const { ecosystem } = affected.package;
  if (affected.versions?.some((listed) => compareVersions(ecosystem, listed, version) === 0)) return true;
  return (affected.ranges ?? []).some((range) => {
    if (range.type === 'GIT') return false;
    const order = (a: string, b: string) =>
      compareVersions(range.type === 'SEMVER' ? 'SemVer' : ecosystem, a, b);
    const limits = range.events.flatMap(({ limit }) => (limit === undefined ? [] : [limit]));
    const isBelowLimit =
      limits.length === 0 || limits.some((limit) => limit === '*' || order(version, limit) < 0);
    const at = (event: Record<string, string>) => Object.values(event)[0] ?? '';
    const sorted = range.events
      .filter(({ limit }) => limit === undefined)
      .sort((a, b) => (a.introduced === '0' ? -1 : b.introduced === '0' ? 1 : order(at(a), at(b))));
    let vulnerable = false;
    for (const { introduced, fixed, last_affected } of sorted) {
      if (introduced !== undefined && (introduced === '0' || order(version, introduced) >= 0))
        vulnerable = true;
      if (fixed !== undefined && order(version, fixed) >= 0) vulnerable = false;
      if (last_affected !== undefined && order(version, last_affected) > 0) vulnerable = false;
    }
    return vulnerable && isBelowLimit;
  });
}

interface OsvAffectedDocument {
  package: { ecosystem: string; name: string };
  versions?: string[];
  ranges?: { type: string; events: Record<string, string>[] }[];
}

interface OsvDocument {
  id: string;
  aliases?: string[];
  withdrawn?: string;
  affected: OsvAffectedDocument[];
}

/** https://ossf.github.io/osv-schema/#upstream-field: transitive, not symmetric, and no alias. */
describe('what an advisory passes on from upstream', () => {
  const events = [{ introduced: '0' }, { fixed: '2.0' }];
  const vector = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
  const debian = record('DEBIAN-CVE-2021-44228', 'Debian:12', 'log4j', events, {
    upstream: ['CVE-2021-44228'],
  });
  const own = record('GHSA-jfh8-c2jp-5v3q', 'Maven', 'org.apache:log4j', events, {
    aliases: ['CVE-2021-44228'],
    severity: [{ type: 'CVSS_V3', score: vector }],
  });
  const log4j = component('pkg:deb/debian/log4j@1.0?distro=debian-12');

  it('is told with the finding, and rates it where nothing else does', async () => {
    const index = await AdvisoryIndex.load([debian, own]);
    const restored = AdvisoryIndex.restore(index.snapshot());
    for (const each of [index, restored]) {
      expect(each.match([log4j])).toMatchObject([
        {
          advisory: { id: 'DEBIAN-CVE-2021-44228', aliases: [] },
          aliases: [],
          upstream: [['CVE-2021-44228', 'GHSA-jfh8-c2jp-5v3q']],
          severity: { rating: 'critical' },
        },
      ]);
      expect(each.match([component('pkg:maven/org.apache/log4j@1.0')])).toMatchObject([
        { aliases: ['CVE-2021-44228'], upstream: [] },
      ]);
    }
  });

  it('is found by the name of the upstream vulnerability, and not the other way round', async () => {
    const index = await AdvisoryIndex.load([debian, own]);
    const packagesOf = (name: string) => index.affects(name).map((affected) => affected.package);
    expect(packagesOf('CVE-2021-44228')).toEqual(['log4j', 'org.apache:log4j'].reverse());
    expect(packagesOf('DEBIAN-CVE-2021-44228')).toEqual(['log4j']);
    const alone = await AdvisoryIndex.load([debian]);
    expect(alone.advisory('CVE-2021-44228')?.id).toBe('DEBIAN-CVE-2021-44228');
    expect(alone.advisory('CVE-2021-45046')).toBeNull();
  });

  it('goes through advisories between, and counts a vulnerability once by whatever name', async () => {
    const notice = { upstream: ['UBUNTU-CVE-2026-1', 'CVE-2026-1', 'CVE-2026-2', 'UBUNTU-CVE-2026-3'] };
    const index = await AdvisoryIndex.load([
      record('USN-1', 'Ubuntu:22.04:LTS', 'curl', events, notice),
      record('UBUNTU-CVE-2026-3', 'Ubuntu:22.04:LTS', 'other', events, { upstream: ['CVE-2026-3'] }),
      { id: 'CVE-2026-3', related: ['CVE-2026-9'] },
    ]);
    const [finding] = index.match([component('pkg:deb/ubuntu/curl@1.0?distro=jammy')]);
    expect(finding?.upstream).toEqual([
      ['CVE-2026-1', 'UBUNTU-CVE-2026-1'],
      ['CVE-2026-2'],
      ['CVE-2026-3', 'UBUNTU-CVE-2026-3'],
    ]);
    expect(
      index
        .affects('CVE-2026-3')
        .map((affected) => affected.package)
        .sort(),
    ).toEqual(['curl', 'other']);
  });

  it('that is related is not passed on', async () => {
    const index = await AdvisoryIndex.load([
      record('X-1', 'npm', 'a', events, { related: ['CVE-2026-1'], upstream: [] }),
    ]);
    expect(index.match([component('pkg:npm/a@1')])).toMatchObject([{ aliases: [], upstream: [] }]);
    expect(index.affects('CVE-2026-1')).toEqual([]);
  });

  it('in a circle comes to an end', async () => {
    const index = await AdvisoryIndex.load([
      record('A-1', 'npm', 'a', events, { upstream: ['B-1'] }),
      record('B-1', 'npm', 'b', events, { upstream: ['A-1', 'B-1'] }),
    ]);
    expect(index.match([component('pkg:npm/a@1')])).toHaveLength(1);
    expect(index.affects('A-1')).toHaveLength(2);
  });
});

describe('a finding that rests on the last version known to be affected', () => {
  const affected = (ranges: object, more: object = {}) => ({
    id: 'X-1',
    affected: [
      { package: { ecosystem: 'npm', name: 'a' }, ranges: [{ type: 'SEMVER', ...ranges }], ...more },
    ],
  });
  // As GitHub's advisories say it: GHSA records of https://github.com/github/advisory-database
  const lastKnown = { database_specific: { last_known_affected_version_range: '<= 2.0.0' } };

  it.each([
    [true, affected({ events: [{ introduced: '0' }, { last_affected: '2.0.0' }] })],
    [true, affected({ events: [{ introduced: '0' }] }, lastKnown)],
    [false, affected({ events: [{ introduced: '0' }, { fixed: '2.0.1' }] }, lastKnown)],
    [false, affected({ events: [{ introduced: '0' }] })],
    [false, { id: 'X-1', affected: [{ package: { ecosystem: 'npm', name: 'a' }, versions: ['1.0.0'] }] }],
  ])('is marked: %j', async (expected, document) => {
    const index = await AdvisoryIndex.load([document]);
    const restored = AdvisoryIndex.restore(index.snapshot());
    for (const each of [index, restored]) {
      const [finding] = each.match([component('pkg:npm/a@1.0.0')]);
      expect(finding?.onlyLastKnownAffected).toBe(expected);
    }
  });
});

describe('a search', () => {
  it('says of each component that was not searched why', async () => {
    const index = await AdvisoryIndex.load([
      record('X-1', 'npm', 'a', [{ introduced: '0' }, { fixed: '2.0' }]),
    ]);
    const components = [
      component('pkg:npm/a@1.0'),
      component('pkg:npm/b@1.0'),
      { name: 'a', version: '1', licences: [], hashes: [] },
      component('pkg:npm/%zz@1'),
      component('pkg:pypi/a@1'),
      component('pkg:npm/a'),
      component('pkg:npm/a@latest'),
      component('pkg:npm/a', '>=1'),
    ];
    const result = index.search({ components });
    expect(result).toMatchObject({ components: 8, searched: 2 });
    expect(result.findings.map(({ component: found }) => found)).toEqual([components[0]]);
    expect(result.unsearched.map(({ reason }) => reason)).toEqual([
      'no-package-url',
      'malformed-package-url',
      'ecosystem-not-covered',
      'no-version',
      'not-a-version',
      'not-a-version',
    ]);
    expect(result.unsearched.map((each) => each.component)).toEqual(components.slice(2));
  });

  it('does not count an operating system, whose packages are what is searched', async () => {
    const index = await AdvisoryIndex.load([record('X-1', 'npm', 'a', [{ introduced: '0' }])]);
    const system: Component = { name: 'debian', licences: [], hashes: [], isOperatingSystem: true };
    expect(index.search({ components: [component('pkg:npm/a@1'), system] })).toMatchObject({
      components: 1,
      searched: 1,
      unsearched: [],
    });
  });

  it('takes in the subject of a bill on request, once', async () => {
    const index = await AdvisoryIndex.load([record('X-1', 'npm', 'a', [{ introduced: '0' }])]);
    const bill = { subject: component('pkg:npm/a@1'), components: [component('pkg:npm/b@1')] };
    expect(index.search(bill)).toMatchObject({ components: 1, findings: [] });
    expect(index.search(bill, { includeSubject: true })).toMatchObject({
      components: 2,
      findings: [{ component: bill.subject }],
    });
    const listed = { subject: bill.subject, components: [bill.subject] };
    expect(index.search(listed, { includeSubject: true }).components).toBe(1);
  });
});

describe('names and versions that are percent-encoded', () => {
  it.each(['pkg:npm/JSONStream@1.0.0%2Bx', 'pkg:npm/JSONStream@1.0.0+x', 'pkg:npm/JSON%53tream@1.0.0'])(
    '%s is the package that stands there, in its letter case',
    async (purl) => {
      const ranges = [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '1.0.1' }] }];
      const affected = [{ package: { ecosystem: 'npm', name: 'JSONStream' }, ranges }];
      const index = await AdvisoryIndex.load([{ id: 'X-1', affected }]);
      expect(index.match([component(purl)])).toHaveLength(1);
    },
  );
});

describe('what is covered', () => {
  it('is every component of an ecosystem that an advisory speaks of', async () => {
    const affected = [
      { package: { ecosystem: 'npm', name: 'a' } },
      { package: { ecosystem: 'Debian:12', name: 'b' } },
    ];
    const index = await AdvisoryIndex.load([{ id: 'X-1', affected }]);
    const covered = ['pkg:npm/other@1', 'pkg:npm/%40s/x@1', 'pkg:deb/debian/other@1?distro=debian-12'];
    const unknown = ['pkg:pypi/a@1', 'pkg:deb/ubuntu/b@1', 'pkg:generic/a@1', 'not a package URL'];
    expect(covered.filter((purl) => index.covers(component(purl)))).toEqual(covered);
    expect(unknown.filter((purl) => index.covers(component(purl)))).toEqual([]);
  });
});

describe('brute force', () => {
  it('agrees on random ranges', () => {
    const version = fc.constantFrom('0.1.0', '1.0.0-rc.1', '1.0.0', '1.1.0', '2.0.0', '2.0.0-a', '10.0.0');
    const event = fc.oneof(
      version.map((introduced) => ({ introduced })),
      version.map((fixed) => ({ fixed })),
      version.map((last_affected) => ({ last_affected })),
      fc.constant({ introduced: '0' }),
    );
    const limit = fc.oneof(
      fc.constant([]),
      fc.constant([]),
      version.map((text) => [{ limit: text }]),
    );
    const ranges = fc.array(
      fc.tuple(fc.constantFrom('SEMVER', 'ECOSYSTEM'), fc.array(event, { maxLength: 5 }), limit),
      { maxLength: 2 },
    );
    const ecosystems = { npm: 'npm', PyPI: 'pypi', Packagist: 'composer/x' };
    const ecosystem = fc.constantFrom(...(['npm', 'PyPI', 'Packagist'] as const));
    fc.assert(
      fc.property(
        ecosystem,
        ranges,
        fc.array(version, { maxLength: 2 }),
        version,
        (name, given, versions, own) => {
          const affected = {
            package: { ecosystem: name, name: name === 'Packagist' ? 'x/a' : 'a' },
            versions,
            ranges: given.map(([type, events, limits]) => ({ type, events: [...events, ...limits] })),
          };
          const index = new AdvisoryIndex();
          index.add({ id: 'X-1', affected: [affected] });
          const found = index.match([component(`pkg:${ecosystems[name]}/a@${own}`)]);
          expect(found.length > 0).toBe(isAffected(affected, own));
        },
      ),
      { numRuns: 3000 },
    );
  });

  const FOLDER = new URL('../../../../../shared/data/advisories/', import.meta.url);
  it.skipIf(!existsSync(FOLDER)).each([
    ['osv-Go.zip', 'golang', 'Go'],
    ['osv-PyPI.zip', 'pypi', 'PyPI'],
    ['osv-crates.io.zip', 'cargo', 'crates.io'],
  ])(
    'agrees on components drawn from %s (skipped without ../shared/data)',
    async (archive, type, ecosystem) => {
      const path = new URL(archive, FOLDER).pathname;
      const documents: OsvDocument[] = [];
      for await (const { document } of documentsOf(path, () => {})) {
        documents.push(JSON.parse(Buffer.from(document as Uint8Array).toString('utf8')));
      }
      const index = await AdvisoryIndex.load(path);
      const current = documents.filter(({ withdrawn }) => withdrawn === undefined);
      const byPackage = Map.groupBy(
        current.flatMap((document) => document.affected.map((affected) => ({ document, affected }))),
        ({ affected }) =>
          affected.package.name.toLowerCase().replace(type === 'pypi' ? /[-_.]+/g : /$^/, '-'),
      );
      const names = [...byPackage.keys()];
      const random = fc.sample(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { numRuns: 200, seed: 7 });
      let hits = 0;
      for (const [pick, which, above] of random) {
        const name = names[pick % names.length] as string;
        const entries = byPackage.get(name) ?? [];
        const version = versionNear(
          entries.map(({ affected }) => affected),
          which,
          above,
        );
        if (!isVersion(ecosystem, version)) continue;
        const findings = index.match([component(`pkg:${type}/${name}@${version}`)]);
        const expected = entries.filter(({ affected }) => isAffected(affected, version));
        const named = findings.flatMap(namesOf);
        for (const { document } of expected) expect(named).toContain(document.id);
        const allowed = expected.map(({ document }) => document.id);
        for (const { advisory } of findings) expect(allowed).toContain(advisory.id);
        if (expected.length > 0) hits++;
      }
      expect(hits).toBeGreaterThan(20);
    },
    60_000,
  );
});

function namesOf({ advisory, aliases }: Finding): string[] {
  return [advisory.id, ...aliases];
}

/** A version at, or just after, one that the ranges mention. */
function versionNear(affected: readonly OsvAffectedDocument[], which: number, above: boolean): string {
  const mentioned = affected
    .flatMap(({ ranges = [], versions = [] }) => [
      ...ranges.filter(({ type }) => type !== 'GIT').flatMap(({ events }) => events.flatMap(Object.values)),
      ...versions.slice(0, 3),
    ])
    .filter((version) => version !== '0' && /^[\w.+-]+$/.test(version));
  const version = mentioned[which % Math.max(mentioned.length, 1)] ?? '1.0.0';
  return above ? `${version.replace(/[-+].*$/, '')}.1` : version;
}
