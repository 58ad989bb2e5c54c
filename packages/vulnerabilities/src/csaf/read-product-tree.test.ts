import { describe, expect, it } from 'vitest';
import type { Component } from '../component.ts';
import { applyVex } from '../vex/apply-vex.ts';
import { readVex } from '../vex/read-vex.ts';
import { readPackageFileName } from './package-file-name.ts';

const bytesOf = (value: unknown) => Buffer.from(JSON.stringify(value));

const platform = (id: string, name: string, cpe: string) => ({
  category: 'product_name',
  name,
  product: { name, product_id: id, product_identification_helper: { cpe } },
});

const version = (name: string, helper?: object) => ({
  category: 'product_version',
  name,
  product: { name, product_id: name, ...(helper && { product_identification_helper: helper }) },
});

const relation = (part: string, whole: string) => ({
  category: 'default_component_of',
  full_product_name: { name: `${part} as a component of ${whole}`, product_id: `${whole}:${part}` },
  product_reference: part,
  relates_to_product_reference: whole,
});

/** The layout of Red Hat's VEX files, https://redhatproductsecurity.github.io/security-data-guidelines/csaf-vex */
const document = (branches: object[], relationships: object[], status: object, more: object = {}) => ({
  document: {
    category: 'csaf_vex',
    csaf_version: '2.0',
    publisher: { name: 'Red Hat Product Security' },
    tracking: { id: 'CVE-2026-1', current_release_date: '2026-01-01T00:00:00Z' },
  },
  product_tree: { branches: [{ category: 'vendor', name: 'Red Hat', branches }], relationships },
  vulnerabilities: [{ cve: 'CVE-2026-1', product_status: status, ...more }],
});

const BASEOS = platform(
  'BaseOS',
  'Red Hat Enterprise Linux BaseOS (v. 8)',
  'cpe:/o:redhat:enterprise_linux:8::baseos',
);
const EUS = platform(
  'EUS',
  'Red Hat Enterprise Linux BaseOS EUS (v.8.6)',
  'cpe:/o:redhat:rhel_eus:8.6::baseos',
);
const APPSTREAM = platform(
  'AppStream',
  'Red Hat Enterprise Linux AppStream',
  'cpe:/a:redhat:enterprise_linux:8::appstream',
);
const RHEL8 = platform('rhel_8', 'Red Hat Enterprise Linux 8', 'cpe:/o:redhat:enterprise_linux:8');
const RHEL9 = platform('rhel_9', 'Red Hat Enterprise Linux 9', 'cpe:/o:redhat:enterprise_linux:9');
const CURL = 'curl-0:7.61.1-33.el8.x86_64';
const CURL_PURL = 'pkg:rpm/redhat/curl@7.61.1-33.el8?arch=x86_64';

async function judge(csaf: object, purl: string, more: Partial<Component> = {}) {
  const { statements } = await readVex(bytesOf(csaf));
  const component = { name: purl, purl, licences: [], hashes: [], ...more };
  const [judged] = applyVex([{ component, advisory: { id: 'CVE-2026-1' }, aliases: [] }], statements);
  return judged?.verdict?.status ?? judged?.unapplied[0]?.reason;
}

