import type { PageContext } from '../../../../platform/web/page-context.ts';
import { adviceText } from '../advice-messages.ts';

const grouped = new Intl.NumberFormat('ja-JP');

/** Yen in words, such as 33,000円. */
export function yen(amount: number, ctx: PageContext): string {
  const { label } = adviceText(ctx);
  return amount === 0 ? label.free : label.yen(grouped.format(amount));
}

/** Yen in words, of a sum that may be nothing: 0円 and not free. */
export function yenSum(amount: number, ctx: PageContext): string {
  return adviceText(ctx).label.yen(grouped.format(amount));
}

export function hours(amount: number, ctx: PageContext): string {
  return adviceText(ctx).label.hours(grouped.format(amount));
}
