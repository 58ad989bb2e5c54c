import type { Component } from '../component.ts';
import { normalise } from '../purl/canonical-form.ts';
import { readPurlAsWritten } from '../purl/parse.ts';
import { PurlError } from '../purl/purl-error.ts';
import type { Purl } from '../purl/types.ts';
import type { Distribution, Ecosystem } from '../versions/ecosystem.ts';
import { ECOSYSTEMS } from '../versions/ecosystems.ts';
import { nameOfBuilt } from './built-packages.ts';
import { EMPTY_HASH, type HashedText, hashed, hashNext } from './text-numbers.ts';

/** Which package, in the words of advisories, a component is. */
export interface PackageCoordinates {
  ecosystem: Ecosystem;
  /** Folded, see Ecosystem.foldName. */
  name: string;
  version: string | null;
  /** Release of the distribution; empty where unknown or where there are none. */
  release: string;
  /** See Distribution.stream. */
  stream: string;
  /** Module and stream of an rpm package, `nodejs:18`; empty where it belongs to none, or nothing says so. */
  module: string;
  /** For a source package of rpm known by its file name, which states no epoch. */
  isEpochUnknown: boolean;
}

const BY_PURL_TYPE = Map.groupBy(
  ECOSYSTEMS.flatMap((ecosystem) => ecosystem.purlTypes.map((type) => ({ type, ecosystem }))),
  ({ type }) => type,
);

/** By the first letter of the type, how package URLs of ecosystems without distributions begin. */
const PLAIN_PREFIXES = Map.groupBy(
  ECOSYSTEMS.filter(({ distribution }) => distribution === undefined).flatMap((ecosystem) =>
    ecosystem.purlTypes.map((type) => ({ text: `pkg:${type}/`, ecosystem })),
  ),
  ({ text }) => text.charCodeAt(4),
);

/**
 * The packages a component may be known as to advisories, by each of its package URLs that can be read: none where
 * they name no ecosystem or an unknown distribution, several where a distribution's package was built from a source
 * package of another name, or from one that nothing names.
 */
export function coordinatesOf(component: Component): PackageCoordinates[] {
  const { purl, otherPurls = [] } = component;
  const texts = purl === undefined ? otherPurls : [purl, ...otherPurls];
  return texts.flatMap((text) => {
    const parsed = readable(text);
    return parsed === undefined ? [] : coordinatesOfPurl(parsed, component);
  });
}

/** The ecosystems a package-URL type can belong to; several where distributions share it. */
export function ecosystemsOfType(type: string): Ecosystem[] {
  return (BY_PURL_TYPE.get(type) ?? []).map(({ ecosystem }) => ecosystem);
}

function readable(text: string): Purl | undefined {
  try {
    return readPurlAsWritten(text);
  } catch (error) {
    if (error instanceof PurlError) return undefined;
    throw error;
  }
}

const HASH = 35;
const PERCENT = 37;
const SLASH = 47;
const QUESTION = 63;
const AT = 64;

/** A package URL that needs no decoding, with the positions of name and version. */
export interface PlainPurl {
  ecosystem: Ecosystem;
  /** Within the package URL; or a text of its own where advisories join the parts of names in another way. */
  name: HashedText;
  /** Null where the package URL has none. */
  version: HashedText | null;
}

/**
 * Most package URLs need no decoding and name no distribution. Finding only the places of what matters in
 * those is many times as fast as reading them; null leaves all others to coordinatesOf.
 */
