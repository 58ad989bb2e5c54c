import type { z } from 'zod';
import type { Language } from '../i18n/language.ts';
import { done, type Outcome, type Problem, refused } from '../outcome/outcome.ts';
import { single, sortSchema } from './api-schema.ts';
import type { OpenCollection } from './collections.ts';
import { type CollectionQuery, everything } from './query.ts';

export interface ApiQuery {
  query: CollectionQuery;
  language: Language;
  limit: number;
  offset: number;
}

/** More values than any honest client sends. */
const maxValues = 50;

/** Parses an API request strictly: unknown or invalid parameters are reported. */
export function readApiQuery(params: URLSearchParams, collection: OpenCollection): Outcome<ApiQuery> {
  const facets = collection.apiFacets.map(({ name }) => name);
  const kinds = collection.kinds().map(({ name }) => name);
  const vocabulary = collection.vocabulary();
  const known = new Set(['kind', 'sort', ...facets, ...Object.keys(single)]);
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

  const filters: Record<string, string[]> = {};
  for (const facet of facets) {
    const values = valuesOf(params, facet, problems, (word) => vocabulary.resolve(facet, word));
    if (values.length > 0) filters[facet] = values;
  }
  const query = {
    q: (once('q', single.q) ?? '').trim(),
    filters,
    kinds: valuesOf(params, 'kind', problems, (word) => (kinds.includes(word) ? word : undefined)),
    sort: once('sort', sortSchema(collection)) ?? everything.sort,
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
  if (given.length > maxValues) problems.push(repeated(name));
  for (const word of given.slice(0, maxValues)) {
    const value = resolve(word);
    if (value === undefined) problems.push(invalidValue(name, word));
    else values.add(value);
  }
  return [...values];
}

/** Cut echoed input so that the response does not grow with the request. */
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
