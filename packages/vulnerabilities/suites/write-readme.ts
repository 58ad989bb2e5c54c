/** `npm run suites`: runs the public suites and writes the table of the README anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { runSuites } from './all.ts';
import { suiteTable, withTable } from './readme-table.ts';

const README = new URL('../README.md', import.meta.url);
const results = await runSuites();
const missing = results.filter(({ rows }) => rows === null).map(({ name }) => name);
if (missing.length > 0) {
  console.error(`the data of these suites is not at hand: ${missing.join(', ')}`);
  process.exit(2);
}
const rows = results.flatMap(({ rows }) => rows ?? []);
const table = suiteTable(rows);
console.log(table);
for (const { subject, failures } of rows)
  for (const failure of failures) console.error(`${subject}: ${failure}`);
const readme = readFileSync(README, 'utf8');
writeFileSync(README, withTable(readme, table) ?? readme);
