import type { Component } from '../component.ts';
import { readPurl } from '../purl/parse.ts';
import { PurlError } from '../purl/purl-error.ts';
import type { Purl } from '../purl/types.ts';
import type { UnsearchableReason } from '../unsearchable.ts';
import { isVersionOf } from '../versions/is-version.ts';
import type { EcosystemLabels } from './ecosystem-labels.ts';
import {
  coordinatesOf,
  distributionText,
  ecosystemsOfType,
  type PlainPurl,
  readPlainPurl,
} from './package-coordinates.ts';
import type { PackageTable } from './package-table.ts';

/** Why advisories cannot tell anything of a component; undefined where they can. */
export function unsearchableReason(
  component: Component,
  packages: PackageTable,
  labels: EcosystemLabels,
): UnsearchableReason | undefined {
  const plain = component.otherPurls === undefined ? readPlainPurl(component.purl ?? '') : null;
  if (plain !== null) return reasonOfPlain(plain, component, packages);
  const { purl, otherPurls = [] } = component;
  const texts = purl === undefined ? otherPurls : [purl, ...otherPurls];
  if (texts.length === 0) return 'no-package-url';
  const parsed = texts.map(readable).filter((each) => each !== undefined);
  if (parsed.length === 0) return 'malformed-package-url';
  const isCovered = ({ type }: Purl) => ecosystemsOfType(type).some((each) => packages.covers(each));
  const covered = parsed.filter(isCovered);
  const [first] = covered;
  if (first === undefined) return 'ecosystem-not-covered';

  const places = coordinatesOf(component).filter(({ ecosystem }) => packages.covers(ecosystem));
  if (places.length === 0) {
    const isNamed = first.namespace !== null || distributionText(first, component) !== '';
    return isNamed ? 'distribution-not-covered' : 'distribution-missing';
  }
  const ofRelease = places.filter((place) => labels.covers(place));
  if (ofRelease.length === 0) {
    return places.some(({ release }) => release !== '') ? 'distribution-not-covered' : 'distribution-missing';
  }
  const versioned = ofRelease.filter(({ version }) => version !== null);
  if (versioned.length === 0) return 'no-version';
  return versioned.some(({ ecosystem, version }) => isVersionOf(ecosystem, version ?? ''))
    ? undefined
    : 'not-a-version';
}

/** Most components, by the same short cut by which they are matched. */
function reasonOfPlain(
  { ecosystem, version }: PlainPurl,
  component: Component,
  packages: PackageTable,
): UnsearchableReason | undefined {
  if (!packages.covers(ecosystem)) return 'ecosystem-not-covered';
  const text =
    version === null ? (component.version ?? '') : version.within.slice(version.start, version.end);
  if (text === '') return 'no-version';
  return isVersionOf(ecosystem, text) ? undefined : 'not-a-version';
}

function readable(text: string): Purl | undefined {
  try {
    return readPurl(text);
  } catch (error) {
    if (error instanceof PurlError) return undefined;
    throw error;
  }
}
