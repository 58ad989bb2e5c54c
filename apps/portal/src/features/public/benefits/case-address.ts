import {
  type BenefitCase,
  type BenefitKind,
  type FieldName,
  fieldNames,
  type ParsedCase,
  parseCase,
  type Text,
} from '@kakehashi/benefits';
import { caseOptions, describeCase } from './case-options.ts';
import { asks, isBenefitKind } from './questions.ts';

/*
 * The calculator keeps its state in the URL, with the names of the command's options:
 * /benefits/calculator?kind=practical&start=2024-10-01&fee=600000&fee=400000
 */

/** An invalid value in the URL. */
export interface Fault {
  /** As in the engine's errors: `start`, `fees.2`, `extension.days`; `compare` for the second start date. */
  readonly field: string;
  readonly code: string;
  readonly text: Text;
}

/** A case as described by a URL. */
export interface CaseAddress {
  /** Undefined if missing or unknown. */
  readonly kind: BenefitKind | undefined;
  /** Entered values by parameter name; only answers to questions that apply. */
  readonly formValues: ReadonlyMap<string, readonly string[]>;
  readonly parsed: ParsedCase;
  readonly faults: readonly Fault[];
}

/** Whether a practical course's fees are entered one by one: a question of the page too. */
export const feesParameter = 'fees';

/** Whether the person still works: asked by the page only; the engine takes the date of leaving. */
export const workParameter = 'work';

/** Reads a case from URL parameters. Ignores questions that other answers exclude. */
export function readCaseAddress(params: URLSearchParams): CaseAddress {
  const given = params.get('kind');
  const kind = isBenefitKind(given) ? given : undefined;
  const formValues = kind === undefined ? new Map(single('kind', given)) : typedAnswers(params, kind);
  const parsed = parseCase(described(formValues));
  const faults: Fault[] = parsed.ok ? [] : [...parsed.errors];
  if (formValues.get(workParameter)?.[0] === 'left' && !formValues.has('left-work-on'))
    faults.push(leavingDayMissing);
  return { kind, formValues, parsed, faults };
}

/** URL parameters of a case; the inverse of `readCaseAddress`. */
export function caseParameters(described: BenefitCase): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, { field }] of Object.entries(caseOptions))
    for (const value of valuesAt(described, field)) params.append(name, written(value));
  return params;
}

function typedAnswers(params: URLSearchParams, kind: BenefitKind): Map<string, readonly string[]> {
  const typed = new Map<string, readonly string[]>();
  for (const [name, { field, many }] of Object.entries(caseOptions)) {
    if (!asked(kind, field)) continue;
    const values = withoutEmptyEnd(params.getAll(name).map((value) => value.trim()));
    if (values.length > 0) typed.set(name, many === true ? values : values.slice(0, 1));
  }
  if (kind === 'practical' && params.get(feesParameter) === 'each') typed.set(feesParameter, ['each']);
  if (asks(kind, 'extension')) {
    const work = params.get(workParameter) ?? (typed.has('left-work-on') ? 'left' : undefined);
    if (work === 'left' || work === 'employed') typed.set(workParameter, [work]);
    if (work === 'employed') drop(typed, 'left-work-on', 'extension-reason', 'extension-days');
  }
  if (typed.get('first-time')?.[0] === 'yes') drop(typed, 'last-benefit-on', 'earlier-start', 'earlier-paid');
  return typed;
}

function asked(kind: BenefitKind, field: FieldName): boolean {
  return field === 'kind' || asks(kind, field);
}

function drop(typed: Map<string, unknown>, ...names: string[]): void {
  for (const name of names) typed.delete(name);
}

function single(name: string, value: string | null): [string, string[]][] {
  return value === null || value === '' ? [] : [[name, [value]]];
}

/** Drops trailing empty values; an empty value in between is a missing answer. */
function withoutEmptyEnd(values: string[]): string[] {
  return values.slice(0, values.findLastIndex((value) => value !== '') + 1);
}

function described(typed: ReadonlyMap<string, readonly string[]>): Record<string, unknown> {
  const entries = Object.entries(caseOptions);
  const one = entries.flatMap(([name, option]) =>
    option.many === true ? [] : (typed.get(name) ?? []).map((value) => [option, value] as const),
  );
  const several = entries.flatMap(([name, { field, many }]) => {
    const values = typed.get(name);
    return many === true && values !== undefined ? [[field, values.map(emptyIsNoNumber)] as const] : [];
  });
  return { ...describeCase(one), ...Object.fromEntries(several) };
}

/** Replaces an empty value with `-`, an invalid number: in a list of fees it is missing, not left out. */
function emptyIsNoNumber(value: string): string {
  return value === '' ? '-' : value;
}

function valuesAt(described: BenefitCase, field: FieldName): unknown[] {
  let value: unknown = described;
  for (const name of field.split('.')) value = (value as Record<string, unknown> | undefined)?.[name];
  return value === undefined ? [] : [value].flat();
}

function written(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}

const leavingDayMissing: Fault = {
  field: 'leftWorkOn',
  code: 'missing',
  text: {
    ja: `${fieldNames.leftWorkOn.ja}: 入力が必要です。`,
    en: `${fieldNames.leftWorkOn.en}: is needed.`,
  },
};
