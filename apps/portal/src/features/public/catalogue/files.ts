import type { Hono } from 'hono';
import type { Platform } from '../../../platform/platform.ts';
import { rateLimit, type TooOften } from '../../../platform/web/rate-limit.ts';
import type { PortalEnvironment } from '../../../platform/web/request-variables.ts';
import { DataBody, sendData } from '../../../platform/web/send-data.ts';
import type { SiteMapSection } from '../../../platform/web/site-map.ts';
import type { Catalogue } from './catalogue.ts';
import { entryOf } from './entries.ts';
import { escapeXml, writeAtom } from './feed.ts';
import { writeCsv, writeJsonLd } from './open-data.ts';
import { situationIds } from './presenting/help-view.ts';
import { sitePageIds } from './presenting/site-page-view.ts';
import { createSavedSearches } from './saved-search.ts';

const feedLength = 30;

/** Files at fixed addresses: open data, feeds, site map, robots. */
export function catalogueFiles(
  routes: Hono<PortalEnvironment>,
  catalogue: Catalogue,
  platform: Platform,
): void {
  const { baseUrl } = platform.config;
  const remember = <Value>(make: () => Value) => rememberWhileUnchanged(catalogue, make);
  const entries = remember(() =>
    catalogue.listed().map((record) => entryOf(record, catalogue, 'ja', baseUrl)),
  );
  const csv = remember(() => new DataBody(writeCsv(entries())));
  const json = remember(
    () => new DataBody(JSON.stringify({ licence: 'PDL 1.0', source: baseUrl, entries: entries() })),
  );
  const jsonLd = remember(() => new DataBody(writeJsonLd(entries(), baseUrl)));
  const siteMap = remember(() => new DataBody(writeSiteMap(catalogue, platform.siteMap(), baseUrl)));

  const tooOften: TooOften = (c) => c.text('Too Many Requests', 429);
  routes.use('/open-data/*', rateLimit(platform, tooOften));
  routes.get('/open-data/entries.csv', (c) => {
    c.header('Content-Disposition', 'attachment; filename="kakehashi-entries.csv"');
    return sendData(c, csv(), 'text/csv; charset=utf-8');
  });
  routes.get('/open-data/entries.json', (c) => sendData(c, json(), 'application/json; charset=utf-8'));
  routes.get('/open-data/entries.jsonld', (c) => sendData(c, jsonLd(), 'application/ld+json; charset=utf-8'));

  const saved = createSavedSearches(catalogue, baseUrl);
  for (const [path, language, title, titleOf] of [
    ['/feed.atom', 'ja', '架け橋 — 新しく載った取組', (search: string) => `架け橋 — ${search}の新着`],
    [
      '/en/feed.atom',
      'en',
      'Kakehashi — newly listed initiatives',
      (search: string) => `Kakehashi — new for ${search}`,
    ],
  ] as const) {
    routes.use(path, rateLimit(platform, tooOften));
    routes.get(path, (c) => {
      const conditions = saved.conditions(new URL(c.req.url).searchParams);
      const query = conditions && `?${conditions}`;
      const prefix = baseUrl + (language === 'en' ? '/en' : '');
      const address = {
        title: conditions ? titleOf(saved.describe(conditions, language)) : title,
        self: baseUrl + path + query,
        page: conditions ? `${prefix}/search${query}` : `${prefix}${language === 'en' ? '' : '/'}`,
        language,
      };
      const feed = writeAtom(address, saved.newest(conditions, language, feedLength));
      return sendData(c, feed, 'application/atom+xml; charset=utf-8');
    });
  }

  routes.get('/sitemap.xml', (c) => sendData(c, siteMap(), 'application/xml; charset=utf-8'));
  routes.get('/robots.txt', (c) =>
    sendData(
      c,
      `User-agent: *\nDisallow: /settings/\nDisallow: /alerts/\nDisallow: /en/alerts/\nSitemap: ${baseUrl}/sitemap.xml\n`,
      'text/plain; charset=utf-8',
    ),
  );
}

/** Makes a value when first asked, and again only after a record changed. */
function rememberWhileUnchanged<Value>(catalogue: Catalogue, make: () => Value): () => Value {
  let known: { sequence: number; value: Value } | undefined;
  return () => {
    const { sequence } = catalogue.model;
    if (known?.sequence !== sequence) known = { sequence, value: make() };
    return known.value;
  };
}

/** Every page in both languages, each pointing to the other (sitemaps.org, hreflang). */
function writeSiteMap(catalogue: Catalogue, others: readonly SiteMapSection[], baseUrl: string): string {
  const fixed = ['/', '/search', '/finder', '/features', '/help', '/open-data', '/api', '/site-map'];
  const situations = situationIds(catalogue).map((id) => `/help/${id}`);
  const paths = [...fixed, ...situations, ...sitePageIds.map((id) => `/${id}`)];
  const ofOthers = others.flatMap(({ pages: theirs }) => theirs.map(({ path }) => path));
  const pages = [...paths, ...ofOthers].map((path) => ({ path, updated: '' }));
  const records = catalogue
    .listed()
    .map((record) => ({ path: catalogue.pagePath(record), updated: record.updatedAt.toISOString() }));
  const address = (language: 'ja' | 'en', path: string) =>
    escapeXml(language === 'ja' ? baseUrl + path : `${baseUrl}/en${path === '/' ? '' : path}`);
  const urls = [...pages, ...records].flatMap(({ path, updated }) =>
    (['ja', 'en'] as const).map(
      (language) =>
        `<url><loc>${address(language, path)}</loc>${updated && `<lastmod>${updated}</lastmod>`}` +
        `<xhtml:link rel="alternate" hreflang="ja" href="${address('ja', path)}"/>` +
        `<xhtml:link rel="alternate" hreflang="en" href="${address('en', path)}"/></url>`,
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`;
}
