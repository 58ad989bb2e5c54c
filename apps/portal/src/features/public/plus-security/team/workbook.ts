import { type WrittenCell, type WrittenSheet, writeXlsx } from '@kakehashi/spreadsheets';
import type { TeamPlanView } from '../presenting/team-view.ts';

/** Words of the workbook, in the reader's language. */
export interface WorkbookWords {
  sheets: { plan: string; summary: string; unplaced: string; people: string };
  columns: {
    name: string;
    programme: string;
    when: string;
    hours: string;
    price: string;
    after: string;
    adds: string;
  };
  summaryColumns: { quarter: string; people: string; hours: string; price: string; after: string };
  reasons: Readonly<Record<TeamPlanView['unplaced'][number]['reason'], string>>;
  reason: string;
  role: string;
  anyTime: string;
  total: string;
}

/** The plan as an Excel workbook: what is in it is text, so that nothing pasted into the table runs as a formula. */
export function teamWorkbook(view: TeamPlanView, words: WorkbookWords): Promise<Buffer> {
  const { columns, summaryColumns: summary } = words;
  const plan = sheet(
    words.sheets.plan,
    [18, 14, 36, 22, 8, 12, 16, 40],
    [
      summary.quarter,
      columns.name,
      columns.programme,
      columns.when,
      columns.hours,
      columns.price,
      columns.after,
      columns.adds,
    ],
    view.quarters.flatMap(({ label, assignments }) =>
      assignments.map(({ name, planned }) => [
        label,
        name,
        planned.title.text,
        planned.when ?? words.anyTime,
        String(planned.hours),
        String(planned.before),
        String(planned.after),
        planned.adds.map(({ title }) => title).join(' / '),
      ]),
    ),
  );
  const sums = sheet(
    words.sheets.summary,
    [22, 8, 8, 16, 28],
    [summary.quarter, summary.people, summary.hours, summary.price, summary.after],
    [
      ...view.quarters.map((quarter) => [quarter.label, ...numbers(quarter)]),
      [words.total, ...numbers(view.total)],
    ],
  );
  const unplaced = sheet(
    words.sheets.unplaced,
    [14, 36, 8, 40],
    [columns.name, columns.programme, columns.hours, words.reason],
    view.unplaced.map(({ name, title, hours, reason }) => [
      name,
      title,
      String(hours),
      words.reasons[reason],
    ]),
  );
  const people = sheet(
    words.sheets.people,
    [14, 28, 12, 12],
    [columns.name, words.role, '%', '% →'],
    view.members.map(({ name, role, before, after }) => [name, role, String(before), String(after)]),
  );
  return writeXlsx([plan, sums, unplaced, people]);
}

function numbers({
  people,
  hours,
  price,
  after,
}: {
  people: number;
  hours: number;
  price: number;
  after: number;
}) {
  return [people, hours, price, after].map(String);
}

function sheet(
  name: string,
  widths: readonly number[],
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): WrittenSheet {
  return {
    name,
    columns: widths.map((width) => ({ width })),
    frozenRows: 1,
    rows: [
      headings.map((text): WrittenCell => ({ text, style: 'heading' })),
      ...rows.map((cells) => cells.map((text): WrittenCell => ({ text }))),
    ],
  };
}
