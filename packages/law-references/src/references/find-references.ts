import { eraStarts } from '../statutes/law-number.ts';
import { actOf, enforcementOf, nameStarts, type Statute, statuteById } from '../statutes/statutes.ts';
import { fold, isKanji, isOfName } from '../text/fold.ts';
import { type Draft, referenceOf } from './draft.ts';
import { readHeading } from './headings.ts';
import {
  DefinedNames,
  enforcementEnd,
  type NamedLaw,
  nameAt,
  numberAt,
  unlistedNameStart,
} from './names-in-text.ts';
import { headOf, levels, lowestOf, type Phrase } from './phrase.ts';
import { type Mentions, type Place, placeOfArticle, placeOfParagraph, resolvePhrase } from './place.ts';
import { maySitBeforeNumber, readPhrase } from './read-phrase.ts';
import type { Reference, TextPlace } from './reference.ts';

/**
 * The references to laws and provisions in a Japanese text, in the order of where they begin.
 *
 * Relative ones (前項, 同条, この法律) are resolved against `place` and against what the text names before. A reference
 * may hold another, where a bracket stands between the name of a law and the article. Takes time in proportion to the
 * length of the text.
 */
export function findReferences(text: string, place: TextPlace = {}): Reference[] {
  return new Finder(text, place).find();
}

/** A bracket or quotation that is open, and what holds again where it closes. */
interface Frame {
  opener: '(' | '「';
  /** the reference that the bracket is attached to */
  draft: Draft | undefined;
  last: Last | undefined;
  mentions: Mentions;
  sentence: number;
  here: Place;
}

/** The last reference and where what belongs to it ends: behind its brackets. */
interface Last {
  draft: Draft;
  end: number;
}

const connector =
  /^(?:[、,・]\s?)?(?:及び|又は|若しくは|並びに|及ビ|又ハ|若ハ|若クハ|竝ニ|並ニ|および|または|もしくは|ならびに|と|や)?\s?$/;
const longestConnector = 8;

/** 「第五項において同じ。」 after an attached bracket's content speaks of where a term holds, from the text's own place. */
const scope =
  /^(?:及び|並びに|又は|若しくは|から|まで|の各|各|[第前次同この条項号款節章編法令附則別表、の\d一二三四五六七八九十百千〇イ-ヱ])*(?:において(?:も|、)?(?:同じ|単に|「)|を除き、以下)/;
const longestScope = 90;

class Finder {
  readonly #source: string;
  readonly #text: string;
  readonly #articles: readonly string[];
  readonly #defined = new DefinedNames();
  readonly #drafts: Draft[] = [];
  readonly #frames: Frame[] = [];
  readonly #open = { '(': 0, '「': 0 };
  readonly #countsLines: boolean;
  #here: Place;
  #mentions: Mentions = {};
  #last: Last | undefined;
  /** where the sentence began, at this depth of brackets */
  #sentence = 0;
  /** the provision whose wording 「…中「A」とあるのは「B」」 changes */
  #rewritten: Place | undefined;

  constructor(source: string, { law, article, paragraph, item, supplementary, articles = [] }: TextPlace) {
    this.#source = source;
    this.#text = fold(source);
    this.#articles = articles;
    this.#here = {
      law: law === undefined ? undefined : (statuteById(law) ?? { id: law, title: '' }),
      article,
      paragraph,
      item,
      supplementary: supplementary || undefined,
    };
    this.#countsLines = article !== undefined && paragraph === undefined && hasParagraphLines(this.#text);
    if (this.#countsLines) this.#here = { ...this.#here, paragraph: 1 };
  }

