/** A number read from a place in a text: its value and the offset behind it. */
export interface ReadNumber {
  value: number;
  end: number;
}

/** The longest run of digits that is read as one number. Longer runs name no provision. */
const maxDigits = 12;

const kanjiDigits = '〇一二三四五六七八九';
const digits = new Map([...[...kanjiDigits].entries()].map(([value, character]) => [character, value]));
for (const [character, value] of [
  ['零', 0],
  ['壱', 1],
  ['弐', 2],
  ['参', 3],
] as const)
  digits.set(character, value);
const units = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['千', 1000],
]);

/** The number in Arabic (「26」) or kanji (「二十六」「二六」「二〇」) numerals at `at` of a folded text. */
export function readNumber(text: string, at: number): ReadNumber | undefined {
  return readArabic(text, at) ?? readKanji(text, at);
}

export function readArabic(text: string, at: number): ReadNumber | undefined {
  let end = at;
  while (isArabicDigit(text[end]) && end - at <= maxDigits) end += 1;
  if (end === at || end - at > maxDigits) return undefined;
  return { value: Number(text.slice(at, end)), end };
}

export const isArabicDigit = (character: string | undefined): boolean =>
  character !== undefined && character >= '0' && character <= '9';

export const isKanjiDigit = (character: string | undefined): boolean =>
  character !== undefined && (digits.has(character) || units.has(character));

function readKanji(text: string, at: number): ReadNumber | undefined {
  let end = at;
  let sum = 0;
  let pending: number | undefined;
  for (; end < text.length; end += 1) {
    const character = text[end] as string;
    const digit = digits.get(character);
    const unit = digit === undefined ? units.get(character) : undefined;
    if (digit === undefined && unit === undefined) break;
    if (end - at >= maxDigits) return undefined;
    if (digit !== undefined) pending = (pending ?? 0) * 10 + digit;
    else {
      sum += (unit as number) * (pending ?? 1);
      pending = undefined;
    }
  }
  return end === at ? undefined : { value: sum + (pending ?? 0), end };
}

/** The year at `at`: a number, or 「元」 for the first. */
export function readYear(text: string, at: number): ReadNumber | undefined {
  return text[at] === '元' ? { value: 1, end: at + 1 } : readNumber(text, at);
}

/** A number of up to four digits as statutes write it: 42 is 「四十二」. */
export function kanjiNumber(value: number): string {
  if (value === 0) return '〇';
  return [...String(value)]
    .map((digit, index, all) => {
      const unit = ['', '十', '百', '千'][all.length - 1 - index] ?? '';
      if (digit === '0') return '';
      return digit === '1' && unit !== '' ? unit : `${kanjiDigits[Number(digit)]}${unit}`;
    })
    .join('');
}
