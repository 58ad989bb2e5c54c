import { z } from 'zod';
import { closedValue } from '../../../../platform/collections/facet.ts';
import { contactFields } from '../../../../platform/contact/contact.ts';
import { localised, localisedEasy } from '../../../../platform/i18n/localised.ts';
import { longestAddress } from '../../../../platform/publishing/addresses.ts';
import { field } from '../../../../platform/publishing/field.ts';
import type { ClosedTerms } from '../../../../platform/publishing/kind.ts';
import { localisedMarkdown } from '../../../../platform/typesetting/markdown-text.ts';
import { delivery, hoursOfDay, level, people, situation, support, taughtIn } from '../facets.ts';
import { mostRuns, run } from './run.ts';

/** Characters that the sentence on a card may have. */
const longestSummary = { ja: 80, en: 160, easy: 80 };

/** Skills by id, as words of the list `skill`; ids that the list no longer has are kept. */
const skills = z.array(z.string().max(60)).max(40).optional();

/** As the ministry's search of designated courses writes them: 5, 6 and 1 digits, or 7, 7 and 1. */
const designationNumber = z
  .string()
  .max(20)
  .regex(/^(\d{5}-\d{6}-\d|\d{7}-\d{7}-\d)$/)
  .optional();
const designationHelp = {
  ja: '厚生労働大臣の指定を受けている講座だけ。例：13123-211001-5、1310123-2110011-5',
  en: 'Only for a designated course, such as 13123-211001-5 or 1310123-2110011-5.',
};

export const taxes = {
  label: { ja: '消費税', en: 'Consumption tax' },
  values: {
    included: { ja: '税込み', en: 'Included' },
    excluded: { ja: '税別（10％が加わる）', en: 'Not included (10 % is added)' },
    none: { ja: '税がかからない', en: 'Not taxed' },
  },
} as const satisfies ClosedTerms;

