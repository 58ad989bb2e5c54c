import type { ColumnWording } from './facet.ts';

/** Wording of the columns that every collection has; a collection may override it. */
export const baseWording = {
  id: worded(
    '識別子',
    'Identifier',
    'このサイトでの識別子。変わりません。',
    'Identifier on this site; it never changes.',
    'cyder',
  ),
  kind: worded('種別', 'Kind', '公開物の種類。', 'Kind of publication.'),
  title: worded('名前', 'Title', '名前。', 'Its name.'),
  summary: worded('一文の説明', 'Summary', '何の役に立つかを一文で。', 'What it does, in one sentence.'),
  description: worded('説明', 'Description', 'Markdownで書かれた説明。', 'Description in Markdown.'),
  operator: worded('実施主体', 'Operator', '行う団体。', 'Body that runs it.'),
  url: worded(
    '公式ページ',
    'Official page',
    '公式ページのアドレス（なければこのサイトのページ）。',
    'Address of the official page; where there is none, of the page on this site.',
    'https://www.example.jp/',
  ),
  page: worded(
    'このサイトのページ',
    'Page here',
    'このサイトでのページのアドレス。',
    'Address of its page on this site.',
    'https://portal.example.jp/initiatives/cyder',
  ),
  lang: worded('言語', 'Language', '文章の言語（ja、en）。', 'Language of the texts (ja, en).', 'ja'),
  enteredOn: worded(
    '登録日',
    'Entered on',
    'このサイトに登録した日。',
    'Day it was entered here.',
    '2026-11-23',
  ),
  confirmedOn: worded(
    '最終確認日',
    'Confirmed on',
    '運営者が最後に確認した日。確認前は空（JSONでは null）。',
    'Day its operator last confirmed it; before that empty (null in JSON).',
  ),
  updatedOn: worded(
    '更新日',
    'Updated on',
    'このサイトで最後に更新した日。',
    'Day it last changed here.',
    '2026-11-23',
  ),
  sample: worded('見本', 'Sample', '見本のデータなら true。', 'true for sample data.', 'false'),
};

function worded(
  labelJa: string,
  labelEn: string,
  meaningJa: string,
  meaningEn: string,
  example = '',
): Omit<ColumnWording, 'name'> {
  return { label: { ja: labelJa, en: labelEn }, meaning: { ja: meaningJa, en: meaningEn }, example };
}