describe('a package of a platform, as a container bill names it', () => {
  const curl = (release: string, distro = 'rhel-8.6') =>
    `pkg:rpm/redhat/curl@7.61.1-${release}?arch=x86_64&distro=${distro}&upstream=curl-7.61.1-${release}.src.rpm`;
  const fixed = (part: object, whole = BASEOS) =>
    document([whole, part], [relation(CURL, whole.product.product_id)], {
      fixed: [`${whole.product.product_id}:${CURL}`],
    });

  it.each<[string, object]>([
    ['by package URL, whatever its branch is called', version(CURL, { purl: CURL_PURL })],
    ['by a package URL without a version', version(CURL, { purl: 'pkg:rpm/redhat/curl?arch=x86_64' })],
    ['by file name alone', version(CURL)],
    [
      'by one of several package URLs (CSAF 2.1)',
      version(CURL, { purls: ['pkg:rpm/redhat/other', CURL_PURL] }),
    ],
  ])('is fixed: %s', async (_, part) => {
    expect(await judge(fixed(part), curl('33.el8'))).toBe('fixed');
    expect(await judge(fixed(part), curl('30.el8'))).toBe('other-version');
  });

  it('only on that platform', async () => {
    const part = version(CURL, { purl: CURL_PURL });
    expect(await judge(fixed(part), curl('33.el8', 'rhel-9.2'))).toBe('other-platform');
    expect(await judge(fixed(part), curl('33.el8').replace('&distro=rhel-8.6', ''))).toBe('fixed');
    expect(await judge(fixed(part), curl('33.el8').replace('redhat', 'almalinux'))).toBe('other-component');
    expect(await judge(fixed(part, EUS), curl('33.el8'))).toBe('fixed');
    expect(await judge(fixed(part, EUS), curl('33.el8', 'rhel-8.8'))).toBe('other-platform');
  });

  it('an epoch in the qualifier counts', async () => {
    const name = 'vim-minimal-2:8.0.1763-19.el8.x86_64';
    const purl = 'pkg:rpm/redhat/vim-minimal@8.0.1763-19.el8?arch=x86_64&epoch=2';
    for (const part of [version(name, { purl }), version(name)]) {
      const csaf = document([BASEOS, part], [relation(name, 'BaseOS')], { fixed: [`BaseOS:${name}`] });
      expect(await judge(csaf, `${purl}&distro=rhel-8.6`)).toBe('fixed');
      expect(await judge(csaf, `${purl.replace('epoch=2', 'epoch=1')}&distro=rhel-8.6`)).toBe(
        'other-version',
      );
    }
  });

  it.each([
    ['known_not_affected', 'not_affected'],
    ['under_investigation', 'under_investigation'],
    ['known_affected', 'affected'],
  ])('%s without a version holds for all of that major release', async (list, status) => {
    for (const part of [version('curl', { purl: 'pkg:rpm/redhat/curl' }), version('curl')]) {
      const csaf = document([RHEL8, RHEL9, part], [relation('curl', 'rhel_8')], { [list]: ['rhel_8:curl'] });
      expect(await judge(csaf, curl('30.el8'))).toBe(status);
      expect(await judge(csaf, curl('30.el9', 'rhel-9.2'))).toBe('other-platform');
      expect(await judge(csaf, 'pkg:rpm/redhat/wget@1.0-1.el8?distro=rhel-8.6')).toBe('other-component');
    }
  });

  it('a verdict on a source package is about what was built from it', async () => {
    const part = version('openssl', { purl: 'pkg:rpm/redhat/openssl?arch=src' });
    const named = version('openssl.src');
    const libs =
      'pkg:rpm/redhat/openssl-libs@1.1.1k-9.el8?arch=x86_64&distro=rhel-8.6&upstream=openssl-1.1.1k-9.el8.src.rpm';
    for (const each of [part, named]) {
      const id = each.product.product_id;
      const csaf = document([RHEL8, each], [relation(id, 'rhel_8')], {
        known_not_affected: [`rhel_8:${id}`],
      });
      expect(await judge(csaf, libs)).toBe('not_affected');
      expect(await judge(csaf, libs.replace('upstream=openssl', 'upstream=other'))).toBe('other-component');
    }
  });

  it('SUSE states its fixes as recommended', async () => {
    const name = 'libopenssl3-3.1.4-150600.5.39.1';
    const purl =
      'pkg:rpm/suse/libopenssl3@3.1.4-150600.5.39.1?upstream=openssl-3-3.1.4-150600.5.39.1.src.rpm';
    const sp6 = platform('SP6', 'SUSE Linux Enterprise Server 15 SP6', 'cpe:/o:suse:sles:15:sp6');
    const csaf = document([sp6, version(name, { purl })], [relation(name, 'SP6')], {
      recommended: [`SP6:${name}`],
    });
    const own = 'pkg:rpm/suse/libopenssl3@3.1.4-150600.5.39.1?arch=x86_64&distro=sles-15.6';
    expect(await judge(csaf, own)).toBe('fixed');
    expect(await judge(csaf, own.replace('15.6', '15.7'))).toBe('other-platform');
  });
});

