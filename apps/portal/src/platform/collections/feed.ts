import type { Entry } from './entry.ts';
import { licence } from './open-data.ts';

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
/** Characters not allowed in XML 1.0. */
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

export function escapeXml(text: string): string {
  return text.replace(forbidden, '').replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

export interface FeedEntry {
  entry: Entry;
  publishedAt: Date;
  updatedAt: Date;
}

export interface FeedAddress {
  title: string;
  /** Address of the feed itself. */
  self: string;
  /** Name of the site, the author of what names no other. */
  author: string;
  /** Page it belongs to. */
  page: string;
  language: string;
}

/** An Atom feed (RFC 4287) of entries, newest first. */
export function writeAtom(feed: FeedAddress, entries: readonly FeedEntry[]): string {
  const updated = new Date(Math.max(0, ...entries.map(({ updatedAt }) => updatedAt.getTime())));
  const items = entries.map(
    ({ entry, publishedAt, updatedAt }) => `  <entry>
    <id>${escapeXml(entry.page)}</id>
    <title>${escapeXml(entry.title)}</title>
    <link rel="alternate" type="text/html" hreflang="${feed.language}" href="${escapeXml(entry.page)}"/>
    <published>${publishedAt.toISOString()}</published>
    <updated>${updatedAt.toISOString()}</updated>
    <summary>${escapeXml(entry.summary)}</summary>
    ${entry.operator ? `<author><name>${escapeXml(entry.operator)}</name></author>` : ''}
  </entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">
  <id>${escapeXml(feed.self)}</id>
  <title>${escapeXml(feed.title)}</title>
  <link rel="self" type="application/atom+xml" href="${escapeXml(feed.self)}"/>
  <link rel="alternate" type="text/html" hreflang="${feed.language}" href="${escapeXml(feed.page)}"/>
  <link rel="license" href="${escapeXml(licence.url)}"/>
  <updated>${updated.toISOString()}</updated>
  <author><name>${escapeXml(feed.author)}</name></author>
  <rights>${escapeXml(licence.name)}</rights>
${items.join('\n')}
</feed>
`;
}