export const programmeSchema = z
  .strictObject({
    title: field(localised('name'), {
      label: { ja: '講座の名前', en: 'Name' },
      search: 'title',
      export: 'title',
    }),
    summary: field(localisedEasy(longestSummary), {
      label: { ja: '一文の説明', en: 'In one sentence' },
      help: {
        ja: '受けた人の仕事がどう変わるかを、一文で書きます。一覧に出ます。',
        en: 'How the work of those who take it changes, in one sentence. Shown in lists.',
      },
      search: 'summary',
      export: 'summary',
    }),
    provider: field(localised('name'), {
      label: { ja: '実施団体', en: 'Provider' },
      search: 'body',
      export: 'operator',
    }),
    description: field(localisedMarkdown(), {
      label: { ja: '内容', en: 'Contents' },
      help: {
        ja: '何をどの順に学ぶか、演習があるか、など。',
        en: 'What is learnt in which order, whether there are exercises, and the like.',
      },
      search: 'body',
      export: 'description',
      markdown: true,
    }),
    outcomes: field(localisedEasy('paragraph'), {
      label: { ja: '受けたあとにできること', en: 'What one can do afterwards' },
      help: {
        ja: '「〜できる」の形で書きます。例：委託先に確かめることを一覧にできる',
        en: 'As “can …”, such as: can list what to ask a contractor.',
      },
      search: 'body',
    }),
    url: field(z.url({ protocol: /^https?$/ }).max(longestAddress), {
      label: { ja: '公式ページ', en: 'Official page' },
      help: { ja: '申し込みの案内があるページ。', en: 'The page that says how to apply.' },
      export: 'url',
    }),
    hours: field(z.number().min(0.5).max(5_000), {
      label: { ja: '時間数', en: 'Hours' },
      help: { ja: '自習も含めた合計の時間。', en: 'In all, with what one does alone.' },
      export: 'totalHours',
    }),
    priceFrom: field(z.number().int().min(0).max(100_000_000), {
      label: { ja: '受講料（円）', en: 'Price (yen)' },
      help: {
        ja: '一人あたり。いくつかあるときは、いちばん安いもの。無料は0。',
        en: 'For one person; of several the lowest, 0 where it is free.',
      },
      export: 'priceFrom',
    }),
    tax: field(z.enum(Object.keys(taxes.values) as ['included', 'excluded', 'none']), {
      label: { ja: '受講料の消費税', en: 'Tax in the price' },
      vocabulary: 'tax',
      export: 'tax',
    }),
    people: field(z.array(closedValue(people)).min(1).max(6), { label: people.label, facet: people.name }),
    level: field(closedValue(level), { label: level.label, facet: level.name }),
    delivery: field(z.array(closedValue(delivery)).min(1).max(5), {
      label: delivery.label,
      facet: delivery.name,
    }),
    language: field(z.array(closedValue(taughtIn)).min(1).max(5), {
      label: taughtIn.label,
      facet: taughtIn.name,
    }),
    situations: field(z.array(closedValue(situation)).max(12).optional(), {
      label: situation.label,
      facet: situation.name,
    }),
    skillsKnown: field(skills, {
      label: { ja: '知識として知ること', en: 'Skills one knows about afterwards' },
      help: {
        ja: '言葉と目的が分かり、誰に聞けばよいか分かるようになること（レベル1）。',
        en: 'One understands words and purpose and knows whom to ask (level 1).',
      },
      vocabulary: 'skill',
      export: 'skillsLevel1',
    }),
    skillsHelped: field(skills, {
      label: { ja: '助けを得てできること', en: 'Skills one can do with help afterwards' },
      help: {
        ja: '手順やひな型があればできるようになること（レベル2）。',
        en: 'One can do it with a procedure or template (level 2).',
      },
      vocabulary: 'skill',
      export: 'skillsLevel2',
    }),
    skillsAlone: field(skills, {
      label: { ja: '一人でできること', en: 'Skills one can do alone afterwards' },
      help: {
        ja: '自分で判断して進められるようになること（レベル3）。',
        en: 'One decides and goes on alone (level 3).',
      },
      vocabulary: 'skill',
      export: 'skillsLevel3',
    }),
    skillsTaught: field(skills, {
      label: { ja: '教え、仕組みにできること', en: 'Skills one can teach afterwards' },
      help: {
        ja: '人を育て、組織のやり方にできるようになること（レベル4）。',
        en: 'One trains others and makes it the way the organisation works (level 4).',
      },
      vocabulary: 'skill',
      export: 'skillsLevel4',
    }),
    frameworkItems: field(
      z
        .array(
          z
            .string()
            .max(80)
            .regex(/^(nice|dcwf|gddat|ecsf):[\w .,&()/-]{1,70}$/i),
        )
        .max(100)
        .optional(),
      {
        label: { ja: 'ほかの枠組みの識別子', en: 'Identifiers of other frameworks' },
        help: {
          ja: '公表されている識別子を、枠組みの名前とコロンの後に。例：nice:K0675、ecsf:S0006',
          en: 'Published identifiers after the name of the framework, such as nice:K0675 or ecsf:S0006.',
        },
        export: 'frameworkItems',
      },
    ),
    when: field(z.array(closedValue(hoursOfDay)).max(4).optional(), {
      label: hoursOfDay.label,
      facet: hoursOfDay.name,
    }),
    support: field(z.array(closedValue(support)).max(7).optional(), {
      label: support.label,
      facet: support.name,
    }),
    priceTo: field(z.number().int().min(0).max(100_000_000).optional(), {
      label: { ja: '受講料の上限（円）', en: 'Highest price (yen)' },
      help: { ja: '受講料に幅があるときだけ。', en: 'Only where prices differ.' },
      export: 'priceTo',
    }),
    anyTime: field(z.boolean().optional(), {
      label: { ja: 'いつでも始められる', en: 'Can be started at any time' },
      help: {
        ja: 'eラーニングのように、日程がない講座のときは「はい」。',
        en: '“Yes” where there are no dates, as in e-learning.',
      },
      export: 'anyTime',
    }),
    certificate: field(localised('sentence').optional(), {
      label: { ja: '修了証・目指す資格', en: 'Certificate or qualification' },
      search: 'body',
      export: 'certificate',
    }),
    generalNumber: field(designationNumber, {
      label: { ja: '一般教育訓練の指定番号', en: 'Number as general training' },
      help: designationHelp,
      export: 'generalNumber',
    }),
    specifiedNumber: field(designationNumber, {
      label: { ja: '特定一般教育訓練の指定番号', en: 'Number as specified general training' },
      help: designationHelp,
      export: 'specifiedNumber',
    }),
    practicalNumber: field(designationNumber, {
      label: { ja: '専門実践教育訓練の指定番号', en: 'Number as practical training' },
      help: designationHelp,
      export: 'practicalNumber',
    }),
    prerequisites: field(localised('sentence').optional(), {
      label: { ja: '受ける前に必要なこと', en: 'What one needs before' },
    }),
    number: field(contactFields.number, {
      label: { ja: '問い合わせの電話番号', en: 'Telephone number' },
      help: { ja: '03-5978-7509 のように。', en: 'As in 03-5978-7509.' },
      export: 'telephone',
    }),
    mail: field(contactFields.mail, {
      label: { ja: '問い合わせのメールアドレス', en: 'Mail address' },
      export: 'mail',
    }),
    form: field(contactFields.form, {
      label: { ja: '問い合わせや申し込みのフォーム', en: 'Contact form' },
      help: { ja: 'https:// で始まるもの。', en: 'It begins with https://.' },
      export: 'contactForm',
    }),
    runs: field(z.array(run).max(mostRuns).optional(), {
      label: { ja: '日程', en: 'Runs' },
      amendable: true,
    }),
    sample: z.boolean().optional(),
  })
  .refine(
    ({ skillsKnown, skillsHelped, skillsAlone, skillsTaught }) =>
      [skillsKnown, skillsHelped, skillsAlone, skillsTaught].some((list) => (list ?? []).length > 0),
    {
      path: ['skillsKnown'],
      params: {
        ja: '身につくことを、どれかのレベルで1つは選んでください。',
        en: 'Choose at least one skill, at any of the levels.',
      },
    },
  )
  .refine(({ priceFrom, priceTo }) => priceTo === undefined || priceTo >= priceFrom, {
    path: ['priceTo'],
    params: {
      ja: '上限は、受講料より高くしてください。',
      en: 'The highest price is no lower than the price.',
    },
  })
  .refine(({ runs = [] }) => new Set(runs.map(({ id }) => id)).size === runs.length, {
    path: ['runs'],
    params: { ja: '同じ番号の日程が2つあります。', en: 'Two runs have the same number.' },
  });

export type Programme = z.output<typeof programmeSchema>;
