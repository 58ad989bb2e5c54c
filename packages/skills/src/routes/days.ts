const DAY_MS = 86_400_000;

/** Days as `yyyy-mm-dd`, which sort as text. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The same day some months later, or the month's last. */
export function addMonths(day: string, months: number): string {
  const date = new Date(Date.parse(day));
  const dayOfMonth = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(dayOfMonth, last));
  return date.toISOString().slice(0, 10);
}

export function later(a: string, b: string): string {
  return a > b ? a : b;
}
