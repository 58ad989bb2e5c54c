/** Character bigrams of a text with their frequencies, for comparison. */
export interface Fingerprint {
  pairs: Map<string, number>;
  size: number;
}

export function fingerprint(text: string): Fingerprint {
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return { pairs, size: Math.max(0, text.length - 1) };
}

/** Dice coefficient of two texts: 1 for the same bigrams, 0 for none in common. */
export function similarity(a: Fingerprint, b: Fingerprint): number {
  if (a.size === 0 || b.size === 0) return a.size === b.size ? 1 : 0;
  // The lengths alone rule out the minimum: nothing to count.
  if (2 * Math.min(a.size, b.size) < 0.3 * (a.size + b.size)) return 0;
  const [few, many] = a.pairs.size <= b.pairs.size ? [a, b] : [b, a];
  let common = 0;
  for (const [pair, count] of few.pairs) common += Math.min(count, many.pairs.get(pair) ?? 0);
  return (2 * common) / (a.size + b.size);
}
