import type { Context, Hono } from 'hono';
import type { CalendarEvent } from '../../../platform/collections/calendar-events.ts';
import type { OpenCollection } from '../../../platform/collections/collections.ts';
import { calendarMediaType, writeCalendar } from '../../../platform/collections/icalendar.ts';
import { readQuery } from '../../../platform/collections/query.ts';
import { type Language, languages } from '../../../platform/i18n/language.ts';
import { localPath } from '../../../platform/i18n/site-url.ts';
import type { Platform } from '../../../platform/platform.ts';
import { dataOf } from '../../../platform/publishing/kind.ts';
import type { PublishedRecord } from '../../../platform/publishing/published-record.ts';
import { rateLimit } from '../../../platform/web/rate-limit.ts';
import type { PortalEnvironment } from '../../../platform/web/request-variables.ts';
import { sendData } from '../../../platform/web/send-data.ts';
import { programmes } from './collection.ts';
import { programmeKind } from './kinds/programme.ts';
import type { Run } from './kinds/run.ts';
import { plusSecurityText } from './messages.ts';
import { plusSecurityPaths } from './paths.ts';
import { runEvents } from './runs/run-events.ts';
import { bookableRuns, currentRuns } from './runs/run-times.ts';

/** Programmes whose runs stand in the calendar of a search, soonest first. */
const mostProgrammes = 500;

/** Runs as iCalendar files: one run, and the open runs of what a search finds. */
export function programmeFiles(routes: Hono<PortalEnvironment>, platform: Platform): void {
  const collection = platform.collections.get(programmes);
  const limit = rateLimit(platform, (c) => c.text('Too Many Requests', 429));
  for (const language of languages) {
    const send = (c: Context<PortalEnvironment>, name: string, events: readonly CalendarEvent[]) =>
      sendData(
        c,
        writeCalendar({ name, language, baseUrl: platform.config.baseUrl }, events),
        calendarMediaType,
      );
    const found = localPath(plusSecurityPaths.calendar, language);
    routes.use(found, limit);
    routes.get(found, (c) => {
      const { name } = words(language).calendar;
      return send(
        c,
        name,
        eventsFound(new URL(c.req.url).searchParams, collection, language, platform.now()),
      );
    });
    const one = localPath('/programmes/:id/runs/:file{[\\w-]{1,60}\\.ics}', language);
    routes.use(one, limit);
    routes.get(one, (c, next) => {
      const record = platform.model.get(c.req.param('id') ?? '');
      const id = (c.req.param('file') ?? '').slice(0, -'.ics'.length);
      if (record?.kind !== programmeKind.name) return next();
      const programme = dataOf(programmeKind, record);
      const run = currentRuns(programme.runs, platform.now()).find((each) => each.id === id);
      if (!run) return next();
      const name = language === 'en' ? (programme.title.en ?? programme.title.ja) : programme.title.ja;
      return send(c, name, eventsOf(record, [run], collection, language));
    });
  }
}

function words(language: Language) {
  return plusSecurityText({ language, easy: false, furigana: false }).label;
}

function eventsFound(
  params: URLSearchParams,
  collection: OpenCollection,
  language: Language,
  now: Date,
): CalendarEvent[] {
  const query = {
    ...readQuery(params, collection.declaration, collection.vocabulary()),
    sort: 'soonest',
    page: 1,
  };
  const { hits, relaxed } = collection.search.find(query, { limit: mostProgrammes, offset: 0 });
  if (relaxed) return [];
  return collection
    .pick(hits.map(({ id }) => id))
    .flatMap((record) =>
      eventsOf(record, bookableRuns(dataOf(programmeKind, record).runs, now), collection, language),
    );
}

function eventsOf(
  record: PublishedRecord,
  runs: readonly Run[],
  { vocabulary }: OpenCollection,
  language: Language,
): CalendarEvent[] {
  return runs.flatMap((run) => {
    const label = run.prefecture && vocabulary().label('region', run.prefecture);
    return runEvents(record, run, label ? (language === 'en' && label.en) || label.ja : undefined);
  });
}
