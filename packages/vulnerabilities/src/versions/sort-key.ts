/**
 * Versions are compared by sort keys: each ecosystem writes a version as a text such that plain string
 * order of the texts is the ecosystem's order. Comparing is then one string comparison, and a total order
 * (antisymmetric, transitive, never failing) holds by construction, for any input.
 *
 * A key is read left to right, so at each position what may follow starts with a different character:
 * markers of a scheme lie below 16, numbers above.
 */

const FIRST_NUMBER = 16;
const LONGEST_PLAIN_NUMBER = 200;
const LONG_NUMBER = '\u{fa}';

/** Sorts above every number of a key. */
export const ABOVE_NUMBERS = '\u{fe}';

const ZERO = String.fromCharCode(FIRST_NUMBER);

/** Decimal digits as a key part ordered by value, whatever their count; no digits count as zero. */
export function numberKey(digits: string): string {
  let start = 0;
  while (start < digits.length && digits.charCodeAt(start) === 48) start++;
  const length = digits.length - start;
  const significant = start === 0 ? digits : digits.slice(start);
  if (length <= LONGEST_PLAIN_NUMBER) return String.fromCharCode(FIRST_NUMBER + length) + significant;
  return LONG_NUMBER + String(length).padStart(10, '0') + significant;
}

/** Free text as a key part: ordered by code unit, a shorter text before what it begins. */
export function textKey(text: string): string {
  if (!text.includes('\0') && !text.includes('\x01')) return `${text}\0`;
  return `${text.replaceAll('\x01', '\x01\x02').replaceAll('\0', '\x01\x01')}\0`;
}

/** Number keys of a list without its trailing zeros: 1.0 and 1 are one version. */
export function trimmedNumbers(numbers: readonly string[]): string {
  let key = '';
  let zeros = '';
  for (const digits of numbers) {
    const number = numberKey(digits);
    if (number === ZERO) zeros += ZERO;
    else {
      key += zeros + number;
      zeros = '';
    }
  }
  return key;
}

export function isDigits(text: string): boolean {
  if (text === '') return false;
  for (let i = 0; i < text.length; i++) {
    if (!isDigit(text.charCodeAt(i))) return false;
  }
  return true;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
