import type { CollectionQuery } from '../../../platform/collections/query.ts';
import { type FacetName, facetNames } from './collection.ts';
import type { Finder, FinderAnswer, FinderQuestion } from './kinds/finder.ts';

/** Answers by question, as in the URL. */
export type Answers = Readonly<Record<string, string>>;

/** Reads answers from a URL; ignores questions that do not apply. */
export function readAnswers(finder: Finder, params: URLSearchParams): Answers {
  const answers: Record<string, string> = {};
  for (const question of finder.questions) {
    const given = params.get(question.id);
    if (given !== null && isAsked(question, answers) && question.answers.some(({ id }) => id === given))
      answers[question.id] = given;
  }
  return answers;
}

export function answersPath(answers: Answers): string {
  const text = new URLSearchParams(answers).toString();
  return text ? `/finder?${text}` : '/finder';
}

/** The next question; undefined if all that apply are answered. */
export function askNext(finder: Finder, answers: Answers): FinderQuestion | undefined {
  return finder.questions.find((question) => !(question.id in answers) && isAsked(question, answers));
}

export function chosenAnswers(
  finder: Finder,
  answers: Answers,
): { question: FinderQuestion; answer: FinderAnswer }[] {
  return finder.questions.flatMap((question) => {
    const answer = question.answers.find(({ id }) => id === answers[question.id]);
    return answer ? [{ question, answer }] : [];
  });
}

/** Facet values of the answers; a later answer replaces earlier values of the same facet. */
export function wishesOf(finder: Finder, answers: Answers): CollectionQuery['filters'] {
  const wishes: Partial<Record<FacetName, readonly string[]>> = {};
  for (const { answer } of chosenAnswers(finder, answers)) {
    for (const facet of facetNames) {
      const values = (answer.sets as Partial<Record<FacetName, string[]>>)[facet];
      if (values) wishes[facet] = values;
    }
  }
  return wishes;
}

/** A record as the finder compares it. */
export interface Candidate {
  id: string;
  /** What it is called, which decides where nothing else does. */
  title: string;
  /** Whether it goes on now, as far as is known. */
  active: boolean;
  /** Its current values of a facet. */
  values(facet: string): readonly string[];
}

/** The answers that give a reason for a candidate: what they ask for, it has. */
export function reasonsMet(finder: Finder, answers: Answers, candidate: Candidate) {
  return chosenAnswers(finder, answers).filter(
    ({ answer }) =>
      answer.reason &&
      valuesOf(answer.sets).some(([facet, wished]) => shareOf(candidate.values(facet), wished) > 0),
  );
}

/**
 * Those that fit, the best first: by the number of reasons, then by how many of them it is mainly meant for,
 * then by what the answers prefer and whether it goes on, then by the editors' order, and where all of this is
 * equal by how closely its values are those asked for, and by title.
 */
export function ranked<Given extends Candidate>(
  finder: Finder,
  answers: Answers,
  candidates: readonly Given[],
): Given[] {
  const chosen = chosenAnswers(finder, answers).map(({ answer }) => answer);
  const first = finder.first ?? [];
  const scored = candidates
    .filter((candidate) =>
      chosen.every(({ ifKnown = {} }) =>
        valuesOf(ifKnown).every(([facet, wished]) => {
          const carried = candidate.values(facet);
          return carried.length === 0 || shareOf(carried, wished) > 0;
        }),
      ),
    )
    .map((candidate) => {
      const shares = reasonsMet(finder, answers, candidate).map(({ answer }) =>
        Math.min(...valuesOf(answer.sets).map(([facet, wished]) => shareOf(candidate.values(facet), wished))),
      );
      const preferred = chosen.flatMap(({ prefers = {} }) => valuesOf(prefers));
      const place = first.indexOf(candidate.id);
      return {
        candidate,
        scores: [
          shares.length,
          shares.filter((share) => share >= mainly).length,
          preferred.filter(([facet, wished]) => shareOf(candidate.values(facet), wished) > 0).length +
            Number(candidate.active),
          place < 0 ? 0 : first.length - place,
          shares.reduce((sum, share) => sum + share, 0),
        ],
      };
    });
  return scored
    .sort(
      (a, b) =>
        firstDifference(b.scores, a.scores) || a.candidate.title.localeCompare(b.candidate.title, 'ja'),
    )
    .map(({ candidate }) => candidate);
}

/** Share of a record's values from which on it is mainly for what they say. */
const mainly = 0.5;

function valuesOf(
  sets: Readonly<Record<string, readonly string[] | undefined>>,
): [string, readonly string[]][] {
  return Object.entries(sets).flatMap(([facet, values]) =>
    values ? [[facet, values] as [string, readonly string[]]] : [],
  );
}

/** How much of what a record carries is wished for, 0 to 1. */
function shareOf(carried: readonly string[], wished: readonly string[]): number {
  return carried.filter((value) => wished.includes(value)).length / (carried.length || 1);
}

function firstDifference(one: readonly number[], other: readonly number[]): number {
  for (const [index, score] of one.entries()) {
    const difference = score - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Number of questions on the longest remaining path, including those answered. */
export function longestWay(finder: Finder, answers: Answers): number {
  const next = askNext(finder, answers);
  if (!next) return chosenAnswers(finder, answers).length;
  return Math.max(...next.answers.map(({ id }) => longestWay(finder, { ...answers, [next.id]: id })));
}

function isAsked(question: FinderQuestion, answers: Answers): boolean {
  return Object.entries(question.when ?? {}).every(([id, allowed]) => allowed.includes(answers[id] ?? ''));
}
