import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Component } from '../component.ts';
import { DISTRIBUTIONS } from '../versions/distributions.ts';
import { AdvisoryIndex } from './advisory-index.ts';

const component = (purl: string, more: Partial<Component> = {}): Component => ({
  name: purl,
  purl,
  licences: [],
  hashes: [],
  ...more,
});

const advisory = (ecosystem: string, name: string, fixed: string, more: object = {}): object => ({
  id: 'X-1',
  modified: '2026-01-01T00:00:00Z',
  affected: [
    {
      package: { ecosystem, name },
      ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed }] }],
    },
  ],
  ...more,
});

async function isFound(record: object, ...components: Component[]): Promise<boolean> {
  const index = await AdvisoryIndex.load([record]);
  return index.match(components).length > 0;
}

/**
 * Ecosystem names and source-package names as https://ossf.github.io/osv-schema/#defined-ecosystems defines them;
 * package URLs as Syft and Trivy write them for images of these distributions.
 */
describe('a package of a distribution is found by the advisories of its release', () => {
  it.each<[ecosystem: string, name: string, purl: string]>([
    ['Debian:12', 'openssl', 'pkg:deb/debian/libssl3@1.0?arch=amd64&distro=debian-12&upstream=openssl'],
    ['Debian:12', 'openssl', 'pkg:deb/debian/openssl@1.0?distro=bookworm'],
    ['Debian:sid', 'openssl', 'pkg:deb/debian/openssl@1.0?distro=debian-unstable'],
    ['Debian:13', 'openssl', 'pkg:deb/openssl@1.0?distro=debian-13.1'],
    ['Ubuntu:16.04:LTS', 'openssl', 'pkg:deb/ubuntu/openssl@1.0?distro=ubuntu-16.04'],
    ['Ubuntu:Pro:16.04:LTS', 'openssl', 'pkg:deb/ubuntu/openssl@1.0?distro=ubuntu-16.04'],
    ['Ubuntu:25.10', 'openssl', 'pkg:deb/ubuntu/openssl@1.0?distro=questing'],
    [
      'Ubuntu:Pro:FIPS:16.04:LTS',
      'openssl',
      'pkg:deb/ubuntu/openssl@1.0-1ubuntu4.fips.4?distro=ubuntu-16.04',
    ],
    ['Ubuntu:Pro:FIPS-updates:20.04:LTS', 'openssl', 'pkg:deb/ubuntu/openssl@1.0?distro=fips-updates/focal'],
    [
      'Ubuntu:Pro:22.04:LTS:Realtime:Kernel',
      'linux-realtime',
      'pkg:deb/ubuntu/linux-realtime@1.0?distro=jammy',
    ],
    ['Echo', 'openssl', 'pkg:deb/echo/openssl@1.0'],
    ['Alpine:v3.18', 'openssl', 'pkg:apk/alpine/libssl3@1.0-r0?distro=alpine-3.18.4&upstream=openssl'],
    ['Alpine:v3.22', 'zlib', 'pkg:apk/alpine/zlib@1.0-r0?arch=x86_64&distro=3.22.0&origin=zlib'],
    ['Alpine:v3.18', 'musl', 'pkg:alpine/musl@1.0-r0?arch=x86_64&distro=alpine-3.18.4'],
    ['Wolfi', 'git', 'pkg:apk/wolfi/git@1.0-r1?arch=x86_64&distro=20230201'],
    ['Chainguard', 'git', 'pkg:apk/chainguard/git@1.0-r1?arch=x86_64'],
    ['MinimOS', 'git', 'pkg:apk/minimos/git@1.0-r1'],
    ['Alpaquita:23', 'zlib', 'pkg:apk/alpaquita/zlib@1.0-r1?distro=alpaquita-23'],
    ['Red Hat:enterprise_linux:8::baseos', 'curl', 'pkg:rpm/redhat/curl@1.0-1.el8?distro=rhel-8.6'],
    ['Red Hat:enterprise_linux:9::appstream', 'curl', 'pkg:rpm/redhat/curl@1.0-1.el9?distro=redhat-9.6'],
    ['Red Hat:openshift:4.12::el8', 'cri-o', 'pkg:rpm/redhat/cri-o@1.0-1.el8?distro=rhel-8.6'],
    ['Red Hat:rhel_software_collections:3::el7', 'rh-git', 'pkg:rpm/redhat/rh-git@1.0-1.el7?distro=rhel-7.9'],
    ['Red Hat:rhel_eus:8.6::baseos', 'curl', 'pkg:rpm/redhat/curl@1.0-1.el8?distro=rhel-8.6'],
    ['Red Hat:enterprise_linux:8::baseos', 'curl', 'pkg:rpm/redhat/curl@1.0-1.el8?arch=x86_64'],
    ['AlmaLinux:9', 'acl', 'pkg:rpm/alma/acl@1.0-4.el9?arch=x86_64&distro=alma-9.6'],
    [
      'AlmaLinux:8',
      'openssl-libs',
      'pkg:rpm/almalinux/openssl-libs@1.0-1.el8?distro=almalinux-8.10&upstream=openssl-1.0-1.el8.src.rpm',
    ],
    [
      'Rocky Linux:9',
      'openssl',
      'pkg:rpm/rocky/openssl-libs@1.0-1.el9?distro=rocky-9.3&upstream=openssl-1.0-1.el9.src.rpm',
    ],
    [
      'SUSE:Linux Enterprise Server 15 SP4',
      'curl',
      'pkg:rpm/suse/libcurl4@1.0-150400.5?distro=sles-15.4&upstream=curl-1.0-150400.5.src.rpm',
    ],
    [
      'SUSE:Linux Enterprise Module for Basesystem 15 SP6',
      'grep',
      'pkg:rpm/suse/grep@1.0-150000.4.6.1?arch=x86_64&distro=suse-15.6',
    ],
    ['SUSE:Linux Enterprise Server 15 SP3-LTSS', 'curl', 'pkg:rpm/sles/curl@1.0-1?distro=sles-15-sp3'],
    ['SUSE:Linux Enterprise Server 15', 'curl', 'pkg:rpm/suse/curl@1.0-1?distro=sles-15'],
    [
      'SUSE:Linux Enterprise Micro 5.5',
      'ModemManager',
      'pkg:rpm/suse/ModemManager@1.0-150500.1.2?distro=slem-5.5',
    ],
    ['SUSE:Linux Micro 6.0', 'curl', 'pkg:rpm/suse/curl@1.0-1?distro=sl-micro-6.0'],
    ['openSUSE:Leap 15.6', 'aaa_base', 'pkg:rpm/opensuse/aaa_base@1.0-150300.10?distro=opensuse-leap-15.6'],
    [
      'openSUSE:Leap 15.6',
      'libldap-data',
      'pkg:rpm/opensuse-leap/libldap-data@1.0-1?distro=opensuse-leap-15.6',
    ],
    ['openSUSE:Leap 15.5', 'curl', 'pkg:rpm/opensuse.leap/curl@1.0-1?arch=x86_64&distro=leap-15.5'],
    [
      'openSUSE:Tumbleweed',
      'xz',
      'pkg:rpm/opensuse/liblzma5@1.0-1.1?distro=opensuse-tumbleweed-20250630&upstream=xz-1.0-1.1.src.rpm',
    ],
    ['openSUSE:Tumbleweed', 'xz', 'pkg:rpm/opensuse-tumbleweed/xz@1.0-1.1'],
    [
      'openEuler:22.03-LTS-SP3',
      'booth',
      'pkg:rpm/openEuler/booth@1.0-2.oe2203sp3?distro=openEuler-22.03-LTS-SP3',
    ],
    [
      'openEuler:22.03-LTS-SP1',
      'Bear',
      'pkg:rpm/openeuler/Bear@1.0-3.oe2203sp1?arch=src&epoch=0&distro=openeuler-2203sp1',
    ],
    [
      'openEuler:22.03-LTS-SP3',
      'curl',
      'pkg:rpm/openeuler/libcurl@1.0-2.oe2203sp3?distro=openeuler-22.03&upstream=curl-1.0-2.oe2203sp3.src.rpm',
    ],
    ['openEuler:24.03-LTS', 'bash', 'pkg:rpm/openEuler/bash@1.0-9.oe2403?distro=openEuler-24.03'],
    ['Azure Linux:3', 'SymCrypt', 'pkg:rpm/azurelinux/SymCrypt@1.0-1.azl3?arch=x86_64&distro=azurelinux-3.0'],
    [
      'Azure Linux:2',
      'bzip2',
      'pkg:rpm/cbl-mariner/bzip2-libs@1.0-1.cm2?distro=cbl-mariner-2.0&upstream=bzip2-1.0-1.cm2.src.rpm',
    ],
    ['Azure Linux:2', 'bzip2', 'pkg:rpm/mariner/bzip2@1.0-1.cm2'],
    [
      'Mageia:9',
      'curl',
      'pkg:rpm/mageia/lib64curl4@1.0-1.mga9?distro=mageia-9&upstream=curl-1.0-1.mga9.src.rpm',
    ],
    ['Photon OS:5.0', 'curl', 'pkg:rpm/photon/curl@1.0-6.ph5?arch=x86_64&distro=photon-5.0'],
  ])('%s %s as %s', async (ecosystem, name, purl) => {
    expect(await isFound(advisory(ecosystem, name, '2.0'), component(purl))).toBe(true);
  });

  it.each<[ecosystem: string, name: string, purl: string]>([
    ['Debian:11', 'openssl', 'pkg:deb/debian/openssl@1.0'],
    ['Debian:11', 'openssl', 'pkg:deb/openssl@1.0'],
    ['Debian:11', 'libssl3', 'pkg:deb/debian/libssl3@1.0?distro=debian-11&upstream=openssl'],
    ['Ubuntu:Pro:FIPS:16.04:LTS', 'openssl', 'pkg:deb/ubuntu/openssl@1.0?distro=ubuntu-16.04'],
    ['Ubuntu:Pro:FIPS-preview:22.04:LTS', 'openssl', 'pkg:deb/ubuntu/openssl@1.0?distro=jammy'],
    ['Ubuntu:16.04:LTS', 'openssl', 'pkg:deb/ubuntu/openssl@1.0-1ubuntu4.fips.4?distro=ubuntu-16.04'],
    ['Ubuntu:22.04:LTS:for:NVIDIA:BlueField', 'linux', 'pkg:deb/ubuntu/linux@1.0?distro=jammy'],
    ['Ubuntu:22.04:LTS', 'openssl', 'pkg:deb/ubuntu/openssl@1.0'],
    ['Alpine:v3.18', 'musl', 'pkg:alpine/musl@1.0-r0?distro=alpine-3.17.0'],
    ['Alpine:v3.18', 'musl', 'pkg:apk/alpine/musl@1.0-r0'],
    ['Wolfi', 'git', 'pkg:apk/chainguard/git@1.0-r1'],
    ['Red Hat:openshift:4.12::el8', 'cri-o', 'pkg:rpm/redhat/cri-o@1.0-1.el9?distro=rhel-9.2'],
    ['Red Hat:enterprise_linux:8::baseos', 'curl', 'pkg:rpm/almalinux/curl@1.0-1.el8?distro=almalinux-8.6'],
    ['SUSE:Linux Enterprise Server 15 SP4', 'curl', 'pkg:rpm/suse/curl@1.0-1?distro=sles-15.5'],
    ['SUSE:Linux Enterprise Micro 5.5', 'curl', 'pkg:rpm/suse/curl@1.0-1?distro=sles-5.5'],
    ['SUSE:Manager Server 4.3', 'curl', 'pkg:rpm/suse/curl@1.0-1?distro=sles-4.3'],
    ['openSUSE:Tumbleweed', 'xz', 'pkg:rpm/opensuse/xz@1.0-1?distro=opensuse-leap-15.6'],
    ['openEuler:22.03-LTS-SP3', 'curl', 'pkg:rpm/openeuler/curl@1.0-2.oe2203sp1?distro=openeuler-22.03'],
    ['Azure Linux:3', 'bzip2', 'pkg:rpm/cbl-mariner/bzip2@1.0-1.cm2?distro=cbl-mariner-2.0'],
  ])('%s %s does not concern %s', async (ecosystem, name, purl) => {
    expect(await isFound(advisory(ecosystem, name, '2.0'), component(purl))).toBe(false);
  });

  it('by the operating system and the source package the bill names apart from the package URL', async () => {
    const bare = 'pkg:deb/debian/libssl3@1.0';
    const stated = { distribution: 'debian-12', source: { name: 'openssl', version: '3.0' } };
    expect(await isFound(advisory('Debian:12', 'openssl', '3.1'), component(bare, stated))).toBe(true);
    expect(await isFound(advisory('Debian:12', 'openssl', '3.0'), component(bare, stated))).toBe(false);
    expect(await isFound(advisory('Debian:11', 'openssl', '3.1'), component(bare, stated))).toBe(false);
  });

  it('by any of its package URLs', async () => {
    const two = component('pkg:generic/openssl@1.0', {
      otherPurls: ['pkg:deb/debian/openssl@1.0?distro=debian-12'],
    });
    expect(await isFound(advisory('Debian:12', 'openssl', '3.1'), two)).toBe(true);
  });

  it('compares a source package of unknown epoch with the epoch the advisory writes', async () => {
    const io = (release: string) =>
      component(
        `pkg:rpm/rocky/perl-IO@1.40-${release}.el8?distro=rocky-8.9&upstream=perl-5.26.3-${release}.el8.src.rpm`,
      );
    const fixed = advisory('Rocky Linux:8', 'perl', '4:5.26.3-422.el8');
    expect(await isFound(fixed, io('421'))).toBe(true);
    expect(await isFound(fixed, io('422'))).toBe(false);
  });
});

