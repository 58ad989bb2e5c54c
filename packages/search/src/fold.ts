import { isDigit, isMark, isUnspaced, Script, SPACE, scriptOf } from './characters.ts';
import { foldCluster } from './fold-cluster.ts';
import { longKana, wordKey } from './word-key.ts';

/**
 * A text in the spelling that is indexed and searched: lower-case words, kanji in their common shapes, kana as they are
 * written, and one space for whatever separates them. Unit `i` (a UTF-16 code unit) was made from the code units `starts[i]` up to
 * `ends[i]` of the original text.
 */
export interface FoldedText {
  readonly length: number;
  readonly units: Uint16Array;
  readonly scripts: Uint8Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** How one UTF-16 code unit folds. Most fold to one unit independent of context. */
const Treatment = {
  Unknown: 0,
  Direct: 1,
  Separator: 2,
  Drop: 3,
  Mark: 4,
  Cluster: 5,
  MiddleDot: 6,
  Repetition: 7,
  LongMark: 8,
  Counter: 9,
  /** A separator that may also join, or be a letter. */
  Joining: 10,
};

const treatments = new Uint8Array(0x10000);
const directUnits = new Uint16Array(0x10000);
const directScripts = new Uint8Array(0x10000);

/** Signs that may be letters of a name, in their other widths. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['+', '+'],
  ['＋', '+'],
  ['#', '#'],
  ['＃', '#'],
  ['♯', '#'],
  ['.', '.'],
  ['．', '.'],
]);
const PLUS = '+'.charCodeAt(0);
/** C++ and C++17, C# and Google+; but a+b is a sum. */
const LONGEST_SIGNS = 8;
const ENDS_NAME = /^(?:[+＋]{2}\d|[+＋#＃♯]+(?![\p{Script=Latin}\p{N}]))/u;
const BEGINS_NAME = /^[.．][A-Za-zＡ-Ｚａ-ｚ]{2}/;
/** A full stop after these ends a sentence. */
const ENDS_SENTENCE = new Set([...'たすいるだんねよう'].map((kana) => kana.charCodeAt(0)));

/** Blanks other than line breaks, which end a sentence. */
const BLANKS: ReadonlySet<string> = new Set(' \u00a0\u3000');
const COMMAS: ReadonlySet<string> = new Set(',，');
const THOUSANDS = /^[\d０-９]{3}(?![\d０-９])/;

/** Repetition marks (々, ゞ) and the script they repeat: 佐々木, いすゞ. */
const REPEATED_SCRIPT: ReadonlyMap<string, Script> = new Map([
  ['々', Script.Kanji],
  ['〻', Script.Kanji],
  ['ゝ', Script.Hiragana],
  ['ゞ', Script.Hiragana],
  ['ヽ', Script.Katakana],
  ['ヾ', Script.Katakana],
]);
const VOICED_MARKS: ReadonlySet<string> = new Set('ゞヾ');

function voiced(kana: string): string {
  const composed = `${kana}\u3099`.normalize('NFC');
  return composed.length === 1 ? composed : kana;
}

function isLowSurrogate(unit: number): boolean {
  return (unit & 0xfc00) === 0xdc00;
}

/** Before these か counts, whatever kana it is written in: 一ヶ月, 二カ所. Between other kanji ケ is が: 霞ケ関. */
const KA = 'か'.charCodeAt(0);
const GA = 'が'.charCodeAt(0);
const COUNTED = new Set('月所国年条箇');
const SMALL_OR_LARGE_KE = /^[カケヵヶ]$/u;

export function isKanaScript(script: number | undefined): boolean {
  return script === Script.Katakana || script === Script.Hiragana;
}

function treatmentOf(code: number): number {
  const known = treatments[code] as number;
  return known === Treatment.Unknown ? learnTreatment(code) : known;
}

function learnTreatment(code: number): number {
  const character = String.fromCharCode(code);
  let treatment = Treatment.Cluster;
  if (code >= 0xd800 && code <= 0xdfff) treatment = Treatment.Cluster;
  else if (isMark(character)) treatment = Treatment.Mark;
  else if (REPEATED_SCRIPT.has(character)) treatment = Treatment.Repetition;
  else if (character.normalize('NFKC') === 'ー') treatment = Treatment.LongMark;
  else if (SMALL_OR_LARGE_KE.test(character.normalize('NFKC'))) treatment = Treatment.Counter;
  else {
    const { text, scripts } = foldCluster(character);
    if (text === '') treatment = Treatment.Drop;
    else if (text === ' ') treatment = separatorTreatment(character);
    else if (text.length === 1) {
      treatment = Treatment.Direct;
      directUnits[code] = text.charCodeAt(0);
      directScripts[code] = scripts[0] as Script;
    }
  }
  treatments[code] = treatment;
  return treatment;
}

function separatorTreatment(character: string): number {
  if (character.normalize('NFKC') === '・') return Treatment.MiddleDot;
  const mayJoin = BLANKS.has(character) || COMMAS.has(character) || SIGNS.has(character);
  return mayJoin ? Treatment.Joining : Treatment.Separator;
}

function isMarkAt(text: string, at: number): boolean {
  const code = text.codePointAt(at) ?? 0;
  return code > 0xffff ? isMark(String.fromCodePoint(code)) : treatmentOf(code) === Treatment.Mark;
}

/** The end of the character that starts here, with the marks that belong to it. */
function clusterEnd(text: string, start: number): number {
  let end = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  while (end < text.length && isMarkAt(text, end)) end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  return end;
}

/** Folds texts into buffers of its own: a result is valid until the next call. */
export class Folder implements FoldedText {
  length = 0;
  units = new Uint16Array(256);
  scripts = new Uint8Array(256);
  starts = new Uint32Array(256);
  ends = new Uint32Array(256);

  fold(text: string): FoldedText {
    this.length = 0;
    this.#reserve(text.length);
    let at = 0;
    while (at < text.length) {
      at = this.#foldPlain(text, at);
      if (at < text.length) at = this.#foldSpecial(text, at, treatmentOf(text.charCodeAt(at)));
    }
    if (this.length > 0 && this.units[this.length - 1] === SPACE) this.length--;
    return this;
  }

  /**
   * Fast path: folds the characters from `at` that become one unit each independent of context, which is nearly all
   * text; returns the offset of the first other one. Same result as `#write`, without its checks.
   */
  #foldPlain(text: string, at: number): number {
    const { units, scripts, starts, ends } = this;
    const end = Math.min(text.length, at + units.length - this.length);
    let written = this.length;
    let next = at;
    while (next < end) {
      const code = text.charCodeAt(next);
      const treatment = treatments[code];
      if (treatment !== Treatment.Direct) {
        if (treatment !== Treatment.LongMark || written === 0 || isMarkAt(text, next + 1)) break;
        const long = longKana(units[written - 1] as number);
        if (long === 0) break;
        units[written - 1] = long;
        ends[written - 1] = ++next;
        continue;
      }
      units[written] = directUnits[code] as number;
      scripts[written] = directScripts[code] as number;
      starts[written] = next;
      ends[written++] = ++next;
    }
    // A following mark belongs to the last character, which therefore is not a plain one.
    if (next > at && next < text.length && isMarkAt(text, next)) {
      written--;
      next--;
    }
    this.length = written;
    return next;
  }

  /** Folds a character that depends on context or becomes several units; returns the next offset. */
  #foldSpecial(text: string, at: number, treatment: number): number {
    if (treatment === Treatment.Repetition) return this.#repeat(text, at);
    const end = clusterEnd(text, at);
    if (end === at + 1) {
      if (treatment === Treatment.LongMark) this.#lengthen();
      if (treatment === Treatment.LongMark || treatment === Treatment.Drop) {
        if (this.length > 0 && this.units[this.length - 1] !== SPACE) this.ends[this.length - 1] = end;
        return end;
      }
      if (treatment === Treatment.Counter) {
        this.#writeKe(text, at);
        return end;
      }
      if (treatment === Treatment.Separator) {
        this.#write(SPACE, Script.Separator, at, end);
        return end;
      }
      if (treatment === Treatment.Joining) {
        if (this.#joinsNumber(text, at)) return end;
        const sign = this.#signOfName(text, at);
        if (sign !== '') {
          this.#write(sign.charCodeAt(0), Script.Word, at, end);
          return end;
        }
        this.#write(SPACE, Script.Separator, at, end);
        return end;
      }
      if (treatment === Treatment.MiddleDot) {
        if (!this.#joinsKatakana(text, end)) this.#write(SPACE, Script.Separator, at, end);
        return end;
      }
      if (treatment === Treatment.Direct) {
        this.#write(
          directUnits[text.charCodeAt(at)] as number,
          directScripts[text.charCodeAt(at)] as number,
          at,
          end,
        );
        return end;
      }
    }
    const folded = foldCluster(text.slice(at, end));
    for (let i = 0; i < folded.text.length; i++) {
      this.#write(folded.text.charCodeAt(i), folded.scripts[i] as Script, at, end);
    }
    return end;
  }

  /** Applies a long mark to the preceding kana; ignored after anything else or another long mark. */
  #lengthen(): void {
    if (this.length === 0) return;
    const long = longKana(this.units[this.length - 1] as number);
    if (long !== 0) this.units[this.length - 1] = long;
  }

  /** Writes カ, ケ and their small forms, which between kanji mean か or が. */
  #writeKe(text: string, at: number): void {
    const kana = (text[at] as string).normalize('NFKC');
    const before = this.length === 0 ? SPACE : (this.units[this.length - 1] as number);
    const follows = this.length > 0 && this.scripts[this.length - 1] === Script.Kanji;
    const counts = (follows || isDigit(before)) && COUNTED.has(text[at + 1] ?? '');
    const isKe = kana === 'ケ' || kana === 'ヶ';
    if (counts) this.#write(KA, Script.Hiragana, at, at + 1);
    else if (isKe && follows && scriptOf(text[at + 1] ?? '') === Script.Kanji)
      this.#write(GA, Script.Hiragana, at, at + 1);
    else this.#write((isKe ? 'ケ' : 'カ').charCodeAt(0), Script.Katakana, at, at + 1);
  }

