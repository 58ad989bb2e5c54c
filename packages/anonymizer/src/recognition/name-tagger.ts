import { plainText } from './characters.ts';
import { extractFeatures } from './features.ts';
import { follows, LABELS, labelOf, mayBegin, mayFinish, NAME_TYPES, type NameType, Part } from './labels.ts';
import type { Lexicon } from './lexicon.ts';
import type { NameModel } from './name-model.ts';
import { segment, type Words } from './segmentation.ts';
import { sentencesOf } from './sentences.ts';

interface TaggedName {
  readonly start: number;
  readonly end: number;
  readonly type: NameType;
  /** Probability of exactly this span and type, as the model sees it. */
  readonly confidence: number;
}

/** A sentence of a text as the tagger sees it; offsets are those of the whole text. */
export interface TaggedSentence {
  readonly start: number;
  readonly end: number;
  readonly names: readonly TaggedName[];
  /** Probability of each sign to be part of a name. */
  readonly inName: Float64Array;
  /** Words, with offsets within the sentence. */
  readonly words: Words;
}

const BEFORE: readonly (readonly number[])[] = Array.from({ length: LABELS }, (_, b) =>
  Array.from({ length: LABELS }, (_, a) => a).filter((a) => follows(a, b)),
);

/** Tags the names of a text, sentence by sentence. `outside` is added to the score of being outside of names. */
export function createNameTagger(
  lexicon: Lexicon,
  model: NameModel,
  outside = 0,
): (text: string) => TaggedSentence[] {
  const jumps = model.transitions.map((weight) => Math.exp(weight));
  return (text) =>
    sentencesOf(text).map(({ start, end }) => {
      const plain = plainText(text.slice(start, end));
      const words = segment(plain, lexicon);
      const scores = new Float64Array(plain.length * LABELS);
      const sums = new Int32Array(LABELS);
      extractFeatures(plain, words, (at, features, count) => {
        sums.fill(0);
        for (let i = 0; i < count; i++) model.add(features[i] as number, sums);
        for (let label = 0; label < LABELS; label++)
          scores[at * LABELS + label] = model.step * (sums[label] as number);
        (scores[at * LABELS] as number) += outside;
      });
      const labels = bestPath(scores, model.transitions);
      const chain = sumOfPaths(scores, jumps);
      const names = readNames(labels).map(({ first, last, type }) => ({
        start: start + first,
        end: start + last + 1,
        type: NAME_TYPES[type] as NameType,
        confidence: chain.probability(first, last, type),
      }));
      return { start, end, names, inName: chain.inName, words };
    });
}

function bestPath(scores: Float64Array, transitions: Float32Array): Uint8Array {
  const n = scores.length / LABELS;
  const best = new Float64Array(scores.length).fill(-Infinity);
  const from = new Uint8Array(scores.length);
  for (let y = 0; y < LABELS; y++) if (mayBegin(y)) best[y] = scores[y] as number;
  for (let i = 1; i < n; i++) {
    const row = i * LABELS;
    for (let y = 0; y < LABELS; y++) {
      let most = -Infinity;
      let chosen = 0;
      for (const a of BEFORE[y] as readonly number[]) {
        const value = (best[row - LABELS + a] as number) + (transitions[a * LABELS + y] as number);
        if (value <= most) continue;
        most = value;
        chosen = a;
      }
      best[row + y] = most + (scores[row + y] as number);
      from[row + y] = chosen;
    }
  }
  const labels = new Uint8Array(n);
  let y = 0;
  const end = (n - 1) * LABELS;
  for (let k = 1; k < LABELS; k++)
    if (mayFinish(k) && (best[end + k] as number) > (best[end + y] as number)) y = k;
  for (let i = n - 1; i >= 0; i--) {
    labels[i] = y;
    y = from[i * LABELS + y] as number;
  }
  return labels;
}

function readNames(labels: Uint8Array): { first: number; last: number; type: number }[] {
  const names: { first: number; last: number; type: number }[] = [];
  let first = 0;
  for (const [at, label] of labels.entries()) {
    if (label === 0) continue;
    const part = (label - 1) % 4;
    if (part === Part.Begin || part === Part.Single) first = at;
    if (part === Part.End || part === Part.Single)
      names.push({ first, last: at, type: Math.floor((label - 1) / 4) });
  }
  return names;
}

/** Probabilities over all paths (forward-backward, scaled at each sign). */
function sumOfPaths(scores: Float64Array, jumps: Float32Array) {
  const n = scores.length / LABELS;
  const exps = new Float64Array(scores.length);
  const alpha = new Float64Array(scores.length);
  const beta = new Float64Array(scores.length);
  const scales = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const row = i * LABELS;
    let most = -Infinity;
    for (let y = 0; y < LABELS; y++) most = Math.max(most, scores[row + y] as number);
    let sum = 0;
    for (let y = 0; y < LABELS; y++) {
      const here = Math.exp((scores[row + y] as number) - most);
      exps[row + y] = here;
      let value = 0;
      if (i === 0) value = mayBegin(y) ? 1 : 0;
      else
        for (const a of BEFORE[y] as readonly number[])
          value += (alpha[row - LABELS + a] as number) * (jumps[a * LABELS + y] as number);
      if (i === n - 1 && !mayFinish(y)) value = 0;
      alpha[row + y] = value * here;
      sum += value * here;
    }
    scales[i] = sum;
    for (let y = 0; y < LABELS; y++) (alpha[row + y] as number) /= sum;
  }
  const inName = new Float64Array(n);
  for (let y = 0; y < LABELS; y++) beta[(n - 1) * LABELS + y] = mayFinish(y) ? 1 : 0;
  for (let i = n - 1; i >= 0; i--) {
    const row = i * LABELS;
    inName[i] = 1 - (alpha[row] as number) * (beta[row] as number);
    if (i === 0) break;
    for (let b = 0; b < LABELS; b++) {
      const tail = ((beta[row + b] as number) * (exps[row + b] as number)) / (scales[i] as number);
      if (tail === 0) continue;
      for (const a of BEFORE[b] as readonly number[])
        (beta[row - LABELS + a] as number) += tail * (jumps[a * LABELS + b] as number);
    }
  }
  const probability = (first: number, last: number, type: number): number => {
    let label = labelOf(type, first === last ? Part.Single : Part.Begin);
    let value = alpha[first * LABELS + label] as number;
    for (let i = first + 1; i <= last; i++) {
      const next = labelOf(type, i === last ? Part.End : Part.Inside);
      value *=
        ((jumps[label * LABELS + next] as number) * (exps[i * LABELS + next] as number)) /
        (scales[i] as number);
      label = next;
    }
    return Math.min(1, value * (beta[last * LABELS + label] as number));
  };
  return { inName, probability };
}
