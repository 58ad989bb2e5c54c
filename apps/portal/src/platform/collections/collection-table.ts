import { z } from 'zod';
import type { Language } from '../i18n/language.ts';
import type { Label } from '../i18n/localised.ts';
import type { PublishedRecord } from '../publishing/published-record.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { EntryValue } from './entry.ts';
import type { ColumnWording } from './facet.ts';

/** A column of a table of a collection. */
export interface TableColumn extends ColumnWording {
  schema: z.ZodType;
  /** Several values in a cell of a CSV file are separated by `;`. */
  several: boolean;
}

/** What records hold many of, such as the runs of a programme: open data of its own, an item a row. */
export interface CollectionTable {
  /** In its addresses: `runs` of `programmes` is `/open-data/programmes.runs.csv`. */
  name: string;
  label: Label;
  description: Label;
  /** Besides the record that a row is of, and the row's own id within it. */
  columns: readonly TableColumn[];
  rows(
    record: PublishedRecord,
    from: TableReading,
  ): (Readonly<Record<string, EntryValue>> & { id: string })[];
}

interface TableReading {
  language: Language;
  vocabulary: Vocabulary;
  at: Date;
}

const text = z.string().max(100);

/** Columns of every table: which record, and which of its items. */
const keyColumns: readonly TableColumn[] = [
  {
    name: 'record',
    label: { ja: 'どのデータの行か', en: 'Record' },
    meaning: { ja: 'このデータの識別子。', en: 'Identifier of the record.' },
    example: '',
    schema: text,
    several: false,
  },
  {
    name: 'id',
    label: { ja: '識別子', en: 'Identifier' },
    meaning: { ja: 'そのデータの中での識別子。', en: 'Identifier within the record.' },
    example: '',
    schema: text,
    several: false,
  },
];

export function tableColumns({ columns }: CollectionTable): readonly TableColumn[] {
  return [...keyColumns, ...columns];
}

/** All rows of a table, in the order of the records. */
export function tableRows(
  table: CollectionTable,
  collection: { listed(): readonly PublishedRecord[]; vocabulary(): Vocabulary; now(): Date },
  language: Language,
): Readonly<Record<string, EntryValue>>[] {
  const from = { language, vocabulary: collection.vocabulary(), at: collection.now() };
  return collection
    .listed()
    .flatMap((record) => table.rows(record, from).map((row) => ({ record: record.id, ...row })));
}