/** https://docs.fedoraproject.org/en-US/modularity/ and how Trivy keeps modules apart (aquasecurity/trivy #790). */
describe('streams of an rpm module are kept apart', () => {
  const node = (version: string, rpmmod: string) =>
    component(`pkg:rpm/redhat/nodejs@${version}?distro=rhel-8.6&epoch=1${rpmmod && `&rpmmod=${rpmmod}`}`);
  const fixed = advisory('Red Hat:enterprise_linux:8::appstream', 'nodejs', '1:18.20.4-1.module+el8.10.0+1', {
    summary: 'Red Hat Security Advisory: nodejs:18 security update',
  });

  it.each([
    ['18.1.0-1.module+el8.6.0+1', 'nodejs:18:8060020220523160029:ad008a3a', true],
    ['18.1.0-1.module+el8.6.0+1', '', true],
    ['16.1.0-1.module+el8.6.0+1', 'nodejs:16:8060020220523160029:ad008a3a', false],
    ['10.24.0-1.el8', '', false],
    ['18.20.4-1.module+el8.10.0+1', 'nodejs:18:8060020220523160029:ad008a3a', false],
  ])('%s of %j: found %j', async (version, module, expected) => {
    expect(await isFound(fixed, node(version, module))).toBe(expected);
  });

  it('also where the bill names the stream apart from the package URL', async () => {
    const label = { moduleStream: 'nodejs:16:8060020220523160029:ad008a3a' };
    const purl = 'pkg:rpm/redhat/nodejs@16.1.0-1.module+el8.6.0+1?distro=rhel-8.6&epoch=1';
    expect(await isFound(fixed, component(purl, label))).toBe(false);
  });
});

