import { z } from 'zod';
import { localisedEasy } from '../../../platform/i18n/localised.ts';
import { field } from '../../../platform/publishing/field.ts';
import { type DataOf, defineKind } from '../../../platform/publishing/kind.ts';

const telephone = z.strictObject({
  id: z.string(),
  number: z.string().regex(/^[#0-9-]+$/),
  label: localisedEasy,
  when: localisedEasy,
});

const situation = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: localisedEasy,
  first: z.array(localisedEasy).min(1),
  /** Ids of initiatives that help. */
  desks: z.array(z.string()),
  /** Ids of telephone numbers. */
  numbers: z.array(z.string()),
  note: localisedEasy.optional(),
});

/** 被害に遭ったら: what to do first in each situation, and who helps. One record holds all. */
export const deskKind = defineKind({
  name: 'desk',
  label: { ja: '被害に遭ったら', en: 'If something has happened' },
  listed: false,
  schema: z.strictObject({
    title: field(localisedEasy, { label: { ja: '題', en: 'Title' } }),
    lead: field(localisedEasy, { label: { ja: 'リード', en: 'Lead' } }),
    note: field(localisedEasy.optional(), { label: { ja: '注意', en: 'Note' } }),
    emergency: field(localisedEasy, { label: { ja: '緊急のとき', en: 'In an emergency' } }),
    numbers: field(z.array(telephone), { label: { ja: '電話番号', en: 'Telephone numbers' } }),
    situations: field(z.array(situation).min(1), { label: { ja: '状況', en: 'Situations' } }),
  }),
});

export type Desk = DataOf<typeof deskKind>;
