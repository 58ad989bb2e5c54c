import {
  csvLine,
  type WrittenCell,
  type WrittenColumn,
  type WrittenSheet,
  writeXlsx,
} from '@kakehashi/spreadsheets';
import { type EntryForm, longestOfInput } from '../../../platform/editing/form/entry-form.ts';
import type { Language } from '../../../platform/i18n/language.ts';
import type { Label } from '../../../platform/i18n/localised.ts';
import type { Vocabulary } from '../../../platform/vocabulary/vocabulary.ts';
import { offered } from '../../../ui/editing/offered-field.ts';
import { type ImportColumn, importColumns } from './columns.ts';

/**
 * Excel template of a kind: rows to fill in, column descriptions and choice lists.
 * @param filled  rows below the example, by column name
 */
export async function excelTemplate(
  form: EntryForm,
  vocabulary: Vocabulary,
  language: Language,
  filled: readonly Readonly<Record<string, string>>[] = [],
): Promise<Buffer> {
  const columns = importColumns(form).map((column) => ({
    column,
    words: wordsFor(column, vocabulary, language),
  }));
  const lists = choiceLists(importColumns(form), vocabulary, language);
  const entry: WrittenSheet = {
    name: sheetNames.entries[language],
    columns: columns.map(({ column }): WrittenColumn => {
      const width = column.field?.node.type === 'text' ? 32 : 18;
      const choices = lists.choicesOf(column.name);
      return { width, ...(choices && { choices }) };
    }),
    frozenRows: 1,
    rows: [
      columns.map(
        ({ column }): WrittenCell => ({
          text: headingOf(column, language),
          style: column.required ? 'required' : 'heading',
        }),
      ),
      columns.map(
        ({ column, words }): WrittenCell => ({ text: exampleOf(column, words, language), style: 'example' }),
      ),
      ...filled.map((row) => columns.map(({ column }): WrittenCell => ({ text: row[column.name] ?? '' }))),
    ],
  };
  const notes: WrittenSheet = {
    name: sheetNames.notes[language],
    columns: [{ width: 30 }, { width: 22 }, { width: 12 }, { width: 80 }],
    frozenRows: 1,
    rows: [
      noteHeadings[language].map((text): WrittenCell => ({ text, style: 'heading' })),
      ...columns.map(({ column, words }): WrittenCell[] =>
        [
          headingOf(column, language),
          column.name,
          column.required ? wording.required[language] : '',
          explanationOf(column, words, language),
        ].map((text) => ({ text })),
      ),
    ],
  };
  return writeXlsx([entry, notes, lists.sheet]);
}

/** Choices of columns: one sheet of all, and a range per column. */
export interface ChoiceLists {
  sheet: WrittenSheet;
  /** Choices of a column, by the name of its input; undefined if it has none. */
  choicesOf(name: string): WrittenColumn['choices'] | undefined;
}

export function choiceLists(
  columns: readonly ImportColumn[],
  vocabulary: Vocabulary,
  language: Language,
): ChoiceLists {
  const lists = columns
    .map((column) => ({ column, words: wordsFor(column, vocabulary, language) }))
    .filter(({ words }) => words.length > 0);
  const sheet = sheetNames.lists[language];
  return {
    sheet: {
      name: sheet,
      columns: lists.map(() => ({ width: 24 })),
      frozenRows: 1,
      rows: rowsOf(lists.map(({ column, words }) => [column.heading[language], ...words])),
    },
    choicesOf(name) {
      const at = lists.findIndex(({ column }) => column.name === name);
      const list = lists[at];
      return list && { sheet, column: at, count: list.words.length, only: !takesSeveral(list.column) };
    },
  };
}

/** The same columns and example as CSV in UTF-8 with byte order mark. */
export function csvTemplate(form: EntryForm, vocabulary: Vocabulary, language: Language): string {
  const columns = importColumns(form);
  const example = columns.map((column) =>
    exampleOf(column, wordsFor(column, vocabulary, language), language),
  );
  return `\ufeff${csvLine(columns.map((column) => headingOf(column, language)))}${csvLine(example)}`;
}

function headingOf({ heading, required }: ImportColumn, language: Language): string {
  return heading[language] + (required ? ' *' : '');
}

