import { Script } from './characters.ts';
import { pairKey } from './compounds.ts';
import { englishForms } from './english.ts';
import { type FoldedText, Folder, fold, foldedString, spell } from './fold.ts';
import { otherNumbers } from './numbers.ts';
import {
  kanaWordPattern,
  katakanaEndPattern,
  type Pattern,
  type PatternOrigin,
  phrasePattern,
  type Slot,
  type TermName,
  wholeRun,
} from './patterns.ts';
import type { QueryPart } from './query.ts';
import { readingHash } from './readings.ts';
import { hiraganaOf, kanaOfRomaji, lettersNamed } from './romaji.ts';
import { spellingVariants } from './spelling-variants.ts';
import type { Synonyms } from './synonyms.ts';
import { Family } from './terms.ts';
import { mayEndLong, withLongMarks } from './word-key.ts';

/** Weight of a whole word, relative to 1 for a possible part of a longer one (ログ in プログラム). */
const WHOLE_WORD = 1.25;

/** Weights of other spellings and words, relative to 1 for the query as entered. */
const WEIGHT = {
  spelling: 0.5,
  okurigana: 0.5,
  inflection: 0.4,
  synonym: 0.4,
  reading: 0.4,
  beginning: 0.25,
  romaji: 0.1,
};

/** Shorter spellings match whole words only: レイン (for レーン) must not match ブレイン. */
const SHORTEST_WITHIN = 4;

/** Shorter words are rarely romaji. */
const SHORTEST_ROMAJI = 3;

/** Shorter words are prefixes of too many others. */
const SHORTEST_BEGINNING = 3;
const MAX_SYNONYMS = 24;

const folder = new Folder();

/** All patterns of a query part by descending weight: as entered, other spellings, synonyms. */
export function expand(part: QueryPart, synonyms: Synonyms, isExact: boolean): Pattern[] {
  const exact = phrasePattern(part.text, 'exact', 1);
  if (!exact) return [];
  if (isExact || part.kind === 'phrase') return [exact];
  const beginning = part.kind === 'word' ? beginningPattern(exact) : undefined;
  const seen = new Set([nameOf(exact)]);
  const run = wholeRun(part.text);
  const others = otherPatterns(part, synonyms, run);
  const whole: Pattern[] = run
    ? [{ ...exact, slots: [{ offset: 0, terms: [run] }], weight: WHOLE_WORD }]
    : [];
  const forms = part.kind === 'word' ? englishPatterns(exact) : [];
  const patterns = [...whole, exact, ...forms, ...(beginning ? [beginning] : [])];
  for (const pattern of others) {
    if (!pattern || (!pattern.loose && seen.has(nameOf(pattern)))) continue;
    seen.add(nameOf(pattern));
    patterns.push(pattern);
  }
  return patterns.sort((a, b) => b.weight - a.weight);
}

/** Patterns of other spellings, inflections and synonyms; unordered. */
function otherPatterns(
  part: QueryPart,
  synonyms: Synonyms,
  run: TermName | undefined,
): (Pattern | undefined)[] {
  const [whole, ...spellings] = otherSpellings(part.text, 'spelling', WEIGHT.spelling);
  return [
    whole && { ...whole, besides: run },
    ...spellings,
    ...otherWritings(folder.fold(part.text)),
    ...readingPatterns(part),
    ...otherNumbers(part.text).map((text) => phrasePattern(text, 'spelling', WEIGHT.spelling)),
    ...synonyms
      .of(fold(part.text))
      // Where a synonym holds the word, the word finds it already.
      .filter((synonym) => !synonym.written.includes(part.text))
      .slice(0, MAX_SYNONYMS)
      .flatMap(({ written }) => [
        phrasePattern(written, 'synonym', WEIGHT.synonym),
        ...longMarkSpellings(written, 'synonym', WEIGHT.synonym),
        innerStem(folder.fold(written)),
      ]),
  ];
}

/** Patterns by reading: kana match the documents' readings, romaji match kana, letter names match letters. */
function readingPatterns({ kind, text, folded }: QueryPart): (Pattern | undefined)[] {
  if (kind === 'word') {
    const kana = SHORTEST_ROMAJI <= folded.length ? kanaOfRomaji(folded) : '';
    if (kana === '') return [];
    return [kanaWordPattern(kana, 'reading', WEIGHT.romaji), readingPattern(kana, WEIGHT.romaji)];
  }
  const kana = hiraganaOf(withLongMarks(folded));
  if (!/^[ぁ-ゖー]{2,}$/.test(kana)) return [];
  const letters = lettersNamed(kana);
  return [
    { ...readingPattern(kana, WEIGHT.reading), label: text },
    letters === '' ? undefined : phrasePattern(letters, 'reading', WEIGHT.reading),
  ];
}

function readingPattern(kana: string, weight: number): Pattern {
  const term: TermName = { kind: 'coded', family: Family.Reading, key: readingHash(kana) };
  return {
    slots: [{ offset: 0, terms: [term] }],
    loose: false,
    needsLink: false,
    origin: 'reading',
    weight,
    text: kana,
    label: kana,
  };
}

