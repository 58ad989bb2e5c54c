import { findIdentifiers, withoutOverlaps } from './identifiers/find-identifiers.ts';
import { contains, type Mention, type MentionType, overlaps } from './mention.ts';
import { correctNames, type WordsOfText } from './names/correct-names.ts';
import { withoutLegalForm } from './names/legal-forms.ts';
import { findByNameRules } from './names/name-rules.ts';
import { findOtherMentions } from './names/other-mentions.ts';
import type { NameReadings } from './names/readings.ts';
import { findAddresses } from './places/addresses.ts';
import type { Gazetteer } from './places/gazetteer.ts';
import { plainString } from './recognition/characters.ts';
import type { TaggedSentence } from './recognition/name-tagger.ts';
import { classIndex, WordFlag } from './recognition/word-classes.ts';

export interface Resources {
  readonly tag: (text: string) => TaggedSentence[];
  readonly gazetteer: Gazetteer;
  readonly readings: NameReadings;
}

/** Identifiers that may be part of a name: 2020年東京オリンピック, 3年B組. */
const WITHIN_NAMES: ReadonlySet<MentionType> = new Set(['date', 'time', 'count', 'amount']);
const ASSOCIATION = /(?:社団|財団)法人|合資会社/u;
/** What is less sure gives way to a name of the same stretch. */
const SURE = 0.85;

/** What gives somebody away in a text, none overlapping, in its order. */
export function detect(text: string, resources: Resources, sentences = resources.tag(text)): Mention[] {
  const plain = plainString(text);
  const places = resources.gazetteer.find(plain);
  const addresses: Mention[] = findAddresses(plain, places).map((span) => ({
    ...span,
    text: text.slice(span.start, span.end),
    type: 'address',
    confidence: 0.97,
    source: 'gazetteer',
  }));
  const identifiers = [
    ...addresses,
    ...findIdentifiers(text, plain).filter((one) => !addresses.some((address) => overlaps(one, address))),
  ].sort((a, b) => a.start - b.start);
  const byModel: Mention[] = sentences.flatMap((sentence) =>
    sentence.names.map((name) => ({
      ...name,
      text: text.slice(name.start, name.end),
      source: 'model' as const,
    })),
  );
  /** Whether letters are left of a name without the identifiers in it. */
  const namesMore = (name: Mention) => {
    let rest = '';
    let from = name.start;
    for (const one of identifiers) {
      if (!overlaps(one, name)) continue;
      rest += `${text.slice(from, Math.max(from, one.start))} `;
      from = Math.max(from, one.end);
    }
    return /\p{L}{2}/u.test(rest + text.slice(from, Math.max(from, name.end)));
  };
  const fixed = identifiers.filter(({ type, confidence, ...span }) => {
    const around = byModel.filter((name) => overlaps(name, span));
    if (WITHIN_NAMES.has(type) && around.some((name) => contains(name, span) && namesMore(name)))
      return false;
    return confidence >= SURE || !around.some((name) => contains(name, span) || contains(span, name));
  });
  const names = correctNames(text, byModel, fixed, wordsOf(text, sentences));
  let known = add(fixed, names);
  known = joinRules(text, known, findByNameRules(text, sentences));
  known = add(
    known,
    places.map(({ start, end }) => ({
      start,
      end,
      text: text.slice(start, end),
      type: 'place',
      confidence: 0.6,
      source: 'gazetteer',
    })),
  );
  const others = withoutOverlaps(findOtherMentions(text, known, resources.readings), () => 0);
  // 「北陸」 gives way to 北陸データサービス, which the text has elsewhere.
  const shorter = (one: Mention) =>
    one.source === 'model' && others.some((other) => contains(other, one) && other.text !== one.text);
  return add(
    known.filter((one) => !shorter(one)),
    others,
  );
}

/** Adds what overlaps nothing that is known. */
function add(known: readonly Mention[], more: readonly Mention[]): Mention[] {
  const fitting = more.filter((one) => !known.some((other) => overlaps(one, other)));
  return [...known, ...fitting].sort((a, b) => a.start - b.start);
}

/** Classes of words that name nobody by themselves. */
const COMMON = new Set(
  (['noun', 'verbal-noun', 'adjectival-noun', 'adverbial-noun'] as const).map(classIndex),
);

function wordsOf(text: string, sentences: readonly TaggedSentence[]): WordsOfText {
  const sentenceAt = (at: number) => sentences.find(({ start, end }) => start <= at && at < end);
  return {
    isSurname(at) {
      const sentence = sentenceAt(at);
      if (!sentence) return false;
      const word = sentence.words.at[at - sentence.start] as number;
      const begins = sentence.start + (sentence.words.starts[word] as number) === at;
      return begins && ((sentence.words.flags[word] as number) & WordFlag.Surname) !== 0;
    },
    isCommon({ start, end }) {
      const sentence = sentenceAt(start);
      if (!sentence || /[A-Z]/.test(text.slice(start, end))) return false;
      const { words } = sentence;
      const word = words.at[start - sentence.start] as number;
      const isWord =
        sentence.start + (words.starts[word] as number) === start &&
        sentence.start + (words.ends[word] as number) === end;
      return (
        isWord &&
        COMMON.has(words.classes[word] as number) &&
        ((words.flags[word] as number) & ~WordFlag.CommonNoun) === 0
      );
    },
  };
}

/**
 * Adds what rules found. A person with a title is a person of that length whatever the model took it for, and a name
 * that has its legal form is as long as the rule says, where the model has only part of it.
 */
function joinRules(text: string, known: readonly Mention[], byRules: readonly Mention[]): Mention[] {
  let result = [...known];
  for (const rule of withoutOverlaps(byRules, ({ confidence }) => confidence)) {
    const touched = result.filter((other) => overlaps(rule, other));
    if (touched.length === 0) {
      result.push(rule);
      continue;
    }
    if (touched.some(({ source }) => source !== 'model')) continue;
    // Of associations and foundations, the form is no part of the name.
    const bare = ASSOCIATION.test(rule.text) ? withoutLegalForm(rule.text) : rule.text;
    const core = rule.start + rule.text.indexOf(bare);
    const isCovered = touched.some((one) => one.start <= core && core + bare.length <= one.end);
    const isTitled = rule.type === 'person' && rule.confidence >= 0.85;
    const isLonger = touched.some((one) => one.type === 'person' && contains(one, rule));
    if (
      isTitled
        ? isLonger || touched.some((one) => one.type === 'person' && one.end === rule.end)
        : rule.confidence < 0.9 || isCovered
    )
      continue;
    const start = Math.min(
      rule.start,
      ...touched.filter(({ type }) => type === rule.type).map((one) => one.start),
    );
    result = result.filter((one) => !touched.includes(one));
    result.push({ ...rule, start, text: text.slice(start, rule.end) });
    const behind = touched.find((one) => one.end > rule.end);
    const rest = behind && /^(?:の|、|・)?(.{2,})$/u.exec(text.slice(rule.end, behind.end))?.[1];
    if (behind && rest) result.push({ ...behind, start: behind.end - rest.length, text: rest });
  }
  return result.sort((a, b) => a.start - b.start);
}
