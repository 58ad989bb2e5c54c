import type { Context, Hono } from 'hono';
import type { Language } from '../../../platform/i18n/language.ts';
import type { Platform } from '../../../platform/platform.ts';
import { sendProblem } from '../../../platform/web/problem-json.ts';
import type { PortalEnvironment } from '../../../platform/web/request-variables.ts';
import { sendData } from '../../../platform/web/send-data.ts';
import { invalidValue, readApiQuery, unknownParameter } from './api-parameters.ts';
import { single } from './api-schema.ts';
import type { Catalogue } from './catalogue.ts';
import { categoryWord, entryOf } from './entries.ts';
import { openApiJson } from './openapi.ts';
import { facetNames } from './query.ts';

const json = 'application/json; charset=utf-8';
const longestPrefix = 100;
const mostSuggestions = 8;

/** The public API: `/entries`, `/entries/{id}`, `/suggest` and the document that describes them. */
export function catalogueApi(
  routes: Hono<PortalEnvironment>,
  catalogue: Catalogue,
  platform: Platform,
): void {
  const { baseUrl } = platform.config;
  const kinds = platform.kinds.listed().map((kind) => kind.name);

  routes.get('/entries', (c) => {
    const read = readApiQuery(searchParams(c), catalogue.vocabulary(), kinds);
    if (!read.ok) return sendProblem(c, 400, read.problems);
    const { query, language, limit, offset } = read.value;
    const found = catalogue.search.find(query, { limit, offset, counts: ['kind', ...facetNames] });
    const records = catalogue.pick(found.hits.map(({ id }) => id));
    const body = {
      total: found.total,
      items: records.map((record) => entryOf(record, catalogue, language, baseUrl)),
      facets: facetsOf(found.facets, catalogue, language),
      relaxed: found.relaxed,
      suggestions: found.suggestions,
    };
    return sendData(c, JSON.stringify(body), json);
  });

  routes.get('/entries/:id', (c) => {
    const params = searchParams(c);
    const stranger = [...params.keys()].find((name) => name !== 'lang');
    const language = single.lang.safeParse(params.get('lang') ?? undefined);
    if (stranger !== undefined) return sendProblem(c, 400, [unknownParameter(stranger)]);
    if (!language.success) return sendProblem(c, 400, [invalidValue('lang', params.get('lang') ?? '')]);
    const [record] = catalogue.pick([c.req.param('id')]);
    if (!record || !catalogue.kind(record).listed) return sendProblem(c, 404, [noSuchEntry]);
    return sendData(c, JSON.stringify(entryOf(record, catalogue, language.data, baseUrl)), json);
  });

  routes.get('/suggest', (c) => {
    const stranger = [...searchParams(c).keys()].find((name) => name !== 'q');
    if (stranger !== undefined) return sendProblem(c, 400, [unknownParameter(stranger)]);
    const prefix = (c.req.query('q') ?? '').slice(0, longestPrefix);
    const suggestions = prefix.trim() ? catalogue.search.suggest(prefix, mostSuggestions) : [];
    return sendData(c, JSON.stringify({ suggestions }), json);
  });

  routes.get('/openapi.json', (c) => sendData(c, openApiJson(baseUrl, catalogue.vocabulary(), kinds), json));
}

function searchParams(c: Context<PortalEnvironment>): URLSearchParams {
  return new URL(c.req.url).searchParams;
}

/** Counts by value; a category goes by its word, as it does in the entries. */
function facetsOf(
  counts: Readonly<Record<string, ReadonlyMap<string, number>>>,
  catalogue: Catalogue,
  language: Language,
): Record<string, { value: string; count: number }[]> {
  return Object.fromEntries(
    Object.entries(counts).map(([facet, values]) => [
      facet,
      [...values].map(([value, count]) => ({
        value: facet === 'category' ? categoryWord(value, catalogue, language) : value,
        count,
      })),
    ]),
  );
}

const noSuchEntry = {
  code: 'not-found',
  field: 'id',
  message: { ja: 'その識別子の取組はありません。', en: 'There is no entry with this id.' },
};
