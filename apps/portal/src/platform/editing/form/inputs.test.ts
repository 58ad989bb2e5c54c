import { expect, it } from 'vitest';
import { z } from 'zod';
import { field } from '../../publishing/field.ts';
import { defineKind } from '../../publishing/kind.ts';
import { kindForm } from './form.ts';
import { readInputs } from './inputs.ts';
import { readRecord } from './reading.ts';

const label = { ja: '項目', en: 'Item' };
const kind = defineKind({
  name: 'measured',
  label,
  listed: false,
  schema: z.strictObject({
    count: field(z.number().int().max(9_999), { label }),
    day: field(z.iso.date(), { label }),
    free: field(z.boolean(), { label }),
    page: field(z.url({ protocol: /^https?$/ }).max(200), { label }),
    again: field(z.boolean().optional(), { label }),
  }),
});
const form = kindForm(kind);
const typed = {
  count: ['1000'],
  day: ['2027-01-15'],
  free: ['yes'],
  page: ['https://example.jp/'],
  again: [],
};

it('reads full-width figures, days and addresses as what they mean', () => {
  const wide = {
    ...typed,
    count: ['１，０００'],
    day: ['２０２７－０１－１５'],
    page: ['ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｊｐ／'],
  };
  expect(readInputs(form, wide)).toEqual(readInputs(form, typed));
});

it('reads yes and no, also as earlier drafts wrote them', () => {
  expect(readInputs(form, { ...typed, free: ['true'] })).toMatchObject({ free: true });
  expect(readInputs(form, { ...typed, free: ['false'] })).toMatchObject({ free: false });
  expect(readInputs(form, { ...typed, free: ['no'] })).toMatchObject({ free: false });
});

it('asks for each input that is missing or wrong, in the order of the form', () => {
  const outcome = readRecord(form, { ...typed, count: ['many'], free: [], page: ['example'] });
  expect(outcome.ok ? [] : outcome.problems.map(({ field: name }) => name)).toEqual([
    'count',
    'free',
    'page',
  ]);
});
