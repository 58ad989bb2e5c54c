import { micromark } from 'micromark';

const tag = /<[^>]*>/g;
const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** Markdown as HTML. Raw HTML in it is shown as text, and addresses of unsafe kinds are dropped. */
export function markdownToHtml(source: string): string {
  return micromark(source);
}

/** The words of HTML that `markdownToHtml` made, without its tags: what is typeset and searched. */
export function textOfHtml(html: string): string {
  return unescapeHtml(html.replace(tag, ''));
}

/** Undoes the escaping of the four characters that the Markdown writer escapes. */
export function unescapeHtml(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot);/g, (entity) => entities[entity] ?? entity);
}
