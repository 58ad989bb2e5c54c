import { expect, it } from 'vitest';
import { z } from 'zod';
import { field } from '../publishing/field.ts';
import { defineKind } from '../publishing/kind.ts';
import { currentFormValues } from './drafts.ts';
import type { Entry } from './entry.ts';
import { kindForm } from './form/form.ts';

const label = { ja: '項目', en: 'Item' };
const form = kindForm(
  defineKind({
    name: 'old-draft',
    label,
    listed: false,
    schema: z.strictObject({
      word: field(z.string().max(20), { label }),
      open: field(z.boolean(), { label }),
      questions: field(
        z
          .array(
            z.strictObject({
              needed: field(z.boolean(), { label }),
              ask: field(z.string().max(20), { label }),
            }),
          )
          .max(9),
        { label },
      ),
    }),
  }),
);

it('a draft from before flags were yes and no is read as what it said, texts as they stand', () => {
  const formValues = {
    word: ['true'],
    open: ['false'],
    questions: ['k1', 'k2'],
    'questions.k1.needed': ['true'],
    'questions.k1.ask': ['false'],
    'questions.k2.needed': ['no'],
  };
  const entry = {
    id: 'a',
    kind: 'old-draft',
    ownerId: null,
    sent: null,
    draft: { formValues },
  } as unknown as Entry;
  expect(currentFormValues(form, entry)).toEqual({
    ...formValues,
    open: ['no'],
    'questions.k1.needed': ['yes'],
  });
});
