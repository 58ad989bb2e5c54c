import { spread } from './hashing.ts';
import { LABELS } from './labels.ts';

/**
 * The weights of a linear-chain conditional random field. A feature is known by its hash: 16 bits within one of
 * 2^18 buckets.
 *
 * File: u32 features, u32 weights, f32 size of a weight's step; f32 label × label transitions; u8 features in each
 * bucket; then columns: u16 fingerprints, u8 weights of each feature; u8 label and i8 value (in steps) of each weight.
 */
export interface NameModel {
  /** Adds the weights of a feature, in steps, to those of a sign's labels. */
  add(feature: number, sums: Int32Array): void;
  /** What one step is worth. */
  readonly step: number;
  /** Score of label `b` after label `a`, at `a * LABELS + b`. */
  readonly transitions: Float32Array;
}

export const MODEL_BUCKET_BITS = 18;
/** In memory the features are in slots, half of them empty. */
const SLOT_BITS = 19;
const SLOTS = 1 << SLOT_BITS;
const LAST = 0x8000;
const EMPTY = 0;

export function readNameModel(file: Uint8Array): NameModel {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const features = view.getUint32(0, true);
  const weights = view.getUint32(4, true);
  const step = view.getFloat32(8, true);
  let at = 12;
  const transitions = new Float32Array(LABELS * LABELS);
  for (let pair = 0; pair < transitions.length; pair++)
    transitions[pair] = view.getFloat32(at + 4 * pair, true);
  at += 4 * transitions.length;
  const buckets = 1 << MODEL_BUCKET_BITS;
  const counts = file.subarray(at, at + buckets);
  at += buckets;
  const prints = at;
  at += 2 * features;
  const sizes = file.subarray(at, at + features);
  at += features;
  const labels = file.subarray(at, at + weights);
  const values = new Int8Array(file.subarray(at + weights, at + 2 * weights));

  // One look into `slotPrints` for most features, which the model does not have; then one for where its weights begin.
  const slotPrints = new Uint16Array(SLOTS);
  const slotWeights = new Uint32Array(SLOTS);
  /** Label and value of each weight; the last of a feature has the highest bit. */
  const packed = new Uint16Array(weights);
  let feature = 0;
  let weight = 0;
  for (let bucket = 0; bucket < buckets; bucket++) {
    for (let left = counts[bucket] as number; left > 0; left--) {
      let slot = bucket << (SLOT_BITS - MODEL_BUCKET_BITS);
      while (slotPrints[slot] !== EMPTY) slot = (slot + 1) & (SLOTS - 1);
      slotPrints[slot] = view.getUint16(prints + 2 * feature, true) || 1;
      slotWeights[slot] = weight;
      for (let i = sizes[feature++] as number; i > 0; i--) {
        packed[weight] =
          (i === 1 ? LAST : 0) | ((labels[weight] as number) << 8) | ((values[weight] as number) & 0xff);
        weight++;
      }
    }
  }
  return {
    transitions,
    step,
    add(hash, sums) {
      const full = spread(hash);
      const print = full & 0xffff || 1;
      const bucket = full >>> (32 - MODEL_BUCKET_BITS);
      for (let slot = bucket << (SLOT_BITS - MODEL_BUCKET_BITS); ; slot = (slot + 1) & (SLOTS - 1)) {
        const found = slotPrints[slot] as number;
        if (found === EMPTY) return;
        if (found !== print) continue;
        for (let i = slotWeights[slot] as number; ; i++) {
          const one = packed[i] as number;
          (sums[(one >> 8) & 0x7f] as number) += (one << 24) >> 24;
          if (one & LAST) return;
        }
      }
    },
  };
}
