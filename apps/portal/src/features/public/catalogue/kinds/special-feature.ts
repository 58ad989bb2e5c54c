import { z } from 'zod';
import { longestQuery } from '../../../../platform/collections/query.ts';
import { type Label, localised, localisedEasy } from '../../../../platform/i18n/localised.ts';
import { longestAddress } from '../../../../platform/publishing/addresses.ts';
import { field } from '../../../../platform/publishing/field.ts';
import { type DataOf, defineKind } from '../../../../platform/publishing/kind.ts';
import { localisedMarkdown } from '../../../../platform/typesetting/markdown-text.ts';

const words = {
  heading: { ja: '見出し', en: 'Heading' },
  lead: { ja: '前書き', en: 'Introduction' },
  body: { ja: '本文', en: 'Text' },
  title: { ja: '題', en: 'Title' },
  items: { ja: '項目', en: 'Items' },
};

/** Anchor of a block within its page. */
const id = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9-]*$/);
const heading = () => field(localisedEasy('name'), { label: words.heading });
const lead = () => field(localisedEasy('paragraph').optional(), { label: words.lead });
const markdown = () => field(localisedMarkdown(), { label: words.body, markdown: true });
const ids = (label: Label) => field(z.array(z.string().max(100)).min(1).max(60), { label, records: true });

const step = z.strictObject({
  title: field(localisedEasy('name'), { label: words.title }),
  body: field(localisedMarkdown(), { label: words.body }),
});

const event = z.strictObject({
  date: field(
    z
      .string()
      .max(10)
      .regex(/^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/),
    {
      label: { ja: '日付', en: 'Date' },
      help: { ja: '2026-11-23、または月までなら 2026-11。', en: 'As 2026-11-23, or 2026-11 for a month.' },
    },
  ),
  title: field(localisedEasy('name'), { label: words.title }),
  body: field(localisedMarkdown().optional(), { label: words.body }),
  url: field(
    z
      .url({ protocol: /^https?$/ })
      .max(longestAddress)
      .optional(),
    { label: { ja: 'リンク先', en: 'Link' } },
  ),
});

const values = (facet: string, label: Label) =>
  field(z.array(z.string().max(60)).max(60).optional(), { label, vocabulary: facet });

/** A saved search: the catalogue's parameters. */
const savedSearch = z.strictObject({
  q: field(z.string().max(longestQuery).optional(), { label: { ja: '検索の言葉', en: 'Words' } }),
  purpose: values('purpose', { ja: '目的', en: 'Purposes' }),
  age: values('age', { ja: '年齢層', en: 'Age groups' }),
  affiliation: values('affiliation', { ja: '所属', en: 'Affiliations' }),
  category: values('category', { ja: '種類', en: 'Types' }),
  region: values('region', { ja: '地域', en: 'Regions' }),
  cost: values('cost', { ja: '費用', en: 'Cost' }),
  format: values('format', { ja: '形式', en: 'Formats' }),
  grade: values('grade', { ja: '学校の段階', en: 'School grades' }),
  subject: values('subject', { ja: '教科', en: 'School subjects' }),
});

const block = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    id,
    heading: field(localisedEasy('name').optional(), { label: words.heading }),
    body: markdown(),
  }),
  z.strictObject({
    type: z.literal('records'),
    id,
    heading: heading(),
    lead: lead(),
    ids: ids({ ja: '取組', en: 'Initiatives' }),
  }),
  z.strictObject({
    type: z.literal('search'),
    id,
    heading: heading(),
    lead: lead(),
    most: field(z.int().min(1).max(20).optional(), {
      label: { ja: '表示する件数', en: 'How many to show' },
      help: { ja: '1から20。空なら6件。', en: '1 to 20; 6 where empty.' },
    }),
    query: field(savedSearch, { label: { ja: '検索の条件', en: 'Search' } }),
  }),
  z.strictObject({
    type: z.literal('steps'),
    id,
    heading: heading(),
    note: field(localisedEasy('paragraph').optional(), { label: { ja: '注記', en: 'Note' } }),
    items: field(z.array(step).min(1).max(50), { label: words.items }),
  }),
  z.strictObject({
    type: z.literal('timeline'),
    id,
    heading: heading(),
    items: field(z.array(event).min(1).max(100), { label: words.items }),
  }),
  z.strictObject({
    type: z.literal('notice'),
    id,
    level: field(z.enum(['info', 'warning', 'error']), { label: { ja: '重要さ', en: 'Level' } }),
    heading: heading(),
    body: field(localisedMarkdown().optional(), { label: words.body, markdown: true }),
  }),
  z.strictObject({
    type: z.literal('desks'),
    id,
    heading: heading(),
    lead: lead(),
    ids: ids({ ja: '窓口', en: 'Desks' }),
  }),
]);

const link = z.strictObject({
  label: field(localisedEasy('name'), { label: words.title }),
  href: field(
    z
      .string()
      .max(500)
      .regex(/^(#|\/(?![/\\]))/),
    {
      label: { ja: 'リンク先', en: 'Link' },
      help: {
        ja: 'このサイトの中のアドレス（/help など）か、この特集の見出し（#desks など）。',
        en: 'An address of this site such as /help, or a block of this feature such as #desks.',
      },
    },
  ),
});

/** A special feature (特集): records and texts on one current topic. */
export const specialFeatureKind = defineKind({
  name: 'feature',
  label: { ja: '特集', en: 'Special feature' },
  listed: true,
  pagePath: (id) => `/features/${id}`,
  card: { title: 'title', summary: 'lead' },
  schema: z.strictObject({
    title: field(localised('name'), { label: { ja: '題', en: 'Title' }, search: 'title', export: 'title' }),
    tagline: field(localisedEasy('sentence').optional(), {
      label: { ja: '副題', en: 'Tagline' },
      search: 'summary',
    }),
    lead: field(localisedEasy('paragraph'), {
      label: { ja: 'リード', en: 'Lead' },
      search: 'summary',
      export: 'summary',
    }),
    blocks: field(z.array(block).min(1).max(60), { label: { ja: '本文', en: 'Blocks' }, search: 'body' }),
    links: field(z.array(link).max(4), {
      label: { ja: 'トップページに出すリンク', en: 'Links on the home page' },
      help: { ja: '4つまで。', en: 'Four at most.' },
    }),
    purposes: field(z.array(z.string().max(60)).max(60).optional(), {
      label: { ja: '目的', en: 'Purposes' },
      facet: 'purpose',
      export: 'purposes',
    }),
    ages: field(z.array(z.string().max(60)).max(60).optional(), {
      label: { ja: '年齢層', en: 'Age groups' },
      facet: 'age',
      export: 'ages',
    }),
    affiliations: field(z.array(z.string().max(60)).max(60).optional(), {
      label: { ja: '所属', en: 'Affiliations' },
      facet: 'affiliation',
      export: 'affiliations',
    }),
    /** Position on the home page; the lowest is the large band. */
    order: field(z.int().min(0).max(1_000).optional(), {
      label: { ja: '並び順', en: 'Position' },
      help: {
        ja: '小さいほど先。いちばん小さい特集がトップページの大きな帯になります。',
        en: 'Lower comes first; the lowest is the large band of the home page.',
      },
    }),
    sample: z.boolean().optional(),
  }),
});

type SpecialFeature = DataOf<typeof specialFeatureKind>;
export type SpecialFeatureBlock = SpecialFeature['blocks'][number];
export type SavedSearch = z.output<typeof savedSearch>;
