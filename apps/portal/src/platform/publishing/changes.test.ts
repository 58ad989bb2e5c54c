import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withChange } from './changes.ts';
import type { RecordChange } from './published-record.ts';

const before = { cost: 'free', title: { ja: '講座' }, url: 'https://example.jp' };

describe('what changed in a public record', () => {
  it('is told by day and field, the newest first', () => {
    const first = withChange({ data: before, changes: [] }, { ...before, cost: 'paid' }, '2026-12-01');
    expect(first).toEqual([{ on: '2026-12-01', fields: ['cost'] }]);
    const next = withChange(
      { data: { ...before, cost: 'paid' }, changes: first },
      { ...before, cost: 'paid', title: { ja: '演習' } },
      '2026-12-05',
    );
    expect(next.map(({ on, fields }) => [on, ...fields])).toEqual([
      ['2026-12-05', 'title'],
      ['2026-12-01', 'cost'],
    ]);
  });

  it('names what was added and what was taken away', () => {
    const { url: _, ...after } = { ...before, minutes: 10 };
    expect(withChange({ data: before, changes: [] }, after, '2026-12-01')[0]?.fields.toSorted()).toEqual([
      'minutes',
      'url',
    ]);
  });

  it('is nothing where the same is published again', () => {
    expect(withChange({ data: before, changes: [] }, { ...before, note: undefined }, '2026-12-01')).toEqual(
      [],
    );
  });

  it('tells of each day once, of each field once a day, and of ten days at most', () => {
    const edits = fc.array(
      fc.record({ day: fc.integer({ min: 1, max: 28 }), cost: fc.string(), url: fc.string() }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(edits, (all) => {
        let data: object = before;
        let changes: readonly RecordChange[] = [];
        for (const { day, ...edit } of all.toSorted((a, b) => a.day - b.day)) {
          const on = `2026-12-${String(day).padStart(2, '0')}`;
          changes = withChange({ data, changes }, { ...before, ...edit }, on);
          data = { ...before, ...edit };
        }
        const days = changes.map(({ on }) => on);
        expect(days.length).toBeLessThanOrEqual(10);
        expect(days).toEqual([...new Set(days)].sort().reverse());
        for (const { fields } of changes) {
          expect(fields.length).toBeGreaterThan(0);
          expect(new Set(fields).size).toBe(fields.length);
        }
      }),
    );
  });
});
