/** Records as the API and the open data give them out. */
import { dayInTokyo } from '../../../platform/i18n/dates.ts';
import { choose, type Language, type LocalisedText } from '../../../platform/i18n/language.ts';
import type { PublishedRecord } from '../../../platform/publishing/published-record.ts';
import type { Entry } from './api-schema.ts';
import type { Catalogue } from './catalogue.ts';
import { facetValues } from './presenting/card.ts';

/**
 * A record as an entry. The category is the word itself in the language asked for (教材), the values of the
 * other facets are their codes.
 */
export function entryOf(
  record: PublishedRecord,
  catalogue: Catalogue,
  language: Language,
  baseUrl: string,
): Entry {
  const kind = catalogue.kind(record);
  const data = record.data as Record<string, unknown>;
  const reading = { language, easy: false, furigana: false };
  const text = (field: string | undefined) => {
    const value = field && (data[field] as LocalisedText | undefined);
    return value ? choose(value, reading) : undefined;
  };
  const facet = (name: string) => facetValues(kind, record, name);
  const prefix = language === 'ja' ? '' : `/${language}`;
  const page = `${baseUrl}${prefix}${catalogue.pagePath(record)}`;
  const title = text(kind.card?.title);
  const [category] = facet('category');
  return {
    id: record.id,
    kind: record.kind,
    title: title?.text ?? record.id,
    summary: text(kind.card?.summary)?.text ?? '',
    description: text('description')?.text ?? null,
    operator: text(kind.card?.operator)?.text ?? null,
    url: typeof data.url === 'string' ? data.url : page,
    page,
    lang: title?.language ?? 'ja',
    purposes: facet('purpose'),
    ages: facet('age'),
    affiliations: facet('affiliation'),
    category: category === undefined ? null : categoryWord(category, catalogue, language),
    regions: facet('region'),
    cost: facet('cost')[0] ?? null,
    formats: facet('format'),
    status: typeof data.status === 'string' ? data.status : null,
    addressSeen: typeof data.addressSeen === 'string' ? data.addressSeen : null,
    enteredOn: record.enteredOn,
    confirmedOn: record.confirmedOn,
    updatedOn: dayInTokyo(record.updatedAt),
    sample: data.sample === true,
  };
}

/** 教材 for `material`: entries and counts name a category by its word. */
export function categoryWord(value: string, catalogue: Catalogue, language: Language): string {
  const label = catalogue.vocabulary().label('category', value);
  return (language === 'en' ? label.en : undefined) ?? label.ja;
}
