import { escapeFormula } from '@kakehashi/spreadsheets';
import type { Label } from '../i18n/localised.ts';
import { siteUrl } from '../i18n/site-url.ts';
import type { Collection } from './collection.ts';
import type { Column } from './columns.ts';
import type { Entry, EntryValue } from './entry.ts';
import type { Facet } from './facet.ts';

/** Licence of the open data. */
export const licence = {
  name: 'Public Data License 1.0 (PDL 1.0)',
  url: 'https://www.digital.go.jp/resources/open_data/public_data_license_v1.0',
};

interface OpenDataFormat {
  ending: 'csv' | 'json' | 'jsonld';
  label: string;
  mediaType: string;
  description: Label;
}

/** The formats of the open data, by the ending of their files. */
export const openDataFormats: readonly OpenDataFormat[] = [
  {
    ending: 'csv',
    label: 'CSV',
    mediaType: 'text/csv; charset=utf-8',
    description: { ja: '表計算ソフト向け（UTF-8、BOM付き）', en: 'For spreadsheets (UTF-8 with BOM)' },
  },
  {
    ending: 'json',
    label: 'JSON',
    mediaType: 'application/json; charset=utf-8',
    description: { ja: 'プログラム向け', en: 'For programs' },
  },
  {
    ending: 'jsonld',
    label: 'JSON-LD',
    mediaType: 'application/ld+json; charset=utf-8',
    description: {
      ja: 'schema.org の語彙によるつながるデータ',
      en: 'Linked data in the vocabulary of schema.org',
    },
  },
];

/** Address of a file without language prefix. */
export function openDataPath({ name }: Pick<Collection, 'name'>, ending: string): string {
  return `/open-data/${name}.${ending}`;
}

const byteOrderMark = '\uFEFF';
const lineEnd = '\r\n';

/**
 * Entries as CSV (RFC 4180) that spreadsheets open directly, with formula injection prevented. Multiple
 * values in a cell are separated by `;`; line breaks in a cell become spaces.
 */
export function writeCsv(columns: readonly Pick<Column, 'name'>[], entries: readonly Entry[]): string {
  const header = columns.map(({ name }) => name).join(',');
  const rows = entries.map((entry) => columns.map(({ name }) => csvCell(entry[name])).join(','));
  return byteOrderMark + [header, ...rows].join(lineEnd) + lineEnd;
}

function csvCell(value: EntryValue | undefined): string {
  const text = Array.isArray(value) ? value.join(';') : String(value ?? '');
  const safe = escapeFormula(text.replace(/[\r\n]+/g, ' '));
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Entries as a schema.org list of works. */
export function writeJsonLd(
  { facets, linkedData = (entry) => asWork(entry, facets) }: Pick<Collection, 'facets' | 'linkedData'>,
  entries: readonly Entry[],
  baseUrl: string,
): string {
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    url: siteUrl(baseUrl, '/open-data'),
    numberOfItems: entries.length,
    itemListElement: entries.map((entry, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      item: {
        '@type': 'CreativeWork',
        '@id': entry.page,
        identifier: entry.id,
        name: entry.title,
        description: entry.summary,
        inLanguage: entry.lang,
        url: entry.url,
        ...(entry.operator && { publisher: { '@type': 'Organization', name: entry.operator } }),
        ...(entry.image && {
          image: {
            '@type': 'ImageObject',
            contentUrl: entry.image,
            caption: entry.imageAlt,
            ...(entry.imageCredit && { creditText: entry.imageCredit }),
          },
        }),
        ...linkedData(entry),
        dateModified: entry.updatedOn,
      },
    })),
  });
}

function asWork(entry: Entry, facets: readonly Facet[]): Readonly<Record<string, unknown>> {
  return { keywords: facets.flatMap(({ column }) => entry[column.name] ?? []) };
}
