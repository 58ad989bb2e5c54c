import type { Context, Hono } from 'hono';
import { accepts } from 'hono/accepts';
import { type Language, languages } from '../i18n/language.ts';
import { localPath, siteUrl } from '../i18n/site-url.ts';
import type { Platform } from '../platform.ts';
import type { PublishedRecord } from '../publishing/published-record.ts';
import { sendProblem } from '../web/problem-json.ts';
import { rateLimit, type TooOften } from '../web/rate-limit.ts';
import type { PortalEnvironment } from '../web/request-variables.ts';
import { DataBody, sendData } from '../web/send-data.ts';
import { invalidValue } from './api-parameters.ts';
import { single } from './api-schema.ts';
import type { Collection } from './collection.ts';
import { tableColumns, tableRows } from './collection-table.ts';
import type { OpenCollection } from './collections.ts';
import { tableMetadataPath, writeTableMetadata } from './csvw.ts';
import { dataCatalogPaths, writeDataCatalog, writeDataCatalogTurtle } from './dcat.ts';
import { entryOf } from './entries.ts';
import { writeAtom } from './feed.ts';
import {
  openDataFormats,
  openDataPath,
  tableFormats,
  writeCsv,
  writeJsonLd,
  writeValuesCsv,
} from './open-data.ts';
import { createSavedSearches, type SavedSearches } from './saved-search.ts';

const feedLength = 30;
const jsonLdType = 'application/ld+json; charset=utf-8';
const turtleType = 'text/turtle; charset=utf-8';
const tableMetadataType = 'application/csvm+json; charset=utf-8';

/** Files at fixed addresses: each collection's open data and feed, in both languages. */
export function collectionFiles(routes: Hono<PortalEnvironment>, platform: Platform): void {
  const { collections, config } = platform;
  const tooOften: TooOften = (c) => c.text('Too Many Requests', 429);
  const limit = rateLimit(platform, tooOften);
  routes.use('/open-data/*', limit);
  routes.use('/en/open-data/*', limit);
  const { whole } = collections;
  const remembered = (write: () => string) => rememberWhileUnchanged(whole, () => new DataBody(write()));
  const catalog = {
    jsonLd: remembered(() => writeDataCatalog(collections, config.baseUrl)),
    turtle: remembered(() => writeDataCatalogTurtle(collections, config.baseUrl)),
  };
  const { negotiated, jsonLd, turtle } = dataCatalogPaths;
  routes.get(jsonLd, (c) => sendData(c, catalog.jsonLd(), jsonLdType));
  routes.get(turtle, (c) => sendData(c, catalog.turtle(), turtleType));
  routes.get(negotiated, (c) => {
    // The answer is an address, which shows and caches what was chosen.
    c.header('Vary', 'Accept');
    c.header('Access-Control-Allow-Origin', '*');
    const type = accepts(c, {
      header: 'Accept',
      supports: ['text/html', 'text/turtle', 'application/ld+json', 'application/json'],
      default: 'text/html',
    });
    const chosen = type === 'text/html' ? '/open-data' : type === 'text/turtle' ? turtle : jsonLd;
    return c.redirect(chosen, 303);
  });
  for (const language of languages) {
    const tables = remembered(() => writeTableMetadata(collections, language, config.baseUrl));
    routes.get(localPath(tableMetadataPath, language), (c) => sendData(c, tables(), tableMetadataType));
  }
  const saved = createSavedSearches(collections, config.baseUrl);
  for (const collection of collections.all()) {
    openDataFiles(routes, collection, config.baseUrl);
    tableFiles(routes, collection, config.baseUrl);
    for (const language of languages) {
      const path = localPath(collection.declaration.feed, language);
      routes.use(path, rateLimit(platform, tooOften));
      routes.get(path, (c) => feedOf(c, path, { collection, language, saved, baseUrl: config.baseUrl }));
    }
  }
}

