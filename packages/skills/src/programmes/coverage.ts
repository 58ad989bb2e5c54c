import { type Ability, isRole, resolveAbility, roleNamed } from '../distance/ability.ts';
import {
  type AskedItems,
  askedItems,
  type IndexedFramework,
  indexOf,
} from '../distance/indexed-framework.ts';
import { addHeld, emptyLevels, HELD_IN_FULL, lackingPart, shareOf } from '../distance/measure.ts';
import type { Framework, Role } from '../framework.ts';
import { loadedFrameworks } from '../frameworks/loaded.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { type Cover, EXACT_UP_TO } from './cover.ts';
import { exactCover } from './exact-cover.ts';
import { greedyCover } from './greedy-cover.ts';
import {
  checkProgrammes,
  type PlacedProgramme,
  type Programme,
  type ProgrammeUse,
  placeProgrammes,
  useOf,
} from './programme.ts';

export interface CoverageOptions {
  /** What the role's id and the items belong to. Without it, a role of one framework that was loaded is found. */
  readonly framework?: Framework;
  /** What is held already and needs no programme. */
  readonly held?: Ability;
}

export interface Coverage {
  /** The chosen programmes, in the order of how much each adds. */
  readonly programmes: readonly ProgrammeUse[];
  /** Weight of what they fill ÷ weight of what is wanted. */
  readonly share: number;
  readonly covered: readonly string[];
  /** What no programme fills. */
  readonly missing: readonly string[];
  /** Hours of the chosen programmes, as far as they say. */
  readonly hours: number;
  readonly price: number;
  /** Whether these are for certain the fewest that fill as much. */
  readonly exact: boolean;
  /** No fewer programmes fill as much; equal to their number where `exact`. */
  readonly atLeast: number;
}

/**
 * The fewest programmes that fill as much of a role as all of them together; of equally few, those with fewer hours,
 * then the cheaper ones. For certain up to 40 programmes that fill anything; beyond, greedily, with `atLeast` as bound.
 * What a programme teaches that the role does not ask is left out of account, and so is a programme that is full.
 * @param role  a role's id, a role, or the items wanted
 */
export function coverage(
  programmes: readonly Programme[],
  role: Ability,
  options: CoverageOptions = {},
): Coverage | Refusal {
  const fault = checkProgrammes(programmes);
  if (fault !== undefined) return fault;
  const index = indexFor(role, options.framework);
  if (isRefusal(index)) return index;
  const goal = resolveAbility(index, role, 'role');
  if (isRefusal(goal)) return goal;
  const levels = emptyLevels(index);
  if (options.held !== undefined) {
    const held = resolveAbility(index, options.held, 'options.held');
    if (isRefusal(held)) return held;
    addHeld(levels, held);
  }
  return coverageOf(index, placeProgrammes(index, programmes), askedItems(index.weights, goal), levels);
}

/** @param held  what is held, by place: it is not changed */
export function coverageOf(
  index: IndexedFramework,
  programmes: readonly PlacedProgramme[],
  goal: AskedItems,
  held: Uint8Array,
): Coverage {
  const wanted = wantedRows(index, goal, held);
  const sets: Int32Array[] = [];
  const useful: Programme[] = [];
  const highest = index.framework.levels.length;
  for (const placed of programmes) {
    if (placed.programme.capacity === 0) continue;
    const rows = filledRows(highest, placed, wanted);
    if (rows.length === 0) continue;
    sets.push(rows);
    useful.push(placed.programme);
  }
  const problem = { weights: wanted.weights, sets, order: preference(useful) };
  const greedy = greedyCover(problem);
  const cover: Cover = sets.length <= EXACT_UP_TO ? exactCover(problem, greedy.chosen) : greedy;
  return answer(index, wanted, useful, sets, cover);
}

interface WantedRows {
  /** Row of each item of the framework, by its place: -1 where it is not wanted. */
  readonly rowOf: Int32Array;
  readonly items: readonly number[];
  /** Level asked of each row's item. */
  readonly asked: readonly number[];
  readonly weights: Float64Array;
}

/** What is still wanted. Items that weigh nothing beside others that do need no programme. */
function wantedRows(index: IndexedFramework, goal: AskedItems, held: Uint8Array): WantedRows {
  const highest = index.framework.levels.length;
  const rowOf = new Int32Array(index.framework.items.length).fill(-1);
  const items: number[] = [];
  const asked: number[] = [];
  const own: number[] = [];
  for (let at = 0; at < goal.items.length; at++) {
    const item = goal.items[at]!;
    const weight = goal.weights[at]! * lackingPart(held[item]!, goal.levels[at]!, highest);
    if (weight === 0) continue;
    rowOf[item] = items.length;
    items.push(item);
    asked.push(goal.levels[at]!);
    own.push(weight);
  }
  return { rowOf, items, asked, weights: Float64Array.from(own) };
}

