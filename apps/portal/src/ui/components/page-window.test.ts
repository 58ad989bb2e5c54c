import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageWindow } from './page-window.ts';

describe('the pages worth showing', () => {
  it('are the first, the last and those around the current one', () => {
    expect(pageWindow(6, 12)).toEqual([1, 'gap', 5, 6, 7, 'gap', 12]);
  });

  it('leave no gap where a single page would hide', () => {
    expect(pageWindow(4, 6)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('always hold the current page, ascend, and hide at least two pages behind a gap', () => {
    const position = fc
      .integer({ min: 1, max: 500 })
      .chain((count) => fc.record({ count: fc.constant(count), page: fc.integer({ min: 1, max: count }) }));
    fc.assert(
      fc.property(position, ({ page, count }) => {
        const shown = pageWindow(page, count);
        expect(shown).toContain(page);
        expect(shown.at(0)).toBe(1);
        expect(shown.at(-1)).toBe(count);
        for (const [index, entry] of shown.entries()) {
          const before = shown[index - 1];
          const after = shown[index + 1];
          if (entry === 'gap') expect(Number(after) - Number(before)).toBeGreaterThan(2);
          else if (typeof before === 'number') expect(entry).toBe(before + 1);
        }
      }),
    );
  });
});
