import {
  type BenefitResult,
  changesOfLaw,
  type Language,
  type Parameter,
  type Payment,
  rulesInForce,
  type TrainingCase,
  type TrainingKind,
} from '@kakehashi/benefits';

export interface ComparisonView {
  /** The earlier start first. */
  starts: readonly [string, string];
  /** Amounts for the two starts, null where that start has no such payment. */
  rows: {
    name: 'total' | 'own' | 'course' | 'topUp' | 'wage';
    amounts: readonly [number | null, number | null];
  }[];
  statuses: readonly [BenefitResult['eligible'], BenefitResult['eligible']];
  /** The start that is paid more, and by how much; null where both are paid the same. */
  better: { start: string; amount: number } | null;
  differences: { name: string; before: Parameter | undefined; after: Parameter | undefined }[];
}

/** Comparison of two answers that differ in the start date. */
export function comparisonView(
  course: TrainingCase,
  answers: readonly [BenefitResult, BenefitResult],
  language: Language,
): ComparisonView {
  const [one, other] = answers;
  const [before, after] = one.start <= other.start ? [one, other] : [other, one];
  const both = <T>(read: (result: BenefitResult) => T) => [read(before), read(after)] as const;
  const gain = after.total - before.total;
  const rows: ComparisonView['rows'] = [
    { name: 'course', amounts: both((result) => paidFor(result, ['course', 'half-year'])) },
    { name: 'topUp', amounts: both((result) => paidFor(result, ['employed-top-up'])) },
    { name: 'wage', amounts: both((result) => paidFor(result, ['wage-top-up'])) },
    { name: 'total', amounts: both(({ total }) => total) },
    { name: 'own', amounts: both(({ outOfPocket }) => outOfPocket) },
  ];
  return {
    starts: both(({ start }) => start),
    rows: rows.filter(({ amounts }) => amounts.some((amount) => amount !== null)),
    statuses: both(({ eligible }) => eligible),
    better: gain === 0 ? null : { start: gain > 0 ? after.start : before.start, amount: Math.abs(gain) },
    differences: differences(course, before.start, after.start, language),
  };
}

function paidFor(result: BenefitResult, codes: readonly Payment['code'][]): number | null {
  const amounts = result.payments.filter(({ code }) => codes.includes(code)).map(({ amount }) => amount);
  return amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + amount, 0);
}

function differences(course: TrainingCase, before: string, after: string, language: Language) {
  const { kind, fourYearCourse } = course;
  const [old, fresh] = [rulesInForce(kind, before), rulesInForce(kind, after)];
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((id) => {
    const [was, is] = [old.get(id), fresh.get(id)];
    if (was?.value === is?.value) return [];
    if (/fourYear/i.test(id) && fourYearCourse !== true) return [];
    return [{ name: (is ?? was)?.name[language] ?? id, before: was, after: is }];
  });
}

/** The start on the other side of the change of law nearest to this one; undefined where there was none. */
export function startAcrossChange(kind: TrainingKind, start: string): string | undefined {
  const [first, ...changes] = changesOfLaw(kind);
  if (first === undefined) return undefined;
  const distance = (day: string) => Math.abs(Date.parse(day) - Date.parse(start));
  const [nearest] = changes.sort((one, other) => distance(one) - distance(other));
  if (nearest === undefined) return undefined;
  return start >= nearest ? dayBefore(nearest) : nearest;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
