import type { Mention, MentionType, Span } from './mention.ts';
import type { TaggedSentence } from './recognition/name-tagger.ts';
import { classIndex } from './recognition/word-classes.ts';

/** A stretch that a person should look at. */
export interface Candidate extends Span {
  readonly text: string;
  /** What `detect` says it is; undefined where it says nothing. */
  readonly type: MentionType | undefined;
  /** From 0 to 1: the higher, the more likely it gives somebody away. */
  readonly score: number;
}

/**
 * Below it a stretch is no candidate. On the part set aside, what is above it covers .96 of the names with .38 of the
 * signs (docs/decisions/anonymizer.md has the curve).
 */
export const LEAST_SCORE = 0.04;

/** What a word is worth by its class alone, where the model sees nothing in it. */
const CLASS_SCORES = new Map(
  (
    [
      ['surname', 0.12],
      ['given-name', 0.12],
      ['person', 0.12],
      ['organisation', 0.2],
      ['country', 0.3],
      ['place', 0.12],
      ['proper-noun', 0.12],
      ['unknown-latin', 0.1],
      ['unknown-katakana', 0.1],
      ['unknown-kanji', 0.03],
    ] as const
  ).map(([name, value]) => [classIndex(name), value]),
);

/** All stretches that score at least `least`, none overlapping, in the order of the text. */
export function findCandidates(
  text: string,
  sentences: readonly TaggedSentence[],
  detected: readonly Mention[],
  least: number,
): Candidate[] {
  const scores = new Float64Array(text.length);
  for (const sentence of sentences) scoreWords(sentence, scores);
  for (const { start, end, confidence } of detected)
    for (let at = start; at < end; at++) scores[at] = Math.max(scores[at] as number, 0.5, confidence);
  const candidates: Candidate[] = detected.map(({ start, end, text: found, type, confidence }) => ({
    start,
    end,
    text: found,
    type,
    score: Math.max(0.5, confidence),
  }));
  const isDetected = new Uint8Array(text.length);
  for (const { start, end } of detected) isDetected.fill(1, start, end);
  for (let start = 0; start < text.length; ) {
    if (isDetected[start] || (scores[start] as number) < least) {
      start++;
      continue;
    }
    let end = start;
    let best = 0;
    while (end < text.length && !isDetected[end] && (scores[end] as number) >= least)
      best = Math.max(best, scores[end++] as number);
    const stretch = text.slice(start, end);
    if (/[\p{L}\p{N}]/u.test(stretch))
      candidates.push({ start, end, text: stretch, type: undefined, score: best });
    start = end;
  }
  return candidates.sort((a, b) => a.start - b.start);
}

/** Long numbers give things away, whatever they count. */
const LONG_NUMBER = 5;
const LONG_NUMBER_SCORE = 0.1;
const NUMBER = classIndex('unknown-number');

/** Each sign gets the score of its word: the most that the model sees in it, or what its class is worth. */
function scoreWords({ start: offset, words, inName }: TaggedSentence, scores: Float64Array): void {
  for (let word = 0; word < words.count; word++) {
    const start = words.starts[word] as number;
    const end = words.ends[word] as number;
    const kind = words.classes[word] as number;
    let score = CLASS_SCORES.get(kind) ?? 0;
    if (kind === NUMBER && end - start >= LONG_NUMBER) score = LONG_NUMBER_SCORE;
    for (let at = start; at < end; at++) score = Math.max(score, inName[at] as number);
    scores.fill(score, offset + start, offset + end);
  }
}
