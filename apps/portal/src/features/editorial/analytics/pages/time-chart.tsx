import { scaleBand, scaleLinear } from 'd3-scale';
import { line as lineOf } from 'd3-shape';
import type { FigureChart } from '../views.ts';

/** Height of the drawing and of what is plotted in it, in CSS pixels; across, all is in percent of its width. */
const height = 240;
const plot = { top: 20, bottom: 208 };
/** Percent of the width left of the bars, for the axis labels. */
const axis = 8;
const maxTimes = 8;

interface TimeChartProps {
  chart: FigureChart;
  /** Accessible name; the numbers are in the table next to the chart. */
  label: string;
}

/** Bars and a line over time. Scales to any width with constant text size, without JavaScript. */
export function TimeChart({ chart, label }: TimeChartProps) {
  const { times, bars, line } = chart;
  const highest = Math.max(1, ...[...bars.values, ...line.values].map((value) => value ?? 0));
  const across = scaleBand<number>()
    .domain([...times.keys()])
    .range([axis, 100])
    .padding(0.25);
  const upward = scaleLinear().domain([0, highest]).nice(4).range([plot.bottom, plot.top]);
  const centre = (index: number) => (across(index) ?? 0) + across.bandwidth() / 2;
  const every = Math.ceil(times.length / maxTimes);
  const path = lineOf<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => centre(index))
    .y((value) => upward(value ?? 0))([...line.values]);
  return (
    <div class="time-chart">
      <ul class="chart-legend">
        <li data-series="bars">{bars.label}</li>
        <li data-series="line">{line.label}</li>
      </ul>
      <svg role="img" aria-label={label} width="100%" height={height}>
        {upward
          .ticks(4)
          .filter(Number.isInteger)
          .map((tick) => (
            <g class="chart-tick">
              <line x1="0" x2="100%" y1={upward(tick)} y2={upward(tick)} />
              <text x="0" y={upward(tick) - 4}>
                {tick.toLocaleString('ja-JP')}
              </text>
            </g>
          ))}
        {bars.values.map((value, index) =>
          value === null ? null : (
            <rect
              class="chart-bar"
              x={`${across(index)}%`}
              width={`${across.bandwidth()}%`}
              y={upward(value)}
              height={plot.bottom - upward(value)}
            />
          ),
        )}
        <svg
          aria-hidden="true"
          viewBox={`0 0 100 ${height}`}
          preserveAspectRatio="none"
          width="100%"
          height={height}
        >
          <path class="chart-line" d={path ?? ''} vector-effect="non-scaling-stroke" />
        </svg>
        {line.values.map((value, index) =>
          value === null ? null : (
            <circle class="chart-point" cx={`${centre(index)}%`} cy={upward(value)} r="3" />
          ),
        )}
        {times.map((time, index) =>
          index % every > 0 ? null : (
            <text class="chart-time" x={`${centre(index)}%`} y={plot.bottom + 20} text-anchor="middle">
              {time}
            </text>
          ),
        )}
      </svg>
    </div>
  );
}
