import type { Framework, Requirement, Role, RoleGrade } from '../framework.ts';

/** What somebody holds or a role asks: places of items in `Framework.items`, with the level of each (0: no level). */
export interface HeldItems {
  readonly items: Int32Array;
  readonly levels: Uint8Array;
}

/** What is asked, with what each item of it weighs. */
export interface AskedItems extends HeldItems {
  readonly weights: Float64Array;
  /** Their sum. */
  readonly weight: number;
}

/** A framework with what distances are computed from. Made once a framework, since frameworks never change. */
export interface IndexedFramework {
  readonly framework: Framework;
  readonly itemPlaces: ReadonlyMap<string, number>;
  /** Number of each level, lowest 1. */
  readonly levelNumbers: ReadonlyMap<string, number>;
  /** What each role asks, in the order of `Framework.roles`. */
  readonly asked: readonly AskedItems[];
  /** Roles and grades by id, alias and title in lower case. */
  readonly roles: ReadonlyMap<string, Role | RoleGrade>;
  readonly rolePlaces: ReadonlyMap<string, number>;
  /**
   * ln(roles ÷ roles that ask the item): an item that every role asks tells no role from another and weighs nothing.
   * An item that no role asks weighs as one that a single role asks.
   */
  readonly weights: Float64Array;
  readonly holders: Holders;
}

/** The roles that ask each item: those of the item at place `p` from `starts[p]` to `starts[p + 1]`. */
interface Holders {
  readonly starts: Int32Array;
  readonly roles: Int32Array;
  readonly levels: Uint8Array;
}

const indexes = new WeakMap<Framework, IndexedFramework>();

export function indexOf(framework: Framework): IndexedFramework {
  let index = indexes.get(framework);
  if (index === undefined) {
    index = buildIndex(framework);
    indexes.set(framework, index);
  }
  return index;
}

function buildIndex(framework: Framework): IndexedFramework {
  const itemPlaces = new Map(framework.items.map(({ id }, at) => [id, at]));
  const levelNumbers = new Map(framework.levels.map(({ id }, at) => [id, at + 1]));
  const held = framework.roles.map(({ requires }) => heldItems(requires, itemPlaces, levelNumbers));

  const holders = holdersOf(held, framework.items.length);
  const weights = Float64Array.from(framework.items, (_, item) => {
    const count = holders.starts[item + 1]! - holders.starts[item]!;
    return framework.roles.length === 0 ? 1 : Math.log(framework.roles.length / Math.max(1, count));
  });

  const roles = new Map<string, Role | RoleGrade>();
  const name = (key: string | undefined, role: Role | RoleGrade) => {
    const folded = key?.trim().toLowerCase();
    if (folded !== undefined && folded !== '' && !roles.has(folded)) roles.set(folded, role);
  };
  for (const role of framework.roles) name(role.id, role);
  for (const role of framework.roles) for (const grade of role.grades ?? []) name(grade.id, grade);
  for (const role of framework.roles) for (const alias of role.aliases ?? []) name(alias, role);
  for (const role of framework.roles) for (const title of Object.values(role.title)) name(title, role);
  for (const role of framework.roles) {
    for (const grade of role.grades ?? []) for (const title of Object.values(grade.title)) name(title, grade);
  }
  return {
    framework,
    itemPlaces,
    levelNumbers,
    asked: held.map((items) => askedItems(weights, items)),
    roles,
    rolePlaces: new Map(framework.roles.map(({ id }, at) => [id, at])),
    weights,
    holders,
  };
}

function holdersOf(held: readonly HeldItems[], itemCount: number): Holders {
  const starts = new Int32Array(itemCount + 1);
  for (const { items } of held) for (const item of items) starts[item + 1]! += 1;
  for (let item = 0; item < itemCount; item++) starts[item + 1]! += starts[item]!;
  const next = starts.slice();
  const roles = new Int32Array(starts[itemCount]!);
  const levels = new Uint8Array(starts[itemCount]!);
  held.forEach((own, role) => {
    own.items.forEach((item, at) => {
      const place = next[item]!++;
      roles[place] = role;
      levels[place] = own.levels[at]!;
    });
  });
  return { starts, roles, levels };
}

/** Places and levels of requirements. An item that is named twice counts once, at its highest level. */
export function heldItems(
  requires: readonly Requirement[],
  itemPlaces: ReadonlyMap<string, number>,
  levelNumbers: ReadonlyMap<string, number>,
): HeldItems {
  const levelOf = new Map<number, number>();
  for (const { item, level } of requires) {
    const place = itemPlaces.get(item);
    if (place === undefined) continue;
    const number = level === undefined ? 0 : (levelNumbers.get(level) ?? 0);
    levelOf.set(place, Math.max(number, levelOf.get(place) ?? 0));
  }
  return { items: Int32Array.from(levelOf.keys()), levels: Uint8Array.from(levelOf.values()) };
}

/** How items of a goal weigh: by rarity, or, where all of them weigh nothing, one each. */
export function askedItems(weights: Float64Array, { items, levels }: HeldItems): AskedItems {
  const own = Float64Array.from(items, (item) => weights[item]!);
  if (!own.some((weight) => weight > 0)) own.fill(1);
  return { items, levels, weights: own, weight: own.reduce((sum, weight) => sum + weight, 0) };
}
