import { randomInt } from 'node:crypto';
import type { MentionType, Span } from '../mention.ts';
import type { NameReadings } from '../names/readings.ts';
import { readDate } from './dates.ts';
import { type Action, type Anchor, type Decision, isHidden } from './decision.ts';
import { generalise } from './generalise.ts';
import { groupMentions } from './group-mentions.ts';
import { drawPseudonyms, type PseudonymKey, type RandomInteger } from './pseudonyms.ts';
import { type Language, REMOVED, TYPE_WORDS } from './type-words.ts';

export interface ApplyOptions {
  /** Language of what is put in; `ja` if not given. */
  readonly language?: Language;
  /** The day that dates with `to: 'relative'` are told from. */
  readonly anchor?: Anchor;
  /** The key of texts that belong together with this one: their pseudonyms go on. */
  readonly key?: PseudonymKey;
  /** From the operating system's generator if not given. */
  readonly random?: RandomInteger;
}

/** What one stretch of the original became. */
export interface Replacement {
  readonly original: Span;
  readonly result: Span;
  readonly text: string;
  readonly type: MentionType;
  readonly action: Action;
}

export interface Applied {
  readonly text: string;
  /** In the order of the text; without the originals, which only the key has. */
  readonly replacements: readonly Replacement[];
  /** Stored apart and encrypted, or not at all. */
  readonly key: PseudonymKey;
}

interface Place extends Span {
  readonly decision: Decision;
}

export interface ApplyResources {
  readonly readings: NameReadings;
  readonly regionOf: (text: string) => string | undefined;
}

/** Carries out decisions on a text: the same thing everywhere alike, and with no way back but the key. */
export function applyDecisions(
  text: string,
  decisions: readonly Decision[],
  resources: ApplyResources,
  options: ApplyOptions = {},
): Applied {
  const { language = 'ja', random = randomInt } = options;
  const places = findPlaces(text, decisions);
  const hidden = decisions.filter(isHidden);
  const entities = groupMentions(
    decisions.filter(({ action }) => action === 'replace'),
    resources.readings,
  );
  const entityOf = new Map(
    entities.flatMap(({ name, type, mentions }) => mentions.map((one) => [one, `${type} ${name}`])),
  );
  const key = drawPseudonyms(
    entities,
    options.key,
    language,
    random,
    (pseudonym) =>
      text.includes(pseudonym) || hidden.some((one) => one.text.length > 1 && pseudonym.includes(one.text)),
  );
  const pseudonymOf = new Map(key.entries.map(({ name, type, pseudonym }) => [`${type} ${name}`, pseudonym]));
  let year: number | undefined;

  function replacementOf({ decision, start, end }: Place): string {
    const { type, action } = decision;
    const original = text.slice(start, end);
    const saidYear = type === 'date' ? readDate(original)?.year : undefined;
    year = saidYear ?? year;
    if (action === 'keep') return original;
    if (action === 'remove') return REMOVED[language];
    if (action === 'replace') return pseudonymOf.get(entityOf.get(decision) ?? '') as string;
    const general = generalise(original, type, {
      language,
      to: decision.to ?? 'quarter',
      anchor: options.anchor,
      year,
      regionOf: resources.regionOf,
    });
    const shows = (words: string) => hidden.some((one) => one.text.length > 1 && words.includes(one.text));
    if (!shows(general)) return general;
    const vague = TYPE_WORDS[type].vague[language];
    return shows(vague) ? REMOVED[language] : vague;
  }

  let result = '';
  let copied = 0;
  const replacements: Replacement[] = [];
  for (const place of places) {
    result += text.slice(copied, place.start);
    const put = replacementOf(place);
    const begin = result.length;
    result += put;
    copied = place.end;
    replacements.push({
      original: { start: place.start, end: place.end },
      result: { start: begin, end: result.length },
      text: put,
      type: place.decision.type,
      action: place.decision.action,
    });
  }
  return { text: result + text.slice(copied), replacements, key };
}

/** Where decisions hold: their own stretches first, then every other mention of their texts; the longer first. */
function findPlaces(text: string, decisions: readonly Decision[]): Place[] {
  const own: Place[] = [];
  const other: Place[] = [];
  const seen = new Set<string>();
  for (const decision of decisions) {
    const { start, end } = decision;
    if (start !== undefined && end !== undefined && text.slice(start, end) === decision.text)
      own.push({ start, end, decision });
    if (seen.has(decision.text)) continue;
    seen.add(decision.text);
    for (const span of mentionsOf(text, decision.text)) other.push({ ...span, decision });
  }
  const taken = new Uint8Array(text.length);
  const places: Place[] = [];
  const longestFirst = (a: Place, b: Place) => b.end - b.start - (a.end - a.start) || a.start - b.start;
  for (const place of [...own.sort(longestFirst), ...other.sort(longestFirst)]) {
    if (place.start >= place.end || taken.subarray(place.start, place.end).includes(1)) continue;
    taken.fill(1, place.start, place.end);
    places.push(place);
  }
  return places.sort((a, b) => a.start - b.start);
}

/** All mentions of a text; a single sign is too often part of something else, and letters and figures go on in words. */
function* mentionsOf(text: string, wanted: string): Generator<Span> {
  if (wanted.length < 2) return;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    if (!isCut(text[at - 1], wanted[0]) && !isCut(wanted.at(-1), text[end])) yield { start: at, end };
  }
}

function isCut(left: string | undefined, right: string | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  return [/[A-Za-zＡ-Ｚａ-ｚ]/, /[\d０-９]/].some((script) => script.test(left) && script.test(right));
}
