import type { SearchDocument } from '@kakehashi/search';
import { kanaOrderKey } from '../i18n/kana-order.ts';
import type { TypesetText } from '../i18n/typesetting.ts';
import type { SearchField } from '../publishing/field.ts';
import type { Kind } from '../publishing/kind.ts';
import type { PublishedRecord } from '../publishing/published-record.ts';
import { markdownToHtml, textOfHtml } from '../typesetting/markdown.ts';
import { isVocabularyName, type Vocabulary } from '../vocabulary/vocabulary.ts';

/** Fields of the index: each of a record's texts and the words of its facets, Japanese and English apart. */
export const searchFields = {
  title: { weight: 5 },
  titleEn: { weight: 5 },
  summary: { weight: 2 },
  summaryEn: { weight: 2 },
  body: { weight: 1 },
  bodyEn: { weight: 1 },
  terms: { weight: 0.5 },
  termsEn: { weight: 0.5 },
} as const;

/** What results can be sorted by, beside relevance. */
export const sortKeys = ['published', 'confirmed', 'title'] as const;

type IndexField = keyof typeof searchFields;

/** Joins several texts in one field; a phrase does not reach across it. */
const gap = '\n';

/** The value that says that nothing is known; nobody looks for its word. */
const unknownValue = 'unknown';

/** A record as the index takes it, from the markings of its kind's fields. */
export function searchDocument(kind: Kind, record: PublishedRecord, vocabulary: Vocabulary): SearchDocument {
  const data = record.data as Record<string, unknown>;
  const texts: Record<IndexField, string[]> = {
    title: [],
    titleEn: [],
    summary: [],
    summaryEn: [],
    body: [],
    bodyEn: [],
    terms: [],
    termsEn: [],
  };
  const facets: Record<string, string[]> = { kind: [kind.name] };
  for (const { name, marking } of kind.fields) {
    const value = data[name];
    if (value === undefined || value === null) continue;
    if (marking.search) collectTexts(value, marking.search, marking.markdown ?? false, texts);
    if (!marking.facet) continue;
    const values = currentValues(
      marking.facet,
      Array.isArray(value) ? value.map(String) : [String(value)],
      vocabulary,
    );
    facets[marking.facet] = values;
    collectTerms(marking.facet, values, vocabulary, texts);
  }
  const fields = Object.fromEntries(
    Object.entries(texts).flatMap(([name, parts]) => (parts.length > 0 ? [[name, parts.join(gap)]] : [])),
  );
  const title = kind.card ? `${kind.card.title}.ja` : '';
  return {
    id: record.id,
    fields,
    facets,
    sortKeys: {
      published: record.publishedAt.getTime(),
      confirmed: record.confirmedOn ?? '',
      title: kanaOrderKey(readingOf(record.typesetting[title]) ?? texts.title[0] ?? record.id),
    },
  };
}

/** What a vocabulary makes of a record's facets: records are indexed anew where it differs. */
export function facetWords(kind: Kind, record: PublishedRecord, vocabulary: Vocabulary): string {
  const data = record.data as Record<string, unknown>;
  return kind.fields
    .flatMap(({ name, marking: { facet } }) => {
      const value = data[name];
      if (!facet || !isVocabularyName(facet) || value === undefined || value === null) return [];
      return currentValues(facet, [value].flat().map(String), vocabulary).flatMap((each) => {
        const { ja, en = '' } = vocabulary.label(facet, each);
        return [each, ja, en];
      });
    })
    .join(gap);
}

/** Values as they stand now: those that were merged are found by the one they were merged into. */
function currentValues(facet: string, values: readonly string[], vocabulary: Vocabulary): string[] {
  if (!isVocabularyName(facet)) return [...values];
  return [...new Set(values.map((value) => vocabulary.current(facet, value)))];
}

/** The words of facet values: 中小企業 and 無料 find what is for them, although no sentence of the record says so. */
function collectTerms(
  facet: string,
  values: readonly string[],
  vocabulary: Vocabulary,
  texts: Record<IndexField, string[]>,
): void {
  if (!isVocabularyName(facet)) return;
  for (const value of values) {
    if (value === unknownValue) continue;
    const { ja, en } = vocabulary.label(facet, value);
    texts.terms.push(ja);
    if (en) texts.termsEn.push(en);
  }
}

/** A Japanese text as it is read aloud. */
function readingOf(typeset: TypesetText | undefined): string | undefined {
  return typeset?.map(({ text, reading }) => reading ?? text).join('');
}

/** Every text below a value, by language; やさしい日本語 is found too, but never shown as the summary. */
function collectTexts(
  value: unknown,
  field: SearchField,
  markdown: boolean,
  texts: Record<IndexField, string[]>,
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
