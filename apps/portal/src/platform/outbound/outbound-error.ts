import type { Label } from '../i18n/localised.ts';

export type OutboundErrorCode =
  | 'address-refused'
  | 'unresolvable'
  | 'unreachable'
  | 'too-slow'
  | 'too-many-redirects';

const messages: Record<OutboundErrorCode, Label> = {
  'address-refused': {
    ja: 'このアドレスには接続できません。インターネットに公開された http か https のアドレスを指定してください。',
    en: 'This address cannot be called. Give an http or https address on the public Internet.',
  },
  unresolvable: {
    ja: 'ホスト名が見つかりません。',
    en: 'There is no host of this name.',
  },
  unreachable: { ja: '接続できませんでした。', en: 'It could not be reached.' },
  'too-slow': { ja: '時間内に応答がありませんでした。', en: 'It did not answer in time.' },
  'too-many-redirects': { ja: '転送が多すぎます。', en: 'It redirects too many times.' },
};

/** Why a call to another server failed. */
export class OutboundError extends Error {
  override readonly name = 'OutboundError';
  readonly code: OutboundErrorCode;
  readonly text: Label;

  constructor(code: OutboundErrorCode, detail: string, options?: ErrorOptions) {
    super(`${messages[code].en} (${detail})`, options);
    this.code = code;
    this.text = messages[code];
  }
}
