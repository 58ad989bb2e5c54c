import type { TypesetText } from '../i18n/typesetting.ts';
import { markdownToHtml, textOfHtml } from '../typesetting/markdown.ts';

/** Typeset Japanese texts of a record by their path, such as `title.ja` or `steps.0.body.easy`. */
export type TypesetFields = Record<string, TypesetText>;

/** Cuts Japanese text into runs with furigana and phrase breaks. */
export type Typesetter = (text: string) => TypesetText;

const hasJapanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const japaneseKeys = new Set(['ja', 'easy']);
/** Texts under these keys are Markdown: the house's convention for every kind. */
export const markdownKeys: ReadonlySet<string> = new Set(['description', 'body']);

/**
 * Typesets every Japanese text of a record: whatever stands under a key `ja` or `easy`, at any depth. Of
 * Markdown the words are typeset, without its marks.
 * @param data  the record's data
 */
export function typesetFields(data: unknown, typeset: Typesetter): TypesetFields {
  const fields: TypesetFields = {};
  const visit = (value: unknown, path: string[]): void => {
    const [parent, key] = path.slice(-2);
    if (typeof value === 'string') {
      if (!key || !japaneseKeys.has(key) || !hasJapanese.test(value)) return;
      const words = parent && markdownKeys.has(parent) ? textOfHtml(markdownToHtml(value)) : value;
      fields[path.join('.')] = typeset(words);
      return;
    }
    if (value === null || typeof value !== 'object') return;
    for (const [name, inner] of Object.entries(value)) visit(inner, [...path, name]);
  };
  visit(data, []);
  return fields;
}
