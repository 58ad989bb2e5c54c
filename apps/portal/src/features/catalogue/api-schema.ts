import { z } from 'zod';
import { facetNames, longestQuery, sortNames } from './query.ts';

const mostPerCall = 100;
const defaultPerCall = 20;
const deepestOffset = 1_000_000;

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().int().min(least).max(most));

const facetMeaning: Record<(typeof facetNames)[number], string> = {
  purpose: 'Purpose / 目的',
  age: 'Age group / 年齢層',
  affiliation: 'Affiliation / 所属',
  category:
    'What sort of initiative, by its word (教材) or its code (material) / 種類。ことば（教材）でもコード（material）でも',
  region:
    'nationwide, or a prefecture code of JIS X 0401 (13) / 地域。nationwideか、JIS X 0401の都道府県コード（13）',
  cost: 'Cost / 費用',
  format: 'Format / 形式',
};

/** Parameters that may be repeated; the values given are alternatives. */
export const repeatable = ['kind', ...facetNames] as const;
/** Parameters that stand once. */
export const single = {
  q: z
    .string()
    .max(longestQuery)
    .default('')
    .describe(
      'Words to search for; “phrases”, 「語句」 and -exclusions are understood / 探すことば。「語句」と、除くことばの前の - も使えます',
    ),
  lang: z.enum(['ja', 'en']).default('ja').describe('Language of the texts / 文章の言語'),
  sort: z.enum(sortNames).default('relevance').describe('Order / 並び順'),
  limit: wholeNumber(0, mostPerCall)
    .default(defaultPerCall)
    .describe(`Entries per answer, 0 to ${mostPerCall} / 1回の答えの件数。0から${mostPerCall}まで`),
  offset: wholeNumber(0, deepestOffset).default(0).describe('Entries to pass over / 読み飛ばす件数'),
  exact: z
    .enum(['0', '1'])
    .default('0')
    .describe(
      '1: the words as typed only, without equal words / 1：入力した語だけで探し、同じ意味の語を加えません',
    ),
};

export const parameterMeaning: Record<string, string> = {
  kind: 'Publication kind, such as initiative or feature / 種別。initiativeやfeature',
  ...facetMeaning,
};

const values = z.array(z.string());
const count = z.object({ value: z.string(), count: z.int() });

/** A record as the API and the open data give it out. */
export const entrySchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    title: z.string(),
    summary: z.string(),
    description: z.string().nullable().describe('Markdown'),
    operator: z.string().nullable(),
    url: z
      .string()
      .describe(
        'Official page; where there is none, the page on this site / 公式ページ（なければこのサイトのページ）',
      ),
    page: z.string().describe('Page on this site / このサイトのページ'),
    lang: z.enum(['ja', 'en']).describe('Language the texts really are in / 文章の実際の言語'),
    purposes: values,
    ages: values,
    affiliations: values,
    category: z.string().nullable(),
    regions: values,
    cost: z.string().nullable(),
    formats: values,
    status: z.string().nullable(),
    addressSeen: z
      .string()
      .nullable()
      .describe('own, third or no / 公式ページのアドレスの確認。own、third、no'),
    enteredOn: z.iso.date(),
    confirmedOn: z.iso
      .date()
      .nullable()
      .describe('null: not yet confirmed by its operator / null：運営者による確認前'),
    updatedOn: z.iso.date(),
    sample: z.boolean(),
  })
  .meta({ id: 'Entry' });

export type Entry = z.output<typeof entrySchema>;

export const entriesSchema = z
  .object({
    total: z.int(),
    items: z.array(entrySchema),
    facets: z.record(z.string(), z.array(count)),
    relaxed: z
      .boolean()
      .describe(
        'No entry has all of the words; these have some / すべての語を含むものがなく、一部を含むものを返したとき',
      ),
    suggestions: z.array(z.string()).describe('Other spellings that find something / 見つかるほかの書き方'),
  })
  .meta({ id: 'Entries' });

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    requestId: z.string(),
    problems: z.array(
      z.object({
        code: z.string(),
        parameter: z.string().optional(),
        message: z.object({ ja: z.string(), en: z.string() }),
      }),
    ),
  })
  .meta({ id: 'Problem' });
