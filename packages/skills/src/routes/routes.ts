import { type Ability, resolveAbility, roleNamed } from '../distance/ability.ts';
import {
  type AskedItems,
  askedItems,
  type IndexedFramework,
  indexOf,
} from '../distance/indexed-framework.ts';
import { addHeld, emptyLevels, type HeldLevels, lackingWeight, shareOf } from '../distance/measure.ts';
import type { Framework } from '../framework.ts';
import { checkProgrammes, isDay, type PlacedProgramme, placeProgrammes } from '../programmes/programme.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { rejected } from './rejections.ts';
import type { RejectedRoute, Route, RouteOptions, Routes } from './route.ts';
import { type PlannedStep, schedule } from './schedule.ts';
import { RouteSearch } from './search.ts';
import { studyPlan } from './study.ts';

const DEFAULT_MAX_GAP = 0.85;
const MOST_REJECTED = 20;
/** Ways looked at for each that is wanted, since days and openings may forbid some. */
const SPARE_WAYS = 4;

/**
 * Ways from a role, or from items held, to a role, step by step. A step may lack at most `maxGapPerStep`; what its role
 * asks is held once it was taken, learnt in programmes or at work. Of the fewest steps that lead there, those with the
 * least to learn come first. Where no role leads nearer, programmes for the goal itself may.
 *
 * @param from  a role or grade by id, alias or title, or the items that somebody holds
 * @param to    the same, as the goal
 */
export function routes(
  framework: Framework,
  from: Ability,
  to: Ability,
  options: RouteOptions = {},
): Routes | Refusal {
  const fault = checkOptions(options);
  if (fault !== undefined) return fault;
  const index = indexOf(framework);
  const start = resolveAbility(index, from, 'from');
  if (isRefusal(start)) return start;
  const end = resolveAbility(index, to, 'to');
  if (isRefusal(end)) return end;
  const held = emptyLevels(index);
  addHeld(held, start);
  return new RouteFinder(
    index,
    held,
    askedItems(index.weights, end),
    roleOf(index, from),
    roleOf(index, to),
    options,
  ).find();
}

class RouteFinder {
  readonly #index: IndexedFramework;
  readonly #from: HeldLevels;
  readonly #goal: AskedItems;
  readonly #goalRole: string | null;
  readonly #options: RouteOptions;
  readonly #maxGap: number;
  readonly #limit: number;
  readonly #search: RouteSearch;
  readonly #programmes: readonly PlacedProgramme[];
  readonly #found: Route[] = [];
  readonly #rejected: RejectedRoute[] = [];

