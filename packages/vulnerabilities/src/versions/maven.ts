import { isDigit, isDigits, numberKey, textKey } from './sort-key.ts';

/** What may come next in a version, lowest first. */
const DOT_BEFORE_RELEASE = '\x01';
const DASH_BEFORE_RELEASE = '\x02';
const ZEROS_BEFORE_RELEASE = '\x03';
const END = '\x04';
const DOT_AFTER_RELEASE = '\x05';
const DASH_AFTER_RELEASE = '\x06';
const DASH_NUMBER = '\x07';
const DOT_NUMBER = '\x08';

/** Qualifiers that come before the release, in order. */
const BEFORE_RELEASE = new Map([
  ['alpha', '1'],
  ['beta', '2'],
  ['milestone', '3'],
  ['rc', '4'],
  ['cr', '4'],
  ['snapshot', '5'],
]);
const RELEASE = new Set(['', 'final', 'ga', 'release']);
const SHORTHANDS = new Map([
  ['a', 'alpha'],
  ['b', 'beta'],
  ['m', 'milestone'],
]);

interface Token {
  /** Whether a dash or a change between digits and letters precedes it. */
  dash: boolean;
  text: string;
}

/**
 * The version order of Maven's POM reference (https://maven.apache.org/pom.html#version-order-specification),
 * as Maven's ComparableVersion computes it. Where Maven runs in a circle (1 < 1-sp < 1.0.alpha < 1), a
 * qualifier after zeros stays on its side of the release: 1.0.alpha < 1 < 1-sp.
 */
export function mavenKey(text: string): string {
  const kept: Token[] = [];
  for (const token of tokensOf(text.toLowerCase())) {
    if (token.dash) dropTrailingNulls(kept);
    kept.push(token);
  }
  dropTrailingNulls(kept);
  let key = '';
  for (let position = 0; position < kept.length; ) {
    const start = position;
    while (isNull(kept[position]?.text ?? 'end')) position++;
    const zeros = kept.slice(start, position);
    const token = kept[position];
    const early = zeros.length > 0 && BEFORE_RELEASE.has(token?.text ?? '');
    key += early ? ZEROS_BEFORE_RELEASE + numberKey(String(zeros.length)) : zeros.map(tokenKey).join('');
    if (token) key += tokenKey(token);
    position++;
  }
  return key + END;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let dash = false;
  let start = 0;
  const end = (position: number, changesKind: boolean): void => {
    const word = text.slice(start, position);
    const full = changesKind ? (SHORTHANDS.get(word) ?? word) : word;
    tokens.push({ dash, text: full === '' ? '0' : full });
  };
  for (let position = 0; position < text.length; position++) {
    const code = text.charCodeAt(position);
    const separator = code === 45 || code === 46;
    const changes =
      !separator && position > start && isDigit(code) !== isDigit(text.charCodeAt(position - 1));
    if (!separator && !changes) continue;
    end(position, changes && isDigit(code));
    dash = changes || code === 45;
    start = separator ? position + 1 : position;
  }
  end(text.length, false);
  return tokens;
}

function dropTrailingNulls(tokens: Token[]): void {
  while (tokens.length > 0 && isNull(tokens.at(-1)?.text ?? '')) tokens.pop();
}

function isNull(text: string): boolean {
  return isDigits(text) ? /^0+$/.test(text) : RELEASE.has(text);
}

function tokenKey({ dash, text }: Token): string {
  if (isDigits(text)) return (dash ? DASH_NUMBER : DOT_NUMBER) + numberKey(text);
  if (RELEASE.has(text)) return (dash ? DASH_NUMBER : DOT_NUMBER) + numberKey('');
  const early = BEFORE_RELEASE.get(text);
  if (early !== undefined) return (dash ? DASH_BEFORE_RELEASE : DOT_BEFORE_RELEASE) + early;
  return (dash ? DASH_AFTER_RELEASE : DOT_AFTER_RELEASE) + (text === 'sp' ? '1' : `2${textKey(text)}`);
}
