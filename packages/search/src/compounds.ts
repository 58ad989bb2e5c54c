/**
 * Pairs of kanji that are a word, except after the kanji before the bar: a search
 * for 京都 does not mean 東京都, nor 本人 日本人.
 */
const FALSE_WORDS = [
  '東|京都 東|京大 日|本人 日|本社 日|本国 日|本文 日|本業 日|本心 日|本部 日|本体 国|人参 大|学院 不|正確 不|正解',
  '界|中国 今|日中 本|日中 一|日中 毎|日中 機|関係 身|分証 米|国民',
];

const innerPairs = new Map<number, Set<number>>();
for (const entry of FALSE_WORDS.flatMap((line) => line.split(' '))) {
  const before = entry.charCodeAt(0);
  const pairs = innerPairs.get(before) ?? new Set();
  pairs.add(pairKey(entry.charCodeAt(2), entry.charCodeAt(3)));
  innerPairs.set(before, pairs);
}

/** Two UTF-16 code units as one number. */
export function pairKey(first: number, second: number): number {
  return ((first << 16) | second) >>> 0;
}

/** True where the pair only looks like a word because of the unit before it. */
export function isFalseWord(before: number, first: number, second: number): boolean {
  return innerPairs.get(before)?.has(pairKey(first, second)) ?? false;
}
