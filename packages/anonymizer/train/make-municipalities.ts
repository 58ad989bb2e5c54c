/**
 * Makes resources/municipalities.tsv (prefecture, name, reading) from the list of local governments of
 * code4fukui/localgovjp (CC0).
 *
 *     node train/make-municipalities.ts LOCALGOV.CSV
 */
import { readFileSync, writeFileSync } from 'node:fs';

const lines = readFileSync(process.argv[2] as string, 'utf8')
  .split(/\r?\n/)
  .slice(1);
const rows = new Set<string>();
for (const line of lines) {
  const [, prefecture, , names, readings] = line.split(',');
  if (!prefecture || !names) continue;
  const kana = readings?.split(' ') ?? [];
  for (const [index, name] of names.split(' ').entries())
    rows.add([prefecture, name, kana[index] ?? ''].join('\t'));
}
writeFileSync(new URL('../resources/municipalities.tsv', import.meta.url), `${[...rows].join('\n')}\n`);
console.log(rows.size, 'municipalities and wards');
