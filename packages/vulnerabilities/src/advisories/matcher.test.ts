import { describe, expect, it } from 'vitest';
import { AdvisoryIndex } from './advisory-index.ts';

import { component, record } from './testing/osv-records.ts';

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