function openDataFiles(routes: Hono<PortalEnvironment>, collection: OpenCollection, baseUrl: string): void {
  const { declaration, columns } = collection;
  const file = inEachLanguage(collection, (language) => {
    const entries = rememberWhileUnchanged(collection, () =>
      collection.listed().map((record) => entryOf(record, collection, language, baseUrl)),
    );
    const body = (write: () => string) => rememberWhileUnchanged(collection, () => new DataBody(write()));
    return {
      csv: body(() => writeCsv(columns, entries())),
      'values.csv': body(() => writeValuesCsv(columns, entries())),
      json: body(() => JSON.stringify({ licence: 'PDL 1.0', source: baseUrl, entries: entries() })),
      jsonld: body(() => {
        const records = collection.listed();
        const open = entries().map((entry, index) => ({ entry, record: records[index] as PublishedRecord }));
        return writeJsonLd(declaration, open, language, baseUrl);
      }),
    };
  });
  for (const { ending, mediaType } of openDataFormats) {
    for (const own of languages) {
      routes.get(localPath(openDataPath(declaration, ending), own), (c) => {
        const asked = c.req.query('lang') ?? own;
        const language = single.lang.safeParse(asked);
        if (!language.success) return sendProblem(c, 400, [invalidValue('lang', asked)]);
        if (ending.endsWith('csv')) {
          c.header('Content-Disposition', `attachment; filename="kakehashi-${declaration.name}.${ending}"`);
          const described = localPath(tableMetadataPath, language.data);
          c.header('Link', `<${described}>; rel="describedby"; type="application/csvm+json"`);
        }
        return sendData(c, file(language.data)[ending](), mediaType);
      });
    }
  }
}

/** Files of what the records of a collection hold many of. */
function tableFiles(routes: Hono<PortalEnvironment>, collection: OpenCollection, baseUrl: string): void {
  const { declaration } = collection;
  for (const table of declaration.tables ?? [])
    for (const language of languages) {
      const rows = rememberWhileUnchanged(collection, () => tableRows(table, collection, language));
      const body = (write: () => string) => rememberWhileUnchanged(collection, () => new DataBody(write()));
      const csv = body(() => writeCsv(tableColumns(table), rows()));
      const json = body(() => JSON.stringify({ licence: 'PDL 1.0', source: baseUrl, [table.name]: rows() }));
      for (const { ending, mediaType } of tableFormats)
        routes.get(localPath(openDataPath(declaration, `${table.name}.${ending}`), language), (c) => {
          if (ending === 'csv') {
            c.header(
              'Content-Disposition',
              `attachment; filename="kakehashi-${declaration.name}.${table.name}.csv"`,
            );
            const described = localPath(tableMetadataPath, language);
            c.header('Link', `<${described}>; rel="describedby"; type="application/csvm+json"`);
          }
          return sendData(c, ending === 'csv' ? csv() : json(), mediaType);
        });
    }
}

interface FeedDependencies {
  collection: OpenCollection;
  language: Language;
  saved: SavedSearches;
  baseUrl: string;
}

function feedOf(
  c: Context<PortalEnvironment>,
  path: string,
  dependencies: FeedDependencies,
): Promise<Response> {
  const { collection, language, saved, baseUrl } = dependencies;
  const { declaration } = collection;
  const params = new URL(c.req.url).searchParams;
  params.set('collection', declaration.name);
  const conditions = saved.conditions(params);
  const [, query] = saved.pagePath(conditions).split('?');
  const isWhole = declaration.kinds === 'listed';
  const home = isWhole ? '/' : declaration.path;
  const address = {
    title: query ? newsOf[language](saved.describe(conditions, language)) : titleOf(declaration, language),
    author: siteNames[language],
    self: siteUrl(baseUrl, path + (query ? `?${query}` : '')),
    page: siteUrl(baseUrl, query ? `${declaration.path}?${query}` : home, language),
    language,
  };
  const feed = writeAtom(address, saved.newest(conditions, language, feedLength));
  return sendData(c, feed, 'application/atom+xml; charset=utf-8');
}

function titleOf({ words }: Collection, language: Language): string {
  return words[language].feed;
}

const siteNames: Record<Language, string> = { ja: '架け橋', en: 'Kakehashi' };

const newsOf: Record<Language, (search: string) => string> = {
  ja: (search) => `架け橋 — ${search}の新着`,
  en: (search) => `Kakehashi — new for ${search}`,
};

/** Computes a value for each language on first use. */
function inEachLanguage<Value>(_: OpenCollection, make: (language: Language) => Value) {
  const made = new Map<Language, Value>();
  return (language: Language): Value => {
    const value = made.get(language) ?? make(language);
    made.set(language, value);
    return value;
  };
}

/** Milliseconds for which what follows from the time is kept; a run that is over leaves the files after it. */
const momentKept = 300_000;

/** Caches a value until a record changes; where values follow from the time, for five minutes at most. */
export function rememberWhileUnchanged<Value>(
  { model, kinds, now }: Pick<OpenCollection, 'model' | 'kinds' | 'now'>,
  make: () => Value,
): () => Value {
  let known: { sequence: number; moment: number; value: Value } | undefined;
  return () => {
    const { sequence } = model;
    const moment = kinds().some(({ derived }) => derived) ? Math.floor(now().getTime() / momentKept) : 0;
    if (known?.sequence !== sequence || known.moment !== moment) known = { sequence, moment, value: make() };
    return known.value;
  };
}
