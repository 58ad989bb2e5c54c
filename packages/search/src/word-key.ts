/**
 * Words that are spelled differently and mean the same have one key: サーバー, サーバ and さーば; ヴァイオリン and
 * バイオリン; ウェブ and ウエブ. A long mark that may be left out is left out of the key, one that tells words apart
 * (ビール and ビル) stays.
 */

const HIRAGANA = 0x3041;
const LAST_HIRAGANA = 0x3096;
const KATAKANA = 0x30a1;
const LAST_KATAKANA = 0x30fa;
const KANA_DISTANCE = KATAKANA - HIRAGANA;
const LONG_MARK = 0x30fc;
/**
 * A kana with the long mark that follows it is one unit of folded text, so that キー is no beginning of キ and サーバ none
 * of サーバー. These units are of the private use area, which no folded text has otherwise.
 */
const LONG_KANA = 0xe000;
const LAST_LONG_KANA = LONG_KANA + LAST_KATAKANA - HIRAGANA;

/** By distance from ぁ: the kana that a kana is written as in a key. */
const keyKana = Uint16Array.from({ length: LAST_KATAKANA - KATAKANA + 1 }, (_, i) => HIRAGANA + i);
for (const pair of 'ぁあ ぃい ぅう ぇえ ぉお っつ ゃや ゅゆ ょよ ゎわ ゕか ゖけ ぢじ づず ゐい ゑえ'.split(
  ' ',
)) {
  keyKana[pair.charCodeAt(0) - HIRAGANA] = pair.charCodeAt(1);
}
const VU = 'ゔ'.charCodeAt(0);
const BU = 'ぶ'.charCodeAt(0);
/** What ヴ becomes with the kana that follows it. */
const VU_WITH = new Map(
  ['あば', 'いび', 'えべ', 'おぼ'].map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]),
);
const BI = 'び'.charCodeAt(0);
const VU_GLIDES = new Set([...'やゆよ'].map((kana) => kana.charCodeAt(0)));
/** -er, -or, -ar and -y end so in loanwords: コンピューター, メモリー. */
const WEAK_BEFORE = new Set(
  [...'あかさたなはまやらわがざだばぱいきしちにひみりぎじびぴ'].map((kana) => kana.charCodeAt(0)),
);
/** From so many kana before it the mark is left out, as JIS Z 8301 does: タワー keeps it. */
const WEAK_FROM_LENGTH = 3;

function isKana(unit: number): boolean {
  return (unit >= HIRAGANA && unit <= LAST_HIRAGANA) || (unit >= KATAKANA && unit <= LAST_KATAKANA);
}

export function isLongKana(unit: number): boolean {
  return unit >= LONG_KANA && unit <= LAST_LONG_KANA;
}

/** The unit of a kana with a long mark after it; 0 where the unit is no kana, or has one already. */
export function longKana(unit: number): number {
  return isKana(unit) ? LONG_KANA + unit - HIRAGANA : 0;
}

/** Folded text with its long marks written out. */
export function withLongMarks(spelling: string): string {
  return spelling.replace(/[\ue000-\ue0ff]/g, (unit) => {
    return `${String.fromCharCode(unit.charCodeAt(0) - LONG_KANA + HIRAGANA)}ー`;
  });
}

/** Writes the key of units of folded text; one instance serves one text after another. */
class KeyWriter {
  units = new Uint16Array(64);
  length = 0;

  write(units: ArrayLike<number>, from: number, to: number): void {
    if (this.units.length < 2 * (to - from)) this.units = new Uint16Array(4 * (to - from));
    const key = this.units;
    let length = 0;
    let kanaStart = 0;
    let isAfterVu = false;
    for (let at = from; at < to; at++) {
      const given = units[at] as number;
      const isLong = isLongKana(given);
      const unit = isLong ? given - LONG_KANA + HIRAGANA : given;
      if (!isKana(unit)) {
        key[length++] = unit;
        kanaStart = length;
        isAfterVu = false;
        continue;
      }
      const hiragana = unit >= KATAKANA ? unit - KANA_DISTANCE : unit;
      const kana = keyKana[hiragana - HIRAGANA] as number;
      const merged = isAfterVu ? VU_WITH.get(kana) : undefined;
      if (merged !== undefined) length--;
      else if (isAfterVu && VU_GLIDES.has(kana)) key[length - 1] = BI;
      key[length] = merged ?? (kana === VU ? BU : kana);
      length++;
      isAfterVu = kana === VU && !isLong;
      if (!isLong) continue;
      const isWeak = length - kanaStart >= WEAK_FROM_LENGTH && WEAK_BEFORE.has(key[length - 1] as number);
      if (!isWeak) key[length++] = LONG_MARK;
    }
    this.length = length;
  }

  /** Leaves out the long marks that are left, where the word is long enough to be known without them. */
  dropLongMarks(): void {
    let kana = 0;
    for (let i = 0; i < this.length; i++) if (this.units[i] !== LONG_MARK) kana++;
    if (kana < KNOWN_WITHOUT_MARKS) return;
    let length = 0;
    for (let i = 0; i < this.length; i++) {
      const unit = this.units[i] as number;
      if (unit !== LONG_MARK) this.units[length++] = unit;
    }
    this.length = length;
  }
}

/** ペースト and ペスト, of three, are two words. */
const KNOWN_WITHOUT_MARKS = 4;

const writer = new KeyWriter();

/** The key of a text in its folded spelling. */
export function wordKey(spelling: string): string {
  const units = Uint16Array.from({ length: spelling.length }, (_, i) => spelling.charCodeAt(i));
  writer.write(units, 0, units.length);
  return String.fromCharCode(...writer.units.subarray(0, writer.length));
}

/** FNV-1a, 32 bits. */
export const HASH_START = 0x811c9dc5;
export function hashed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193) >>> 0 || 1;
}

/** One kana without a long mark is as likely a particle as a word. */
export function mayBeKanaWord(units: ArrayLike<number>, from: number, to: number): boolean {
  return to - from >= 2 || (to > from && isLongKana(units[from] as number));
}

/** The hash of a run of kana that is a word, one for all its spellings. */
export function kanaWordHash(units: ArrayLike<number>, from: number, to: number): number {
  writer.write(units, from, to);
  writer.dropLongMarks();
  let hash = HASH_START;
  for (let i = 0; i < writer.length; i++) hash = hashed(hash, writer.units[i] as number);
  return hash;
}

/** Whether a long mark may stand at the end of a katakana word, its marks written out, or be left out there. */
export function mayEndLong(word: string): boolean {
  const key = wordKey(word.endsWith('ー') ? word.slice(0, -1) : word);
  return key.length >= WEAK_FROM_LENGTH && WEAK_BEFORE.has(key.charCodeAt(key.length - 1));
}