export function readPlainPurl(purl: string): PlainPurl | null {
  const prefix = PLAIN_PREFIXES.get(purl.charCodeAt(4))?.find(({ text }) => purl.startsWith(text));
  if (prefix === undefined) return null;
  const { ecosystem } = prefix;
  const afterType = prefix.text.length;
  const isScoped = purl.charCodeAt(afterType) === PERCENT && purl.startsWith('%40', afterType);
  const start = isScoped ? afterType + 3 : afterType;
  let at = -1;
  let nameHash = EMPTY_HASH;
  let hash = EMPTY_HASH;
  let stop = start;
  for (; stop < purl.length; stop++) {
    const code = purl.charCodeAt(stop);
    if (code === AT) {
      if (at >= 0 || purl.charCodeAt(stop - 1) === SLASH) return null;
      at = stop;
      nameHash = hash;
      hash = EMPTY_HASH;
      continue;
    }
    if (code < AT) {
      if (code === QUESTION || code === HASH) break;
      if (code === PERCENT || (code === SLASH && purl.charCodeAt(stop - 1) === SLASH)) return null;
    }
    hash = hashNext(hash, code);
  }
  const end = at < 0 ? stop : at;
  if (end === start || purl.charCodeAt(end - 1) === SLASH) return null;
  const version = at < 0 || at + 1 === stop ? null : { within: purl, start: at + 1, end: stop, hash };
  if (isScoped || ecosystem.separator !== undefined) {
    const name = joinedName(ecosystem, (isScoped ? '@' : '') + purl.slice(start, end));
    return { ecosystem, name: hashed(name), version };
  }
  return { ecosystem, name: { within: purl, start, end, hash: at < 0 ? hash : nameHash }, version };
}

function joinedName({ separator }: Ecosystem, path: string): string {
  const last = separator === undefined ? -1 : path.lastIndexOf('/');
  return last < 0 ? path : path.slice(0, last) + separator + path.slice(last + 1);
}

function packageName(ecosystem: Ecosystem, path: string): string {
  const name = joinedName(ecosystem, path);
  return ecosystem.foldName ? ecosystem.foldName(name) : name;
}

function coordinatesOfPurl(purl: Purl, component: Component): PackageCoordinates[] {
  const version = purl.version ?? (component.version || null);
  return ecosystemsOfType(purl.type).flatMap((ecosystem) => {
    if (ecosystem.distribution)
      return distributionCoordinates(ecosystem.distribution, ecosystem, normalise(purl), component);
    const name = packageName(ecosystem, pathOf(purl));
    return [{ ecosystem, name, version, release: '', stream: '', module: '', isEpochUnknown: false }];
  });
}

function pathOf({ namespace, name }: Purl): string {
  return namespace === null ? name : `${namespace}/${name}`;
}

function distributionCoordinates(
  distribution: Distribution,
  ecosystem: Ecosystem,
  purl: Purl,
  component: Component,
): PackageCoordinates[] {
  if (!isOfDistribution(distribution, purl, component)) return [];
  const installed = installedPackage(purl, component);
  const { version } = installed;
  const shared = {
    ecosystem,
    release: releaseOf(distribution, purl, component, version ?? ''),
    stream: distribution.stream?.([distributionText(purl, component), purl.name, version].join(' ')) ?? '',
    module: moduleOf(purl, component),
  };
  const source = sourcePackageOf(purl, component);
  const { advisoriesName } = distribution;
  const binary = { ...shared, ...installed };
  if (advisoriesName === 'installed') return [binary];
  if (source === undefined) {
    const built = { ...binary, name: nameOfBuilt(binary.name) };
    return advisoriesName === 'source' ? [binary, built] : [binary];
  }
  const built = { ...shared, ...source };
  if (advisoriesName === 'source') return [built];
  return source.name === installed.name && source.version === version ? [binary] : [binary, built];
}

/** A package of an operating system as it was installed, or the source it was built from. */
interface SystemPackage {
  name: string;
  version: string | null;
  isEpochUnknown: boolean;
}

function installedPackage(purl: Purl, component: Component): SystemPackage {
  const version = versionWithEpoch(purl, component);
  return { name: purl.name, version, isEpochUnknown: false };
}

/** The version of a package, with the epoch that package URLs of rpm keep in a qualifier. */
export function versionWithEpoch(purl: Purl, component: Pick<Component, 'version'>): string | null {
  const version = purl.version ?? (component.version || null);
  const epoch = purl.qualifiers?.epoch;
  return epoch && version && !version.includes(':') ? `${epoch}:${version}` : version;
}

/**
 * The source package something was built from, where the bill says so: apart from the package URL, or in its
 * qualifiers `upstream` (`openssl`, `openssl@3.0`, `openssl-3.0-1.src.rpm`) or `origin`.
 */
