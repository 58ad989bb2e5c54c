import fc from 'fast-check';
import { expect, it } from 'vitest';
import { merge, mergeSaving, readSeen, seenIn, writeSeen } from './merging.ts';

const inputs = ['title.ja', 'title.en', 'purposes'];
const typed = fc.record(
  Object.fromEntries(
    inputs.map((input) => [input, fc.array(fc.constantFrom('', 'a', 'b', 'あ'), { maxLength: 2 })]),
  ),
);

it('what only one of two people changed is taken, whoever it was', () => {
  const before = { 'title.ja': ['名前'], 'title.en': ['Name'] };
  const seen = seenIn(before, ['title.ja', 'title.en']);
  const theirs = { 'title.ja': ['新しい名前'], 'title.en': ['Name'] };
  const mine = { 'title.ja': ['名前'], 'title.en': ['New name'] };
  expect(merge(mine, theirs, seen)).toEqual({
    formValues: { 'title.ja': ['新しい名前'], 'title.en': ['New name'] },
    conflicts: [],
  });
});

it('what both changed differently is shown with both values, and the stored one stays', () => {
  const seen = seenIn({ 'title.ja': ['名前'] }, ['title.ja']);
  const outcome = merge({ 'title.ja': ['こちら'] }, { 'title.ja': ['あちら'] }, seen);
  expect(outcome.formValues).toEqual({ 'title.ja': ['あちら'] });
  expect(outcome.conflicts).toEqual([{ input: 'title.ja', mine: ['こちら'], theirs: ['あちら'] }]);
});

it('the same line written with either line end is the same', () => {
  const seen = seenIn({ join: ['a\nb'] }, ['join']);
  expect(merge({ join: ['a\r\nb'] }, { join: ['c'] }, seen).conflicts).toEqual([]);
});

it('nothing that somebody saved is overwritten by one who has not seen it', () => {
  fc.assert(
    fc.property(typed, typed, typed, (before, mine, theirs) => {
      const seen = seenIn(before, inputs);
      const merged = merge(mine, theirs, seen);
      for (const input of inputs) {
        const theyChangedIt = seenIn(theirs, [input])[input] !== seen[input];
        if (theyChangedIt) expect(merged.formValues[input]).toEqual(theirs[input]);
      }
    }),
  );
});

it('fingerprints survive being written into a form', () => {
  fc.assert(
    fc.property(typed, (some) => {
      const seen = seenIn(some, inputs);
      expect(readSeen(writeSeen(seen))).toEqual(seen);
    }),
  );
});

it('a clash in one input keeps no other from being saved, and stays one until its author chose', () => {
  const before = { title: ['題'], join: ['前'] };
  const seen = seenIn(before, ['title', 'join']);
  const theirs = { title: ['あちら'], join: ['前'] };
  const first = mergeSaving(theirs, { mine: { title: ['こちら'], join: ['後'] }, seen, take: [] });
  expect(first.formValues).toEqual({ title: ['あちら'], join: ['後'] });
  expect(first.conflicts.map(({ input }) => input)).toEqual(['title']);
  const mine = { title: ['こちら'], join: ['さらに後'] };
  const second = mergeSaving(first.formValues, { mine, seen: first.seen, take: [] });
  expect(second.formValues).toEqual({ title: ['あちら'], join: ['さらに後'] });
  expect(second.conflicts).toHaveLength(1);
});

it('what another changed while one typed elsewhere is not put back by the next save', () => {
  const before = { title: ['題'], join: ['前'] };
  const seen = seenIn(before, ['title', 'join']);
  const mine = { title: ['題'], join: ['後'] };
  const first = mergeSaving({ title: ['あちら'], join: ['前'] }, { mine, seen, take: [] });
  const second = mergeSaving(first.formValues, { mine, seen: first.seen, take: [] });
  expect(second.formValues).toEqual({ title: ['あちら'], join: ['後'] });
});
