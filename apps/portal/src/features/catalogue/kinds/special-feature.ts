import { z } from 'zod';
import { localised, localisedEasy } from '../../../platform/i18n/localised.ts';
import { field } from '../../../platform/publishing/field.ts';
import { type DataOf, defineKind } from '../../../platform/publishing/kind.ts';

const ids = z.array(z.string()).min(1);

/** Anchor of a block within its page. */
const id = z.string().regex(/^[a-z][a-z0-9-]*$/);

const step = z.strictObject({ title: localisedEasy, body: localisedEasy });

const event = z.strictObject({
  date: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
  title: localisedEasy,
  body: localisedEasy.optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
});

/** A saved search: the catalogue's parameters. */
const savedSearch = z.strictObject({
  q: z.string().optional(),
  purpose: z.array(z.string()).optional(),
  age: z.array(z.string()).optional(),
  affiliation: z.array(z.string()).optional(),
  category: z.array(z.string()).optional(),
  region: z.array(z.string()).optional(),
  cost: z.array(z.string()).optional(),
  format: z.array(z.string()).optional(),
});

const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), id, heading: localisedEasy.optional(), body: localisedEasy }),
  z.strictObject({
    type: z.literal('records'),
    id,
    heading: localisedEasy,
    lead: localisedEasy.optional(),
    ids,
  }),
  z.strictObject({
    type: z.literal('search'),
    id,
    heading: localisedEasy,
    lead: localisedEasy.optional(),
    query: savedSearch,
  }),
  z.strictObject({
    type: z.literal('steps'),
    id,
    heading: localisedEasy,
    note: localisedEasy.optional(),
    items: z.array(step).min(1),
  }),
  z.strictObject({ type: z.literal('timeline'), id, heading: localisedEasy, items: z.array(event).min(1) }),
  z.strictObject({
    type: z.literal('desks'),
    id,
    heading: localisedEasy,
    lead: localisedEasy.optional(),
    ids,
  }),
]);

/** A special feature (特集): records and texts gathered on one topic when the time asks for it. */
export const specialFeatureKind = defineKind({
  name: 'feature',
  label: { ja: '特集', en: 'Special feature' },
  listed: true,
  pagePath: (id) => `/features/${id}`,
  card: { title: 'title', summary: 'lead' },
  schema: z.strictObject({
    title: field(localised, { label: { ja: '題', en: 'Title' }, search: 'title', export: 'title' }),
    tagline: field(localisedEasy.optional(), { label: { ja: '副題', en: 'Tagline' }, search: 'summary' }),
    lead: field(localisedEasy, { label: { ja: 'リード', en: 'Lead' }, search: 'summary', export: 'summary' }),
    links: field(
      z.array(z.strictObject({ label: localisedEasy, href: z.string().regex(/^(#|\/)/) })).max(4),
      {
        label: { ja: 'トップページに出すリンク', en: 'Links on the home page' },
      },
    ),
    blocks: field(z.array(block).min(1), { label: { ja: '本文', en: 'Blocks' }, search: 'body' }),
    purposes: field(z.array(z.string()).optional(), {
      label: { ja: '目的', en: 'Purposes' },
      facet: 'purpose',
      export: 'purposes',
    }),
    ages: field(z.array(z.string()).optional(), {
      label: { ja: '年齢層', en: 'Age groups' },
      facet: 'age',
      export: 'ages',
    }),
    affiliations: field(z.array(z.string()).optional(), {
      label: { ja: '所属', en: 'Affiliations' },
      facet: 'affiliation',
      export: 'affiliations',
    }),
    /** Position on the home page; the lowest is the large band. */
    order: z.number().int().optional(),
    sample: z.boolean().optional(),
  }),
});

export type SpecialFeature = DataOf<typeof specialFeatureKind>;
export type FeatureBlock = SpecialFeature['blocks'][number];
export type SavedSearch = z.output<typeof savedSearch>;
