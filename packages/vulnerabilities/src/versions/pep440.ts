import { isDigits, numberKey, textKey, trimmedNumbers } from './sort-key.ts';

const LEGACY = '\x01';
const STANDARD = '\x02';

const DEV_ONLY = '\x01';
const PRE_PHASES: Record<string, string> = { a: '\x02', b: '\x03', c: '\x04' };
const FINAL = '\x05';
const NONE_FIRST = '\x01';
const GIVEN = '\x02';
const NONE_LAST = '\x03';

const PLAIN_RELEASE = /^\d+(?:\.\d+)*$/;
const PATTERN =
  /^v?(?:(?<epoch>\d+)!)?(?<release>\d+(?:\.\d+)*)(?:[-_.]?(?<phase>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?<pre>\d*))?(?:-(?<implicit>\d+)|(?<post>[-_.]?(?:post|rev|r)[-_.]?(?<postNumber>\d*)))?(?<dev>[-_.]?dev[-_.]?(?<devNumber>\d*))?(?:\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/;

/** PEP 440; what it cannot read comes before all it can, ordered as setuptools ordered its legacy versions. */
export function pep440Key(text: string): string {
  if (PLAIN_RELEASE.test(text)) {
    return (
      STANDARD + numberKey('') + trimmedNumbers(text.split('.')) + FINAL + NONE_FIRST + NONE_LAST + NONE_FIRST
    );
  }
  const version = text.trim().toLowerCase();
  const groups = PATTERN.exec(version)?.groups;
  if (groups === undefined) return LEGACY + legacyKey(version);
  const { epoch = '', release = '', phase, pre = '', implicit, post, postNumber = '', local } = groups;
  const { dev, devNumber = '' } = groups;
  const hasPost = post !== undefined || implicit !== undefined;
  return (
    STANDARD +
    numberKey(epoch) +
    trimmedNumbers(release.split('.')) +
    phaseKey(phase, pre, hasPost, dev !== undefined) +
    (hasPost ? GIVEN + numberKey(implicit ?? postNumber) : NONE_FIRST) +
    (dev === undefined ? NONE_LAST : GIVEN + numberKey(devNumber)) +
    (local === undefined ? NONE_FIRST : GIVEN + localKey(local))
  );
}

/** Whether PEP 440 can read a text. */
export function isPep440(text: string): boolean {
  return PATTERN.test(text.trim().toLowerCase());
}

function phaseKey(phase: string | undefined, number: string, hasPost: boolean, hasDev: boolean): string {
  if (phase === undefined) return !hasPost && hasDev ? DEV_ONLY : FINAL;
  const letter = phase.startsWith('a') ? 'a' : phase.startsWith('b') ? 'b' : 'c';
  return PRE_PHASES[letter] + numberKey(number);
}

function localKey(local: string): string {
  return local
    .split(/[-_.]/)
    .map((segment) => (isDigits(segment) ? NONE_LAST + numberKey(segment) : GIVEN + textKey(segment)))
    .join('');
}

const LEGACY_WORDS = new Map([
  ['pre', 'c'],
  ['preview', 'c'],
  ['-', 'final-'],
  ['rc', 'c'],
  ['dev', '@'],
]);

function legacyKey(version: string): string {
  const parts: string[] = [];
  for (const piece of version.match(/\d+|[a-z]+|-|[^\d.a-z-]+/g) ?? []) {
    const part = LEGACY_WORDS.get(piece) ?? piece;
    if (isDigits(part)) {
      parts.push(part.padStart(8, '0'));
      continue;
    }
    if (part < 'final') {
      while (parts.at(-1) === '*final-') parts.pop();
    }
    dropTrailingZeros(parts);
    parts.push(`*${part}`);
  }
  dropTrailingZeros(parts);
  return [...parts, '*final'].map(textKey).join('');
}

function dropTrailingZeros(parts: string[]): void {
  while (parts.at(-1) === '00000000') parts.pop();
}
