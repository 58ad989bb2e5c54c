import type { OsvAffected, OsvEvent, OsvRange } from './osv-record.ts';

/** A version and its sort key. */
export interface KeyedVersion {
  text: string;
  key: string;
}

/** A stretch of affected versions of one package. */
export interface Interval {
  /** First affected version; null from the beginning of time. */
  low: KeyedVersion | null;
  /** Where it ends; null where it does not. */
  high: KeyedVersion | null;
  /** Whether `high` itself is still affected. */
  includesHigh: boolean;
  /** Whether its end is only the last version known to be affected. */
  isLastKnown: boolean;
  /** Whether versions are ordered by Semantic Versioning although the ecosystem has another order. */
  semver: boolean;
}

type KeyOf = (version: string) => string;

/**
 * The stretches a record says are affected: those of its ranges, and each listed version that no range
 * holds. https://ossf.github.io/osv-schema/#evaluation
 */
export function intervalsOf(affected: OsvAffected, ecosystemKey: KeyOf, semverKey: KeyOf): Interval[] {
  const intervals = affected.ranges.flatMap((range) => {
    const semver = range.type === 'SEMVER' && ecosystemKey !== semverKey;
    return rangeIntervals(range, semver ? semverKey : ecosystemKey, semver, affected.hasLastKnown);
  });
  for (const text of affected.versions) {
    const version = { text, key: ecosystemKey(text) };
    const isHeld = intervals.some((interval) =>
      holds(interval, interval.semver ? semverKey(text) : version.key),
    );
    if (!isHeld)
      intervals.push({ low: version, high: version, includesHigh: true, isLastKnown: false, semver: false });
  }
  return intervals;
}

function holds({ low, high, includesHigh }: Interval, key: string): boolean {
  if (low !== null && key < low.key) return false;
  if (high === null) return true;
  return includesHigh ? key <= high.key : key < high.key;
}

interface KeyedEvent extends KeyedVersion {
  kind: OsvEvent['kind'];
}

/**
 * Walks the events in the order of their versions. At each version two things are known: whether it is
 * affected itself, and whether what comes right after it is.
 */
function rangeIntervals(range: OsvRange, keyOf: KeyOf, semver: boolean, hasLastKnown: boolean): Interval[] {
  const events = keyedEvents(range, keyOf);
  const intervals: Interval[] = [];
  let open: { low: KeyedVersion | null } | null = null;
  let affectedBefore = false;
  for (let at = 0; at < events.length; ) {
    const start = events[at] as KeyedEvent;
    let affectedHere: boolean = affectedBefore;
    let affectedAfter: boolean = affectedBefore;
    for (; events[at]?.key === start.key; at++) {
      const kind = events[at]?.kind;
      if (kind !== 'last_affected') affectedHere = kind === 'introduced';
      affectedAfter = kind === 'introduced';
    }
    if (affectedHere) open ??= { low: start.key === '' ? null : start };
    if (open && !affectedAfter) {
      intervals.push({
        low: open.low,
        high: start,
        includesHigh: affectedHere,
        isLastKnown: affectedHere,
        semver,
      });
      open = null;
    }
    affectedBefore = affectedAfter;
  }
  if (open)
    intervals.push({ low: open.low, high: null, includesHigh: false, isLastKnown: hasLastKnown, semver });
  return limited(intervals, range, keyOf);
}

function keyedEvents(range: OsvRange, keyOf: KeyOf): KeyedEvent[] {
  return range.events
    .filter(({ kind }) => kind !== 'limit')
    .map(({ kind, version }) => {
      const isBeginning = kind === 'introduced' && version === '0';
      return { kind, text: version, key: isBeginning ? '' : keyOf(version) };
    })
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

/** A version counts only below the furthest limit, where the range gives limits; `*` is no limit. */
function limited(intervals: Interval[], range: OsvRange, keyOf: KeyOf): Interval[] {
  const limits = range.events.filter(({ kind }) => kind === 'limit').map(({ version }) => version);
  if (limits.length === 0 || limits.includes('*')) return intervals;
  const furthest = limits
    .map((text) => ({ text, key: keyOf(text) }))
    .reduce((a, b) => (b.key > a.key ? b : a));
  return intervals.flatMap((interval) => {
    if (interval.low !== null && interval.low.key >= furthest.key) return [];
    if (interval.high !== null && interval.high.key < furthest.key) return [interval];
    return [{ ...interval, high: furthest, includesHigh: false, isLastKnown: false }];
  });
}
