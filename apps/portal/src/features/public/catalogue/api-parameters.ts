import type { z } from 'zod';
import type { Language } from '../../../platform/i18n/language.ts';
import { done, type Outcome, type Problem, refused } from '../../../platform/outcome/outcome.ts';
import type { Vocabulary } from '../../../platform/vocabulary/vocabulary.ts';
import { repeatable, single } from './api-schema.ts';
import { type CatalogueQuery, type FacetName, facetNames } from './query.ts';

export interface ApiQuery {
  query: CatalogueQuery;
  language: Language;
  limit: number;
  offset: number;
}

const known = new Set<string>([...repeatable, ...Object.keys(single)]);
/** More values than any honest client sends. */
const mostValues = 50;

/** Reads an API call strictly: whatever is unknown or wrong is named. */
export function readApiQuery(
  params: URLSearchParams,
  vocabulary: Vocabulary,
  kinds: readonly string[],
): Outcome<ApiQuery> {
  const problems: Problem[] = [];
  for (const name of new Set(params.keys())) if (!known.has(name)) problems.push(unknownParameter(name));

  const once = <Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema> | undefined => {
    const given = params.getAll(name);
    if (given.length > 1) problems.push(repeated(name));
    const parsed = schema.safeParse(given[0]);
    if (parsed.success) return parsed.data;
    problems.push(invalidValue(name, given[0] ?? ''));
    return undefined;
  };

  const filters: Partial<Record<FacetName, string[]>> = {};
  for (const facet of facetNames) {
    const values = valuesOf(params, facet, problems, (word) => vocabulary.resolve(facet, word));
    if (values.length > 0) filters[facet] = values;
  }
  const query = {
    q: (once('q', single.q) ?? '').trim(),
    filters,
    kinds: valuesOf(params, 'kind', problems, (word) => (kinds.includes(word) ? word : undefined)),
    sort: once('sort', single.sort) ?? ('relevance' as const),
    page: 1,
    exact: once('exact', single.exact) === '1',
  };
  const language = once('lang', single.lang) ?? 'ja';
  const limit = once('limit', single.limit) ?? 0;
  const offset = once('offset', single.offset) ?? 0;
  return problems.length > 0 ? refused(...problems) : done({ query, language, limit, offset });
}

function valuesOf(
  params: URLSearchParams,
  name: string,
  problems: Problem[],
  resolve: (word: string) => string | undefined,
): string[] {
  const values = new Set<string>();
  const given = params.getAll(name);
  if (given.length > mostValues) problems.push(repeated(name));
  for (const word of given.slice(0, mostValues)) {
    const value = resolve(word);
    if (value === undefined) problems.push(invalidValue(name, word));
    else values.add(value);
  }
  return [...values];
}

/** Echoed words are cut: an answer must not grow with what was sent. */
const shown = (word: string) => (word.length > 60 ? `${word.slice(0, 60)}…` : word);

export const unknownParameter = (name: string): Problem => ({
  code: 'unknown-parameter',
  field: shown(name),
  message: {
    ja: `「${shown(name)}」というパラメーターはありません。`,
    en: `There is no parameter “${shown(name)}”.`,
  },
});
export const invalidValue = (name: string, word: string): Problem => ({
  code: 'invalid-value',
  field: name,
  message: {
    ja: `「${name}」に「${shown(word)}」という値は使えません。`,
    en: `“${shown(word)}” is not a value of “${name}”.`,
  },
});
const repeated = (name: string): Problem => ({
  code: 'repeated-parameter',
  field: name,
  message: { ja: `「${name}」が多すぎます。`, en: `“${name}” is given too often.` },
});
