import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runSuites } from './all.ts';
import { suiteTable, total, withTable } from './readme-table.ts';

const README = new URL('../README.md', import.meta.url);
const RESULTS = await runSuites();

describe.each(RESULTS)('the public $name suite', ({ name, rows }) => {
  it.skipIf(rows === null)('holds case by case (skipped where ../shared/data is not at hand)', () => {
    const cases = total(rows ?? [], 'cases');
    console.log(`${name}: ${total(rows ?? [], 'passed')} of ${cases} cases pass`);
    expect((rows ?? []).flatMap(({ failures }) => failures)).toEqual([]);
    expect(cases).toBeGreaterThan(0);
  });
});

const isWhole = RESULTS.every(({ rows }) => rows !== null);
it.skipIf(!isWhole || !existsSync(README))(
  'the README has the counts (skipped where data is not at hand)',
  () => {
    const readme = readFileSync(README, 'utf8');
    expect(readme).toBe(withTable(readme, suiteTable(RESULTS.flatMap(({ rows }) => rows ?? []))));
  },
);
