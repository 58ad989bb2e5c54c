import { z } from 'zod';
import { type ClosedFacet, closedValue } from '../../../../platform/collections/facet.ts';
import { copying, grade, pageLanguage, subject } from '../../../../platform/collections/shared-facets.ts';
import { contactFields } from '../../../../platform/contact/contact.ts';
import { telephoneNumber } from '../../../../platform/contact/telephone.ts';
import { localised, localisedEasy } from '../../../../platform/i18n/localised.ts';
import { pictureField } from '../../../../platform/pictures/picture.ts';
import { longestAddress } from '../../../../platform/publishing/addresses.ts';
import { field } from '../../../../platform/publishing/field.ts';
import { type DataOf, defineKind } from '../../../../platform/publishing/kind.ts';
import { yearlyPeriod } from '../../../../platform/publishing/yearly-period.ts';
import { localisedMarkdown } from '../../../../platform/typesetting/markdown-text.ts';
import { derivedInitiative } from './next-day.ts';

/** Most values of one facet that an initiative carries, and characters of each. */
const values = z.array(z.string().max(60)).min(1).max(60);

/** A day's work; longer ones are counted in days. */
const longestMinutes = 10_000;

const severalOf = (facet: ClosedFacet) => z.array(closedValue(facet)).min(1).max(60);

/** Characters that the sentence on a card may have: two lines of it on a phone stay in sight. */
export const longestSummary = { ja: 80, en: 160, easy: 80 };