/** The rows that a programme fills: those whose level it reaches. Without a level it reaches any. */
function filledRows(highest: number, { items, levels }: PlacedProgramme, wanted: WantedRows): Int32Array {
  const rows: number[] = [];
  for (let at = 0; at < items.length; at++) {
    const row = wanted.rowOf[items[at]!]!;
    if (row < 0 || rows.includes(row)) continue;
    const reached = levels[at]! || HELD_IN_FULL;
    if (lackingPart(reached, wanted.asked[row]!, highest) === 0) rows.push(row);
  }
  return Int32Array.from(rows);
}

/** Rank of each programme: fewer hours, then cheaper, then by id. What is not said counts as much. */
function preference(programmes: readonly Programme[]): number[] {
  const amount = (value: number | undefined) => value ?? Number.MAX_VALUE;
  const sorted = [...programmes.keys()].sort((a, b) => {
    const [one, other] = [programmes[a]!, programmes[b]!];
    return (
      amount(one.hours) - amount(other.hours) ||
      amount(one.price) - amount(other.price) ||
      (one.id < other.id ? -1 : one.id > other.id ? 1 : a - b)
    );
  });
  const order = new Array<number>(programmes.length);
  sorted.forEach((programme, rank) => {
    order[programme] = rank;
  });
  return order;
}

function answer(
  index: IndexedFramework,
  wanted: WantedRows,
  programmes: readonly Programme[],
  sets: readonly Int32Array[],
  cover: Cover,
): Coverage {
  const { items } = index.framework;
  const idOf = (row: number) => items[wanted.items[row]!]!.id;
  const total = wanted.weights.reduce((sum, weight) => sum + weight, 0);
  const covered = new Set<number>();
  const uses: ProgrammeUse[] = [];
  for (const set of byGain(cover.chosen, sets, wanted.weights)) {
    const fresh = [...sets[set]!].filter((row) => !covered.has(row));
    for (const row of fresh) covered.add(row);
    uses.push(useOf(programmes[set]!, fresh.map(idOf)));
  }
  let weight = 0;
  for (const row of covered) weight += wanted.weights[row]!;
  const rows = [...wanted.items.keys()];
  return {
    programmes: uses,
    share: total === 0 ? 1 : shareOf(weight, total),
    covered: rows.filter((row) => covered.has(row)).map(idOf),
    missing: rows.filter((row) => !covered.has(row)).map(idOf),
    hours: uses.reduce((sum, { hours = 0 }) => sum + hours, 0),
    price: uses.reduce((sum, { price = 0 }) => sum + price, 0),
    exact: cover.exact,
    atLeast: cover.atLeast,
  };
}

/** The chosen sets so that each is the one that adds most to those before it. */
function byGain(chosen: readonly number[], sets: readonly Int32Array[], weights: Float64Array): number[] {
  const left = new Set(chosen);
  const covered = new Set<number>();
  const ordered: number[] = [];
  while (left.size > 0) {
    let best = -1;
    let most = -1;
    for (const set of left) {
      let gain = 0;
      for (const row of sets[set]!) if (!covered.has(row)) gain += weights[row]!;
      if (gain > most) [best, most] = [set, gain];
    }
    left.delete(best);
    for (const row of sets[best]!) covered.add(row);
    ordered.push(best);
  }
  return ordered;
}

/**
 * The framework that is meant: the one given, or the one loaded framework that has the role. Items that several have,
 * or none, are weighed alike.
 */
function indexFor(role: Ability, given: Framework | undefined): IndexedFramework | Refusal {
  if (given !== undefined) return indexOf(given);
  const loaded = loadedFrameworks();
  if (isRole(role)) {
    const owner = loaded.find((framework) => roleNamed(indexOf(framework), role) === role);
    const asked = role.requires.map(({ item }) => item);
    return indexOf(owner ?? plainFramework(asked, [role]));
  }
  if (typeof role !== 'object' || role === null) {
    const owners = loaded.filter((framework) => roleNamed(indexOf(framework), role) !== undefined);
    return owners.length === 1 ? indexOf(owners[0]!) : frameworkNeeded(String(role));
  }
  const ids = [...role].map((entry) => (typeof entry === 'string' ? entry : entry.id));
  const owners = loaded.filter((framework) => ids.every((id) => indexOf(framework).itemPlaces.has(id)));
  return indexOf(owners.length === 1 ? owners[0]! : plainFramework(ids, []));
}

function frameworkNeeded(role: string): Refusal {
  return refuse('framework-needed', 'options.framework', role, {
    ja: `「${role.slice(0, 80)}」がどの枠組みの役割か分かりません。options.framework で指定してください。`,
    en: `Which framework has the role "${role.slice(0, 80)}"? Give it in options.framework.`,
  });
}

function plainFramework(ids: readonly string[], roles: readonly Role[]): Framework {
  return {
    id: 'plain',
    version: '',
    title: {},
    languages: [],
    source: { publisher: '', title: '', published: '' },
    licence: { name: '', notice: '' },
    levels: [],
    groups: [],
    items: [...new Set(ids)].map((id) => ({ id, kind: 'statement' })),
    roles,
    mappings: [],
  };
}
