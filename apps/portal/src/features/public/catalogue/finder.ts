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

/** Number of questions on the longest remaining path, including those answered. */
export function longestWay(finder: Finder, answers: Answers): number {
  const next = askNext(finder, answers);
  if (!next) return chosenAnswers(finder, answers).length;
  return Math.max(...next.answers.map(({ id }) => longestWay(finder, { ...answers, [next.id]: id })));
}

function isAsked(question: FinderQuestion, answers: Answers): boolean {
  return Object.entries(question.when ?? {}).every(([id, allowed]) => allowed.includes(answers[id] ?? ''));
}
