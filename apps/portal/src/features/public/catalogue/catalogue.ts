import { type CalendarEvent, eventsOf } from '../../../platform/collections/calendar-events.ts';
import type { OpenCollection } from '../../../platform/collections/collections.ts';
import { rememberWhileUnchanged } from '../../../platform/collections/file-routes.ts';
import type { Platform } from '../../../platform/platform.ts';
import { type Answers, answersTo } from './finding/answers.ts';
import type { FindablePage } from './finding/findable-page.ts';
import { findablePages } from './finding/findable-pages.ts';
import { createPageSearch } from './finding/page-search.ts';

/** What the catalogue's pages are made from: its collection, and what search finds besides records. */
export interface Catalogue extends OpenCollection {
  /** @param isHeld  whether records hold the words as typed */
  answers(query: string, isHeld: boolean, now: Date): Answers;
  /** Pages that are no records. */
  pages(now: Date): readonly FindablePage[];
  /** The events of all its records. */
  events(): readonly CalendarEvent[];
}

export type CatalogueSources = Pick<Platform, 'search' | 'findable' | 'vocabulary'>;

export function createCatalogue(
  collection: OpenCollection,
  { search, findable, vocabulary }: CatalogueSources,
): Catalogue {
  const { model } = collection;
  const pages = keptForMinutes(model, (now) => findablePages(model, findable, now));
  const written = (query: string) => search.written(query);
  const sources = {
    model,
    search: createPageSearch(model, pages, search.general),
    pages,
    vocabulary,
    written,
    respelt: (query: string) => search.respelt(query),
  };
  return {
    ...collection,
    pages,
    answers: (query, isHeld, now) => answersTo(query, isHeld, sources, now),
    events: rememberWhileUnchanged(collection, () =>
      collection
        .listed()
        .flatMap((record) => eventsOf(record, collection.kind(record), collection.pagePath(record))),
    ),
  };
}

/** Minutes for which the pages are kept: notices begin and end. */
const keptMinutes = 5;

type PagesAt = (now: Date) => readonly FindablePage[];

/** Makes the pages anew only after a publication, or after some minutes. */
function keptForMinutes(model: OpenCollection['model'], make: PagesAt): PagesAt {
  let kept: { sequence: number; minutes: number; pages: readonly FindablePage[] } | undefined;
  return (now) => {
    const minutes = Math.floor(now.getTime() / (keptMinutes * 60_000));
    if (kept?.sequence !== model.sequence || kept.minutes !== minutes)
      kept = { sequence: model.sequence, minutes, pages: make(now) };
    return kept.pages;
  };
}
