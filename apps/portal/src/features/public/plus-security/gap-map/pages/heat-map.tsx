import type { PageContext } from '../../../../../platform/web/page-context.ts';
import { writeCount } from '../../../../../ui/text/count.ts';
import { gapMapText } from '../messages.ts';
import type { CellView, GapMapView } from '../presenting/gap-map-view.ts';

const cell = { width: 52, height: 28 };
const labels = { width: 208, height: 150 };

/** Roles × areas, or × the skills of one area, coloured by the number that each holds. */
export function HeatMap({ ctx, view }: { ctx: PageContext; view: GapMapView }) {
  const { label } = gapMapText(ctx);
  const width = labels.width + view.columns.length * cell.width + 90;
  const height = labels.height + view.rows.length * cell.height + 4;
  return (
    <section
      class="gap-scroll"
      aria-label={label.heat.caption(label.measures[view.chosen.measure])}
      tabindex={0}
    >
      <svg
        class="gap-heat"
        role="img"
        aria-label={label.heat.caption(label.measures[view.chosen.measure])}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
      >
        <Hatching id="heat-hatch" />
        {view.columns.map((column, index) => {
          const x = labels.width + index * cell.width + cell.width / 2;
          return (
            <text class="gap-label" transform={`translate(${x} ${labels.height - 8}) rotate(-42)`}>
              {shortened(column.label, ctx.language === 'ja' ? 13 : 26)}
            </text>
          );
        })}
        {view.rows.map((row, index) => {
          const y = labels.height + index * cell.height;
          return (
            <g transform={`translate(0 ${y})`}>
              <text class="gap-label" x={labels.width - 8} y={cell.height / 2} text-anchor="end">
                {shortened(row.label, ctx.language === 'ja' ? 15 : 30)}
              </text>
              {row.cells.map((each, column) => (
                <Cell cell={each} x={labels.width + column * cell.width} />
              ))}
            </g>
          );
        })}
      </svg>
    </section>
  );
}

function Cell({ cell: { value, level }, x }: { cell: CellView; x: number }) {
  return (
    <>
      <rect
        class="gap-cell"
        data-level={level ?? 'hidden'}
        x={x + 1}
        y={1}
        width={cell.width - 2}
        height={cell.height - 2}
        rx={2}
      />
      {value === null ? (
        <rect x={x + 1} y={1} width={cell.width - 2} height={cell.height - 2} fill="url(#heat-hatch)" />
      ) : (
        <text
          class="gap-number"
          data-level={level ?? undefined}
          x={x + cell.width / 2}
          y={cell.height / 2}
          text-anchor="middle"
        >
          {signed(value)}
        </text>
      )}
    </>
  );
}

/** Lines across what is not shown, so that it is told from the rest without colour. */
export function Hatching({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line class="gap-hatch" x1="0" x2="0" y1="0" y2="6" />
      </pattern>
    </defs>
  );
}

/** The colours in words. */
export function Legend({ ctx, bounds, id }: { ctx: PageContext; bounds: readonly number[]; id: string }) {
  const { text, label } = gapMapText(ctx);
  const last = bounds.at(-1);
  const entries = [
    { level: 0, words: text.legend.none },
    ...bounds.map((bound, index) => ({ level: index + 1, words: text.legend.upTo(writeCount(bound)) })),
    ...(last === undefined ? [] : [{ level: bounds.length + 1, words: text.legend.over(writeCount(last)) }]),
  ];
  return (
    <ul class="gap-legend" aria-label={label.legend.heading}>
      {entries.map(({ level, words }) => (
        <li>
          <svg width="24" height="16" aria-hidden="true">
            <rect class="gap-cell" data-level={level} width="24" height="16" rx="2" />
          </svg>
          {words}
        </li>
      ))}
      <li>
        <svg width="24" height="16" aria-hidden="true">
          <Hatching id={`${id}-legend-hatch`} />
          <rect class="gap-cell" data-level="hidden" width="24" height="16" rx="2" />
          <rect width="24" height="16" fill={`url(#${id}-legend-hatch)`} />
        </svg>
        {text.hiddenNote}
      </li>
    </ul>
  );
}

export function signed(value: number): string {
  return value < 0 ? `−${writeCount(-value)}` : writeCount(value);
}

function shortened(words: string, most: number): string {
  const characters = [...words];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : words;
}
