import type { MissingItem } from '../distance/gap.ts';
import type { Programme, ProgrammeUse } from '../programmes/programme.ts';

/** A post that can be taken. */
export interface Opening {
  /** The role's id. */
  readonly role: string;
  /** First and last day on which it can be taken, `yyyy-mm-dd`. */
  readonly from?: string;
  readonly until?: string;
}

export interface RouteOptions {
  readonly programmes?: readonly Programme[];
  /** The most that one step may lack: a share of the weight of the role it leads to. Default 0.85. */
  readonly maxGapPerStep?: number;
  /** Default 4, at most 6. */
  readonly maxSteps?: number;
  /** Routes to give, best first. Default 3, at most 50. */
  readonly limit?: number;
  /** The day on which the first step begins, `yyyy-mm-dd`. Without it no date is checked or given. */
  readonly start?: string;
  /** The goal has to be reached by this day. Needs `start`. */
  readonly deadline?: string;
  /** Hours a week for learning: how long a programme without an end lasts. Default 4. */
  readonly hoursPerWeek?: number;
  /** Months in a post before the next move. Default 0. */
  readonly monthsInPost?: number;
  /** Where given, a role can only be taken through an opening. */
  readonly openings?: readonly Opening[];
  /**
   * Whether what a step lacks has to be filled by programmes before it. Else what no programme fills is learnt at work.
   * Default false.
   */
  readonly programmesOnly?: boolean;
}

export interface RouteStep {
  /** `move`: into the role. `study`: programmes for the goal, before anybody moves. */
  readonly kind: 'move' | 'study';
  /** The role's id; null where the goal is not a role but a set of items. */
  readonly role: string | null;
  /** What the step asks to learn, as a share of the weight of the role it leads to. */
  readonly share: number;
  readonly missing: readonly MissingItem[];
  readonly programmes: readonly ProgrammeUse[];
  /** Of what is missing, what no programme fills: learnt at work. */
  readonly atWork: readonly string[];
  /** Hours of the programmes, as far as they say. */
  readonly hours: number;
  /** Days, where `start` was given: when learning begins, and when it is done and the role is taken. */
  readonly from?: string;
  readonly until?: string;
  /** The share lacking for the goal after this step; each step makes it smaller. */
  readonly remaining: number;
}

export interface Route {
  readonly steps: readonly RouteStep[];
  readonly hours: number;
  /** Weight of everything learnt on the way. */
  readonly learnt: number;
  readonly until?: string;
}

export type RejectionCode =
  | 'gap-over-limit'
  | 'no-opening'
  | 'after-deadline'
  | 'not-taught'
  | 'too-many-steps';

export interface RejectedRoute {
  /** Roles of the route, the goal last; null is a goal that is no role. */
  readonly roles: readonly (string | null)[];
  readonly code: RejectionCode;
  /** The step at fault, first 1. */
  readonly step: number;
  /** The share that the step lacks. */
  readonly share: number;
  readonly message: { readonly ja: string; readonly en: string };
}

export interface Routes {
  /** Fewest steps first, then least to learn. Empty where there is none. */
  readonly routes: readonly Route[];
  /** Why others are not among them: the direct move first where it is rejected. At most 20. */
  readonly rejected: readonly RejectedRoute[];
  /** Whether every route within the limits was looked at. */
  readonly complete: boolean;
}
