import type { Place } from '../../component.ts';
import type { Message, ReadLimits } from '../sbom.ts';
import { SbomError } from '../sbom-error.ts';
import { ByteQueue, byte } from './json-bytes.ts';
import {
  forgetWrittenNumber,
  isObject,
  type JsonObject,
  type JsonValue,
  noteWrittenNumber,
} from './json-value.ts';

/** One entry of a list that is handed over as soon as it is complete, and then forgotten. */
export interface JsonItem {
  /** pointer of the list, such as `/components` */
  list: string;
  /** pointer of the entry, such as `/components/3` */
  pointer: string;
  value: JsonValue;
  /** where it begins; 0 for what is neither object nor list */
  line: number;
  column: number;
}

interface Frame {
  container: JsonObject | JsonValue[];
  isArray: boolean;
  /** its entries are handed over one by one */
  isList: boolean;
  key: string;
  /** entries so far, those handed over included */
  count: number;
  /** what was held when it was opened, itself included */
  weight: number;
  line: number;
  column: number;
}

type Expectation = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

const numberPattern = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);
/** Bytes a value takes besides its text, roughly. */
const containerWeight = 48;
const scalarWeight = 8;
/** Characters of a place that an error names. */
const longestPlace = 120;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Whether a list is read entry by entry; `depth` is 1 in the outermost object, and 0 with an empty key where the list
 * is the document itself.
 */
export type ListChoice = (key: string, depth: number) => boolean;

/** Called for a repeated name of an object, with the pointer of its value. */
export type RepeatedNameListener = (name: string, pointer: string) => void;

/** The lists of the outermost object. */
export const outermostLists: ListChoice = (_key, depth) => depth === 1;

/**
 * Reads JSON piece by piece without holding the whole: the entries of the chosen lists are handed to `onItem`
 * and dropped; all else is in `root` at the end. As in JSON.parse the last of several values of one name holds (the
 * entries of chosen lists are handed over all the same). Stricter than it: a name that could reach a prototype is an
 * error.
 */
export class JsonStream {
  readonly #queue = new ByteQueue();
  readonly #frames: Frame[] = [];
  readonly #limits: ReadLimits;
  readonly #isList: ListChoice;
  readonly #onItem: (item: JsonItem) => void;
  readonly #onRepeatedName: RepeatedNameListener | undefined;
  #expect: Expectation = 'value';
  #key = '';
  #weight = 0;
  /** how much of an unfinished string has been looked at already */
  #looked = 0;
  #line = 1;
  #lineStart = 0;
  /** position of the last carriage return, which ends a line alone or with a line feed */
  #lastReturn = -1;
  #root: JsonValue | undefined;
  /** Where the value of `component` begins that lies in an object of the outermost one. */
  subjectPlace: Place | undefined;

  constructor(
    limits: ReadLimits,
    isList: ListChoice,
    onItem: (item: JsonItem) => void,
    onRepeatedName?: RepeatedNameListener,
  ) {
    this.#limits = limits;
    this.#isList = isList;
    this.#onItem = onItem;
    this.#onRepeatedName = onRepeatedName;
  }

  /** The outermost value read so far, with its lists emptied. */
  get root(): JsonValue | undefined {
    return this.#frames[0]?.container ?? this.#root;
  }

  push(piece: Uint8Array): void {
    this.#queue.append(piece);
    this.#read(false);
  }

  end(): JsonValue {
    this.#read(true);
    if (this.#root === undefined) throw this.#error('truncated', this.#queue.end);
    return this.#root;
  }

  #read(isLast: boolean): void {
    const queue = this.#queue;
    for (;;) {
      this.#skipSpace();
      if (queue.from === queue.end) return;
      const start = queue.from;
      const next = this.#token(queue.bytes[start] as number, start, isLast);
      if (next === -1) return;
      this.#looked = 0;
      queue.from = next;
      if (this.#weight > this.#limits.itemBytes) {
        throw new SbomError('too-large', this.#pointer() || '/', String(this.#limits.itemBytes));
      }
    }
  }

  #skipSpace(): void {
    const queue = this.#queue;
    let at = queue.from;
    for (; at < queue.end; at++) {
      const c = queue.bytes[at];
      if (c === byte.lineFeed || c === byte.carriageReturn) this.#endLine(c, queue.base + at);
      else if (c !== byte.space && c !== byte.tab) break;
    }
    queue.from = at;
  }

