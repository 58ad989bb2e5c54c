import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addressOf, fillMerged } from './merged-cells.ts';

const rows = [
  ['名前', '実施主体'],
  ['講座一', '見本株式会社'],
  ['講座二'],
  [],
  ['講座三'],
  ['講座四', '別の会社'],
];

it('gives every row that a cell spans its value, but for blank rows, and says which cells', () => {
  const { rows: whole, filled } = fillMerged(rows, ['B2:B5'], 0);
  expect(whole).toEqual([
    ['名前', '実施主体'],
    ['講座一', '見本株式会社'],
    ['講座二', '見本株式会社'],
    [],
    ['講座三', '見本株式会社'],
    ['講座四', '別の会社'],
  ]);
  expect(filled).toEqual(['B2:B5']);
});

it('leaves headings, what is merged across columns, what is empty, and what is no address alone', () => {
  for (const merged of ['B1:B3', 'A2:B2', 'A2:B3', 'C2:C5', 'B6:B6', 'x', 'B2:', 'ZZZZ1:ZZZZ2'])
    expect(fillMerged(rows, [merged], 0)).toEqual({ rows, filled: [] });
});

it('never takes a value away, whatever is merged', () => {
  const table = fc.array(fc.array(fc.constantFrom('', 'あ', 'い'), { maxLength: 4 }), { maxLength: 8 });
  const span = fc
    .tuple(
      fc.constantFrom('A', 'B', 'C', 'D'),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 12 }),
    )
    .map(([column, from, to]) => `${column}${from}:${column}${to}`);
  fc.assert(
    fc.property(table, fc.array(span, { maxLength: 4 }), (cells, merged) => {
      const { rows: whole } = fillMerged(cells, merged, 0);
      for (const [at, row] of cells.entries())
        for (const [column, cell] of row.entries()) if (cell !== '') expect(whole[at]?.[column]).toBe(cell);
    }),
  );
});

it('addresses a cell as a spreadsheet does', () => {
  expect([
    addressOf(0, 1),
    addressOf(25, 9),
    addressOf(26, 10),
    addressOf(701, 2),
    addressOf(702, 3),
  ]).toEqual(['A1', 'Z9', 'AA10', 'ZZ2', 'AAA3']);
});
