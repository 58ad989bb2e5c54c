type Code =
  | 'malformed'
  | 'doctype'
  | 'encoding'
  | 'empty'
  | 'truncated'
  | 'too-deep'
  | 'too-large'
  | 'no-law'
  | 'unknown-format';

const messages: Record<Code, (detail: string) => { ja: string; en: string }> = {
  malformed: (detail) => ({
    ja: `XML または JSON として読めません（${detail}）`,
    en: `not readable as XML or JSON (${detail})`,
  }),
  doctype: () => ({
    ja: 'DOCTYPE は使えません。取り除いてください',
    en: 'a DOCTYPE is not accepted; remove it',
  }),
  encoding: () => ({
    ja: 'UTF-8 ではありません。UTF-8 で保存してください',
    en: 'not UTF-8; save it as UTF-8',
  }),
  empty: () => ({ ja: '中身がありません', en: 'there is nothing in it' }),
  truncated: (detail) => ({ ja: `途中で終わっています（${detail}）`, en: `it ends midway (${detail})` }),
  'too-deep': (detail) => ({
    ja: `入れ子が深すぎます（${detail} 段まで）`,
    en: `nested too deeply (${detail} levels at most)`,
  }),
  'too-large': (detail) => ({ ja: `大きすぎます（${detail} まで）`, en: `too large (${detail} at most)` }),
  'no-law': () => ({ ja: '法令（Law 要素）がありません', en: 'it holds no law (no Law element)' }),
  'unknown-format': () => ({
    ja: 'この JSON の形は読めません。e-Gov の法令 XML か、条ごとの JSON を渡してください',
    en: 'this form of JSON is not known; give e-Gov law XML or JSON by article',
  }),
};

/** The bytes cannot be read as a law. `place` is `line:column` in XML, a path in JSON. */
export class LawTextError extends Error {
  readonly code: Code;
  readonly place: string;
  readonly text: { ja: string; en: string };

  constructor(code: Code, place: string, detail = '') {
    const text = messages[code](detail);
    super(`${place}: ${text.en}`);
    this.name = 'LawTextError';
    this.code = code;
    this.place = place;
    this.text = text;
  }
}
