import type { Message } from './sbom.ts';

/** What is wrong with a value: a code and why. */
export interface Problem {
  code: string;
  message: Message;
}

function problem(code: string, ja: string, en: string): Problem {
  return { code, message: { ja, en } };
}

/** A value as messages quote it, cut where it is long. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}…` : text);
}

function someOf(names: readonly string[]): string {
  return names.length > 12 ? `${names.slice(0, 12).join(', ')}, …` : names.join(', ');
}

function expecting(names: readonly string[]): Message {
  if (names.length === 0) return { ja: '', en: '' };
  return { ja: `（置けるもの: ${someOf(names)}）`, en: ` (expected: ${someOf(names)})` };
}

export function missing(parent: string, names: readonly string[]): Problem {
  const list = someOf(names);
  return problem('missing', `${parent} に ${list} がありません`, `${parent} lacks ${list}`);
}

export function unknownName(name: string, expected: readonly string[] = []): Problem {
  const { ja, en } = expecting(expected);
  return problem(
    'unknown',
    `${name} はこの版の仕様のこの場所にありません${ja}`,
    `this version of the specification has no ${name} here${en}`,
  );
}

export function misplaced(name: string, expected: readonly string[]): Problem {
  const { ja, en } = expecting(expected);
  return problem('misplaced', `${name} はここに置けません${ja}`, `${name} may not stand here${en}`);
}

export function strayText(name: string): Problem {
  return problem('stray-text', `${name} に文字は置けません`, `${name} may not hold text`);
}

export function notAllowed(value: unknown, allowed: readonly string[]): Problem {
  const list = someOf(allowed);
  return problem(
    'not-allowed',
    `${shown(value)} は使えません。使える値: ${list}`,
    `${shown(value)} is not allowed; allowed: ${list}`,
  );
}

export function notOfForm(value: unknown): Problem {
  return problem(
    'form',
    `${shown(value)} は決められた形ではありません`,
    `${shown(value)} does not have the required form`,
  );
}

export function notOfType(value: unknown, type: string): Problem {
  return problem(
    'type',
    `${shown(value)} は ${type} ではありません`,
    `${shown(value)} is not of type ${type}`,
  );
}

export function wrongLength(value: unknown, min: number, max: number): Problem {
  const upTo = max === Infinity ? { ja: '', en: ' or more' } : { ja: ` ${max} まで`, en: ` to ${max}` };
  return problem(
    'length',
    `${shown(value)} の長さは ${min} から${upTo.ja}です`,
    `${shown(value)} must have a length of ${min}${upTo.en}`,
  );
}

export function outOfRange(value: unknown, min: number, max: number): Problem {
  return problem(
    'range',
    `${shown(value)} は ${min} 以上 ${max} 以下ではありません`,
    `${shown(value)} is not between ${min} and ${max}`,
  );
}

export function repeated(value: unknown): Problem {
  return problem('duplicate', `${shown(value)} が二度あります`, `${shown(value)} appears twice`);
}

export function repeatedName(name: string): Problem {
  return problem(
    'duplicate-key',
    `同じ名前 ${shown(name)} が一つの中に二度あり、後のものを読みました`,
    `the name ${shown(name)} appears twice in one object; the last one was read`,
  );
}

export function repeatedReference(ref: string): Problem {
  return problem(
    'duplicate-ref',
    `識別子 ${shown(ref)} が二度使われています`,
    `the identifier ${shown(ref)} is used twice`,
  );
}

export function noAlternative(reasons: readonly Message[]): Problem {
  const ja = reasons.map((reason) => reason.ja).join('、または ');
  const en = reasons.map((reason) => reason.en).join('; or ');
  return problem(
    'alternative',
    `どの書き方にも合いません${ja && `: ${ja}`}`,
    `fits none of the alternatives${en && `: ${en}`}`,
  );
}

export function severalAlternatives(): Problem {
  return problem(
    'alternative',
    '同時に使えない書き方が一緒に使われています',
    'alternatives that exclude each other are used together',
  );
}

export function unknownLicence(text: string, why: Message): Problem {
  return problem(
    'licence',
    `ライセンス式 ${shown(text)} を読み取れません（${why.ja}）`,
    `the licence expression ${shown(text)} was not understood (${why.en})`,
  );
}

export function unknownPurl(text: string, why: Message): Problem {
  return problem(
    'purl',
    `パッケージ URL ${shown(text)} を読み取れません（${why.ja}）`,
    `the package URL ${shown(text)} was not understood (${why.en})`,
  );
}

export function unverifiedSignature(): Problem {
  return problem(
    'signature',
    '封筒（DSSE）の署名は確かめていません。中の文書だけを読みました',
    'the signature of the envelope (DSSE) was not verified; only the document within it was read',
  );
}

export function unreadComponent(why: Message): Problem {
  return problem(
    'component',
    `部品を読み取れません（${why.ja}）`,
    `a component was not understood (${why.en})`,
  );
}

export function unknownReference(ref: string): Problem {
  return problem(
    'unknown-ref',
    `${shown(ref)} という識別子を持つものがありません`,
    `nothing has the identifier ${shown(ref)}`,
  );
}
