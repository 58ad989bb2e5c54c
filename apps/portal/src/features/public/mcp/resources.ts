import { type McpServer, ResourceNotFoundError, ResourceTemplate } from '@modelcontextprotocol/server';
import { dataCatalogPaths, writeDataCatalog } from '../../../platform/collections/dcat.ts';
import { entryOf } from '../../../platform/collections/entries.ts';
import { openApiJson } from '../../../platform/collections/openapi.ts';
import { type Language, languages } from '../../../platform/i18n/language.ts';
import { siteUrl } from '../../../platform/i18n/site-url.ts';
import type { ToolSources } from './tool.ts';
import { labelsOf, longestId, recordText } from './tools/read-record.ts';

/** Most ids that are offered while somebody types one. */
const maxCompletions = 20;

/** Documents about the open data, and every record as Markdown. */
export function registerResources(server: McpServer, { platform }: ToolSources): void {
  const { collections, config } = platform;
  const document = (name: string, path: string, title: string, mimeType: string, write: () => string) =>
    server.registerResource(name, siteUrl(config.baseUrl, path), { title, mimeType }, (uri) => ({
      contents: [{ uri: uri.href, mimeType, text: write() }],
    }));
  document(
    'data-catalogue',
    dataCatalogPaths.jsonLd,
    'Catalogue of the open data (DCAT) / オープンデータの目録',
    'application/ld+json',
    () => writeDataCatalog(collections, config.baseUrl),
  );
  document('openapi', '/api/v1/openapi.json', 'OpenAPI document / APIの定義', 'application/json', () =>
    openApiJson(config.baseUrl, collections, platform.openApiParts()),
  );

  const { whole } = collections;
  const isLanguage = (word: unknown): word is Language => languages.some((language) => language === word);
  const template = new ResourceTemplate('kakehashi://records/{language}/{id}', {
    // Searching finds better than a list of everything would.
    list: undefined,
    complete: {
      language: (begun) => languages.filter((language) => language.startsWith(begun)),
      id: (begun) =>
        whole
          .listed()
          .filter(({ id }) => id.startsWith(begun))
          .slice(0, maxCompletions)
          .map(({ id }) => id),
    },
  });
  server.registerResource(
    'record',
    template,
    {
      title: 'A record / 取組',
      description: 'language: ja or en; id as in search',
      mimeType: 'text/markdown',
    },
    (uri, { language, id }) => {
      const record = typeof id === 'string' && id.length <= longestId ? whole.pick([id])[0] : undefined;
      if (!isLanguage(language) || !record || !whole.kinds().includes(whole.kind(record)))
        throw new ResourceNotFoundError(uri.href);
      const entry = entryOf(record, whole, language, config.baseUrl);
      const text = recordText(entry, labelsOf(whole.columns, language));
      return { contents: [{ uri: uri.href, mimeType: 'text/markdown', text }] };
    },
  );
}
