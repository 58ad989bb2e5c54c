import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { readSbom, type Sbom, SbomError } from '../src/index.ts';
import { type SuiteCount, suiteFolder } from './suite.ts';

const notations: Record<string, string> = { '.json': 'JSON', '.xml': 'XML', '.spdx': 'tag-value' };

/**
 * Runs the documents CycloneDX publishes for its own tests, one row a version and notation, and the example
 * documents of SPDX. A valid one must be read with nothing to complain of, an invalid one must be named, with
 * where and why.
 */
export async function sbomSuite(): Promise<SuiteCount[] | null> {
  const cycloneDx = suiteFolder('cyclonedx');
  const spdx = suiteFolder('sbom/spdx');
  if (cycloneDx === null || spdx === null) return null;
  const rows = new Map<string, SuiteCount>();
  for (const version of readdirSync(cycloneDx).sort()) {
    for (const file of readdirSync(new URL(`${version}/`, cycloneDx)).sort()) {
      const subject = `CycloneDX ${version} ${notations[extname(file)]}`;
      const failure = await judge(new URL(`${version}/${file}`, cycloneDx), file.startsWith('valid-'));
      count(rows, subject, failure && `${file}: ${failure}`);
    }
  }
  for (const file of readdirSync(spdx).sort()) {
    const version = /spdx(\d\.\d)/.exec(file)?.[1];
    const notation = version === '3.0' ? 'JSON-LD' : notations[extname(file)];
    const failure = await judge(new URL(file, spdx), true);
    count(rows, `SPDX ${version} ${notation}`, failure && `${file}: ${failure}`);
  }
  return [...rows.values()];
}

function count(rows: Map<string, SuiteCount>, subject: string, failure: string | null): void {
  const row = rows.get(subject) ?? { suite: 'Bill of materials', subject, cases: 0, passed: 0, failures: [] };
  rows.set(subject, row);
  row.cases++;
  if (failure === null) row.passed++;
  else row.failures.push(failure);
}

async function judge(file: URL, isValid: boolean): Promise<string | null> {
  const outcome = await read(file);
  const complaints =
    outcome instanceof SbomError ? [outcome] : outcome.warnings.filter(({ kind }) => kind === 'violation');
  if (isValid) return complaints.length === 0 ? null : JSON.stringify(complaints[0]);
  if (complaints.length === 0) return 'nothing was found amiss';
  return complaints.every(({ place }) => place !== '') ? null : 'the place is not named';
}

async function read(file: URL): Promise<Sbom | SbomError> {
  try {
    return await readSbom(readFileSync(file));
  } catch (error) {
    if (error instanceof SbomError) return error;
    throw error;
  }
}
