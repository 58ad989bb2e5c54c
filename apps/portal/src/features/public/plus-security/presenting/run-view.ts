import { writeDay, writeDays } from '../../../../platform/i18n/dates.ts';
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
    days: writeDays(run.days, language),
    allDays: run.days.length > 2 ? run.days.map((day) => writeDay(day, language)) : [],
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