describe('what cannot be searched for want of a distribution', () => {
  it.each([
    ['distribution-missing', 'pkg:deb/debian/openssl@1.0'],
    ['distribution-missing', 'pkg:deb/openssl@1.0'],
    ['distribution-not-covered', 'pkg:deb/debian/openssl@1.0?distro=debian-11'],
    ['distribution-not-covered', 'pkg:deb/ubuntu/openssl@1.0?distro=jammy'],
    ['distribution-not-covered', 'pkg:deb/kali/openssl@1.0?distro=kali-2026.1'],
    ['ecosystem-not-covered', 'pkg:rpm/redhat/openssl@1.0?distro=rhel-9'],
    ['no-version', 'pkg:deb/debian/openssl?distro=debian-12'],
    [undefined, 'pkg:deb/debian/openssl@1.0?distro=debian-12'],
  ])('%s: %s', async (reason, purl) => {
    const index = await AdvisoryIndex.load([advisory('Debian:12', 'openssl', '2.0')]);
    expect(index.search({ components: [component(purl)] }).unsearched[0]?.reason).toBe(reason);
  });

  it('advisories on all releases at once search them all', async () => {
    const index = await AdvisoryIndex.load([advisory('Debian', 'openssl', '2.0')]);
    expect(index.search({ components: [component('pkg:deb/debian/openssl@1.0')] }).searched).toBe(1);
  });
});

