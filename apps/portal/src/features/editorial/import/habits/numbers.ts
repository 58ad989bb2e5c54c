import { type CellReading, plainly, read, unread } from './reading.ts';

/** Accepted units, each unambiguous; 時間 is not, because of 分. */
const units = '円|人|名|回';
const scales: Readonly<Record<string, number>> = { 千: 1_000, 万: 10_000, 億: 100_000_000 };

/**
 * Parses Japanese number formats: 1000, 1,000, １，０００円, ¥1,000, 3.5万円, 無料 for free. Refuses cells
 * with more than a number (各日50人（先着）) or an approximate one (約1,000円).
 */
export function readNumber(cell: string): CellReading<number> {
  const text = plainly(cell).replace(/ /g, '');
  if (/^(無料|free)$/i.test(text)) return read(0);
  const written = new RegExp(
    `^[¥\\\\]?([-−▲△]?)(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?([千万億]?)(?:${units}|-)?$`,
  ).exec(text);
  if (!written) return unread(unreadableOf(text), writeNumber);
  const [, sign, whole = '', fraction = '', scale = ''] = written;
  const size = Number(`${whole.replaceAll(',', '')}${fraction}`) * (scales[scale] ?? 1);
  const number = Number(size.toPrecision(15));
  return read(sign && number !== 0 ? -number : number);
}

function unreadableOf(text: string) {
  if (/^\d[\d,]*(\.\d+)?$/.test(text)) return oddCommas;
  if (/約|程度|前後|以上|以下|未満|から|[~〜～]|\d-\d/.test(text)) return notOne;
  if (/\d/.test(text)) return hasOtherWords;
  return unreadable;
}

const writeNumber = {
  ja: '数字だけを「1000」のように書き、説明は別の欄に書いてください。',
  en: 'Write the digits alone, as in 1000; put what explains them elsewhere.',
};
const oddCommas = {
  ja: '桁区切りのコンマの位置がそろっていません。',
  en: 'The commas do not stand between thousands.',
};
const notOne = { ja: '一つの数に決まりません。', en: 'This is not one number.' };
const hasOtherWords = { ja: '数のほかにもことばが入っています。', en: 'There are words beside the number.' };
const unreadable = { ja: '数として読めません。', en: 'This cannot be read as a number.' };
