import { readLawNumber } from '../statutes/law-number.ts';
import { enforcementOf, longestNameAt, type Statute, statuteByNumber } from '../statutes/statutes.ts';
import { isOfName } from '../text/fold.ts';

/** A law named at a place of the text. */
export interface NamedLaw {
  statute: Statute;
  start: number;
  end: number;
}

/** A law named by its 法令番号. */
export interface NumberedLaw extends NamedLaw {
  number: string;
}

/** Longest name of a law. The longest title in force has about 130 characters. */
const longestName = 160;
const longestAlias = 40;

/** Names that the text itself gives: 「（以下「法」という。）」. */
export class DefinedNames {
  readonly #byName = new Map<string, Statute>();
  readonly #lengths = new Set<number>();
  readonly #starts = new Set<string>();

  define(name: string, statute: Statute): void {
    if (name.length > longestAlias) return;
    this.#byName.set(name, statute);
    this.#lengths.add(name.length);
    this.#starts.add(name[0] as string);
  }

  beginsWith(character: string): boolean {
    return this.#starts.has(character);
  }

  longestAt(text: string, at: number): { name: string; statute: Statute } | undefined {
    if (!this.#starts.has(text[at] as string)) return undefined;
    let found: { name: string; statute: Statute } | undefined;
    for (const length of this.#lengths) {
      if (found !== undefined && found.name.length > length) continue;
      const name = text.slice(at, at + length);
      const statute = this.#byName.get(name);
      if (statute !== undefined) found = { name, statute };
    }
    return found;
  }
}

/** What makes another word of a name that ends in 法: 会社法人, 個人情報保護法制, 刑法犯, 行政手続法令. */
const otherWords = /[人制令学犯益案系域廷定則務医的律文主]/;

/** Words that may precede a name without being part of it. */
const qualifiers = /(?:新|旧|現行|改正|改正前|改正後|前の|後の|各|当該|前記|上記|並|及|又|同|中)$/;

/**
 * The law whose name begins at `at`: a name of the list, or one that the text gave.
 * `joined`: a reference ends directly before, so the preceding text is not part of a name.
 */
export function nameAt(
  text: string,
  at: number,
  defined: DefinedNames,
  joined: boolean,
): NamedLaw | undefined {
  const own = defined.longestAt(text, at);
  const listed = longestNameAt(text, at);
  const found = own !== undefined && own.name.length >= (listed?.name.length ?? 0) ? own : listed;
  if (found === undefined) return undefined;
  if (!joined && isOfName(text[at - 1]) && !qualifiers.test(text.slice(Math.max(0, at - 3), at)))
    return undefined;
  const end = at + found.name.length;
  if (isShort(found.name) && !goesOnAsName(text, end)) return undefined;
  const whole = extended(text, end, found.statute);
  if (whole !== undefined) return { ...whole, start: at };
  if (/[法律]$/.test(found.name) && otherWords.test(text[end] ?? '')) return undefined;
  return { statute: found.statute, start: at, end };
}

/** 法, 令, 規則: words that are names only where the text says so. */
const isShort = (name: string): boolean => name === '法' || name === '令' || name === '規則';

const goesOnAsName = (text: string, end: number): boolean =>
  /^(?:の?第|[0-9]|附則|別表|の(?:規定|施行|適用|目的|趣旨)|に(?:規定|基づ|定め|おい|よ)|及び令|及び規則|又は|若しくは|施行|上|、|と)/.test(
    text.slice(end, end + 4),
  );

const amending = /^(?:等)?の一部を改正する(?:等の)?法律/;

/** A name that goes on: 施行令, 施行規則, or the law that amends the named one. */
function extended(text: string, end: number, statute: Statute): Omit<NamedLaw, 'start'> | undefined {
  const order = enforcementEnd(text, end);
  if (order !== undefined) return { statute: enforcementOf(statute, order.kind), end: order.end };
  const tail = amending.exec(text.slice(end, end + 20));
  if (tail !== null) return { statute: { title: `${statute.title}${tail[0]}` }, end: end + tail[0].length };
  return undefined;
}

/** 施行令 or 施行規則 at `end`, also after 「の」. */
export function enforcementEnd(
  text: string,
  at: number,
): { kind: 'order' | 'rule'; end: number } | undefined {
  const from = text[at] === 'の' ? at + 1 : at;
  if (text.startsWith('施行令', from)) return { kind: 'order', end: from + 3 };
  if (text.startsWith('施行規則', from)) return { kind: 'rule', end: from + 4 };
  return undefined;
}

/** The law of a 法令番号 at `at`, as in 「昭和二十二年法律第五十四号」. */
export function numberAt(text: string, at: number): NumberedLaw | undefined {
  const read = readLawNumber(text, at);
  if (read === undefined) return undefined;
  const statute = statuteByNumber(read.key) ?? { title: read.text, number: read.text };
  return { statute, start: at, end: read.end, number: read.text };
}

/** Start of an unlisted law's name that ends at `end`; undefined if there is none. */
export function unlistedNameStart(text: string, end: number): number | undefined {
  const from = Math.max(0, end - longestName);
  const run = text.slice(from, end);
  if (!/(?:法|法律|令|規則|条約|協定|規程|布告|憲法|憲章|条例|要領|告示)$/.test(run)) return undefined;
  const boundary = Math.max(
    ...['、', '。', '「', '」', '(', ')', '\n', '　'].map((mark) => run.lastIndexOf(mark)),
  );
  let start = boundary + 1;
  const lead = /^(?:及び|又は|並びに|若しくは|この法律による改正(?:前|後)の|改正(?:前|後)の|旧|新)/.exec(
    run.slice(start),
  );
  if (lead !== null) start += lead[0].length;
  // A sentence that leads up to the name: 「国は、」 ends at the comma, 「当該者が」 and 「本邦は」 at the particle.
  const particle = /^.*(?:[^の]は|が|により)(?=[一-龠ァ-ヺA-Za-z])/.exec(run.slice(start));
  if (particle !== null) start += particle[0].length;
  return start < run.length - 1 ? from + start : undefined;
}
