import { plainText } from '../src/recognition/characters.ts';
import { extractFeatures } from '../src/recognition/features.ts';
import { labelOf, NAME_TYPES, Part } from '../src/recognition/labels.ts';
import type { Lexicon } from '../src/recognition/lexicon.ts';
import { segment } from '../src/recognition/segmentation.ts';
import type { Example } from './conditional-random-field.ts';
import type { Sentence } from './entities.ts';

/** The signs of a sentence with the hashes of their features, and the labels they should get. */
export function readExample({ text, entities }: Sentence, lexicon: Lexicon): Example {
  const plain = plainText(text);
  const hashes: number[] = [];
  const begins = new Int32Array(text.length + 1);
  extractFeatures(plain, segment(plain, lexicon), (at, features, count) => {
    for (let i = 0; i < count; i++) hashes.push(features[i] as number);
    begins[at + 1] = hashes.length;
  });
  const labels = new Uint8Array(text.length);
  for (const { start, end, type } of entities) {
    const kind = NAME_TYPES.indexOf(type);
    labels.fill(labelOf(kind, Part.Inside), start, end);
    labels[start] = labelOf(kind, Part.Begin);
    labels[end - 1] = labelOf(kind, Part.End);
    if (end - start === 1) labels[start] = labelOf(kind, Part.Single);
  }
  return { features: Int32Array.from(hashes), begins, labels };
}

/** Numbers for the features that several signs have. */
export function numberFeatures(examples: readonly Example[], atLeast: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { features } of examples)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const numbers = new Map<number, number>();
  for (const [feature, count] of counts) if (count >= atLeast) numbers.set(feature, numbers.size);
  return numbers;
}

/** An example with numbers in place of hashes, without the features that have none. */
export function numbered(example: Example, numbers: ReadonlyMap<number, number>): Example {
  const features: number[] = [];
  const begins = new Int32Array(example.begins.length);
  for (let i = 0; i + 1 < begins.length; i++) {
    for (let f = example.begins[i] as number; f < (example.begins[i + 1] as number); f++) {
      const number = numbers.get(example.features[f] as number);
      if (number !== undefined) features.push(number);
    }
    begins[i + 1] = features.length;
  }
  return { features: Int32Array.from(features), begins, labels: example.labels };
}
