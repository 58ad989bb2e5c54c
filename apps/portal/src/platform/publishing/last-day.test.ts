import { expect, it } from 'vitest';
import { z } from 'zod';
import { field } from './field.ts';
import { defineKind } from './kind.ts';
import { endOf, lastDayOf, overProblem } from './last-day.ts';

const kind = defineKind({
  name: 'course',
  label: { ja: '講座', en: 'Course' },
  listed: false,
  schema: z.strictObject({
    heldOn: field(z.array(z.iso.date()).max(9).optional(), {
      label: { ja: '開催日', en: 'Held on' },
      ends: true,
    }),
    applyBy: field(z.iso.date().optional(), { label: { ja: '申込締切', en: 'Apply by' }, ends: true }),
  }),
});

it('the last of all days that end a record ends it, in whatever order they stand', () => {
  expect(lastDayOf(kind, { heldOn: ['2027-02-01', '2027-01-01'], applyBy: '2026-12-01' })?.day).toBe(
    '2027-02-01',
  );
  expect(lastDayOf(kind, { applyBy: '2026-12-01' })).toEqual({ day: '2026-12-01', field: 'applyBy' });
  expect(lastDayOf(kind, {})).toBeUndefined();
  expect(endOf(kind, {})).toBeNull();
});

it('it is over when its last day has ended in Japan', () => {
  const data = { heldOn: ['2027-01-22'] };
  expect(endOf(kind, data)?.toISOString()).toBe('2027-01-22T15:00:00.000Z');
  expect(overProblem(kind, data, new Date('2027-01-22T14:59:59Z'))).toBeUndefined();
  expect(overProblem(kind, data, new Date('2027-01-22T15:00:00Z'))).toMatchObject({
    code: 'over',
    field: 'heldOn',
  });
});
