import { expect, it } from 'vitest';
import type { ComparedInput } from '../../../../platform/editing/form/comparison.ts';
import { readingOrder } from './reading-order.ts';

const label = { ja: '', en: '' };
const compared = (input: string, before: string, after: string): ComparedInput => {
  const field = input.split('.')[0] ?? '';
  return { field, input, label, before, after, parts: [], changed: before !== after, format: 'plain' };
};
const names = (inputs: ComparedInput[]) => inputs.map(({ input }) => input);

it('puts what was commented on first, changed or not, then what changed, then the rest', () => {
  const inputs = [
    compared('title.ja', '前', '後'),
    compared('summary.ja', '同じ', '同じ'),
    compared('operator.ja', '同じ', '同じ'),
    compared('url', '', 'https://example.jp'),
  ];
  const { asked, changed, unchanged } = readingOrder(inputs, new Set(['summary']));
  expect(names(asked)).toEqual(['summary.ja']);
  expect(names(changed)).toEqual(['title.ja', 'url']);
  expect(names(unchanged)).toEqual(['operator.ja']);
});

it('leaves out what is empty as before, unless it is all there is of a field that was commented on', () => {
  const inputs = [
    compared('summary.ja', '文', '文'),
    compared('summary.en', '', ''),
    compared('fee', '', ''),
    compared('note', '', ''),
  ];
  const { asked, changed, unchanged } = readingOrder(inputs, new Set(['summary', 'fee']));
  expect(names(asked)).toEqual(['summary.ja', 'fee']);
  expect([...changed, ...unchanged]).toEqual([]);
});
