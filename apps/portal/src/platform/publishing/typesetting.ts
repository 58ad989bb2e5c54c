import type { TypesetText } from '../i18n/typesetting.ts';

/** Typeset Japanese texts of a record by their path, such as `title.ja` or `steps.0.body.easy`. */
export type TypesetFields = Record<string, TypesetText>;

/** Cuts Japanese text into runs with furigana and phrase breaks. */
export type Typesetter = (text: string) => TypesetText;

const hasJapanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const japaneseKeys = new Set(['ja', 'easy']);

/**
 * Typesets every Japanese text of a record: whatever stands under a key `ja` or `easy`, at any depth.
 * @param data  the record's data
 */
export function typesetFields(data: unknown, typeset: Typesetter): TypesetFields {
  const fields: TypesetFields = {};
  const visit = (value: unknown, path: string, key: string): void => {
    if (typeof value === 'string') {
      if (japaneseKeys.has(key) && hasJapanese.test(value)) fields[path] = typeset(value);
      return;
    }
    if (value === null || typeof value !== 'object') return;
    for (const [name, inner] of Object.entries(value)) visit(inner, path ? `${path}.${name}` : name, name);
  };
  visit(data, '', '');
  return fields;
}
