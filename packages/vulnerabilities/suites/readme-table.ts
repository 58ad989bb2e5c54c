import type { SuiteCount } from './suite.ts';

const START = '<!-- suites:start, written by `npm run suites` -->';
const END = '<!-- suites:end -->';

/** All rows as one Markdown table, each suite under its sum. */
export function suiteTable(rows: readonly SuiteCount[]): string {
  const body = [...Map.groupBy(rows, ({ suite }) => suite)].flatMap(([suite, group]) => [
    `| **${suite}** | **${total(group, 'passed')}** | **${total(group, 'cases')}** |`,
    ...group.map(({ subject, passed, cases }) => `| ${subject} | ${passed} | ${cases} |`),
  ]);
  return ['| public suite | passed | cases |', '|---|---:|---:|', ...body].join('\n');
}

/** The README with the table between its marks; null where it has none. */
export function withTable(readme: string, table: string): string | null {
  const [start, end] = [readme.indexOf(START), readme.indexOf(END)];
  if (start < 0 || end < start) return null;
  return `${readme.slice(0, start + START.length)}\n\n${table}\n\n${readme.slice(end)}`;
}

export function total(rows: readonly SuiteCount[], field: 'passed' | 'cases'): number {
  return rows.reduce((sum, row) => sum + row[field], 0);
}
