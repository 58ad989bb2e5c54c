import type { Problem } from '../../../platform/outcome/outcome.ts';
import type { Call, Question } from './call-kind.ts';

/** State of a call by the current time. */
export type CallState = 'planned' | 'open' | 'closed';

/** Open from `opensAt` (inclusive) to `closesAt` (exclusive). */
export function callStateAt({ opensAt, closesAt }: Pick<Call, 'opensAt' | 'closesAt'>, now: Date): CallState {
  const time = now.getTime();
  if (time < Date.parse(opensAt)) return 'planned';
  return time < Date.parse(closesAt) ? 'open' : 'closed';
}

const day = 86_400_000;
const reminderBefore = 7 * day;

/** Time of the reminder: a week before closing, or half way through a shorter call. */
export function reminderAt({ opensAt, closesAt }: Pick<Call, 'opensAt' | 'closesAt'>): Date {
  const closes = Date.parse(closesAt);
  return new Date(closes - Math.min(reminderBefore, (closes - Date.parse(opensAt)) / 2));
}

/** Answers by input name; a choice is stored as the Japanese text of the option. */
export type Answers = Readonly<Record<string, readonly string[]>>;

/** Outcome of an entry in a call. */
export type SettledOutcome = 'accepted' | 'declined' | 'withdrawn';

export const longestAnswer = { short: 300, long: 4_000 } as const;

/** Name of a question's input. */
export function answerInput({ id }: Pick<Question, 'id'>): string {
  return `answer.${id}`;
}

/** Problems of missing or invalid answers. */
export function answerProblems(questions: readonly Question[], answers: Answers): Problem[] {
  return questions.flatMap((question) => {
    const values = given(question, answers);
    const fault = faultOf(question, values);
    return fault
      ? [{ code: `answer-${fault}`, field: answerInput(question), message: wording(question)[fault] }]
      : [];
  });
}

/** Answer to a question, without empty values. */
export function given(question: Question, answers: Answers): string[] {
  return (answers[answerInput(question)] ?? []).map((value) => value.trim()).filter((value) => value !== '');
}

type Fault = 'missing' | 'too-long' | 'not-offered';

function faultOf({ sort, required, options }: Question, values: readonly string[]): Fault | undefined {
  if (values.length === 0) return required ? 'missing' : undefined;
  if (sort === 'short' || sort === 'long')
    return values.some((value) => value.length > longestAnswer[sort]) ? 'too-long' : undefined;
  const offered = values.every((value) => options.some(({ ja }) => ja === value));
  return offered && (sort === 'several' || values.length === 1) ? undefined : 'not-offered';
}

function wording({ label, sort }: Question): Record<Fault, Problem['message']> {
  const limit = longestAnswer[sort === 'long' ? 'long' : 'short'];
  return {
    missing: { ja: `「${label.ja}」に答えてください。`, en: `Answer “${label.en ?? label.ja}”.` },
    'too-long': {
      ja: `「${label.ja}」には${limit}文字までで答えてください。`,
      en: `Answer “${label.en ?? label.ja}” in at most ${limit} characters.`,
    },
    'not-offered': {
      ja: `「${label.ja}」の答えを、示されたものから選んでください。`,
      en: `Choose from the answers offered for “${label.en ?? label.ja}”.`,
    },
  };
}

/** Review time in days if the entry's call sets no deadline, or it is in no call. */
export const standingReviewDays = 14;
