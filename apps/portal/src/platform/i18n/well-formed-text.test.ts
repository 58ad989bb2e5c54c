import fc from 'fast-check';
import { expect, it } from 'vitest';
import { malformedTextIn } from './well-formed-text.ts';

it.each([
  ['NUL', { title: { ja: 'a\0' } }, ['title', 'ja']],
  ['half a character in a list', { steps: ['one', '\ud83d'] }, ['steps', '1']],
  ['NUL in a name', { rows: { 'a\0': 1 } }, ['rows']],
  ['NUL alone', '\0', []],
])('%s is found where it is', (_, data, path) => {
  expect(malformedTextIn(data)).toEqual(path);
});

it('data of whole characters passes', () => {
  const text = fc.string({ unit: 'grapheme' }).filter((each) => !each.includes('\0'));
  fc.assert(fc.property(fc.dictionary(text, fc.array(text)), (data) => malformedTextIn(data) === undefined));
});
