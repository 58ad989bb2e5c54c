import type { Framework, ItemKind, Language, Requirement } from '../framework.ts';
import { type FrameworkSheet, sheets } from '../frameworks/sheets.ts';
import { FrameworkBuilder } from './builder.ts';
import { LONGEST_ID, LONGEST_TEXT, LONGEST_TITLE } from './json-values.ts';
import type { Problems } from './problems.ts';

export interface TableOptions {
  /** The framework that the table belongs to: one of this package, or a short name of one's own. */
  readonly framework: string;
  readonly version?: string;
  /** Language of titles and texts. Default English. */
  readonly language?: Language;
}

/** Columns by the headings that are understood, in lower case. */
const columns = {
  id: ['id', 'identifier', '識別子', 'コード', '番号'],
  kind: ['kind', 'type', '種別', '種類'],
  title: ['title', 'name', '名称', '題名', '役割名'],
  text: ['text', 'description', 'statement', '本文', '説明', '内容'],
  roles: ['roles', 'work roles', '役割'],
  group: ['group', 'category', '区分', '分類'],
} as const;
type Column = keyof typeof columns;

const kinds: Readonly<Record<string, ItemKind | 'role'>> = {
  role: 'role',
  'work role': 'role',
  役割: 'role',
  task: 'task',
  タスク: 'task',
  業務: 'task',
  knowledge: 'knowledge',
  知識: 'knowledge',
  skill: 'skill',
  スキル: 'skill',
  技能: 'skill',
  statement: 'statement',
  ksa: 'statement',
  項目: 'statement',
};

interface TableRow {
  readonly place: (column: string) => string;
  readonly cell: (column: Column) => string;
}

/**
 * A table: one row a role or item, with `id`, `kind`, `title`, `text`, `group`, and `roles`, the roles that ask an item,
 * separated by `;`, each with `:level` where one is asked. Without rows for roles, the table only words items.
 */
export function readTable(
  rows: readonly (readonly string[])[],
  options: TableOptions,
  problems: Problems,
): Framework | undefined {
  const table = tableRows(rows, problems);
  if (table === undefined) return undefined;
  const sheet = sheetOf(options);
  const language = options.language ?? 'en';
  const builder = new FrameworkBuilder(problems);
  const asked = new Map<string, Requirement[]>();
  const itemId = (id: string) => (sheet.id === 'dcwf' && /^\d/.test(id) ? `DCWF-${id}` : id);
  const roleRows: TableRow[] = [];
  for (const row of table) {
    const id = row.cell('id');
    const kind = row.cell('kind') === '' ? 'statement' : kinds[row.cell('kind').toLowerCase()];
    if (id === '') problems.error('missing', row.place('id'), 'id');
    if (kind === undefined) problems.error('unknown-kind', row.place('kind'), row.cell('kind'));
    checkLengths(row, problems);
    if (id === '' || kind === undefined) continue;
    if (kind === 'role') {
      roleRows.push(row);
      continue;
    }
    const title = row.cell('title');
    const text = row.cell('text');
    if (title === '' && text === '') problems.error('missing', row.place('text'), 'text');
    const group = row.cell('group');
    builder.addItem(
      {
        id: itemId(id),
        kind,
        ...(title !== '' && { title: { [language]: title } }),
        ...(text !== '' && { text: { [language]: text } }),
        ...(group !== '' && { group: builder.nameGroup(group, 'category') }),
      },
      row.place('id'),
    );
    for (const mention of row
      .cell('roles')
      .split(/[;；\n]/)
      .map((part) => part.trim())
      .filter(Boolean)) {
      const [role = '', level] = mention.split(':').map((part) => part.trim());
      if (level !== undefined && !sheet.levels.some((known) => known.id === level)) {
        problems.error('unknown-reference', row.place('roles'), level);
      }
      asked.set(role, [...(asked.get(role) ?? []), { item: itemId(id), ...(level && { level }) }]);
    }
  }
  for (const row of roleRows) {
    const id = row.cell('id');
    const text = row.cell('text');
    const group = row.cell('group');
    builder.addRole(
      {
        id,
        title: { [language]: row.cell('title') || id },
        ...(text !== '' && { text: { [language]: text } }),
        ...(group !== '' && { group: builder.nameGroup(group, 'category') }),
        requires: asked.get(id) ?? [],
      },
      row.place('id'),
    );
    asked.delete(id);
  }
  if (roleRows.length > 0)
    for (const role of asked.keys()) problems.error('unknown-reference', 'roles', role);
  return builder.build(sheet);
}

function tableRows(rows: readonly (readonly string[])[], problems: Problems): TableRow[] | undefined {
  const headingRow = rows.findIndex((row) => row.some((cell) => cell.trim() !== ''));
  const headings = (rows[headingRow] ?? []).map((cell) => cell.trim().toLowerCase());
  const placeOf = new Map<Column, number>();
  for (const [column, names] of Object.entries(columns) as [Column, readonly string[]][]) {
    const place = headings.findIndex((heading) => names.includes(heading));
    if (place >= 0) placeOf.set(column, place);
  }
  for (const needed of ['id', 'text'] as const) {
    if (!placeOf.has(needed) && !(needed === 'text' && placeOf.has('title'))) {
      problems.error('missing', `row ${headingRow + 1}`, needed);
    }
  }
  if (problems.hasErrors) return undefined;
  return rows.slice(headingRow + 1).flatMap((cells, at) => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    return {
      place: (column: string) => `row ${headingRow + at + 2}, ${column}`,
      cell: (column: Column) => cells[placeOf.get(column) ?? -1]?.trim() ?? '',
    };
  });
}

function checkLengths(row: TableRow, problems: Problems): void {
  const longest = {
    id: LONGEST_ID,
    kind: LONGEST_ID,
    title: LONGEST_TITLE,
    text: LONGEST_TEXT,
    group: LONGEST_TITLE,
  };
  for (const [column, most] of Object.entries(longest) as [Column, number][]) {
    if (row.cell(column).length > most) problems.error('too-long', row.place(column), most);
  }
}

function sheetOf({ framework, version, language = 'en' }: TableOptions): FrameworkSheet {
  if (Object.hasOwn(sheets, framework)) {
    const sheet: FrameworkSheet = sheets[framework as keyof typeof sheets];
    return { ...sheet, version: version ?? sheet.version };
  }
  return {
    id: framework,
    version: version ?? '1',
    title: { [language]: framework },
    languages: [language],
    source: { publisher: framework, title: framework, published: '' },
    licence: { name: 'as the operator holds it', notice: framework },
    levels: [],
  };
}
