import { ABOVE_NUMBERS, isDigits, numberKey } from './sort-key.ts';

/** Rank of a token relative to the end of a version, lowest first. */
const UNKNOWN_WORD = '\x01';
const END = '\x06';
/** The words PHP knows, by how they begin. */
const STABILITIES: readonly (readonly [string, string])[] = [
  ['dev', '\x02'],
  ['a', '\x03'],
  ['b', '\x04'],
  ['RC', '\x05'],
  ['rc', '\x05'],
  ['p', ABOVE_NUMBERS],
];

/**
 * PHP's version_compare, which Composer compares by: dev, alpha, beta and RC come before the release, a
 * further number and then a patch after it. A leading v does not count.
 */
export function composerKey(text: string): string {
  const version = text.trim().replace(/^v(?=\d)/i, '');
  const tokens = (version.match(/\d+|[^\d.+_-]+/g) ?? []).filter((token) => token !== '#');
  return tokens.map(tokenKey).join('') + END;
}

function tokenKey(token: string): string {
  if (isDigits(token)) return numberKey(token);
  return STABILITIES.find(([start]) => token.startsWith(start))?.[1] ?? UNKNOWN_WORD;
}
