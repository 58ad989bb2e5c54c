/**
 * Makes src/statutes/statute-list.generated.ts: the Acts in force with their e-Gov ids, names and short names, and the
 * order and rule for the enforcement of each.
 *
 *   node scripts/make-statute-list.ts LIST.json
 *
 * LIST.json is an array of [law id, law number, title, short names]; `lawtext` 0.1.52 carries e-Gov's list in that
 * form (src/law/lawList.json, MIT).
 */
import { readFileSync, writeFileSync } from 'node:fs';

type Row = readonly [id: string, number: string, title: string, shortNames: readonly string[]];

const [path] = process.argv.slice(2);
if (!path) throw new Error('Give the list: node scripts/make-statute-list.ts LIST.json');
const rows = JSON.parse(readFileSync(path, 'utf8')) as Row[];

const isAct = (id: string): boolean => /^\d{3}(AC|CONSTITUTION)/.test(id);
/** An Act without a title of its own is listed as 「昭和…号（…に関する法律）」; what stands in the brackets names it. */
const titleOf = ([, number, title]: Row): string =>
  title.startsWith(number) && title.endsWith('）') ? title.slice(number.length + 1, -1) : title;

const byTitle = new Map<string, Row[]>();
for (const row of rows) byTitle.set(row[2], [...(byTitle.get(row[2]) ?? []), row]);

/** The one order of this title, as `id` or, where the number does not follow from the id, `id=number`. */
function order(title: string): string {
  const found = byTitle.get(title) ?? [];
  if (found.length !== 1) return '';
  const [id, number] = found[0] as Row;
  return /^\d{3}CO/.test(id) ? id : `${id}=${number}`;
}

const lines = rows
  .filter(([id]) => isAct(id))
  .map((row) => {
    const title = titleOf(row);
    const names = row[3].map((name) => name.replace(/　抄$/, ''));
    return [row[0], title, names.join('/'), order(`${title}施行令`), order(`${title}施行規則`)]
      .join('\t')
      .trimEnd();
  });

const head = `/** Made by scripts/make-statute-list.ts from e-Gov's list of laws. Columns: id, title, short names, order, rule. */\n`;
writeFileSync(
  new URL('../src/statutes/statute-list.generated.ts', import.meta.url),
  `${head}export const statuteList = \`\n${lines.join('\n')}\n\`;\n`,
);
