import { numberKey, textKey } from './sort-key.ts';

/** What may come next in a version, lowest first (apk-tools 3, version.c). */
const INVALID = '\x01';
const BEFORE_RELEASE = '\x02';
const END = '\x03';
const REVISION = '\x04';
const COMMIT = '\x05';
const SUFFIX_NUMBER = '\x06';
const AFTER_RELEASE = '\x07';
const LETTER = '\x08';
const FRACTION_FROM_ZERO = '\x09';
const FRACTION = '\x0a';

const SUFFIXES = new Map([
  ['alpha', `${BEFORE_RELEASE}1`],
  ['beta', `${BEFORE_RELEASE}2`],
  ['pre', `${BEFORE_RELEASE}3`],
  ['rc', `${BEFORE_RELEASE}4`],
  ['cvs', `${AFTER_RELEASE}1`],
  ['svn', `${AFTER_RELEASE}2`],
  ['git', `${AFTER_RELEASE}3`],
  ['hg', `${AFTER_RELEASE}4`],
  ['p', `${AFTER_RELEASE}5`],
]);

const PARTS =
  /^(?<first>\d*)(?<fractions>(?:\.\d+)*)(?<letter>[a-z]?)(?<suffixes>(?:_(?:alpha|beta|pre|rc|cvs|svn|git|hg|p)\d*)*)(?<commit>~[0-9a-f]+)?(?<revision>-r\d*)?/;

/**
 * Alpine's apk: digits, fractions, a letter, suffixes, a commit, a revision; an unreadable rest sorts lowest. After a
 * revision one rest is like another, and revision zero, which it has where none is written, does not count.
 */
export function apkKey(text: string): string {
  const { 0: read, groups } = PARTS.exec(text) ?? { 0: '', groups: undefined };
  const { first = '', fractions = '', letter = '', suffixes = '', commit, revision } = groups ?? {};
  const rest = text.slice(read.length);
  return (
    (first === '' ? INVALID : numberKey(first)) +
    (fractions === '' ? '' : fractions.slice(1).split('.').map(fractionKey).join('')) +
    (letter === '' ? '' : LETTER + letter) +
    (suffixes === '' ? '' : suffixes.slice(1).split('_').map(suffixKey).join('')) +
    (commit === undefined ? '' : COMMIT + textKey(commit.slice(1))) +
    revisionKey(revision, rest)
  );
}

function revisionKey(revision: string | undefined, rest: string): string {
  if (revision === undefined) return rest === '' ? END : INVALID + textKey(rest);
  const key = REVISION + numberKey(revision.slice(2));
  if (rest === '') return key + END;
  return (/[1-9]/.test(revision) ? key : '') + INVALID;
}

/** Numbers after the first compare as texts when one begins with zero: 1.05 is before 1.5. */
function fractionKey(digits: string): string {
  return digits.startsWith('0') ? FRACTION_FROM_ZERO + textKey(digits) : FRACTION + numberKey(digits);
}

function suffixKey(suffix: string): string {
  const name = suffix.replace(/\d+$/, '');
  const number = suffix.slice(name.length);
  return (SUFFIXES.get(name) ?? INVALID) + (number === '' ? '' : SUFFIX_NUMBER + numberKey(number));
}
