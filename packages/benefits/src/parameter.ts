import type { Article } from './articles.ts';
import { type CivilDate, dayAfter } from './civil-date.ts';
import { type Source, sources } from './sources.ts';
import type { Text } from './text.ts';

type Unit = 'percent' | 'yen' | 'years' | 'months' | 'days';

/** A point that no official source settled: shown to people, never assumed in silence. */
export interface Unconfirmed {
  readonly code: string;
  readonly text: Text;
  /** Last start date it matters for; left out: it matters for every start. */
  readonly upTo?: CivilDate;
  /** Secondary source that supports it; left out: nothing was found that does. */
  readonly source?: Source;
}

/** The value a rule takes for training that starts within its dates. */
export interface Parameter {
  readonly id: string;
  readonly name: Text;
  readonly unit: Unit;
  readonly value: number;
  readonly from: CivilDate;
  /** Last start date it holds for; null while no end is known. */
  readonly to: CivilDate | null;
  readonly articles: readonly Article[];
  readonly source: Source;
  /** When its source was last read. */
  readonly checkedOn: CivilDate;
  /** `secondary`: all that is open about it is supported by secondary sources. */
  readonly status: 'confirmed' | 'secondary' | 'to-be-confirmed';
  readonly unconfirmed: readonly Unconfirmed[];
}

/** The values one rule has taken, oldest first, each with the start dates it is the answer for. */
export type DatedParameter = readonly {
  readonly from: CivilDate;
  readonly to: CivilDate | null;
  readonly parameter: Parameter;
}[];

/** When the sources of the statute tables were last read, where a table does not say otherwise. */
export const RULES_CHECKED_ON: CivilDate = '2026-11-23';

/** A line of a table: training that starts from … to … (null: no end known) takes this value. */
type Row = readonly [
  from: CivilDate,
  to: CivilDate | null,
  value: number,
  ...unconfirmed: readonly Unconfirmed[],
];

interface Entry {
  readonly name: Text;
  readonly unit: Unit;
  readonly articles: readonly Article[];
  readonly rows: readonly Row[];
  /** Left out: the public data that the tables as a whole were read from. */
  readonly source?: Source;
}

/** Reads a table as officers write it into one dated parameter for each entry, named `group.entry`. */
export function statuteTable<K extends string>(
  group: string,
  entries: Record<K, Entry>,
): Record<K, DatedParameter> {
  const table = {} as Record<K, DatedParameter>;
  for (const key of Object.keys(entries) as K[]) {
    const { name, unit, articles, rows, source = sources.comparedData } = entries[key];
    const described = { id: `${group}.${key}`, name, unit, articles };
    table[key] = rows.flatMap(([from, to, value, ...unconfirmed]) =>
      stretches(from, to, unconfirmed).map((stretch) => {
        const read = stretch.unconfirmed.find((point) => point.source)?.source ?? source;
        return {
          from: stretch.from,
          to: stretch.to,
          parameter: {
            ...described,
            value,
            from,
            to,
            source: read,
            checkedOn: read.readOn,
            status: statusOf(stretch.unconfirmed),
            unconfirmed: stretch.unconfirmed,
          },
        };
      }),
    );
  }
  return table;
}

function statusOf(open: readonly Unconfirmed[]): Parameter['status'] {
  if (open.length === 0) return 'confirmed';
  return open.every(({ source }) => source) ? 'secondary' : 'to-be-confirmed';
}

/** Divides a line where a point stops to matter, so that later starts do not carry it. */
function stretches(from: CivilDate, to: CivilDate | null, unconfirmed: readonly Unconfirmed[]) {
  const ends = unconfirmed.flatMap(({ upTo }) =>
    upTo === undefined || (to !== null && upTo >= to) ? [] : [upTo],
  );
  const lasts: (CivilDate | null)[] = [...new Set(ends)].sort();
  lasts.push(to);
  let first = from;
  return lasts.map((last) => {
    const stretch = {
      from: first,
      to: last,
      unconfirmed: unconfirmed.filter(({ upTo }) => upTo === undefined || first <= upTo),
    };
    if (last !== null) first = dayAfter(last);
    return stretch;
  });
}

/** The one value in force for training that starts on this date, if the law had one. */
export function inForce(parameter: DatedParameter, start: CivilDate): Parameter | undefined {
  for (const value of parameter) {
    if (value.from <= start && (value.to === null || start <= value.to)) return value.parameter;
  }
  return undefined;
}

/**
 * The value in force, for a rule that every accepted start date has.
 * @throws RangeError where the table has a gap: a fault of the table, not of the input.
 */
export function mustBeInForce(parameter: DatedParameter, start: CivilDate): Parameter {
  const value = inForce(parameter, start);
  if (value === undefined) throw new RangeError(`no value of ${parameter[0]?.parameter.id} for ${start}`);
  return value;
}
