import { fold } from '@kakehashi/search';
import { type Decision, isHidden } from '../decisions/decision.ts';
import { contains, type MentionType, overlaps, type Span } from '../mention.ts';
import type { NameReadings } from '../names/readings.ts';
import { partsOf } from './parts.ts';
import { byReading } from './readings.ts';
import { sameNetwork, sameValue, valuesShown } from './same-value.ts';
import { cutsNumber, skeletonOf, within } from './skeleton.ts';

/** In what shape something hidden still shows. */
export type LeftoverKind = 'same' | 'spelling' | 'part' | 'reading';

/** A stretch of the result that shows something that was to be hidden. */
export interface Leftover extends Span {
  readonly text: string;
  /** What was to be hidden. */
  readonly hidden: string;
  readonly type: MentionType;
  readonly kind: LeftoverKind;
}

const LONGEST_SPELLING = 24;
const NAMES: ReadonlySet<MentionType> = new Set([
  'person',
  'organisation',
  'facility',
  'place',
  'product',
  'event',
]);

export interface LeftoverResources {
  readonly readings: NameReadings;
}

/**
 * Everything in a result that shows what decisions were to hide: unchanged, in another spelling (kana, width, case, old
 * kanji, blanks and signs between, defanged), in part, or by its reading in kana or Latin letters.
 *
 * @param original the text before, whose kept stretches are not reported unless they show something hidden
 */
export function findLeftovers(
  original: string,
  result: string,
  decisions: readonly Decision[],
  { readings }: LeftoverResources,
): Leftover[] {
  const skeleton = skeletonOf(result);
  const values = valuesShown(result);
  const spellings = spellingsOf(result, decisions);
  const kept = new Set(decisions.filter((one) => !isHidden(one)).map(({ text }) => text));
  const found: Leftover[] = [];
  const isWholly = (text: string) => original.includes(text) && kept.has(text);
  const done = new Set<string>();
  for (const decision of decisions) {
    const { text: hidden, type } = decision;
    if (!isHidden(decision) || done.has(`${type} ${hidden}`)) continue;
    done.add(`${type} ${hidden}`);
    const push = (span: Span, kind: LeftoverKind) => {
      const text = result.slice(span.start, span.end);
      const isKnown = found.some((one) => one.hidden === hidden && overlaps(one, span));
      if (!isKnown && !(kind !== 'same' && isWholly(text))) found.push({ ...span, text, hidden, type, kind });
    };
    for (const span of exact(result, hidden)) push(span, 'same');
    for (const span of spellings.get(fold(hidden)) ?? []) push(span, 'spelling');
    const bare = skeletonOf(hidden).text;
    if (isLongEnough(bare)) for (const span of within(skeleton, bare, result)) push(span, 'spelling');
    for (const span of sameValue(hidden, type, values)) push(span, 'spelling');
    if (type === 'ip-address') for (const span of sameNetwork(hidden, result)) push(span, 'part');
    if (NAMES.has(type))
      for (const span of byReading(hidden, type, skeleton, result, readings)) push(span, 'reading');
    for (const part of partsOf(hidden, type)) {
      const plain = skeletonOf(part).text;
      for (const span of within(skeleton, plain, result)) push(span, 'part');
    }
  }
  return widest(found);
}

/** Of leftovers within others only the others, in the order of the result. */
function widest(found: readonly Leftover[]): Leftover[] {
  const longestFirst = [...found].sort((a, b) => b.end - b.start - (a.end - a.start));
  const kept: Leftover[] = [];
  for (const one of longestFirst) if (!kept.some((other) => contains(other, one))) kept.push(one);
  return kept.sort((a, b) => a.start - b.start);
}

function isLongEnough(bare: string): boolean {
  return bare.length >= 3 || (bare.length === 2 && /^[\p{Script=Han}]{2}$/u.test(bare));
}

function* exact(result: string, hidden: string): Generator<Span> {
  if (hidden.length < 2) return;
  for (let at = result.indexOf(hidden); at >= 0; at = result.indexOf(hidden, at + 1)) {
    const end = at + hidden.length;
    if (!cutsNumber(result, at, end)) yield { start: at, end };
  }
}

/** All stretches of a result that fold to what folds alike with something hidden, by their folded text. */
function spellingsOf(result: string, decisions: readonly Decision[]): Map<string, Span[]> {
  const wanted = new Set<string>();
  const lengths = new Set<number>();
  for (const decision of decisions) {
    if (!isHidden(decision) || !NAMES.has(decision.type)) continue;
    const { length } = decision.text;
    if (length < 2 || length > LONGEST_SPELLING) continue;
    wanted.add(fold(decision.text));
    for (let other = Math.max(2, length - 1); other <= length + 2; other++) lengths.add(other);
  }
  const found = new Map<string, Span[]>();
  if (wanted.size === 0) return found;
  const first = new Set([...wanted].map((key) => key[0]));
  const folded = Array.from(result, (sign) => fold(sign)[0]);
  let at = 0;
  for (const [index, sign] of Array.from(result).entries()) {
    if (first.has(folded[index]) || folded[index] === undefined)
      for (const length of lengths) {
        const stretch = result.slice(at, at + length);
        if (stretch.length < length || /^\s|\s$|[\n。、]/u.test(stretch)) continue;
        const key = fold(stretch);
        if (!wanted.has(key)) continue;
        if (!cutsNumber(result, at, at + length))
          found.set(key, [...(found.get(key) ?? []), { start: at, end: at + length }]);
      }
    at += sign.length;
  }
  return found;
}