  /**
   * Expands repetition marks: one mark repeats the character before it, several repeat as many (部分々々 is
   * 部分部分). Ignores marks after another script. Returns the offset behind them.
   */
  #repeat(text: string, at: number): number {
    let end = at + 1;
    while (end < text.length && treatmentOf(text.charCodeAt(end)) === Treatment.Repetition) end++;
    const script = REPEATED_SCRIPT.get(text[at] as string);
    let from = this.length;
    for (let left = end - at; left > 0 && from > 0 && this.scripts[from - 1] === script; left--) {
      from -= isLowSurrogate(this.units[from - 1] as number) ? 2 : 1;
    }
    const repeated = foldedString(this, Math.max(0, from), this.length);
    let mark = at;
    for (const character of repeated) {
      const written = VOICED_MARKS.has(text[mark] as string) ? voiced(character) : character;
      for (let i = 0; i < written.length; i++) {
        this.#write(written.charCodeAt(i), script as Script, mark, mark + 1);
      }
      mark++;
    }
    return end;
  }

  /** The sign at `at` if it is part of a name (C++, C#, .NET); otherwise empty. */
  #signOfName(text: string, at: number): string {
    const sign = SIGNS.get(text[at] as string);
    if (sign === undefined) return '';
    const before = this.length === 0 ? SPACE : (this.units[this.length - 1] as number);
    const isAfterWord = this.length > 0 && this.scripts[this.length - 1] === Script.Word;
    if (sign === '.')
      return !isAfterWord && !ENDS_SENTENCE.has(before) && BEGINS_NAME.test(text.slice(at, at + 3))
        ? sign
        : '';
    const isAfterLetter = isAfterWord && !isDigit(before) && this.ends[this.length - 1] === at;
    if (sign === '+' && before === PLUS && isAfterLetter) return sign;
    return isAfterLetter && ENDS_NAME.test(text.slice(at, at + LONGEST_SIGNS)) ? sign : '';
  }

  /** Blanks between Japanese and letters or digits (第 3 回, Web サイト), and commas between thousands (1,000). */
  #joinsNumber(text: string, at: number): boolean {
    if (this.length === 0) return false;
    const mark = text[at] as string;
    const unit = this.units[this.length - 1] as number;
    const script = this.scripts[this.length - 1] as number;
    if (COMMAS.has(mark)) return isDigit(unit) && THOUSANDS.test(text.slice(at + 1, at + 5));
    if (!BLANKS.has(mark) || script === Script.Separator) return false;
    const next = text.charCodeAt(at + 1);
    if (treatmentOf(next) !== Treatment.Direct && treatmentOf(next) !== Treatment.Counter) return false;
    const nextScript =
      treatmentOf(next) === Treatment.Counter ? Script.Katakana : (directScripts[next] as number);
    return isUnspaced(script) !== isUnspaced(nextScript);
  }

  /** クロスサイト・スクリプティング is one word; 国・地方 is two. */
  #joinsKatakana(text: string, after: number): boolean {
    if (this.length === 0 || this.scripts[this.length - 1] !== Script.Katakana || after >= text.length)
      return false;
    const next = text.charCodeAt(after);
    const treatment = treatmentOf(next);
    return (
      treatment === Treatment.Counter ||
      (treatment === Treatment.Direct && directScripts[next] === Script.Katakana)
    );
  }

  #write(unit: number, script: number, start: number, end: number): void {
    const at = this.length;
    if (unit === SPACE && (at === 0 || this.units[at - 1] === SPACE)) return;
    if (at === this.units.length) this.#reserve(at + 1);
    this.units[at] = unit;
    this.scripts[at] = script;
    this.starts[at] = start;
    this.ends[at] = end;
    this.length = at + 1;
  }

  #reserve(length: number): void {
    if (length <= this.units.length) return;
    const capacity = Math.max(length, this.units.length * 2);
    this.units = widened(this.units, new Uint16Array(capacity));
    this.scripts = widened(this.scripts, new Uint8Array(capacity));
    this.starts = widened(this.starts, new Uint32Array(capacity));
    this.ends = widened(this.ends, new Uint32Array(capacity));
  }
}

function widened<T extends Uint8Array | Uint16Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

const folder = new Folder();

/** The key of a text: equal for two texts that a search treats as spellings of one word. */
export function fold(text: string): string {
  return wordKey(spell(text));
}

/** A text in its folded spelling, kana as they are written. */
export function spell(text: string): string {
  return foldedString(folder.fold(text));
}

/** The units of a folded text from `start` up to `end`, as a string. */
export function foldedString(folded: FoldedText, start = 0, end = folded.length): string {
  return end - start <= SHORT
    ? Reflect.apply(String.fromCharCode, undefined, folded.units.subarray(start, end))
    : stringOf(folded.units.subarray(start, end));
}

/** Decoding has a cost of its own that pays only for longer strings. */
const SHORT = 24;
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

/** A string of UTF-16 code units; a lone surrogate becomes U+FFFD. */
export function stringOf(units: Uint16Array): string {
  return decoder.decode(units);
}