  find(): Reference[] {
    const text = this.#text;
    let at = 0;
    let lines = 0;
    let atLineStart = true;
    while (at < text.length) {
      if (atLineStart) {
        const heading = readHeading(this.#text, at, this.#here);
        if (heading !== undefined) {
          this.#here = heading.place;
          at = heading.end;
          atLineStart = false;
          continue;
        }
        lines += 1;
        if (this.#countsLines && lines > 1 && text[at] !== '\n') {
          this.#here = { ...this.#here, paragraph: lines, item: undefined };
        }
      }
      atLineStart = text[at] === '\n';
      at =
        mayBegin(text.charCodeAt(at)) || this.#defined.beginsWith(text[at] as string)
          ? this.#step(at)
          : at + 1;
    }
    return this.#drafts
      .filter((draft) => !draft.silent)
      .sort((a, b) => a.start - b.start || b.end - a.end)
      .map(referenceOf);
  }

  /** Reads what stands at `at` and returns where to go on. */
  #step(at: number): number {
    const character = this.#text[at] as string;
    switch (character) {
      case '(':
        return this.#openBracket(at);
      case ')':
        return this.#close('(', at);
      case '「':
        return this.#openQuotation(at);
      case '」':
        return this.#close('「', at);
      case '。':
        this.#sentence = at + 1;
        this.#rewritten = undefined;
        return at + 1;
    }
    const named = this.#lawAt(at, character);
    if (named !== undefined) return this.#addLaw(named);
    if (!mayBeginPhrase.has(character)) return at + 1;
    const phrase = this.#phraseAt(at);
    return phrase === undefined ? at + 1 : this.#addPhrase(phrase);
  }

