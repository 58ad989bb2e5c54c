import type { Mention, MentionType, Span } from '../mention.ts';
import { distinctivePart, hasLegalForm, withoutLegalForm } from './legal-forms.ts';
import type { NameReadings } from './readings.ts';
import { hepburn, romajiKey } from './romaji.ts';
import { AFTER_NAME } from './titles.ts';

/** Types whose names are looked for in the rest of the text. */
const NAMED: ReadonlySet<MentionType> = new Set([
  'person',
  'organisation',
  'facility',
  'product',
  'event',
  'place',
]);
const SURE = 0.5;
/** A shorter form that stands by itself only where something says that it is a name. */
const COMPANY_BEHIND =
  /(?:社|グループ|側|製|本社|支店|工場|(?:の)?(?:担当者|社員|従業員|幹部|役員|広報|関係者))/uy;
/** 「以下「X」という」 behind a name: X is another name for it. */
const ALIAS =
  /[（(](?:(?:以下|略称|通称|英語?[:：]?|旧|現|いわゆる)[、,:：]?[ ]?(?:単に)?)?[「『"]?([\p{Script=Han}\p{Script=Katakana}ー・A-Za-z0-9&.\- ]{2,30})[」』"]?(?:という|と(?:いう|略|呼ぶ|する)[^）)]{0,6})?。?[）)]/uy;
const SELF =
  /(?:当社|弊社|小社|わが社|我が社|当院|当行|当校|本学|本校|本院|当庁|当市|当法人|当組合|当協会|当財団|当機構|当工場)(?!会)/gu;
const SAME: readonly (readonly [MentionType, RegExp])[] = [
  [
    'organisation',
    /(?:同|両)社(?!会|長)|同(?:行|庁|省|局|組合|協会|機構|財団|法人|大学|大|校|病院|院|団体|グループ)(?![\p{Script=Han}])/gu,
  ],
  ['person', /同氏/gu],
];

interface Name {
  readonly text: string;
  readonly type: MentionType;
}

/**
 * Further mentions of the names that were found: the same name elsewhere, without its legal form, shortened (where a
 * title or 「社」 follows), by its reading in kana or Latin letters, by an alias that the text gives, and 同社, 当社.
 */
export function findOtherMentions(
  text: string,
  found: readonly Mention[],
  readings: NameReadings,
): Mention[] {
  const names = new Map<string, Name>();
  for (const { text: name, type, confidence } of found)
    if (NAMED.has(type) && confidence >= SURE && name.length >= 2) names.set(name, { text: name, type });
  const others: Mention[] = [];
  const push = ({ start, end }: Span, type: MentionType, confidence: number) => {
    others.push({ start, end, text: text.slice(start, end), type, confidence, source: 'text' });
  };
  for (const mention of found) {
    if (mention.type !== 'organisation' && mention.type !== 'product' && mention.type !== 'facility')
      continue;
    ALIAS.lastIndex = mention.end;
    const alias = ALIAS.exec(text);
    if (!alias?.[1] || /^\d+$/.test(alias[1].trim())) continue;
    const begins = alias.index + alias[0].indexOf(alias[1]);
    const isExplicit = /以下|略称|通称|[「『]/.test(alias[0]);
    if (!isExplicit && !/^[A-Z]{2,10}$/.test(alias[1])) continue;
    push({ start: begins, end: begins + alias[1].length }, mention.type, 0.7);
    names.set(alias[1], { text: alias[1], type: mention.type });
  }
  for (const { text: name, type } of names.values()) {
    for (const form of formsOf(name, type))
      for (const span of occurrences(text, form)) if (span.end - span.start >= 2) push(span, type, 0.6);
    if (type === 'organisation') {
      const short = distinctivePart(name);
      if (short.length >= 2 && short !== name && (hasLegalForm(name) || withoutLegalForm(name) !== short))
        for (const span of occurrences(text, short)) {
          COMPANY_BEHIND.lastIndex = span.end;
          AFTER_NAME.lastIndex = span.end;
          if (COMPANY_BEHIND.test(text) || AFTER_NAME.test(text)) push(span, type, 0.55);
        }
    }
  }
  findRomanised(text, [...names.values()], readings, push);
  const organisation = found.find(({ type, confidence }) => type === 'organisation' && confidence >= SURE);
  for (const { index, 0: word } of text.matchAll(SELF))
    push({ start: index, end: index + word.length }, 'organisation', 0.5);
  for (const [type, pattern] of SAME) {
    const first = type === 'organisation' ? organisation : found.find((mention) => mention.type === type);
    if (!first) continue;
    for (const { index, 0: word } of text.matchAll(pattern))
      if (index > first.start && /^同社|^同氏/.test(word))
        push({ start: index, end: index + word.length }, type, 0.5);
  }
  return others;
}

