/** Amounts and counts, read and put into ranges. */

const SCALES: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);
const GREAT_SCALES: ReadonlyMap<string, number> = new Map([
  ['万', 1e4],
  ['億', 1e8],
  ['兆', 1e12],
]);
const KANJI = '〇一二三四五六七八九';

export interface Quantity {
  readonly value: number;
  /** 円, 人, GB and the like; empty where none is said. */
  readonly unit: string;
}

/** Reads a quantity as `detect` finds it; undefined where it has no number (数百万円). */
export function readQuantity(written: string): Quantity | undefined {
  const text = written.normalize('NFKC').replace(/[,\s]/g, '');
  const match = /[\d.〇一二三四五六七八九十百千万億兆]+/u.exec(text);
  if (!match || /[数何]/.test(text)) return undefined;
  let sum = 0;
  let part = 0;
  let digits = '';
  const flush = () => {
    const value = digits === '' ? 0 : Number(digits);
    digits = '';
    return value;
  };
  for (const sign of match[0]) {
    const scale = SCALES.get(sign);
    const great = GREAT_SCALES.get(sign);
    if (scale !== undefined) part += (digits === '' ? 1 : flush()) * scale;
    else if (great !== undefined) {
      const value = part + flush();
      sum += (value === 0 ? 1 : value) * great;
      part = 0;
    } else digits += KANJI.includes(sign) ? String(KANJI.indexOf(sign)) : sign;
  }
  const value = sum + part + flush();
  const currency = { '¥': '円', '￥': '円', $: 'ドル', '€': 'ユーロ', '£': 'ポンド' }[
    text.match(/[¥￥$€£]/)?.[0] ?? ''
  ];
  const unit = text
    .slice(match.index + match[0].length)
    .replace(/(?:余り|あまり|余|強|弱|程度|ほど|前後|超|以上|以下|未満)$/, '');
  return Number.isFinite(value) ? { value, unit: currency ?? unit } : undefined;
}

/** Bounds of ranges: 1 and 5 by each power of ten. */
function bounds(value: number): [low: number, high: number] {
  if (value < 1) return [0, 1];
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  return value < 5 * power ? [power, 5 * power] : [5 * power, 10 * power];
}

/** A number as it is read most easily: 1,000, 5万, 10億. */
function shortNumber(value: number): string {
  for (const [name, scale] of [...GREAT_SCALES].toReversed())
    if (value >= scale) return `${(value / scale).toLocaleString('en-US')}${name}`;
  return value.toLocaleString('en-US');
}

export function amountRange({ value, unit }: Quantity): string {
  const [low, high] = bounds(value);
  return low === 0
    ? `${shortNumber(high)}${unit}未満`
    : `${shortNumber(low)}${unit}以上${shortNumber(high)}${unit}未満`;
}

/** Bounds of bands of people and things, as statistics on firms use them. */
const BANDS = [1, 10, 50, 100, 300, 1000, 5000, 10_000, 50_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

export function countBand({ value, unit }: Quantity): string {
  const index = BANDS.findIndex((bound) => value < bound);
  if (index === 0) return `1${unit}未満`;
  if (index < 0) return `${shortNumber(BANDS.at(-1) as number)}${unit}以上`;
  const [low, high] = [BANDS[index - 1] as number, BANDS[index] as number];
  if (high > 10_000) return `${shortNumber(low)}${unit}以上${shortNumber(high)}${unit}未満`;
  return `${shortNumber(low)}～${shortNumber(high - 1)}${unit}`;
}
