import type { Component } from '../component.ts';
import { readPurl } from '../purl/parse.ts';
import { PurlError } from '../purl/purl-error.ts';
import type { Purl } from '../purl/types.ts';
import { ECOSYSTEMS, type Ecosystem } from '../versions/ecosystems.ts';
import { releaseToken } from './releases.ts';

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

/**
 * The packages a component may be known as to advisories: none where its package URL names no ecosystem,
 * two where a distribution's binary package was built from a source package of another name.
 */
export function coordinatesOf(component: Component): PackageCoordinates[] {
  const { purl } = component;
  if (purl === undefined) return [];
  const fallback = component.version || null;
  const plain = readPlainPurl(purl, fallback);
  if (plain !== null) return [plain];
  try {
    return coordinatesOfPurl(readPurl(purl), fallback);
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

/**
 * Most package URLs need no decoding and name no distribution. Reading only what matters of those is
 * several times as fast; null leaves all others to the full reader.
 */
function readPlainPurl(purl: string, fallback: string | null): PackageCoordinates | null {
  const slash = purl.indexOf('/', 4);
  if (slash < 0 || !purl.startsWith('pkg:')) return null;
  const ecosystem = BY_PURL_TYPE.get(purl.slice(4, slash))?.[0]?.ecosystem;
  if (ecosystem === undefined || ecosystem.distribution !== undefined) return null;
  const isScoped = purl.startsWith('%40', slash + 1);
  const start = isScoped ? slash + 4 : slash + 1;
  let at = -1;
  let end = start;
  for (; end < purl.length; end++) {
    const code = purl.charCodeAt(end);
    if (code === QUESTION || code === HASH) break;
    if (code === PERCENT || (code === SLASH && purl.charCodeAt(end - 1) === SLASH)) return null;
    if (code === AT) {
      if (at >= 0 || purl.charCodeAt(end - 1) === SLASH) return null;
      at = end;
    }
  }
  const nameEnd = at < 0 ? end : at;
  if (nameEnd === start || purl.charCodeAt(nameEnd - 1) === SLASH) return null;
  const path = isScoped ? `@${purl.slice(start, nameEnd)}` : purl.slice(start, nameEnd);
  const version = at < 0 || at + 1 === end ? fallback : purl.slice(at + 1, end);
  return { ecosystem, name: packageName(ecosystem, path), version, release: null };
}

function packageName(ecosystem: Ecosystem, path: string): string {
  const last = ecosystem.separator === undefined ? -1 : path.lastIndexOf('/');
  const name = last < 0 ? path : path.slice(0, last) + ecosystem.separator + path.slice(last + 1);
  return ecosystem.foldName ? ecosystem.foldName(name) : name;
}

function coordinatesOfPurl(purl: Purl, fallback: string | null): PackageCoordinates[] {
  const ecosystems = (BY_PURL_TYPE.get(purl.type) ?? []).map(({ ecosystem }) => ecosystem);
  return ecosystems.flatMap((ecosystem) =>
    ecosystem.distribution
      ? distributionCoordinates(ecosystem, ecosystem.distribution, purl, fallback)
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