const initiativeSchema = z
  .strictObject({
    title: field(localised('name'), {
      label: { ja: '名前', en: 'Name' },
      search: 'title',
      export: 'title',
    }),
    summary: field(localisedEasy(longestSummary), {
      label: { ja: '一文の説明', en: 'In one sentence' },
      help: {
        ja: '読む人にとって何の役に立つかを、一文で書きます。',
        en: 'What it does for the reader, in one sentence.',
      },
      search: 'summary',
      export: 'summary',
    }),
    description: field(localisedMarkdown(), {
      label: { ja: '説明', en: 'Description' },
      search: 'body',
      export: 'description',
      markdown: true,
    }),
    operator: field(localised('name'), {
      label: { ja: '実施主体', en: 'Operator' },
      search: 'body',
      export: 'operator',
    }),
    url: field(z.url({ protocol: /^https?$/ }).max(longestAddress), {
      label: { ja: '公式ページ', en: 'Official page' },
      export: 'url',
    }),
    addressSeen: field(z.enum(['own', 'third', 'no']), {
      label: { ja: 'アドレスの確認', en: 'How the address is known' },
      help: {
        ja: '公式ページのアドレスを、どこで確かめたかです。',
        en: 'Where the address of the official page was seen.',
      },
      vocabulary: 'addressSeen',
      export: 'addressSeen',
    }),
    purposes: field(values, { label: { ja: '目的', en: 'Purposes' }, facet: 'purpose', export: 'purposes' }),
    ages: field(values.optional(), {
      label: { ja: '年齢層', en: 'Age groups' },
      help: {
        ja: '会社や役所のためのもので、使う人の年齢が関わらないときは、選びません。',
        en: 'Choose none where it is for companies or offices and the age of people makes no difference.',
      },
      facet: 'age',
      export: 'ages',
    }),
    affiliations: field(values, {
      label: { ja: '所属', en: 'Affiliations' },
      facet: 'affiliation',
      export: 'affiliations',
    }),
    category: field(z.string().max(60), {
      label: { ja: '種類', en: 'Type' },
      facet: 'category',
      export: 'category',
    }),
    regions: field(values, {
      label: { ja: '地域', en: 'Regions' },
      help: {
        ja: '使える人や開かれる場所が限られないときは「全国」だけを選びます。',
        en: 'Where anybody anywhere can use it, choose only “nationwide”.',
      },
      facet: 'region',
      export: 'regions',
    }),
    cost: field(z.string().max(60), { label: { ja: '費用', en: 'Cost' }, facet: 'cost', export: 'cost' }),
    format: field(values, { label: { ja: '形式', en: 'Format' }, facet: 'format', export: 'formats' }),
    grades: field(severalOf(grade).optional(), {
      label: { ja: '学校の段階・学年', en: 'School grades' },
      help: {
        ja: '学校で使うもの、児童・生徒・学生のためのものだけ。',
        en: 'Only for what is used at school, or is for pupils and students.',
      },
      facet: 'grade',
      export: 'grades',
    }),
    subjects: field(severalOf(subject).optional(), {
      label: { ja: '教科', en: 'School subjects' },
      help: { ja: '授業で使えるものだけ。', en: 'Only for what lessons can use.' },
      facet: 'subject',
      export: 'subjects',
    }),
    minutes: field(z.int().min(1).max(longestMinutes).optional(), {
      label: { ja: 'かかる時間（分）', en: 'Minutes it takes' },
      help: {
        ja: '一回に最後まで行うのにかかる、おおよその分。60、90 のように。',
        en: 'About how many minutes it takes to do it once, such as 60 or 90.',
      },
      export: 'minutes',
    }),
    copying: field(closedValue(copying).optional(), {
      label: { ja: '複製や配布', en: 'Copying and handing out' },
      help: {
        ja: '先生などが、複製して配ってよいか。公式ページに書いてあるときだけ選びます。',
        en: 'Whether a teacher, say, may copy it and hand it out; only where the official page says so.',
      },
      facet: 'copying',
      export: 'copying',
    }),
    pageLanguages: field(severalOf(pageLanguage).optional(), {
      label: { ja: '言語（公式ページ）', en: 'Languages of the official page' },
      facet: 'page-language',
      export: 'pageLanguages',
    }),
    join: field(localisedEasy('paragraph'), {
      label: { ja: '参加・利用のしかた', en: 'How to join or use it' },
      search: 'body',
    }),
    heldOn: field(z.array(z.iso.date()).min(1).max(60).optional(), {
      label: { ja: '開催日', en: 'Held on' },
      help: {
        ja: '日が決まっている催しだけ。最後の日が過ぎると、掲載は自動で終わります。',
        en: 'For events on set days only. Once the last has passed, the entry leaves the site by itself.',
      },
      ends: true,
      export: 'heldOn',
    }),
    applyBy: field(z.iso.date().optional(), {
      label: { ja: '申込締切', en: 'Apply by' },
      help: {
        ja: '申し込める最後の日。開催日がないときは、この日が過ぎると掲載が終わります。',
        en: 'The last day to apply. Where no days are given, the entry leaves the site after this one.',
      },
      ends: true,
      export: 'applyBy',
    }),
    everyYear: field(yearlyPeriod.optional(), {
      label: { ja: '毎年の期間', en: 'Period of each year' },
      help: {
        ja: '毎年同じ時期に行うものだけ。始まりと終わりの月日を 02-01/03-18 のように。掲載は終わりません。',
        en: 'Only for what is held at the same time each year: its first and last day, as in 02-01/03-18. The entry stays.',
      },
      yearly: true,
      export: 'everyYear',
    }),
    picture: pictureField({
      label: { ja: '画像', en: 'Picture' },
      help: {
        ja: 'JPEG、PNG、WebPを1枚、8MBまで。使う権利があるものだけを付けてください。',
        en: 'One JPEG, PNG or WebP file of up to 8 MB that you have the right to use.',
      },
      export: 'image',
    }),
    telephone: field(telephoneNumber.optional(), {
      label: { ja: '問い合わせの電話番号', en: 'Telephone number' },
      help: {
        ja: '03-5978-7509、0570-003-110、#9110 のように。',
        en: 'As in 03-5978-7509, 0570-003-110 or #9110.',
      },
      export: 'telephone',
    }),
    hoursNote: field(localisedEasy('sentence').optional(), {
      label: { ja: '電話の受付時間', en: 'Hours' },
      help: {
        ja: '例：平日 9時30分から17時まで（祝日を除く）',
        en: 'Such as: weekdays 9:30 to 17:00, not on holidays.',
      },
      export: 'hours',
    }),
    mail: field(contactFields.mail, {
      label: { ja: '問い合わせのメールアドレス', en: 'Mail address' },
      export: 'mail',
    }),
    form: field(contactFields.form, {
      label: { ja: '問い合わせや申し込みのフォーム', en: 'Contact form' },
      help: {
        ja: 'フォームのあるページ。https:// で始まるもの。',
        en: 'The page that has the form; it begins with https://.',
      },
      export: 'contactForm',
    }),
    status: field(z.enum(['active', 'ended', 'to-check']), {
      label: { ja: '実施の状況', en: 'Status' },
      vocabulary: 'status',
      export: 'status',
    }),
    note: field(localisedEasy('paragraph').optional(), { label: { ja: '注意', en: 'Note' } }),
    related: field(z.array(z.string().max(100)).max(30).optional(), {
      label: { ja: '関連する取組', en: 'Related initiatives' },
      records: true,
    }),
    sample: z.boolean().optional(),
  })
  .refine(({ heldOn, applyBy }) => !heldOn || !applyBy || heldOn.some((day) => applyBy <= day), {
    path: ['applyBy'],
    params: {
      ja: '申込締切は、最後の開催日か、それより前にしてください。',
      en: 'One applies by the last day on which it is held, or before.',
    },
  });

/** An initiative (施策・取組): anything a body does that helps people with cybersecurity. */
export const initiativeKind = defineKind({
  name: 'initiative',
  label: { ja: '取組', en: 'Initiative' },
  listed: true,
  pagePath: (id) => `/initiatives/${id}`,
  card: { title: 'title', summary: 'summary', operator: 'operator' },
  schema: initiativeSchema,
  derived: derivedInitiative,
});

export type Initiative = DataOf<typeof initiativeKind>;
