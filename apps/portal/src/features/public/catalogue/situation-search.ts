import { createIndex, readSynonyms, type SearchHit, type SearchIndex } from '@kakehashi/search';
import { dataOf } from '../../../platform/publishing/kind.ts';
import type { PublishedRecord } from '../../../platform/publishing/published-record.ts';
import type { PublishedRecords } from '../../../platform/read-model/read-model.ts';
import { synonymsKind } from '../../../platform/search/synonyms-kind.ts';
import { helpDeskKind } from './kinds/help-desk.ts';

const maxSituations = 2;
/** Queries whose situations are known still: somebody who narrows a search asks the same again and again. */
const maxRemembered = 64;
/** Characters of a title that must have matched: a situation is offered only where it is what was asked about. */
const leastMatched = 2;

const titles = { title: { weight: 3 }, easy: { weight: 3 }, english: { weight: 3 } };

/** Finds the situations of 被害に遭ったら that a query speaks of: their ids, the nearest first. */
export type SituationSearch = (query: string) => readonly string[];

export function createSituationSearch(model: PublishedRecords): SituationSearch {
  let built: Built | undefined;
  return (query) => {
    const desk = model.only(helpDeskKind.name);
    if (!desk || query === '') return [];
    const synonyms = model.only(synonymsKind.name);
    if (built?.desk !== desk || built.synonyms !== synonyms)
      built = { desk, synonyms, index: indexOf(desk, synonyms), found: new Map() };
    const { index, found } = built;
    let situations = found.get(query);
    if (!situations) {
      situations = situationsIn(index, query);
      for (const oldest of found.keys()) {
        if (found.size < maxRemembered) break;
        found.delete(oldest);
      }
      found.set(query, situations);
    }
    return situations;
  };
}

interface Built {
  desk: PublishedRecord;
  synonyms: PublishedRecord | undefined;
  index: SearchIndex;
  /** Situations by query. */
  found: Map<string, readonly string[]>;
}

function situationsIn(index: SearchIndex, query: string): readonly string[] {
  const { hits } = index.search({
    query,
    limit: maxSituations,
    highlight: { fields: Object.keys(titles) },
  });
  return hits.filter(matchesTitle).map(({ id }) => id);
}

function indexOf(desk: PublishedRecord, synonyms: PublishedRecord | undefined): SearchIndex {
  const index = createIndex({
    fields: { ...titles, steps: { weight: 1 } },
    synonyms: synonyms ? readSynonyms(dataOf(synonymsKind, synonyms).groups) : [],
  });
  index.add(
    dataOf(helpDeskKind, desk).situations.map(({ id, title, first }) => ({
      id,
      fields: {
        title: title.ja,
        easy: title.easy ?? '',
        english: title.en ?? '',
        steps: first.map(({ ja, en = '' }) => `${ja} ${en}`).join('\n'),
      },
    })),
  );
  return index;
}

function matchesTitle({ highlights }: SearchHit): boolean {
  return Object.values(highlights).some(
    ({ ranges }) => ranges.reduce((sum, { start, end }) => sum + end - start, 0) >= leastMatched,
  );
}
