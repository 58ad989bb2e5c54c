/** FNV-1a over UTF-16 code units: a hash that grows unit by unit. */
export const HASH_START = 0x811c9dc5 | 0;

export function extendHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** Spreads a hash over all its bits (the last step of MurmurHash3). */
export function spread(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** One hash of a kind of feature and its value. */
export function mix(kind: number, value: number): number {
  return Math.imul(Math.imul(kind + 0x9e37, 0x9e3779b1) ^ value, 0x85ebca6b) ^ (value >>> 15);
}
