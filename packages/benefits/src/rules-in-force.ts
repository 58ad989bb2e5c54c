import type { TrainingKind } from './case.ts';
import type { CivilDate } from './civil-date.ts';
import { type DatedParameter, inForce, type Parameter } from './parameter.ts';
import { common } from './parameters/common.ts';
import { general } from './parameters/general.ts';
import { practical } from './parameters/practical.ts';
import { specified } from './parameters/specified.ts';

const tables: Record<TrainingKind, Readonly<Record<string, DatedParameter>>> = {
  general,
  specified,
  practical,
};

/**
 * The values in force for a course of this kind that starts on this day, by their id (`practical.rate`), those that
 * all kinds have in common among them. A value the law of that day did not have is absent.
 */
export function rulesInForce(kind: TrainingKind, start: CivilDate): ReadonlyMap<string, Parameter> {
  const values = [...Object.values(common), ...Object.values(tables[kind])].flatMap(
    (rule) => inForce(rule, start) ?? [],
  );
  return new Map(values.map((value) => [value.id, value]));
}

/** The start dates from which a rate or ceiling, or another value of this kind, is a new one; oldest first. */
export function changesOfLaw(kind: TrainingKind): CivilDate[] {
  const dates = Object.values(tables[kind]).flatMap((rule) => rule.map(({ parameter }) => parameter.from));
  return [...new Set(dates)].sort();
}
