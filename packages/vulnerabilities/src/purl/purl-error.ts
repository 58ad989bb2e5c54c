/** The part of a package URL that broke a rule. */
export type PurlPart = 'scheme' | 'type' | 'namespace' | 'name' | 'version' | 'qualifiers' | 'subpath';

export type PurlErrorCode =
  | 'missing'
  | 'prohibited'
  | 'bad-character'
  | 'bad-encoding'
  | 'slash-in-segment'
  | 'duplicate-key'
  | 'type-rule';

const WORDING: Record<PurlErrorCode, { en: string; ja: string }> = {
  missing: { en: 'is required', ja: 'が必要です' },
  prohibited: { en: 'is not allowed for this type', ja: 'はこの種別では使えません' },
  'bad-character': { en: 'has a character that is not allowed', ja: 'に使えない文字があります' },
  'bad-encoding': { en: 'is not valid percent-encoded UTF-8', ja: 'のパーセント符号化が正しくありません' },
  'slash-in-segment': { en: 'has an encoded slash in a segment', ja: 'の区切りの中に「/」があります' },
  'duplicate-key': { en: 'has the same key twice', ja: 'に同じキーが二度あります' },
  'type-rule': { en: 'breaks a rule of this type', ja: 'がこの種別の規則に反しています' },
};

/** Why a text is not a package URL, or why parts cannot be made into one. */
export class PurlError extends Error {
  readonly code: PurlErrorCode;
  readonly part: PurlPart;
  /** The value at fault, cut to 200 characters. */
  readonly found: string;
  readonly ja: string;

  constructor(code: PurlErrorCode, part: PurlPart, found: string) {
    const shown = found.length > 200 ? `${found.slice(0, 200)}…` : found;
    super(`package URL: ${part} ${WORDING[code].en} (${JSON.stringify(shown)})`);
    this.name = 'PurlError';
    this.code = code;
    this.part = part;
    this.found = shown;
    this.ja = `パッケージURL：${part}${WORDING[code].ja}（${JSON.stringify(shown)}）`;
  }
}
