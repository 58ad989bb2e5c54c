import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvLine, escapeFormula, unescapeFormula } from './csv-line.ts';

it('no cell of an export is taken for a formula', () => {
  expect(csvLine(['=1+1', '+81', '-5', '@sum', ' =x', '＝x'])).toBe(
    `"'=1+1","'+81","'-5","'@sum","' =x","'＝x"\r\n`,
  );
});

it('quotation marks and line ends stay within their cell', () => {
  expect(csvLine(['a"b', 'c\nd', 'plain'])).toBe('"a""b","c\nd","plain"\r\n');
});

it('a cell that was made harmless is read back as it was meant', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.tuple(fc.constantFrom('=', '-', ' @', '＋'), fc.string()).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(cell, (text) => unescapeFormula(escapeFormula(text)) === text || text.startsWith("'")),
  );
});