function formsOf(name: string, type: MentionType): string[] {
  const forms = new Set([name]);
  if (type === 'organisation') forms.add(withoutLegalForm(name));
  if (type === 'person') {
    const parts = name.split(/[\s　・＝=]+/);
    if (parts.length > 1) {
      forms.add(parts.join(''));
      for (const part of parts)
        if (part.length >= 2 && (part.length >= 3 || /[\p{Script=Han}]/u.test(part))) forms.add(part);
    }
  }
  return [...forms].filter((form) => form.length >= 2);
}

/** Where a form stands, not within a longer run of its own script. */
function* occurrences(text: string, form: string): Generator<Span> {
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
    const end = at + form.length;
    if (!goesOn(text[at - 1], form[0] as string) && !goesOn(text[end], form.at(-1) as string))
      yield { start: at, end };
  }
}

function goesOn(neighbour: string | undefined, edge: string): boolean {
  if (neighbour === undefined) return false;
  return [/[\p{Script=Katakana}ー]/u, /[A-Za-z]/, /\d/].some(
    (script) => script.test(edge) && script.test(neighbour),
  );
}

/** A person's or an organisation's name in kana or in Latin letters. */
function findRomanised(
  text: string,
  names: readonly Name[],
  readings: NameReadings,
  push: (span: Span, type: MentionType, confidence: number) => void,
): void {
  const byKana = new Map<string, MentionType>();
  const byLetters = new Map<string, MentionType>();
  for (const { text: name, type } of names) {
    if (!/[\p{Script=Han}]/u.test(name) && type !== 'person') continue;
    const spelled = type === 'organisation' ? distinctivePart(name) : name;
    for (const reading of readings.of(spelled)) {
      if (reading.length >= 3 && /[\p{Script=Han}]/u.test(name)) byKana.set(reading, type);
      const key = romajiKey(hepburn(reading));
      if (key.length >= 5) byLetters.set(key, type);
    }
  }
  if (byKana.size > 0)
    for (const { index, 0: run } of text.matchAll(/[ァ-ヶー]{3,}(?:[ 　・][ァ-ヶー]{2,})?/gu)) {
      const kana = run
        .replace(/[ 　・]/g, '')
        .replace(/[ァ-ヶ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60));
      const type = byKana.get(kana);
      if (type) push({ start: index, end: index + run.length }, type, 0.7);
    }
  for (const [kana, type] of byKana)
    if (kana.length >= 4) for (const span of occurrences(text, kana)) push(span, type, 0.6);
  if (byLetters.size > 0)
    for (const { index, 0: run } of text.matchAll(
      /(?<![A-Za-z@.])[A-Za-z][a-zA-ZāēīōūÂÊÎÔÛâêîôû'-]{2,}(?:[ ,]{1,2}[A-Za-zāēīōū]{2,})?(?![A-Za-z@])/gu,
    )) {
      const words = run.split(/[ ,]+/);
      const keys = [words, words.toReversed()].map((all) => romajiKey(all.join('')));
      const type = keys.map((key) => byLetters.get(key)).find((one) => one !== undefined);
      if (type) push({ start: index, end: index + run.length }, type, 0.7);
      else
        for (const word of words) {
          const one = byLetters.get(romajiKey(word));
          if (one)
            push(
              { start: index + run.indexOf(word), end: index + run.indexOf(word) + word.length },
              one,
              0.65,
            );
        }
    }
}
