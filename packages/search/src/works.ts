import { textOf } from './documents.ts';
import type { Schema } from './schema.ts';
import type { Segment } from './segment.ts';
import type { DocumentStore } from './store.ts';
import type { Candidate } from './top-hits.ts';

/** A longer text names nothing. In units. */
const LONGEST_NAME = 100;

/** The field that names a document: of several, the heaviest, and of those the first declared. */
export function nameOf({ weights, readings }: Schema): number | undefined {
  const counted = weights.filter((_, field) => !readings[field]);
  return counted.length > 1 ? counted.indexOf(Math.max(...counted)) : undefined;
}

/**
 * For each candidate, the share of all their scores that the pieces of its work have. Documents with one name are pieces
 * of a work: the sections of a page, the paragraphs of an article. The words of a question are in a work more
 * often than all in one piece of it, so that a piece is the likelier, the more of the good matches its work has.
 */
export function sharesOfWorks(store: DocumentStore, candidates: readonly Candidate[]): number[] {
  const naming = nameOf(store.schema);
  const names = candidates.map((candidate) => nameIn(store, candidate, naming));
  const scores = new Map<string, number>();
  let all = 0;
  for (const [i, { score }] of candidates.entries()) {
    all += score;
    const name = names[i];
    if (name !== undefined) scores.set(name, (scores.get(name) ?? 0) + score);
  }
  if (all === 0) return names.map(() => 0);
  return candidates.map(({ score }, i) => {
    const name = names[i];
    return (name === undefined ? score : (scores.get(name) ?? 0)) / all;
  });
}

function nameIn(
  { schema, segments }: DocumentStore,
  { segment: number, doc }: Candidate,
  naming: number | undefined,
): string | undefined {
  if (naming === undefined) return undefined;
  const { documents } = segments[number] as Segment;
  const slot = doc * schema.fields.length + naming;
  const length = documents.lengths[slot] as number;
  return length === 0 || length > LONGEST_NAME ? undefined : textOf(documents, slot);
}
