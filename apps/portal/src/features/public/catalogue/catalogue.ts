import type { Kind, KindRegistry } from '../../../platform/publishing/kind.ts';
import type { PublishedRecord } from '../../../platform/publishing/published-record.ts';
import type { PublishedRecords, ReadModel } from '../../../platform/read-model/read-model.ts';
import type { SiteSearch } from '../../../platform/search/site-search.ts';
import type { Vocabulary } from '../../../platform/vocabulary/vocabulary.ts';
import { createSituationSearch, type SituationSearch } from './situation-search.ts';

/** What the catalogue's pages and API are made from: all in memory. */
export interface Catalogue {
  model: PublishedRecords;
  search: Pick<SiteSearch, 'find' | 'counts' | 'suggest' | 'rehearse'>;
  situations: SituationSearch;
  vocabulary(): Vocabulary;
  kind(record: PublishedRecord): Kind;
  /** Page of a listed record, without language prefix. */
  pagePath(record: PublishedRecord): string;
  /** Records by id, in that order; ids of nothing published are passed over. */
  pick(ids: readonly string[]): PublishedRecord[];
  /** Records that search and API list. */
  listed(): PublishedRecord[];
}

export function createCatalogue(
  model: ReadModel,
  search: SiteSearch,
  vocabulary: () => Vocabulary,
  kinds: KindRegistry,
): Catalogue {
  return {
    model,
    search,
    situations: createSituationSearch(model),
    vocabulary,
    kind: (record) => kinds.get(record.kind),
    pagePath(record) {
      const kind = kinds.get(record.kind);
      return kind.pagePath?.(record.id) ?? '/search';
    },
    pick: (ids) => ids.flatMap((id) => model.get(id) ?? []),
    listed: () => kinds.listed().flatMap((kind) => model.ofKind(kind.name)),
  };
}
