import type { Framework } from '@kakehashi/skills';
import { readSheet, SheetError } from '@kakehashi/spreadsheets';
import type { Label } from '../../../../platform/i18n/localised.ts';
import type { SkillAt } from '../advice/questions.ts';
import { plain, roleMeant, skillsMeant } from './team-words.ts';

export const mostMembers = 30;
/** Characters of a pasted table. */
export const longestTable = 20_000;
const longestName = 60;
/** Characters of a cell of work, or of one thing that somebody can do, that are looked at. */
const longestPhrase = 100;
/** Things that one person can do that are looked at; the rest is told as not read. */
const mostPhrases = 40;

/** Somebody of the team. */
export interface Member {
  /** As written; where the cell is empty, the number of the person. */
  readonly name: string;
  /** Id of a role of the framework. */
  readonly role: string;
  readonly held: readonly SkillAt[];
  /** What was said to be held and could not be read as a skill. */
  readonly unread: readonly string[];
}

/** What is wrong with a cell, in the words of who made the table. */
interface TableFault {
  readonly code:
    | 'empty'
    | 'unreadable'
    | 'too-many'
    | 'too-long'
    | 'no-role-column'
    | 'missing-role'
    | 'unknown-role';
  /** Row as counted in the table, from 1; undefined where it is about the whole. */
  readonly row?: number;
  /** The heading of the column as it was written. */
  readonly column?: string;
  readonly message: Label;
}

export type TeamTable =
  | { readonly ok: true; readonly members: readonly Member[] }
  | { readonly ok: false; readonly faults: readonly TableFault[] };

const columnWords = {
  name: ['名前', '氏名', 'なまえ', 'イニシャル', '社員', '担当者', 'name', 'initials', 'member'],
  role: [
    '役割',
    '仕事',
    '職種',
    '役職',
    '業務',
    '担当',
    '部署',
    '所属',
    '職務',
    'role',
    'work',
    'job',
    'position',
    'department',
  ],
  can: ['できること', 'スキル', '知識', '経験', '資格', '持っている', 'skills', 'can', 'experience', 'knows'],
} as const;
type Column = keyof typeof columnWords;

/**
 * Reads a table as it is copied from a spreadsheet: columns in any order under headings in Japanese or English, or
 * without headings name, work, what they can do.
 */
