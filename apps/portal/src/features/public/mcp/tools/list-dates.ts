import { z } from 'zod';
import { type CalendarEvent, occurrencesWithin } from '../../../../platform/collections/calendar-events.ts';
import type { OpenCollection } from '../../../../platform/collections/collections.ts';
import { entryOf } from '../../../../platform/collections/entries.ts';
import { facetValues } from '../../../../platform/collections/facet.ts';
import { region } from '../../../../platform/collections/shared-facets.ts';
import { dayInTokyo } from '../../../../platform/i18n/dates.ts';
import type { PublishedRecord } from '../../../../platform/publishing/published-record.ts';
import { toolWords } from '../answer-messages.ts';
import { datesAnswer } from '../answer-schemas.ts';
import { defineTool, languageInput, programReader, type Tool, type ToolSources } from '../tool.ts';
import { listed } from './search.ts';

const maxListed = 100;
/** Days looked ahead unless a last day is given; periods return each year for ever. */
const daysAhead = 366;
/** Years that may be asked for at once. */
const maxYears = 5;
/** Value of the facet for what is open to anybody anywhere. */
const nationwide = 'nationwide';
/** What a call for entries does. */
const ofCalls = ['opens', 'closes'];

/** What is coming: the events of the calendar that people see, in order. */
export function listDatesTool(sources: ToolSources): Tool {
  const { platform } = sources;
  const { whole } = platform.collections;
  const kinds = whole.kinds();
  const fields = kinds.flatMap(({ fields: all }) =>
    all.filter(({ marking }) => marking.ends || marking.yearly).map(({ name }) => name),
  );
  return defineTool({
    name: 'list_runs_and_deadlines',
    title: 'What is coming / 日程と締切',
    description:
      'Days on which courses and events take place, on which applications close, and periods that return each year, in order, from today or a date given. / 開催日、申込締切、毎年の期間を、日付の順に返します。',
    input: z.strictObject({
      from: z.iso.date().max(10).optional().describe('First day, YYYY-MM-DD; left out: today in Japan'),
      to: z.iso.date().max(10).optional().describe('Last day, YYYY-MM-DD; left out: a year later'),
      what: z
        .enum([...new Set([...fields, ...ofCalls])])
        .optional()
        .describe(
          'heldOn: days it takes place; applyBy: deadlines; everyYear: yearly periods; left out: everything',
        ),
      region: z
        .string()
        .max(60)
        .optional()
        .describe('Code or name of a prefecture (13, 東京都, Tokyo). What is nationwide is included.'),
      kinds: z
        .array(z.enum(kinds.map(({ name }) => name)))
        .max(kinds.length)
        .default([])
        .describe('Kinds of records; none given: all of them'),
      limit: z.int().min(1).max(maxListed).default(20),
      offset: z.int().min(0).max(1_000_000).default(0),
      language: languageInput,
    }),
    output: datesAnswer,
    answer({ from: given, to, what, region: place, kinds: asked, limit, offset, language }) {
      const words = toolWords(language);
      const now = platform.now();
      const from = given ?? dayInTokyo(now);
      const last = to ?? daysLater(from, daysAhead);
      const vocabulary = whole.vocabulary();
      const code = place === undefined ? undefined : vocabulary.resolve(region.name, place);
      if (place !== undefined && code === undefined) return { ok: false, text: words.unknownRegion(place) };
      if (last < from) return { ok: false, text: words.endBeforeStart(from, last) };
      if (Number(last.slice(0, 4)) - Number(from.slice(0, 4)) > maxYears)
        return { ok: false, text: words.tooManyYears(maxYears) };
      const reader = programReader(language, sources);
      const recordOf = (event: CalendarEvent) => whole.pick([event.record])[0];
      const isAsked = (event: CalendarEvent) => {
        if (what !== undefined && nameOf(event) !== what) return false;
        const record = recordOf(event);
        if (asked.length > 0 && !(record && asked.includes(record.kind))) return false;
        return code === undefined || (record !== undefined && isIn(code, record, whole));
      };
      const found = sources
        .calendar(reader, now)
        .filter(isAsked)
        .flatMap((event) => occurrencesWithin(event, from, last))
        .sort((one, other) => one.first.localeCompare(other.first));
      const items = found.slice(offset, offset + limit).map(({ event, first, last: lastDay }) => {
        const record = recordOf(event);
        const isListed = record !== undefined && whole.kinds().includes(whole.kind(record));
        return {
          date: first,
          lastDay,
          what: nameOf(event),
          label: event.label[language],
          title: event.title[language] ?? event.title.ja,
          page: reader.href(event.path),
          regions: isListed ? facetValues(whole.kind(record), record, region.name, now) : [],
          record: isListed ? listed(entryOf(record, whole, language, platform.config.baseUrl)) : null,
        };
      });
      const next = offset + items.length;
      const value = {
        total: found.length,
        items,
        nextOffset: next < found.length && items.length > 0 ? next : null,
      };
      const more = value.nextOffset === null ? [] : [words.more(value.nextOffset)];
      const lines = [words.datesFound(found.length, from), ...items.map(words.dated), ...more];
      return { ok: true, value, text: lines.join('\n') };
    },
  });
}

/** The field that holds an event, or what a call does: it stands in the event's id after the record's. */
function nameOf({ id, record }: CalendarEvent): string {
  return id.slice(record.length + 1).split('.')[0] ?? '';
}

function isIn(code: string, record: PublishedRecord, collection: OpenCollection): boolean {
  if (!collection.kinds().includes(collection.kind(record))) return false;
  const regions = facetValues(collection.kind(record), record, region.name, collection.now());
  return regions.includes(code) || regions.includes(nationwide);
}

function daysLater(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}
