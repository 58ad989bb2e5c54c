import { z } from 'zod';
import type { OpenCollection } from './collections.ts';
import { longestQuery } from './query.ts';

const maxPerCall = 100;
const defaultPerCall = 20;
const deepestOffset = 1_000_000;

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().int().min(min).max(max));

/** Parameters of every collection that stand once, beside `sort`. */
export const single = {
  q: z
    .string()
    .max(longestQuery)
    .default('')
    .describe(
      'Words to search for; “phrases”, 「語句」 and -exclusions are understood / 探すことば。「語句」と、除くことばの前の - も使えます',
    ),
  lang: z.enum(['ja', 'en']).default('ja').describe('Language of the texts / 文章の言語'),
  limit: wholeNumber(0, maxPerCall)
    .default(defaultPerCall)
    .describe(`Entries per answer, 0 to ${maxPerCall} / 1回の答えの件数。0から${maxPerCall}まで`),
  offset: wholeNumber(0, deepestOffset).default(0).describe('Entries to pass over / 読み飛ばす件数'),
  exact: z
    .enum(['0', '1'])
    .default('0')
    .describe(
      '1: the words as typed only, without equal words / 1：入力した語だけで探し、同じ意味の語を加えません',
    ),
};

const longestPrefix = 100;

/** Parameters of the suggestions. What somebody types is never refused: of a longer text the beginning counts. */
export const suggestParameters = {
  q: z
    .string()
    .overwrite((typed) => typed.slice(0, longestPrefix))
    .default('')
    .describe(
      `What was typed so far; of more than ${longestPrefix} characters the first ${longestPrefix} count / 入力の途中のことば。${longestPrefix}字を超えたところは見ません`,
    ),
  lang: z.enum(['ja', 'en']).default('ja').describe('Language of the pages / ページの言語'),
  format: z
    .enum(['json', 'opensearch'])
    .default('json')
    .describe('opensearch: as browsers want it / opensearch：ブラウザーの検索欄のための形'),
};

export const suggestionsSchema = z
  .object({
    suggestions: z.array(z.string()).describe('The most useful first / 役に立つ順'),
    pages: z
      .array(
        z.object({
          title: z.string().describe('Title of the page / ページの題'),
          url: z.string().describe('Address of the page / ページのアドレス'),
        }),
      )
      .describe('Pages that are no entries, such as help / 取組ではないページ（被害に遭ったら など）'),
  })
  .meta({ id: 'Suggestions', description: 'Words that go on from what was typed / 入力に続くことば' });

/** The ways in which a collection can be sorted. */
export function sortSchema({ declaration }: OpenCollection) {
  return z
    .enum(declaration.sorts.map(({ name }) => name))
    .default('relevance')
    .describe('Order / 並び順');
}

const count = z.object({
  value: z.string().describe('The value, as a parameter takes it / パラメーターに渡す値'),
  count: z.int().describe('How many entries carry it / その値の件数'),
});

/** An entry of a collection, a list of them, and the names of both in the OpenAPI document. */
export function answerSchemas({ declaration, columns }: OpenCollection) {
  const names = { one: schemaName(declaration.label.one), list: schemaName(declaration.name) };
  const one = z
    .object(
      Object.fromEntries(
        columns.map(({ name, schema, meaning }) => [name, schema.describe(`${meaning.en} / ${meaning.ja}`)]),
      ),
    )
    .meta({ id: names.one, description: `One ${declaration.label.one} / ${declaration.label.ja}ひとつ` });
  const list = z
    .object({
      total: z.int().describe('How many entries match / 合うものの件数'),
      items: z.array(one).describe('Those of this answer / この答えに含まれるもの'),
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
    .meta({
      id: names.list,
      description: `A part of the ${declaration.label.en} that match / 合う${declaration.label.ja}の一部`,
    });
  return { names, one, list };
}

/** `training-course` as `TrainingCourse`. */
export function schemaName(words: string): string {
  return words.replace(/(^|[- ]+)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
}

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
          code: z.string().describe('Names the fault for programs / プログラムのための名前'),
          parameter: z.string().optional().describe('Name of the parameter / パラメーターの名前'),
          message: z
            .object({
              ja: z.string().describe('In Japanese / 日本語'),
              en: z.string().describe('In English / 英語'),
            })
            .describe('What is wrong / 何がいけないか'),
        }),
      )
      .describe('Each parameter or value at fault / いけなかったパラメーターや値ごとの説明'),
  })
  .meta({ id: 'Problem', description: 'Problem details, RFC 9457 / 問題の詳細（RFC 9457）' });
