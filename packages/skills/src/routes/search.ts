import type { AskedItems, IndexedFramework } from '../distance/indexed-framework.ts';
import { addHeld, HELD_IN_FULL, type HeldLevels, lackingPart, lackingWeight } from '../distance/measure.ts';

/** Items that a search looks at before it ends with what it has found. */
const MOST_LOOKS = 4_000_000;
const ROUNDING = 1e-12;
const SHORT_KEPT = 5;

/** A way to the goal through roles. */
interface Path {
  /** Places of the roles on the way, without the goal. */
  readonly roles: readonly number[];
  /** Weight of all that is learnt. */
  readonly learnt: number;
}

/** A way whose last step lacks too much. */
interface ShortPath {
  readonly roles: readonly number[];
  readonly share: number;
}

export interface Paths {
  /** Those with the least to learn first. */
  readonly found: readonly Path[];
  readonly short: readonly ShortPath[];
}

/**
 * Finds ways to a goal through roles, where each step lacks at most a share of its role and brings the goal closer, the
 * last one too: a role that asks all that the goal asks is no step towards it.
 * What a role asks is held once it was taken.
 *
 * Weights obey the triangle inequality, so the direct way is always the shortest and no shortest-path search applies:
 * ways of a given number of steps are tried depth first. What a role can add to the goal only shrinks as more is held.
 * So a way is given up where those that add most, reachable or not, would leave the last step above the limit; and
 * where its roles were tried in another order, since the same is held then.
 */
export class RouteSearch {
  readonly #index: IndexedFramework;
  readonly #goal: AskedItems;
  readonly #isUsable: Uint8Array;
  readonly #maxGap: number;
  readonly #highest: number;
  /** What each role adds to the goal, of the state that is looked at; one array a depth. */
  readonly #adds: Float64Array[] = [];
  #looks = 0;

  constructor(
    index: IndexedFramework,
    goal: AskedItems,
    maxGap: number,
    isUsable: (role: string) => boolean,
  ) {
    this.#index = index;
    this.#goal = goal;
    this.#maxGap = maxGap + ROUNDING;
    this.#highest = index.framework.levels.length;
    this.#isUsable = Uint8Array.from(index.framework.roles, ({ id }) => (isUsable(id) ? 1 : 0));
  }

  /** Whether all ways were looked at. */
  get complete(): boolean {
    return this.#looks <= MOST_LOOKS;
  }

  /** @param between  number of roles before the goal. @param limit  ways to give */
  paths(from: HeldLevels, between: number, limit: number): Paths {
    const state: SearchState = { found: [], short: [], tried: new Set(), limit };
    this.#extend(state, from, [], 0, between);
    return state;
  }

  #extend(state: SearchState, held: HeldLevels, way: readonly number[], learnt: number, left: number): void {
    const lacking = lackingWeight(this.#goal, held, this.#highest);
    this.#looks += this.#goal.items.length;
    // Whoever lacks nothing any more needs no further step.
    if (!this.complete || lacking <= ROUNDING || isBeaten(state, learnt + lacking)) return;
    const allowed = this.#maxGap * this.#goal.weight;
    if (left === 0) {
      if (lacking <= allowed) keep(state, { roles: way, learnt: learnt + lacking });
      return;
    }
    const adds = this.#whatRolesAdd(held, way);
    const candidates = this.#within(adds, lacking - allowed, left);
    if (candidates.length === 0 && left === 1) this.#noteShort(state, adds, way, lacking);
    for (const role of candidates) {
      const asked = this.#index.asked[role]!;
      const lacks = lackingWeight(asked, held, this.#highest);
      this.#looks += asked.items.length;
      if (!this.complete) return;
      if (lacks > this.#maxGap * asked.weight || lacking - adds[role]! <= ROUNDING) continue;
      if (!isNew(state, way, role)) continue;
      if (left === 1) {
        keep(state, { roles: [...way, role], learnt: learnt + lacks + lacking - adds[role]! });
        continue;
      }
      const next = held.slice();
      addHeld(next, asked);
      this.#extend(state, next, [...way, role], learnt + lacks, left - 1);
    }
  }

  /** By how much each role brings the goal closer. */
  #whatRolesAdd(held: HeldLevels, way: readonly number[]): Float64Array {
    this.#adds[way.length] ??= new Float64Array(this.#index.asked.length);
    const adds = this.#adds[way.length]!.fill(0);
    const { items, levels, weights } = this.#goal;
    const { starts, roles, levels: roleLevels } = this.#index.holders;
    for (let at = 0; at < items.length; at++) {
      const item = items[at]!;
      const before = lackingPart(held[item]!, levels[at]!, this.#highest);
      if (before === 0) continue;
      const end = starts[item + 1]!;
      this.#looks += end - starts[item]!;
      for (let holder = starts[item]!; holder < end; holder++) {
        const after =
          this.#highest === 0
            ? 0
            : lackingPart(roleLevels[holder]! || HELD_IN_FULL, levels[at]!, this.#highest);
        if (after < before) adds[roles[holder]!]! += weights[at]! * (before - after);
      }
    }
    for (let role = 0; role < adds.length; role++) if (this.#isUsable[role] === 0) adds[role] = 0;
    for (const role of way) adds[role] = 0;
    return adds;
  }

  /**
   * Roles, those that add most first, with which the goal may still come near enough: together with the best others,
   * `left` of them in all, they add what is needed.
   */
  #within(adds: Float64Array, needed: number, left: number): number[] {
    const top = largest(adds, left);
    const others = top.slice(0, left - 1).reduce((sum, value) => sum + value, 0);
    const least = Math.max(ROUNDING, needed - others);
    const candidates: number[] = [];
    for (let role = 0; role < adds.length; role++) if (adds[role]! >= least) candidates.push(role);
    return candidates.sort((a, b) => adds[b]! - adds[a]!);
  }

  #noteShort(state: SearchState, adds: Float64Array, way: readonly number[], lacking: number): void {
    const most = adds.reduce((best, value, role) => (value > adds[best]! ? role : best), 0);
    if (adds[most]! <= ROUNDING) return;
    keepShort(state, { roles: [...way, most], share: (lacking - adds[most]!) / this.#goal.weight });
  }
}

interface SearchState {
  readonly found: Path[];
  readonly short: ShortPath[];
  /** Sets of roles that were reached. */
  readonly tried: Set<string>;
  readonly limit: number;
}

function largest(values: Float64Array, count: number): number[] {
  const top: number[] = [];
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    if (top.length === count && value <= top[count - 1]!) continue;
    let place = top.length;
    while (place > 0 && top[place - 1]! < value) place--;
    top.splice(place, 0, value);
    if (top.length > count) top.pop();
  }
  return top;
}

function isBeaten({ found, limit }: SearchState, learnt: number): boolean {
  return found.length === limit && learnt >= found.at(-1)!.learnt;
}

function isNew({ tried }: SearchState, way: readonly number[], role: number): boolean {
  const key = [...way, role].sort((a, b) => a - b).join();
  if (tried.has(key)) return false;
  tried.add(key);
  return true;
}

function keep(state: SearchState, path: Path): void {
  if (isBeaten(state, path.learnt)) return;
  state.found.push(path);
  state.found.sort((a, b) => a.learnt - b.learnt);
  if (state.found.length > state.limit) state.found.pop();
}

function keepShort({ short }: SearchState, path: ShortPath): void {
  if (short.length === SHORT_KEPT && path.share >= short.at(-1)!.share) return;
  short.push(path);
  short.sort((a, b) => a.share - b.share);
  if (short.length > SHORT_KEPT) short.pop();
}
