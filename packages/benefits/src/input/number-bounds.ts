import type { FieldName } from './fields.ts';

/** Which numbers a field takes. */
export interface NumberBounds {
  readonly min: number;
  readonly max: number;
  /** Whether it takes whole numbers only. */
  readonly whole: boolean;
}

const whole = (min: number, max: number): NumberBounds => ({ min, max, whole: true });

/** Amounts above this are taken for slips of the keyboard; it also keeps every product exact. */
export const yenBounds = whole(0, 1_000_000_000);

/** Bounds of the numbers of a case; `parseCase` refuses what is beyond them. */
export const numberBounds = {
  fees: yenBounds,
  months: whole(1, 48),
  wageUpPercent: { min: -100, max: 1000, whole: false },
  insuredYears: { min: 0, max: 80, whole: false },
  'extension.days': whole(1, 7305),
  'earlierPractical.paid': yenBounds,
  ageAtStart: whole(0, 120),
  basicDailyAllowance: yenBounds,
  certifiedDays: whole(0, 62),
  leaveDays: whole(1, 366),
  insuredMonthsInTwoYears: whole(0, 24),
} as const satisfies Partial<Record<FieldName, NumberBounds>>;

/** Bounds of the numbers of a course; `parseCourse` refuses what is beyond them. */
export const courseBounds = {
  months: { min: 0.25, max: 120, whole: false },
  hours: { min: 0, max: 20_000, whole: false },
  itssLevel: whole(1, 7),
} as const satisfies Readonly<Record<string, NumberBounds>>;
