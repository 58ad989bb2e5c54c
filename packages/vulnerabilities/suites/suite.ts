import { existsSync } from 'node:fs';

/** Public conformance suites, kept outside the project; null where they are not at hand. */
export function suiteFolder(name: string): URL | null {
  const folder = new URL(`../../../../shared/data/${name}/`, import.meta.url);
  return existsSync(folder) ? folder : null;
}

/** One row of the table in the README: how many cases of a suite hold. */
export interface SuiteCount {
  /** Heading the row stands under, such as "Package URL". */
  suite: string;
  /** What the row counts, such as a package type or an ecosystem. */
  subject: string;
  cases: number;
  passed: number;
  /** One line for each case that does not hold. */
  failures: string[];
}

/** A suite's rows, or null where its data is not at hand. */
export type Suite = () => SuiteCount[] | null | Promise<SuiteCount[] | null>;
