import { isDigits, numberKey, textKey } from './sort-key.ts';

const TEXT = '\x0f';

/** R's package_version: numbers between dots and dashes; of two equal beginnings the longer is newer. */
export function cranKey(text: string): string {
  return dottedKey(text.split(/[.-]/));
}

/** Haskell's Data.Version: numbers between dots; of two equal beginnings the longer is newer. */
export function hackageKey(text: string): string {
  return dottedKey(text.split('.'));
}

function dottedKey(parts: readonly string[]): string {
  return parts.map((part) => (isDigits(part) ? numberKey(part) : TEXT + textKey(part))).join('');
}