  constructor(
    index: IndexedFramework,
    from: HeldLevels,
    goal: AskedItems,
    fromRole: string | null,
    goalRole: string | null,
    options: RouteOptions,
  ) {
    this.#index = index;
    this.#from = from;
    this.#goal = goal;
    this.#goalRole = goalRole;
    this.#options = options;
    this.#maxGap = options.maxGapPerStep ?? DEFAULT_MAX_GAP;
    this.#limit = options.limit ?? 3;
    this.#programmes = placeProgrammes(index, options.programmes ?? []);
    const openings = options.openings && new Set(options.openings.map(({ role }) => role));
    this.#search = new RouteSearch(
      index,
      goal,
      this.#maxGap,
      (role) => role !== goalRole && role !== fromRole && (openings === undefined || openings.has(role)),
    );
  }

  find(): Routes {
    const { maxSteps = 4 } = this.#options;
    if (lackingWeight(this.#goal, this.#from, this.#index.framework.levels.length) === 0) {
      return { routes: [{ steps: [], hours: 0, learnt: 0 }], rejected: [], complete: true };
    }
    this.#rejectDirect();
    for (let between = 0; between < maxSteps && this.#found.length === 0; between++) {
      const paths = this.#search.paths(this.#from, between, this.#limit * SPARE_WAYS);
      for (const { roles } of paths.found) {
        if (this.#found.length < this.#limit) this.#take(this.#plan(roles));
      }
      if (between > 0) for (const { roles, share } of paths.short) this.#rejectShort(roles, share);
    }
    this.#study(maxSteps);
    return {
      routes: this.#found
        .sort((a, b) => a.steps.length - b.steps.length || a.learnt - b.learnt)
        .slice(0, this.#limit),
      rejected: this.#rejected.slice(0, MOST_REJECTED),
      complete: this.#search.complete,
    };
  }

  #take(plan: readonly PlannedStep[]): void {
    const result = schedule(this.#index, this.#from, this.#goal, plan, this.#programmes, this.#options);
    if ('steps' in result) this.#found.push(result);
    else this.#rejected.push(result);
  }

  #plan(roles: readonly number[]): PlannedStep[] {
    const through = roles.map((place): PlannedStep => {
      const asked = this.#index.asked[place]!;
      return { kind: 'move', role: this.#index.framework.roles[place]!.id, asked, weight: asked.weight };
    });
    return [...through, this.#lastStep()];
  }

  #lastStep(): PlannedStep {
    return { kind: 'move', role: this.#goalRole, asked: this.#goal, weight: this.#goal.weight };
  }

  #study(maxSteps: number): void {
    if (this.#programmes.length === 0 || this.#direct() <= this.#maxGap) return;
    const stages = studyPlan(this.#index, this.#from, this.#goal, this.#programmes, this.#maxGap);
    if (stages === undefined) return;
    const plan = [...stages.map((stage) => ({ ...stage, role: this.#goalRole })), this.#lastStep()];
    if (plan.length <= maxSteps) this.#take(plan);
    else {
      this.#rejected.push(
        rejected('too-many-steps', [this.#goalRole], maxSteps, this.#direct(), { maxSteps }),
      );
    }
  }

  #direct(): number {
    const { framework } = this.#index;
    return shareOf(lackingWeight(this.#goal, this.#from, framework.levels.length), this.#goal.weight);
  }

  #rejectDirect(): void {
    const share = this.#direct();
    if (share > this.#maxGap) this.#rejected.push(rejected('gap-over-limit', [this.#goalRole], 1, share));
  }

  #rejectShort(roles: readonly number[], share: number): void {
    const ids = roles.map((place) => this.#index.framework.roles[place]!.id);
    this.#rejected.push(rejected('gap-over-limit', [...ids, this.#goalRole], roles.length + 1, share));
  }
}

function roleOf(index: IndexedFramework, ability: Ability): string | null {
  return roleNamed(index, ability)?.id ?? null;
}

function checkOptions(options: RouteOptions): Refusal | undefined {
  const { maxGapPerStep, maxSteps, limit, start, deadline, hoursPerWeek, monthsInPost, programmes } = options;
  if (maxGapPerStep !== undefined && !(maxGapPerStep > 0 && maxGapPerStep <= 1)) {
    return outside('maxGapPerStep', maxGapPerStep, '0 < x ≤ 1');
  }
  const numbers: [string, number | undefined, number, number][] = [
    ['maxSteps', maxSteps, 1, 6],
    ['limit', limit, 1, 50],
    ['monthsInPost', monthsInPost, 0, 600],
  ];
  for (const [name, value, least, most] of numbers) {
    if (value !== undefined && !(Number.isInteger(value) && value >= least && value <= most)) {
      return outside(name, value, `${least}–${most}`);
    }
  }
  if (hoursPerWeek !== undefined && !(hoursPerWeek > 0 && hoursPerWeek <= 168)) {
    return outside('hoursPerWeek', hoursPerWeek, '0 < x ≤ 168');
  }
  if (start !== undefined && !isDay(start)) return outside('start', start, 'yyyy-mm-dd');
  if (deadline !== undefined && !isDay(deadline)) return outside('deadline', deadline, 'yyyy-mm-dd');
  return programmes === undefined ? undefined : checkProgrammes(programmes);
}

function outside(name: string, value: unknown, allowed: string): Refusal {
  return refuse('invalid-option', `options.${name}`, value, {
    ja: `${name} に使えるのは ${allowed} です。`,
    en: `${name} takes ${allowed}.`,
  });
}
