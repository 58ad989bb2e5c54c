import { z } from 'zod';
import { dayInTokyo } from '../i18n/dates.ts';
import { choose, type Language, type LocalisedText } from '../i18n/language.ts';
import type { Label } from '../i18n/localised.ts';
import { siteUrl } from '../i18n/site-url.ts';
import { type Picture, picturePath } from '../pictures/picture.ts';
import type { DeclaredField } from '../publishing/field.ts';
import type { Kind } from '../publishing/kind.ts';
import type { PublishedRecord } from '../publishing/published-record.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { baseWording } from './base-columns.ts';
import type { Collection } from './collection.ts';
import type { EntryValue } from './entry.ts';
import { type ColumnWording, type Facet, facetValues } from './facet.ts';

/** A column of the open data and field of the API: page, files, answers and OpenAPI are made from it. */
export interface Column extends ColumnWording {
  schema: z.ZodType;
  /** Several values in a cell of a CSV file are separated by `;`. */
  several: boolean;
  read(from: ReadFrom): EntryValue;
}

/** A record read in one language. */
interface ReadFrom {
  record: PublishedRecord;
  kind: Kind;
  vocabulary: Vocabulary;
  language: Language;
  /** Whole address of the record's page. */
  page: string;
  /** Address of the site. */
  baseUrl: string;
  at: Date;
}

/** The columns of a collection: what all records have, around its facets and the fields of its kinds' own. */
export function columnsOf(collection: Collection, kinds: readonly Kind[]): Column[] {
  const own = ownColumns(collection, kinds);
  const facets = collection.facets.map(facetColumn);
  const reworded = new Map(collection.columns?.map((wording) => [wording.name, wording]));
  const all = [...firstColumns, ...facets, ...own, ...lastColumns];
  const names = all.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`collection ${collection.name}: two columns have the name ${twice}`);
  return all.map((column) => {
    const worded = { ...column, ...reworded.get(column.name) };
    return column.several ? { ...worded, meaning: saysSeparator(worded.meaning) } : worded;
  });
}

/** 教材 for `material`. */
export function wordOf(facet: Facet, value: string, vocabulary: Vocabulary, language: Language): string {
  return choose(vocabulary.label(facet.name, value), { language, easy: false, furigana: false }).text;
}

function saysSeparator({ ja, en }: ColumnWording['meaning']) {
  return { ja: `${ja}CSVでは ; で区切ります。`, en: `${en} In CSV several are separated by “;”.` };
}

const textOf = ({ record, language }: ReadFrom, field: string | undefined) => {
  const text = field && (dataOf(record)[field] as LocalisedText | undefined);
  return text ? choose(text, { language, easy: false, furigana: false }) : undefined;
};

function dataOf(record: PublishedRecord): Record<string, unknown> {
  return record.data as Record<string, unknown>;
}

/** Value of the record's field with this export name, if it is a plain value. */
function plainValue({ record, kind }: ReadFrom, name: string): unknown {
  const field = kind.fields.find(({ marking }) => marking.export === name);
  return field && dataOf(record)[field.name];
}

const base = (
  name: keyof typeof baseWording,
  schema: z.ZodType,
  read: (from: ReadFrom) => EntryValue,
): Column => ({ name, ...baseWording[name], schema, several: false, read });

const text = z.string();
const firstColumns = [
  base('id', text, ({ record }) => record.id),
  base('kind', text, ({ record }) => record.kind),
  base('title', text, (from) => textOf(from, from.kind.card?.title)?.text ?? from.record.id),
  base('summary', text, (from) => textOf(from, from.kind.card?.summary)?.text ?? ''),
  base('description', text.nullable(), (from) => textOf(from, 'description')?.text ?? null),
  base('operator', text.nullable(), (from) => textOf(from, from.kind.card?.operator)?.text ?? null),
  base('url', text, (from) => {
    const address = plainValue(from, 'url');
    return typeof address === 'string' ? address : from.page;
  }),
  base('page', text, ({ page }) => page),
  base('lang', z.enum(['ja', 'en']), (from) => textOf(from, from.kind.card?.title)?.language ?? 'ja'),
];
const lastColumns = [
  base('enteredOn', z.iso.date(), ({ record }) => record.enteredOn),
  base('confirmedOn', z.iso.date().nullable(), ({ record }) => record.confirmedOn),
  base('updatedOn', z.iso.date(), ({ record }) => dayInTokyo(record.updatedAt)),
  base('sample', z.boolean(), ({ record }) => dataOf(record).sample === true),
];

