import type { Entry } from './entry.ts';

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
    <link href="${escapeXml(entry.page)}"/>
    <published>${publishedAt.toISOString()}</published>
    <updated>${updatedAt.toISOString()}</updated>
    <summary>${escapeXml(entry.summary)}</summary>
    <author><name>${escapeXml(entry.operator ?? feed.title)}</name></author>
  </entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">
  <id>${escapeXml(feed.self)}</id>
  <title>${escapeXml(feed.title)}</title>
  <link rel="self" href="${escapeXml(feed.self)}"/>
  <link href="${escapeXml(feed.page)}"/>
  <updated>${updated.toISOString()}</updated>
${items.join('\n')}
</feed>
`;
}
