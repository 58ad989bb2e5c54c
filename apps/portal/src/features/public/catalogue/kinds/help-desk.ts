import { z } from 'zod';
import { contactFields } from '../../../../platform/contact/contact.ts';
import { localisedEasy } from '../../../../platform/i18n/localised.ts';
import { field } from '../../../../platform/publishing/field.ts';
import { type DataOf, defineKind } from '../../../../platform/publishing/kind.ts';

const identifier = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9-]*$/);

/** Words that people type who look for it. */
const asked = () =>
  field(z.array(z.string().trim().min(1).max(60)).max(60).optional(), {
    label: { ja: '探す人のことば', en: 'Words that people type' },
    help: {
      ja: '1行に1つ。困っている人が検索の欄に入れそうなことば。ページには出ません。',
      en: 'One a line: what somebody in trouble would type. Not shown on the page.',
    },
  });

/** What a sentence of somebody in trouble may tell, by the names of words told. */
const signs = () =>
  field(z.array(z.string().trim().min(1).max(120)).max(40).optional(), {
    label: { ja: '何が起きたかの組み合わせ', en: 'What happened, in words told' },
    help: {
      ja: '1行に1つ。「起きたことのことば」の名前を空白で区切ります。すべてを言う文が、このページを見つけます。',
      en: 'One a line: names of words told, separated by blanks. A sentence that tells all of them finds this page.',
    },
  });

const number = z.strictObject({
  id: z.string().max(60),
  label: field(localisedEasy('name'), { label: { ja: '名前', en: 'Name' } }),
  when: field(localisedEasy('sentence'), { label: { ja: 'どんなとき', en: 'For which matters' } }),
  asked: asked(),
  local: field(z.boolean().optional(), {
    label: { ja: 'かけた所の窓口につながる', en: 'Reaches the desk nearest to the caller' },
  }),
  ...contactFields,
});

const sentences = (maxItems: number) => z.array(localisedEasy('sentence')).max(maxItems);

/** Most steps; a frightened reader cannot remember more. */
const maxSteps = 5;

const situation = z.strictObject({
  id: identifier,
  title: field(localisedEasy('name'), { label: { ja: '題', en: 'Title' } }),
  asked: asked(),
  signs: signs(),
  /** Id of the group under which it stands. */
  group: field(z.string().max(60).optional(), {
    label: { ja: '分類', en: 'Group' },
    help: { ja: '下の「分類」のID。', en: 'Id of one of the groups below.' },
  }),
  lead: field(localisedEasy('sentence').optional(), {
    label: { ja: 'はじめの二文', en: 'The first two sentences' },
    help: {
      ja: '慌てている人が最初に読む二文。何が起きていて、まず何をするか。',
      en: 'What somebody frightened reads first: what this is, and the first thing to do.',
    },
  }),
  first: field(sentences(maxSteps).min(1), { label: { ja: 'まずすること', en: 'What to do first' } }),
  never: field(sentences(maxSteps).optional(), { label: { ja: 'しないこと', en: 'What not to do' } }),
  keep: field(sentences(maxSteps).optional(), { label: { ja: '残しておくもの', en: 'What to keep' } }),
  next: field(sentences(maxSteps).optional(), { label: { ja: 'このあと', en: 'What comes next' } }),
  /** Ids of initiatives that help. */
  desks: field(z.array(z.string().max(100)).max(60), {
    label: { ja: '相談先', en: 'Who helps' },
    records: true,
  }),
  /** Ids of telephone numbers, the one to call first before the others. */
  numbers: field(z.array(z.string().max(60)).max(30), {
    label: { ja: '電話番号', en: 'Telephone numbers' },
    help: {
      ja: '連絡先のIDを1行に1つ。最初にかけるものから。',
      en: 'Ids of contacts, one a line, the one to call first at the top.',
    },
  }),
  note: field(localisedEasy('paragraph').optional(), { label: { ja: '注意', en: 'Note' } }),
});

/** Words and stems that tell the same in a sentence: 来た, きちゃった, 届いた. */
const toldWords = z.strictObject({
  name: field(identifier, { label: { ja: '名前', en: 'Name' } }),
  words: field(z.array(z.string().trim().min(1).max(60)).min(1).max(80), {
    label: { ja: 'ことば', en: 'Words' },
    help: {
      ja: '1行に1つ。活用する語は、変わらない部分だけを書きます（届い、届か）。',
      en: 'One a line, words that inflect by the part that stays.',
    },
  }),
});

const group = z.strictObject({
  id: identifier,
  title: field(localisedEasy('name'), { label: { ja: '題', en: 'Title' } }),
});

/** 被害に遭ったら: what to do first in each situation, and who helps. One record holds all. */
export const helpDeskKind = defineKind({
  name: 'desk',
  label: { ja: '被害に遭ったら', en: 'If something has happened' },
  listed: false,
  schema: z.strictObject({
    title: field(localisedEasy('name'), { label: { ja: '題', en: 'Title' } }),
    lead: field(localisedEasy('paragraph'), { label: { ja: 'リード', en: 'Lead' } }),
    note: field(localisedEasy('paragraph').optional(), { label: { ja: '注意', en: 'Note' } }),
    emergency: field(localisedEasy('paragraph'), { label: { ja: '緊急のとき', en: 'In an emergency' } }),
    numbers: field(z.array(number).max(60), { label: { ja: '連絡先', en: 'Contacts' } }),
    groups: field(z.array(group).max(20).optional(), {
      label: { ja: '分類', en: 'Groups' },
      help: {
        ja: '状況の一覧の見出し。見てすぐ自分のことだと分かるものから。',
        en: 'Headings of the list of situations, those recognised at first sight first.',
      },
    }),
    told: field(z.array(toldWords).max(100).optional(), {
      label: { ja: '起きたことのことば', en: 'Words told' },
      help: {
        ja: '困っている人の文から、何が起きたかを読み取ることば。ページには出ません。',
        en: 'By these a sentence of somebody in trouble is understood. Not shown on the page.',
      },
    }),
    situations: field(z.array(situation).min(1).max(60), { label: { ja: '状況', en: 'Situations' } }),
  }),
});

/** Id of the emergency number, shown apart from all others. */
export const emergencyNumber = 'police-emergency';

export type HelpDesk = DataOf<typeof helpDeskKind>;
