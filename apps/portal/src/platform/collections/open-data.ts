import { escapeFormula } from '@kakehashi/spreadsheets';
import type { Language } from '../i18n/language.ts';
import type { Label } from '../i18n/localised.ts';
import { siteUrl } from '../i18n/site-url.ts';
import type { PublishedRecord } from '../publishing/published-record.ts';
import { type Collection, openDataWords } from './collection.ts';
import type { Column } from './columns.ts';
import type { Entry, EntryValue } from './entry.ts';
import type { ColumnWording, Facet } from './facet.ts';

/** Licence of the open data. */
export const licence = {
  name: 'Public Data License 1.0 (PDL 1.0)',
  url: 'https://www.digital.go.jp/resources/open_data/public_data_license_v1.0',
};

interface OpenDataFormat {
  ending: 'csv' | 'values.csv' | 'json' | 'jsonld';
  label: Label;
  mediaType: string;
  description: Label;
}

/** The formats of the open data, by the ending of their files. */
export const openDataFormats: readonly OpenDataFormat[] = [
  {
    ending: 'csv',
    label: { ja: 'CSV', en: 'CSV' },
    mediaType: 'text/csv; charset=utf-8',
    description: {
      ja: '表計算ソフト向け。1行に1件（UTF-8、BOM付き）',
      en: 'For spreadsheets, a record a row (UTF-8 with BOM)',
    },
  },
  {
    ending: 'values.csv',
    label: { ja: 'CSV（値の表）', en: 'CSV of values' },
    mediaType: 'text/csv; charset=utf-8',
    description: {
      ja: '目的や地域など、複数ある値を1行に1つずつ',
      en: 'Purposes, regions and other repeated values, one a row',
    },
  },
  {
    ending: 'json',
    label: { ja: 'JSON', en: 'JSON' },
    mediaType: 'application/json; charset=utf-8',
    description: { ja: 'プログラム向け', en: 'For programs' },
  },
  {
    ending: 'jsonld',
    label: { ja: 'JSON-LD', en: 'JSON-LD' },
    mediaType: 'application/ld+json; charset=utf-8',
    description: {
      ja: 'schema.org の語彙によるつながるデータ',
      en: 'Linked data in the vocabulary of schema.org',
    },
  },
];

/** The formats of a table of a collection: those that hold rows. */
export const tableFormats: readonly OpenDataFormat[] = openDataFormats.filter(
  ({ ending }) => ending === 'csv' || ending === 'json',
);

/** Address of a file without language prefix. */
export function openDataPath({ name }: Pick<Collection, 'name'>, ending: string): string {
  return `/open-data/${name}.${ending}`;
}

const byteOrderMark = '\uFEFF';
const lineEnd = '\r\n';

/**
 * Entries as CSV (RFC 4180) that spreadsheets open directly, with formula injection prevented. A record is a row:
 * line breaks in a cell become spaces, several values are separated by `;`, of which there is none within a value.
 */
export function writeCsv(
  columns: readonly Pick<Column, 'name'>[],
  entries: readonly Readonly<Record<string, EntryValue>>[],
): string {
  return csvOf(
    columns.map(({ name }) => name),
    entries.map((entry) => columns.map(({ name }) => csvCell(entry[name]))),
  );
}

/** The columns of the file that has one value a row. */
export const valuesColumns: readonly Omit<ColumnWording, 'example'>[] = [
  {
    name: 'id',
    label: { ja: '識別子', en: 'Identifier' },
    meaning: { ja: 'どのデータの値か。', en: 'Of which record.' },
  },
  {
    name: 'column',
    label: { ja: '列', en: 'Column' },
    meaning: { ja: 'どの列の値か。', en: 'Of which column.' },
  },
  { name: 'value', label: { ja: '値', en: 'Value' }, meaning: { ja: '値をひとつ。', en: 'One value.' } },
];

/** The values of all columns that hold several, one value a row, in the order of the entries. */
export function writeValuesCsv(
  columns: readonly Pick<Column, 'name' | 'several'>[],
  entries: readonly Entry[],
): string {
  const repeated = columns.filter(({ several }) => several);
  return csvOf(
    valuesColumns.map(({ name }) => name),
    entries.flatMap((entry) =>
      repeated.flatMap(({ name }) =>
        [entry[name] ?? []].flat().map((value) => [csvCell(entry.id), csvCell(name), csvCell(String(value))]),
      ),
    ),
  );
}

function csvOf(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return byteOrderMark + [header, ...rows].map((cells) => cells.join(',')).join(lineEnd) + lineEnd;
}

/** All that a program may take for the end of a line, and tabs. */
const lineBreaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

function csvCell(value: EntryValue | undefined): string {
  const text = Array.isArray(value)
    ? value.map((each) => String(each).replaceAll(';', '；')).join(';')
    : String(value ?? '');
  const safe = escapeFormula(text.replace(lineBreaks, ' ').trim());
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A record as the open data give it out. */
export interface OpenRecord {
  entry: Entry;
  record: PublishedRecord;
}

/**
 * Records as a schema.org list. What the site tells of each is under the site's licence; what they are about, such
 * as somebody's course, need not be.
 */
export function writeJsonLd(
  collection: Collection,
  records: readonly OpenRecord[],
  language: Language,
  baseUrl: string,
): string {
  const { facets, linkedData = (entry) => asWork(entry, facets) } = collection;
  const { title, description } = openDataWords(collection);
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': ['Dataset', 'ItemList'],
    name: title[language],
    description: description[language],
    url: siteUrl(baseUrl, '/open-data', language),
    license: licence.url,
    inLanguage: language,
    isAccessibleForFree: true,
    numberOfItems: records.length,
    itemListElement: records.map(({ entry, record }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      item: {
        '@id': entry.page,
        identifier: entry.id,
        name: entry.title,
        description: entry.summary,
        url: entry.url,
        ...(entry.image && {
          image: {
            '@type': 'ImageObject',
            contentUrl: entry.image,
            caption: entry.imageAlt,
            ...(entry.imageCredit && { creditText: entry.imageCredit }),
          },
        }),
        ...linkedData(entry, record),
        mainEntityOfPage: {
          '@type': 'WebPage',
          url: entry.page,
          inLanguage: entry.lang,
          dateModified: entry.updatedOn,
          license: licence.url,
        },
      },
    })),
  });
}

function asWork(entry: Entry, facets: readonly Facet[]): Readonly<Record<string, unknown>> {
  return {
    '@type': 'CreativeWork',
    inLanguage: entry.lang,
    ...(entry.operator && { publisher: { '@type': 'Organization', name: entry.operator } }),
    keywords: facets.flatMap(({ column }) => entry[column.name] ?? []),
  };
}
