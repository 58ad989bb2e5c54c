/** A link, where the address is one that Markdown can hold. */
export function markdownLink(text: string, url: string): string {
  return /^https:\/\/[^\s()<>]+$/.test(url) ? `[${escapedMarkdown(text)}](${url})` : escapedMarkdown(text);
}

/** Texts come from files of strangers: nothing in them may act as markup. */
export function escapedMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~@]/g, '\\$&').replace(/\s+/g, ' ');
}
