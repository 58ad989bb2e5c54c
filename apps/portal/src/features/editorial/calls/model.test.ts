import { expect, it } from 'vitest';
import type { Question } from './call-kind.ts';
import { answerProblems, callStateAt, reminderAt } from './model.ts';

const call = { opensAt: '2026-12-01T00:00:00Z', closesAt: '2026-12-31T08:00:00Z' };

it('a call is open from its first moment up to, and not at, its last', () => {
  const at = (moment: string) => callStateAt(call, new Date(moment));
  expect(at('2026-11-30T23:59:59.999Z')).toBe('planned');
  expect(at('2026-12-01T00:00:00Z')).toBe('open');
  expect(at('2026-12-31T07:59:59.999Z')).toBe('open');
  expect(at('2026-12-31T08:00:00Z')).toBe('closed');
});

it('the reminder comes a week before the end, or half way through a short call', () => {
  expect(reminderAt(call).toISOString()).toBe('2026-12-24T08:00:00.000Z');
  const short = { opensAt: '2026-12-01T00:00:00Z', closesAt: '2026-12-05T00:00:00Z' };
  expect(reminderAt(short).toISOString()).toBe('2026-12-03T00:00:00.000Z');
});

const question = (changes: Partial<Question>): Question => ({
  id: 'q',
  sort: 'short',
  label: { ja: '定員', en: 'Places' },
  required: true,
  options: [],
  ...changes,
});
const options = [
  { ja: '会場', en: 'On site' },
  { ja: 'オンライン', en: 'Online' },
];
const codes = (asked: Question, values: string[]) =>
  answerProblems([asked], { 'answer.q': values }).map(({ code }) => code);

it('an answer that must be given is given, and blanks are none', () => {
  expect(codes(question({}), ['30人'])).toEqual([]);
  expect(codes(question({}), [' '])).toEqual(['answer-missing']);
  expect(codes(question({ required: false }), [])).toEqual([]);
});

it('a written answer keeps to its length, a choice to what is offered', () => {
  expect(codes(question({}), ['あ'.repeat(301)])).toEqual(['answer-too-long']);
  expect(codes(question({ sort: 'long' }), ['あ'.repeat(301)])).toEqual([]);
  expect(codes(question({ sort: 'one', options }), ['会場'])).toEqual([]);
  expect(codes(question({ sort: 'one', options }), ['会場', 'オンライン'])).toEqual(['answer-not-offered']);
  expect(codes(question({ sort: 'several', options }), ['会場', 'オンライン'])).toEqual([]);
  expect(codes(question({ sort: 'several', options }), ['電話'])).toEqual(['answer-not-offered']);
});
