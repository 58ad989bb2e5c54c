import { isOnPlatform, moduleOf } from '../advisories/package-coordinates.ts';
import type { Component } from '../component.ts';
import { readPackageFileName } from '../csaf/package-file-name.ts';
import type { Purl } from '../purl/types.ts';
import type { BillContext } from './bill-context.ts';
import { platformText } from './cpe.ts';
import { type Mismatch, type MismatchReason, mismatch, nearest } from './mismatch.ts';
import { comparePackages, packagesOf, packageUrl } from './package-match.ts';
import { compareProduct, titleOf } from './product-match.ts';
import type { VexProduct, VexStatement } from './statement.ts';

/** Why a verdict is not about a component of a bill; undefined where it is. */
export function compareStatement(
  { products }: VexStatement,
  component: Component,
  bill: BillContext,
): Mismatch | undefined {
  return (
    nearestOf(products.map((product) => compareWhole(product, component, bill))) ?? mismatchOfNone(products)
  );
}

function mismatchOfNone(products: readonly VexProduct[]): Mismatch | undefined {
  return products.length === 0 ? mismatch('no-product', '') : undefined;
}

/** Undefined where one of several fits, else the nearest miss. */
function nearestOf(misses: readonly (Mismatch | undefined)[]): Mismatch | undefined {
  return misses.includes(undefined) ? undefined : nearest(misses.filter((miss) => miss !== undefined));
}

/** A product without parts is the component itself, the bill's subject, or the platform the component belongs to. */
function compareWhole(product: VexProduct, component: Component, bill: BillContext): Mismatch | undefined {
  if (product.parts) {
    const part = nearestOf(product.parts.map((each) => comparePart(each, component, product)));
    return part ?? compareHolder(product, component, bill);
  }
  const own = compareProduct(component, product, bill);
  if (own === undefined) return undefined;
  const { subject } = bill;
  if (subject === undefined) return comparePlatform(product, component, own);
  const whole = compareProduct(subject, product, bill);
  if (whole === undefined) return undefined;
  const isOtherEdition = own.reason === 'other-component' && OTHER_EDITIONS.has(whole.reason);
  return comparePlatform(product, component, isOtherEdition ? whole : own);
}

/** Reasons why a verdict on the bill's own product does not hold for it. */
const OTHER_EDITIONS = new Set<MismatchReason>(['other-version', 'outside-range', 'unreadable-range']);

/** A component, directly or within another: a package of a module. */
function comparePart(part: VexProduct, component: Component, holder: VexProduct): Mismatch | undefined {
  if (part.parts) {
    const inner = nearestOf(part.parts.map((each) => comparePart(each, component, part)));
    return inner ?? compareModuleOf(part, component);
  }
  const named = part.purl === undefined ? packageNamedBy(part, component, holder) : undefined;
  if (named === undefined) return compareProduct(component, part);
  return nearestOf(packagesOf(component).map((own) => comparePackages(own, named, part)));
}

/** If the bill does not name the module, its build is part of the version, which has been compared. */
function compareModuleOf(part: VexProduct, component: Component): Mismatch | undefined {
  const [own] = packagesOf(component);
  const isBuilt =
    own !== undefined && moduleOf(own.purl, component) === '' && /\.module[+_]/.test(own.version ?? '');
  const isVersioned = part.parts?.some(
    ({ purl = '', version, name = '' }) =>
      /@[^/?#]/.test(purl) || version !== undefined || readPackageFileName(name) !== undefined,
  );
  return isBuilt && isVersioned ? undefined : compareProduct(component, part);
}

/**
 * The product that parts are looked for in: the bill's subject, the platform the component belongs to, or a component
 * of the bill that all ways to the part lead through.
 */
function compareHolder(product: VexProduct, component: Component, bill: BillContext): Mismatch | undefined {
  const { subject } = bill;
  const miss = subject && compareProduct(subject, product, bill);
  if (subject !== undefined && miss === undefined) return undefined;
  const platform = comparePlatform(product, component, undefined);
  if (platform === undefined && isPlatformOf(product, component)) return undefined;
  if (platform !== undefined) return platform;
  const holders = bill.components.filter((each) => compareProduct(each, product, bill) === undefined);
  if (holders.length > 0) {
    return bill.isOnlyWithin(component, holders) ? undefined : mismatch('also-elsewhere', titleOf(product));
  }
  if (subject === undefined || miss === undefined) return mismatch('no-subject', titleOf(product));
  if (miss.reason === 'not-comparable' || miss.reason === 'name-only') {
    return mismatch('unidentified-subject', titleOf(product), titleOf(subject));
  }
  return miss.reason === 'other-component' ? { ...miss, reason: 'other-product' } : miss;
}

function isPlatformOf({ cpe }: VexProduct, component: Component): boolean {
  const platform = cpe === undefined ? undefined : platformText(cpe);
  return platform !== undefined && isOnPlatform(component, platform).isOn === true;
}

/** `otherwise` where a product is no platform that could hold the component; undefined where it does. */
function comparePlatform(
  product: VexProduct,
  component: Component,
  otherwise: Mismatch | undefined,
): Mismatch | undefined {
  const platform = product.cpe === undefined ? undefined : platformText(product.cpe);
  if (platform === undefined) return otherwise;
  const { isOn, found } = isOnPlatform(component, platform);
  if (isOn === undefined) return otherwise;
  return isOn ? undefined : mismatch('other-platform', titleOf(product), found);
}

/**
 * Distributors name the packages of a platform without a package URL too: by file name, by name, or by module and
 * name (`nodejs:12/npm`). What kind of package it is, the platform tells.
 */
function packageNamedBy({ name }: VexProduct, component: Component, holder: VexProduct): Purl | undefined {
  const platform = platformText(holder.cpe ?? '');
  if (name === undefined || platform === undefined) return undefined;
  if (isOnPlatform(component, platform).isOn === undefined) return undefined;
  const own = packageUrl(component.purl ?? '');
  if (own?.type !== 'rpm') return undefined;
  const [, module, plain = name] = /^([\w.+-]+:[\w.+-]+)\/(.+)$/.exec(name) ?? [];
  const file = readPackageFileName(plain);
  const [, bare = plain, source] = /^(.*?)(\.src)?$/.exec(file?.name ?? plain) ?? [];
  const arch = file?.architecture ?? (source && 'src');
  const qualifiers = { ...(arch && { arch }), ...(module !== undefined && { rpmmod: module }) };
  return { ...own, name: bare, version: file?.version ?? null, qualifiers, subpath: null };
}
