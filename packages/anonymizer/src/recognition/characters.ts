/** What kind of sign a UTF-16 code unit is, as far as names are concerned. */
export const CharacterType = {
  Other: 0,
  Kanji: 1,
  Hiragana: 2,
  Katakana: 3,
  Upper: 4,
  Lower: 5,
  Digit: 6,
  Space: 7,
  Open: 8,
  Close: 9,
  Stop: 10,
  MiddleDot: 11,
  LongMark: 12,
  Hyphen: 13,
} as const;
export type CharacterType = (typeof CharacterType)[keyof typeof CharacterType];

const plain = new Uint16Array(0x10000);
const types = new Uint8Array(0x10000);
for (let code = 0; code < 0x10000; code++) {
  plain[code] = plainUnit(code);
  types[code] = typeOfUnit(String.fromCharCode(plain[code] as number));
}

/** Full-width Latin, half-width katakana and ideographic blanks in their usual width; one unit stays one unit. */
function plainUnit(code: number): number {
  if (code === 0x3000 || code === 0xa0 || code === 0x0a || code === 0x0d || code === 0x09) return 0x20;
  if (code < 0xff01 || code > 0xff9f) return code;
  const normal = String.fromCharCode(code).normalize('NFKC');
  return normal.length === 1 ? normal.charCodeAt(0) : code;
}

function typeOfUnit(sign: string): CharacterType {
  if (sign === ' ') return CharacterType.Space;
  if (/[\d]/.test(sign)) return CharacterType.Digit;
  if (sign === 'ー') return CharacterType.LongMark;
  if (sign === '・' || sign === '=' || sign === '＝' || sign === '゠') return CharacterType.MiddleDot;
  if (/[-‐–—―−~〜]/.test(sign)) return CharacterType.Hyphen;
  if (/[\p{Script=Han}々〆〇]/u.test(sign)) return CharacterType.Kanji;
  if (/\p{Script=Hiragana}/u.test(sign)) return CharacterType.Hiragana;
  if (/\p{Script=Katakana}/u.test(sign)) return CharacterType.Katakana;
  if (/\p{Lu}/u.test(sign)) return CharacterType.Upper;
  if (/\p{L}/u.test(sign)) return CharacterType.Lower;
  if (/[\p{Ps}\p{Pi}"]/u.test(sign)) return CharacterType.Open;
  if (/[\p{Pe}\p{Pf}]/u.test(sign)) return CharacterType.Close;
  if (/[。、,.!?:;]/.test(sign)) return CharacterType.Stop;
  return CharacterType.Other;
}

/** A text in one width, unit by unit, so that offsets hold, and the type of each unit. */
export interface PlainText {
  readonly units: Uint16Array;
  readonly types: Uint8Array;
  readonly length: number;
}

export function plainText(text: string): PlainText {
  const units = new Uint16Array(text.length);
  const kinds = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = plain[text.charCodeAt(i)] as number;
    units[i] = unit;
    kinds[i] = types[unit] as number;
  }
  return { units, types: kinds, length: text.length };
}

/** A text in one width, as a string with the same offsets. */
export function plainString(text: string): string {
  let result = '';
  for (let i = 0; i < text.length; i++) result += String.fromCharCode(plain[text.charCodeAt(i)] as number);
  return result;
}
