import { apkKey } from './apk.ts';
import { dpkgKey } from './dpkg.ts';
import type { Distribution, Ecosystem } from './ecosystem.ts';
import { rpmKey } from './rpm.ts';

type DistributionRow = Ecosystem & { distribution: Distribution };

/**
 * The distributions of https://ossf.github.io/osv-schema/#defined-ecosystems, one row each.
 * docs/adding-an-ecosystem.md tells how to add one.
 */
export const DISTRIBUTIONS: readonly DistributionRow[] = [
  {
    name: 'Debian',
    versionKey: dpkgKey,
    purlTypes: ['deb'],
    distribution: {
      names: ['debian'],
      release: debianRelease,
      advisoriesName: 'source',
      isPlatform: releases(/^debian:debian_linux:(.+)/, debianRelease),
    },
    aliases: ['dpkg', 'deb'],
  },
  {
    name: 'Ubuntu',
    versionKey: dpkgKey,
    purlTypes: ['deb'],
    distribution: {
      names: ['ubuntu'],
      release: ubuntuRelease,
      stream: (text) => /fips|realtime|bluefield/i.exec(text)?.[0].toLowerCase() ?? '',
      advisoriesName: 'source',
      isPlatform: releases(/^canonical:ubuntu_linux:(.+)/, ubuntuRelease),
    },
  },
  {
    name: 'Echo',
    versionKey: dpkgKey,
    purlTypes: ['deb'],
    distribution: { names: ['echo'], advisoriesName: 'source' },
  },
  {
    name: 'Alpine',
    versionKey: apkKey,
    purlTypes: ['apk', 'alpine'],
    distribution: {
      names: ['alpine'],
      release: alpineRelease,
      advisoriesName: 'source',
      isPlatform: releases(/^alpinelinux:alpine_linux:(.+)/, alpineRelease),
    },
    aliases: ['apk'],
  },
  {
    name: 'Wolfi',
    versionKey: apkKey,
    purlTypes: ['apk'],
    distribution: { names: ['wolfi'], advisoriesName: 'either' },
  },
  {
    name: 'Chainguard',
    versionKey: apkKey,
    purlTypes: ['apk'],
    distribution: { names: ['chainguard'], advisoriesName: 'either' },
  },
  {
    name: 'MinimOS',
    versionKey: apkKey,
    purlTypes: ['apk'],
    distribution: { names: ['minimos'], advisoriesName: 'either' },
  },
  {
    name: 'CleanStart',
    versionKey: apkKey,
    purlTypes: ['apk'],
    distribution: { names: ['cleanstart'], advisoriesName: 'either' },
  },
  {
    name: 'Alpaquita',
    versionKey: apkKey,
    purlTypes: ['apk'],
    distribution: { names: ['alpaquita'], release: bellSoftRelease, advisoriesName: 'source' },
  },
  {
    name: 'BellSoft Hardened Containers',
    versionKey: apkKey,
    purlTypes: ['apk'],
    distribution: {
      names: ['bellsoft-hardened-containers', 'bellsoft'],
      release: bellSoftRelease,
      advisoriesName: 'source',
    },
  },
  {
    name: 'Red Hat',
    versionKey: rpmKey,
    purlTypes: ['rpm'],
    distribution: {
      names: ['redhat', 'rhel', 'red-hat'],
      release: redHatRelease,
      releaseOfVersion: enterpriseLinux,
      advisoriesName: 'either',
      isPlatform: isRedHatPlatform,
    },
    aliases: ['rpm', 'rhel'],
  },
  {
    name: 'AlmaLinux',
    versionKey: rpmKey,
    purlTypes: ['rpm'],
    distribution: {
      names: ['almalinux', 'alma'],
      release: numbers(1),
      releaseOfVersion: enterpriseLinux,
      advisoriesName: 'either',
      isPlatform: releases(/^almalinux:almalinux:(.+)/, numbers(1)),
    },
  },
  {
    name: 'Rocky Linux',
    versionKey: rpmKey,
    purlTypes: ['rpm'],
    distribution: {
      names: ['rocky-linux', 'rockylinux', 'rocky'],
      release: numbers(1),
      releaseOfVersion: enterpriseLinux,
      advisoriesName: 'either',
      isPlatform: releases(/^(?:rocky|resf):rocky(?:_linux)?:(.+)/, numbers(1)),
    },
  },
  {
    name: 'SUSE',
    versionKey: rpmKey,
    purlTypes: ['rpm'],
    distribution: {
      names: ['suse', 'sles', 'sled', 'sle', 'sle-micro', 'slem', 'sl-micro'],
      release: suseRelease,
      advisoriesName: 'source',
      isPlatform: releases(/^suse:(sl[\w-]*:.+)/, suseRelease),
    },
  },
  {
    name: 'openSUSE',
    versionKey: rpmKey,
    purlTypes: ['rpm'],
    distribution: {
      names: [
        'opensuse',
        'opensuse-leap',
        'opensuse.leap',
        'opensuse-tumbleweed',
        'opensuse.tumbleweed',
        'leap',
      ],
      release: openSuseRelease,
      releaseOfVersion: (version) => /[-.]lp(\d{2})(\d)\b/.exec(version)?.slice(1).join('.') ?? '',
      advisoriesName: 'source',
      isPlatform: releases(/^opensuse:((?:tumbleweed|leap).*)/, openSuseRelease),
    },
  },
  {
    name: 'openEuler',
    versionKey: rpmKey,
    purlTypes: ['rpm'],
    distribution: {
      names: ['openeuler'],
      release: openEulerRelease,
      releaseOfVersion: (version) => openEulerRelease(/\boe\d{4}(?:sp\d+)?\b/i.exec(version)?.[0] ?? ''),
      advisoriesName: 'source',
      isPlatform: releases(/^(?:openeuler|huawei):openeuler:(.+)/, openEulerRelease),
    },
  },
  {
    name: 'Mageia',
    versionKey: rpmKey,
    purlTypes: ['rpm'],
    distribution: {
      names: ['mageia'],
      release: numbers(1),
      releaseOfVersion: (version) => /\.mga(\d+)\b/.exec(version)?.[1] ?? '',
      advisoriesName: 'source',
      isPlatform: releases(/^mageia:mageia:(.+)/, numbers(1)),
    },
  },
  {
    name: 'Photon OS',
    versionKey: rpmKey,
    purlTypes: ['rpm'],
    distribution: {
      names: ['photon'],
      release: numbers(1),
      releaseOfVersion: (version) => /\.ph(\d+)\b/.exec(version)?.[1] ?? '',
      advisoriesName: 'either',
      isPlatform: releases(/^vmware:photon_os:(.+)/, numbers(1)),
    },
  },
  {
    name: 'Azure Linux',
    versionKey: rpmKey,
    purlTypes: ['rpm'],
    distribution: {
      names: ['azurelinux', 'azure-linux', 'cbl-mariner', 'mariner', 'microsoft', 'azl'],
      release: numbers(1),
      releaseOfVersion: (version) => /\.(?:azl|cm)(\d+)\b/.exec(version)?.[1] ?? '',
      advisoriesName: 'either',
      isPlatform: releases(/^microsoft:(?:azure_linux|azl|cbl[-_]mariner|mariner):(.+)/, numbers(1)),
    },
  },
];