  #endLine(c: number, offset: number): void {
    if (c === byte.carriageReturn) this.#lastReturn = offset;
    const isSecondOfTwo = c === byte.lineFeed && this.#lastReturn === offset - 1 && offset > 0;
    if (!isSecondOfTwo) this.#line++;
    this.#lineStart = offset + 1;
  }

  /** Takes one token; gives the offset after it, or -1 when the piece ends inside it. */
  #token(c: number, start: number, isLast: boolean): number {
    const expect = this.#expect;
    switch (c) {
      case byte.quote: {
        const end = this.#stringEnd(start);
        if (end === -1) {
          if (isLast) throw this.#error('truncated', this.#queue.end);
          if (this.#weight + this.#looked > this.#limits.itemBytes) {
            throw new SbomError('too-large', this.#pointer() || '/', String(this.#limits.itemBytes));
          }
          return -1;
        }
        if (expect === 'key' || expect === 'key-or-end') this.#takeKey(this.#string(start, end), start);
        else this.#scalar(this.#string(start, end), start);
        return end;
      }
      case byte.openBrace:
        this.#open({}, start);
        return start + 1;
      case byte.openBracket:
        this.#open([], start);
        return start + 1;
      case byte.closeBrace:
        if (expect !== 'key-or-end' && expect !== 'comma-or-end') throw this.#unexpected(start);
        this.#close(false, start);
        return start + 1;
      case byte.closeBracket:
        if (expect !== 'value-or-end' && expect !== 'comma-or-end') throw this.#unexpected(start);
        this.#close(true, start);
        return start + 1;
      case byte.comma:
        if (expect !== 'comma-or-end') throw this.#unexpected(start);
        this.#expect = this.#frames.at(-1)?.isArray ? 'value' : 'key';
        return start + 1;
      case byte.colon:
        if (expect !== 'colon') throw this.#unexpected(start);
        this.#expect = 'value';
        return start + 1;
      default:
        return this.#literal(start, isLast);
    }
  }

  /** The offset after the closing quote, or -1. Only whitespace holds line ends, so none are counted here. */
  #stringEnd(start: number): number {
    const { bytes, end } = this.#queue;
    let at = start + Math.max(1, this.#looked);
    while (at < end) {
      const c = bytes[at] as number;
      if (c === byte.quote) return at + 1;
      if (c === byte.backslash) {
        if (at + 1 >= end) break;
        at += 2;
      } else if (c < byte.space) {
        throw this.#error('malformed', at, {
          ja: '文字列の中の制御文字',
          en: 'control character in a string',
        });
      } else at++;
    }
    this.#looked = at - start;
    return -1;
  }

  #string(start: number, end: number): string {
    const { bytes } = this.#queue;
    let isPlain = true;
    for (let at = start + 1; at < end - 1; at++) {
      const c = bytes[at] as number;
      if (c === byte.backslash || c >= 0x80) {
        isPlain = false;
        break;
      }
    }
    if (isPlain) return bytes.toString('latin1', start + 1, end - 1);
    let text: string;
    try {
      text = utf8.decode(bytes.subarray(start, end));
    } catch {
      throw this.#error('encoding', start, {
        ja: 'UTF-8 として読めないバイト列',
        en: 'bytes that are not UTF-8',
      });
    }
    try {
      return JSON.parse(text);
    } catch {
      throw this.#error('malformed', start, { ja: '文字列のエスケープ', en: 'escape in a string' });
    }
  }

  #literal(start: number, isLast: boolean): number {
    const { bytes, end } = this.#queue;
    let at = start;
    while (at < end && isLiteralByte(bytes[at] as number)) at++;
    const isWhole = at < end || isLast;
    if (at === start) throw this.#unexpected(start);
    if (!isWhole && at - start < 400) return -1;
    const text = bytes.toString('latin1', start, at);
    if (text === 'true') this.#scalar(true, start);
    else if (text === 'false') this.#scalar(false, start);
    else if (text === 'null') this.#scalar(null, start);
    else if (numberPattern.test(text)) this.#number(text, start);
    else if (isLast && at === end) throw this.#error('truncated', end);
    else throw this.#unexpected(start);
    return at;
  }

  #number(text: string, start: number): void {
    const value = Number(text);
    const container = this.#frames.at(-1)?.container;
    if (isObject(container) && String(value) !== text) noteWrittenNumber(container, this.#key, text);
    this.#scalar(value, start);
  }

  #takeKey(key: string, start: number): void {
    const frame = this.#frames.at(-1) as Frame;
    if (forbiddenKeys.has(key)) throw this.#error('forbidden-key', start, key);
    if (Object.hasOwn(frame.container, key)) {
      this.#onRepeatedName?.(key, `${this.#pointer()}/${escaped(key)}`);
      forgetWrittenNumber(frame.container as JsonObject, key);
    }
    this.#weight += key.length;
    this.#key = key;
    this.#expect = 'colon';
  }

  #scalar(value: JsonValue, start: number): void {
    this.#weight += typeof value === 'string' ? value.length + scalarWeight : scalarWeight;
    this.#expectValue(start);
    this.#place(value);
    this.#completed(value);
  }

  #open(container: JsonObject | JsonValue[], start: number): void {
    this.#expectValue(start);
    const parent = this.#frames.at(-1);
    const isArray = Array.isArray(container);
    if (this.#frames.length >= this.#limits.depth)
      throw this.#error('too-deep', start, String(this.#limits.depth));
    this.#place(container);
    this.#weight += containerWeight;
    const isList = isArray && parent?.isArray !== true && this.#isList(this.#key, this.#frames.length);
    const line = this.#line;
    const column = this.#queue.base + start - this.#lineStart + 1;
    const weight = this.#weight;
    this.#frames.push({ container, isArray, isList, key: this.#key, count: 0, weight, line, column });
    if (this.#frames.length === 3 && this.#key === 'component') this.subjectPlace ??= { line, column };
    this.#expect = isArray ? 'value-or-end' : 'key-or-end';
  }

  #close(isArray: boolean, start: number): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined || frame.isArray !== isArray) throw this.#unexpected(start);
    this.#frames.pop();
    this.#completed(frame.container, frame.line, frame.column);
  }

  #expectValue(start: number): void {
    if (this.#expect !== 'value' && this.#expect !== 'value-or-end') throw this.#unexpected(start);
  }

  #place(value: JsonValue): void {
    const parent = this.#frames.at(-1);
    if (parent === undefined || parent.isList) return;
    if (parent.isArray) (parent.container as JsonValue[]).push(value);
    else (parent.container as JsonObject)[this.#key] = value;
  }

  #completed(value: JsonValue, line = 0, column = 0): void {
    const parent = this.#frames.at(-1);
    if (parent === undefined) {
      this.#root = value;
      this.#expect = 'nothing';
      return;
    }
    if (parent.isList) {
      const list = this.#pointer();
      this.#onItem({ list, pointer: `${list}/${parent.count}`, value, line, column });
      this.#weight = parent.weight;
    }
    parent.count++;
    this.#expect = 'comma-or-end';
  }

  /** Where the innermost open container is. */
  #pointer(): string {
    let pointer = '';
    for (let depth = 1; depth < this.#frames.length; depth++) {
      const parent = this.#frames[depth - 1] as Frame;
      pointer += `/${parent.isArray ? parent.count : escaped((this.#frames[depth] as Frame).key)}`;
    }
    return pointer;
  }

  #unexpected(at: number): SbomError {
    const { bytes, end } = this.#queue;
    const found = JSON.stringify(bytes.toString('latin1', at, Math.min(end, at + 12)));
    return this.#error('malformed', at, { ja: `${found} はここに置けません`, en: `unexpected ${found}` });
  }

  #error(code: SbomError['code'], at: number, detail: string | Message = ''): SbomError {
    const column = this.#queue.base + at - this.#lineStart + 1;
    const whole = this.#pointer();
    const pointer = whole.length > longestPlace ? `${whole.slice(0, longestPlace)}…` : whole;
    return new SbomError(code, `${this.#line}:${column}${pointer ? ` ${pointer}` : ''}`, detail);
  }
}

function isLiteralByte(c: number): boolean {
  return (
    (c >= 0x30 && c <= 0x39) ||
    (c >= 0x41 && c <= 0x5a) ||
    (c >= 0x61 && c <= 0x7a) ||
    c === byte.minus ||
    c === 0x2b ||
    c === 0x2e
  );
}

function escaped(key: string): string {
  return key.includes('~') || key.includes('/') ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key;
}
