import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diffText } from './text-diff.ts';

const text = fc.string({ unit: fc.constantFrom('あ', '講', '座', 'a', ' ', '\n', '。'), maxLength: 60 });
const without = (sort: string, before: string, after: string) =>
  diffText(before, after)
    .filter((part) => part.type !== sort)
    .map((part) => part.text)
    .join('');

it('shows which words were exchanged', () => {
  expect(diffText('費用は無料です。', '費用は有料です。')).toEqual([
    { type: 'kept', text: '費用は' },
    { type: 'removed', text: '無料' },
    { type: 'added', text: '有料' },
    { type: 'kept', text: 'です。' },
  ]);
});

it('without what was added it is the text before, without what was removed the text after', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(without('added', before, after)).toBe(before);
      expect(without('removed', before, after)).toBe(after);
    }),
  );
});

it('a text is all kept beside itself', () => {
  fc.assert(
    fc.property(text, (same) => {
      expect(diffText(same, same).every(({ type }) => type === 'kept')).toBe(true);
    }),
  );
});

it('texts too long to compare word by word are shown whole', () => {
  const before = 'あ い '.repeat(2_000);
  const after = 'う え '.repeat(2_000);
  expect(diffText(before, after)).toEqual([
    { type: 'removed', text: before.trimEnd() },
    { type: 'added', text: after.trimEnd() },
    { type: 'kept', text: ' ' },
  ]);
});
