import { z } from 'zod';
import { kindForm } from '../../../platform/editing/form/form.ts';
import { dayInTokyo } from '../../../platform/i18n/dates.ts';
import { localised } from '../../../platform/i18n/localised.ts';
import { field } from '../../../platform/publishing/field.ts';
import { type DataOf, defineKind } from '../../../platform/publishing/kind.ts';
import { localisedMarkdown } from '../../../platform/typesetting/markdown-text.ts';
import { callPaths } from './paths.ts';

const id = z
  .string()
  .max(40)
  .regex(/^[a-z0-9-]{1,40}$/);
const moment = z.iso.datetime({ offset: true }).max(40);

/** Answer types: single line, several lines, single choice, multiple choice. */
const questionSorts = ['short', 'long', 'one', 'several'] as const;

const criterion = z.strictObject({
  id,
  label: field(localised('sentence'), { label: { ja: '基準', en: 'Criterion' } }),
});

const question = z
  .strictObject({
    id,
    label: field(localised('sentence'), { label: { ja: '質問', en: 'Question' } }),
    sort: field(z.enum(questionSorts), { label: { ja: '答え方', en: 'How it is answered' } }),
    required: field(z.boolean().optional(), {
      label: { ja: '答えないと送れない', en: 'Must be answered before sending' },
    }),
    /** Options of a choice; empty for text answers. */
    options: field(z.array(localised('sentence')).max(30), {
      label: { ja: '選択肢', en: 'Options' },
      help: {
        ja: '「1つ選ぶ」か「いくつでも選ぶ」のとき、2つ以上加えます。',
        en: 'Two or more, where one or several are chosen.',
      },
    }),
  })
  .refine(({ sort, options }) => sort === 'short' || sort === 'long' || options.length > 1, {
    path: ['options'],
    params: { ja: '選択肢を2つ以上加えてください。', en: 'Add at least two options.' },
  });

/** A call for entries (募集): who may enter what until when, and its criteria. */
export const callKind = defineKind({
  name: 'call',
  label: { ja: '募集', en: 'Call for entries' },
  listed: false,
  pagePath: callPaths.publicCall,
  schema: z
    .strictObject({
      title: field(localised('name'), { label: { ja: '題', en: 'Title' } }),
      body: field(localisedMarkdown(), { label: { ja: '案内', en: 'Guidance' }, markdown: true }),
      kinds: field(z.array(z.string().max(50)).min(1).max(20), {
        label: { ja: '募集するもの', en: 'What may be entered' },
        offered: true,
      }),
      opensAt: field(moment, { label: { ja: '受付の始まり（日本時間）', en: 'Opens (time in Japan)' } }),
      closesAt: field(moment, { label: { ja: '受付の終わり（日本時間）', en: 'Closes (time in Japan)' } }),
      reviewBy: field(z.iso.date().optional(), {
        label: { ja: '審査を終える日', en: 'Reviewed by' },
        help: {
          ja: '審査の一覧に期限として出ます。決めないときは、送られた日から14日です。',
          en: 'The deadline shown in the review queue. If empty: 14 days after each entry was sent.',
        },
      }),
      criteria: field(z.array(criterion).min(1).max(20), {
        label: { ja: '採択の基準', en: 'Acceptance criteria' },
      }),
      questions: field(z.array(question).max(20), { label: { ja: '質問', en: 'Questions' } }),
    })
    .refine(({ opensAt, closesAt }) => Date.parse(closesAt) > Date.parse(opensAt), {
      path: ['closesAt'],
      params: {
        ja: '受付の終わりは、始まりより後にしてください。',
        en: 'A call closes after it opens.',
      },
    })
    .refine(
      ({ closesAt, reviewBy }) => reviewBy === undefined || reviewBy >= dayInTokyo(new Date(closesAt)),
      {
        path: ['reviewBy'],
        params: {
          ja: '審査を終える日は、受付が終わる日か、それより後にしてください。',
          en: 'The day by which entries are reviewed cannot be before the call closes.',
        },
      },
    ),
});

/** The form of a call. */
export const callForm = kindForm(callKind);

export type Call = DataOf<typeof callKind>;
export type Question = Call['questions'][number];
