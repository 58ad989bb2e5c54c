import type { EntryField } from '../../../platform/editing/form/entry-form.ts';
import type { Label } from '../../../platform/i18n/localised.ts';
import type { Vocabulary } from '../../../platform/vocabulary/vocabulary.ts';
import { readDay } from './habits/days.ts';
import { readFlag } from './habits/flags.ts';
import { readNumber } from './habits/numbers.ts';
import { type CellReading, read, unread } from './habits/reading.ts';

/** Most choices listed in the message for an unknown word. */
const maxNamedChoices = 12;
/** Longest non-text cell (date, number, choices), in characters. */
const longestValue = 2_000;
const betweenPieces = /[\n;；,，、|｜]+/;
const betweenValues = /[\n;；,，、|｜]+/;

/**
 * Reads a cell as the values of a form's input.
 * @returns values in the form's format; none for an empty cell
 */
export function readCell(field: EntryField, cell: string, vocabulary: Vocabulary): CellReading<string[]> {
  const text = cell.trim();
  if (text === '') return read([]);
  if (/^#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)$/.test(text)) return unread(formulaFailed, writeValue);
  if (text.includes('\ufffd')) return unread(characterLost, writeLost);
  const { node } = field;
  const isWritten = node.type === 'text' || node.type === 'lines';
  if (!isWritten && text.length > longestValue) return unread(tooLong, writeShorter);
  if (node.type === 'choice') return readChoice(node, text, vocabulary);
  if (node.type === 'day') return mapped(readDay(text), (day) => (day === '' ? [] : [day]));
  if (node.type === 'days') return readDays(text);
  if (node.type === 'number') return mapped(readNumber(text), (number) => [String(number)]);
  if (node.type === 'flag') return mapped(readFlag(text), (flag) => [flag ? 'yes' : 'no']);
  if (node.type === 'records')
    return read(
      text
        .split(betweenPieces)
        .map((id) => id.trim())
        .filter((id) => id !== ''),
    );
  if (node.type === 'lines') return read([text.split(/[\n;；、]+/).join('\n')]);
  if (node.type === 'address') return readAddress(inOneLine(text));
  // A line break in a cell is kept in multi-line fields only.
  const long = node.type === 'text' && node.long;
  return read([long ? text : inOneLine(text)]);
}

/** Reads several days from one cell, each as a single day. */
function readDays(text: string): CellReading<string[]> {
  const days: string[] = [];
  for (const piece of text.split(betweenPieces).filter((each) => each.trim() !== '')) {
    const day = readDay(piece);
    if (!day.ok) return day;
    if (day.value !== '') days.push(day.value);
  }
  return read(days);
}

function inOneLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').join(' ');
}

/** Reads a URL: normalises full-width characters and removes blanks. */
function readAddress(text: string): CellReading<string[]> {
  const address = text.normalize('NFKC').replace(/\s+/g, '');
  return read([address], address === text ? undefined : readAs(text, address));
}

type Choice = Extract<EntryField['node'], { type: 'choice' }>;

function readChoice(node: Choice, text: string, vocabulary: Vocabulary): CellReading<string[]> {
  const allowed = node.values ?? (node.vocabulary ? vocabulary.values(node.vocabulary) : []);
  const resolve = (word: string): string | undefined => {
    const value = node.vocabulary ? vocabulary.resolve(node.vocabulary, word.trim()) : word.trim();
    return value !== undefined && allowed.includes(value) ? value : undefined;
  };
  const labelOf = (value: string) => (node.vocabulary ? vocabulary.label(node.vocabulary, value).ja : value);
  const remarks: Label[] = [];
  /** Matches a choice, also a prefecture without its suffix. */
  const understand = (word: string): string | undefined => {
    const exact = resolve(word);
    if (exact !== undefined) return exact;
    const written = word.normalize('NFKC').trim();
    const meant = prefectureEnds.flatMap((end) => resolve(written + end) ?? []);
    const [only, ...more] = new Set(meant);
    if (only === undefined || more.length > 0 || written === '') return undefined;
    remarks.push(readAs(written, labelOf(only)));
    return only;
  };
  const whole = understand(text);
  if (whole !== undefined) return read([whole], remarks[0]);
  const pieces = text.split(betweenValues).filter((piece) => piece.trim() !== '');
  const resolved = pieces.map((piece) => ({ piece, value: understand(piece) }));
  const unknown = resolved.filter(({ value }) => value === undefined).map(({ piece }) => piece.trim());
  if (unknown.length > 0) return unread(notInList(unknown), chooseFrom(node, allowed, vocabulary));
  const values = [...new Set(resolved.flatMap(({ value }) => value ?? []))];
  if (!node.many && values.length > 1) return unread(onlyOne, chooseFrom(node, allowed, vocabulary));
  return read(values, remarks.length > 0 ? joinedRemarks(remarks) : undefined);
}

function joinedRemarks(remarks: readonly Label[]): Label {
  return { ja: remarks.map(({ ja }) => ja).join(''), en: remarks.map(({ en }) => en).join(' ') };
}

function mapped<From, To>(reading: CellReading<From>, change: (value: From) => To): CellReading<To> {
  return reading.ok ? read(change(reading.value), reading.remark) : reading;
}

function chooseFrom({ vocabulary: list }: Choice, allowed: readonly string[], vocabulary: Vocabulary): Label {
  const choices = allowed
    .slice(0, maxNamedChoices)
    .map((value) => (list ? vocabulary.label(list, value) : { ja: value, en: value }));
  const more = allowed.length > maxNamedChoices;
  return {
    ja: `次のどれかを入れてください：${choices.map(({ ja }) => ja).join('、')}${more ? ' など（見本ファイルの「一覧」にすべてあります）' : ''}`,
    en: `Enter one of: ${choices.map(({ ja, en }) => en ?? ja).join(', ')}${more ? ' … (all are on the sheet “Lists” of the template)' : ''}`,
  };
}

const prefectureEnds = ['都', '府', '県', '道'] as const;

const readAs = (written: string, meant: string): Label => ({
  ja: `「${written}」を「${meant}」と読みました。`,
  en: `“${written}” was read as “${meant}”.`,
});
const notInList = (words: readonly string[]): Label => ({
  ja: `一覧にないことばです：${words.slice(0, maxNamedChoices).join('、')}`,
  en: `Not in the list: ${words.slice(0, maxNamedChoices).join(', ')}`,
});
const onlyOne: Label = {
  ja: '1つだけ選ぶ項目に、いくつも入っています。',
  en: 'There are several where one is asked for.',
};
const tooLong: Label = { ja: '長すぎます。', en: 'This is too long.' };
const writeShorter: Label = {
  ja: '2,000文字までで、この項目の値だけを入れてください。',
  en: 'Enter only the value of this field, in at most 2,000 characters.',
};
const characterLost: Label = {
  ja: '文字化けした文字（\ufffd）があります。前に別の文字コードで保存したときに、もとの文字が失われています。',
  en: 'A character (\ufffd) is garbled: what stood there was lost when the text was once saved in another encoding.',
};
const writeLost: Label = {
  ja: 'もとの文字を入れ直してください。',
  en: 'Enter the original character again.',
};
const formulaFailed: Label = { ja: '計算式がエラーになっています。', en: 'A formula failed.' };
const writeValue: Label = { ja: '値をじかに入れてください。', en: 'Enter the value itself.' };
