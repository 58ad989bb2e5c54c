import { type CalendarEvent, eventsOf } from '../../../platform/collections/calendar-events.ts';
import type { OpenCollection } from '../../../platform/collections/collections.ts';
import { rememberWhileUnchanged } from '../../../platform/collections/file-routes.ts';
import { createSituationSearch, type SituationSearch } from './situation-search.ts';

/** What the catalogue's pages are made from: its collection, and the situations of 被害に遭ったら. */
export interface Catalogue extends OpenCollection {
  situations: SituationSearch;
  /** The events of all its records. */
  events(): readonly CalendarEvent[];
}

export function createCatalogue(collection: OpenCollection): Catalogue {
  return {
    ...collection,
    situations: createSituationSearch(collection.model),
    events: rememberWhileUnchanged(collection, () =>
      collection
        .listed()
        .flatMap((record) => eventsOf(record, collection.kind(record), collection.pagePath(record))),
    ),
  };
}
