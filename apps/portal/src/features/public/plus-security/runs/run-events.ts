import type { CalendarEvent } from '../../../../platform/collections/calendar-events.ts';
import { dataOf } from '../../../../platform/publishing/kind.ts';
import type { PublishedRecord } from '../../../../platform/publishing/published-record.ts';
import { programmeKind } from '../kinds/programme.ts';
import { type Run, runKind } from '../kinds/run.ts';
import { plusSecurityPaths } from '../paths.ts';
import { endOf, startOf } from './run-times.ts';

/** A run as events of a calendar: one for each of its days, the same after it was moved. */
export function runEvents(
  record: PublishedRecord,
  run: Run,
  prefecture: string | undefined,
): CalendarEvent[] {
  const { title, summary } = dataOf(programmeKind, record);
  const place = [prefecture, run.venue, run.place === 'onsite' ? '' : onlineWord].filter(Boolean).join(' ');
  return run.days.map((day, index) => ({
    record: record.id,
    id: `${record.id}.${run.id}.${index + 1}`,
    title,
    summary,
    label: runKind.label,
    time:
      run.from && run.to
        ? { from: startOf({ ...run, days: [day] }), to: endOf({ ...run, days: [day] }) }
        : { first: day, last: day },
    ...(place && { place }),
    ...(run.state === 'cancelled' && { cancelled: true as const }),
    path: plusSecurityPaths.programme(record.id),
    updatedAt: record.updatedAt,
    sequence: record.sequence,
  }));
}

const onlineWord = 'オンライン / Online';
