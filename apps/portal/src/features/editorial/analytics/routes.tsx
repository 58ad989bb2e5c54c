import { csvLine } from '@kakehashi/spreadsheets';
import { z } from 'zod';
import type { Platform } from '../../../platform/platform.ts';
import type { PageContext } from '../../../platform/web/page-context.ts';
import type { PageRoutes } from '../../../platform/web/page-routes.ts';
import { overallReviewTimes, shownAt } from './editorial-figures.ts';
import { searchTotals } from './figures.ts';
import { figureText } from './messages.ts';
import { DashboardPage } from './pages/dashboard.tsx';
import { YearPage } from './pages/year.tsx';
import { figurePaths } from './paths.ts';
import { daysFrom, fiscalYear, fiscalYearOf, momentsOf, type Period, readPeriod } from './period.ts';
import { fiscalYearName } from './presenting/fiscal-year-name.ts';
import { FigureTables } from './presenting/tables.ts';
import { activityTable, groupTables } from './presenting/year-tables.ts';
import type { Cell, FigureTable, YearView } from './views.ts';

const aYear = z.coerce.number().int().min(2020).max(2098);

/** The pages of figures, for those who work on the site. */
export function figurePages(routes: PageRoutes, platform: Platform): void {
  const { connection, now } = platform;
  const { db } = connection;
  const view = routes.permit('figures.view');

  view.get(figurePaths.dashboard, async (c, ctx) => {
    const period = readPeriod(c.req.query(), ctx.today);
    const tables = new FigureTables(platform, ctx);
    const traffic = await tables.traffic(period);
    const { searches, withoutResult } = await searchTotals(db, period);
    const { decisions } = await overallReviewTimes(db, period);
    const { totals } = figureText(ctx).label;
    const sum = (measure: 'views' | 'visitors') => traffic.over.reduce((all, each) => all + each[measure], 0);
    const { name, from, to } = period;
    const parameters = new URLSearchParams({ period: name, from, to });
    return (
      <DashboardPage
        ctx={ctx}
        view={{
          period,
          totals: [
            { label: totals.views, value: sum('views') },
            { label: totals.visitors, value: sum('visitors') },
            { label: totals.searches, value: searches },
            { label: totals.withoutResult, value: withoutResult },
            { label: totals.decisions, value: decisions },
          ],
          traffic,
          reviews: await tables.reviews(period),
          tables: [
            await tables.records(period),
            await tables.pages(period),
            await tables.searches(period),
            await tables.withoutResult(period),
            await tables.opinions(period),
            await tables.referrers(period),
            await tables.states(),
            await tables.expiring(),
          ],
          exportHref: (table) => `${ctx.href(figurePaths.export)}?table=${table}&${parameters}`,
          yearHref: ctx.href(figurePaths.year(fiscalYearOf(ctx.today))),
        }}
      />
    );
  });

  view.get(figurePaths.export, async (c, ctx) => {
    const period = readPeriod(c.req.query(), ctx.today);
    const table = await tableNamed(c.req.query('table') ?? '', new FigureTables(platform, ctx), period);
    if (!table) return undefined;
    c.header('Content-Type', 'text/csv; charset=utf-8');
    c.header('Content-Disposition', `attachment; filename="${table.name}-${period.from}-${period.to}.csv"`);
    c.header('Cache-Control', 'private, no-store');
    return c.body(csvOf(table));
  });

  view.get(figurePaths.year(':year'), async (c, ctx) => {
    const year = aYear.safeParse(c.req.param('year'));
    return year.success ? <YearPage ctx={ctx} view={await yearView(year.data, ctx)} /> : undefined;
  });

  async function yearView(year: number, ctx: PageContext): Promise<YearView> {
    const period = fiscalYear(year);
    const tables = new FigureTables(platform, ctx);
    const { first, after } = daysFrom(period);
    const last = dayBefore(after);
    const { end } = momentsOf(period);
    const running = ctx.today < last;
    const shown = await shownAt(db, tables.kinds, running ? now() : end);
    return {
      name: fiscalYearName(year, ctx.language),
      from: first,
      to: last,
      soFar: running ? ctx.today : undefined,
      activity: await activityTable(platform, tables.kinds, year, ctx),
      traffic: await tables.traffic(period),
      reviews: await tables.reviews(period),
      shown: { day: running ? ctx.today : last, count: shown.length },
      catalogue: groupTables(shown, platform, ctx),
      searched: [await tables.searches(period), await tables.withoutResult(period)],
      earlierHref: ctx.href(figurePaths.year(year - 1)),
      laterHref: after <= ctx.today ? ctx.href(figurePaths.year(year + 1)) : undefined,
    };
  }
}

async function tableNamed(
  name: string,
  tables: FigureTables,
  period: Period,
): Promise<FigureTable | undefined> {
  switch (name) {
    case 'traffic':
      return (await tables.traffic(period)).table;
    case 'reviews':
      return (await tables.reviews(period)).table;
    case 'records':
      return tables.records(period);
    case 'pages':
      return tables.pages(period);
    case 'searches':
      return tables.searches(period);
    case 'no-result':
      return tables.withoutResult(period);
    case 'referrers':
      return tables.referrers(period);
    case 'opinions':
      return tables.opinions(period);
    case 'states':
      return tables.states();
    case 'expiring':
      return tables.expiring();
    default:
      return undefined;
  }
}

/** A table as CSV; the byte order mark tells spreadsheets that it is UTF-8. */
function csvOf({ columns, rows }: FigureTable): string {
  const written = (cell: Cell) => (typeof cell === 'object' ? cell.text : String(cell));
  const lines = rows.map((row) => csvLine(row.map(written)));
  return `\uFEFF${csvLine(columns.map(({ label }) => label))}${lines.join('')}`;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 24 * 60 * 60 * 1_000).toISOString().slice(0, 10);
}
