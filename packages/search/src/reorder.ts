import type { ExpectedAnswer } from './answers.ts';
import { beginningOf } from './documents.ts';
import type { WantedPart } from './evaluate.ts';
import { Proximity } from './proximity.ts';
import type { Segment } from './segment.ts';
import type { DocumentStore } from './store.ts';
import type { Candidate } from './top-hits.ts';
import { nameOf, sharesOfWorks } from './works.ts';

/** Number of top documents reordered by evidence too costly to compute for all. */
export const REORDERED = 64;

/** Relative to the best score: if all good matches are in one work, and per expected answer in a text. */
const WEIGHT = { work: 0.5, answer: 0.08 };

/** Characters at the start of a document searched for an answer. */
const ANSWERED_WITHIN = 2000;

/** Evidence used to reorder the best documents. */
export interface Evidence {
  /** By segment, the parts whose nearness counts. */
  readonly near?: readonly (readonly WantedPart[])[];
  readonly answers?: readonly ExpectedAnswer[];
  /** Whether documents of one work raise each other's scores. */
  readonly sharesWorks?: boolean;
}

/** Whether there is any evidence to order by. */
export function tells({ near = [], answers = [], sharesWorks = false }: Evidence): boolean {
  return sharesWorks || answers.length > 0 || near.some((parts) => parts.length > 1);
}

/** Candidates (best first) with the first of them reordered by evidence. */
export function reordered(
  store: DocumentStore,
  candidates: readonly Candidate[],
  { near = [], answers = [], sharesWorks = false }: Evidence,
): Candidate[] {
  const window = candidates.slice(0, REORDERED);
  addNearness(store.segments, window, near);
  const best = window.reduce((most, { score }) => Math.max(most, score), 0);
  const shares = sharesWorks ? sharesOfWorks(store, window) : undefined;
  for (const [i, candidate] of window.entries()) {
    const share = shares?.[i] ?? 0;
    candidate.score += best * (WEIGHT.work * share + WEIGHT.answer * answered(store, candidate, answers));
  }
  window.sort((a, b) => (isMoreRelevant(a, b) ? -1 : 1));
  return [...window, ...candidates.slice(REORDERED)];
}

/** By score; documents of one score stay in the order they were added in. */
export function isMoreRelevant(a: Candidate, b: Candidate): boolean {
  if (a.score !== b.score) return a.score > b.score;
  return a.segment !== b.segment ? a.segment < b.segment : a.doc < b.doc;
}

function addNearness(
  segments: readonly Segment[],
  window: readonly Candidate[],
  near: readonly (readonly WantedPart[])[],
): void {
  for (const [number, group] of Map.groupBy(window, ({ segment }) => segment)) {
    const parts = near[number] ?? [];
    if (parts.length < 2) continue;
    const segment = segments[number] as Segment;
    const proximity = new Proximity(segment, parts);
    for (const candidate of group.sort((a, b) => a.doc - b.doc)) {
      candidate.score += proximity.bonus(candidate.doc) * (segment.documents.boosts[candidate.doc] as number);
    }
  }
}

/** The weight of the answers that the document holds. */
function answered(
  { schema, segments }: DocumentStore,
  { segment: number, doc }: Candidate,
  answers: readonly ExpectedAnswer[],
): number {
  if (answers.length === 0) return 0;
  const { documents } = segments[number] as Segment;
  const naming = nameOf(schema);
  let left = ANSWERED_WITHIN;
  const texts = schema.fields.map((_, field) => {
    const text = beginningOf(documents, doc * schema.fields.length + field, left);
    left -= text.length;
    return { where: field === naming ? 'name' : 'text', text };
  });
  const isHeld = ({ where, isIn }: ExpectedAnswer) =>
    texts.some((held) => held.where === where && isIn(held.text));
  return answers.reduce((sum, answer) => sum + (isHeld(answer) ? answer.weight : 0), 0);
}
