import type { Context, Hono } from 'hono';
import type { CalendarEvent } from '../../../platform/collections/calendar-events.ts';
import { escapeXml } from '../../../platform/collections/feed.ts';
import { rememberWhileUnchanged } from '../../../platform/collections/file-routes.ts';
import { calendarMediaType, writeCalendar } from '../../../platform/collections/icalendar.ts';
import { languages } from '../../../platform/i18n/language.ts';
import { localPath, siteUrl } from '../../../platform/i18n/site-url.ts';
import type { Platform } from '../../../platform/platform.ts';
import { rateLimit } from '../../../platform/web/rate-limit.ts';
import type { PortalEnvironment } from '../../../platform/web/request-variables.ts';
import { DataBody, sendData } from '../../../platform/web/send-data.ts';
import type { SiteMapSection } from '../../../platform/web/site-map.ts';
import { sitePaths } from '../../../ui/shell/site-paths.ts';
import type { Catalogue } from './catalogue.ts';
import { catalogueText } from './messages.ts';
import { writeOpenSearch } from './opensearch.ts';
import { calendarFilePath, cataloguePaths } from './paths.ts';
import { calendarEvents, readCalendarQuery } from './presenting/calendar-view.ts';
import { situationIds } from './presenting/help-view.ts';
import { sitePageIds } from './presenting/site-page-view.ts';

/** Files at fixed addresses: site map, robots. */
export function catalogueFiles(
  routes: Hono<PortalEnvironment>,
  catalogue: Catalogue,
  platform: Platform,
): void {
  const { baseUrl } = platform.config;
  const siteMap = rememberWhileUnchanged(
    catalogue,
    () => new DataBody(writeSiteMap(catalogue, platform.siteMap(), baseUrl)),
  );
  calendarFiles(routes, catalogue, platform);
  routes.get('/sitemap.xml', (c) => sendData(c, siteMap(), 'application/xml; charset=utf-8'));
  for (const language of languages)
    routes.get(localPath(sitePaths.openSearch, language), (c) =>
      sendData(c, writeOpenSearch(language, baseUrl), 'application/opensearchdescription+xml; charset=utf-8'),
    );
  routes.get('/robots.txt', (c) =>
    sendData(
      c,
      `User-agent: *\nDisallow: /settings/\nDisallow: /alerts/\nDisallow: /en/alerts/\nSitemap: ${siteUrl(baseUrl, '/sitemap.xml')}\n`,
      'text/plain; charset=utf-8',
    ),
  );
}

/** The calendar as a file, whole or by a search, and the days of each record. */
function calendarFiles(routes: Hono<PortalEnvironment>, catalogue: Catalogue, platform: Platform): void {
  const { baseUrl } = platform.config;
  const limit = rateLimit(platform, (c) => c.text('Too Many Requests', 429));
  for (const language of languages) {
    const reader = { language, easy: false, furigana: false, href: (path: string) => path };
    const name = catalogueText(reader).label.calendar.name;
    const send = (c: Context<PortalEnvironment>, events: readonly CalendarEvent[]) =>
      sendData(c, writeCalendar({ name, language, baseUrl }, events), calendarMediaType);
    const whole = localPath(calendarFilePath(), language);
    routes.use(whole, limit);
    routes.get(whole, (c) => {
      const query = readCalendarQuery(new URL(c.req.url).searchParams, catalogue);
      return send(c, calendarEvents(query, catalogue, reader, platform.now()));
    });
    const one = localPath(`${cataloguePaths.calendar}/:file{[a-z0-9][a-z0-9-]{0,99}\\.ics}`, language);
    routes.use(one, limit);
    routes.get(one, (c, next) => {
      const id = (c.req.param('file') ?? '').slice(0, -'.ics'.length);
      const events = catalogue.events().filter(({ record }) => record === id);
      return events.length > 0 ? send(c, events) : next();
    });
  }
}

/** Site map of all pages in both languages with hreflang links (sitemaps.org). */
function writeSiteMap(catalogue: Catalogue, others: readonly SiteMapSection[], baseUrl: string): string {
  const fixed = [
    '/',
    '/search',
    '/finder',
    '/features',
    '/help',
    '/calendar',
    '/open-data',
    '/api',
    '/site-map',
  ];
  const situations = situationIds(catalogue).map((id) => `/help/${id}`);
  const paths = [...fixed, ...situations, ...sitePageIds.map((id) => `/${id}`)];
  const ofOthers = others.flatMap(({ pages: theirs }) => theirs.map(({ path }) => path));
  const pages = [...paths, ...ofOthers].map((path) => ({ path, updated: '' }));
  const records = catalogue
    .listed()
    .map((record) => ({ path: catalogue.pagePath(record), updated: record.updatedAt.toISOString() }));
  const address = (language: 'ja' | 'en', path: string) => escapeXml(siteUrl(baseUrl, path, language));
  const urls = [...pages, ...records].flatMap(({ path, updated }) =>
    (['ja', 'en'] as const).map(
      (language) =>
        `<url><loc>${address(language, path)}</loc>${updated && `<lastmod>${updated}</lastmod>`}` +
        `<xhtml:link rel="alternate" hreflang="ja" href="${address('ja', path)}"/>` +
        `<xhtml:link rel="alternate" hreflang="en" href="${address('en', path)}"/>` +
        `<xhtml:link rel="alternate" hreflang="x-default" href="${address('ja', path)}"/></url>`,
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`;
}
