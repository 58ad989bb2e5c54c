import { type Statute, statuteById } from '../statutes/statutes.ts';
import { fold, isKanji } from '../text/fold.ts';
import { isArabicDigit, isKanjiDigit } from '../text/numerals.ts';
import { lawWordStarts, mayBegin, phraseStarts, pointerStarts } from './beginnings.ts';
import { closing, connectorBetween, endOf, goesOnFrom, type Last, ownAbove } from './continuation.ts';
import { type Draft, isPartOf, kindOf, lowestOf, referenceOf } from './draft.ts';
import type { Frame, Rewriting } from './frames.ts';
import { hasParagraphLines, readHeading } from './headings.ts';
import { definedNameAt, instrumentBefore, lawByKind, lawByPointing } from './law-words.ts';
import { newly, outside, rewrittenPlace } from './mentions.ts';
import {
  DefinedNames,
  type NamedLaw,
  type NumberedLaw,
  nameAt,
  numberAt,
  unlistedNameStart,
} from './names-in-text.ts';
import { headOf, levels, type Phrase } from './phrase.ts';
import { type Mentions, type Place, type Resolved, resolvePhrase } from './place.ts';
import { mayStandBeforeNumber, mayStandBeforePointer, readPhrase } from './read-phrase.ts';
import type { Reference, TextPlace } from './reference.ts';

/**
 * Finds references to laws and provisions in a Japanese text, ordered by start.
 *
 * Relative ones (前項, 同条, この法律) are resolved against `place` and against what the text names before. A reference
 * may contain another, if there is a bracket between the law's name and the article. Linear time in the
 * length of the text.
 */