export async function readTeamTable(pasted: string, framework: Framework): Promise<TeamTable> {
  if (pasted.length > longestTable) return refused([tooLong]);
  const rows = await cellsOf(pasted);
  if (!rows) return refused([unreadable]);
  const filled = rows
    .map((cells, index) => ({ number: index + 1, cells: cells.map((cell) => cell.normalize('NFKC').trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [first] = filled;
  if (!first) return refused([empty]);
  const headed = headings(first.cells);
  const columns = headed ?? { name: 0, role: 1, can: 2 };
  if (columns.role === undefined) return refused([noRoleColumn(first.number, first.cells)]);
  const people = headed ? filled.slice(1) : filled;
  if (people.length === 0) return refused([empty]);
  if (people.length > mostMembers) return refused([tooMany(people.length)]);
  const wordOf = (column: Column, fallback: string) =>
    (headed && first.cells[headed[column] ?? -1]) || fallback;
  const faults: TableFault[] = [];
  const members = people.map(({ number, cells }, index): Member => {
    const cell = (column: Column) => cells[columns[column] ?? -1] ?? '';
    const written = cell('role');
    const role = roleMeant(framework, written.slice(0, longestPhrase));
    const heading = wordOf('role', '仕事');
    if (written === '') faults.push(missingRole(number, heading));
    else if (role === undefined) faults.push(unknownRole(number, heading, written, framework));
    const phrases = [
      ...new Set(
        cell('can')
          .split(/[、，,;；\n]/)
          .map((phrase) => phrase.trim().slice(0, longestPhrase))
          .filter((phrase) => phrase !== ''),
      ),
    ];
    const read = phrases.map((phrase, at) => ({
      phrase,
      skills: at < mostPhrases ? skillsMeant(framework, phrase) : undefined,
    }));
    return {
      name: cell('name').slice(0, longestName) || String(index + 1),
      role: role ?? '',
      held: read.flatMap(({ skills }) => skills ?? []),
      unread: read.flatMap(({ phrase, skills }) => (skills ? [] : [phrase])),
    };
  });
  return faults.length > 0 ? refused(faults) : { ok: true, members };
}

/** Cells of a pasted table; a quotation mark that opens and does not close stands for itself. */
async function cellsOf(pasted: string): Promise<string[][] | undefined> {
  const text = pasted.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  if (text.trim() === '') return [];
  try {
    return (await readSheet(Buffer.from(text))).rows;
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    if (error.code !== 'broken-csv') return undefined;
    const separator = text.includes('\t') ? '\t' : ',';
    return text.split('\n').map((line) => line.split(separator));
  }
}

/** Columns by their headings; undefined where the first row has none. */
function headings(cells: readonly string[]): Partial<Record<Column, number>> | undefined {
  const found: Partial<Record<Column, number>> = {};
  for (const [index, cell] of cells.entries()) {
    const text = plain(cell);
    const column = (Object.keys(columnWords) as Column[]).find((each) =>
      columnWords[each].some(
        (word) => text === plain(word) || (text.length <= 14 && text.startsWith(plain(word))),
      ),
    );
    if (column && found[column] === undefined) found[column] = index;
  }
  const isHeading = Object.keys(found).length >= 2 || (cells.length === 1 && found.role !== undefined);
  return isHeading || (found.name === 0 && cells.length > 1) ? found : undefined;
}

function refused(faults: readonly TableFault[]): TeamTable {
  return { ok: false, faults };
}

const empty: TableFault = {
  code: 'empty',
  message: {
    ja: '表が空です。名前と仕事の列がある表を、1人1行で貼り付けてください。',
    en: 'The table is empty. Paste a table with a row for each person, with columns for name and work.',
  },
};
const unreadable: TableFault = {
  code: 'unreadable',
  message: {
    ja: '表として読めませんでした。表計算ソフトのセルを選んでコピーし、もう一度貼り付けてください。',
    en: 'It could not be read as a table. Copy the cells from your spreadsheet and paste them again.',
  },
};
const tooLong: TableFault = {
  code: 'too-long',
  message: {
    ja: `表が長すぎます。${longestTable.toLocaleString('ja-JP')}文字までにしてください。`,
    en: `The table is too long: at most ${longestTable.toLocaleString('en')} characters.`,
  },
};

function tooMany(count: number): TableFault {
  return {
    code: 'too-many',
    message: {
      ja: `${count}人分あります。一度に計画できるのは${mostMembers}人までです。分けて貼り付けてください。`,
      en: `There are ${count} people. At most ${mostMembers} can be planned at a time; paste them in parts.`,
    },
  };
}

function noRoleColumn(row: number, cells: readonly string[]): TableFault {
  const given = cells.filter((cell) => cell !== '').join('、');
  return {
    code: 'no-role-column',
    row,
    message: {
      ja: `${row}行目の見出し（${given}）に、仕事の列が見つかりません。「仕事」「役割」「職種」「部署」のどれかの見出しを付けてください。`,
      en: `Row ${row}: none of the headings (${given}) is that of a column for work. Name one “work”, “role” or “job”.`,
    },
  };
}

function missingRole(row: number, column: string): TableFault {
  return {
    code: 'missing-role',
    row,
    column,
    message: {
      ja: `${row}行目「${column}」が空です。仕事を書いてください（例：営業、総務、開発）。`,
      en: `Row ${row}, “${column}” is empty. Write the person’s work, such as sales, legal or developer.`,
    },
  };
}

function unknownRole(row: number, column: string, written: string, { roles }: Framework): TableFault {
  const shown = written.slice(0, 40);
  const names = (language: 'ja' | 'en') =>
    roles
      .slice(0, 12)
      .map(({ title }) => title[language] ?? '')
      .join(language === 'ja' ? '、' : ', ');
  return {
    code: 'unknown-role',
    row,
    column,
    message: {
      ja: `${row}行目「${column}」の「${shown}」がどの仕事か分かりません。近いものに書き換えてください（${names('ja')} など）。`,
      en: `Row ${row}, “${column}”: “${shown}” is no work that is known. Write one that is near (${names('en')} …).`,
    },
  };
}
