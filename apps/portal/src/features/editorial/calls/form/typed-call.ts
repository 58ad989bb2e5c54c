import { randomBytes } from 'node:crypto';
import { writtenInTokyo } from '../../../../platform/i18n/dates.ts';
import { standingCriteria } from '../acceptance.ts';
import type { Call } from '../call-kind.ts';

/** A criterion or a question as it stands in the form; all empty: there is none. */
export interface TypedCriterion {
  id: string;
  ja: string;
  en: string;
}

export interface TypedQuestion extends TypedCriterion {
  sort: string;
  required: boolean;
  /** One option a line, in the same order in both languages. */
  optionsJa: string;
  optionsEn: string;
}

/** A call as it stands in its form. */
export interface TypedCall {
  titleJa: string;
  titleEn: string;
  bodyJa: string;
  bodyEn: string;
  kinds: readonly string[];
  /** Times in Japan, `YYYY-MM-DDTHH:MM`. */
  opensAt: string;
  closesAt: string;
  reviewBy: string;
  criteria: readonly TypedCriterion[];
  questions: readonly TypedQuestion[];
}

/** What the form asks for beside saving: more empty rows. */
export type Wish = 'save' | 'more-criteria' | 'more-questions';

const newId = () => randomBytes(4).toString('hex');
const emptyCriterion = (): TypedCriterion => ({ id: `c${newId()}`, ja: '', en: '' });
const emptyQuestion = (): TypedQuestion => ({
  id: `q${newId()}`,
  ja: '',
  en: '',
  sort: 'short',
  required: false,
  optionsJa: '',
  optionsEn: '',
});

/** Id for a call that is about to be prepared. */
export function newCallId(): string {
  return `call-${newId()}`;
}

/** The form of a new call: the standing criteria, and no question yet. */
export function emptyCall(kinds: readonly string[]): TypedCall {
  const texts = { titleJa: '', titleEn: '', bodyJa: '', bodyEn: '', opensAt: '', closesAt: '', reviewBy: '' };
  const criteria = standingCriteria.map(({ id, label }) => ({ id, ...label }));
  return { ...texts, kinds, criteria, questions: [emptyQuestion()] };
}

/** A call as its form shows it, with room for one more question. */
export function typedCall(call: Call): TypedCall {
  return {
    titleJa: call.title.ja,
    titleEn: call.title.en,
    bodyJa: call.body.ja,
    bodyEn: call.body.en,
    kinds: call.kinds,
    opensAt: writtenInTokyo(new Date(call.opensAt)),
    closesAt: writtenInTokyo(new Date(call.closesAt)),
    reviewBy: call.reviewBy ?? '',
    criteria: call.criteria.map(({ id, label }) => ({ id, ...label })),
    questions: [
      ...call.questions.map(({ id, label, sort, required, options }) => ({
        id,
        ...label,
        sort,
        required,
        optionsJa: options.map(({ ja }) => ja).join('\n'),
        optionsEn: options.map(({ en }) => en).join('\n'),
      })),
      emptyQuestion(),
    ],
  };
}

/** Rows of each list that the form holds at most. */
export const mostRows = 20;

/** The form with more empty rows, as a button of it asks. */
export function withMoreRows(typed: TypedCall, wish: Wish): TypedCall {
  if (wish === 'more-criteria') return { ...typed, criteria: extended(typed.criteria, emptyCriterion) };
  if (wish === 'more-questions') return { ...typed, questions: extended(typed.questions, emptyQuestion) };
  return typed;
}

function extended<Row>(rows: readonly Row[], empty: () => Row): Row[] {
  return [...rows, empty(), empty()].slice(0, Math.max(rows.length, mostRows));
}
