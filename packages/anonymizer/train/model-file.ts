import { spread } from '../src/recognition/hashing.ts';
import { LABELS } from '../src/recognition/labels.ts';
import { MODEL_BUCKET_BITS } from '../src/recognition/name-model.ts';
import type { ConditionalRandomField } from './conditional-random-field.ts';

/**
 * The file that `readNameModel` reads: weights in steps of one byte, without those that are too small to count.
 *
 * @param atMost how many weights are kept, the largest first
 */
export function modelFile(
  field: ConditionalRandomField,
  numbers: ReadonlyMap<number, number>,
  atMost: number,
): Buffer {
  const sizes = field.weights.filter((weight) => weight !== 0).map(Math.abs);
  sizes.sort();
  const least = sizes[Math.max(0, sizes.length - atMost)] ?? 0;
  const step = (sizes[Math.floor(sizes.length * 0.9995)] ?? 1) / 127;
  const rows: { bucket: number; print: number; weights: [label: number, value: number][] }[] = [];
  for (const [hash, number] of numbers) {
    const weights: [number, number][] = [];
    for (let label = 0; label < LABELS; label++) {
      const weight = field.weights[number * LABELS + label] as number;
      const value = Math.max(-127, Math.min(127, Math.round(weight / step)));
      if (Math.abs(weight) >= least && value !== 0) weights.push([label, value]);
    }
    const full = spread(hash);
    if (weights.length > 0)
      rows.push({ bucket: full >>> (32 - MODEL_BUCKET_BITS), print: full & 0xffff, weights });
  }
  rows.sort((a, b) => a.bucket - b.bucket || a.print - b.print);
  const counts = new Uint8Array(1 << MODEL_BUCKET_BITS);
  for (const { bucket } of rows) counts[bucket] = (counts[bucket] as number) + 1;
  const weights = rows.flatMap((row) => row.weights);
  const head = Buffer.alloc(12 + 4 * field.transitions.length);
  head.writeUInt32LE(rows.length, 0);
  head.writeUInt32LE(weights.length, 4);
  head.writeFloatLE(step, 8);
  for (const [pair, weight] of field.transitions.entries()) head.writeFloatLE(weight, 12 + 4 * pair);
  const prints = Buffer.alloc(2 * rows.length);
  for (const [index, { print }] of rows.entries()) prints.writeUInt16LE(print, 2 * index);
  return Buffer.concat([
    head,
    counts,
    prints,
    Buffer.from(rows.map((row) => row.weights.length)),
    Buffer.from(weights.map(([label]) => label)),
    Buffer.from(weights.map(([, value]) => value & 0xff)),
  ]);
}
