import { isDigit, isUnspaced, Script } from './characters.ts';
import { isFalseWord, pairKey } from './compounds.ts';
import { type FoldedText, foldedString } from './fold.ts';
import { kanaWords } from './kana-words.ts';
import { isOmittable, MAX_OKURIGANA } from './okurigana.ts';
import { HASH_START, hashed, kanaWordHash, mayBeKanaWord } from './word-key.ts';

/** The kinds of index term. Those from `Character` on are stored without positions. */
export const Family = {
  /** Two neighbouring units, at least one of them unspaced script. */
  Pair: 0,
  /** A pair that only looks like a word: 京都 in 東京都. */
  InnerPair: 1,
  /** Two kanji with okurigana between them: 問い合わせ → 問合. */
  Link: 2,
  /** The last unit of a run of katakana. */
  KatakanaEnd: 3,
  /** One unit of unspaced script. */
  Character: 4,
  /** All the kanji, or all the katakana, between other scripts: most often a word. By its hash. */
  Run: 5,
  /** A run of kana that is a word, in any of its spellings. By the hash of its key. */
  KanaWord: 6,
  /** One or more words of a field of readings, as they are read. By the hash of their key. */
  Reading: 7,
  /** A kanji as it is written where it folds to another: 齋. By its code point. */
  VariantKanji: 8,
} as const;
export type Family = (typeof Family)[keyof typeof Family];

export function hasPositions(family: Family): boolean {
  return family < Family.Character;
}

/** Receives the terms of a folded text in reading order; `at` is the unit a term starts at. */
export interface TermReceiver {
  coded(family: Family, key: number, at: number): void;
  word(text: string, at: number): void;
}

/** Longer words (keys, hashes, addresses) are indexed by their beginning. */
const MAX_WORD_LENGTH = 64;

export function readTerms(folded: FoldedText, receiver: TermReceiver): void {
  const { units, scripts, length } = folded;
  let hash = HASH_START;
  let runStart = 0;
  for (let at = 0; at < length; at++) {
    const script = scripts[at] as number;
    if (script === Script.Separator) continue;
    const unit = units[at] as number;
    if (at === 0 || scripts[at - 1] !== script) runStart = at;
    const endsRun = at + 1 === length || scripts[at + 1] !== script;
    if (script === Script.Word) {
      if (startsWord(folded, at)) receiver.word(wordAt(folded, at), at);
    } else {
      receiver.coded(Family.Character, unit, at);
      if (script !== Script.Hiragana) {
        hash = hashed(hash, unit);
        if (endsRun) {
          receiver.coded(Family.Run, hash, at);
          hash = HASH_START;
        }
      }
      if (endsRun && mayBeKanaWord(units, runStart, at + 1)) {
        if (script === Script.Katakana) {
          receiver.coded(Family.KanaWord, kanaWordHash(units, runStart, at + 1), at);
          if (at - runStart + 1 >= SHORTEST_WITHOUT_MARK) receiver.coded(Family.KatakanaEnd, unit, at);
        } else if (script === Script.Hiragana) {
          for (const { hash } of kanaWords(folded, runStart, at + 1))
            receiver.coded(Family.KanaWord, hash, at);
        }
      }
    }
    if (at + 1 === length) return;
    const nextScript = scripts[at + 1] as number;
    if (nextScript === Script.Separator || (script === Script.Word && nextScript === Script.Word)) continue;
    const next = units[at + 1] as number;
    const isInner = script === Script.Kanji && at > 0 && isFalseWord(units[at - 1] as number, unit, next);
    receiver.coded(isInner ? Family.InnerPair : Family.Pair, pairKey(unit, next), at);
    if (script === Script.Kanji && nextScript === Script.Hiragana) {
      const linked = kanjiAfterOkurigana(folded, at);
      if (linked > 0) receiver.coded(Family.Link, pairKey(unit, units[linked] as number), at);
    }
  }
}

/** The key of a run that is all of a folded text. */
export function runHash(text: string): number {
  let hash = HASH_START;
  for (let i = 0; i < text.length; i++) hash = hashed(hash, text.charCodeAt(i));
  return hash;
}

/** In units; no shorter word is written without the long mark at its end. */
const SHORTEST_WITHOUT_MARK = 2;

/** Offset of the kanji after the omittable kana that follow the kanji at `at`; 0 if there is none. */
export function kanjiAfterOkurigana(folded: FoldedText, at: number): number {
  const { scripts, length } = folded;
  for (let gap = 1; gap <= MAX_OKURIGANA; gap++) {
    const end = at + gap + 1;
    if (end >= length || scripts[at + gap] !== Script.Hiragana) return 0;
    if (scripts[end] === Script.Kanji) {
      const kana = foldedString(folded, at + 1, end);
      return isOmittable(String.fromCharCode(folded.units[at] as number), kana) ? end : 0;
    }
  }
  return 0;
}

/** The end of the run of units of the same sort (word, or unspaced script) that starts at `at`. */
export function runEnd(folded: FoldedText, at: number): number {
  const unspaced = isUnspaced(folded.scripts[at] as number);
  let end = at + 1;
  while (end < folded.length) {
    const script = folded.scripts[end] as number;
    if (script === Script.Separator || isUnspaced(script) !== unspaced) break;
    end++;
  }
  return end;
}

/** Whether a word of letters, or a number, starts here: Excel2021 is a word and a number. */
export function startsWord({ scripts, units }: FoldedText, at: number): boolean {
  if (scripts[at] !== Script.Word) return false;
  if (at === 0 || scripts[at - 1] !== Script.Word) return true;
  return isDigit(units[at - 1] as number) !== isDigit(units[at] as number);
}

/** The end of the word of letters, or of the number, that starts here. */
export function wordEnd(folded: FoldedText, at: number): number {
  let end = at + 1;
  while (end < folded.length && folded.scripts[end] === Script.Word && !startsWord(folded, end)) end++;
  return end;
}

function wordAt(folded: FoldedText, at: number): string {
  return foldedString(folded, at, Math.min(wordEnd(folded, at), at + MAX_WORD_LENGTH));
}
