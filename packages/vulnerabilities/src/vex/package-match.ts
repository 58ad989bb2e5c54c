import {
  distributionText,
  isSamePackage,
  moduleOf,
  releaseOfPackage,
  sourcePackageOf,
  versionWithEpoch,
} from '../advisories/package-coordinates.ts';
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
  component: Component;
  /** As the bill writes it. */
  text: string;
  purl: Purl;
  version: string | undefined;
}

/** The packages a component is, by each package URL it has that can be read. */
export function packagesOf(component: Component): OwnPackage[] {
  const { purl, otherPurls = [] } = component;
  const texts = purl === undefined ? otherPurls : [purl, ...otherPurls];
  return texts.flatMap((text) => {
    const own = packageUrl(text);
    if (own === undefined) return [];
    return [{ component, text, purl: own, version: versionWithEpoch(own, component) ?? undefined }];
  });
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
 * be met. A verdict on a source package is about all that was built from it.
 */
export function comparePackages(own: OwnPackage, wanted: Purl, product: VexProduct): Mismatch | undefined {
  const stated = product.purl ?? product.name ?? wanted.name;
  if (wanted.type === 'rpmmod') return compareModule(own, wanted, stated);
  const compared = isSourcePackage(wanted) ? (sourceOf(own) ?? own) : own;
  const isSame =
    isSamePackage(compared.purl, wanted) &&
    (wanted.subpath ?? compared.purl.subpath) === compared.purl.subpath;
  if (!isSame) return mismatch('other-component', stated, own.text);
  return compareVersion(compared, wanted, product) ?? compareQualifiers(compared, wanted);
}

function isSourcePackage({ type, qualifiers }: Purl): boolean {
  return (type === 'rpm' && qualifiers?.arch === 'src') || (type === 'deb' && qualifiers?.arch === 'source');
}

/** The source package something was built from; by the same name where the bill says nothing of it. */
function sourceOf(own: OwnPackage): OwnPackage | undefined {
  const source = sourcePackageOf(own.purl, own.component);
  const { epoch: _, ...qualifiers } = own.purl.qualifiers ?? {};
  const arch = own.purl.type === 'rpm' ? 'src' : 'source';
  const name = source?.name ?? own.purl.name;
  const purl = {
    ...own.purl,
    name,
    version: source?.version ?? own.version ?? null,
    qualifiers: { ...qualifiers, arch },
  };
  return { ...own, purl, version: purl.version ?? undefined };
}

/** A verdict on a build of a module is about what belongs to that build. */
function compareModule(own: OwnPackage, wanted: Purl, stated: string): Mismatch | undefined {
  const label = moduleOf(own.purl, own.component);
  const whole = `${wanted.name}:${wanted.version ?? ''}`;
  const isOfBuild =
    label !== '' && (label === whole || whole.startsWith(`${label}:`) || label.startsWith(`${whole}:`));
  return isOfBuild ? undefined : mismatch('other-module', stated, label);
}

/** What describes a package without telling one from another, or is compared otherwise. */
const DESCRIPTIVE = new Set([
  'vers',
  'epoch',
  'upstream',
  'package-id',
  'checksum',
  'download_url',
  'vcs_url',
]);

function compareQualifiers(own: OwnPackage, wanted: Purl): Mismatch | undefined {
  for (const [key, value] of Object.entries(wanted.qualifiers ?? {})) {
    const found = own.purl.qualifiers?.[key] ?? '';
    if (DESCRIPTIVE.has(key) || sameText(found) === sameText(value)) continue;
    if (key === 'distro') {
      const release = releaseOfPackage(wanted, value);
      if (release !== '' && release === releaseOfPackage(own.purl, distributionText(own.purl, own.component)))
        continue;
      return mismatch('other-platform', value, distributionText(own.purl, own.component));
    }
    if (key === 'rpmmod') {
      const module = moduleOf(own.purl, own.component);
      if (module === '' ? wanted.version !== null : isPartOfLabel(module, value)) continue;
      return mismatch('other-module', value, module);
    }
    if (key === 'type' && own.purl.type === 'maven' && value === 'jar' && found === '') continue;
    return mismatch('other-variant', `${key}=${value}`, found);
  }
  return undefined;
}

/** Whether a label and another one name the same module and stream; each may leave out the build. */
function isPartOfLabel(label: string, other: string): boolean {
  const [a, b] = [label.split(':'), other.split(':')];
  return a.every((part, place) => b[place] === undefined || b[place] === part);
}

/** Addresses are written with and without a scheme and a final slash. */
function sameText(text: string): string {
  return text.toLowerCase().replace(/^https?:\/\/|\/$/g, '');
}

function compareVersion(own: OwnPackage, wanted: Purl, product: VexProduct): Mismatch | undefined {
  const range = product.range ?? wanted.qualifiers?.vers;
  const version = product.version ?? versionWithEpoch(wanted, {}) ?? undefined;
  const stated = range ?? version;
  if (stated === undefined) return undefined;
  if (own.version === undefined) return mismatch('no-version', stated);
  if (range !== undefined) {
    const isWithin = isInRange(range, own.version, own.purl.type);
    if (isWithin === undefined) return mismatch('unreadable-range', range);
    return isWithin ? undefined : mismatch('outside-range', range, own.version);
  }
  return isSameVersion(own.purl.type, own.version, stated)
    ? undefined
    : mismatch('other-version', stated, own.version);
}
