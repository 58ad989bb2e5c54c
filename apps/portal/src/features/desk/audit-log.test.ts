import { expect, it } from 'vitest';
import { csvLine } from './audit-log.ts';

it('no cell of an export is taken for a formula', () => {
  expect(csvLine(['=1+1', '+81', '-5', '@sum', ' =x', '＝x'])).toBe(
    `"'=1+1","'+81","'-5","'@sum","' =x","'＝x"\r\n`,
  );
});

it('quotation marks and line ends stay within their cell', () => {
  expect(csvLine(['a"b', 'c\nd', 'plain'])).toBe('"a""b","c\nd","plain"\r\n');
});