const DEBIAN = codeNames(
  'squeeze=6 wheezy=7 jessie=8 stretch=9 buster=10 bullseye=11 bookworm=12 trixie=13 forky=14 duke=15 ' +
    'sid=sid unstable=sid',
);
const UBUNTU = codeNames(
  'precise=12.04 trusty=14.04 xenial=16.04 bionic=18.04 focal=20.04 groovy=20.10 hirsute=21.04 impish=21.10 ' +
    'jammy=22.04 kinetic=22.10 lunar=23.04 mantic=23.10 noble=24.04 oracular=24.10 plucky=25.04 ' +
    'questing=25.10 resolute=26.04',
);
const ALPINE = codeNames('edge=edge');
const BELLSOFT = codeNames('stream=stream');

function debianRelease(text: string): string {
  return namedIn(text, DEBIAN) ?? numbers(1)(text);
}

function ubuntuRelease(text: string): string {
  return namedIn(text, UBUNTU) ?? numbers(2)(text);
}

function alpineRelease(text: string): string {
  return namedIn(text, ALPINE) ?? numbers(2)(text);
}

function bellSoftRelease(text: string): string {
  return namedIn(text, BELLSOFT) ?? numbers(1)(text);
}

/** The first `depth` numbers of a text, which distinguish releases. */
function numbers(depth: number): (text: string) => string {
  return (text) => /\d+(?:\.\d+)*/.exec(text)?.[0].split('.').slice(0, depth).join('.') ?? '';
}

