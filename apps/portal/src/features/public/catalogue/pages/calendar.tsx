import { writeDay } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button, ButtonLink } from '../../../../ui/components/button.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { writeMonth } from '../../../../ui/text/month.ts';
import { words } from '../../../../ui/text/words.ts';
import { catalogueText } from '../messages.ts';
import type { CalendarItemView, CalendarView } from '../views.ts';
import { PageHead } from './page-head.tsx';

/** What is coming, by month: days on which something is held, and deadlines. */
export function CalendarPage({ ctx, view }: { ctx: PageContext; view: CalendarView }) {
  const { text, label } = catalogueText(ctx);
  const month = writeMonth(view.month, ctx.language);
  return (
    <Shell
      ctx={ctx}
      title={`${label.calendar.title} ${month}`}
      description={label.calendar.description}
      unlisted={!view.isCurrent}
      styles={['catalogue']}
    >
      <div class="container page calendar" data-width="list">
        <PageHead ctx={ctx} heading={text.calendar.heading} lead={text.calendar.lead} />
        <CalendarFilters ctx={ctx} view={view} />
        <div class="calendar-month">
          <h2 id="month">{month}</h2>
          <nav aria-label={label.calendar.months}>
            {view.previousHref && <a href={view.previousHref}>{text.calendar.previous}</a>}
            {view.nextHref && <a href={view.nextHref}>{text.calendar.next}</a>}
          </nav>
        </div>
        {view.running.length > 0 && (
          <section aria-labelledby="running">
            <h3 id="running">{text.calendar.running}</h3>
            <CalendarItems ctx={ctx} items={view.running} />
          </section>
        )}
        {view.days.map(({ day, items }) => (
          <section class="calendar-day" aria-labelledby={`day-${day}`}>
            <h3 id={`day-${day}`}>
              <time datetime={day}>{writeDayAndWeekday(day, ctx)}</time>
            </h3>
            <CalendarItems ctx={ctx} items={items} />
          </section>
        ))}
        {view.days.length === 0 && view.running.length === 0 && <p>{text.calendar.nothing}</p>}
        {view.next && (
          <p>
            <a href={view.next.href}>{text.calendar.nextAt(writeMonth(view.next.month, ctx.language))}</a>
          </p>
        )}
        <section class="calendar-file" aria-labelledby="calendar-file">
          <h2 id="calendar-file">{text.calendar.file}</h2>
          <p>{text.calendar.fileLead}</p>
          <p class="calendar-links">
            <ButtonLink href={view.fileHref} type="outline">
              {text.calendar.download}
            </ButtonLink>
            <a href={view.subscribeHref}>{text.calendar.subscribe}</a>
          </p>
        </section>
      </div>
    </Shell>
  );
}

function CalendarFilters({ ctx, view }: { ctx: PageContext; view: CalendarView }) {
  const { text } = catalogueText(ctx);
  return (
    <form class="calendar-filters" method="get" action={ctx.href(view.path)}>
      <input type="hidden" name="month" value={view.month} />
      {view.filters.map(({ name, label, values }) => (
        <label>
          <span>{words(label, ctx)}</span>
          <select class="select" name={name}>
            <option value="">{text.calendar.any}</option>
            {values.map((term) => (
              <option value={term.value} selected={term.selected}>
                {term.label.text}
              </option>
            ))}
          </select>
        </label>
      ))}
      <Button type="outline">{text.calendar.narrow}</Button>
    </form>
  );
}

function CalendarItems({ ctx, items }: { ctx: PageContext; items: CalendarItemView[] }) {
  const { text } = catalogueText(ctx);
  return (
    <ul class="calendar-items">
      {items.map((item) => (
        <li>
          <p>
            <span class="calendar-label">{item.label}</span> <a href={item.href}>{words(item.title, ctx)}</a>
          </p>
          {item.first !== item.last && (
            <p class="quiet">
              {writeDay(item.first, ctx.language)}
              {ctx.language === 'ja' ? '〜' : ' to '}
              {writeDay(item.last, ctx.language)}
            </p>
          )}
          {item.fileHref && (
            <p class="quiet">
              <a href={item.fileHref}>{text.calendar.own}</a>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function writeDayAndWeekday(day: string, { language }: PageContext): string {
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
  const written = writeDay(day, language);
  return language === 'ja' ? `${written}（${weekday}）` : `${weekday}, ${written}`;
}
