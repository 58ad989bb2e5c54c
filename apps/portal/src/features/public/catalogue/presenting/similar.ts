import { everything } from '../../../../platform/collections/query.ts';
import { dataOf } from '../../../../platform/publishing/kind.ts';
import type { PublishedRecord } from '../../../../platform/publishing/published-record.ts';
import type { Catalogue } from '../catalogue.ts';
import { type Initiative, initiativeKind } from '../kinds/initiative.ts';

const maxSimilar = 3;
const maxCandidates = 100;

/** How much two initiatives share counts by what they share. */
const weights = { category: 2, purpose: 2, affiliation: 1.5, age: 1, operator: 0.5 };

/** Initiatives like this one: those chosen by hand first, then the ones that share most of its facets. */
export function similarTo(record: PublishedRecord, catalogue: Catalogue): PublishedRecord[] {
  const own = dataOf(initiativeKind, record);
  const byHand = catalogue.pick(own.related ?? []);
  const taken = new Set([record.id, ...byHand.map(({ id }) => id)]);
  const likeness = (other: PublishedRecord) => likenessOf(own, dataOf(initiativeKind, other));
  const rest = candidates(own, record.kind, catalogue)
    .filter(({ id }) => !taken.has(id))
    .map((other) => ({ other, score: likeness(other) }))
    .sort((a, b) => b.score - a.score || a.other.id.localeCompare(b.other.id))
    .map(({ other }) => other);
  return [...byHand, ...rest].slice(0, maxSimilar);
}

/** Few enough to compare one by one, however large the catalogue: of the same category, or for the same people. */
function candidates(own: Initiative, kind: string, catalogue: Catalogue): PublishedRecord[] {
  const searches = [{ category: [own.category] }, { purpose: own.purposes, affiliation: own.affiliations }];
  const ids = searches.flatMap((filters) =>
    catalogue.search
      .find({ ...everything, kinds: [kind], filters }, { limit: maxCandidates, offset: 0 })
      .hits.map(({ id }) => id),
  );
  return catalogue.pick([...new Set(ids)]);
}

function likenessOf(a: Initiative, b: Initiative): number {
  return (
    weights.category * Number(a.category === b.category) +
    weights.purpose * overlap(a.purposes, b.purposes) +
    weights.affiliation * overlap(a.affiliations, b.affiliations) +
    weights.age * overlap(a.ages ?? [], b.ages ?? []) +
    weights.operator * Number(a.operator.ja === b.operator.ja)
  );
}

/** Share of values in common (Jaccard), 0 to 1. */
function overlap(a: readonly string[], b: readonly string[]): number {
  const common = a.filter((value) => b.includes(value)).length;
  return common / (a.length + b.length - common || 1);
}
