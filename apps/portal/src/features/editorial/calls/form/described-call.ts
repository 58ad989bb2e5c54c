import { momentInTokyo } from '../../../../platform/i18n/dates.ts';
import type { Label } from '../../../../platform/i18n/localised.ts';
import { done, type Outcome, type Problem, refused } from '../../../../platform/outcome/outcome.ts';
import { type Call, callKind } from '../call-kind.ts';
import { reviewedAfterClosing } from '../model.ts';
import type { TypedCall, TypedCriterion } from './typed-call.ts';

/** The call that a form describes. @param kinds  that may be entered at all */
export function describedCall(typed: TypedCall, kinds: readonly string[]): Outcome<Call> {
  const criteria = typed.criteria.filter(isFilled);
  const questions = typed.questions.filter(isFilled);
  const uneven = questions.find(
    ({ optionsJa, optionsEn }) => lines(optionsJa).length !== lines(optionsEn).length,
  );
  const parsed = callKind.schema.safeParse({
    title: { ja: typed.titleJa, en: typed.titleEn },
    body: { ja: typed.bodyJa, en: typed.bodyEn },
    kinds: typed.kinds.filter((kind) => kinds.includes(kind)),
    opensAt: momentInTokyo(typed.opensAt)?.toISOString() ?? '',
    closesAt: momentInTokyo(typed.closesAt)?.toISOString() ?? '',
    ...(typed.reviewBy && { reviewBy: typed.reviewBy }),
    criteria: criteria.map(({ id, ja, en }) => ({ id, label: { ja, en } })),
    questions: questions.map(({ id, ja, en, sort, required, optionsJa, optionsEn }) => {
      const english = lines(optionsEn);
      const options = lines(optionsJa).map((option, at) => ({ ja: option, en: english[at] ?? option }));
      return { id, label: { ja, en }, sort, required, options: isWritten(sort) ? [] : options };
    }),
  });
  const fields = new Set<string>();
  // A row's place in the form counts the empty rows before it too.
  const places = {
    criteria: criteria.map((row) => typed.criteria.indexOf(row)),
    questions: questions.map((row) => typed.questions.indexOf(row)),
  };
  if (!parsed.success) for (const { path } of parsed.error.issues) fields.add(inputAt(path, places));
  if (uneven) fields.add(`questions.${typed.questions.indexOf(uneven)}.optionsEn`);
  if (parsed.success && !reviewedAfterClosing(parsed.data)) fields.add('reviewBy');
  if (parsed.success && fields.size === 0) return done(parsed.data);
  return refused(...[...fields].map(problemAt));
}

const isWritten = (sort: string) => sort === 'short' || sort === 'long';
const isFilled = ({ ja, en }: TypedCriterion) => ja !== '' || en !== '';
const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function inputAt(path: readonly PropertyKey[], places: Record<'criteria' | 'questions', number[]>): string {
  const [name, second, third, fourth] = path.map(String);
  if (name === 'title' || name === 'body') return `${name}${second === 'en' ? 'En' : 'Ja'}`;
  if (name !== 'criteria' && name !== 'questions') return name ?? '';
  const place = second === undefined ? 0 : (places[name][Number(second)] ?? 0);
  if (third === 'options') return `${name}.${place}.optionsJa`;
  return `${name}.${place}.${third === 'label' && fourth === 'en' ? 'en' : third === 'sort' ? 'sort' : 'ja'}`;
}

const wordings: Record<string, Label> = {
  titleJa: {
    ja: '題（日本語）を120文字までで入れてください。',
    en: 'Enter the title in Japanese (at most 120 characters).',
  },
  titleEn: {
    ja: '題（英語）を120文字までで入れてください。',
    en: 'Enter the title in English (at most 120 characters).',
  },
  bodyJa: {
    ja: '案内（日本語）を5,000文字までで入れてください。',
    en: 'Enter the guidance in Japanese (at most 5,000 characters).',
  },
  bodyEn: {
    ja: '案内（英語）を5,000文字までで入れてください。',
    en: 'Enter the guidance in English (at most 5,000 characters).',
  },
  kinds: {
    ja: '募集するものを1つ以上選んでください。',
    en: 'Choose at least one thing that may be entered.',
  },
  opensAt: { ja: '受付の始まりの日時を入れてください。', en: 'Enter the date and time at which it opens.' },
  closesAt: {
    ja: '受付の終わりを、始まりより後の日時で入れてください。',
    en: 'Enter a closing date and time after the opening.',
  },
  reviewBy: {
    ja: '審査を終える日は、受付が終わる日か、それより後にしてください。',
    en: 'The day by which entries are reviewed cannot be before the call closes.',
  },
  ja: {
    ja: '日本語の文を300文字までで入れてください。',
    en: 'Enter the words in Japanese (at most 300 characters).',
  },
  en: {
    ja: '英語の文を300文字までで入れてください。',
    en: 'Enter the words in English (at most 300 characters).',
  },
  sort: { ja: '答え方を選んでください。', en: 'Choose how it is answered.' },
  optionsJa: {
    ja: '選択肢を2つ以上、1行に1つずつ入れてください。',
    en: 'Enter at least two options, one a line.',
  },
  optionsEn: {
    ja: '英語の選択肢を、日本語と同じ数、同じ順に入れてください。',
    en: 'Enter as many options in English as in Japanese, in the same order.',
  },
};
const notTaken: Label = { ja: 'この値は受け付けられません。', en: 'This value cannot be taken.' };

function problemAt(field: string): Problem {
  const message = wordings[field.split('.').at(-1) ?? ''] ?? notTaken;
  return { code: 'invalid-field', field, message };
}
