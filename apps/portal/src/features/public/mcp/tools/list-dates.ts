import { z } from 'zod';
import type { OpenCollection } from '../../../../platform/collections/collections.ts';
import { entryOf } from '../../../../platform/collections/entries.ts';
import { facetValues } from '../../../../platform/collections/facet.ts';
import { rememberWhileUnchanged } from '../../../../platform/collections/file-routes.ts';
import { region } from '../../../../platform/collections/shared-facets.ts';
import { dayInTokyo } from '../../../../platform/i18n/dates.ts';
import type { PublishedRecord } from '../../../../platform/publishing/published-record.ts';
import { toolWords } from '../answer-messages.ts';
import { datesAnswer } from '../answer-schemas.ts';
import { defineTool, languageInput, type Tool, type ToolSources } from '../tool.ts';
import { listed } from './search.ts';

const maxListed = 100;
/** Value of the facet for what is open to anybody anywhere. */
const nationwide = 'nationwide';

/** A day that a record names, under the name of its field. */
interface DatedRecord {
  date: string;
  what: string;
  record: PublishedRecord;
}

/** Days on which something takes place or an application closes, from the fields that kinds mark as days. */
export function listDatesTool(dates: () => readonly DatedRecord[], { platform }: ToolSources): Tool {
  const { whole } = platform.collections;
  const kinds = whole.kinds();
  const fields = [...new Set(kinds.flatMap((kind) => dayFields(kind).map(({ name }) => name)))];
  return defineTool({
    name: 'list_runs_and_deadlines',
    title: 'What is coming / 日程と締切',
    description:
      'Days on which courses and events take place and on which applications close, in order, from today or a date given. / 開催日と申込締切を、日付の順に返します。',
    input: z.strictObject({
      from: z.iso.date().optional().describe('First day, YYYY-MM-DD; left out: today in Japan'),
      to: z.iso.date().optional().describe('Last day, YYYY-MM-DD'),
      what: z
        .enum(fields)
        .optional()
        .describe('heldOn: days it takes place; applyBy: deadlines; left out: both'),
      region: z
        .string()
        .max(60)
        .optional()
        .describe(
          'Code or name of a prefecture (13, 東京都, Tokyo). What is nationwide or online is included.',
        ),
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
    answer({
      from = dayInTokyo(platform.now()),
      to,
      what,
      region: place,
      kinds: asked,
      limit,
      offset,
      language,
    }) {
      const words = toolWords(language);
      const vocabulary = whole.vocabulary();
      const code = place === undefined ? undefined : vocabulary.resolve(region.name, place);
      if (place !== undefined && code === undefined) return { ok: false, text: words.unknownRegion(place) };
      if (to !== undefined && to < from) return { ok: false, text: words.endBeforeStart(from, to) };
      const found = dates().filter(
        ({ date, what: field, record }) =>
          date >= from &&
          (to === undefined || date <= to) &&
          (what === undefined || field === what) &&
          (asked.length === 0 || asked.includes(record.kind)) &&
          (code === undefined || isIn(code, record, whole)),
      );
      const items = found.slice(offset, offset + limit).map(({ date, what: field, record }) => ({
        date,
        what: field,
        regions: facetValues(whole.kind(record), record, region.name, whole.now()),
        record: listed(entryOf(record, whole, language, platform.config.baseUrl)),
      }));
      const next = offset + items.length;
      const value = {
        total: found.length,
        items,
        nextOffset: next < found.length && items.length > 0 ? next : null,
      };
      const lines = items.map((item) => words.dated(item.date, item.what, item.record));
      const more = value.nextOffset === null ? [] : [words.more(value.nextOffset)];
      return { ok: true, value, text: [words.datesFound(found.length, from), ...lines, ...more].join('\n') };
    },
  });
}

function isIn(code: string, record: PublishedRecord, collection: OpenCollection): boolean {
  const regions = facetValues(collection.kind(record), record, region.name, collection.now());
  return regions.includes(code) || regions.includes(nationwide);
}

/** Fields of a kind that hold days. */
function dayFields({ fields }: ReturnType<OpenCollection['kind']>) {
  return fields.flatMap(({ name, marking }) =>
    marking.ends ? [{ name: marking.export ?? name, field: name }] : [],
  );
}

/** The days of all records in order, read again when a record changes. */
export function datedRecords(collection: OpenCollection): () => readonly DatedRecord[] {
  return rememberWhileUnchanged(collection, () =>
    collection
      .listed()
      .flatMap((record) => daysOf(record, collection))
      .sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0)),
  );
}

function daysOf(record: PublishedRecord, collection: OpenCollection): DatedRecord[] {
  const data = record.data as Record<string, unknown>;
  return dayFields(collection.kind(record)).flatMap(({ name, field }) =>
    [data[field] ?? []].flat().map((date) => ({ date: String(date), what: name, record })),
  );
}
