import { csvLine } from '@kakehashi/spreadsheets';
import type { Language } from '../../../../platform/i18n/language.ts';
import type { Label } from '../../../../platform/i18n/localised.ts';
import { type RedirectsData, redirectsKind } from '../../../../platform/redirects/redirects-kind.ts';

type Rule = RedirectsData['rules'][number];

/** Columns of the list, recognised by heading in either language or by name. */
const columns = ['from', 'status', 'to', 'external'] as const;
export type Column = (typeof columns)[number];

const headings: Readonly<Record<Column, Label>> = {
  from: { ja: '元のアドレス', en: 'From' },
  status: { ja: '種類', en: 'Sort' },
  to: { ja: '移った先', en: 'To' },
  external: { ja: 'ほかのサイトへ', en: 'Another site' },
};
/** Written for information; ignored on import. */
const usesHeading: Label = { ja: '使われた回数（12か月）', en: 'Uses in 12 months' };
const yes: Label = { ja: 'はい', en: 'yes' };
const meantYes = /^(はい|○|◯|1|yes|true)$/i;
const meantNo = /^(|いいえ|×|0|no|false)$/i;

/** Error of a cell, a row or the whole file. */
export interface CellFault {
  /** Row number as in spreadsheets; the headings are row 1. */
  row: number;
  column: Column | undefined;
  cell: string;
  message: Label;
}

export type ReadRules = { ok: true; rules: Rule[] } | { ok: false; faults: CellFault[] };

/** The list as CSV in UTF-8 with byte order mark, for spreadsheets. */
export function writeRules(
  rules: readonly Rule[],
  usesOf: (from: string) => number,
  language: Language,
): string {
  const heading = [...columns.map((column) => headings[column][language]), usesHeading[language]];
  const lines = rules.map(({ from, status, to = '', external }) =>
    csvLine([from, status, to, external ? yes[language] : '', String(usesOf(from))]),
  );
  return `\ufeff${csvLine(heading)}${lines.join('')}`;
}

/** Import modes: `add` keeps rules of other addresses, `replace` does not. */
export const ways = ['add', 'replace'] as const;
export type ReadingWay = (typeof ways)[number];

/**
 * Reads the rows of a file as rules, and merges them with the existing ones.
 * @returns errors by cell; includes loops and duplicate addresses of existing rules
 */
export function readRules(
  rows: readonly (readonly string[])[],
  standing: readonly Rule[],
  way: ReadingWay,
): ReadRules {
  const [heading = [], ...below] = rows;
  const at = new Map(columns.map((column) => [column, indexOf(heading, column)]));
  const missing = columns.filter((column) => column !== 'external' && at.get(column) === -1);
  if (missing.length > 0)
    return {
      ok: false,
      faults: missing.map((column) => ({
        row: 1,
        column,
        cell: '',
        message: noSuchColumn(headings[column]),
      })),
    };
  const read = below.flatMap((cells, index) => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    const text = Object.fromEntries(
      columns.map((column) => [column, cells[at.get(column) ?? -1]?.trim() ?? '']),
    ) as Record<Column, string>;
    return [{ row: index + 2, text }];
  });
  if (read.length === 0)
    return { ok: false, faults: [{ row: 2, column: undefined, cell: '', message: noRows }] };
  const named = new Set(read.map(({ text }) => text.from));
  const kept = way === 'add' ? standing.filter(({ from }) => !named.has(from)) : [];
  const all = [
    ...kept.map((rule) => ({ row: undefined, text: undefined, rule: rule as object })),
    ...read.map((line) => ({ ...line, rule: ruleOf(line.text) })),
  ];
  const faults = read.flatMap(({ row, text }) =>
    meantYes.test(text.external) || meantNo.test(text.external)
      ? []
      : [{ row, column: 'external' as const, cell: text.external, message: yesOrNo }],
  );
  const parsed = redirectsKind.schema.safeParse({ rules: all.map(({ rule }) => rule) });
  if (parsed.success)
    return faults.length > 0 ? { ok: false, faults } : { ok: true, rules: parsed.data.rules };
  return {
    ok: false,
    faults: [
      ...faults,
      ...parsed.error.issues.map(({ path, code, ...issue }): CellFault => {
        const [, index, name] = path;
        const line = typeof index === 'number' ? all[index] : undefined;
        const column = columns.find((each) => each === name);
        const own = code === 'custom' && 'params' in issue ? (issue.params as Partial<Label>) : {};
        const message = own.ja && own.en ? { ja: own.ja, en: own.en } : requirements[column ?? 'list'];
        const cell = (column && line?.text?.[column]) ?? '';
        if (line?.row !== undefined) return { row: line.row, column, cell, message: message };
        // Error of an existing rule that the file does not change.
        const from = (line?.rule as Partial<Rule> | undefined)?.from ?? '';
        return { row: 1, column, cell: from, message: message };
      }),
    ].toSorted((a, b) => a.row - b.row),
  };
}

/** Name of a column, for error messages. */
export function columnName(column: Column, language: Language): string {
  return headings[column][language];
}

function indexOf(heading: readonly string[], column: Column): number {
  const names = [column, headings[column].ja, headings[column].en].map((name) => name.toLowerCase());
  return heading.findIndex((cell) => names.includes(cell.trim().toLowerCase()));
}

function ruleOf({ from, status, to, external }: Record<Column, string>): object {
  return { from, status, ...(to && { to }), ...(meantYes.test(external) && { external: true }) };
}

const noSuchColumn = ({ ja, en }: Label): Label => ({
  ja: `「${ja}」の列がありません。書き出したファイルの見出しのまま使ってください。`,
  en: `There is no column “${en}”. Keep the headings of the exported file.`,
});
const noRows: Label = { ja: '転送が1件も書かれていません。', en: 'There is no redirect in it.' };
const yesOrNo: Label = {
  ja: '「はい」か空にしてください。',
  en: 'Write yes, or leave it empty.',
};
const requirements: Readonly<Record<Column | 'list', Label>> = {
  from: {
    ja: '/ で始まる、このサイトの中のアドレスを、? や # を付けずに入れてください（500文字まで）。',
    en: 'Enter an address of this site that begins with /, without ? or #, of at most 500 characters.',
  },
  status: { ja: '301、302、410 のどれかを入れてください。', en: 'Enter 301, 302 or 410.' },
  to: { ja: 'アドレスが長すぎます（500文字まで）。', en: 'The address is longer than 500 characters.' },
  external: yesOrNo,
  list: { ja: '転送は5,000件までです。', en: 'There can be 5,000 redirects at most.' },
};
