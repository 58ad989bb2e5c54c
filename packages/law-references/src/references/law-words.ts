import { actOf, enforcementOf, type Statute } from '../statutes/statutes.ts';
import { isKanji, isOfName } from '../text/fold.ts';
import { enforcementEnd, type NamedLaw } from './names-in-text.ts';

const pointer =
  /^(?:同(?:法律?|政令|省令|府令|令|規則|施行令|施行規則)|本法|この(?:法律|政令|省令|府令|規則|命令))/;

/** 同法, 同法施行令: the law named last. 本法, この法律: the text's own. */
export function lawByPointing(
  text: string,
  at: number,
  own: Statute | undefined,
  named: Statute | undefined,
): NamedLaw | undefined {
  const word = pointer.exec(text.slice(at, at + 5))?.[0];
  if (word === undefined || isKanji(text[at - 1])) return undefined;
  const end = at + word.length;
  if (word.endsWith('法') && /[人令制律学案典]/.test(text[end] ?? '')) return undefined;
  let statute = (word.startsWith('同') ? named : own) ?? { title: '' };
  if (word.endsWith('施行令')) statute = enforcementOf(statute, 'order');
  if (word.endsWith('施行規則')) statute = enforcementOf(statute, 'rule');
  const order = word.endsWith('法') ? enforcementEnd(text, end) : undefined;
  if (order === undefined) return { statute, start: at, end };
  return { statute: enforcementOf(statute, order.kind), start: at, end: order.end };
}

const words = ['施行規則', '施行令', '規則', '法', '令'] as const;
const provisionFollows = /^の?(?:第\s?[0-9〇一二三四五六七八九十百千]+\s?条|[0-9]+条|附則第|別表第)/;

/** 「法第二十六条」「令第三条」「規則七条」 of a text that does not define the word: of its own law. */
export function lawByKind(
  text: string,
  at: number,
  own: Statute | undefined,
  joined: boolean,
): NamedLaw | undefined {
  const word = words.find((each) => text.startsWith(each, at));
  if (word === undefined || (!joined && isOfName(text[at - 1]))) return undefined;
  const end = at + word.length;
  if (!provisionFollows.test(text.slice(end, end + 14))) return undefined;
  return { statute: own === undefined ? { title: word } : statuteOf(word, own), start: at, end };
}

const statuteOf = (word: (typeof words)[number], own: Statute): Statute =>
  word === '法' ? actOf(own) : enforcementOf(own, word.endsWith('令') ? 'order' : 'rule');

const definition =
  /^「([^」]{1,40})」(?:(?:又は|、|及び)「[^」]{1,40}」){0,3}(と(?:いう|いいます|略|総称|称|呼|する|表記)|\))/;

/** 「法」という: a name of a law that the quotation at `at` defines. */
export function definedNameAt(text: string, at: number): { name: string; end: number } | undefined {
  const [, name, tail] = definition.exec(text.slice(at, at + 180)) ?? [];
  if (name === undefined || !/(?:法|令|規則|憲法|条約|規程)$/.test(name)) return undefined;
  if (tail === ')' && !/以下、?$/.test(text.slice(Math.max(0, at - 3), at))) return undefined;
  return { name, end: at + name.length + 2 };
}

const instrument =
  /(?:[一-龠ァ-ヺーA-Za-z0-9]*(?:[約例款定書則令程綱針示章法律]|ガイドライン)|GDPR|CCPA|DORA|NIS2?) ?$/;

/** The name that stands right before `at` of something that is not in the list: 利用規約第3条, GDPR第33条. */
export function instrumentBefore(text: string, at: number): string | undefined {
  const name = instrument.exec(text.slice(Math.max(0, at - 40), at))?.[0].trim();
  return name?.endsWith('附則') ? undefined : name;
}