function codeNames(pairs: string): ReadonlyMap<string, string> {
  return new Map(pairs.split(' ').map((pair) => pair.split('=') as [string, string]));
}

/** The release whose code name a text holds as a word. */
function namedIn(text: string, names: ReadonlyMap<string, string>): string | undefined {
  const words: string[] = text.toLowerCase().match(/[a-z]+/g) ?? [];
  return words.map((word) => names.get(word)).find((release) => release !== undefined);
}

/** CPE names of a pattern whose captured text names the release. */
function releases(
  pattern: RegExp,
  release: (text: string) => string,
): NonNullable<Distribution['isPlatform']> {
  return (cpe, text) => {
    const stated = pattern.exec(cpe)?.[1];
    return stated === undefined ? undefined : release(stated) === release(text);
  };
}

/** All minor releases are one platform, except where support is extended for a single one (`rhel_eus:8.6`). */
function isRedHatPlatform(cpe: string, release: string): boolean | undefined {
  const [, product, version = ''] = /^redhat:(enterprise_linux|rhel_\w+):(\d+(?:\.\d+)?)/.exec(cpe) ?? [];
  if (product === undefined) return cpe.startsWith('redhat:') ? false : undefined;
  const depth = product === 'enterprise_linux' ? 1 : 2;
  return numbers(depth)(version) === numbers(depth)(release);
}

/** The major version: of the platform a product is built for (`openshift:4.12::el8`), or its own (`rhel_eus:8.6`). */
function redHatRelease(text: string): string {
  const lower = text.toLowerCase();
  const platform = /(?:^|[:.\-_])el(\d+)/.exec(lower)?.[1];
  if (platform !== undefined) return platform;
  const isLayered = lower.includes(':') && !/(?:^|:)(?:enterprise_linux|rhel_\w+)/.test(lower);
  return isLayered ? '' : numbers(1)(lower);
}

function enterpriseLinux(version: string): string {
  return /[._+]el(\d+)/.exec(version)?.[1] ?? '';
}

/** `15.4` for every product of SUSE Linux Enterprise 15 SP4, `micro 5.5` for Micro; others by their names. */
function suseRelease(text: string): string {
  const lower = text.toLowerCase().trim();
  const [, major = '', pack] = /(\d+)(?:(?:\.|[\s:-]*sp)(\d+))?/.exec(lower) ?? [];
  if (major === '') return '';
  const release = pack === undefined || pack === '0' ? major : `${major}.${pack}`;
  if (/micro|slem/.test(lower)) return `micro ${major}.${pack ?? '0'}`;
  const isEnterprise = /linux enterprise|\bsle[sd]?\b|^(?:sle[sd]?|suse)[-_\s\d.]/.test(lower);
  const product = lower.slice(0, lower.indexOf(major)).trim();
  const isNamed = /[^\d\s.:sp-]/.test(product);
  return isEnterprise || !isNamed ? release : `${product} ${release}`;
}

function openSuseRelease(text: string): string {
  const lower = text.toLowerCase();
  if (lower.includes('tumbleweed')) return 'tumbleweed';
  const release = numbers(2)(lower);
  return release !== '' && lower.includes('micro') ? `micro ${release}` : release;
}

/** `22.03-sp3`, from `22.03-LTS-SP3`, `22.03 (LTS-SP3)` and `oe2203sp3` alike. */
function openEulerRelease(text: string): string {
  const [, year, month, pack] = /(\d{2})\.?(\d{2})(?:[^\d]*sp(\d+))?/i.exec(text) ?? [];
  if (year === undefined) return '';
  return pack === undefined ? `${year}.${month}` : `${year}.${month}-sp${pack}`;
}
