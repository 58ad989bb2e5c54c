import { readdirSync, readFileSync } from 'node:fs';
import { compareVersions } from '../src/index.ts';
import { type SuiteCount, suiteFolder } from './suite.ts';

const SIGNS = { '<': -1, '=': 0, '>': 1 } as const;

/** Runs the version orderings, one row an ecosystem; each line counts once and must hold in both directions. */
export function versionSuite(): SuiteCount[] | null {
  const folder = suiteFolder('versions');
  if (folder === null) return null;
  const rows = new Map<string, SuiteCount>();
  for (const file of readdirSync(folder).sort()) {
    const subject = file.replace(/-versions(?:-generated)?\.txt$/, '');
    const row = rows.get(subject) ?? { suite: 'Version order', subject, cases: 0, passed: 0, failures: [] };
    rows.set(subject, row);
    for (const line of readFileSync(new URL(file, folder), 'utf8').split('\n')) {
      if (line.trim() !== '' && !line.startsWith('//')) countLine(row, line);
    }
  }
  return [...rows.values()];
}

function countLine(row: SuiteCount, line: string): void {
  const [a = '', sign, b = ''] = line.trim().split(/ (?=[<=>] )|(?<= [<=>]) /);
  const expected = SIGNS[sign as keyof typeof SIGNS];
  const actual = compareVersions(row.subject, a, b);
  const reverse = compareVersions(row.subject, b, a);
  row.cases++;
  if (actual === expected && reverse === -expected) row.passed++;
  else if (actual === expected && expected === 0 && reverse === 0) row.passed++;
  else row.failures.push(`${line}: ${actual}, reversed ${reverse}`);
}
