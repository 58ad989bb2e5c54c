import { Script } from './characters.ts';
import { pairKey } from './compounds.ts';
import { type FoldedText, Folder, foldedString, isKanaScript } from './fold.ts';
import { Family, readTerms } from './terms.ts';
import { kanaWordHash, mayBeKanaWord, withLongMarks } from './word-key.ts';

/** A term as a query names it, before a segment gives it a number. */
export type TermName =
  | { readonly kind: 'coded'; readonly family: Family; readonly key: number }
  | { readonly kind: 'word'; readonly word: string }
  /** Every word with this prefix. */
  | { readonly kind: 'word-beginning'; readonly beginning: string }
  /** Every pair of this unit and a kana. */
  | { readonly kind: 'kana-after'; readonly unit: number };

/** One of `terms` must occur `offset` units after the start of the pattern. */
export interface Slot {
  readonly offset: number;
  readonly terms: readonly TermName[];
}

/** Origin of a pattern: the query as entered, another spelling, a reading or a synonym. */
export type PatternOrigin = 'exact' | 'spelling' | 'reading' | 'synonym';

/** A sequence of terms to be found in a document. */
export interface Pattern {
  readonly slots: readonly Slot[];
  /** A term that finds some of what the pattern finds, before it: where it finds all, the pattern is not needed. */
  readonly besides?: TermName | undefined;
  /** Slots follow each other with okurigana between them, rather than at their exact offsets. */
  readonly loose: boolean;
  /** At least one link (kanji with okurigana between) must be in it: without one it is an exact pattern. */
  readonly needsLink: boolean;
  readonly origin: PatternOrigin;
  /** Relative to 1 for the query as entered; at most 0.5 for another spelling or word. */
  readonly weight: number;
  /** What to mark in a text, folded. */
  readonly text: string;
  /** The text as displayed. */
  readonly label: string;
}

const folder = new Folder();

/** The run that is the whole text, if it is one run; distinguishes a word from a part of another. */
export function wholeRun(text: string): TermName | undefined {
  let run: TermName | undefined;
  let runs = 0;
  const folded = folder.fold(text);
  if (folded.scripts[0] !== folded.scripts[folded.length - 1]) return undefined;
  readTerms(folded, {
    coded(family, key) {
      if (family !== Family.Run) return;
      runs++;
      run = { kind: 'coded', family, key };
    },
    word() {
      runs++;
    },
  });
  const isOnly =
    runs === 1 && folded.scripts.subarray(0, folded.length).every((script) => script === folded.scripts[0]);
  return isOnly ? run : undefined;
}

/** Pattern of a text as it is; undefined if the text has no term. */
export function phrasePattern(text: string, origin: PatternOrigin, weight: number): Pattern | undefined {
  const folded = folder.fold(withLongMarks(text));
  const slots = isKanaOnly(folded) ? pairSlots(folded) : slotsOf(folded);
  if (slots.length === 0) return undefined;
  return {
    slots,
    loose: false,
    needsLink: false,
    origin,
    weight,
    text: foldedString(folded),
    label: text,
  };
}

/** The pattern of a word of kana in any of its spellings, where it is all of a run of kana. */
export function kanaWordPattern(text: string, origin: PatternOrigin, weight: number): Pattern | undefined {
  const folded = folder.fold(text);
  const { scripts, units, length } = folded;
  const isKana = scripts.subarray(0, length).every((script) => script === scripts[0] && isKanaScript(script));
  if (!isKana || !mayBeKanaWord(units, 0, length)) return undefined;
  const key = kanaWordHash(units, 0, length);
  return {
    slots: [{ offset: 0, terms: [{ kind: 'coded', family: Family.KanaWord, key }] }],
    loose: false,
    needsLink: false,
    origin,
    weight,
    text: foldedString(folded),
    label: text,
  };
}

/** The pattern of katakana that end where the pattern does: サーバ in メールサーバ, not in サーバル. */
export function katakanaEndPattern(text: string, origin: PatternOrigin, weight: number): Pattern | undefined {
  const pattern = phrasePattern(text, origin, weight);
  if (!pattern) return undefined;
  const offset = pattern.text.length - 1;
  const term: TermName = {
    kind: 'coded',
    family: Family.KatakanaEnd,
    key: pattern.text.charCodeAt(offset),
  };
  return { ...pattern, slots: [...pattern.slots, { offset, terms: [term] }] };
}

function isKanaOnly({ scripts, length }: FoldedText): boolean {
  for (let i = 0; i < length; i++) if (!isKanaScript(scripts[i])) return false;
  return length > 1;
}

/** The slots of kana, of which there are the most patterns, without looking for other terms. */
function pairSlots({ units, length }: FoldedText): Slot[] {
  const slots: Slot[] = [];
  for (let offset = 0; offset + 1 < length; offset++) {
    const key = pairKey(units[offset] as number, units[offset + 1] as number);
    slots.push({ offset, terms: [{ kind: 'coded', family: Family.Pair, key }] });
  }
  return slots;
}

const NOT_OF_PHRASES: ReadonlySet<Family> = new Set([
  Family.Link,
  Family.KatakanaEnd,
  Family.Run,
  Family.KanaWord,
  Family.Reading,
]);

function slotsOf(folded: FoldedText): Slot[] {
  const positioned: Slot[] = [];
  const characters: Slot[] = [];
  readTerms(folded, {
    coded(family, key, at) {
      if (NOT_OF_PHRASES.has(family)) return;
      const slots = family === Family.Character ? characters : positioned;
      slots.push({ offset: at, terms: [{ kind: 'coded', family, key }] });
    },
    word(word, at) {
      positioned.push({ offset: at, terms: [{ kind: 'word', word }] });
    },
  });
  const alone = characters.filter(({ offset }) => standsAlone(folded, offset));
  // A character between separators has no position; in a longer phrase the words around it must do.
  return positioned.length > 0 ? positioned : alone.slice(0, 1);
}

function standsAlone({ scripts, length }: FoldedText, at: number): boolean {
  return (
    (at === 0 || scripts[at - 1] === Script.Separator) &&
    (at + 1 === length || scripts[at + 1] === Script.Separator)
  );
}
