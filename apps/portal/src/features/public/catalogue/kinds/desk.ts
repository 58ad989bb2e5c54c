import { z } from 'zod';
import { localisedEasy } from '../../../../platform/i18n/localised.ts';
import { field } from '../../../../platform/publishing/field.ts';
import { type DataOf, defineKind } from '../../../../platform/publishing/kind.ts';

const telephone = z.strictObject({
  id: z.string().max(60),
  number: field(
    z
      .string()
      .max(40)
      .regex(/^[#0-9-]+$/),
    { label: { ja: '番号', en: 'Number' } },
  ),
  label: field(localisedEasy('name'), { label: { ja: '名前', en: 'Name' } }),
  when: field(localisedEasy('sentence'), { label: { ja: 'どんなとき', en: 'For which matters' } }),
});

const situation = z.strictObject({
  id: z
    .string()
    .max(60)
    .regex(/^[a-z][a-z0-9-]*$/),
  title: field(localisedEasy('name'), { label: { ja: '題', en: 'Title' } }),
  first: field(z.array(localisedEasy('sentence')).min(1).max(20), {
    label: { ja: 'まずすること', en: 'What to do first' },
  }),
  /** Ids of initiatives that help. */
  desks: field(z.array(z.string().max(100)).max(60), {
    label: { ja: '相談先', en: 'Who helps' },
    records: true,
  }),
  /** Ids of telephone numbers. */
  numbers: field(z.array(z.string().max(60)).max(30), {
    label: { ja: '電話番号', en: 'Telephone numbers' },
    help: { ja: '電話番号のIDを1行に1つ。', en: 'Ids of telephone numbers, one a line.' },
  }),
  note: field(localisedEasy('paragraph').optional(), { label: { ja: '注意', en: 'Note' } }),
});

/** 被害に遭ったら: what to do first in each situation, and who helps. One record holds all. */
export const deskKind = defineKind({
  name: 'desk',
  label: { ja: '被害に遭ったら', en: 'If something has happened' },
  listed: false,
  schema: z.strictObject({
    title: field(localisedEasy('name'), { label: { ja: '題', en: 'Title' } }),
    lead: field(localisedEasy('paragraph'), { label: { ja: 'リード', en: 'Lead' } }),
    note: field(localisedEasy('paragraph').optional(), { label: { ja: '注意', en: 'Note' } }),
    emergency: field(localisedEasy('paragraph'), { label: { ja: '緊急のとき', en: 'In an emergency' } }),
    numbers: field(z.array(telephone).max(60), { label: { ja: '電話番号', en: 'Telephone numbers' } }),
    situations: field(z.array(situation).min(1).max(60), { label: { ja: '状況', en: 'Situations' } }),
  }),
});

export type Desk = DataOf<typeof deskKind>;
