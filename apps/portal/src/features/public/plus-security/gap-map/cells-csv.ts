import type { Language } from '../../../../platform/i18n/language.ts';
import type { Vocabulary } from '../../../../platform/vocabulary/vocabulary.ts';
import { skillWords } from '../skills.ts';
import { industries, roleWords, sizes } from './demand/dimensions.ts';
import type { GapAnswer } from './gap-map.ts';

/** Cells as CSV (RFC 4180) with identifiers and words; what is hidden is empty, with `true` under `suppressed`. */
export function cellsCsv(
  { cells, month, sample }: GapAnswer,
  language: Language,
  vocabulary: Vocabulary,
): string {
  const word = (words: Readonly<Record<string, { ja: string; en: string }>>, id: string | null) =>
    id === null ? '' : (words[id]?.[language] ?? id);
  const header = [
    'asOf',
    'sample',
    'role',
    'roleLabel',
    'skill',
    'skillLabel',
    'prefecture',
    'prefectureLabel',
    'industry',
    'industryLabel',
    'size',
    'sizeLabel',
    'demand',
    'supply',
    'gap',
    'suppressed',
  ];
  const rows = cells.map((cell) => [
    month ?? '',
    sample,
    cell.role ?? '',
    word(roleWords, cell.role),
    cell.skill ?? '',
    word(skillWords, cell.skill),
    cell.prefecture ?? '',
    cell.prefecture === null ? '' : (vocabulary.label('region', cell.prefecture)[language] ?? ''),
    cell.industry ?? '',
    word(industries, cell.industry),
    cell.size ?? '',
    word(sizes, cell.size),
    cell.demand ?? '',
    cell.supply,
    cell.gap ?? '',
    cell.suppressed,
  ]);
  return `\ufeff${[header, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('')}`;
}

function field(value: string | number | boolean): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
