import { isUnspaced, Script } from './characters.ts';
import { Folder, foldedString } from './fold.ts';
import type { Pattern } from './patterns.ts';
import type { QueryPart } from './query.ts';
import { Family, startsWord, wordEnd } from './terms.ts';

/** A folded text to mark in documents. */
export interface Mark {
  readonly text: string;
  /**
   * `exact` is the text as it is, whole words of letters; `beginning` marks all of a word that begins so;
   * `inflected` takes in a kana that follows; `kanji` may have okurigana between the kanji; `kana-word` is a run of
   * kana that is the word in any of its spellings; `katakana-end` stands at the end of a run of katakana.
   */
  readonly kind: 'exact' | 'beginning' | 'inflected' | 'kanji' | 'kana-word' | 'katakana-end';
}

const folder = new Folder();

/** What to mark for patterns, every text once. */
export function marksOf(patterns: readonly Pattern[]): Mark[] {
  const marks = patterns
    .filter((pattern) => !isReading(pattern))
    .map((pattern): Mark => ({ text: pattern.text, kind: kindOf(pattern) }));
  return [...new Map(marks.map((mark) => [`${mark.kind} ${mark.text}`, mark])).values()];
}

/** Readings are not in the texts. */
function isReading({ slots }: Pattern): boolean {
  const [term] = slots[0]?.terms ?? [];
  return term?.kind === 'coded' && term.family === Family.Reading;
}

function kindOf({ loose, slots }: Pattern): Mark['kind'] {
  if (loose) return 'kanji';
  const last = slots.at(-1)?.terms[0];
  if (last?.kind === 'coded' && last.family === Family.KanaWord) return 'kana-word';
  if (last?.kind === 'coded' && last.family === Family.KatakanaEnd) return 'katakana-end';
  return last?.kind === 'kana-after' ? 'inflected' : last?.kind === 'word-beginning' ? 'beginning' : 'exact';
}

/** Pieces of query parts, to mark in documents with only some of them; see loose-terms.ts. */
export function pieceMarks(parts: readonly QueryPart[]): Mark[] {
  const pieces = new Set<string>();
  for (const part of parts) {
    const folded = folder.fold(part.text);
    for (let at = 0; at < folded.length; at++) {
      const isPair =
        folded.scripts[at] === Script.Kanji && isUnspaced(folded.scripts[at + 1] ?? Script.Separator);
      if (isPair && at + 1 < folded.length) pieces.add(foldedString(folded, at, at + 2));
      if (startsWord(folded, at)) pieces.add(foldedString(folded, at, wordEnd(folded, at)));
    }
  }
  return [...pieces].map((text) => ({ text, kind: 'exact' }));
}
