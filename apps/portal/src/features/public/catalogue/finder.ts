import type { CollectionQuery } from '../../../platform/collections/query.ts';
import { type FacetName, facetNames } from './collection.ts';
import type { Finder, FinderAnswer, FinderQuestion } from './kinds/finder.ts';

/** Answer by question, as the address carries them. */
export type Answers = Readonly<Record<string, string>>;

/** Reads the answers of an address; those of questions that would not be asked are passed over. */
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

/** The next question; undefined when all that apply are answered. */
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

/** What the answers ask for; a later answer replaces what an earlier one asked of the same facet. */
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

/** Questions on the longest way that these answers still leave open, those answered included. */
export function longestWay(finder: Finder, answers: Answers): number {
  const next = askNext(finder, answers);
  if (!next) return chosenAnswers(finder, answers).length;
  return Math.max(...next.answers.map(({ id }) => longestWay(finder, { ...answers, [next.id]: id })));
}

function isAsked(question: FinderQuestion, answers: Answers): boolean {
  return Object.entries(question.when ?? {}).every(([id, allowed]) => allowed.includes(answers[id] ?? ''));
}
