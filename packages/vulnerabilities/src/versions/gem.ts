import { isDigits, numberKey, textKey } from './sort-key.ts';

/**
 * What follows in a version whose missing segments are zeros, lowest first. Letters come before zero and
 * zero before other numbers, so a run of zeros is judged by what ends it.
 */
const LETTERS = '\x01';
const ZEROS_THEN_LETTERS = '\x02';
const ONLY_ZEROS = '\x03';
const ZEROS_THEN_NUMBER = '\x04';

/** Gem::Version: runs of digits and of letters; letters make a pre-release, a dash means `.pre.`. */
export function gemKey(text: string): string {
  const segments = text.replaceAll('-', '.pre.').match(/\d+|[a-z]+/gi) ?? [];
  const canonical = canonicalSegments(segments);
  let key = '';
  for (let position = 0; position < canonical.length; ) {
    const start = position;
    while (isZero(canonical[position])) position++;
    const zeros = position - start;
    const segment = canonical[position] ?? '';
    position++;
    if (!isDigits(segment)) key += zeroRunBeforeLetters(zeros) + LETTERS + textKey(segment);
    else key += zeroRunBeforeNumber(zeros) + numberKey(segment);
  }
  return key + ONLY_ZEROS;
}

/** Without the zeros before the first letters and at the end. */
function canonicalSegments(segments: readonly string[]): string[] {
  const firstLetters = segments.findIndex((segment) => !isDigits(segment));
  const split = firstLetters < 0 ? segments.length : firstLetters;
  return [...withoutTrailingZeros(segments.slice(0, split)), ...withoutTrailingZeros(segments.slice(split))];
}

function withoutTrailingZeros(segments: readonly string[]): readonly string[] {
  let end = segments.length;
  while (end > 0 && isZero(segments[end - 1])) end--;
  return segments.slice(0, end);
}

function isZero(segment: string | undefined): boolean {
  return segment !== undefined && /^0+$/.test(segment);
}

function zeroRunBeforeLetters(zeros: number): string {
  return zeros === 0 ? '' : ZEROS_THEN_LETTERS + numberKey(String(zeros));
}

/** More zeros first means a smaller version: the count is written from a large number down. */
function zeroRunBeforeNumber(zeros: number): string {
  return zeros === 0 ? '' : ZEROS_THEN_NUMBER + numberKey(String(Number.MAX_SAFE_INTEGER - zeros));
}
