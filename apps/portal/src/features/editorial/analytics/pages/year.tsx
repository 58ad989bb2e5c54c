import { writeDay, writeDayInEra } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { writeCount } from '../../../../ui/text/count.ts';
import { figureText } from '../messages.ts';
import { figurePaths } from '../paths.ts';
import type { YearView } from '../views.ts';
import { ChartSection, TableSection } from './figure-table.tsx';
import { FiguresPage } from './figures-page.tsx';

/** Printable report of a fiscal year: use, publications, reviews and searches without results. */
export function YearPage({ ctx, view }: { ctx: PageContext; view: YearView }) {
  const { text, label } = figureText(ctx);
  const { year } = text;
  const day = (of: string) =>
    ctx.language === 'ja' ? `${writeDay(of, 'ja')}（${writeDayInEra(of)}）` : writeDay(of, 'en');
  return (
    <FiguresPage
      ctx={ctx}
      title={label.year.title(view.name)}
      lead={
        <>
          {year.lead(day(view.from), day(view.to))} {view.soFar && year.soFar(day(view.soFar))}
        </>
      }
      trail={[{ label: label.title, href: ctx.href(figurePaths.dashboard) }]}
    >
      <nav class="figure-years" aria-label={label.year.link}>
        <a href={view.earlierHref}>{year.earlier}</a>
        {view.laterHref && <a href={view.laterHref}>{year.later}</a>}
      </nav>
      <TableSection ctx={ctx} table={view.activity} />
      <ChartSection ctx={ctx} charted={view.traffic} />
      <ChartSection ctx={ctx} charted={view.reviews} />
      <section aria-labelledby="catalogue" class="figure-section">
        <h2 id="catalogue">{year.catalogue}</h2>
        <p>
          {year.catalogueLead(day(view.shown.day), writeCount(view.shown.count))} {year.oneInSeveral}
        </p>
      </section>
      <div class="figure-pairs">
        {[...view.catalogue, ...view.searched].map((table) => (
          <TableSection ctx={ctx} table={table} />
        ))}
      </div>
    </FiguresPage>
  );
}
