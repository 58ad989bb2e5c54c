import { apkKey } from './apk.ts';
import { composerKey } from './composer.ts';
import { cranKey, hackageKey } from './dotted.ts';
import { dpkgKey } from './dpkg.ts';
import { gemKey } from './gem.ts';
import { mavenKey } from './maven.ts';
import { pep440Key } from './pep440.ts';
import { rpmKey } from './rpm.ts';
import { goKey, nugetKey, pubKey, semverKey } from './semver.ts';

/** How an ecosystem writes the names of packages, where that is not as they are. */
type NameFold = 'lower' | 'pypi' | 'repository-url';

/** One ecosystem of https://ossf.github.io/osv-schema/#defined-ecosystems */
export interface Ecosystem {
  /** As OSV spells it, without a release suffix. */
  name: string;
  /** Writes a version of this ecosystem as a sort key (see sort-key.ts). */
  versionKey: (text: string) => string;
  /** Package-URL types that name packages of this ecosystem. */
  purlTypes: readonly string[];
  /** Package-URL namespaces that tell distributions of one type apart. */
  vendors?: readonly string[];
  nameFold?: NameFold;
  /** Stands between the package URL's namespace and name in a package's name; a slash where not given. */
  separator?: string;
  /** Other spellings people use, lower case. */
  aliases?: readonly string[];
}

/**
 * Every ecosystem this package knows; versions, package URLs and advisories all read this one table.
 * docs/adding-an-ecosystem.md tells how to add a row.
 */
export const ECOSYSTEMS: readonly Ecosystem[] = [
  { name: 'npm', versionKey: semverKey, purlTypes: ['npm'] },
  { name: 'Go', versionKey: goKey, purlTypes: ['golang'], nameFold: 'lower', aliases: ['golang'] },
  { name: 'crates.io', versionKey: semverKey, purlTypes: ['cargo'], aliases: ['cargo', 'crates'] },
  { name: 'PyPI', versionKey: pep440Key, purlTypes: ['pypi'], nameFold: 'pypi' },
  { name: 'Maven', versionKey: mavenKey, purlTypes: ['maven'], separator: ':' },
  { name: 'NuGet', versionKey: nugetKey, purlTypes: ['nuget'], nameFold: 'lower' },
  { name: 'RubyGems', versionKey: gemKey, purlTypes: ['gem'], aliases: ['gem'] },
  {
    name: 'Packagist',
    versionKey: composerKey,
    purlTypes: ['composer'],
    nameFold: 'lower',
    aliases: ['composer'],
  },
  { name: 'Pub', versionKey: pubKey, purlTypes: ['pub'], nameFold: 'lower' },
  { name: 'Hex', versionKey: semverKey, purlTypes: ['hex'], nameFold: 'lower' },
  { name: 'CRAN', versionKey: cranKey, purlTypes: ['cran'] },
  { name: 'Hackage', versionKey: hackageKey, purlTypes: ['hackage'] },
  {
    name: 'SwiftURL',
    versionKey: semverKey,
    purlTypes: ['swift'],
    nameFold: 'repository-url',
    aliases: ['swift'],
  },
  { name: 'GitHub Actions', versionKey: semverKey, purlTypes: ['githubactions'], nameFold: 'lower' },
  { name: 'ConanCenter', versionKey: semverKey, purlTypes: ['conan'], aliases: ['conan'] },
  { name: 'Bitnami', versionKey: semverKey, purlTypes: ['bitnami'], nameFold: 'lower' },
  { name: 'Bioconductor', versionKey: semverKey, purlTypes: ['bioconductor'] },
  { name: 'Julia', versionKey: semverKey, purlTypes: ['julia'] },
  { name: 'opam', versionKey: dpkgKey, purlTypes: ['opam'] },
  { name: 'VSCode', versionKey: semverKey, purlTypes: ['vscode-extension'], nameFold: 'lower' },
  { name: 'Kubernetes', versionKey: semverKey, purlTypes: [] },
  { name: 'Linux', versionKey: semverKey, purlTypes: [] },
  { name: 'GHC', versionKey: hackageKey, purlTypes: [] },
  { name: 'SemVer', versionKey: semverKey, purlTypes: [], aliases: ['generic'] },
  { name: 'Debian', versionKey: dpkgKey, purlTypes: ['deb'], vendors: ['debian'], aliases: ['dpkg', 'deb'] },
  { name: 'Ubuntu', versionKey: dpkgKey, purlTypes: ['deb'], vendors: ['ubuntu'] },
  { name: 'Echo', versionKey: dpkgKey, purlTypes: ['deb'], vendors: ['echo'] },
  { name: 'Alpine', versionKey: apkKey, purlTypes: ['apk'], vendors: ['alpine'], aliases: ['apk'] },
  { name: 'Wolfi', versionKey: apkKey, purlTypes: ['apk'], vendors: ['wolfi'] },
  { name: 'Chainguard', versionKey: apkKey, purlTypes: ['apk'], vendors: ['chainguard'] },
  { name: 'MinimOS', versionKey: apkKey, purlTypes: ['apk'], vendors: ['minimos'] },
  { name: 'Alpaquita', versionKey: apkKey, purlTypes: ['apk'], vendors: ['alpaquita'] },
  {
    name: 'Red Hat',
    versionKey: rpmKey,
    purlTypes: ['rpm'],
    vendors: ['redhat', 'rhel'],
    aliases: ['rpm', 'rhel'],
  },
  { name: 'AlmaLinux', versionKey: rpmKey, purlTypes: ['rpm'], vendors: ['almalinux', 'alma'] },
  { name: 'Rocky Linux', versionKey: rpmKey, purlTypes: ['rpm'], vendors: ['rocky-linux', 'rocky'] },
  { name: 'SUSE', versionKey: rpmKey, purlTypes: ['rpm'], vendors: ['suse', 'sles'] },
  { name: 'openSUSE', versionKey: rpmKey, purlTypes: ['rpm'], vendors: ['opensuse'] },
  { name: 'openEuler', versionKey: rpmKey, purlTypes: ['rpm'], vendors: ['openeuler'] },
  { name: 'Mageia', versionKey: rpmKey, purlTypes: ['rpm'], vendors: ['mageia'] },
  { name: 'Photon OS', versionKey: rpmKey, purlTypes: ['rpm'], vendors: ['photon'] },
  { name: 'Azure Linux', versionKey: rpmKey, purlTypes: ['rpm'], vendors: ['azurelinux', 'mariner'] },
];

const BY_SPELLING = new Map(
  ECOSYSTEMS.flatMap((ecosystem) =>
    [ecosystem.name, ...(ecosystem.aliases ?? [])].map((spelling) => [folded(spelling), ecosystem] as const),
  ),
);

/** The ecosystem a name such as `Debian:11` or `red hat` means; undefined where it is unknown. */
export function findEcosystem(name: string): Ecosystem | undefined {
  const colon = name.indexOf(':');
  return BY_SPELLING.get(folded(colon < 0 ? name : name.slice(0, colon)));
}

function folded(name: string): string {
  return name.toLowerCase().replace(/[ _-]/g, '');
}
