import type { Label } from '../../../platform/i18n/localised.ts';
import { priceBands } from './facets.ts';
import type { Programme } from './kinds/programme-schema.ts';
import type { Run } from './kinds/run.ts';

/** Rate of consumption tax (消費税) since 2019-10-01, in percent. */
const taxPercent = 10;

/** What a participant pays, in yen with tax; fractions of a yen are dropped. */
export function withTax(price: number, tax: Programme['tax']): number {
  return tax === 'excluded' ? Math.floor((price * (100 + taxPercent)) / 100) : price;
}

/** Lowest and highest price, with tax, over the programme and the runs that are given. */
export function priceRange(
  { priceFrom, priceTo = priceFrom, tax }: Pick<Programme, 'priceFrom' | 'priceTo' | 'tax'>,
  runs: readonly Run[] = [],
): { from: number; to: number } {
  const own = runs.flatMap(({ price }) => price ?? []);
  // Where every run has its own price, the programme's is nobody's.
  const base = runs.length > 0 && own.length === runs.length ? [] : [priceFrom, priceTo];
  const all = [...base, ...own].map((price) => withTax(price, tax));
  return { from: Math.min(...all), to: Math.max(...all) };
}

export function bandOf(price: number): string {
  return priceBands.find(({ most }) => price <= most)?.value ?? 'over-500000';
}

const yen = new Intl.NumberFormat('ja-JP');

/** A price in words: 33,000円（税込み）, 無料. */
export function priceLabel({ from, to }: { from: number; to: number }): Label {
  if (to === 0) return { ja: '無料', en: 'Free' };
  const [low, high] = [yen.format(from), yen.format(to)];
  if (from === to) return { ja: `${low}円（税込み）`, en: `¥${low} with tax` };
  const first = from === 0 ? { ja: '無料', en: 'Free' } : { ja: `${low}円`, en: `¥${low}` };
  return { ja: `${first.ja}〜${high}円（税込み）`, en: `${first.en} to ¥${high} with tax` };
}