function wordsFor({ field }: ImportColumn, vocabulary: Vocabulary, language: Language): string[] {
  if (!field) return [];
  const reading = { language, easy: false, furigana: false };
  return offered(field, vocabulary, reading).options.map(({ label }) => label);
}

function takesSeveral({ field }: ImportColumn): boolean {
  return field?.node.type === 'choice' && field.node.many;
}

function exampleOf(column: ImportColumn, words: readonly string[], language: Language): string {
  const { field, name } = column;
  if (!field) return wording.example[language];
  const { type } = field.node;
  if (type === 'choice')
    return words.slice(0, takesSeveral(column) ? 2 : 1).join(language === 'ja' ? '、' : ', ');
  if (type === 'address') return 'https://example.jp/';
  // No example for optional days: they end an entry, and an example day would be in the past eventually.
  if (type === 'day' || type === 'days') return column.required ? '2026-04-01' : '';
  if (type === 'number') return '1000';
  if (type === 'flag') return words[0] ?? '';
  return column.required || name.endsWith('.ja') ? wording.text[language] : '';
}

function explanationOf(column: ImportColumn, words: readonly string[], language: Language): string {
  const { field } = column;
  const asked: Label[] = [];
  if (!field) asked.push(wording.number);
  if (field?.help) asked.push(field.help);
  const longest = field && longestOfInput(field, column.name);
  if (longest !== undefined) asked.push(lengthOf(longest));
  if (takesSeveral(column)) asked.push(wording.several);
  if (field?.node.type === 'records') asked.push(wording.records);
  if (field?.node.type === 'lines') asked.push(wording.lines);
  if (field?.node.type === 'day') asked.push(wording.day);
  if (field?.node.type === 'days') asked.push(wording.day, wording.several);
  if (field?.node.type === 'number') asked.push(wording.digits);
  const instructions = asked.map((label) => label[language]).join(' ');
  return words.length > 0
    ? `${instructions}${instructions && ' '}${wording.list[language]}${words.join('、')}`
    : instructions;
}

/** Columns of different length as rows. */
function rowsOf(columns: readonly (readonly string[])[]): WrittenCell[][] {
  const length = Math.max(0, ...columns.map((column) => column.length));
  return Array.from({ length }, (_, row) =>
    columns.map(
      (column): WrittenCell => ({ text: column[row] ?? '', ...(row === 0 && { style: 'heading' }) }),
    ),
  );
}

export const sheetNames: Record<'entries' | 'notes' | 'lists', Label> = {
  entries: { ja: '入力', en: 'Entries' },
  notes: { ja: '説明', en: 'Notes' },
  lists: { ja: '一覧', en: 'Lists' },
};
const noteHeadings: Record<Language, string[]> = {
  ja: ['列', '項目の名前', '必須', '書き方'],
  en: ['Column', 'Field', 'Required', 'How to fill it in'],
};
const lengthOf = (longest: number): Label => ({
  ja: `${longest}字までです。`,
  en: `Up to ${longest} characters.`,
});
const wording = {
  required: { ja: '必須', en: 'required' },
  example: { ja: '例', en: 'example' },
  text: {
    ja: '（ここに書きます。この例の行は取り込まれません）',
    en: '(written here; this example row is not taken)',
  },
  number: {
    ja: '皆さんの側の番号です（なくてもかまいません）。同じ番号の行を送り直すと、その登録が更新されます。登録のIDも使えます。例の行は「例」としてください。',
    en: 'A number of your own, if you like: a row with the same number updates that entry. The id of an entry works too. “example” marks a row that is not taken.',
  },
  several: { ja: 'いくつもある場合は「、」で区切ります。', en: 'Several are separated by commas.' },
  lines: {
    ja: 'いくつもある場合は「、」か改行で区切ります。',
    en: 'Several are separated by semicolons or line breaks.',
  },
  records: {
    ja: '取組のページのアドレスの最後の部分（cyder など）です。いくつもある場合は「、」で区切ります。',
    en: 'The last part of the address of an initiative’s page, such as cyder. Several are separated by semicolons.',
  },
  day: { ja: '「2026-04-01」「令和8年4月1日」のどちらでも書けます。', en: 'As in 2026-04-01.' },
  digits: { ja: '数字だけを書きます。', en: 'Digits alone.' },
  list: { ja: '一覧: ', en: 'List: ' },
} satisfies Record<string, Label>;
