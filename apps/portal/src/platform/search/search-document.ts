import type { DocumentChange, SearchDocument } from '@kakehashi/search';
import { facetValues } from '../collections/facet.ts';
import { dayInTokyo } from '../i18n/dates.ts';
import { kanaOrderKey } from '../i18n/kana-order.ts';
import type { TypesetText } from '../i18n/typesetting.ts';
import { derivedOf } from '../publishing/derived.ts';
import type { SearchField } from '../publishing/field.ts';
import type { Kind } from '../publishing/kind.ts';
import type { PublishedRecord } from '../publishing/published-record.ts';
import { markdownToHtml, textOfHtml } from '../typesetting/markdown.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** Index fields: each of a record's texts and its facet labels, Japanese and English separately. */
export const searchFields = {
  title: { weight: 5 },
  titleEn: { weight: 5 },
  summary: { weight: 2 },
  summaryEn: { weight: 2 },
  body: { weight: 1 },
  bodyEn: { weight: 1 },
  terms: { weight: 0.5 },
  termsEn: { weight: 0.5 },
  reading: { weight: 5, readings: true },
} as const;

/** Sort keys besides relevance. */
export const sortKeys = ['published', 'confirmed', 'title'] as const;

/** Fields with a record's own texts. */
type TextField = Exclude<keyof typeof searchFields, 'terms' | 'termsEn' | 'reading'>;

/** Separates texts within a field; phrases do not match across it. */
const gap = '\n';

/** Sample data stands after what there is. */
const sampleBoost = 0.05;

/** The value for unknown; its label is not indexed. */
const unknownValue = 'unknown';

/** Index document of a record, from the metadata of its kind's fields. */
export function searchDocument(
  kind: Kind,
  record: PublishedRecord,
  vocabulary: Vocabulary,
  sortFields: readonly string[],
  at: Date,
): SearchDocument {
  const data = dataOf(record);
  const texts: Record<TextField, string[]> = {
    title: [],
    titleEn: [],
    summary: [],
    summaryEn: [],
    body: [],
    bodyEn: [],
  };
  for (const { name, marking } of kind.fields) {
    if (marking.search) collectTexts(data[name], marking.search, marking.markdown ?? false, texts);
  }
  const { id, facets, fields: terms } = facetWords(kind, record, vocabulary, at);
  const fields = Object.fromEntries(
    Object.entries(texts).flatMap(([name, parts]) => (parts.length > 0 ? [[name, parts.join(gap)]] : [])),
  );
  const title = record.typesetting[kind.card ? `${kind.card.title}.ja` : ''];
  return {
    id,
    fields: { ...fields, ...terms, ...(title ? { reading: wordsRead(title) } : {}) },
    facets: { kind: [kind.name], ...facets },
    ...(data.sample === true && { boost: sampleBoost }),
    sortKeys: {
      published: publishedKey(record),
      confirmed: record.confirmedOn ?? '',
      title: kanaOrderKey(readingOf(title) ?? texts.title[0] ?? record.id),
      ...sortValues(data, sortFields),
      ...derivedOf(kind, record, at)?.sortKeys,
    },
  };
}

/** By the day of publication, those of one day by the day on which they were entered. */
function publishedKey({ publishedAt, enteredOn }: PublishedRecord): string {
  return [dayInTokyo(publishedAt), enteredOn, publishedAt.toISOString()].join(' ');
}

function sortValues(
  data: Record<string, unknown>,
  fields: readonly string[],
): Record<string, string | number> {
  return Object.fromEntries(
    fields.flatMap((name) => {
      const value = data[name];
      return typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [];
    }),
  );
}

/**
 * Current facet values and their labels. They make 中小企業 and 無料 find matching records even if no sentence
 * contains them.
 */
export function facetWords(
  kind: Kind,
  record: PublishedRecord,
  vocabulary: Vocabulary,
  at: Date,
): Pick<SearchDocument, 'id' | 'fields'> & DocumentChange {
  const facets: Record<string, string[]> = {};
  const terms: string[] = [];
  const termsEn: string[] = [];
  for (const [facet, values] of carriedValues(kind, record, at)) {
    facets[facet] = currentValues(facet, values, vocabulary);
    if (!vocabulary.isSearched(facet)) continue;
    for (const value of facets[facet]) {
      if (value === unknownValue) continue;
      const { ja, en } = vocabulary.label(facet, value);
      terms.push(ja);
      if (en) termsEn.push(en);
    }
  }
  return { id: record.id, facets, fields: { terms: terms.join(gap), termsEn: termsEn.join(gap) } };
}

/** A predicate for values whose label or replacement differs between two vocabularies. */
export function wordsThatDiffer(
  one: Vocabulary,
  other: Vocabulary,
): (facet: string, value: string) => boolean {
  const known = new Map<string, boolean>();
  const wordOf = (facet: string, value: string, vocabulary: Vocabulary) => {
    const { ja, en = '' } = vocabulary.label(facet, value);
    return [vocabulary.current(facet, value), ja, en].join(gap);
  };
  return (facet, value) => {
    const name = `${facet} ${value}`;
    const differs = known.get(name) ?? wordOf(facet, value, one) !== wordOf(facet, value, other);
    known.set(name, differs);
    return differs;
  };
}

/** A record's values by facet. */
export function carriedValues(
  kind: Kind,
  record: PublishedRecord,
  at: Date,
): [facet: string, values: string[]][] {
  return kind.facetNames.flatMap((facet): [string, string[]][] => {
    const values = facetValues(kind, record, facet, at);
    return values.length > 0 || kind.derived?.facets.includes(facet) ? [[facet, values]] : [];
  });
}

function dataOf(record: PublishedRecord): Record<string, unknown> {
  return record.data as Record<string, unknown>;
}

/** Current values: merged ones are replaced by their targets, those beside one that holds everywhere dropped. */
function currentValues(facet: string, values: readonly string[], vocabulary: Vocabulary): string[] {
  const everywhere = vocabulary.everywhere(facet);
  if (everywhere !== undefined && values.includes(everywhere)) return [everywhere];
  return [...new Set(values.map((value) => vocabulary.current(facet, value)))];
}

/** Readings of a Japanese text, so that kana and romaji find its record: おたすけたい. */
function wordsRead(typeset: TypesetText): string {
  return typeset.map(({ text, reading }) => reading ?? text).join(' ');
}

/** Reading of a Japanese text. */
function readingOf(typeset: TypesetText | undefined): string | undefined {
  return typeset?.map(({ text, reading }) => reading ?? text).join('');
}

/** All texts below a value, by language; やさしい日本語 is searched too, but never shown as the summary. */
function collectTexts(
  value: unknown,
  field: SearchField,
  markdown: boolean,
  texts: Record<TextField, string[]>,
): void {
  if (value === null || typeof value !== 'object') return;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner !== 'string') collectTexts(inner, field, markdown || key === 'body', texts);
    else if (key === 'ja') texts[field].push(plain(inner, markdown));
    else if (key === 'easy') texts.body.push(plain(inner, markdown));
    else if (key === 'en') texts[`${field}En`].push(plain(inner, markdown));
  }
}

function plain(text: string, markdown: boolean): string {
  return markdown ? textOfHtml(markdownToHtml(text)) : text;
}
