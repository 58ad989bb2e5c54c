import { kanjiNumber, readNumber, readYear } from '../text/numerals.ts';

/** A 法令番号 such as 「平成二十六年法律第百四号」, read from a place in a text. */
export interface LawNumber {
  /** as statutes write it, in kanji: 平成二十六年法律第百四号 */
  text: string;
  /** the same number in whatever numerals gives the same key */
  key: string;
  end: number;
}

const eras = ['明治', '大正', '昭和', '平成', '令和'] as const;

/** What a 法令番号 begins with. */
export const eraStarts: readonly string[] = eras.map((era) => era[0] as string);

/** The longest name of a kind of law between year and number: 「内閣府・総務省・財務省・…令」. */
const longestKind = 80;

/** The law number at `at` of a folded text. */
export function readLawNumber(text: string, at: number): LawNumber | undefined {
  if (!eraStarts.includes(text[at] as string)) return undefined;
  const era = eras.find((name) => text.startsWith(name, at));
  if (era === undefined) return undefined;
  const year = readYear(text, skipSpace(text, at + era.length));
  if (year === undefined) return undefined;
  let here = skipSpace(text, year.end);
  if (text[here] !== '年') return undefined;
  here = skipDate(text, skipSpace(text, here + 1));
  const kindEnd = text.slice(here, here + longestKind).search(/第|[。、（「」()]/);
  if (kindEnd < 1 || text[here + kindEnd] !== '第') return undefined;
  const kind = text.slice(here, here + kindEnd).trim();
  if (!/(?:法律|令|規則|布告|達|告示|条約|憲法|規程|庁令)$/.test(kind)) return undefined;
  const number = readNumber(text, skipSpace(text, here + kindEnd + 1));
  if (number === undefined) return undefined;
  const end = skipSpace(text, number.end);
  if (text[end] !== '号') return undefined;
  return {
    text: `${era}${year.value === 1 ? '元' : kanjiNumber(year.value)}年${kind}第${kanjiNumber(number.value)}号`,
    key: lawNumberKey(eras.indexOf(era) + 1, year.value, kind, number.value),
    end: end + 1,
  };
}

/** Amending laws are also cited with their day: 「平成十一年十二月八日法律第百五十一号」. */
function skipDate(text: string, at: number): number {
  return (
    at +
    (/^[\d〇一二三四五六七八九十]{1,3}月[\d〇一二三四五六七八九十]{1,3}日/.exec(text.slice(at, at + 8))?.[0]
      .length ?? 0)
  );
}

function skipSpace(text: string, at: number): number {
  return text[at] === ' ' || text[at] === '\u00a0' ? at + 1 : at;
}

const lawNumberKey = (era: number, year: number, kind: string, number: number): string =>
  `${era}:${year}:${kind}:${number}`;

/** The number that an Act's or a cabinet order's e-Gov id is made from; other ids do not say it. */
export function lawNumberOfId(id: string): Omit<LawNumber, 'end'> | undefined {
  const parts = /^([1-5])(\d{2})(AC|CO)\d{7}(\d{3})$/.exec(id);
  if (parts === null) return undefined;
  const [era, year, number] = [Number(parts[1]), Number(parts[2]), Number(parts[4])];
  const kind = parts[3] === 'AC' ? '法律' : '政令';
  return {
    text: `${eras[era - 1]}${year === 1 ? '元' : kanjiNumber(year)}年${kind}第${kanjiNumber(number)}号`,
    key: lawNumberKey(era, year, kind, number),
  };
}
