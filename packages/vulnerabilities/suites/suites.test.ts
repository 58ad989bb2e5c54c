import { describe, expect, it } from 'vitest';
import { purlSuite } from './purl.ts';
import { sbomSuite } from './sbom.ts';
import { versionSuite } from './versions.ts';

const SUITES = { 'package URL': purlSuite, 'version order': versionSuite, 'bill of materials': sbomSuite };

const RESULTS = await Promise.all(
  Object.entries(SUITES).map(async ([name, suite]) => [name, await suite()] as const),
);

describe.each(RESULTS)('the public %s suite', (name, rows) => {
  it.skipIf(rows === null)('holds case by case (skipped where ../shared/data is not at hand)', () => {
    const count = (field: 'cases' | 'passed') => (rows ?? []).reduce((sum, row) => sum + row[field], 0);
    console.log(`${name}: ${count('passed')} of ${count('cases')} cases pass`);
    expect((rows ?? []).flatMap(({ failures }) => failures)).toEqual([]);
    expect(count('cases')).toBeGreaterThan(0);
  });
});
