import type { Opening } from '../../platform/contact/opening.ts';
import { dayInTokyo, writtenInTokyo } from '../../platform/i18n/dates.ts';
import type { PageContext } from '../../platform/web/page-context.ts';
import type { Markup } from '../text/ruby.ts';
import type { DayWords } from './day-words.ts';
import { contactText, writeClock } from './messages.ts';

/**
 * Whether the desk is open now. A page may be read long after it was rendered, in an open tab or offline: the
 * script hides the sentence when it is no longer valid.
 */
export function OpeningNow({ ctx, opening }: { ctx: PageContext; opening: Opening }) {
  const changesAt = opening.open ? opening.until : opening.opensAt;
  const element = (
    <span class="opening-now" data-open={opening.open ? '' : undefined}>
      {sentence(ctx, opening)}
    </span>
  );
  return changesAt ? <opening-now data-until={changesAt.toISOString()}>{element}</opening-now> : element;
}

function sentence(ctx: PageContext, opening: Opening): Markup {
  const { text } = contactText(ctx);
  if (opening.open) return opening.until ? text.openUntil(timeOf(opening.until)) : text.openAlways;
  const { opensAt } = opening;
  if (!opensAt) return text.closed;
  const day = dayInTokyo(opensAt);
  if (day === ctx.today) return text.opensToday(timeOf(opensAt));
  if (day === dayInTokyo(new Date(Date.parse(`${ctx.today}T00:00:00+09:00`) + 86_400_000)))
    return text.opensTomorrow(timeOf(opensAt));
  return text.opensOn(dayWords(day), timeOf(opensAt));
}

const timeOf = (moment: Date) => writeClock(writtenInTokyo(moment).slice(11));

const englishDay = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});

function dayWords(day: string): DayWords {
  const date = new Date(`${day}T00:00:00Z`);
  return {
    month: date.getUTCMonth() + 1,
    date: date.getUTCDate(),
    weekday: date.getUTCDay(),
    written: englishDay.format(date),
  };
}