/** Identity of a pattern within a part: its text, whether it ends a run, or its key. */
function nameOf({ text, slots }: Pattern): string {
  const last = slots.at(-1)?.terms[0];
  if (last?.kind === 'coded' && BY_HASH.has(last.family)) return `${last.family} ${last.key}`;
  return last?.kind === 'coded' && last.family === Family.KatakanaEnd ? `${text}$` : text;
}
const BY_HASH: ReadonlySet<Family> = new Set([Family.KanaWord, Family.Reading]);

/** A word in its other spellings: in the other kana or with other long marks as a word of its own, or anywhere. */
function otherSpellings(text: string, origin: PatternOrigin, weight: number): (Pattern | undefined)[] {
  return [
    ...longMarkSpellings(text, origin, weight),
    ...spellingVariants(text).flatMap((variant) => [
      variant.length >= SHORTEST_WITHIN ? phrasePattern(variant, origin, weight) : undefined,
      kanaWordPattern(variant, origin, weight),
    ]),
  ];
}

/** サーバー, サーバ and さーば for each other; サーバ only at the end of a run, since サーバル is another word. */
function longMarkSpellings(text: string, origin: PatternOrigin, weight: number): (Pattern | undefined)[] {
  const whole = kanaWordPattern(text, origin, weight);
  const spelling = withLongMarks(spell(text));
  if (!/[ァ-ヺ]ー?$/.test(spelling) || !mayEndLong(spelling)) return [whole];
  const other = spelling.endsWith('ー')
    ? katakanaEndPattern(spelling.slice(0, -1), origin, weight)
    : phrasePattern(`${spelling}ー`, origin, weight);
  return [whole, other];
}

/** Patterns with other English forms of the last word. */
function englishPatterns(exact: Pattern): Pattern[] {
  const last = exact.slots.at(-1);
  const [name] = last?.terms ?? [];
  if (!last || name?.kind !== 'word' || !exact.text.endsWith(name.word)) return [];
  const before = exact.text.slice(0, -name.word.length);
  return englishForms(name.word).map((word) => ({
    ...exact,
    slots: [...exact.slots.slice(0, -1), { offset: last.offset, terms: [{ kind: 'word', word }] }],
    origin: 'spelling',
    weight: WEIGHT.inflection,
    text: before + word,
  }));
}

/** password → passwords; the whole word is found better by the exact pattern. */
function beginningPattern(exact: Pattern): Pattern | undefined {
  const last = exact.slots.at(-1);
  const [name] = last?.terms ?? [];
  if (!last || name?.kind !== 'word' || name.word.length < SHORTEST_BEGINNING || !/^\p{L}/u.test(name.word))
    return;
  const slot: Slot = { offset: last.offset, terms: [{ kind: 'word-beginning', beginning: name.word }] };
  return {
    ...exact,
    slots: [...exact.slots.slice(0, -1), slot],
    origin: 'spelling',
    weight: WEIGHT.beginning,
  };
}

/** Patterns of kanji with other okurigana or inflections. */
function otherWritings(folded: FoldedText): Pattern[] {
  const { units, scripts, length } = folded;
  const kanji: number[] = [];
  let hasKana = false;
  for (let at = 0; at < length; at++) {
    if (scripts[at] === Script.Kanji) kanji.push(units[at] as number);
    else if (scripts[at] === Script.Hiragana) hasKana = true;
    else return [];
  }
  if (scripts[0] !== Script.Kanji) return [];
  const text = String.fromCharCode(...kanji);
  if (kanji.length === 1) return hasKana ? [inflectedKanji(kanji[0] as number, text)] : [];
  const slots = kanji.slice(1).map((second, i): Slot => {
    const key = pairKey(kanji[i] as number, second);
    return {
      offset: i,
      terms: [
        { kind: 'coded', family: Family.Pair, key },
        { kind: 'coded', family: Family.Link, key },
      ],
    };
  });
  const stem = hasKana ? innerStem(folded) : undefined;
  return [
    ...(stem ? [stem] : []),
    {
      slots,
      loose: true,
      needsLink: !hasKana,
      origin: 'spelling',
      weight: WEIGHT.okurigana,
      text,
      label: text,
    },
  ];
}

/** 乗っ取り also as 乗っ取られた: the word up to its last kanji, if there are kana between its kanji. */
function innerStem(folded: FoldedText): Pattern | undefined {
  const { scripts, length } = folded;
  const end = scripts.lastIndexOf(Script.Kanji, length - 1) + 1;
  const hasInnerKana = scripts.subarray(0, end).includes(Script.Hiragana);
  if (end === length || !hasInnerKana) return undefined;
  return phrasePattern(foldedString(folded, 0, end), 'spelling', WEIGHT.inflection);
}

/** 守る, 守り, 守って: the kanji before any hiragana. */
function inflectedKanji(unit: number, text: string): Pattern {
  const slot: Slot = { offset: 0, terms: [{ kind: 'kana-after', unit }] };
  return {
    slots: [slot],
    loose: false,
    needsLink: false,
    origin: 'spelling',
    weight: WEIGHT.inflection,
    text,
    label: text,
  };
}
