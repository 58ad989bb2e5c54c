import type { CivilDate } from './civil-date.ts';

/** 一般教育訓練, 特定一般教育訓練, 専門実践教育訓練. */
export type TrainingKind = 'general' | 'specified' | 'practical';

/** The three kinds, and the two benefits to live on: 支援給付金 and 休暇給付金. */
export type BenefitKind = TrainingKind | 'support' | 'leave';

export type ExtensionReason = 'pregnancy' | 'birth' | 'childcare' | 'illness' | 'injury' | 'other';

export interface Extension {
  readonly reason: ExtensionReason;
  readonly days?: number | undefined;
}

export interface EarlierPractical {
  /** Start of the first practical training: the ten-year window runs from it. */
  readonly start: CivilDate;
  /** Yen received for practical training since. */
  readonly paid: number;
}

/** What eligibility is judged by. What is left out is reported as not examined, never guessed. */
interface Person {
  /** Insured years (支給要件期間) up to the start, counted from the last benefit where there was one. */
  readonly insuredYears?: number | undefined;
  /** Whether no training benefit was ever received. */
  readonly firstTime?: boolean | undefined;
  /** Day the last training benefit was paid. */
  readonly lastBenefitOn?: CivilDate | undefined;
  /** Last day of employment. Left out: still insured on the start date. */
  readonly leftWorkOn?: CivilDate | undefined;
  /** Why training could not start within the year after leaving work, and for how many days. */
  readonly extension?: Extension | undefined;
}

/** A course a person pays for, with what is known of the person. Amounts in yen. */
export interface TrainingCase extends Person {
  readonly kind: TrainingKind;
  /** First day of the training (受講開始日): the date by which the law is chosen. */
  readonly start: CivilDate;
  /** One fee for the whole course, or one for each six-month period. */
  readonly fees: readonly number[];
  /** Length of the course in months. */
  readonly months?: number | undefined;
  readonly completedOn?: CivilDate | undefined;
  /** Practical training whose legal minimum is four years. */
  readonly fourYearCourse?: boolean | undefined;
  readonly qualifiedOn?: CivilDate | undefined;
  /** First day of employment as an insured person; may precede completion for those at work. */
  readonly employedOn?: CivilDate | undefined;
  /** Rise of wages against those before the training, in percent. */
  readonly wageUpPercent?: number | undefined;
  /** An earlier practical training and what was paid for it. */
  readonly earlierPractical?: EarlierPractical | undefined;
}

/** 教育訓練支援給付金: someone out of work in full-time practical training. */
export interface SupportCase {
  readonly kind: 'support';
  readonly start: CivilDate;
  readonly ageAtStart?: number | undefined;
  readonly leftWorkOn?: CivilDate | undefined;
  readonly firstTime?: boolean | undefined;
  readonly mode?: 'day' | 'evening' | 'correspondence' | undefined;
  /** Daily amount of the basic allowance (基本手当日額), yen. */
  readonly basicDailyAllowance: number;
  /** Days certified as unemployed in each two-month period. */
  readonly certifiedDays: readonly number[];
}

/** 教育訓練休暇給付金: an employee on unpaid leave for training. */
export interface LeaveCase {
  readonly kind: 'leave';
  /** First day of the leave. */
  readonly start: CivilDate;
  /** Consecutive days of leave. */
  readonly leaveDays: number;
  readonly unpaid?: boolean | undefined;
  readonly insuredMonthsInTwoYears?: number | undefined;
  /** Years enrolled (算定基礎期間): decide how many days are paid. */
  readonly insuredYears: number;
  readonly basicDailyAllowance: number;
}

export type BenefitCase = TrainingCase | SupportCase | LeaveCase;
