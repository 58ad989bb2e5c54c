import { type ReadDate, readDate } from '../decisions/dates.ts';
import { readQuantity } from '../decisions/quantities.ts';
import { findIdentifiers } from '../identifiers/find-identifiers.ts';
import { DOT } from '../identifiers/rule.ts';
import type { Mention, MentionType, Span } from '../mention.ts';
import { plainString } from '../recognition/characters.ts';

/** The dates, amounts, counts and times that a result names. */
export function valuesShown(result: string): Mention[] {
  return findIdentifiers(result, plainString(result)).filter(({ type }) =>
    /^(?:date|amount|count)$/.test(type),
  );
}

/** Where a result says the same day or the same number as something hidden, however it is written. */
export function* sameValue(hidden: string, type: MentionType, shown: readonly Mention[]): Generator<Span> {
  if (type === 'date') {
    const date = readDate(hidden);
    if (date?.month && date.day)
      for (const one of shown) if (one.type === 'date' && isSameDay(date, readDate(one.text))) yield one;
  }
  if (type !== 'amount' && type !== 'count') return;
  const quantity = readQuantity(hidden);
  if (!quantity) return;
  for (const one of shown) {
    const other = one.type === type ? readQuantity(one.text) : undefined;
    if (other && other.value === quantity.value && other.unit === quantity.unit) yield one;
  }
}

/** The same month and day; and the same year where both say one. */
function isSameDay(a: ReadDate, b: ReadDate | undefined): boolean {
  if (b === undefined || b.month !== a.month || b.day !== a.day) return false;
  return a.year === undefined || b.year === undefined || a.year === b.year;
}

/** Where the network of an IPv4 address shows: its first three numbers, also defanged. */
export function* sameNetwork(hidden: string, result: string): Generator<Span> {
  const numbers = plainString(hidden).match(/\d{1,3}/g) ?? [];
  if (numbers.length < 4) return;
  const pattern = new RegExp(`(?<![\\d.])${numbers.slice(0, 3).join(DOT)}(?!\\d)`, 'gu');
  for (const { index, 0: text } of plainString(result).matchAll(pattern))
    yield { start: index, end: index + text.length };
}
