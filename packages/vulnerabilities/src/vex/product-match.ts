import type { Component } from '../component.ts';
import { readPurl } from '../purl/parse.ts';
import { PurlError } from '../purl/purl-error.ts';
import type { Purl } from '../purl/types.ts';
import { compareVersions, UnknownEcosystemError } from '../versions/compare.ts';
import type { VexProduct } from './statement.ts';
import { isInRange } from './vers-range.ts';

/**
 * Whether a component is the product a verdict names. Package URLs are compared by their decoded parts, since
 * tools escape them differently; one without a version stands for all versions, and its qualifiers must be met.
 */
export function isProduct(component: Component, product: VexProduct): boolean {
  const wanted = product.purl === undefined ? undefined : parsed(product.purl);
  if (wanted) {
    const own = component.purl === undefined ? undefined : parsed(component.purl);
    return own !== undefined && isSamePackage(own, wanted) && isOfVersion(own, component, wanted, product);
  }
  if (product.cpe !== undefined && component.cpe !== undefined) return isSameCpe(component.cpe, product.cpe);
  if (product.name === undefined) return false;
  const isNamed =
    product.name === component.ref || product.name === component.purl || product.name === component.name;
  return isNamed && (product.version === undefined || product.version === component.version);
}

function isSamePackage(own: Purl, wanted: Purl): boolean {
  return (
    own.type === wanted.type &&
    own.name === wanted.name &&
    own.namespace === wanted.namespace &&
    Object.entries(wanted.qualifiers ?? {}).every(
      ([key, value]) => key === 'vers' || own.qualifiers?.[key] === value,
    )
  );
}

function isOfVersion(own: Purl, component: Component, wanted: Purl, product: VexProduct): boolean {
  const version = own.version ?? component.version;
  const range = product.range ?? wanted.qualifiers?.vers;
  if (range !== undefined) return version !== undefined && isInRange(range, version) === true;
  const wantedVersion = product.version ?? wanted.version;
  if (wantedVersion === null || wantedVersion === undefined) return true;
  return version !== undefined && isSameVersion(own.type, version, wantedVersion);
}

function isSameVersion(type: string, a: string, b: string): boolean {
  if (a === b) return true;
  try {
    return compareVersions(type, a, b) === 0;
  } catch (error) {
    if (error instanceof UnknownEcosystemError) return false;
    throw error;
  }
}

/** CPE names match where each part the wanted one states is the same; `*` and an absent part state nothing. */
function isSameCpe(own: string, wanted: string): boolean {
  const parts = cpeParts(own);
  return cpeParts(wanted).every((part, index) => part === '*' || part === '' || part === parts[index]);
}

function cpeParts(cpe: string): string[] {
  const parts = cpe
    .toLowerCase()
    .replace(/^cpe:2\.3:/, '')
    .replace(/^cpe:\//, '')
    .split(/(?<!\\):/);
  return parts.map((part) => (part === '-' ? '' : part));
}

function parsed(text: string): Purl | undefined {
  try {
    return readPurl(text);
  } catch (error) {
    if (error instanceof PurlError) return undefined;
    throw error;
  }
}
