import type { MentionType } from '../mention.ts';

export type Language = 'ja' | 'en';

interface TypeWords {
  /** A pseudonym with its label. */
  readonly labelled: Readonly<Record<Language, (label: string) => string>>;
  /** What a thing of this type is called where nothing more is said of it. */
  readonly vague: Readonly<Record<Language, string>>;
}

function words(ja: string, en: string, vagueJa = ja, vagueEn = en): TypeWords {
  return {
    labelled: { ja: (label) => ja + label, en: (label) => `${en} ${label}` },
    vague: { ja: vagueJa, en: vagueEn },
  };
}

export const TYPE_WORDS: Readonly<Record<MentionType, TypeWords>> = {
  person: words('担当者', 'Person', '担当者', 'a person'),
  organisation: {
    labelled: { ja: (label) => `${label}社`, en: (label) => `Company ${label}` },
    vague: { ja: 'ある組織', en: 'an organisation' },
  },
  place: words('地域', 'Area', 'ある地域', 'an area'),
  facility: words('施設', 'Site', 'ある施設', 'a site'),
  product: words('製品', 'Product', 'ある製品', 'a product'),
  event: words('行事', 'Event', 'ある行事', 'an event'),
  date: words('時期', 'Date', 'ある時期', 'some time'),
  time: words('時刻', 'Time', 'ある時刻', 'some time of the day'),
  amount: words('金額', 'Amount', 'ある金額', 'an amount'),
  count: words('数量', 'Number', 'ある数', 'a number'),
  email: words('メールアドレス', 'Mail address'),
  url: words('アドレス', 'Web address', 'ウェブのアドレス', 'a web address'),
  domain: words('ドメイン', 'Domain'),
  'ip-address': words('IPアドレス', 'IP address'),
  'mac-address': words('MACアドレス', 'MAC address'),
  'host-name': words('ホスト', 'Host', 'ある機器', 'a host'),
  'as-number': words('AS番号', 'AS number'),
  telephone: words('電話番号', 'Telephone number'),
  'postal-code': words('郵便番号', 'Postal code'),
  address: words('所在地', 'Address', 'ある所在地', 'an address'),
  'corporate-number': words('法人番号', 'Corporate number'),
  'individual-number': words('個人番号', 'Individual number'),
  'credit-card': words('カード番号', 'Card number'),
  'bank-account': words('口座', 'Bank account'),
  'vehicle-plate': words('車両', 'Vehicle'),
  hash: words('ハッシュ値', 'Hash'),
  'crypto-address': words('暗号資産アドレス', 'Wallet'),
  'file-path': words('ファイル', 'File'),
  vulnerability: words('脆弱性', 'Vulnerability', 'ある脆弱性', 'a vulnerability'),
  ticket: words('管理番号', 'Reference'),
  account: words('アカウント', 'Account'),
  version: words('バージョン', 'Version', 'あるバージョン', 'a version'),
};

export const REMOVED: Readonly<Record<Language, string>> = { ja: '［非公開］', en: '[withheld]' };
