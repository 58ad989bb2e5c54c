import type { Component } from '../component.ts';
import type { BillContext } from './bill-context.ts';
import { isWithinCpe } from './cpe.ts';
import { type Mismatch, type MismatchReason, mismatch, nearest } from './mismatch.ts';
import { comparePackages, packagesOf, packageUrl } from './package-match.ts';
import type { VexProduct } from './statement.ts';
import { isSameVersion } from './version-match.ts';

/**
 * Why a component is not the product a verdict names; undefined where it is. The strongest identifier both have
 * decides: package URL, then CPE, then hash, then name. A hash of the same kind that differs tells two files apart
 * whatever else is the same.
 */
export function compareProduct(
  component: Component,
  product: VexProduct,
  bill?: BillContext,
): Mismatch | undefined {
  const file = compareHashes(component, product);
  if (file === 'other') {
    return mismatch('other-file', hashTexts(product.hashes), hashTexts(component.hashes));
  }
  const miss = compareIdentifiers(component, product, bill);
  return file === 'same' && miss !== undefined && UNDECIDED.has(miss.reason) ? undefined : miss;
}

/** Reasons that leave open whether the component is meant, so that an equal hash decides. */
const UNDECIDED = new Set<MismatchReason>([
  'hash-not-stated',
  'generic-uri',
  'name-only',
  'unreadable-identifier',
  'not-comparable',
]);

function compareIdentifiers(
  component: Component,
  product: VexProduct,
  bill: BillContext | undefined,
): Mismatch | undefined {
  if (product.bomLink !== undefined) return compareBomLink(component, product.bomLink, bill);
  const wanted = [product.purl ?? [], product.otherPurls ?? []]
    .flat()
    .map(packageUrl)
    .filter((each) => each !== undefined);
  if (wanted.length > 0) {
    const own = packagesOf(component);
    if (own.length > 0) {
      const misses = own.flatMap((each) => wanted.map((purl) => comparePackages(each, purl, product)));
      return misses.includes(undefined) ? undefined : nearest(misses.filter((miss) => miss !== undefined));
    }
    if (wanted.some(({ version }) => isDigestOf(component, version ?? ''))) return undefined;
  }
  if (product.cpe !== undefined && component.cpe !== undefined) return compareCpes(component, product);
  if (wanted.length > 0 || product.cpe !== undefined) {
    return mismatch('not-comparable', titleOf(product), titleOf(component));
  }
  if (product.purl !== undefined) return mismatch('unreadable-identifier', product.purl);
  if (product.uris !== undefined) return mismatch('generic-uri', product.uris.join(', '));
  if (product.hashes !== undefined) return mismatch('hash-not-stated', hashTexts(product.hashes));
  if (product.name !== undefined) return compareNames(component, product);
  return mismatch('no-product', '');
}

/** `urn:cdx:serial/version#ref`, a component of the bill of that number; without a `ref` the bill's subject. */
function compareBomLink(
  component: Component,
  link: string,
  bill: BillContext | undefined,
): Mismatch | undefined {
  const [head = '', fragment] = link.split(/#(.*)/s);
  const ref = fragment === undefined ? bill?.subject?.ref : decoded(fragment);
  const isOurs = bill?.identifier !== undefined && head.toLowerCase() === bill.identifier.toLowerCase();
  if (!isOurs) return mismatch('other-bill', link);
  if (fragment === undefined && component === bill.subject) return undefined;
  return ref !== undefined && ref === component.ref
    ? undefined
    : mismatch('other-component', link, titleOf(component));
}

/** Container images are known by their digest, which bills state as the version or a hash. */
function isDigestOf({ version, hashes }: Component, digest: string): boolean {
  const [, value] = /^sha256:([0-9a-f]{64})$/i.exec(digest) ?? [];
  if (value === undefined) return false;
  return version === digest || hashes.some((hash) => hash.value.toLowerCase() === value.toLowerCase());
}

function compareCpes(component: Component, product: VexProduct): Mismatch | undefined {
  const [own = '', wanted = ''] = [component.cpe, product.cpe];
  if (!isWithinCpe(own, wanted)) return mismatch('other-component', wanted, own);
  if (product.range !== undefined) return mismatch('unreadable-range', product.range);
  if (product.version === undefined || product.version === component.version) return undefined;
  return mismatch('other-version', product.version, component.version ?? '');
}

/**
 * Names alone say who is meant only where the bill has nothing better either, and the versions agree; a URI is as
 * good an identifier as any.
 */
function compareNames(component: Component, product: VexProduct): Mismatch | undefined {
  const { name = '', version } = product;
  if (/^[a-z][a-z0-9+.-]+:./i.test(name) && (name === component.ref || name === component.purl))
    return undefined;
  const isNamed = name === component.name || name === `${component.group}/${component.name}`;
  if (!isNamed) return mismatch('other-component', titleOf(product), titleOf(component));
  if (component.purl !== undefined || component.cpe !== undefined) return mismatch('name-only', name);
  if (version === undefined || component.version === undefined) {
    return version === component.version ? undefined : mismatch('name-only', name);
  }
  return isSameVersion('generic', component.version, version)
    ? undefined
    : mismatch('other-version', version, component.version);
}

/** `same` where at least one hash of a common algorithm is equal, `other` where all of those differ. */
function compareHashes({ hashes }: Component, product: VexProduct): 'same' | 'other' | 'unknown' {
  const pairs = (product.hashes ?? []).flatMap((wanted) =>
    hashes
      .filter(({ algorithm }) => algorithmName(algorithm) === algorithmName(wanted.algorithm))
      .map(({ value }) => value.toLowerCase() === wanted.value.toLowerCase()),
  );
  if (pairs.length === 0) return 'unknown';
  return pairs.includes(true) ? 'same' : 'other';
}

/** One spelling of what formats call `SHA-256`, `SHA256` and `sha256`. */
function algorithmName(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function hashTexts(hashes: VexProduct['hashes']): string {
  return (hashes ?? []).map(({ algorithm, value }) => `${algorithm} ${value}`).join(', ');
}

/** Label of a product or component for messages. */
export function titleOf({ purl, cpe, name, version, hashes, uris, bomLink }: VexProduct): string {
  if (purl !== undefined) return version === undefined || purl.includes('@') ? purl : `${purl} ${version}`;
  const named = [name, version].filter((text) => text !== undefined).join(' ');
  return cpe ?? (named || (bomLink ?? uris?.[0] ?? hashTexts(hashes)));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
