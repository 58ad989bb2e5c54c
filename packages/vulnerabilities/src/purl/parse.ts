import { demandTypeRules, normalise, typeRules } from './canonical-form.ts';
import { decode } from './percent-encoding.ts';
import { PurlError } from './purl-error.ts';
import type { Purl } from './types.ts';

export const TYPE = /^[a-z][a-z0-9.-]*$/;
export const QUALIFIER_KEY = /^[a-z][a-z0-9._-]*$/;

/**
 * Reads a package URL (ECMA-427, 2nd edition) into its decoded, normalised components.
 * @throws PurlError naming the part that breaks a rule of the standard or of the package's type
 */
export function parsePurl(text: string): Purl {
  const purl = readPurl(text);
  demandTypeRules(purl);
  return purl;
}

/**
 * As parsePurl, without what the package's type demands: `pkg:golang/stdlib@1.22` lacks the required
 * namespace, yet tools write it and everybody knows what is meant.
 */
export function readPurl(text: string): Purl {
  return normalise(readPurlAsWritten(text));
}

/** As readPurl, decoded but in the letter case and spelling of the text: `JSONStream` is a package of npm. */
export function readPurlAsWritten(text: string): Purl {
  const beforeSubpath = splitLast(text, '#');
  const beforeQualifiers = splitLast(beforeSubpath.left, '?');
  const { type, path } = readType(beforeQualifiers.left);
  const { left: names, right: version } = splitVersion(path);
  return {
    type,
    ...readNames(type, names),
    version: decode(version, 'version') || null,
    qualifiers: readQualifiers(beforeQualifiers.right),
    subpath: readSubpath(beforeSubpath.right),
  };
}

function splitLast(text: string, separator: string): { left: string; right: string } {
  const at = text.lastIndexOf(separator);
  return at < 0 ? { left: text, right: '' } : { left: text.slice(0, at), right: text.slice(at + 1) };
}

function readType(text: string): { type: string; path: string } {
  const colon = text.indexOf(':');
  const scheme = text.slice(0, Math.max(colon, 0)).toLowerCase();
  if (scheme !== 'pkg') throw new PurlError('missing', 'scheme', text);
  const rest = text.slice(colon + 1).replace(/^\/+/, '');
  const slash = rest.indexOf('/');
  const type = (slash < 0 ? rest : rest.slice(0, slash)).toLowerCase();
  if (type === '') throw new PurlError('missing', 'type', text);
  if (slash < 0) throw new PurlError('missing', 'name', text);
  if (!TYPE.test(type)) throw new PurlError('bad-character', 'type', type);
  return { type, path: rest.slice(slash + 1) };
}

/** The last `@` starts the version, but not one that opens a segment with more after it: an unencoded npm scope. */
function splitVersion(path: string): { left: string; right: string } {
  const at = path.lastIndexOf('@');
  const opensSegment = at === 0 || path[at - 1] === '/';
  if (at < 0 || (opensSegment && path.includes('/', at))) return { left: path, right: '' };
  return { left: path.slice(0, at), right: path.slice(at + 1) };
}

function readNames(type: string, path: string): { namespace: string | null; name: string } {
  const segments = path.split('/').filter((segment) => segment !== '');
  const rules = typeRules(type);
  if (rules.slashEndsNamespace && path.endsWith('/')) throw new PurlError('missing', 'name', path);
  if (rules.nameIsPath) {
    const [namespace = null, ...names] = segments.map((segment) => readSegment(segment, 'namespace'));
    return { namespace, name: names.join('/') };
  }
  const name = decode(segments.pop() ?? '', 'name');
  if (name === '') throw new PurlError('missing', 'name', path);
  const namespace = segments.map((segment) => readSegment(segment, 'namespace')).join('/');
  return { namespace: namespace || null, name };
}

function readSegment(segment: string, part: 'namespace' | 'subpath'): string {
  const decoded = decode(segment, part);
  if (decoded.includes('/')) throw new PurlError('slash-in-segment', part, segment);
  return decoded;
}

function readQualifiers(text: string): Record<string, string> | null {
  if (text === '') return null;
  const qualifiers = new Map<string, string>();
  for (const pair of text.split('&')) {
    const equals = pair.indexOf('=');
    const key = (equals < 0 ? pair : pair.slice(0, equals)).toLowerCase();
    if (key === '' && equals < 0) continue;
    if (!QUALIFIER_KEY.test(key)) throw new PurlError('bad-character', 'qualifiers', key);
    const value = equals < 0 ? '' : decode(pair.slice(equals + 1), 'qualifiers');
    if (value === '') continue;
    if (qualifiers.has(key)) throw new PurlError('duplicate-key', 'qualifiers', key);
    qualifiers.set(key, value);
  }
  return qualifiers.size === 0 ? null : Object.fromEntries(qualifiers);
}

function readSubpath(text: string): string | null {
  const segments = text
    .split('/')
    .map((segment) => readSegment(segment, 'subpath'))
    .filter((segment) => segment !== '' && segment !== '.' && segment !== '..');
  return segments.join('/') || null;
}
