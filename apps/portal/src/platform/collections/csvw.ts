import type { Language } from '../i18n/language.ts';
import { siteUrl } from '../i18n/site-url.ts';
import { openDataWords } from './collection.ts';
import { type CollectionTable, type TableColumn, tableColumns } from './collection-table.ts';
import type { Collections, OpenCollection } from './collections.ts';
import type { Column } from './columns.ts';
import { licence, openDataPath, valuesColumns } from './open-data.ts';

/** Path of the description of all CSV files, without language prefix. */
export const tableMetadataPath = '/open-data/csv-metadata.json';

/** The CSV files of one language as CSVW metadata: every column with its name, meaning and type. */
export function writeTableMetadata(collections: Collections, language: Language, baseUrl: string): string {
  return JSON.stringify({
    '@context': ['http://www.w3.org/ns/csvw', { '@language': language }],
    '@type': 'TableGroup',
    'dc:title': { ja: '架け橋のオープンデータ（CSV）', en: 'Open data of Kakehashi (CSV)' }[language],
    'dc:description': conventions[language],
    'dc:license': { '@id': licence.url },
    'dc:publisher': { '@id': siteUrl(baseUrl, '/about') },
    dialect: { encoding: 'utf-8', header: true, delimiter: ',', quoteChar: '"', doubleQuote: true },
    tables: collections
      .all()
      .flatMap((collection) => [
        entriesTable(collection, language, baseUrl),
        valuesTable(collection, language, baseUrl),
        ...(collection.declaration.tables ?? []).map((table) =>
          tableOf(table, collection, language, baseUrl),
        ),
      ]),
  });
}

const conventions: Record<Language, string> = {
  ja: '文字コードはUTF-8（BOM付き）、改行はCRLF。1行が1件で、セルの中に改行はありません。日付は YYYY-MM-DD、地域は JIS X 0401 の都道府県コード。複数の値がある列は半角の「;」で区切り、1行に1つの値がほしいときは values.csv を使えます。わからないものは空です。',
  en: 'UTF-8 with a byte order mark, lines end with CRLF. A row is a record; no cell holds a line break. Days are YYYY-MM-DD, regions prefecture codes of JIS X 0401. Several values of a cell are separated by “;”; values.csv has one value a row. What is not known is empty.',
};

function entriesTable({ declaration, columns }: OpenCollection, language: Language, baseUrl: string) {
  return {
    '@type': 'Table',
    url: siteUrl(baseUrl, openDataPath(declaration, 'csv'), language),
    'dc:title': openDataWords(declaration).title[language],
    'dc:description': openDataWords(declaration).description[language],
    tableSchema: {
      '@type': 'Schema',
      columns: columns.map((column) => describeColumn(column, language)),
      primaryKey: 'id',
    },
  };
}

function tableOf(
  table: CollectionTable,
  { declaration }: OpenCollection,
  language: Language,
  baseUrl: string,
) {
  return {
    '@type': 'Table',
    url: siteUrl(baseUrl, openDataPath(declaration, `${table.name}.csv`), language),
    'dc:title': table.label[language],
    'dc:description': table.description[language],
    tableSchema: {
      '@type': 'Schema',
      columns: tableColumns(table).map((column) => describeColumn(column, language)),
      primaryKey: ['record', 'id'],
      foreignKeys: [
        {
          columnReference: 'record',
          reference: {
            resource: siteUrl(baseUrl, openDataPath(declaration, 'csv'), language),
            columnReference: 'id',
          },
        },
      ],
    },
  };
}

function describeColumn(column: TableColumn, language: Language) {
  const { name, label, meaning, several } = column;
  return {
    '@type': 'Column',
    name,
    titles: name,
    'dc:title': label[language],
    'dc:description': meaning[language],
    datatype: datatypeOf(column),
    ...(several && { separator: ';' }),
    ...(!several && !column.schema.safeParse(null).success && { required: true }),
  };
}

const samples: readonly (readonly [example: unknown, datatype: string])[] = [
  ['2026-11-23', 'date'],
  [true, 'boolean'],
  [1, 'number'],
];

/** The CSVW datatype of a column: that of the samples which its schema takes while it refuses plain words. */
function datatypeOf({ schema, several }: Pick<Column, 'schema' | 'several'>): string {
  const takes = (example: unknown) => schema.safeParse(several ? [example] : example).success;
  if (takes('words')) return 'string';
  return samples.find(([example]) => takes(example))?.[1] ?? 'string';
}

function valuesTable({ declaration }: OpenCollection, language: Language, baseUrl: string) {
  return {
    '@type': 'Table',
    url: siteUrl(baseUrl, openDataPath(declaration, 'values.csv'), language),
    'dc:title': { ja: `${declaration.label.ja}の値`, en: `Values of ${declaration.label.en}` }[language],
    tableSchema: {
      '@type': 'Schema',
      columns: valuesColumns.map(({ name, label, meaning }) => ({
        '@type': 'Column',
        name,
        titles: name,
        'dc:title': label[language],
        'dc:description': meaning[language],
        datatype: 'string',
        required: true,
      })),
      primaryKey: valuesColumns.map(({ name }) => name),
      foreignKeys: [
        {
          columnReference: 'id',
          reference: {
            resource: siteUrl(baseUrl, openDataPath(declaration, 'csv'), language),
            columnReference: 'id',
          },
        },
      ],
    },
  };
}
