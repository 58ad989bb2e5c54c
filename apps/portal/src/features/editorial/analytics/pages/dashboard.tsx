import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button, ButtonLink } from '../../../../ui/components/button.tsx';
import { RadioGroup } from '../../../../ui/components/choices.tsx';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { writeCount } from '../../../../ui/text/count.ts';
import { writeMonth } from '../../../../ui/text/month.ts';
import { figureText } from '../messages.ts';
import { figurePaths } from '../paths.ts';
import { periodNames } from '../period.ts';
import type { DashboardView } from '../views.ts';
import { ChartSection, TableSection } from './figure-table.tsx';
import { FiguresPage } from './figures-page.tsx';

/** Figures of a period: views, searches and reviews. */
export function DashboardPage({ ctx, view }: { ctx: PageContext; view: DashboardView }) {
  const { text, label } = figureText(ctx);
  const { period, exportHref } = view;
  const month = (day: string) => writeMonth(day, ctx.language);
  return (
    <FiguresPage
      ctx={ctx}
      title={label.title}
      lead={text.lead}
      action={
        <ButtonLink type="outline" href={view.yearHref}>
          {text.year.link}
        </ButtonLink>
      }
    >
      <PeriodForm ctx={ctx} view={view} />
      <section aria-labelledby="totals">
        <h2 id="totals">
          {text.totals.heading}
          <span class="figure-period">{text.period.between(month(period.from), month(period.to))}</span>
        </h2>
        <dl class="figure-totals">
          {view.totals.map((total) => (
            <div>
              <dt>{total.label}</dt>
              <dd>{writeCount(total.value)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <ChartSection ctx={ctx} charted={view.traffic} exportHref={exportHref('traffic')} />
      <div class="figure-pairs">
        {view.tables.map((table) => (
          <TableSection ctx={ctx} table={table} exportHref={exportHref(table.name)} />
        ))}
      </div>
      <ChartSection ctx={ctx} charted={view.reviews} exportHref={exportHref('reviews')} />
    </FiguresPage>
  );
}

function PeriodForm({ ctx, view: { period } }: { ctx: PageContext; view: DashboardView }) {
  const { text, label } = figureText(ctx);
  const { names, from, to, monthHelp } = label.period;
  return (
    <form method="get" action={ctx.href(figurePaths.dashboard)} class="figure-filters">
      <RadioGroup
        ctx={ctx}
        name="period"
        label={label.period.legend}
        options={periodNames.map((name) => ({ value: name, label: names[name] }))}
        value={period.name}
      />
      <div class="figure-months">
        {(
          [
            ['from', from, period.from],
            ['to', to, period.to],
          ] as const
        ).map(([name, words, value]) => (
          <InputText
            ctx={ctx}
            type="month"
            name={name}
            label={words}
            help={monthHelp}
            width="short"
            value={value}
            autocomplete="off"
          />
        ))}
        <Button type="outline">{text.period.show}</Button>
      </div>
    </form>
  );
}
