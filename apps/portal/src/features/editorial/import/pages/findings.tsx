import type { PageContext } from '../../../../platform/web/page-context.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { addressOf } from '../merged-cells.ts';
import { importText } from '../messages.ts';
import { importPaths } from '../paths.ts';
import type { UploadRow } from '../uploads.ts';
import type { ImportView } from '../views.ts';

/** Characters of a cell that the table of errors shows. */
const shownOfCell = 80;

/** What was read, and the number of rows by action. */
export function ReadFacts({ ctx, view }: { ctx: PageContext; view: ImportView }) {
  const { text } = importText(ctx);
  const { fileName, report, total, faulty } = view.upload;
  const count = (rows: number) => text.counts(rows.toLocaleString('en'));
  const facts = [
    [text.read.file, fileName],
    [
      text.read.format,
      report?.format === 'xlsx'
        ? text.read.sheet(report.sheetName ?? '')
        : text.read.csv(report?.encoding ?? ''),
    ],
    [text.read.rows, count(total)],
    [text.read.fine, count(total - faulty)],
    [text.read.faulty, count(faulty)],
    [text.read.ignored, report?.ignored.join('、')],
    [text.read.hidden, report?.hiddenRows && text.read.hiddenRows(someOf(report.hiddenRows.map(String)))],
    [text.read.merged, report?.merged && text.read.mergedCells(someOf(report.merged))],
    [text.read.missing, report?.missing.map((heading) => heading[ctx.language]).join('、')],
  ] as const;
  return (
    <dl class="facts">
      {facts.map(
        ([name, value]) =>
          value && (
            <div>
              <dt>{name}</dt>
              <dd class="typed-text">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** Faulty cells with corrections, and the file in which they are marked. */
export function Faulty({ ctx, view }: { ctx: PageContext; view: ImportView }) {
  const { text, label } = importText(ctx);
  const { upload, faulty } = view;
  const { columns } = text.faulty;
  return (
    <section>
      <h2>{text.faulty.heading}</h2>
      {upload.faulty > faulty.length && (
        <p>{text.faulty.shown(String(faulty.length), upload.faulty.toLocaleString('en'))}</p>
      )}
      <Table
        stacked
        caption={label.faulty.heading}
        columns={[columns.row, columns.column, columns.formValues, columns.wrong, columns.mend].map(
          (column) => ({
            label: column,
          }),
        )}
        rows={faulty.flatMap(({ line, problems }) =>
          problems.map(({ heading, formValues, wrong, mend, column }) => [
            placeOf(line, column, upload.report?.format, text.faulty.line),
            heading[ctx.language],
            <span class="typed-text">{shortened(formValues) || text.faulty.empty}</span>,
            wrong[ctx.language],
            mend[ctx.language],
          ]),
        )}
      />
      <p>{text.faulty.corrected}</p>
      <div class="administration-actions">
        <ButtonLink type="outline" href={ctx.href(importPaths.corrected(upload.id, 'xlsx'))}>
          {text.faulty.excel}
        </ButtonLink>
        <ButtonLink type="outline" href={ctx.href(importPaths.corrected(upload.id, 'csv'))}>
          {text.faulty.csv}
        </ButtonLink>
      </div>
    </section>
  );
}

export function Warned({ ctx, rows }: { ctx: PageContext; rows: readonly UploadRow[] }) {
  const { text, label } = importText(ctx);
  const { columns } = text.warned;
  return (
    <section>
      <h2>{text.warned.heading}</h2>
      <Table
        stacked
        caption={label.warned.heading}
        columns={[columns.row, columns.name, columns.what].map((column) => ({ label: column }))}
        rows={rows.map(({ line, title, warnings }) => [
          String(line),
          shortened(title),
          warnings.map((warning) => warning[ctx.language]).join(' '),
        ])}
      />
    </section>
  );
}

/** The first valid rows, with their action. */
export function Fine({ ctx, rows }: { ctx: PageContext; rows: readonly UploadRow[] }) {
  const { text, label } = importText(ctx);
  const { columns } = text.fine;
  return (
    <section>
      <h2>{text.fine.heading}</h2>
      <p>{text.fine.shown(String(rows.length))}</p>
      <Table
        stacked
        caption={label.fine.heading}
        columns={[columns.row, columns.name, columns.action].map((column) => ({ label: column }))}
        rows={rows.map(({ line, title, action }) => [
          String(line),
          shortened(title),
          text.fine.actions[action],
        ])}
      />
    </section>
  );
}

const maxNamed = 20;

/** The first of many, as a list. */
function someOf(names: readonly string[]): string {
  return names.slice(0, maxNamed).join('、') + (names.length > maxNamed ? ' …' : '');
}

/** Place of a problem: in a workbook the cell address. */
function placeOf(
  line: number,
  column: number | null,
  format: string | undefined,
  lineOf: (line: number) => string,
): string {
  return format === 'xlsx' && column !== null ? `${lineOf(line)} (${addressOf(column, line)})` : lineOf(line);
}

function shortened(cell: string): string {
  const characters = [...cell];
  return characters.length > shownOfCell ? `${characters.slice(0, shownOfCell).join('')}…` : cell;
}
