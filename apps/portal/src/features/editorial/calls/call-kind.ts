import { z } from 'zod';
import { field } from '../../../platform/publishing/field.ts';
import { type DataOf, defineKind } from '../../../platform/publishing/kind.ts';
import { callPaths } from './paths.ts';

const most = { title: 120, guidance: 5_000, criteria: 20, criterion: 300, questions: 20, question: 300 };
const mostOptions = 30;

/** The body's own announcement: always in both languages. */
const both = (longest: number) =>
  z.strictObject({
    ja: z.string().trim().min(1).max(longest),
    en: z.string().trim().min(1).max(longest),
  });
const id = z
  .string()
  .max(40)
  .regex(/^[a-z0-9-]{1,40}$/);
const moment = z.iso.datetime({ offset: true }).max(40);

/** How a question is answered: a line, some lines, one of several answers, any number of them. */
export const questionSorts = ['short', 'long', 'one', 'several'] as const;

const question = z
  .strictObject({
    id,
    sort: z.enum(questionSorts),
    label: both(most.question),
    required: z.boolean(),
    /** To choose from; empty where the answer is written. */
    options: z.array(both(most.question)).max(mostOptions),
  })
  .refine(({ sort, options }) => (sort === 'one' || sort === 'several' ? options.length > 1 : true), {
    path: ['options'],
  });

/** A call for entries (募集): who may enter what until when, and by what it is judged. */
export const callKind = defineKind({
  name: 'call',
  label: { ja: '募集', en: 'Call for entries' },
  listed: false,
  pagePath: callPaths.publicCall,
  schema: z
    .strictObject({
      title: field(both(most.title), { label: { ja: '題', en: 'Title' } }),
      body: field(both(most.guidance), { label: { ja: '案内', en: 'Guidance' }, markdown: true }),
      kinds: field(z.array(z.string().max(50)).min(1).max(20), {
        label: { ja: '募集するもの', en: 'What may be entered' },
      }),
      opensAt: field(moment, { label: { ja: '受付の始まり', en: 'Opens' } }),
      closesAt: field(moment, { label: { ja: '受付の終わり', en: 'Closes' } }),
      reviewBy: field(z.iso.date().optional(), { label: { ja: '審査を終える日', en: 'Reviewed by' } }),
      criteria: field(
        z
          .array(z.strictObject({ id, label: both(most.criterion) }))
          .min(1)
          .max(most.criteria),
        {
          label: { ja: '採択の基準', en: 'Acceptance criteria' },
        },
      ),
      questions: field(z.array(question).max(most.questions), {
        label: { ja: '質問', en: 'Questions' },
      }),
    })
    .refine(({ opensAt, closesAt }) => Date.parse(closesAt) > Date.parse(opensAt), { path: ['closesAt'] }),
});

export type Call = DataOf<typeof callKind>;
export type Question = Call['questions'][number];