export function findReferences(text: string, place: TextPlace = {}): Reference[] {
  return new Finder(text, place).find();
}

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
  #rewriting: Rewriting | undefined;

  constructor(source: string, { law, article, paragraph, item, supplementary, articles = [] }: TextPlace) {
    this.#source = source;
    this.#text = fold(source);
    this.#articles = articles;
    this.#countsLines = article !== undefined && paragraph === undefined && hasParagraphLines(this.#text);
    this.#here = {
      law: law === undefined ? undefined : (statuteById(law) ?? { id: law, title: '' }),
      article,
      paragraph: this.#countsLines ? 1 : paragraph,
      item,
      supplementary: supplementary || undefined,
    };
  }

  find(): Reference[] {
    const text = this.#text;
    let at = 0;
    let lines = 0;
    let atLineStart = true;
    while (at < text.length) {
      if (atLineStart) {
        const heading = readHeading(text, at, this.#here);
        atLineStart = false;
        if (heading !== undefined) {
          this.#here = heading.place;
          at = heading.end;
          continue;
        }
        lines += 1;
        if (this.#countsLines && lines > 1 && text[at] !== '\n') {
          this.#here = { ...this.#here, paragraph: lines, item: undefined };
        }
      }
      atLineStart = text[at] === '\n';
      const begins = mayBegin(text.charCodeAt(at)) || this.#defined.beginsWith(text[at] as string);
      at = begins ? this.#step(at) : at + 1;
    }
    return this.#drafts
      .filter((draft) => !draft.silent)
      .sort((a, b) => a.start - b.start || b.end - a.end)
      .map(referenceOf);
  }

  /** Reads at `at` and returns the next offset. */
  #step(at: number): number {
    const character = this.#text[at] as string;
    switch (character) {
      case '(':
        return this.#listedNumber(at) ?? this.#openBracket(at);
      case ')':
        return this.#close('(', at);
      case '「':
        return this.#openQuotation(at);
      case '」':
        return this.#close('「', at);
      case '。':
        this.#sentence = at + 1;
        this.#rewriting = undefined;
        return at + 1;
    }
    const named = this.#lawAt(at, character);
    if (named !== undefined) return this.#addLaw(named);
    if (!phraseStarts.has(character)) return at + 1;
    const phrase = this.#phraseAt(at, character);
    return phrase === undefined ? at + 1 : this.#addPhrase(phrase);
  }

  #lawAt(at: number, character: string): NamedLaw | undefined {
    const joined = this.#last?.end === at;
    const own = this.#here.law;
    const named = this.#mentions.law?.place.law;
    return (
      (pointerStarts.has(character) ? lawByPointing(this.#text, at, own, named) : undefined) ??
      nameAt(this.#text, at, this.#defined, joined) ??
      numberAt(this.#text, at) ??
      (lawWordStarts.has(character) ? lawByKind(this.#text, at, own ?? named, joined) : undefined)
    );
  }

  #addLaw({ statute, start, end }: NamedLaw): number {
    const draft: Draft = { start, end, kind: 'law', place: { law: statute } };
    this.#drafts.push(draft);
    this.#last = { draft, end };
    const isOwn = this.#text[start] === 'こ' || this.#text[start] === '本';
    if (!isOwn) this.#mentionLaw(draft);
    return end;
  }

  #mentionLaw({ place, start }: Draft): void {
    this.#mentions = { ...this.#mentions, law: { place, at: start } };
  }

  #phraseAt(at: number, character: string): Phrase | undefined {
    const before = this.#text[at - 1];
    const joined = this.#last?.end === at;
    if (isArabicDigit(character) && /[\d.第年東西南北]/.test(before ?? '')) return undefined;
    if (
      '前次同本'.includes(character) &&
      !joined &&
      isKanji(before) &&
      !mayStandBeforePointer(before as string)
    )
      return undefined;
    const listed = before === '(' ? this.#frames.at(-1)?.draft !== undefined : this.#isListed(at);
    const kanji = (joined && this.#last?.draft.kind === 'law') || (listed && before !== '(');
    if (isKanjiDigit(character) && !kanji) return undefined;
    const phrase = readPhrase(this.#text, at, { listed, kanji });
    if (phrase === undefined || character !== '第' || joined || mayStandBeforeNumber(before)) return phrase;
    const head = headOf(phrase);
    return head === 'item' || head === 'paragraph' ? undefined : phrase;
  }

  /** Whether a list of provisions goes on at `at`. */
  #isListed(at: number): boolean {
    return this.#last?.draft.kind === 'article' && connectorBetween(this.#text, this.#last, at) !== undefined;
  }

  /** 「(2)」 of 「イ(1)及び(2)」, which opens no bracket. */
  #listedNumber(at: number): number | undefined {
    if (!this.#isListed(at) || !this.#last?.draft.place.subitem?.endsWith(')')) return undefined;
    const phrase = readPhrase(this.#text, at, { listed: true });
    return phrase === undefined ? undefined : this.#addPhrase(phrase);
  }

  #addPhrase(phrase: Phrase): number {
    const last = this.#last;
    const gap =
      last === undefined ? undefined : this.#text.slice(last.end, Math.min(phrase.start, last.end + 2));
    if (last !== undefined && (gap === '' || gap === ' ' || (gap === 'の' && last.draft.kind === 'law'))) {
      const adjoins = phrase.start - last.end === gap.length;
      if (adjoins && isPartOf(last.draft, phrase)) return this.#extend(last, phrase);
    }
    const joint = connectorBetween(this.#text, last, phrase.start);
    const attached = this.#frames.at(-1)?.draft;
    const above =
      goesOnFrom(phrase, { text: this.#text, here: this.#here, last, joint, attached }) ??
      this.#foreign(phrase) ??
      ownAbove(phrase, this.#here);
    const { place, to } = this.#resolve(phrase, above);
    const draft: Draft = { start: phrase.start, end: phrase.end, kind: kindOf(phrase, place), place };
    if (to !== undefined) draft.to = to;
    if (phrase.row !== undefined) draft.row = phrase.row;
    // 「同表」 of 「次の表」 in the same provision is no 別表.
    if (phrase.table?.by === 'same' && this.#mentions.table === undefined) draft.silent = true;
    this.#drafts.push(draft);
    if (!draft.silent) this.#name(draft, phrase);
    return this.#finish(draft, phrase.end, closing(joint, last, headOf(phrase) === 'article'));
  }

  #resolve(phrase: Phrase, above: Place): Resolved {
    return resolvePhrase(phrase, {
      here: this.#here,
      articles: this.#articles,
      mentions: this.#mentions,
      above,
    });
  }

  /** Of an instrument that is not in the list; in a text without a law of its own, 「715条」 is of the law named last. */
  #foreign(phrase: Phrase): Place | undefined {
    if (phrase.article?.by !== 'number' && !phrase.supplementary && phrase.table?.by !== 'number')
      return undefined;
    const title = instrumentBefore(this.#text, phrase.start);
    if (title !== undefined) return { foreign: true, law: { title } };
    const informal =
      this.#here.law === undefined && /^第? ?\d/.test(this.#text.slice(phrase.start, phrase.start + 3));
    return informal ? this.#mentions.law?.place : undefined;
  }

  /** Joins the phrase to the reference that it names a part of. */
  #extend({ draft, closedBy }: Last, phrase: Phrase): number {
    const { place } = this.#resolve(phrase, draft.place);
    draft.place = place;
    draft.end = phrase.end;
    draft.silent = false;
    if (draft.kind === 'law') draft.kind = kindOf(phrase, place);
    if (phrase.row !== undefined) draft.row = phrase.row;
    this.#name(draft, phrase);
    return this.#finish(draft, phrase.end, closedBy);
  }

  /** Records the reference, to resolve 同条, 同項, 同号, 同表. */
  #name(draft: Draft, phrase: Phrase): void {
    const named = { ...this.#mentions };
    const place = endOf(draft);
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
  #finish(draft: Draft, end: number, closedBy: string | undefined): number {
    const to = this.#rangeEnd(draft, end);
    // 「刑法第百六十八条の二の罪又は第百六十八条の三の罪」 is a list.
    const behind = this.#text.startsWith('の罪', to) ? to + 2 : to;
    this.#last = { draft, end: behind, closedBy };
    return behind;
  }

  /** 「から第五条まで」 behind `end`: sets the draft's `to`. Returns where the range ends, or `end`. */
  #rangeEnd(draft: Draft, end: number): number {
    if (draft.kind === 'law') return end;
    if (draft.to !== undefined) return this.#rangeTail(draft, end);
    const mark = /^(?:から|乃至|ないし| ?[~〜～―—–‐‑−─ー-] ?)/.exec(this.#text.slice(end, end + 3));
    const phrase = mark === null ? undefined : readPhrase(this.#text, end + mark[0].length, { listed: true });
    if (phrase === undefined || phrase.table !== undefined) return end;
    const head = headOf(phrase);
    const lowest = lowestOf(draft.place);
    if (head === undefined || head === 'part' || levels.indexOf(head) > levels.indexOf(lowest)) return end;
    draft.to = this.#resolve(phrase, draft.place).place;
    draft.end = phrase.end;
    this.#name(draft, phrase);
    return this.#rangeTail(draft, phrase.end);
  }

  /** 「まで」 behind a range, and behind the bracket of its last provision. */
  #rangeTail(draft: Draft, end: number): number {
    const tail = /^まで(?:の各号)?/.exec(this.#text.slice(end, end + 5))?.[0];
    if (tail === undefined) return end;
    draft.end = end + tail.length;
    if (tail.endsWith('各号')) draft.place = { ...draft.place, part: 'items' };
    return draft.end;
  }

  #openBracket(at: number): number {
    const read = numberAt(this.#text, at + 1);
    // 「（昭和四十年法律第六十九号による改正前のもの）」 names the amending law, not the one before the bracket.
    const number =
      read !== undefined && /^(?:[)。、,]|以下|\s)/.test(this.#text.slice(read.end, read.end + 2))
        ? read
        : undefined;
    if (number !== undefined) this.#numberLaw(at, number);
    const draft = this.#last?.end === at ? this.#last.draft : undefined;
    this.#push('(', draft, undefined);
    return number === undefined ? at + 1 : number.end;
  }

  /** A 法令番号 in the bracket behind a name settles which law the name is. */
  #numberLaw(at: number, number: NumberedLaw): void {
    const last = this.#last;
    if (last?.end === at && last.draft.kind === 'law') {
      const known = last.draft.place.law;
      if (known?.number === number.number || (known?.id !== undefined && known.number === undefined)) return;
      if (known?.id === undefined || number.statute.id === known.id) {
        const title = known?.title || number.statute.title;
        const statute = number.statute.id === undefined ? { title, number: number.number } : number.statute;
        last.draft.place = { law: statute };
        this.#mentionLaw(last.draft);
        return;
      }
    }
    const start = unlistedNameStart(this.#text, at);
    if (start === undefined) return;
    while (this.#drafts.length > 0 && (this.#drafts.at(-1) as Draft).start >= start) this.#drafts.pop();
    const title = this.#source.slice(start, at);
    const statute: Statute =
      number.statute.id === undefined ? { title, number: number.number } : number.statute;
    const draft: Draft = { start, end: at, kind: 'law', place: { law: statute } };
    if (!/(?:法|法律|令|規則|憲法)$/.test(title)) draft.silent = true;
    this.#drafts.push(draft);
    this.#last = { draft, end: at };
    this.#mentionLaw(draft);
  }

  #openQuotation(at: number): number {
    const attached = this.#frames.at(-1)?.draft;
    const definition = attached?.kind === 'law' ? definedNameAt(this.#text, at) : undefined;
    if (definition !== undefined && attached?.place.law !== undefined) {
      this.#defined.define(definition.name, attached.place.law);
      return definition.end;
    }
    const last = this.#last;
    if (last !== undefined && last.end + 1 === at && this.#text[last.end] === '中') {
      this.#rewriting = { place: rewrittenPlace(endOf(last.draft), this.#here), replaced: {}, replacing: {} };
    }
    const rewriting = this.#rewriting;
    if (rewriting === undefined) this.#push('「', undefined, undefined);
    else {
      const wording = /とあるのは、?$/.test(this.#text.slice(Math.max(0, at - 6), at))
        ? 'replacing'
        : 'replaced';
      this.#push('「', undefined, wording);
      this.#here = rewriting.place;
      this.#mentions = { ...this.#mentions, ...rewriting[wording] };
    }
    return at + 1;
  }

  #push(opener: '(' | '「', draft: Draft | undefined, wording: Frame['wording']): void {
    this.#frames.push({
      opener,
      draft,
      last: this.#last,
      mentions: this.#mentions,
      sentence: this.#sentence,
      here: this.#here,
      wording,
    });
    this.#open[opener] += 1;
    this.#last = undefined;
    this.#sentence = this.#text.length;
  }

  #close(opener: '(' | '「', at: number): number {
    if (this.#open[opener] === 0) return at + 1;
    let frame = this.#pop();
    while (frame.opener !== opener) frame = this.#pop();
    // 「「取締役会」とあるのは「「清算人会」と、」: quoted wording may hold a mark that its end does not match.
    const ends =
      frame.wording !== undefined && /^と(?:あ|、|読|す|し)/.test(this.#text.slice(at + 1, at + 3));
    while (ends && this.#frames.at(-1)?.wording !== undefined) frame = this.#pop();
    if (frame.wording !== undefined && this.#rewriting !== undefined) {
      this.#rewriting[frame.wording] = newly(this.#mentions, frame.mentions);
    }
    this.#mentions =
      frame.opener === '「' ? frame.mentions : outside(frame.mentions, frame.sentence, this.#mentions);
    this.#sentence = frame.sentence;
    this.#here = frame.here;
    this.#last = frame.last;
    const { draft, last } = frame;
    return draft !== undefined && last?.draft === draft ? this.#finish(draft, at + 1, last.closedBy) : at + 1;
  }

  #pop(): Frame {
    const frame = this.#frames.pop() as Frame;
    this.#open[frame.opener] -= 1;
    return frame;
  }
}
