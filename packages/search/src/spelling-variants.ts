import { Script } from './characters.ts';
import { Folder } from './fold.ts';

/** Kana by the vowel they end in. */
const E_ROW = 'エケセテネヘメレゲゼデベペ';
const O_ROW = 'オコソトノホモヨロゴゾドボポ';

/**
 * Sounds that are written in two ways in loanwords, as folded text; either may stand for the other. Folding
 * drops long marks, so a long メー is メ here.
 */
const ALTERNATIVES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/テイ/g, ['チ', 'テ']],
  [/チ(?![アイウエオヤユヨ])/g, ['テイ']],
  [/デイ/g, ['ジ', 'デ']],
  [/ジ(?![アイウエオヤユヨ])/g, ['デイ']],
  [/デ(?!イ)/g, ['デイ']],
  [/イヤ/g, ['イア']],
  [/イア/g, ['イヤ']],
  [/ツイ/g, ['チ']],
  [/トウ/g, ['ツ', 'ト']],
  [new RegExp(`(?<=[${E_ROW}])イ`, 'g'), ['']],
  [new RegExp(`(?<=[${O_ROW}])ウ`, 'g'), ['']],
];

const MAX_VARIANTS = 12;
const folder = new Folder();

/** Other spellings of a word in katakana, folded, without the word's own. */
export function spellingVariants(text: string): string[] {
  const folded = folder.fold(text);
  if (text.length < 3) return [];
  for (let i = 0; i < folded.length; i++) if (folded.scripts[i] !== Script.Katakana) return [];
  const own = String.fromCharCode(...folded.units.subarray(0, folded.length));
  const variants = new Set<string>();
  for (const [sound, others] of ALTERNATIVES) {
    for (const match of own.matchAll(sound)) {
      for (const other of others) {
        variants.add(own.slice(0, match.index) + other + own.slice(match.index + match[0].length));
      }
    }
  }
  for (const variant of longMarkVariants(text)) variants.add(variant);
  variants.delete(own);
  return [...variants].slice(0, MAX_VARIANTS);
}

/** メール is also written メイル, ボーリング also ボウリング. */
function longMarkVariants(text: string): string[] {
  const spelled = folder.fold(text.normalize('NFKC').replaceAll('ー', '〆'));
  const units = String.fromCharCode(...spelled.units.subarray(0, spelled.length));
  const variants: string[] = [];
  for (const match of units.matchAll(/〆/g)) {
    const before = units[match.index - 1] ?? '';
    const vowel = E_ROW.includes(before) ? 'イ' : O_ROW.includes(before) ? 'ウ' : '';
    if (vowel === '' || before === '') continue;
    variants.push((units.slice(0, match.index) + vowel + units.slice(match.index + 1)).replaceAll('〆', ''));
  }
  return variants;
}
