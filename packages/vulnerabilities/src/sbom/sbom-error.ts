import type { Message } from './sbom.ts';

/** Why a document could not be read at all, and what to say about it. */
const causes = {
  empty: () => ({ ja: 'ファイルが空です。', en: 'The file is empty.' }),
  'unknown-format': () => ({
    ja: 'CycloneDX（JSON・XML）、SPDX（JSON・タグ値・YAML・3.0 JSON-LD）のいずれでもありません。',
    en: 'This is neither CycloneDX (JSON, XML) nor SPDX (JSON, tag-value, YAML, 3.0 JSON-LD).',
  }),
  'unknown-vex-format': () => ({
    ja: '判断の記録（VEX）ではありません。OpenVEX、CSAF 2.0、CycloneDX（JSON・XML）のどれかで書かれたものを指定してください。',
    en: 'This is no VEX document: it is neither OpenVEX, CSAF 2.0 nor CycloneDX (JSON, XML).',
  }),
  'unsupported-format': (format: string) => ({
    ja: `${format} は読み取れません。CycloneDX か、SPDX の JSON またはタグ値で保存し直してください。`,
    en: `${format} is not read. Save it as CycloneDX, or as SPDX JSON or tag-value.`,
  }),
  'unsupported-version': (version: string) => ({
    ja: `仕様の版「${version}」には対応していません。`,
    en: `Specification version "${version}" is not supported.`,
  }),
  encoding: (found: string) => ({
    ja: `文字コードが UTF-8 ではありません（${found}）。UTF-8 で保存し直してください。`,
    en: `The text is not UTF-8 (${found}). Save it as UTF-8.`,
  }),
  truncated: () => ({
    ja: 'ファイルが途中で終わっています。',
    en: 'The file ends in the middle of the document.',
  }),
  malformed: (what: string) => ({ ja: `構文の誤りです: ${what}`, en: `Syntax error: ${what}` }),
  'forbidden-key': (key: string) => ({
    ja: `名前「${key}」は使えません。`,
    en: `The name "${key}" is not allowed.`,
  }),
  doctype: () => ({
    ja: 'DOCTYPE 宣言は受け付けません（実体や外部参照は展開しません）。',
    en: 'A DOCTYPE declaration is refused (entities and external references are never resolved).',
  }),
  'too-deep': (limit: string) => ({
    ja: `入れ子が深すぎます（上限 ${limit}）。`,
    en: `The nesting is too deep (limit ${limit}).`,
  }),
  'too-large': (limit: string) => ({
    ja: `大きすぎます（上限 ${limit} バイト）。`,
    en: `Too large (limit ${limit} bytes).`,
  }),
  'too-many': (limit: string) => ({
    ja: `部品や識別子が多すぎます（上限 ${limit}）。`,
    en: `Too many components or identifiers (limit ${limit}).`,
  }),
  invalid: (why: string) => ({ ja: `仕様に反しています: ${why}`, en: `Against the specification: ${why}` }),
};

export type SbomErrorCode = keyof typeof causes;

/** Error for an unreadable document: the reason and the position, in both languages. */
export class SbomError extends Error {
  override readonly name = 'SbomError';
  readonly code: SbomErrorCode;
  /** As in {@link SbomWarning.place}; for syntax errors `line:column`, the column counted in bytes. */
  readonly place: string;
  readonly text: Message;

  constructor(code: SbomErrorCode, place: string, detail: string | Message = '') {
    const text =
      typeof detail === 'string'
        ? causes[code](detail)
        : { ja: causes[code](detail.ja).ja, en: causes[code](detail.en).en };
    super(place ? `${place}: ${text.en}` : text.en);
    this.code = code;
    this.place = place;
    this.text = text;
  }
}
