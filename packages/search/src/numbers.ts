/** Numbers as they are written beside words: Excel 2021 and Excel2021, 第3回 and 第三回. */

const KANJI_DIGITS = '〇一二三四五六七八九';
const KANJI_NUMBER =
  /(?<=第)[〇一二三四五六七八九十]+|[〇一二三四五六七八九十]+(?=[回章条項号版級年月日時人名件個歳期階週番位段種])/gu;
const NUMBER = /\d{1,2}(?=\p{Script=Han})|(?<=第)\d{1,2}(?!\d)/gu;

/** Other spellings of the numbers in a text; empty if it has no number next to a word. */
export function otherNumbers(text: string): string[] {
  const plain = text.normalize('NFKC');
  const others = new Set([
    plain.replace(/(?<=\p{Script=Latin})(?=\d)|(?<=\d)(?=\p{Script=Latin})/gu, ' '),
    plain.replace(/(?<=\p{Script=Latin})\s(?=\d)|(?<=\d)\s(?=\p{Script=Latin})/gu, ''),
    plain.replace(/(?<=\p{Script=Latin})-(?=\d)/gu, ''),
    plain.replace(NUMBER, (digits) => kanjiNumber(Number(digits))),
    plain.replace(KANJI_NUMBER, (kanji) => String(numberOf(kanji) ?? kanji)),
  ]);
  others.delete(plain);
  return [...others];
}

/** From 0 to 99. */
function kanjiNumber(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  if (tens === 0) return KANJI_DIGITS[ones] as string;
  return `${tens === 1 ? '' : KANJI_DIGITS[tens]}十${ones === 0 ? '' : KANJI_DIGITS[ones]}`;
}

function numberOf(kanji: string): number | undefined {
  if (!kanji.includes('十')) {
    return kanji.length <= 4
      ? Number([...kanji].map((digit) => KANJI_DIGITS.indexOf(digit)).join(''))
      : undefined;
  }
  const [, tens = '', ones = ''] = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/u.exec(kanji) ?? [
    kanji,
  ];
  if (!/^[一二三四五六七八九]?十[一二三四五六七八九]?$/u.test(kanji)) return undefined;
  return 10 * (tens === '' ? 1 : KANJI_DIGITS.indexOf(tens)) + (ones === '' ? 0 : KANJI_DIGITS.indexOf(ones));
}
