import type { Component } from '../component.ts';
import { readPurl } from '../purl/parse.ts';
import { PurlError } from '../purl/purl-error.ts';
import type { Purl } from '../purl/types.ts';
import { type Mismatch, mismatch } from './mismatch.ts';
import type { VexProduct } from './statement.ts';
import { isInRange } from './vers-range.ts';
import { isSameVersion } from './version-match.ts';

/** A package as a bill's component names it. */
export interface OwnPackage {
  /** As the bill writes it. */
  text: string;
  purl: Purl;
  version: string | undefined;
}

/** The packages a component is, by each package URL it has that can be read. */
export function packagesOf({ purl, version }: Component): OwnPackage[] {
  const own = purl === undefined ? undefined : packageUrl(purl);
  return own === undefined ? [] : [{ text: purl ?? '', purl: own, version: own.version ?? version }];
}

/** Undefined where the text is no package URL. */
export function packageUrl(text: string): Purl | undefined {
  try {
    return readPurl(text);
  } catch (error) {
    if (error instanceof PurlError) return undefined;
    throw error;
  }
}

/**
 * Why a package is not the one a verdict names; undefined where it is. Package URLs are compared by their decoded
 * parts, since tools escape them differently; one without a version stands for all versions, and its qualifiers must
 * be met.
 */
export function comparePackages(own: OwnPackage, wanted: Purl, product: VexProduct): Mismatch | undefined {
  const stated = product.purl ?? '';
  const isSame =
    own.purl.type === wanted.type && own.purl.name === wanted.name && own.purl.namespace === wanted.namespace;
  if (!isSame) return mismatch('other-component', stated, own.text);
  const unmet = Object.entries(wanted.qualifiers ?? {}).find(
    ([key, value]) => key !== 'vers' && own.purl.qualifiers?.[key] !== value,
  );
  if (unmet) {
    const [key, value] = unmet;
    return mismatch('other-variant', `${key}=${value}`, own.purl.qualifiers?.[key] ?? '');
  }
  return compareVersion(own, wanted, product);
}

function compareVersion(own: OwnPackage, wanted: Purl, product: VexProduct): Mismatch | undefined {
  const range = product.range ?? wanted.qualifiers?.vers;
  const version = product.version ?? wanted.version ?? undefined;
  const stated = range ?? version;
  if (stated === undefined) return undefined;
  if (own.version === undefined) return mismatch('no-version', stated);
  if (range !== undefined) {
    const isWithin = isInRange(range, own.version);
    if (isWithin === undefined) return mismatch('unreadable-range', range);
    return isWithin ? undefined : mismatch('outside-range', range, own.version);
  }
  return isSameVersion(own.purl.type, own.version, stated)
    ? undefined
    : mismatch('other-version', stated, own.version);
}