function facetColumn(facet: Facet): Column {
  const cellText = (from: ReadFrom, value: string) =>
    facet.asWord ? wordOf(facet, value, from.vocabulary, from.language) : value;
  const values = (from: ReadFrom) =>
    facetValues(from.kind, from.record, facet.name, from.at).map((value) => cellText(from, value));
  return facet.several
    ? { ...facet.column, schema: z.array(text), several: true, read: values }
    : {
        ...facet.column,
        schema: text.nullable(),
        several: false,
        read: (from) => values(from)[0] ?? null,
      };
}

/** Columns of fields that are neither what all records have nor a facet. */
function ownColumns({ columns }: Collection, kinds: readonly Kind[]): Column[] {
  const exported = new Map<string, Column>();
  for (const field of kinds.flatMap((kind) => kind.fields)) {
    const { export: name, facet, picture } = field.marking;
    if (name === undefined || facet || Object.hasOwn(baseWording, name)) continue;
    for (const column of picture ? pictureColumns(name, field) : [ownColumn(name, field)])
      exported.set(column.name, column);
  }
  const names = columns?.map(({ name }) => name).filter((name) => !Object.hasOwn(baseWording, name));
  return (names ?? [...exported.keys()]).map((name) => {
    const column = exported.get(name);
    if (!column) throw new Error(`no field of the collection's kinds is exported as ${name}`);
    return column;
  });
}

/** A picture: its address, its text, and its credit, whose terms may differ from those of the data. */
function pictureColumns(name: string, { marking }: DeclaredField): Column[] {
  const of = (from: ReadFrom) => plainValue(from, name) as Picture | undefined;
  const column = (
    suffix: string,
    label: Label,
    read: (picture: Picture, from: ReadFrom) => string | null,
  ): Column => ({
    name: name + suffix,
    label: { ja: `${marking.label.ja}：${label.ja}`, en: `${marking.label.en}: ${label.en}` },
    meaning: { ja: `${marking.label.ja}の${label.ja}。`, en: `${marking.label.en}: ${label.en}.` },
    example: '',
    schema: text.nullable(),
    several: false,
    read: (from) => {
      const picture = of(from);
      return picture ? read(picture, from) : null;
    },
  });
  return [
    column('', { ja: 'アドレス', en: 'address' }, ({ file }, { record, baseUrl }) =>
      siteUrl(baseUrl, picturePath(record.id, file)),
    ),
    column(
      'Alt',
      { ja: '説明', en: 'what it shows' },
      ({ alt }, { language }) => choose(alt, { language, easy: false, furigana: false }).text,
    ),
    column('Credit', { ja: '作者・利用条件', en: 'credit and licence' }, ({ credit }) => credit ?? null),
  ];
}

function ownColumn(name: string, { schema, marking }: DeclaredField): Column {
  const { label, help = label } = marking;
  const inner = schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;
  const worded = { name, label, meaning: help, example: '' };
  if (inner instanceof z.ZodArray)
    return {
      ...worded,
      schema: z.array(plainSchema(inner.element as z.ZodType)),
      several: true,
      read: (from) => ((plainValue(from, name) as unknown[] | undefined) ?? []).map(String),
    };
  if (inner instanceof z.ZodObject)
    return {
      ...worded,
      schema: text.nullable(),
      several: false,
      read: (from) => {
        const value = plainValue(from, name) as LocalisedText | undefined;
        return value ? choose(value, { language: from.language, easy: false, furigana: false }).text : null;
      },
    };
  return {
    ...worded,
    schema: plainSchema(inner).nullable(),
    several: false,
    // The record passed its kind's schema, so the value has one of these types.
    read: (from) => (plainValue(from, name) ?? null) as string | number | boolean | null,
  };
}

/** What a plain field is in answers: its type, without the bounds that hold for what people enter. */
function plainSchema(entered: z.ZodType): z.ZodType {
  if (entered instanceof z.ZodNumber) return z.number();
  if (entered instanceof z.ZodBoolean) return z.boolean();
  return entered instanceof z.ZodISODate ? z.iso.date() : text;
}
