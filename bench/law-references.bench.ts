/**
 * Processor time to find and resolve the references in 1 MB of legal text, and to read statutes. Lawtext, the other
 * package that does it, takes whole laws only (docs/decisions/law-references.md), so the yardstick is a regular
 * expression that finds 「第…条第…項第…号」 and neither names nor relative references, and resolves none.
 *
 * Statutes are read from the folder that KAKEHASHI_LAWS names, or else from the excerpts in the package.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { findReferences, readLaw } from '../packages/law-references/src/index.ts';

const cases = new URL('../packages/law-references/cases/', import.meta.url);
const ROUNDS = 7;

/** Median of the processor time of some rounds, in milliseconds. */
function milliseconds(work: () => void): number {
  work();
  const times = Array.from({ length: ROUNDS }, () => {
    const begun = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1000;
  });
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] as number;
}

const passages = readFileSync(new URL('references.md', cases), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('> '))
  .map((line) => line.slice(2))
  .join('\n');
const megabyte = 1024 * 1024;
const text = passages.repeat(Math.ceil(megabyte / Buffer.byteLength(passages)));

const numbered =
  /第[〇一二三四五六七八九十百千]+条(?:の[〇一二三四五六七八九十百千]+)*(?:第[〇一二三四五六七八九十百千]+項)?(?:第[〇一二三四五六七八九十百千]+号)?/g;
const place = { law: '415AC0000000057', article: '27', paragraph: 2 };
const found = findReferences(text, place).length;
const time = milliseconds(() => findReferences(text, place));
const plain = milliseconds(() => text.match(numbered));
console.log(
  `${(Buffer.byteLength(text) / megabyte).toFixed(2)} MB, ${found} references: ${Math.round(time)} ms; ` +
    `the regular expression, ${text.match(numbered)?.length} finds: ${Math.round(plain)} ms`,
);

const folder = process.env.KAKEHASHI_LAWS ?? cases.pathname;
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:xml|json)$/.test(name))
  .map((name) => readFileSync(`${folder}/${name}`));
const bytes = files.reduce((sum, file) => sum + file.length, 0);
const reading = milliseconds(() => {
  for (const file of files) readLaw(file);
});
console.log(
  `${files.length} statutes, ${(bytes / megabyte).toFixed(2)} MB: read in ${Math.round(reading)} ms`,
);
