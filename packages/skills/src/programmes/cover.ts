/** Set cover over rows that weigh something: which of some sets, each a list of rows, cover all that can be covered. */
export interface CoverProblem {
  /** Weight of each row, above 0. */
  readonly weights: Float64Array;
  /** Rows of each set, without doubles. */
  readonly sets: readonly Int32Array[];
  /** Sets of equal use are preferred in this order: lower first. */
  readonly order: readonly number[];
}

export interface Cover {
  /** Chosen sets, in the order they were chosen. */
  readonly chosen: readonly number[];
  /** No fewer sets cover as much. */
  readonly atLeast: number;
  readonly exact: boolean;
}

/** Number of sets up to which the smallest cover is found for certain. */
export const EXACT_UP_TO = 40;
