import { describe, expect, it } from 'vitest';
import type { Component } from '../component.ts';
import { AdvisoryIndex } from './advisory-index.ts';
import { SnapshotError } from './snapshot.ts';

import { component, record } from './testing/osv-records.ts';

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
