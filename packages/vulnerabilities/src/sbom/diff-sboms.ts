import type { Component } from '../component.ts';
import { formatPurl } from '../purl/format.ts';
import { readPurl } from '../purl/parse.ts';
import { PurlError } from '../purl/purl-error.ts';
import type { Sbom } from './sbom.ts';

/** What changed from one bill of materials to the next. */
export interface SbomDifference {
  added: Component[];
  removed: Component[];
  /** The same package in another version. */
  changed: { before: Component; after: Component }[];
  /** How many components are in both, with the same version. */
  unchanged: number;
}

/**
 * Compares two bills by package: package URLs without version and qualifiers, or the name where there is none.
 * A package in several versions counts as changed only as far as versions left and versions came.
 */
export function diffSboms(before: Pick<Sbom, 'components'>, after: Pick<Sbom, 'components'>): SbomDifference {
  const old = byPackage(before.components);
  const difference: SbomDifference = { added: [], removed: [], changed: [], unchanged: 0 };
  for (const [key, components] of byPackage(after.components)) {
    const earlier = old.get(key) ?? new Map<string, Component>();
    old.delete(key);
    const came = [...components]
      .filter(([version]) => !earlier.has(version))
      .map(([, component]) => component);
    const left = [...earlier]
      .filter(([version]) => !components.has(version))
      .map(([, component]) => component);
    difference.unchanged += components.size - came.length;
    const pairs = Math.min(came.length, left.length);
    for (let index = 0; index < pairs; index++) {
      difference.changed.push({ before: left[index] as Component, after: came[index] as Component });
    }
    difference.added.push(...came.slice(pairs));
    difference.removed.push(...left.slice(pairs));
  }
  for (const components of old.values()) difference.removed.push(...components.values());
  return difference;
}

/** Components by package, then by version. */
function byPackage(components: readonly Component[]): Map<string, Map<string, Component>> {
  const packages = new Map<string, Map<string, Component>>();
  for (const component of components) {
    const { key, version } = identityOf(component);
    const versions = packages.get(key);
    if (versions) versions.set(version, component);
    else packages.set(key, new Map([[version, component]]));
  }
  return packages;
}

function identityOf({ name, version = '', purl }: Component): { key: string; version: string } {
  if (purl === undefined) return { key: name, version };
  try {
    const parsed = readPurl(purl);
    const key = formatPurl({ ...parsed, version: null, qualifiers: null, subpath: null });
    return { key, version: parsed.version ?? version };
  } catch (error) {
    if (error instanceof PurlError) return { key: purl, version };
    throw error;
  }
}
