import { expect, it } from 'vitest';
import { z } from 'zod';
import { localised } from '../i18n/localised.ts';
import { field } from './field.ts';
import { dataOf, defineKind } from './kind.ts';

const tipKind = defineKind({
  name: 'tip',
  label: { ja: 'こつ', en: 'Tip' },
  listed: true,
  schema: z.strictObject({ title: field(localised('name'), { label: { ja: '題', en: 'Title' } }) }),
});

it('a record is read as what its own kind says, and as no other', () => {
  const data = { title: { ja: '題', en: 'Title' } };
  expect(dataOf(tipKind, { kind: 'tip', data }).title.en).toBe('Title');
  expect(() => dataOf(tipKind, { kind: 'notice', data })).toThrow('a record of notice was read as tip');
});
