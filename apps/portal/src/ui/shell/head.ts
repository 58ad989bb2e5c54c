import { html } from 'hono/html';
import { raw } from 'hono/utils/html';
import type { Language } from '../../platform/i18n/language.ts';
import { siteUrl } from '../../platform/i18n/site-url.ts';
import type { PageContext } from '../../platform/web/page-context.ts';
import { uiText } from '../messages.ts';
import { sitePaths } from './site-paths.ts';

export interface HeadProps {
  ctx: PageContext;
  /** Title of the page; absent on the home page. */
  title?: string | undefined;
  description: string;
  /** Not for search engines: error pages and results of a query. */
  unlisted?: boolean | undefined;
  /** Capabilities whose style sheets the page needs, by folder. */
  styles?: readonly string[] | undefined;
  /** Feed of the page's content, without language prefix; default: the feed of everything. */
  feed?: { path: string; title: string } | undefined;
  /**
   * Whether to use system fonts: the site's fonts are 700 kB on a cold connection, too slow for someone who
   * needs help (docs/decisions/help-when-it-counts.md).
   */
  systemFonts?: boolean | undefined;
  /** The page's content in forms for programs; paths as they stand. */
  alternates?: readonly { type: string; path: string; title?: string }[] | undefined;
  /** schema.org document about the page. */
  structuredData?: unknown;
  /** Seconds between reloads without JavaScript. */
  renewedAfter?: number | undefined;
}

const colours = raw(
  '<meta name="color-scheme" content="light dark"><meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)"><meta name="theme-color" content="#0d1424" media="(prefers-color-scheme: dark)"><link rel="icon" href="/favicon.svg" type="image/svg+xml"><link rel="icon" href="/favicon.ico" sizes="32x32"><link rel="apple-touch-icon" href="/apple-touch-icon.png">',
);

export function head(page: HeadProps) {
  const { ctx, title, description, unlisted, styles = [], systemFonts, structuredData, renewedAfter } = page;
  const { alternates = [] } = page;
  const { site, footer } = uiText(ctx).label;
  const feed = page.feed ?? { path: sitePaths.feed, title: footer.feed };
  const fullTitle = title ? `${title}｜${site.name}` : site.nameInFull;
  const address = addressOf(ctx, ctx.language);
  return html`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${fullTitle}</title>
<meta name="description" content="${description}">
<link rel="stylesheet" href="${ctx.assets.styles}">
${systemFonts ? '' : html`<link rel="stylesheet" href="${ctx.assets.fonts}">`}
${styles.map((capability) => html`<link rel="stylesheet" href="${sheetOf(capability, ctx)}">`)}
<script type="module" src="${ctx.assets.script}" nonce="${ctx.nonce}"></script>
${colours}
${unlisted ? raw('<meta name="robots" content="noindex, follow">') : canonical(ctx)}
<meta property="og:title" content="${title ?? site.nameInFull}">
<meta property="og:description" content="${description}">
<meta property="og:url" content="${address}">
<meta property="og:type" content="website">
<meta property="og:site_name" content="${site.nameInFull}">
<link rel="alternate" type="application/atom+xml" title="${feed.title}" href="${ctx.href(feed.path)}">
${alternates.map(({ type, path, title: named }) => html`<link rel="alternate" type="${type}"${named ? html` title="${named}"` : ''} href="${path}">`)}
<link rel="search" type="application/opensearchdescription+xml" title="${site.name}" href="${ctx.href(sitePaths.openSearch)}">
${structuredData === undefined ? '' : jsonLd(structuredData, ctx.nonce)}
${renewedAfter ? html`<noscript><meta http-equiv="refresh" content="${renewedAfter}"></noscript>` : ''}
</head>`;
}

function sheetOf(capability: string, { assets }: PageContext): string {
  const address = assets.capabilityStyles[capability];
  if (!address) throw new Error(`the client build has no style sheet of ${capability}`);
  return address;
}

function addressOf({ baseUrl, path, queryString }: PageContext, language: Language): string {
  return siteUrl(baseUrl, path + queryString, language);
}

function canonical(ctx: PageContext) {
  const ja = addressOf(ctx, 'ja');
  const en = addressOf(ctx, 'en');
  return html`<link rel="canonical" href="${ctx.language === 'ja' ? ja : en}">
<link rel="alternate" hreflang="ja" href="${ja}"><link rel="alternate" hreflang="en" href="${en}"><link rel="alternate" hreflang="x-default" href="${ja}">`;
}

/**
 * JSON in a script element: `<` is escaped so that no text can end the element. Browsers do not run it; it carries the
 * nonce so that a script element without one is never ours.
 */
function jsonLd(document: unknown, nonce: string) {
  const json = JSON.stringify(document).replaceAll('<', '\\u003c');
  return html`<script type="application/ld+json" nonce="${nonce}">${raw(json)}</script>`;
}
