import type { Span } from '../mention.ts';
import type { PlaceName } from './gazetteer.ts';

const KANJI_NUMBER = '[〇一二三四五六七八九十]{1,3}';
/** The town, then its blocks: 霞が関2丁目1番2号, 丸の内1-2-3, 大字北一条西二丁目. */
const REST = new RegExp(
  `(?:[\\p{Script=Han}\\p{Script=Katakana}ヶがのーる]{0,16}?|[\\p{Script=Han}]{0,6}\\p{Script=Hiragana}{3,8}[\\p{Script=Han}]{0,4})(?:\\d{1,5}|${KANJI_NUMBER}(?=丁目|番|条|号|線|地割))` +
    `(?:(?:丁目|番地|番町|番|号|条|線|地割|の|[-‐‑–—―−ー]|[東西南北])(?:の)?(?:\\d{1,5}|${KANJI_NUMBER})?){1,6}` +
    '(?:[ ]?[\\p{Script=Han}\\p{Script=Katakana}\\p{Script=Hiragana}A-Za-z0-9ー・]{1,20}?(?:ビル(?:ディング)?|タワー|マンション|ハイツ|コーポ|アパート|スクエア|プラザ|会館|荘|棟))?' +
    '(?:[ ]?(?:地下)?\\d{1,3}(?:階|F|号室))?',
  'uy',
);

/** A street and a block, as in 烏丸通七条下る東塩小路町721番地. */
const MOST_PARTS = 3;
/** 県道407号 is a road. */
const ROAD = /^道\d|[県国府市都町村道]道\d/u;

/** Addresses: a place of the gazetteer (or several) and what follows it down to the block. */
export function findAddresses(text: string, places: readonly PlaceName[]): Span[] {
  const found: Span[] = [];
  for (let i = 0; i < places.length; i++) {
    const first = places[i] as PlaceName;
    let end = first.end;
    while (places[i + 1] && (places[i + 1] as PlaceName).start <= end + 1)
      end = (places[++i] as PlaceName).end;
    const next = places[i + 1]?.start ?? text.length;
    let last = -1;
    for (let part = 0; part < MOST_PARTS; part++) {
      const from = last < 0 ? end : last;
      REST.lastIndex = text[from] === ' ' ? from + 1 : from;
      const rest = REST.exec(text)?.[0];
      if (!rest || ROAD.test(rest) || (last >= 0 && REST.lastIndex > next)) break;
      last = /の$/.test(rest) ? REST.lastIndex - 1 : REST.lastIndex;
    }
    if (last < 0) continue;
    found.push({ start: first.start, end: last });
    while (places[i + 1] && (places[i + 1] as PlaceName).start < last) i++;
  }
  return found;
}
