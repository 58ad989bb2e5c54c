import { type CellReading, plainly, read, unread } from './reading.ts';

const yes = new Set([
  '○',
  '〇',
  '◯',
  '◎',
  '●',
  '✓',
  '✔',
  '☑',
  'はい',
  '有',
  '有り',
  'あり',
  '可',
  'yes',
  'y',
  'true',
  '1',
]);
const no = new Set([
  '×',
  '✕',
  '✖',
  '✗',
  '☐',
  'x',
  'いいえ',
  '無',
  '無し',
  'なし',
  '不可',
  'no',
  'n',
  'false',
  '0',
]);

/** Reads yes or no as people tick it: 〇 and ×, はい and いいえ, あり and なし. △ and the like are refused. */
export function readFlag(cell: string): CellReading<boolean> {
  // Ignore variation selectors.
  const text = plainly(cell)
    .replace(/\ufe0f|\ufe0e/g, '')
    .toLowerCase();
  if (yes.has(text)) return read(true);
  if (no.has(text)) return read(false);
  return unread(
    { ja: 'はい・いいえのどちらにも読めません。', en: 'This is neither yes nor no.' },
    { ja: '「はい」か「いいえ」を書いてください。', en: 'Write yes or no.' },
  );
}
