import type { Context, Hono } from 'hono';
import type { SuggestedPage } from '../feature.ts';
import type { Language } from '../i18n/language.ts';
import { siteUrl } from '../i18n/site-url.ts';
import type { Platform } from '../platform.ts';
import { sendProblem } from '../web/problem-json.ts';
import { rateLimit } from '../web/rate-limit.ts';
import type { PortalEnvironment } from '../web/request-variables.ts';
import { sendData } from '../web/send-data.ts';
import { invalidValue, readApiQuery, unknownParameter } from './api-parameters.ts';
import { single, suggestParameters } from './api-schema.ts';
import type { OpenCollection } from './collections.ts';
import { wordOf } from './columns.ts';
import { entryOf } from './entries.ts';
import { openApiJson } from './openapi.ts';

const json = 'application/json; charset=utf-8';
const maxSuggestions = 8;

type SuggestPages = (prefix: string, language: Language) => readonly SuggestedPage[];

/** The public API: each collection and its entries, suggestions, and the document that describes them. */
export function collectionApi(
  routes: Hono<PortalEnvironment>,
  platform: Platform,
  suggestPages: SuggestPages,
): void {
  const { collections, config, search } = platform;
  routes.use(rateLimit(platform, (c) => sendProblem(c, 429, [tooManyCalls])));
  for (const collection of collections.all()) entryRoutes(routes, collection, config.baseUrl);

  routes.get('/suggest', (c) => {
    const params = searchParams(c);
    const unknownName = [...params.keys()].find((name) => !Object.hasOwn(suggestParameters, name));
    if (unknownName !== undefined) return sendProblem(c, 400, [unknownParameter(unknownName)]);
    const q = suggestParameters.q.parse(params.get('q') ?? undefined);
    const format = suggestParameters.format.safeParse(params.get('format') ?? undefined);
    if (!format.success) return sendProblem(c, 400, [invalidValue('format', params.get('format') ?? '')]);
    const language = suggestParameters.lang.safeParse(params.get('lang') ?? undefined);
    if (!language.success) return sendProblem(c, 400, [invalidValue('lang', params.get('lang') ?? '')]);
    const suggestions = q.trim() ? search.suggest(q, maxSuggestions) : [];
    if (format.data === 'opensearch')
      return sendData(c, JSON.stringify([q, suggestions]), 'application/x-suggestions+json; charset=utf-8');
    const pages = q.trim() ? suggestPages(q.trim(), language.data) : [];
    const body = {
      suggestions,
      pages: pages.map(({ title, path }) => ({ title, url: siteUrl(config.baseUrl, path, language.data) })),
    };
    return sendData(c, JSON.stringify(body), json);
  });

  routes.get('/openapi.json', (c) =>
    sendData(c, openApiJson(config.baseUrl, collections, platform.openApiParts()), json),
  );
}

function entryRoutes(routes: Hono<PortalEnvironment>, collection: OpenCollection, baseUrl: string): void {
  const { name } = collection.declaration;
  const counts = ['kind', ...collection.apiFacets.map((facet) => facet.name)];

  routes.get(`/${name}`, (c) => {
    const read = readApiQuery(searchParams(c), collection);
    if (!read.ok) return sendProblem(c, 400, read.problems);
    const { query, language, limit, offset } = read.value;
    const found = collection.search.find(query, { limit, offset, counts });
    const records = collection.pick(found.hits.map(({ id }) => id));
    const body = {
      total: found.total,
      items: records.map((record) => entryOf(record, collection, language, baseUrl)),
      facets: facetsOf(found.facets, collection, language),
      relaxed: found.relaxed,
      suggestions: found.suggestions,
    };
    return sendData(c, JSON.stringify(body), json);
  });

  routes.get(`/${name}/:id`, (c) => {
    const params = searchParams(c);
    const unknownName = [...params.keys()].find((each) => each !== 'lang');
    const language = single.lang.safeParse(params.get('lang') ?? undefined);
    if (unknownName !== undefined) return sendProblem(c, 400, [unknownParameter(unknownName)]);
    if (!language.success) return sendProblem(c, 400, [invalidValue('lang', params.get('lang') ?? '')]);
    const [record] = collection.pick([c.req.param('id')]);
    if (!record || !collection.kinds().includes(collection.kind(record)))
      return sendProblem(c, 404, [noSuchEntry(collection)]);
    return sendData(c, JSON.stringify(entryOf(record, collection, language.data, baseUrl)), json);
  });
}

function searchParams(c: Context<PortalEnvironment>): URLSearchParams {
  return new URL(c.req.url).searchParams;
}

/** Counts by value. A facet given by its label in entries is given by its label here too. */
function facetsOf(
  counts: Readonly<Record<string, ReadonlyMap<string, number>>>,
  { apiFacets, vocabulary }: OpenCollection,
  language: Language,
): Record<string, { value: string; count: number }[]> {
  return Object.fromEntries(
    Object.entries(counts).map(([name, values]) => {
      const facet = apiFacets.find((each) => each.name === name && each.asWord);
      const cellText = (value: string) => (facet ? wordOf(facet, value, vocabulary(), language) : value);
      return [name, [...values].map(([value, count]) => ({ value: cellText(value), count }))];
    }),
  );
}

const noSuchEntry = ({ declaration: { label } }: OpenCollection) => ({
  code: 'not-found',
  field: 'id',
  message: { ja: `その識別子の${label.ja}はありません。`, en: `There is no ${label.one} with this id.` },
});

const tooManyCalls = {
  code: 'too-many-calls',
  message: {
    ja: '呼び出しが多すぎます。Retry-After の秒数だけ待ってください。',
    en: 'Too many calls; wait for the seconds given in Retry-After.',
  },
};
