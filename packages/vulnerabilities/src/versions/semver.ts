import { isDigit, isDigits, numberKey, textKey } from './sort-key.ts';

const PRERELEASE = '\x01';
const NUMERIC_IDENTIFIER = '\x02';
const TEXT_IDENTIFIER = '\x03';
const RELEASE = '\x0f';
const ZERO = numberKey('');

interface SemverParts {
  numbers: string[];
  prerelease: string[];
  build: string;
}

/**
 * Semantic Versioning 2.0.0 read leniently: a leading v, missing numbers (zero) and numbers of any length.
 * What follows the third number belongs to the pre-release.
 */
export function semverKey(text: string): string {
  return plainKey(text) ?? lenientKey(text);
}

/** Fast path for versions of three numbers, which most are; null for all others. */
export function plainKey(text: string): string | null {
  let start = startsWithV(text) ? 1 : 0;
  let key = '';
  for (let numbers = 0; numbers < 3; numbers++) {
    let end = start;
    while (isDigit(text.charCodeAt(end))) end++;
    const isLast = numbers === 2;
    if (end === start || (isLast ? end !== text.length : text.charCodeAt(end) !== 46)) return null;
    key += numberKey(text.slice(start, end));
    start = end + 1;
  }
  return key + RELEASE;
}

function lenientKey(text: string): string {
  const { numbers, prerelease } = readSemver(text);
  return corePart(numbers) + prereleasePart(prerelease);
}

/** As SemVer, but build metadata counts (pub_semver: a version with a build comes after one without). */
export function pubKey(text: string): string {
  const { numbers, prerelease, build } = readSemver(text);
  const key = corePart(numbers) + prereleasePart(prerelease);
  return build === '' ? key : `${key}\0${identifierKeys(build.split('.'))}`;
}

function readSemver(text: string): SemverParts {
  const plus = text.indexOf('+');
  const version = plus < 0 ? text : text.slice(0, plus);
  const build = plus < 0 ? '' : text.slice(plus + 1);
  const numbers: string[] = [];
  let position = startsWithV(version) ? 1 : 0;
  let start = position;
  for (; position <= version.length; position++) {
    const code = version.charCodeAt(position);
    if (isDigit(code)) continue;
    if (position > start) numbers.push(version.slice(start, position));
    start = position + 1;
    if (code !== 46) break;
  }
  const rest = version.slice(position + (version.charCodeAt(position) === 45 ? 1 : 0));
  if (numbers.length <= 3) return { numbers, prerelease: rest === '' ? [] : rest.split('.'), build };
  const extra = ['', ...numbers.splice(3)];
  return { numbers, prerelease: rest === '' ? extra : [...extra, ...rest.split('.')], build };
}

function startsWithV(version: string): boolean {
  const first = version.charCodeAt(0);
  return (first === 118 || first === 86) && isDigit(version.charCodeAt(1));
}

function corePart(numbers: readonly string[]): string {
  const [major, minor, patch] = numbers;
  return (
    (major === undefined ? ZERO : numberKey(major)) +
    (minor === undefined ? ZERO : numberKey(minor)) +
    (patch === undefined ? ZERO : numberKey(patch))
  );
}

function prereleasePart(identifiers: readonly string[]): string {
  return identifiers.length === 0 ? RELEASE : PRERELEASE + identifierKeys(identifiers);
}

function identifierKeys(identifiers: readonly string[]): string {
  return identifiers
    .map((identifier) =>
      isDigits(identifier)
        ? NUMERIC_IDENTIFIER + numberKey(identifier)
        : TEXT_IDENTIFIER + textKey(identifier),
    )
    .join('');
}

const NUGET_PRERELEASE = PRERELEASE;

/** NuGet: up to four numbers (more are accepted), pre-release identifiers without regard to case. */
export function nugetKey(text: string): string {
  const plus = text.indexOf('+');
  const version = (plus < 0 ? text : text.slice(0, plus)).trim().toLowerCase();
  const dash = version.indexOf('-');
  const core = dash < 0 ? version : version.slice(0, dash);
  const parts = (startsWithV(core) ? core.slice(1) : core).split('.');
  const firstText = parts.findIndex((part) => !isDigits(part));
  const numbers = firstText < 0 ? parts : parts.slice(0, firstText);
  const stray = firstText < 0 ? [] : parts.slice(firstText);
  const prerelease = dash < 0 ? [] : version.slice(dash + 1).split('.');
  let end = numbers.length;
  while (end > 0 && numberKey(numbers[end - 1] ?? '') === ZERO) end--;
  const release = numbers.slice(0, end).map(numberKey).join('');
  const identifiers = [...stray, ...prerelease];
  return release + (identifiers.length === 0 ? RELEASE : NUGET_PRERELEASE + identifierKeys(identifiers));
}
