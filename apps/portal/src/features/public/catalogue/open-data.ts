import type { Label } from '../../../platform/i18n/localised.ts';
import { harmless } from '../../../platform/spreadsheets/csv-line.ts';
import type { Entry } from './api-schema.ts';
import { openDataColumns } from './open-data-columns.ts';

export interface OpenDataFile {
  path: string;
  label: string;
  description: Label;
}

export const openDataFiles: readonly OpenDataFile[] = [
  {
    path: '/open-data/entries.csv',
    label: 'CSV',
    description: { ja: '表計算ソフト向け（UTF-8、BOM付き）', en: 'For spreadsheets (UTF-8 with BOM)' },
  },
  {
    path: '/open-data/entries.json',
    label: 'JSON',
    description: { ja: 'プログラム向け', en: 'For programs' },
  },
  {
    path: '/open-data/entries.jsonld',
    label: 'JSON-LD',
    description: {
      ja: 'schema.org の語彙によるつながるデータ',
      en: 'Linked data in the vocabulary of schema.org',
    },
  },
];

const byteOrderMark = '\uFEFF';
const lineEnd = '\r\n';

/** Entries as CSV (RFC 4180) that spreadsheets open without asking, with cells that no formula can hide in. */
export function writeCsv(entries: readonly Entry[]): string {
  const header = openDataColumns.map(({ name }) => name).join(',');
  const rows = entries.map((entry) => openDataColumns.map(({ name }) => csvCell(entry[name])).join(','));
  return byteOrderMark + [header, ...rows].join(lineEnd) + lineEnd;
}

function csvCell(value: Entry[keyof Entry]): string {
  const text = Array.isArray(value) ? value.join(';') : String(value ?? '');
  const safe = harmless(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Entries as a schema.org list of works. */
export function writeJsonLd(entries: readonly Entry[], baseUrl: string): string {
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    url: `${baseUrl}/open-data`,
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
        ...(entry.category && { genre: entry.category }),
        keywords: [...entry.purposes, ...entry.ages, ...entry.affiliations],
        dateModified: entry.updatedOn,
      },
    })),
  });
}
