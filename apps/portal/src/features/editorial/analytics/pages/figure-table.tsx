import { scaleLinear } from 'd3-scale';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { writeCount } from '../../../../ui/text/count.ts';
import { figureText } from '../messages.ts';
import type { Cell, ChartedTable, FigureTable } from '../views.ts';
import { TimeChart } from './time-chart.tsx';

interface SectionProps {
  ctx: PageContext;
  table: FigureTable;
  /** Absent if there is no CSV export. */
  exportHref?: string | undefined;
}

/** A table with its heading, note and CSV export. */
export function TableSection({ ctx, table, exportHref }: SectionProps) {
  const { text } = figureText(ctx);
  return (
    <section class="figure-section">
      <h2>{table.title}</h2>
      {table.note && <p class="quiet">{table.note}</p>}
      {table.rows.length === 0 ? <p>{text.nothing}</p> : <Rows table={table} />}
      <ExportLink ctx={ctx} table={table} href={exportHref} />
    </section>
  );
}

/** A chart followed by its table. */
export function ChartSection({
  ctx,
  charted: { table, chart },
  exportHref,
}: Omit<SectionProps, 'table'> & { charted: ChartedTable }) {
  const { text, label } = figureText(ctx);
  return (
    <section class="figure-section">
      <h2>{table.title}</h2>
      {table.note && <p class="quiet">{table.note}</p>}
      <TimeChart chart={chart} label={label.chart.of(table.title)} />
      <Disclosure summary={text.chart.asTable}>
        <Rows table={table} />
      </Disclosure>
      <ExportLink ctx={ctx} table={table} href={exportHref} />
    </section>
  );
}

function ExportLink({
  ctx,
  table,
  href,
}: {
  ctx: PageContext;
  table: FigureTable;
  href: string | undefined;
}) {
  const { text } = figureText(ctx);
  if (!href || table.rows.length === 0) return null;
  return (
    <p class="figure-export">
      <a href={href} aria-label={`${table.title}: ${figureText(ctx).label.export}`}>
        {text.export}
      </a>
    </p>
  );
}

function Rows({ table }: { table: FigureTable }) {
  const last = table.columns.length - 1;
  const highest = Math.max(1, ...table.rows.map((row) => Number(row[last])));
  const width = scaleLinear().domain([0, highest]).range([0, 100]);
  return (
    <Table
      caption={table.title}
      columns={[...table.columns]}
      rows={table.rows.map((row) =>
        row.map((cell, index) =>
          table.bars && index === last ? (
            <span class="figure-bar">
              <svg aria-hidden="true" width="100%" height="8">
                <rect class="chart-bar" width={`${width(Number(cell))}%`} height="8" />
              </svg>
              <span>{shown(cell)}</span>
            </span>
          ) : (
            shown(cell)
          ),
        ),
      )}
    />
  );
}

function shown(cell: Cell) {
  if (typeof cell === 'number') return writeCount(cell);
  return typeof cell === 'string' ? cell : <a href={cell.href}>{cell.text}</a>;
}
