import { commonKanji, Script, scriptOf } from './characters.ts';
import { longKana } from './word-key.ts';

/** What a cluster becomes; `scripts` holds the script of each UTF-16 code unit of `text`. */
interface FoldedCluster {
  readonly text: string;
  readonly scripts: readonly Script[];
}
const clusters = new Map<string, FoldedCluster>();
/** Cache size: normal text has a few hundred different clusters, hostile text unlimited ones. */
const MAX_REMEMBERED_CLUSTERS = 4096;

/** Obsolete kana and their modern equivalents. */
const OLD_KANA = new Map(
  ['ヰイ', 'ヱエ', 'ヷバ', 'ヸビ', 'ヹベ', 'ヺボ', 'ゐい', 'ゑえ'].map((pair) => [pair[0], pair[1]]),
);

/** Voicing that no kana takes, keycaps and skin tones. */
const DROPPED = /\p{Default_Ignorable_Code_Point}|[\u3099\u309A]|\u20E3|\p{Emoji_Modifier}/u;

/** Folds a cluster: a character with the marks that belong to it. */
export function foldCluster(cluster: string): FoldedCluster {
  const known = clusters.get(cluster);
  if (known) return known;
  let text = '';
  const scripts: Script[] = [];
  const plain = cluster
    .replaceAll('\u309B', '\u3099')
    .replaceAll('\u309C', '\u309A')
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/\p{Script=Latin}\p{M}*/gu, (letter) => letter.normalize('NFD').replace(/\p{M}+/gu, ''));
  for (const character of plain) {
    if (DROPPED.test(character)) continue;
    if (character === 'ー') {
      const long = text === '' ? 0 : longKana(text.charCodeAt(text.length - 1));
      if (long !== 0) text = text.slice(0, -1) + String.fromCharCode(long);
      continue;
    }
    const script = scriptOf(character);
    const folded =
      script === Script.Separator
        ? ' '
        : (commonKanji.get(character) ?? OLD_KANA.get(character) ?? character);
    text += folded;
    for (let i = 0; i < folded.length; i++) scripts.push(script);
  }
  const result = { text, scripts };
  if (clusters.size < MAX_REMEMBERED_CLUSTERS) clusters.set(cluster, result);
  return result;
}
