import type { Sentence } from './entities.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}

export interface Scores {
  precision: number;
  recall: number;
  f1: number;
  /** Share of entities all of whose signs are marked, whatever as. */
  covered: number;
  /** Share of all signs that are marked. */
  marked: number;
}

/** Exact span and type; coverage by whatever is marked. */
export function score(sentences: readonly Sentence[], mark: (sentence: Sentence) => readonly Span[]): Scores {
  let right = 0;
  let found = 0;
  let entities = 0;
  let covered = 0;
  let marked = 0;
  let signs = 0;
  for (const sentence of sentences) {
    const spans = mark(sentence);
    const keys = new Set(sentence.entities.map(({ start, end, type }) => `${start}-${end}-${type}`));
    found += spans.length;
    entities += sentence.entities.length;
    right += spans.filter(({ start, end, type }) => keys.has(`${start}-${end}-${type}`)).length;
    const isMarked = new Uint8Array(sentence.text.length);
    for (const { start, end } of spans) isMarked.fill(1, start, end);
    covered += sentence.entities.filter(
      ({ start, end }) => !isMarked.subarray(start, end).includes(0),
    ).length;
    marked += isMarked.reduce((sum, one) => sum + one, 0);
    signs += sentence.text.length;
  }
  const precision = right / found;
  const recall = right / entities;
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    covered: covered / entities,
    marked: marked / signs,
  };
}
