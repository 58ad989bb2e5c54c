import { spread } from './hashing.ts';
import { WORD_CLASSES } from './word-classes.ts';

/** Longest word that is looked up, in UTF-16 code units. */
export const LONGEST_WORD = 12;

/**
 * Words with class, cost and flags, known by a hash: 16 bits within one of 2^18 buckets. A word that is not in the
 * lexicon is taken for one that is about once in 30,000.
 *
 * File: u32 words, u32 buckets; u8 words in each bucket; then columns of all words: u16 fingerprint, u8 class, u8 flags,
 * u8 cost (units of 128); then i8 class × class connection costs (units of 128).
 */
export interface Lexicon {
  /** Index of the word with this hash, or -1. */
  find(hash: number): number;
  readonly classes: Uint8Array;
  readonly flags: Uint8Array;
  readonly costs: Uint8Array;
  /** Cost of class `b` after class `a`, at `a * WORD_CLASSES.length + b`. */
  readonly connections: Int8Array;
}

export const COST_UNIT = 128;
export const BUCKET_BITS = 18;

export function readLexicon(file: Uint8Array): Lexicon {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const words = view.getUint32(0, true);
  const buckets = view.getUint32(4, true);
  let at = 8;
  const begins = new Uint32Array(buckets + 1);
  for (let bucket = 0; bucket < buckets; bucket++)
    begins[bucket + 1] = (begins[bucket] as number) + (file[at + bucket] as number);
  at += buckets;
  const prints = new Uint16Array(words);
  for (let word = 0; word < words; word++) prints[word] = view.getUint16(at + 2 * word, true);
  at += 2 * words;
  const column = (length: number) => {
    at += length;
    return new Uint8Array(file.subarray(at - length, at));
  };
  const classes = column(words);
  const flags = column(words);
  const costs = column(words);
  const connections = new Int8Array(column(WORD_CLASSES.length ** 2));
  return {
    classes,
    flags,
    costs,
    connections,
    find(hash) {
      const full = spread(hash);
      const bucket = full >>> (32 - BUCKET_BITS);
      const print = full & 0xffff;
      const end = begins[bucket + 1] as number;
      for (let word = begins[bucket] as number; word < end; word++) if (prints[word] === print) return word;
      return -1;
    },
  };
}