/** https://issues.redhat.com/browse/SECDATA-1115: modules by relationship, later by the qualifier `rpmmod`. */
describe('a package of a module of a platform', () => {
  const module = 'nodejs:18:8060020220523160029:ad008a3a';
  const name = 'npm-1:8.19.2-1.18.12.1.2.module+el8.6.0+1.x86_64';
  const purl = 'pkg:rpm/redhat/npm@8.19.2-1.18.12.1.2.module%2Bel8.6.0%2B1?arch=x86_64&epoch=1';
  const byRelationship = document(
    [
      APPSTREAM,
      version(module, { purl: `pkg:rpmmod/redhat/nodejs@18:8060020220523160029:ad008a3a` }),
      version(name, { purl }),
    ],
    // In the order that needs the second to be known before the first.
    [relation(name, `AppStream:${module}`), relation(module, 'AppStream')],
    { fixed: [`AppStream:${module}:${name}`] },
  );
  const byQualifier = document(
    [APPSTREAM, version(name, { purl: `${purl}&rpmmod=${module}` })],
    [relation(name, 'AppStream')],
    { fixed: [`AppStream:${name}`] },
  );

  it.each([
    ['by relationship', byRelationship],
    ['by qualifier', byQualifier],
  ])('%s', async (_, csaf) => {
    const own = `${purl}&distro=rhel-8.6`;
    expect(await judge(csaf, `${own}&rpmmod=${module}`)).toBe('fixed');
    expect(await judge(csaf, own, { moduleStream: module })).toBe('fixed');
    expect(await judge(csaf, own)).toBe('fixed');
    expect(await judge(csaf, own, { moduleStream: 'nodejs:16:8060020220523160029:ad008a3a' })).toBe(
      'other-module',
    );
  });

  it('by module and name, without a version', async () => {
    const part = version('nodejs:18/npm');
    const csaf = document([RHEL8, part], [relation('nodejs:18/npm', 'rhel_8')], {
      known_not_affected: ['rhel_8:nodejs:18/npm'],
    });
    expect(await judge(csaf, `${purl}&distro=rhel-8.6&rpmmod=${module}`)).toBe('not_affected');
    expect(await judge(csaf, `${purl}&distro=rhel-8.6&rpmmod=nodejs:16`)).toBe('other-module');
  });
});

describe('what cannot be compared is said so', () => {
  const only = (helper: object | undefined, category = 'product_version', name = 'curl 7.61') => ({
    ...document(
      [
        {
          category,
          name,
          product: {
            name: 'curl',
            product_id: 'P',
            ...(helper && { product_identification_helper: helper }),
          },
        },
      ],
      [],
      {
        known_not_affected: ['P'],
      },
    ),
  });

  it.each<[string, object]>([
    [
      'hash-not-stated',
      only({ hashes: [{ filename: 'curl', file_hashes: [{ algorithm: 'sha256', value: 'ab' }] }] }),
    ],
    [
      'generic-uri',
      only({ x_generic_uris: [{ namespace: 'https://example.com', uri: 'https://example.com/curl' }] }),
    ],
    ['name-only', only(undefined)],
    ['unreadable-range', only({ purl: 'pkg:npm/curl' }, 'product_version_range', 'before 7.61')],
    ['unreadable-range', only({ purl: 'pkg:npm/curl' }, 'product_version_range', 'vers:npm/<7.x')],
    ['outside-range', only({ purl: 'pkg:npm/curl' }, 'product_version_range', 'vers:npm/<7.0.0')],
    ['outside-range', only({ purl: 'pkg:npm/curl' }, 'product_version_range', '<7.0.0')],
    ['not_affected', only({ purl: 'pkg:npm/curl' }, 'product_version_range', '<7.61.1|>=8.0.0')],
    [
      'not_affected',
      only({ x_generic_uris: [{ namespace: 'https://example.com', uri: 'pkg:npm/curl@7.61.0' }] }),
    ],
    [
      'not_affected',
      only({ hashes: [{ filename: 'curl', file_hashes: [{ algorithm: 'sha512', value: 'CD' }] }] }),
    ],
  ])('%s', async (expected, csaf) => {
    const hashes = [{ algorithm: 'SHA-512', value: 'cd' }];
    expect(await judge(csaf, 'pkg:npm/curl@7.61.0', { name: 'curl', hashes })).toBe(expected);
  });
});

describe('the file name of a package', () => {
  it.each([
    ['curl-0:7.61.1-33.el8.x86_64', { name: 'curl', version: '0:7.61.1-33.el8', architecture: 'x86_64' }],
    ['kernel-4.18.0-1.el8.src', { name: 'kernel', version: '4.18.0-1.el8', architecture: 'src' }],
    ['curl-7.79.1-150400.5.18.1', { name: 'curl', version: '7.79.1-150400.5.18.1' }],
    ['openssl-1.1.1k-9.el8.src.rpm', { name: 'openssl', version: '1.1.1k-9.el8', architecture: 'src' }],
    [
      'java-1.8.0-openjdk-1:1.8.0.412-2.el8.noarch',
      { name: 'java-1.8.0-openjdk', version: '1:1.8.0.412-2.el8', architecture: 'noarch' },
    ],
    ['java-1.8.0-openjdk', undefined],
    ['gcc-toolset-12', undefined],
    ['curl', undefined],
    ['7.61.1', undefined],
    ['2.0.0-1', undefined],
  ])('%s', (text, expected) => {
    expect(readPackageFileName(text)).toEqual(expected);
  });
});
