import { type Parameter, yen } from '@kakehashi/benefits';
import { writeDay } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Table } from '../../../../ui/components/table.tsx';
import { calculatorText } from '../calculator-messages.ts';
import type { ComparisonView } from '../presenting/comparison-view.ts';

/** Compares two start dates, with the legal values that differ. */
export function Comparison({ ctx, view }: { ctx: PageContext; view: ComparisonView }) {
  const { text, label } = calculatorText(ctx);
  const { compare } = text;
  const day = (date: string) => writeDay(date, ctx.language);
  const money = (amount: number | null) => (amount === null ? compare.none : yen(amount)[ctx.language]);
  const status = (eligible: boolean | null) =>
    compare[eligible === null ? 'openStatus' : eligible ? 'eligible' : 'not-eligible'];
  return (
    <div class="comparison">
      <p class="comparison-outcome">
        {view.better
          ? compare.more(day(view.better.start), yen(view.better.amount)[ctx.language])
          : compare.same}
      </p>
      <Table
        caption={label.compare.caption}
        columns={[
          { label: compare.item },
          ...view.starts.map((start) => ({ label: compare.starts(day(start)), numeric: true })),
        ]}
        rows={[
          ...view.rows.map(({ name, amounts }) => [compare[name], ...amounts.map(money)]),
          [compare.eligibility, ...view.statuses.map(status)],
        ]}
      />
      <h3>{compare.differences}</h3>
      {view.differences.length === 0 ? (
        <p>{compare.differencesNone}</p>
      ) : (
        <ul class="comparison-differences">
          {view.differences.map(({ name, before, after }) => (
            <li>
              {compare.change(
                name,
                parameterValue(before, ctx) ?? label.compare.absent,
                parameterValue(after, ctx) ?? label.compare.absent,
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

export function parameterValue(parameter: Parameter | undefined, ctx: PageContext): string | undefined {
  if (parameter === undefined) return undefined;
  const { value, unit } = parameter;
  if (unit === 'yen') return yen(value)[ctx.language];
  const { units } = calculatorText(ctx).label;
  if (unit === 'percent') return `${value}${units.percent}`;
  if (ctx.language === 'ja') return `${value}${units[unit]}`;
  return `${value} ${value === 1 ? units[unit].replace(/s$/, '') : units[unit]}`;
}
