import { writeDay } from '../../../../platform/i18n/dates.ts';
import type { Language } from '../../../../platform/i18n/language.ts';
import type { Label } from '../../../../platform/i18n/localised.ts';
import type { TermWording } from '../../../../ui/collections/term-wording.ts';
import type { Programme } from '../kinds/programme-schema.ts';
import { type Run, runStates } from '../kinds/run.ts';
import { plusSecurityPaths } from '../paths.ts';
import { priceLabel, withTax } from '../price.ts';
import { closingOf, startOf } from '../runs/run-times.ts';
import type { RunView } from '../views.ts';

interface RunReader {
  language: Language;
  href(path: string): string;
}

const closedWords: Label = { ja: '締め切り', en: 'Closed' };
const begunWords: Label = { ja: '開催中', en: 'Under way' };

/** A run as its programme's page shows it. */
export function runView(
  run: Run,
  id: string,
  programme: Pick<Programme, 'priceFrom' | 'priceTo' | 'tax'>,
  terms: TermWording,
  reader: RunReader,
  now: Date,
): RunView {
  const { language } = reader;
  const state = stateAt(run, now);
  const words = state === 'closed' ? closedWords : state === 'begun' ? begunWords : runStates.values[state];
  const own = run.price ?? programme.priceFrom;
  const to = run.price ?? programme.priceTo ?? programme.priceFrom;
  const price = { from: withTax(own, programme.tax), to: withTax(to, programme.tax) };
  return {
    id: run.id,
    days: writeRunDays(run.days, language),
    hours: run.from && run.to ? `${run.from}〜${run.to}` : run.from,
    online: run.place !== 'onsite',
    prefecture: run.prefecture && terms.term('region', run.prefecture).label.text,
    venue: run.venue,
    capacity: run.capacity,
    applyBy: run.applyBy && writeDay(run.applyBy, language),
    price: priceLabel(price)[language],
    state,
    stateLabel: words[language],
    calendarHref: reader.href(plusSecurityPaths.runCalendar(id, run.id)),
  };
}

function stateAt(run: Run, now: Date): RunView['state'] {
  if (run.state === 'cancelled' || run.state === 'full') return run.state;
  if (startOf(run) <= now) return 'begun';
  return closingOf(run) <= now ? 'closed' : run.state;
}

/** Every day of a run, the year and month only where they change: 2027年1月12日（火）、19日（火）、2月2日（火）. */
function writeRunDays(days: readonly string[], language: Language): string {
  const written = days.map((day, index) => {
    const before = days[index - 1];
    const sameYear = before?.slice(0, 4) === day.slice(0, 4);
    const sameMonth = before?.slice(0, 7) === day.slice(0, 7);
    const date = new Date(`${day}T00:00:00Z`);
    if (language === 'en') {
      const after = days[index + 1];
      const month = after?.slice(0, 7) === day.slice(0, 7) ? '' : ` ${monthNames.format(date)}`;
      const year = after?.slice(0, 4) === day.slice(0, 4) ? '' : ` ${day.slice(0, 4)}`;
      return `${weekdayNames.format(date)} ${date.getUTCDate()}${month}${year}`;
    }
    const year = sameYear ? '' : `${day.slice(0, 4)}年`;
    const month = sameMonth ? '' : `${date.getUTCMonth() + 1}月`;
    return `${year}${month}${date.getUTCDate()}日（${'日月火水木金土'.charAt(date.getUTCDay())}）`;
  });
  return written.join(language === 'en' ? ', ' : '、');
}

const monthNames = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
const weekdayNames = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' });
