import { defineCollection, sortByField, sorts } from '../../../platform/collections/collection.ts';
import type { Entry } from '../../../platform/collections/entry.ts';
import { defineFacet } from '../../../platform/collections/facet.ts';
import {
  affiliation,
  age,
  copying,
  cost,
  format,
  grade,
  pageLanguage,
  purpose,
  region,
  subject,
} from '../../../platform/collections/shared-facets.ts';
import { dataOf } from '../../../platform/publishing/kind.ts';
import { initiativeKind, longestSummary } from './kinds/initiative.ts';
import { describeInitiative } from './structured-data.ts';

/** What sort of initiative it is. */
const category = defineFacet({
  name: 'category',
  label: { ja: '種類', en: 'Type' },
  meaning: {
    ja: '種類。ことば（教材）でもコード（material）でも',
    en: 'What sort of initiative, by its word (教材) or its code (material)',
  },
  several: false,
  asWord: true,
  column: {
    name: 'category',
    label: { ja: '種類', en: 'Category' },
    meaning: { ja: '取組の種類のことば。', en: 'What sort of initiative.' },
    example: '演習',
  },
});

/** Search collection of all listed records, with the three axes and further facets. */
export const catalogueCollection = defineCollection({
  name: 'entries',
  path: '/search',
  feed: '/feed.atom',
  label: { ja: '取組', en: 'entries', one: 'entry' },
  kinds: 'listed',
  sorts: [
    sorts.relevance,
    sorts.newest,
    sorts.confirmed,
    sortByField('soonest', 'nextStart', { ja: '日の近い順', en: 'Soonest' }, 'ascending'),
    sorts.title,
  ],
  facets: [purpose, age, affiliation, category, region, cost, format, grade, subject, copying, pageLanguage],
  card: { kicker: 'category', facts: ['affiliation', 'cost'] },
  columns: [
    {
      name: 'id',
      label: { ja: '識別子', en: 'Identifier' },
      meaning: {
        ja: 'このサイトでの識別子。変わりません。',
        en: 'Identifier on this site; it never changes.',
      },
      example: 'cyder',
    },
    {
      name: 'kind',
      label: { ja: '種別', en: 'Kind' },
      meaning: { ja: '公開物の種類。', en: 'Kind of publication.' },
      example: 'initiative',
    },
    {
      name: 'title',
      label: { ja: '名前', en: 'Title' },
      meaning: { ja: '取組の名前。', en: 'Name of the initiative.' },
      example: 'CYDER（実践的サイバー防御演習）',
    },
    {
      name: 'summary',
      label: { ja: '一文の説明', en: 'Summary' },
      meaning: {
        ja: `何の役に立つかを一文で。取組では${longestSummary.ja}字（英語は${longestSummary.en}字）まで。`,
        en: `What it does, in one sentence; for an initiative up to ${longestSummary.en} characters (${longestSummary.ja} in Japanese).`,
      },
      example: '事故対応の流れを体験して覚える演習です。',
    },
    {
      name: 'operator',
      label: { ja: '実施主体', en: 'Operator' },
      meaning: { ja: '取組を行う団体。', en: 'Body that runs it.' },
      example: 'NICT',
    },
    {
      name: 'status',
      label: { ja: '実施の状況', en: 'Status' },
      meaning: { ja: 'active、ended、to-check（要確認）。', en: 'active, ended or to-check.' },
      example: 'active',
    },
    {
      name: 'addressSeen',
      label: { ja: 'アドレスの確認', en: 'Address seen' },
      meaning: {
        ja: 'own：実施主体のページ、third：他のページ、no：未確認。',
        en: 'own: operator’s page; third: another page; no: not yet seen.',
      },
      example: 'own',
    },
    {
      name: 'heldOn',
      label: { ja: '開催日', en: 'Held on' },
      meaning: {
        ja: '催しが開かれる日。日がないときは空。',
        en: 'Days on which it is held; empty where there are none.',
      },
      example: '2027-01-15',
    },
    {
      name: 'applyBy',
      label: { ja: '申込締切', en: 'Apply by' },
      meaning: { ja: '申し込める最後の日。', en: 'The last day to apply.' },
      example: '2027-01-08',
    },
    {
      name: 'everyYear',
      label: { ja: '毎年の期間', en: 'Period of each year' },
      meaning: {
        ja: '毎年行うものの、始まりと終わりの月日。',
        en: 'For what is held each year: month and day of its beginning and end.',
      },
      example: '02-01/03-18',
    },
    {
      name: 'minutes',
      label: { ja: 'かかる時間', en: 'Minutes it takes' },
      meaning: { ja: '一回にかかる、おおよその分。', en: 'About how many minutes it takes once.' },
      example: '60',
    },
    {
      name: 'telephone',
      label: { ja: '電話番号', en: 'Telephone' },
      meaning: { ja: '日本でかけられる番号。', en: 'A number as it is dialled in Japan.' },
      example: '03-5978-7509',
    },
    {
      name: 'hours',
      label: { ja: '受付時間', en: 'Hours' },
      meaning: { ja: '電話に出る時間。', en: 'When the telephone is answered.' },
      example: '平日 9時30分から17時まで',
    },
    {
      name: 'mail',
      label: { ja: 'メールアドレス', en: 'Mail address' },
      meaning: { ja: '問い合わせ先。', en: 'Where to write.' },
      example: 'desk@example.jp',
    },
    {
      name: 'contactForm',
      label: { ja: 'フォーム', en: 'Contact form' },
      meaning: { ja: '問い合わせか申し込みのフォームのページ。', en: 'Page of a form to ask or to apply.' },
      example: 'https://example.jp/form',
    },
    {
      name: 'image',
      label: { ja: '画像', en: 'Picture' },
      meaning: {
        ja: '画像のアドレス。ないときは空。画像の利用条件は、このデータの利用条件とは別です。',
        en: 'Address of the picture; empty where there is none. Its terms of use are not those of this data.',
      },
      example: 'https://example.jp/pictures/cyder/…-1200x800.jpg',
    },
    {
      name: 'imageAlt',
      label: { ja: '画像の説明', en: 'What the picture shows' },
      meaning: { ja: '画像に何が写っているか。', en: 'What is in the picture.' },
      example: '演習室で参加者が画面を見ている',
    },
    {
      name: 'imageCredit',
      label: { ja: '画像の作者・利用条件', en: 'Credit of the picture' },
      meaning: {
        ja: '画像の作者や利用条件。書かれていないときは空。',
        en: 'Who made the picture, and its terms of use; empty where nothing is said.',
      },
      example: '撮影 ○○市、CC BY 4.0',
    },
  ],
  openData: {
    title: { ja: 'サイバーセキュリティの取組', en: 'Cybersecurity initiatives in Japan' },
    description: {
      ja: '国、自治体、団体、企業が行うサイバーセキュリティの講座、教材、相談窓口、支援制度などの一覧です。目的、年齢層、所属、地域、費用、日程、連絡先、公式ページのアドレスを含みます。',
      en: 'Courses, materials, consultation desks, support schemes and more against cyber threats in Japan, with purpose, age group, affiliation, region, cost, days, contact and the address of the official page.',
    },
  },
  linkedData: ({ title, summary, operator, url, lang }: Entry, record) =>
    record.kind === initiativeKind.name
      ? describeInitiative(dataOf(initiativeKind, record), {
          name: title,
          description: summary,
          operator: operator ?? '',
          language: lang,
          audiences: [],
        })
      : { '@type': 'Article', name: title, description: summary, url },
  words: {
    ja: {
      heading: '｜取組《とりくみ》をさがす',
      description: 'サイバーセキュリティの取組を、ことばと条件で探します。',
      relaxed:
        'すべてのことばを｜含《ふく》む｜取組《とりくみ》はありませんでした。｜一部《いちぶ》を｜含《ふく》むものを｜示《しめ》します。',
      emptyHeading: '｜合《あ》う｜取組《とりくみ》が｜見《み》つかりませんでした',
      emptyLead:
        'ことばを｜短《みじか》くするか、｜条件《じょうけん》を｜外《はず》すと｜見《み》つかることがあります。',
      feed: '架け橋 — 新しく載った取組',
    },
    en: {
      heading: 'Search initiatives',
      description: 'Search cybersecurity initiatives by words and conditions.',
      relaxed: 'No initiative has all of your words. These have some of them.',
      emptyHeading: 'Nothing found',
      emptyLead: 'Fewer words or fewer filters may help.',
      feed: 'Kakehashi — newly listed initiatives',
    },
    easy: {
      emptyHeading: '｜見《み》つかりませんでした',
      emptyLead: '｜短《みじか》い｜言葉《ことば》でもう｜一度《いちど》さがしてください。',
      relaxed:
        '｜全部《ぜんぶ》の｜言葉《ことば》があるものはありません。｜一部《いちぶ》の｜言葉《ことば》があるものです。',
    },
  },
});

const { facets } = catalogueCollection;
export type FacetName = (typeof facets)[number]['name'];
export const facetNames = facets.map(({ name }) => name) as readonly FacetName[];
