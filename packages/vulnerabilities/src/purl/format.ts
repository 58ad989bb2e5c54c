import { demandTypeRules, normalise, typeRules } from './canonical-form.ts';
import { QUALIFIER_KEY, TYPE } from './parse.ts';
import { encode } from './percent-encoding.ts';
import { PurlError, type PurlPart } from './purl-error.ts';
import type { Purl } from './types.ts';

/** Components to build a package URL from; what is absent, null or empty is left out. */
export interface PurlParts {
  type: string | null;
  name: string | null;
  namespace?: string | null;
  version?: string | null;
  qualifiers?: Readonly<Record<string, string | null | undefined>> | null;
  subpath?: string | null;
}

/**
 * Builds the canonical package URL (ECMA-427, 2nd edition).
 * @throws PurlError naming the part that breaks a rule of the standard or of the package's type
 */
export function formatPurl(parts: PurlParts): string {
  const purl = normalise(checkParts(parts));
  demandTypeRules(purl);
  const slashesStay = typeRules(purl.type).nameIsPath;
  const namespace = purl.namespace === null ? '' : `${encodePath(purl.namespace, 'namespace')}/`;
  const name = slashesStay ? encodePath(purl.name, 'name') : encode(purl.name, 'name');
  const version = purl.version === null ? '' : `@${encode(purl.version, 'version')}`;
  const qualifiers = formatQualifiers(purl.qualifiers);
  const subpath = purl.subpath === null ? '' : `#${encodePath(purl.subpath, 'subpath')}`;
  return `pkg:${purl.type}/${namespace}${name}${version}${qualifiers}${subpath}`;
}

function checkParts(parts: PurlParts): Purl {
  const type = parts.type?.toLowerCase() ?? '';
  if (type === '') throw new PurlError('missing', 'type', '');
  if (!TYPE.test(type)) throw new PurlError('bad-character', 'type', type);
  const name = segmentsOf(parts.name).length === 0 ? '' : trimSlashes(parts.name ?? '');
  if (name === '') throw new PurlError('missing', 'name', parts.name ?? '');
  const subpath = segmentsOf(parts.subpath).filter((segment) => segment !== '.' && segment !== '..');
  return {
    type,
    namespace: segmentsOf(parts.namespace).join('/') || null,
    name,
    version: parts.version || null,
    qualifiers: checkQualifiers(parts.qualifiers ?? {}),
    subpath: subpath.join('/') || null,
  };
}

function segmentsOf(path: string | null | undefined): string[] {
  return (path ?? '').split('/').filter((segment) => segment !== '');
}

function trimSlashes(text: string): string {
  let start = 0;
  let end = text.length;
  while (text[start] === '/') start++;
  while (text[end - 1] === '/') end--;
  return text.slice(start, end);
}

function checkQualifiers(given: Readonly<Record<string, string | null | undefined>>) {
  const qualifiers = new Map<string, string>();
  for (const [spelled, value] of Object.entries(given)) {
    const key = spelled.toLowerCase();
    if (!QUALIFIER_KEY.test(key)) throw new PurlError('bad-character', 'qualifiers', spelled);
    if (!value) continue;
    if (qualifiers.has(key)) throw new PurlError('duplicate-key', 'qualifiers', key);
    qualifiers.set(key, value);
  }
  return qualifiers.size === 0 ? null : Object.fromEntries(qualifiers);
}

function formatQualifiers(qualifiers: Readonly<Record<string, string>> | null): string {
  if (qualifiers === null) return '';
  const pairs = Object.keys(qualifiers)
    .sort()
    .map((key) => `${key}=${encode(qualifiers[key] ?? '', 'qualifiers')}`);
  return `?${pairs.join('&')}`;
}

function encodePath(path: string, part: PurlPart): string {
  return path
    .split('/')
    .map((segment) => encode(segment, part))
    .join('/');
}
