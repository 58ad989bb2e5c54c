import type { Component } from '../component.ts';
import { normalise } from '../purl/canonical-form.ts';
import { readPurlAsWritten } from '../purl/parse.ts';
import { PurlError } from '../purl/purl-error.ts';
import type { Purl } from '../purl/types.ts';
import { ECOSYSTEMS, type Ecosystem } from '../versions/ecosystems.ts';
import { releaseToken } from './releases.ts';
import { EMPTY_HASH, type HashedText, hashed, hashNext } from './text-numbers.ts';

/** Which package, in the words of advisories, a component is. */
export interface PackageCoordinates {
  ecosystem: Ecosystem;
  /** Folded, see Ecosystem.foldName. */
  name: string;
  version: string | null;
  /** Release of the distribution; null where unknown or where there are none. */
  release: string | null;
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
 * The packages a component may be known as to advisories: none where its package URL names no ecosystem,
 * two where a distribution's binary package was built from a source package of another name.
 */
export function coordinatesOf(component: Component): PackageCoordinates[] {
  if (component.purl === undefined) return [];
  try {
    return coordinatesOfPurl(readPurlAsWritten(component.purl), component.version || null);
  } catch (error) {
    if (error instanceof PurlError) return [];
    throw error;
  }
}

const HASH = 35;
const PERCENT = 37;
const SLASH = 47;
const QUESTION = 63;
const AT = 64;

/** A package URL that needs no decoding, and where in it the name and the version stand. */
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

function coordinatesOfPurl(purl: Purl, fallback: string | null): PackageCoordinates[] {
  const ecosystems = (BY_PURL_TYPE.get(purl.type) ?? []).map(({ ecosystem }) => ecosystem);
  return ecosystems.flatMap((ecosystem) =>
    ecosystem.distribution
      ? distributionCoordinates(ecosystem, ecosystem.distribution, normalise(purl), fallback)
      : [
          {
            ecosystem,
            name: packageName(
              ecosystem,
              purl.namespace === null ? purl.name : `${purl.namespace}/${purl.name}`,
            ),
            version: purl.version ?? fallback,
            release: null,
          },
        ],
  );
}

/** Qualifiers: `distro` the release, `epoch` of rpm, `upstream` the source package as `name` or `name@version`. */
function distributionCoordinates(
  ecosystem: Ecosystem,
  { vendors, releaseDepth }: NonNullable<Ecosystem['distribution']>,
  purl: Purl,
  fallback: string | null,
): PackageCoordinates[] {
  if (!vendors.includes(purl.namespace ?? '')) return [];
  const { distro, epoch, upstream } = purl.qualifiers ?? {};
  const given = purl.version ?? fallback;
  const version = epoch && given && !given.includes(':') ? `${epoch}:${given}` : given;
  const release = distro === undefined ? null : releaseToken(distro, releaseDepth);
  const binary = { ecosystem, name: purl.name, version, release };
  if (upstream === undefined || upstream === purl.name || upstream.endsWith('.rpm')) return [binary];
  const [name = '', sourceVersion = version] = upstream.split('@');
  return name === purl.name ? [binary] : [binary, { ecosystem, name, version: sourceVersion, release }];
}
