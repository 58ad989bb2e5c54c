import { z } from 'zod';
import { type Label, localisedEasy } from '../../../../platform/i18n/localised.ts';
import { field } from '../../../../platform/publishing/field.ts';
import { type DataOf, defineKind } from '../../../../platform/publishing/kind.ts';

const id = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9-]*$/);
const values = (facet: string, label: Label) =>
  field(z.array(z.string().max(60)).min(1).max(60).optional(), { label, vocabulary: facet });

const answer = z.strictObject({
  id,
  label: field(localisedEasy('name'), { label: { ja: '答え', en: 'Answer' } }),
  /** Facet values that the answer asks for; those of one facet are alternatives. */
  sets: field(
    z.strictObject({
      purpose: values('purpose', { ja: '目的', en: 'Purposes' }),
      age: values('age', { ja: '年齢層', en: 'Age groups' }),
      affiliation: values('affiliation', { ja: '所属', en: 'Affiliations' }),
      category: values('category', { ja: '種類', en: 'Types' }),
      format: values('format', { ja: '形式', en: 'Formats' }),
      cost: values('cost', { ja: '費用', en: 'Cost' }),
    }),
    { label: { ja: 'この答えで探すもの', en: 'What the answer asks for' } },
  ),
  /** Facet values that make a record fit the answer better; without them it fits too. */
  prefers: field(
    z
      .strictObject({
        category: values('category', { ja: '種類', en: 'Types' }),
        format: values('format', { ja: '形式', en: 'Formats' }),
        cost: values('cost', { ja: '費用', en: 'Cost' }),
      })
      .optional(),
    { label: { ja: 'あるとなおよいもの', en: 'What fits it better' } },
  ),
  /** Facet values of which a record must have one if it says anything of the facet. */
  ifKnown: field(
    z.strictObject({ grade: values('grade', { ja: '学校の段階', en: 'School grades' }) }).optional(),
    {
      label: { ja: '書いてあれば合うべきもの', en: 'What must fit where it is known' },
      help: {
        ja: '何も書いていない取組は、そのまま出します。',
        en: 'What says nothing of it is proposed all the same.',
      },
    },
  ),
  /** A page of the site that serves better than any record, such as `/help`. */
  leadsTo: field(
    z
      .string()
      .regex(/^\/[a-z][a-z0-9/-]*$/)
      .max(100)
      .optional(),
    {
      label: { ja: '行き先のページ', en: 'Page it leads to' },
      help: {
        ja: '取組を並べる代わりに、このサイトのページへ案内します。/help のように。',
        en: 'A page of this site shown in place of a list, such as /help.',
      },
    },
  ),
  /** Why a record that has these values is proposed; absent where the answer asks for nothing. */
  reason: field(localisedEasy('sentence').optional(), {
    label: { ja: 'すすめる理由', en: 'Why it is proposed' },
  }),
});

const question = z.strictObject({
  id,
  title: field(localisedEasy('name'), { label: { ja: '質問', en: 'Question' } }),
  note: field(localisedEasy('sentence').optional(), {
    label: { ja: '質問の補足', en: 'Note below the question' },
  }),
  /** Asked only after one of these answers to these questions; absent: always. */
  when: z.record(z.string().max(60), z.array(z.string().max(60)).min(1).max(60)).optional(),
  answers: field(z.array(answer).min(2).max(60), { label: { ja: '答え', en: 'Answers' } }),
});

/** あなたに合う取組を探す: a few questions that lead to a short list. One record holds all. */
export const finderKind = defineKind({
  name: 'finder',
  label: { ja: 'あなたに合う取組を探す', en: 'Find what fits you' },
  listed: false,
  schema: z.strictObject({
    title: field(localisedEasy('name'), { label: { ja: '題', en: 'Title' } }),
    lead: field(localisedEasy('paragraph'), { label: { ja: 'リード', en: 'Lead' } }),
    first: field(z.array(z.string().max(100)).max(60).optional(), {
      label: { ja: '先にすすめる取組', en: 'Proposed before others' },
      help: {
        ja: '答えに同じように合う取組が並ぶとき、先に出すもの。大切なものから。',
        en: 'Which come first among those that fit the answers equally well, the most important at the top.',
      },
      records: true,
    }),
    questions: field(z.array(question).min(1).max(30), { label: { ja: '質問', en: 'Questions' } }),
  }),
});

export type Finder = DataOf<typeof finderKind>;
export type FinderQuestion = Finder['questions'][number];
export type FinderAnswer = FinderQuestion['answers'][number];
