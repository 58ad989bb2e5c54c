import type { Label } from '../../../platform/i18n/localised.ts';
import { longestSummary } from './kinds/initiative.ts';

/** A column of the open data; the page that explains the columns and the files are made from this one table. */
interface OpenDataColumn<Name extends string> {
  /** Of a field of an entry. */
  name: Name;
  label: Label;
  meaning: Label;
  example: string;
}

export const openDataColumns = [
  column(
    'id',
    '識別子',
    'Identifier',
    'このサイトでの識別子。変わりません。',
    'Identifier on this site; it never changes.',
    'cyder',
  ),
  column('kind', '種別', 'Kind', '公開物の種類。', 'Kind of publication.', 'initiative'),
  column(
    'title',
    '名前',
    'Title',
    '取組の名前。',
    'Name of the initiative.',
    'CYDER（実践的サイバー防御演習）',
  ),
  column(
    'summary',
    '一文の説明',
    'Summary',
    `何の役に立つかを一文で。取組では${longestSummary.ja}字（英語は${longestSummary.en}字）まで。`,
    `What it does, in one sentence; for an initiative up to ${longestSummary.en} characters (${longestSummary.ja} in Japanese).`,
    '事故対応の流れを体験して覚える演習です。',
  ),
  column(
    'description',
    '説明',
    'Description',
    'Markdownで書かれた説明。',
    'Description in Markdown.',
    '## 内容 …',
  ),
  column('operator', '実施主体', 'Operator', '取組を行う団体。', 'Body that runs it.', 'NICT'),
  column(
    'url',
    '公式ページ',
    'Official page',
    '公式ページのアドレス（なければこのサイトのページ）。',
    'Address of the official page; where there is none, of the page on this site.',
    'https://cyder.nict.go.jp/',
  ),
  column(
    'page',
    'このサイトのページ',
    'Page here',
    'このサイトでのページのアドレス。',
    'Address of its page on this site.',
    '…/initiatives/cyder',
  ),
  column('lang', '言語', 'Language', '文章の言語（ja、en）。', 'Language of the texts (ja, en).', 'ja'),
  column(
    'purposes',
    '目的',
    'Purposes',
    '目的の値。CSVでは ; で区切ります。',
    'Purpose values; in CSV they are separated by “;”.',
    'train;respond',
  ),
  column('ages', '年齢層', 'Age groups', '年齢層の値。', 'Age group values.', 'adult'),
  column('affiliations', '所属', 'Affiliations', '所属の値。', 'Affiliation values.', 'public;critical'),
  column('category', '種類', 'Category', '取組の種類のことば。', 'What sort of initiative.', '演習'),
  column(
    'regions',
    '地域',
    'Regions',
    'nationwide または都道府県コード（JIS X 0401）。',
    'nationwide, or prefecture codes (JIS X 0401).',
    'nationwide',
  ),
  column(
    'cost',
    '費用',
    'Cost',
    'free、partly、paid、unknown のどれか。',
    'free, partly, paid or unknown.',
    'partly',
  ),
  column('formats', '形式', 'Formats', '形式の値。', 'Format values.', 'online'),
  column(
    'status',
    '実施の状況',
    'Status',
    'active、ended、to-check（要確認）。',
    'active, ended or to-check.',
    'active',
  ),
  column(
    'addressSeen',
    'アドレスの確認',
    'Address seen',
    'own：実施主体のページ、third：他のページ、no：未確認。',
    'own: operator’s page; third: another page; no: not yet seen.',
    'own',
  ),
  column(
    'enteredOn',
    '登録日',
    'Entered on',
    'このサイトに登録した日。',
    'Day it was entered here.',
    '2026-11-23',
  ),
  column(
    'confirmedOn',
    '最終確認日',
    'Confirmed on',
    '運営者が最後に確認した日。確認前は空（JSONでは null）。',
    'Day its operator last confirmed it; before that empty (null in JSON).',
    '',
  ),
  column(
    'updatedOn',
    '更新日',
    'Updated on',
    'このサイトで最後に更新した日。',
    'Day it last changed here.',
    '2026-11-23',
  ),
  column('sample', '見本', 'Sample', '見本のデータなら true。', 'true for sample data.', 'false'),
] as const;

function column<const Name extends string>(
  name: Name,
  labelJa: string,
  labelEn: string,
  meaningJa: string,
  meaningEn: string,
  example: string,
): OpenDataColumn<Name> {
  return { name, label: { ja: labelJa, en: labelEn }, meaning: { ja: meaningJa, en: meaningEn }, example };
}
