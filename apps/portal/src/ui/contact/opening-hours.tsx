import type { OpeningSpan } from '../../platform/contact/contact.ts';
import type { PageContext } from '../../platform/web/page-context.ts';
import { contactText, writeClock } from './messages.ts';

/** The hours in words: 平日 10:00〜12:00、13:30〜17:00. */
export function OpeningHours({ ctx, hours }: { ctx: PageContext; hours: readonly OpeningSpan[] }) {
  const { text, label } = contactText(ctx);
  const days = [...new Set(hours.map((span) => span.days))];
  const spansOn = (day: OpeningSpan['days']) =>
    hours
      .filter((span) => span.days === day)
      .map(({ from, to }) =>
        from === '00:00' && to === '24:00' ? label.allDay : label.span(writeClock(from), writeClock(to)),
      )
      .join(label.and);
  return (
    <>
      {days.map((day, index) => (
        <>
          {index > 0 && label.and}
          {text.days[day]} {spansOn(day)}
        </>
      ))}
      {days.length === 1 && days[0] === 'weekdays' && text.closedOnHolidays}
    </>
  );
}
