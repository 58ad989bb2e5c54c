import { z } from 'zod';
import type { Label } from '../i18n/localised.ts';
import { field } from '../publishing/field.ts';
import { defineKind } from '../publishing/kind.ts';

const text = z.string().trim().min(1).max(200);

const term = z.strictObject({
  ja: field(text, { label: { ja: '日本語', en: 'Japanese' } }),
  en: field(text, { label: { ja: '英語', en: 'English' } }),
  easy: field(text.optional(), { label: { ja: 'やさしい日本語', en: 'Plain Japanese' } }),
  note: field(z.strictObject({ ja: text, en: text }).optional(), { label: { ja: '説明', en: 'Help' } }),
  /** No longer offered; existing records with it are still shown and found. */
  retired: field(z.boolean().optional(), { label: { ja: '使うのをやめる', en: 'Retired' } }),
  formerly: field(z.array(text).max(20).optional(), {
    label: { ja: '以前の呼び名', en: 'Former names' },
    help: {
      ja: '1行に1つ。APIの呼び出しなどで使われた前の呼び名でも、これまでどおり探せます。',
      en: 'One a line. Calls of the API that use a former name go on finding it.',
    },
  }),
  /** The value that replaces it everywhere. */
  mergedInto: field(z.string().min(1).max(100).optional(), {
    label: { ja: 'まとめる先の値', en: 'Merged into' },
    help: {
      ja: '同じ一覧の値。この値を持つ取組は、その値で探せるようになります。',
      en: 'A value of the same list: records that carry this one are found by that one.',
    },
  }),
});

type Terms = Record<string, z.output<typeof term>>;

/** Values appear in addresses and files, so they contain no dots or spaces. */
const value = z
  .string()
  .max(60)
  .regex(/^[a-z0-9][\w-]{0,59}$/i);

function follows(terms: Terms, start: string): 'ends' | 'unknown' | 'loop' {
  const seen = new Set<string>();
  for (let at = start; ; ) {
    const next = Object.hasOwn(terms, at) ? terms[at]?.mergedInto : undefined;
    if (next === undefined) return 'ends';
    if (!Object.hasOwn(terms, next)) return 'unknown';
    if (seen.has(at)) return 'loop';
    seen.add(at);
    at = next;
  }
}

const faults: Record<'unknown' | 'loop', Label> = {
  unknown: { ja: 'まとめる先の値がこの一覧にありません。', en: 'There is no such value to merge into.' },
  loop: { ja: 'まとめる先が、めぐって自分に戻っています。', en: 'The values are merged into each other.' },
};

const words = z.record(value, term).superRefine((all, ctx) => {
  for (const name of Object.keys(all)) {
    const outcome = follows(all, name);
    if (outcome !== 'ends')
      ctx.addIssue({ code: 'custom', path: [name, 'mergedInto'], params: { ...faults[outcome] } });
  }
});
const terms = (label: Label) => field(words, { label });

/** Lists of every portal. */
const common = {
  facet: terms({ ja: '軸の名前', en: 'Names of the facets' }),
  purpose: terms({ ja: '目的', en: 'Purposes' }),
  age: terms({ ja: '年齢層', en: 'Age groups' }),
  affiliation: terms({ ja: '所属', en: 'Affiliations' }),
  category: terms({ ja: '種類', en: 'Types' }),
  region: terms({ ja: '地域', en: 'Regions' }),
  regionGroup: field(z.record(value, term.extend({ members: z.array(value).max(100) })), {
    label: { ja: '地方', en: 'Groups of regions' },
  }),
  cost: terms({ ja: '費用', en: 'Cost' }),
  format: terms({ ja: '形式', en: 'Formats' }),
  status: terms({ ja: '状態', en: 'States' }),
  addressSeen: terms({ ja: 'アドレスの確かさ', en: 'How far addresses are known' }),
};

/**
 * The facet labels in display order; editors change them like any record.
 * @param own  collections' own facets with editable values; their lists may be absent, since the vocabulary
 *   may be older than the facet
 */
export function defineVocabulary(own: readonly { name: string; label: Label }[]) {
  const lists = own
    .filter(({ name }) => !Object.hasOwn(common, name))
    .map(({ name, label }) => [name, field(words.optional(), { label })] as const);
  return defineKind({
    name: 'vocabulary',
    label: { ja: '用語', en: 'Vocabulary' },
    listed: false,
    // Keep the labels of a removed capability, which may return.
    schema: z.object({ ...common, ...Object.fromEntries(lists) }).catchall(words),
  });
}

/** The part of the vocabulary common to every portal. */
export const vocabularyKind = defineVocabulary([]);

export type VocabularyData = z.output<z.ZodObject<typeof common>>;
