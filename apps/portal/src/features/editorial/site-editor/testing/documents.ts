import type { BrowserSession } from '../../../../../test/browser-session.ts';
import { hidden } from '../../../../../test/editorial-visitors.ts';

/** The page of a document, or one below it. */
export const address = (id: string, rest = '') => `/editing/items/${id}${rest}`;
export const text = async (answer: Promise<Response>) => (await answer).text();

/** Fills in a part as its page offers it, and does something to a list. */
export async function save(
  who: BrowserSession,
  id: string,
  part: string,
  fields: Record<string, string>,
  wish: Record<string, string> = { after: 'save' },
): Promise<Response> {
  const path = `${address(id, '/edit')}?part=${part}`;
  const page = await text(who.get(path));
  return who.post(path, { ...typedIn(page), ...fields, seen: hidden(page, 'seen'), ...wish });
}

/** What stands in the form of a page, as far as it has one value. */
export function typedIn(page: string): Record<string, string> {
  const [, form = ''] = /<form method="post"[^>]*id="document"[^>]*>(.*?)<\/form>/s.exec(page) ?? [];
  const fields: Record<string, string> = {};
  for (const [, name = '', value = ''] of form.matchAll(/<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)</g))
    fields[name] = unescaped(value);
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const [, name = ''] = /name="([^"]+)"/.exec(tag) ?? [];
    const [, value = ''] = /value="([^"]*)"/.exec(tag) ?? [];
    const box = /type="(checkbox|radio)"/.test(tag);
    if (name && (!box || /checked/.test(tag))) fields[name] = unescaped(value);
  }
  return fields;
}

const unescaped = (html: string) =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** Sends a document on its way: for approval, as a minor edit, at once. */
export async function send(who: BrowserSession, id: string, way: string): Promise<Response> {
  return who.post(address(id, '/send'), { way, reason: 'ためしに' });
}
