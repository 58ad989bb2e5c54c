import { commonKanji } from './characters.ts';
import { textOf } from './documents.ts';
import { lowerBound } from './postings.ts';
import type { QueryPart } from './query.ts';
import type { Segment } from './segment.ts';
import { Family } from './terms.ts';

/** Kanji in common use → their other shapes. */
const variantsOf = new Map<string, string[]>();
for (const [variant, common] of commonKanji)
  variantsOf.set(common, [...(variantsOf.get(common) ?? []), variant]);
const ANY_VARIANT = new RegExp(`[${[...commonKanji.keys()].join('')}]`, 'gu');

/** The kanji of a text that are folded into another, by their code points; each once. */
export function variantKanji(text: string): Iterable<number> {
  const found = text.match(ANY_VARIANT);
  return found ? new Set(found.map((kanji) => kanji.codePointAt(0) as number)) : [];
}

/** What must stand in a text as typed, since an index folds the shapes of its kanji together. */
export interface VerbatimText {
  readonly text: string;
  /** Its kanji that are folded: a text without one of them does not hold it. */
  readonly needed: readonly number[];
  /** Other shapes of its kanji: a text with none of them holds it as typed. */
  readonly doubtful: readonly number[];
}

/** Those of the parts whose kanji have other shapes. */
export function verbatimTexts(parts: readonly QueryPart[]): VerbatimText[] {
  return parts.flatMap(({ text }) => {
    const needed = [...variantKanji(text)];
    const shapes = [...text].flatMap((kanji) => variantsOf.get(commonKanji.get(kanji) ?? kanji) ?? []);
    const doubtful = shapes.map((kanji) => kanji.codePointAt(0) as number);
    return doubtful.length > 0 ? [{ text: plain(text), needed, doubtful }] : [];
  });
}

/** Whether a document that holds the texts in some shape of their kanji holds them in the one typed. */
export function holdsVerbatim(
  segment: Segment,
  doc: number,
  texts: readonly VerbatimText[],
  fields: number,
): boolean {
  return texts.every(({ text, needed, doubtful }) => {
    if (!needed.every((kanji) => hasKanji(segment, doc, kanji))) return false;
    if (needed.length === 0 && !doubtful.some((kanji) => hasKanji(segment, doc, kanji))) return true;
    for (let field = 0; field < fields; field++)
      if (plain(textOf(segment.documents, doc * fields + field)).includes(text)) return true;
    return false;
  });
}

function hasKanji(segment: Segment, doc: number, kanji: number): boolean {
  const term = segment.codedTerm(Family.VariantKanji, kanji);
  if (term < 0) return false;
  const { starts, docs } = segment.postings;
  const end = starts[term + 1] as number;
  const at = lowerBound(docs, doc, starts[term] as number, end);
  return at < end && docs[at] === doc;
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s・]/gu, '');
}
