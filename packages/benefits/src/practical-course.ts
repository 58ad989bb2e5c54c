import type { TrainingCase } from './case.ts';
import type { CivilDate, Period } from './civil-date.ts';
import type { Findings } from './findings.ts';
import { courseEnd, halfYears, halfYearsOf, haveCorrespondingDays } from './half-years.ts';
import { unconfirmed } from './unconfirmed.ts';

/** A practical course laid out in its payment periods, one fee for each. */
export interface PracticalCourse {
  readonly periods: readonly Period[];
  readonly fees: readonly number[];
  /** Last day of the course; null where one fee came without a length. */
  readonly end: CivilDate | null;
}

/** Divides the course into half-years; says how where the input left that open. */
export function divideIntoPeriods(course: TrainingCase, findings: Findings): PracticalCourse {
  const expected = halfYearsOf(course.start, course.months, course.completedOn);
  const fees = course.fees.length > 1 ? course.fees : spread(course.fees[0] ?? 0, expected ?? 1);
  const periods = halfYears(course, fees.length);
  const lastDay = periods.at(-1)?.to ?? null;
  const end = course.fees.length === 1 && expected === undefined ? null : lastDay;
  if (end === null) {
    findings.note(
      'one-half-year',
      '期間の入力がないため、費用は1つの支給単位期間（6か月）のものとして計算しました。長い課程は、期間（月数）か6か月ごとの費用を入力してください。',
      'No length was given, so the fee is taken for one six-month period. For a longer course give its months, or a fee for each six months.',
    );
  } else if (course.fees.length === 1 && fees.length > 1) {
    findings.note(
      'fee-spread',
      `費用を${fees.length}期に等分しました。期ごとの支払額が異なる場合は、6か月ごとの費用を入力してください。`,
      `The fee is spread evenly over ${fees.length} six-month periods. Where payments differ, give a fee for each six months.`,
    );
  }
  if (end !== null && courseEnd(course) === null) {
    findings.note(
      'completion-assumed',
      `修了日の入力がないため、最後の期の末日（${end}）に修了するものとして期限を示します。`,
      `No completion date was given: deadlines take the course to end with its last period (${end}).`,
    );
  }
  if (!haveCorrespondingDays(course.start, fees.length)) findings.doubt(unconfirmed.periodWithoutDay);
  return { periods, fees, end };
}

/** Whole yen, the remainder on the first periods. */
function spread(fee: number, count: number): number[] {
  const remainder = fee % count;
  const even = (fee - remainder) / count;
  return Array.from({ length: count }, (_, index) => even + (index < remainder ? 1 : 0));
}