describe('the table of distributions', () => {
  it.each(['- 0"', 'sp 15~', ' suse 15'])('finds no product’s name in %j', (stated) => {
    const suse = DISTRIBUTIONS.find(({ distribution }) => distribution.names.includes('suse'));
    const release = suse?.distribution.release;
    expect(release?.(stated)).toMatch(/^\d+$/);
    expect(release?.(release(stated))).toBe(release?.(stated));
  });

  it('reads a release as the same, however often it is read', () => {
    const row = fc.constantFrom(...DISTRIBUTIONS.filter(({ distribution }) => distribution.release));
    const number = fc.nat({ max: 99 });
    const text = fc.oneof(
      fc.tuple(number, number).map(([major, minor]) => `${major}.${minor}`),
      number.map(String),
      fc.string(),
    );
    fc.assert(
      fc.property(row, text, ({ distribution: { release, names } }, stated) => {
        const token = release?.(stated) ?? '';
        expect(release?.(token)).toBe(token);
        if (/^\d+(\.\d+)?$/.test(stated)) {
          for (const name of names.filter((each) => !/micro|slem|tumbleweed/.test(each))) {
            expect(release?.(`${name}-${stated}`)).toBe(token);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});

/** As SUSE (https://ftp.suse.com/pub/projects/security/osv/) and openEuler list what is built from a source package. */
describe('what an advisory lists as built from a source package', () => {
  const suse = 'SUSE:Linux Enterprise Server 15 SP4';
  const record = (ecosystem: string, built: object) => {
    const [affected] = (advisory(ecosystem, 'curl', '8.0-1') as { affected: object[] }).affected;
    return {
      ...advisory(ecosystem, 'curl', '8.0-1'),
      affected: [{ ...affected, ecosystem_specific: built }],
    };
  };
  const ofSuse = record(suse, {
    binaries: [{ curl: '8.0-1', libcurl4: '8.0-1', 'libcurl4-32bit': '8.2-1' }],
  });
  const ofOpenEuler = record('openEuler:22.03-LTS', {
    aarch64: ['libcurl-8.0-1.oe2203.aarch64.rpm', 'curl-help-8.0-1.oe2203.noarch.rpm'],
    src: ['curl-minimal-8.0-1.oe2203.src.rpm'],
  });

  it.each<[purl: string, record: object, isThere: boolean]>([
    ['pkg:rpm/suse/libcurl4@7.9-1?arch=x86_64&distro=sles-15.4', ofSuse, true],
    ['pkg:rpm/suse/libcurl4-32bit@8.1-1?arch=x86_64&distro=sles-15.4', ofSuse, true],
    ['pkg:rpm/suse/curl@7.9-1?arch=x86_64&distro=sles-15.4', ofSuse, true],
    ['pkg:rpm/suse/libcurl4@8.0-1?arch=x86_64&distro=sles-15.4', ofSuse, false],
    ['pkg:rpm/suse/libcurl4@7.9-1?arch=x86_64&distro=sles-15.5', ofSuse, false],
    ['pkg:rpm/suse/libcurl4@7.9-1?distro=sles-15.4&upstream=other-7.9-1.src.rpm', ofSuse, false],
    ['pkg:rpm/suse/built@7.9-1?distro=sles-15.4', ofSuse, false],
    ['pkg:rpm/openeuler/libcurl@7.9-1.oe2203?arch=aarch64&distro=openeuler-22.03', ofOpenEuler, true],
    ['pkg:rpm/openeuler/curl-help@7.9-1.oe2203?arch=noarch&distro=openeuler-22.03', ofOpenEuler, true],
    ['pkg:rpm/openeuler/curl-minimal@7.9-1.oe2203?arch=src&distro=openeuler-22.03', ofOpenEuler, false],
  ])('is found where the bill names no source: %s', async (purl, given, isThere) => {
    expect(await isFound(given, component(purl))).toBe(isThere);
  });

  it('is told by its own name and version, also from a snapshot, and is no package the advisory is on', async () => {
    const index = AdvisoryIndex.restore((await AdvisoryIndex.load([ofSuse])).snapshot());
    const [finding, ...others] = index.match([
      component('pkg:rpm/suse/libcurl4-32bit@7.9-1?distro=sles-15.4'),
    ]);
    expect(finding?.ranges).toMatchObject([{ package: 'libcurl4-32bit', introduced: '0', fixed: '8.2-1' }]);
    expect(others).toEqual([]);
    expect(index.match([component('pkg:rpm/suse/curl@7.9-1?distro=sles-15.4')])).toHaveLength(1);
    expect(index.affects('X-1').map((affected) => affected.package)).toEqual(['curl']);
  });
});
