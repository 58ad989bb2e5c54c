import { composerKey } from './composer.ts';
import { DISTRIBUTIONS } from './distributions.ts';
import { cranKey, hackageKey } from './dotted.ts';
import { dpkgKey } from './dpkg.ts';
import type { Ecosystem } from './ecosystem.ts';
import { gemKey } from './gem.ts';
import { goKey } from './go.ts';
import { mavenKey } from './maven.ts';
import { pep440Key } from './pep440.ts';
import { nugetKey, pubKey, semverKey } from './semver.ts';

const lowerName = (name: string): string => name.toLowerCase();

function pypiName(name: string): string {
  return /[A-Z_.]|--/.test(name) ? name.toLowerCase().replace(/[-_.]+/g, '-') : name;
}

function repositoryName(name: string): string {
  return name.toLowerCase().replace(/^https?:\/\/|\.git$/g, '');
}

/** Go's standard library and toolchain have no module path; tools call them differently than advisories do. */
const GO_DISTRIBUTION = new Map([
  ['std', 'stdlib'],
  ['cmd', 'toolchain'],
  ['golang.org/toolchain', 'toolchain'],
]);

const LONGEST_OF_DISTRIBUTION = Math.max(...[...GO_DISTRIBUTION.keys()].map(({ length }) => length));

function goName(name: string): string {
  const lower = name.toLowerCase();
  if (lower.length > LONGEST_OF_DISTRIBUTION) return lower;
  return GO_DISTRIBUTION.get(lower) ?? lower;
}

/**
 * Every ecosystem this package knows; versions, package URLs and advisories all read this one table.
 * docs/adding-an-ecosystem.md tells how to add a row.
 */
export const ECOSYSTEMS: readonly Ecosystem[] = [
  { name: 'npm', versionKey: semverKey, purlTypes: ['npm'] },
  {
    name: 'Go',
    versionKey: goKey,
    extendsSemver: true,
    purlTypes: ['golang'],
    foldName: goName,
    aliases: ['golang'],
  },
  { name: 'crates.io', versionKey: semverKey, purlTypes: ['cargo'], aliases: ['cargo', 'crates'] },
  { name: 'PyPI', versionKey: pep440Key, purlTypes: ['pypi'], foldName: pypiName },
  { name: 'Maven', versionKey: mavenKey, purlTypes: ['maven'], separator: ':' },
  { name: 'NuGet', versionKey: nugetKey, purlTypes: ['nuget'], foldName: lowerName },
  { name: 'RubyGems', versionKey: gemKey, purlTypes: ['gem'], aliases: ['gem'] },
  {
    name: 'Packagist',
    versionKey: composerKey,
    purlTypes: ['composer'],
    foldName: lowerName,
    aliases: ['composer'],
  },
  { name: 'Pub', versionKey: pubKey, purlTypes: ['pub'], foldName: lowerName },
  { name: 'Hex', versionKey: semverKey, purlTypes: ['hex'], foldName: lowerName },
  { name: 'CRAN', versionKey: cranKey, purlTypes: ['cran'] },
  { name: 'Hackage', versionKey: hackageKey, purlTypes: ['hackage'] },
  {
    name: 'SwiftURL',
    versionKey: semverKey,
    purlTypes: ['swift'],
    foldName: repositoryName,
    aliases: ['swift'],
  },
  { name: 'GitHub Actions', versionKey: semverKey, purlTypes: ['githubactions'], foldName: lowerName },
  { name: 'ConanCenter', versionKey: semverKey, purlTypes: ['conan'], aliases: ['conan'] },
  { name: 'Bitnami', versionKey: semverKey, purlTypes: ['bitnami'], foldName: lowerName },
  { name: 'Bioconductor', versionKey: semverKey, purlTypes: ['bioconductor'] },
  { name: 'Julia', versionKey: semverKey, purlTypes: ['julia'] },
  { name: 'opam', versionKey: dpkgKey, purlTypes: ['opam'] },
  { name: 'VSCode', versionKey: semverKey, purlTypes: ['vscode-extension'], foldName: lowerName },
  { name: 'Kubernetes', versionKey: semverKey, purlTypes: [] },
  { name: 'Linux', versionKey: semverKey, purlTypes: [] },
  { name: 'GHC', versionKey: hackageKey, purlTypes: [] },
  { name: 'SemVer', versionKey: semverKey, purlTypes: [], aliases: ['generic'] },
  ...DISTRIBUTIONS,
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
