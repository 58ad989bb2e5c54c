/**
 * Makes resources/sudachi-synonyms.tsv from the npm package sudachi-synonyms-dictionary:
 *   node packages/search/scripts/make-sudachi-synonyms.ts PATH/TO/sudachi-synonyms-dictionary.json
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fold } from '../src/fold.ts';
import { TARGET_MARK } from '../src/sudachi.ts';

/** The fields of the dictionary that a public portal speaks of; most words belong to no field. */
const FIELDS = new Set(['IT', 'ビジネス', '教育', '政治', '法律', '組織名', '時間', '国名', '人', '単位']);
/** Words that the dictionary reads in a sense that is wrong here: フィッシング is no fishing. */
const MISREAD = new Set(['フィッシング'].map(fold));

interface DictionaryItem {
  readonly midashi: string;
  /** 0 always, 1 only as a target, 2 never. */
  readonly expandControl: 0 | 1 | 2;
  readonly bunya: readonly string[];
  readonly gokeiSyubetsu: string;
  readonly hyoukiYure: string;
}

interface DictionaryGroup {
  readonly items: readonly DictionaryItem[];
}

/** A line of the list, or undefined where folding makes all words of the group one or its field is not wanted. */
function lineOf({ items }: DictionaryGroup): string | undefined {
  if (items.some(({ bunya }) => bunya.some((field) => !FIELDS.has(field)))) return undefined;
  if (items.some(({ midashi }) => MISREAD.has(fold(midashi)))) return undefined;
  const byFold = new Map<string, DictionaryItem>();
  for (const item of items) {
    const isWrong = item.gokeiSyubetsu === '間違い' || item.hyoukiYure === '間違い表記';
    const folded = fold(item.midashi);
    if (item.expandControl === 2 || isWrong || folded.length < 2) continue;
    const known = byFold.get(folded);
    if (!known || known.expandControl > item.expandControl) byFold.set(folded, item);
  }
  const words = [...byFold.values()];
  if (words.length < 2 || words.every(({ expandControl }) => expandControl === 1)) return undefined;
  return words
    .map(({ midashi, expandControl }) => (expandControl === 1 ? TARGET_MARK : '') + midashi)
    .join('\t');
}

const [source] = process.argv.slice(2);
if (!source) throw new Error('Name the file sudachi-synonyms-dictionary.json.');
const groups: DictionaryGroup[] = JSON.parse(readFileSync(source, 'utf8'));
const lines = groups.map(lineOf).filter((line) => line !== undefined);
const notice =
  '# From the Sudachi synonym dictionary (Works Applications), Apache-2.0; see README.md in this folder.';
const target = new URL('../resources/sudachi-synonyms.tsv', import.meta.url);
writeFileSync(target, `${notice}\n${lines.join('\n')}\n`);
console.log(`${groups.length} groups read, ${lines.length} kept`);
