const grouped = new Intl.NumberFormat('ja-JP');

/** A whole number with its thousands grouped: 12,345. */
export function writeCount(count: number): string {
  return count < 1000 ? String(count) : grouped.format(count);
}
