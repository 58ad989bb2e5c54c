import { z } from 'zod';
import { field } from '../../../../../platform/publishing/field.ts';
import { defineKind } from '../../../../../platform/publishing/kind.ts';
import { domains } from '../demand/dimensions.ts';

const oneOf = (values: readonly string[]) => z.enum(values as [string, ...string[]]).optional();

const cell = z.strictObject({
  skill: field(oneOf(domains.skill), { label: { ja: '身につけること', en: 'Skill' } }),
  prefecture: field(oneOf(domains.prefecture), {
    label: { ja: '都道府県', en: 'Prefecture' },
    vocabulary: 'region',
  }),
  industry: field(oneOf(domains.industry), { label: { ja: '業種', en: 'Industry' } }),
  size: field(oneOf(domains.size), { label: { ja: '規模', en: 'Size' } }),
  people: field(z.number().int().min(1).max(100_000_000), { label: { ja: '人数', en: 'People' } }),
});

/**
 * What became public of one role's demand at the end of a month: numbers that survive disclosure control, never the
 * answers. Made by a job, never changed: a later change of what is hidden would give away the difference.
 */
export const demandReleaseKind = defineKind({
  name: 'demand-release',
  label: { ja: '需要の公表値', en: 'Release of demand' },
  listed: false,
  schema: z.strictObject({
    month: field(
      z
        .string()
        .max(7)
        .regex(/^\d{4}-(0[1-9]|1[0-2])$/),
      { label: { ja: '月', en: 'Month' } },
    ),
    role: field(z.enum(domains.role as [string, ...string[]]), { label: { ja: '役割', en: 'Role' } }),
    sample: field(z.boolean().optional(), { label: { ja: '見本', en: 'Sample' } }),
    cells: field(z.array(cell).max(8_000), { label: { ja: '公表する数', en: 'Numbers shown' } }),
  }),
});
