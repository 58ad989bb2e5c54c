import type { Article } from './articles.ts';
import type { BenefitKind } from './case.ts';
import type { CivilDate, Period } from './civil-date.ts';
import type { Parameter, Unconfirmed } from './parameter.ts';
import type { Text } from './text.ts';
import type { TraceNode } from './trace.ts';

/** One condition and whether the case meets it. */
export interface Requirement {
  readonly code: string;
  /** What hangs on it: the benefit as a whole, or only a top-up. */
  readonly about: 'benefit' | 'top-up';
  readonly status: 'met' | 'not-met' | 'not-examined';
  readonly text: Text;
  readonly parameters: readonly Parameter[];
}

export interface Payment {
  readonly code: 'course' | 'half-year' | 'employed-top-up' | 'wage-top-up' | 'support' | 'leave';
  readonly name: Text;
  /** The days paid for; null where their end is not known. */
  readonly period: Period | null;
  /** Yen. */
  readonly amount: number;
  /** Last day to claim; null where nothing is paid or the day cannot be told. */
  readonly dueBy: CivilDate | null;
  readonly claimWithin: Text;
  readonly basis: readonly Article[];
}

/** Something to do by a day, apart from claiming a payment. */
export interface Step {
  readonly code: string;
  readonly text: Text;
  readonly dueBy: CivilDate;
  readonly parameters: readonly Parameter[];
}

export interface Note {
  readonly code: string;
  readonly text: Text;
}

export interface BenefitResult {
  readonly kind: BenefitKind;
  readonly start: CivilDate;
  /** false: a condition is not met; null: not all conditions could be examined. */
  readonly eligible: boolean | null;
  readonly reasons: readonly Requirement[];
  readonly payments: readonly Payment[];
  /** Yen; the sum of the payments, and 0 where `eligible` is false. */
  readonly total: number;
  /** Yen of the fee left to the person; null for benefits that repay no fee. */
  readonly outOfPocket: number | null;
  readonly steps: readonly Step[];
  readonly documents: readonly Text[];
  /** How the input was read where it left more than one way. */
  readonly notes: readonly Note[];
  readonly trace: TraceNode;
  /** Points this answer rests on that no official source settled: ask Hello Work. */
  readonly unconfirmed: readonly Unconfirmed[];
  readonly rulesCheckedOn: CivilDate;
}
