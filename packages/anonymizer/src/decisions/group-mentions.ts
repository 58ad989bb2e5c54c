import { fold } from '@kakehashi/search';
import type { MentionType } from '../mention.ts';
import { distinctivePart, withoutLegalForm } from '../names/legal-forms.ts';
import type { NameReadings } from '../names/readings.ts';
import { hepburn, romajiKey } from '../names/romaji.ts';

export interface Named {
  readonly text: string;
  readonly type: MentionType;
  readonly entity?: string;
  readonly start?: number;
}

/** One thing that a text names, with all that it is called. */
export interface Entity<M extends Named> {
  /** The longest of its names. */
  readonly name: string;
  readonly type: MentionType;
  readonly mentions: readonly M[];
}

const SELF = /^(?:当|弊|小|本|わが|我が|同)/u;
/** 同社 is the organisation named last before it, 当社 the first that the text names. */
const POINTING = /^(?:同(?:社|氏)|当社|弊社|小社|わが社|我が社)$/u;

/**
 * Puts mentions of one thing together: the same spelling after folding, a company with and without its legal form or
 * short, a person by family name where only one has it, and names in kana or Latin letters by their reading.
 */
export function groupMentions<M extends Named>(mentions: readonly M[], readings?: NameReadings): Entity<M>[] {
  const groups: Group<M>[] = [];
  const ordered = mentions
    .filter(({ text }) => !POINTING.test(text))
    .sort((a, b) => b.text.length - a.text.length);
  for (const mention of ordered) {
    const keys = keysOf(mention, readings);
    const alike = groups.filter(
      (group) => group.type === mention.type && [...keys].some((key) => group.keys.has(key)),
    );
    const group = alike.length === 1 ? alike[0] : alike.find((one) => one.keys.has(mainKey(mention)));
    if (!group)
      groups.push({
        type: mention.type,
        keys: new Set([...keys, ...partKeys(mention)]),
        mentions: [mention],
      });
    else {
      for (const key of keys) group.keys.add(key);
      group.mentions.push(mention);
    }
  }
  for (const mention of mentions.filter(({ text }) => POINTING.test(text))) {
    const group = pointedAt(mention, groups);
    if (group) group.mentions.push(mention);
    else groups.push({ type: mention.type, keys: new Set([mainKey(mention)]), mentions: [mention] });
  }
  return groups.map(({ type, mentions: all }) => ({
    name: all[0]?.entity ?? (all[0]?.text as string),
    type,
    mentions: all,
  }));
}

interface Group<M extends Named> {
  readonly type: MentionType;
  readonly keys: Set<string>;
  readonly mentions: M[];
}

function pointedAt<M extends Named>(mention: M, groups: readonly Group<M>[]): Group<M> | undefined {
  const same = groups.find((group) => group.type === mention.type && group.keys.has(mainKey(mention)));
  if (same || mention.start === undefined) return same;
  const at = mention.start;
  const named = groups
    .filter(({ type }) => type === mention.type)
    .flatMap((group) => group.mentions.map(({ text, start }) => ({ group, text, start })))
    .filter(({ text, start }) => start !== undefined && !POINTING.test(text))
    .sort((a, b) => (a.start as number) - (b.start as number));
  if (!mention.text.startsWith('同')) return named[0]?.group;
  return named.findLast(({ start }) => (start as number) < at)?.group;
}

function mainKey({ text, entity }: Named): string {
  return `=${fold(entity ?? text)}`;
}

/** A mention belongs to a group that has one of these. */
function keysOf(named: Named, readings: NameReadings | undefined): Set<string> {
  const { type } = named;
  const text = named.entity ?? named.text;
  const keys = new Set([mainKey(named)]);
  if (type !== 'person' && type !== 'organisation' && type !== 'facility' && type !== 'place') return keys;
  if (type !== 'person' && SELF.test(text)) return keys;
  const bare = type === 'person' ? text.replace(/[\s　・]/g, '') : withoutLegalForm(text);
  keys.add(`=${fold(bare)}`);
  if (type === 'organisation') keys.add(`~${fold(distinctivePart(text))}`);
  if (/^[A-Za-z\s.,'-]+$/.test(text)) {
    const words = text.split(/[\s,]+/);
    for (const order of [words, words.toReversed()])
      if (text.length >= 4) keys.add(`r${romajiKey(order.join(''))}`);
  }
  for (const reading of readings?.of(type === 'organisation' ? distinctivePart(text) : bare) ?? []) {
    keys.add(`=${fold(reading)}`);
    const letters = romajiKey(hepburn(reading));
    if (letters.length >= 4) keys.add(`r${letters}`);
  }
  return keys;
}

/** The parts of a name by which shorter mentions join it: 山田 of 山田太郎. */
function partKeys({ type, text, entity }: Named): string[] {
  const name = entity ?? text;
  if (type === 'organisation') return [`=${fold(distinctivePart(name))}`];
  if (type !== 'person') return [];
  const parts = name.split(/[\s　・＝=]+/);
  if (parts.length > 1) return parts.filter((part) => part.length >= 2).map((part) => `=${fold(part)}`);
  if (!/^[\p{Script=Han}々]{3,6}$/u.test(name)) return [];
  return [1, 2, 3]
    .filter((length) => length < name.length)
    .map((length) => `=${fold(name.slice(0, length))}`);
}
