import { z } from 'zod';
import { openDataColumns } from './open-data-columns.ts';
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

/** A field of an entry means what the column of the same name means in the open data. */
function said<Schema extends z.ZodType>(name: string, schema: Schema): Schema {
  const column = openDataColumns.find((each) => each.name === name);
  if (!column) throw new Error(`the open data have no column ${name}`);
  return schema.describe(`${column.meaning.en} / ${column.meaning.ja}`);
}

/** A record as the API and the open data give it out. */
export const entrySchema = z
  .object({
    id: said('id', z.string()),
    kind: said('kind', z.string()),
    title: said('title', z.string()),
    summary: said('summary', z.string()),
    description: said('description', z.string().nullable()),
    operator: said('operator', z.string().nullable()),
    url: said('url', z.string()),
    page: said('page', z.string()),
    lang: said('lang', z.enum(['ja', 'en'])),
    purposes: said('purposes', values),
    ages: said('ages', values),
    affiliations: said('affiliations', values),
    category: said('category', z.string().nullable()),
    regions: said('regions', values),
    cost: said('cost', z.string().nullable()),
    formats: said('formats', values),
    status: said('status', z.string().nullable()),
    addressSeen: said('addressSeen', z.string().nullable()),
    enteredOn: said('enteredOn', z.iso.date()),
    confirmedOn: said('confirmedOn', z.iso.date().nullable()),
    updatedOn: said('updatedOn', z.iso.date()),
    sample: said('sample', z.boolean()),
  })
  .meta({ id: 'Entry' });

export type Entry = z.output<typeof entrySchema>;

export const entriesSchema = z
  .object({
    total: z.int().describe('How many entries match / 合うものの件数'),
    items: z.array(entrySchema).describe('Those of this answer / この答えに含まれるもの'),
    facets: z
      .record(z.string(), z.array(count))
      .describe(
        'For each facet, its values and how many entries carry each / しぼりこみごとの、値とその件数',
      ),
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
    type: z.string().describe('What sort of problem, as an address / 問題の種類を表すアドレス'),
    title: z.string().describe('The problem in a few words / 問題の見出し'),
    status: z.int().describe('The HTTP status / HTTPの状態コード'),
    detail: z.string().describe('What is wrong with this call / この呼び出しの何がいけないか'),
    instance: z.string().describe('The path that was called / 呼び出したパス'),
    requestId: z.string().describe('Names this call in the log / 記録の中でこの呼び出しを指すID'),
    problems: z
      .array(
        z.object({
          code: z.string(),
          parameter: z.string().optional(),
          message: z.object({ ja: z.string(), en: z.string() }),
        }),
      )
      .describe('Each parameter or value at fault / いけなかったパラメーターや値ごとの説明'),
  })
  .meta({ id: 'Problem' });
