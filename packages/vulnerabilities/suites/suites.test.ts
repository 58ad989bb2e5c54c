import { describe, expect, it } from 'vitest';
import { purlSuite } from './purl.ts';
import { versionSuite } from './versions.ts';

const SUITES = { 'package URL': purlSuite, 'version order': versionSuite };

describe.each(Object.entries(SUITES))('the public %s suite', (name, suite) => {
  const rows = suite();
  it.skipIf(rows === null)('holds case by case (skipped where ../shared/data is not at hand)', () => {
    const count = (field: 'cases' | 'passed') => (rows ?? []).reduce((sum, row) => sum + row[field], 0);
    console.log(`${name}: ${count('passed')} of ${count('cases')} cases pass`);
    expect((rows ?? []).flatMap(({ failures }) => failures)).toEqual([]);
    expect(count('cases')).toBeGreaterThan(0);
  });
});