  #lawAt(at: number, character: string): NamedLaw | undefined {
    const joined = this.#last?.end === at;
    return (
      (pointing.has(character) ? this.#lawByPointing(at) : undefined) ??
      nameAt(this.#text, at, this.#defined, joined) ??
      numberAt(this.#text, at) ??
      (lawWordStarts.has(character) ? this.#lawByKind(at, joined) : undefined)
    );
  }

  /** 同法, 同法施行令, 本法, この法律. */
  #lawByPointing(at: number): NamedLaw | undefined {
    const pointer =
      /^(?:同(?:法律?|政令|省令|府令|令|規則|施行令|施行規則)|本法|この(?:法律|政令|省令|府令|規則|命令))/.exec(
        this.#text.slice(at, at + 5),
      );
    if (pointer === null || isKanji(this.#text[at - 1])) return undefined;
    const word = pointer[0];
    const end = at + word.length;
    if (/法$/.test(word) && /[人令制律学案典]/.test(this.#text[end] ?? '')) return undefined;
    if (/[令則]$/.test(word) && /[上]/.test(this.#text[end] ?? '')) return undefined;
    const own = !word.startsWith('同');
    let statute = (own ? this.#here.law : this.#mentions.law?.place.law) ?? { title: '' };
    if (/施行令$/.test(word)) statute = enforcementOf(statute, 'order');
    if (/施行規則$/.test(word)) statute = enforcementOf(statute, 'rule');
    const order = /法$/.test(word) ? enforcementEnd(this.#text, end) : undefined;
    if (order === undefined) return { statute, start: at, end };
    return { statute: enforcementOf(statute, order.kind), start: at, end: order.end };
  }

  /** 「法第二十六条」「令第三条」「規則七条」, whose law is that of the text unless the text defined the word. */
  #lawByKind(at: number, joined: boolean): NamedLaw | undefined {
    const word = lawWords.find((each) => this.#text.startsWith(each, at));
    if (word === undefined || (!joined && isOfName(this.#text[at - 1]))) return undefined;
    const end = at + word.length;
    if (
      !/^の?(?:第\s?[0-9〇一二三四五六七八九十百千]+\s?条|[0-9]+条|附則第|別表第)/.test(
        this.#text.slice(end, end + 14),
      )
    )
      return undefined;
    const { law } = this.#here;
    if (law === undefined) return { statute: { title: word }, start: at, end };
    if (word === '法') return { statute: actOf(law), start: at, end };
    return { statute: enforcementOf(law, word.endsWith('令') ? 'order' : 'rule'), start: at, end };
  }

  #addLaw({ statute, start, end }: NamedLaw): number {
    const draft: Draft = { start, end, kind: 'law', place: { law: statute } };
    this.#drafts.push(draft);
    this.#last = { draft, end };
    if (this.#text[start] !== 'こ' && this.#text[start] !== '本')
      this.#mentions = { ...this.#mentions, law: mention(draft) };
    return end;
  }

  #phraseAt(at: number): Phrase | undefined {
    const before = this.#text[at - 1];
    const character = this.#text[at] as string;
    const joined = this.#last?.end === at;
    if (character >= '0' && character <= '9' && before !== undefined && /[\d.第年]/.test(before))
      return undefined;
    if (
      '前次同本'.includes(character) &&
      isKanji(before) &&
      !joined &&
      !mayStandBefore.includes(before as string)
    )
      return undefined;
    const phrase = readPhrase(this.#text, at);
    if (phrase === undefined) return undefined;
    const head = headOf(phrase);
    if (
      character === '第' &&
      (head === 'item' || head === 'paragraph') &&
      !joined &&
      !maySitBeforeNumber(before)
    )
      return undefined;
    return phrase;
  }

  #addPhrase(phrase: Phrase): number {
    const last = this.#last;
    const gap =
      last === undefined
        ? undefined
        : this.#text.slice(last.end, Math.min(phrase.start, last.end + longestConnector + 1));
    if (last !== undefined && (gap === '' || gap === ' ' || (gap === 'の' && last.draft.kind === 'law'))) {
      if (this.#extends(last.draft, phrase)) return this.#extend(last, phrase);
    }
    const { place, to } = resolvePhrase(phrase, {
      here: this.#here,
      articles: this.#articles,
      mentions: this.#mentions,
      above: this.#above(phrase, gap),
    });
    const draft: Draft = { start: phrase.start, end: phrase.end, kind: kindOf(phrase, place), place };
    if (to !== undefined) draft.to = to;
    if (phrase.row !== undefined) draft.row = phrase.row;
    this.#drafts.push(draft);
    this.#name(draft, phrase);
    return this.#finish(draft, phrase.end);
  }

  /** Whether the phrase names a lower part of what stands right before: 民法 + 第九十条, 第三条(…) + 第二項. */
  #extends(draft: Draft, phrase: Phrase): boolean {
    if (phrase.table?.by === 'same') return false;
    if (draft.kind === 'law') {
      const head = headOf(phrase);
      if (phrase.supplementary || phrase.table !== undefined) return true;
      const step = head === 'article' || head === 'paragraph' || head === 'item' ? phrase[head] : undefined;
      return step?.by === 'number' && (head === 'article' || !draft.place.law?.id);
    }
    const lowest = lowestOfPlace(draft.place);
    const head = headOf(phrase);
    if (head === undefined || phrase.supplementary || phrase.table !== undefined || draft.kind === 'table')
      return false;
    if (head === 'part') return true;
    const step = head === 'subitem' ? undefined : phrase[head];
    return (step === undefined || step.by === 'number') && levels.indexOf(head) > levels.indexOf(lowest);
  }

  #extend(last: Last, phrase: Phrase): number {
    const { draft } = last;
    const { place } = resolvePhrase(phrase, {
      here: this.#here,
      articles: this.#articles,
      mentions: this.#mentions,
      above: draft.place,
    });
    draft.place = place;
    draft.end = phrase.end;
    draft.silent = false;
    if (draft.kind === 'law') draft.kind = kindOf(phrase, place);
    if (phrase.row !== undefined) draft.row = phrase.row;
    this.#name(draft, phrase);
    return this.#finish(draft, phrase.end);
  }

  /** Where the levels above the phrase's highest come from. */
  #above(phrase: Phrase, gap: string | undefined): Place {
    const head = phrase.supplementary || phrase.table !== undefined ? 'article' : headOf(phrase);
    const own = this.#ownAbove(phrase, head);
    if (head === undefined) return own;
    const last = this.#last;
    const inScope = (): boolean => scope.test(this.#text.slice(phrase.end, phrase.end + longestScope));
    if (
      last !== undefined &&
      gap !== undefined &&
      gap !== '' &&
      gap.length <= longestConnector &&
      connector.test(gap)
    ) {
      const { place } = last.draft.to ? { place: { ...last.draft.place, ...last.draft.to } } : last.draft;
      if (last.draft.kind !== 'law' && names(place, head)) {
        return phrase.supplementary ? { ...place, supplementary: true } : place;
      }
    }
    const attached = this.#frames.at(-1)?.draft;
    if (attached !== undefined && !phrase.supplementary && head !== 'part') {
      const lacks = !names(attached.place, head) || (attached.place.part === 'items' && head === 'item');
      const isOf =
        attached.kind === 'law' ? head === 'article' && this.#frames.at(-1)?.opener === '(' : lacks;
      if (isOf && !inScope()) return attached.place;
    }
    if (head === 'article') {
      const foreign = this.#foreignName(phrase);
      if (foreign !== undefined) return { foreign: true, law: { title: foreign } };
    }
    return own;
  }

  #ownAbove(phrase: Phrase, head: string | undefined): Place {
    const { law } = this.#here;
    if (phrase.supplementary || phrase.table !== undefined || head === 'article') return { law };
    if (head === 'paragraph') return placeOfArticle(this.#here);
    if (head === 'item') return placeOfParagraph(this.#here);
    return { ...this.#here };
  }

  /** The name right before 第…条 of something that is not in the list: 利用規約第3条, GDPR第33条. */
  #foreignName(phrase: Phrase): string | undefined {
    if (phrase.article?.by !== 'number') return undefined;
    const end = this.#text[phrase.start - 1] === ' ' ? phrase.start - 1 : phrase.start;
    if (!/[約例款定書則令程綱針示章法律ンRA2-9]$/.test(this.#text.slice(Math.max(0, end - 1), end)))
      return undefined;
    if (
      /(?:NIS2|第?\d+)$/.test(this.#text.slice(Math.max(0, end - 4), end)) &&
      !this.#text.slice(0, end).endsWith('NIS2')
    )
      return undefined;
    const run = /[一-龠ァ-ヺーA-Za-z0-9]+$/.exec(this.#text.slice(Math.max(0, end - 40), end));
    return run !== null && /[約例款定書則令程綱針示章法律ン]$|GDPR$|CCPA$|DORA$|NIS2?$/.test(run[0])
      ? run[0]
      : undefined;
  }

  /** Remembers what was named, for 同条, 同項, 同号, 同表. */
  #name(draft: Draft, phrase: Phrase): void {
    const named = { ...this.#mentions };
    const place = draft.to ? { ...draft.place, ...draft.to } : draft.place;
    const spot = { place, at: draft.start };
    if (place.table !== undefined) named.table = spot;
    else {
      // 同条 is the article that was written out, not the one that 「第一項」 lies in.
      if (phrase.article !== undefined && phrase.article.by !== 'here') named.article = spot;
      if (phrase.paragraph !== undefined && phrase.paragraph.by !== 'here') named.paragraph = spot;
      if (phrase.item !== undefined && phrase.item.by !== 'here') named.item = spot;
    }
    this.#mentions = named;
  }

  /** Makes the draft the last one, with the end of its range where one follows. */
  #finish(draft: Draft, end: number): number {
    const to = this.#rangeEnd(draft, end);
    this.#last = { draft, end: to };
    return to;
  }

  /** 「から第五条まで」 behind `end`: sets the draft's `to`. Returns where the range ends, or `end`. */
  #rangeEnd(draft: Draft, end: number): number {
    if (draft.kind === 'law' || draft.to !== undefined) return end;
    const mark = /^(?:から|乃至|ないし| ?[~〜―—–ー-] ?)/.exec(this.#text.slice(end, end + 3));
    if (mark === null) return end;
    const phrase = readPhrase(this.#text, end + mark[0].length) ?? undefined;
    if (phrase === undefined || phrase.table !== undefined) return end;
    const head = headOf(phrase);
    const lowest = lowestOfPlace(draft.place);
    if (head === undefined || head === 'part' || levels.indexOf(head) > levels.indexOf(lowest)) return end;
    if (lowestOf(phrase) === undefined) return end;
    const { place } = resolvePhrase(phrase, {
      here: this.#here,
      articles: this.#articles,
      mentions: { ...this.#mentions },
      above: draft.place,
    });
    draft.to = place;
    const tail = /^まで(?:の各号)?/.exec(this.#text.slice(phrase.end, phrase.end + 5))?.[0] ?? '';
    draft.end = phrase.end + tail.length;
    if (tail.endsWith('各号')) draft.place = { ...draft.place, part: 'items' };
    this.#name(draft, phrase);
    return draft.end;
  }

  #openBracket(at: number): number {
    const number = numberAt(this.#text, at + 1);
    if (number !== undefined) this.#numberLaw(at, number);
    const draft = this.#last?.end === at ? this.#last.draft : undefined;
    this.#push('(', draft);
    return number === undefined ? at + 1 : number.end;
  }

  /** A 法令番号 in the bracket behind a name settles which law the name is. */
  #numberLaw(at: number, number: NonNullable<ReturnType<typeof numberAt>>): void {
    const last = this.#last;
    if (last?.end === at && last.draft.kind === 'law') {
      const known = last.draft.place.law;
      if (known?.number === number.number || (known?.id !== undefined && known.number === undefined)) return;
      if (known?.id === undefined || number.statute.id === known.id) {
        const title = known?.title || number.statute.title;
        last.draft.place = {
          law: number.statute.id === undefined ? { title, number: number.number } : number.statute,
        };
        this.#mentions = { ...this.#mentions, law: mention(last.draft) };
        return;
      }
    }
    const start = unlistedNameStart(this.#text, at);
    if (start === undefined) return;
    while (this.#drafts.length > 0 && (this.#drafts.at(-1) as Draft).start >= start) this.#drafts.pop();
    const name = this.#source.slice(start, at);
    const statute: Statute =
      number.statute.id === undefined ? { title: name, number: number.number } : number.statute;
    const draft: Draft = { start, end: at, kind: 'law', place: { law: statute } };
    if (!/(?:法|法律|令|規則|憲法)$/.test(name)) draft.silent = true;
    this.#drafts.push(draft);
    this.#last = { draft, end: at };
    this.#mentions = { ...this.#mentions, law: mention(draft) };
  }

  #openQuotation(at: number): number {
    const definition = this.#definitionEnd(at);
    if (definition !== undefined) return definition;
    const last = this.#last;
    if (last !== undefined && this.#text.startsWith('中', last.end) && last.end + 1 === at)
      this.#rewritten = last.draft.place;
    this.#push('「', undefined);
    if (this.#rewritten !== undefined) this.#here = { ...this.#rewritten, part: undefined };
    return at + 1;
  }

  /** Where the quotation at `at` gives the law before the bracket a name, notes it and returns its end. */
  #definitionEnd(at: number): number | undefined {
    const draft = this.#frames.at(-1)?.draft;
    if (draft?.kind !== 'law') return undefined;
    const close = this.#text.slice(at, at + 44).indexOf('」');
    if (close < 2) return undefined;
    const name = this.#text.slice(at + 1, at + close);
    if (!/(?:法|令|規則|憲法|条約|規程)$/.test(name)) return undefined;
    if (
      !/^(?:(?:又は|、|及び)「[^」]{1,40}」)*と(?:いう|いいます|略|総称|称|呼|する|表記)/.test(
        this.#text.slice(at + close + 1, at + close + 60),
      )
    )
      return undefined;
    const { law } = draft.place;
    if (law !== undefined) this.#defined.define(name, law);
    return at + close + 1;
  }

  #push(opener: '(' | '「', draft: Draft | undefined): void {
    this.#frames.push({
      opener,
      draft,
      last: this.#last,
      mentions: this.#mentions,
      sentence: this.#sentence,
      here: this.#here,
    });
    this.#open[opener] += 1;
    this.#last = undefined;
    this.#sentence = this.#text.length;
  }

  #close(opener: '(' | '「', at: number): number {
    if (this.#open[opener] === 0) return at + 1;
    let frame = this.#frames.pop() as Frame;
    this.#open[frame.opener] -= 1;
    while (frame.opener !== opener) {
      frame = this.#frames.pop() as Frame;
      this.#open[frame.opener] -= 1;
    }
    this.#mentions = outside(frame, this.#mentions);
    this.#sentence = frame.sentence;
    this.#here = frame.here;
    this.#last = frame.last;
    if (opener === '(' && frame.draft !== undefined && this.#last?.draft === frame.draft) {
      this.#last = { draft: frame.draft, end: at + 1 };
      return this.#finish(frame.draft, at + 1);
    }
    return at + 1;
  }
}

/** What was named outside a bracket in the same sentence holds behind it; else what was named within. */
function outside({ mentions, sentence, opener }: Frame, within: Mentions): Mentions {
  if (opener === '「') return mentions;
  const result: Mentions = { ...within };
  for (const level of ['law', 'article', 'paragraph', 'item', 'table'] as const) {
    const before = mentions[level];
    if (before !== undefined && before.at >= sentence) result[level] = before;
  }
  return result;
}

/** Whether an article's text has a paragraph a line, without their numbers, as some data sets give it. */
const hasParagraphLines = (text: string): boolean =>
  /\n(?![\s\d一二三四五六七八九十])\S/.test(text) && !/(?:^|\n)\d{1,3}　/.test(text);

const mention = (draft: Draft) => ({ place: draft.place, at: draft.start });

function kindOf(phrase: Phrase, place: Place): Draft['kind'] {
  if (phrase.table !== undefined || place.table !== undefined) return 'table';
  return place.supplementary ? 'supplementary' : 'article';
}

function names(place: Place, level: string): boolean {
  if (level === 'article') return place.article !== undefined || place.supplementary === true;
  return place[level as 'paragraph' | 'item' | 'subitem' | 'part'] !== undefined;
}

function lowestOfPlace(place: Place): (typeof levels)[number] {
  return (
    (['part', 'subitem', 'item', 'paragraph'] as const).find(
      (level) => place[level] !== undefined && place[level] !== 'items',
    ) ?? 'article'
  );
}

const mayBeginPhrase = new Set(
  '第前次左同本こ附付別各後た但0123456789イロハニホヘトチリヌルヲワカヨタレソツネナラムウ',
);
/** Kanji that end a word before 前項, 同条 and the like: その他, 当該, 第二項中. */
const mayStandBefore = '他該中';
const pointing = new Set('同本こ');
const lawWords = ['施行規則', '施行令', '規則', '法', '令'] as const;
const lawWordStarts = new Set('施規法令');
const marks = '()「」。';

let beginnings: Uint8Array | undefined;

/** Whether anything that is looked for begins with this character. */
function mayBegin(code: number): boolean {
  if (beginnings === undefined) {
    beginnings = new Uint8Array(65_536);
    for (const character of [
      ...mayBeginPhrase,
      ...pointing,
      ...lawWordStarts,
      ...marks,
      ...eraStarts,
      ...nameStarts(),
    ])
      beginnings[character.charCodeAt(0)] = 1;
  }
  return beginnings[code] === 1;
}
