import { z } from 'zod';
import type { CollectionTable, TableColumn } from '../../../../platform/collections/collection-table.ts';
import { choose } from '../../../../platform/i18n/language.ts';
import { dataOf } from '../../../../platform/publishing/kind.ts';
import { programmeKind } from '../kinds/programme.ts';
import { withTax } from '../price.ts';
import { currentRuns } from './run-times.ts';

const text = z.string().max(200).nullable();

const columns: readonly TableColumn[] = [
  {
    name: 'title',
    label: { ja: '講座', en: 'Programme' },
    meaning: { ja: '講座の名前。', en: 'Name of the programme.' },
    example: '',
    schema: z.string().max(240),
    several: false,
  },
  {
    name: 'days',
    label: { ja: '開催日', en: 'Days' },
    meaning: { ja: '開かれる日のすべて。', en: 'Every day on which it is held.' },
    example: '2027-01-15;2027-01-22',
    schema: z.array(z.iso.date()),
    several: true,
  },
  {
    name: 'from',
    label: { ja: '開始時刻', en: 'From' },
    meaning: { ja: '日本時間。', en: 'Japan time.' },
    example: '09:30',
    schema: text,
    several: false,
  },
  {
    name: 'to',
    label: { ja: '終了時刻', en: 'To' },
    meaning: { ja: '日本時間。', en: 'Japan time.' },
    example: '17:00',
    schema: text,
    several: false,
  },
  {
    name: 'place',
    label: { ja: '場所', en: 'Place' },
    meaning: { ja: 'onsite、online、both のどれか。', en: 'onsite, online or both.' },
    example: 'onsite',
    schema: z.string().max(240),
    several: false,
  },
  {
    name: 'prefecture',
    label: { ja: '都道府県', en: 'Prefecture' },
    meaning: { ja: '会場の都道府県コード（JIS X 0401）。', en: 'Prefecture code of the venue (JIS X 0401).' },
    example: '13',
    schema: text,
    several: false,
  },
  {
    name: 'venue',
    label: { ja: '会場', en: 'Venue' },
    meaning: { ja: '会場の名前。', en: 'Name of the venue.' },
    example: '',
    schema: text,
    several: false,
  },
  {
    name: 'capacity',
    label: { ja: '定員', en: 'Places' },
    meaning: { ja: '定員。', en: 'Places in all.' },
    example: '24',
    schema: z.number().nullable(),
    several: false,
  },
  {
    name: 'applyBy',
    label: { ja: '申込締切', en: 'Apply by' },
    meaning: { ja: '申し込める最後の日。', en: 'The last day to apply.' },
    example: '2027-01-08',
    schema: z.iso.date().nullable(),
    several: false,
  },
  {
    name: 'price',
    label: { ja: '受講料', en: 'Price' },
    meaning: { ja: '円、税込み。', en: 'Yen, tax included.' },
    example: '33000',
    schema: z.number(),
    several: false,
  },
  {
    name: 'state',
    label: { ja: '空き', en: 'Places left' },
    meaning: { ja: 'open、few、full、cancelled のどれか。', en: 'open, few, full or cancelled.' },
    example: 'open',
    schema: z.string().max(240),
    several: false,
  },
];

/** The runs of programmes that are not over, as open data of their own. */
export const runsTable: CollectionTable = {
  name: 'runs',
  label: { ja: '講座の日程', en: 'Runs of programmes' },
  description: {
    ja: 'プラス・セキュリティの講座の、終わっていない日程。1行に1つ。',
    en: 'Runs of Plus-Security programmes that are not over, one a row.',
  },
  columns,
  rows(record, { language, at }) {
    const programme = dataOf(programmeKind, record);
    const title = choose(programme.title, { language, easy: false, furigana: false }).text;
    return currentRuns(programme.runs, at).map((run) => ({
      id: run.id,
      title,
      days: run.days,
      from: run.from ?? null,
      to: run.to ?? null,
      place: run.place,
      prefecture: run.prefecture ?? null,
      venue: run.venue ?? null,
      capacity: run.capacity ?? null,
      applyBy: run.applyBy ?? null,
      price: withTax(run.price ?? programme.priceFrom, programme.tax),
      state: run.state,
    }));
  },
};
