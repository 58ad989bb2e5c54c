import { purlSuite } from './purl.ts';
import { sbomSuite } from './sbom.ts';
import type { Suite, SuiteCount } from './suite.ts';
import { versionSuite } from './versions.ts';

const SUITES: Record<string, Suite> = {
  'package URL': purlSuite,
  'version order': versionSuite,
  'bill of materials': sbomSuite,
};

/** Runs every suite; the rows of one are null where its data is not at hand. */
export async function runSuites(): Promise<{ name: string; rows: SuiteCount[] | null }[]> {
  return Promise.all(Object.entries(SUITES).map(async ([name, suite]) => ({ name, rows: await suite() })));
}