export function sourcePackageOf(purl: Purl, component: Component): SystemPackage | undefined {
  const version = versionWithEpoch(purl, component);
  const given = component.source;
  if (given !== undefined) {
    return { name: given.name, version: given.version ?? version, isEpochUnknown: false };
  }
  const { upstream = purl.qualifiers?.origin } = purl.qualifiers ?? {};
  if (upstream === undefined) return undefined;
  const file = /^(.+?)(?:-([^-]+-[^-]+))?\.(?:no)?src\.rpm$/.exec(upstream);
  if (!file) {
    const [name = '', own] = upstream.split('@');
    return { name, version: own ?? version, isEpochUnknown: false };
  }
  const [, name = '', own] = file;
  if (own === undefined || own === withoutEpoch(version)) return { name, version, isEpochUnknown: false };
  return { name, version: own, isEpochUnknown: true };
}

function withoutEpoch(version: string | null): string | null {
  return version?.replace(/^\d+:/, '') ?? null;
}

/** Where the package URL does not say whose package it is, `distro` or the bill's operating system may. */
function isOfDistribution(
  { names }: Distribution,
  purl: Purl,
  component: Pick<Component, 'distribution'>,
): boolean {
  if (purl.namespace !== null) return names.includes(purl.namespace.toLowerCase());
  if (names.includes(purl.type)) return true;
  const text = distributionText(purl, component).toLowerCase();
  return names.some((name) => text.startsWith(name) && !/[a-z]/.test(text.charAt(name.length)));
}

/** Distribution that the bill states for a package; empty if none. */
export function distributionText(purl: Purl, component: Pick<Component, 'distribution'>): string {
  return purl.qualifiers?.distro ?? component.distribution ?? '';
}

/** From `distro` or the bill's operating system; from the package's own version where that knows more. */
function releaseOf(distribution: Distribution, purl: Purl, component: Component, version: string): string {
  const { release, releaseOfVersion } = distribution;
  if (release === undefined) return '';
  const stated = release(distributionText(purl, component)) || release(purl.namespace ?? '');
  const own = releaseOfVersion?.(version) ?? '';
  return own.startsWith(stated) ? own : stated;
}

/** The modularity label of an rpm package, `nodejs:18:8060020220523160029:ad008a3a`; empty where nothing says so. */
export function moduleOf({ qualifiers }: Purl, { moduleStream }: Pick<Component, 'moduleStream'>): string {
  return qualifiers?.rpmmod ?? qualifiers?.modularitylabel ?? moduleStream ?? '';
}

/** Whether two package URLs identify one package, ignoring versions and qualifiers. */
export function isSamePackage(a: Purl, b: Purl): boolean {
  if (a.type !== b.type) return false;
  if (a.name === b.name && a.namespace === b.namespace) return true;
  return ecosystemsOfType(a.type).some(({ distribution, ...ecosystem }) =>
    distribution
      ? a.name === b.name && [a, b].every((purl) => isOfDistribution(distribution, purl, {}))
      : packageName(ecosystem, pathOf(a)) === packageName(ecosystem, pathOf(b)),
  );
}

/** The release of its distribution that a text names; empty where it names none, or the package is of no distribution. */
export function releaseOfPackage(purl: Purl, text: string): string {
  const found = ecosystemsOfType(purl.type).find(
    ({ distribution }) => distribution && isOfDistribution(distribution, purl, {}),
  );
  return found?.distribution?.release?.(text) ?? '';
}

/**
 * Whether a component is a package of the platform a CPE name stands for (from its vendor on); undefined where the
 * platform is none of its distribution. Also what the bill says of the distribution.
 */
export function isOnPlatform(
  component: Component,
  cpe: string,
): { isOn: boolean | undefined; found: string } {
  const written = readable(component.purl ?? '');
  const own = written && normalise(written);
  for (const { distribution } of own === undefined ? [] : ecosystemsOfType(own.type)) {
    if (own === undefined || !distribution || !isOfDistribution(distribution, own, component)) continue;
    const { releaseOfVersion } = distribution;
    const stated = distributionText(own, component);
    const found = stated || (releaseOfVersion?.(versionWithEpoch(own, component) ?? '') ?? '');
    return { isOn: distribution.isPlatform?.(cpe, found), found };
  }
  return { isOn: undefined, found: '' };
}
