import type { Framework, Item } from '../framework.ts';

/**
 * What became of an item:
 * - `kept`: nothing changed
 * - `reworded`: the same identifier, another wording
 * - `moved`: the same wording at another identifier, or of another kind or group, or asked by other roles
 * - `split`, `merged`: the new version says that several stand in place of one, or one in place of several
 * - `replaced`: the new version says that one stands in place of one
 * - `withdrawn`, `new`
 */
export type ItemFate = 'kept' | 'reworded' | 'moved' | 'split' | 'merged' | 'replaced' | 'withdrawn' | 'new';

export interface ItemChange {
  readonly fate: ItemFate;
  /** Identifiers in the old version; none for a new item. */
  readonly from: readonly string[];
  /** Identifiers in the new version; none for one that was withdrawn. */
  readonly to: readonly string[];
  /** Roles that began and ceased to ask it, where roles exist in both versions. */
  readonly rolesAdded: readonly string[];
  readonly rolesRemoved: readonly string[];
}

export interface RoleChange {
  readonly id: string;
  readonly fate: 'kept' | 'renamed' | 'changed' | 'withdrawn' | 'new';
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export interface VersionComparison {
  readonly from: string;
  readonly to: string;
  /** One entry for each item of either version. */
  readonly items: readonly ItemChange[];
  readonly roles: readonly RoleChange[];
  readonly counts: Readonly<Record<ItemFate, number>>;
}

/**
 * What became of each item and role from one version of a framework to the next. Nothing is guessed from likeness: an
 * item at another identifier is the same only with the same wording. Wordings are compared where both versions have
 * them; blanks and case make no difference.
 */
export function compareVersions(old: Framework, next: Framework): VersionComparison {
  const items = [...new ItemComparison(old, next).changes()];
  const counts = Object.fromEntries(
    fates.map((fate) => [fate, items.filter((change) => change.fate === fate).length]),
  ) as Record<ItemFate, number>;
  return { from: old.version, to: next.version, items, roles: compareRoles(old, next), counts };
}

const fates: readonly ItemFate[] = [
  'kept',
  'reworded',
  'moved',
  'split',
  'merged',
  'replaced',
  'withdrawn',
  'new',
];

class ItemComparison {
  readonly #old: Map<string, Item>;
  readonly #next: Map<string, Item>;
  readonly #oldRoles: Map<string, Set<string>>;
  readonly #nextRoles: Map<string, Set<string>>;

  constructor(old: Framework, next: Framework) {
    this.#old = new Map(old.items.map((item) => [item.id, item]));
    this.#next = new Map(next.items.map((item) => [item.id, item]));
    const nextIds = new Set(next.roles.map(({ id }) => id));
    const common = new Set(old.roles.map(({ id }) => id).filter((id) => nextIds.has(id)));
    this.#oldRoles = rolesByItem(old, common);
    this.#nextRoles = rolesByItem(next, common);
  }

  *changes(): Generator<ItemChange> {
    const done = new Set<string>();
    const taken = new Set<string>();
    for (const change of this.#stated()) {
      for (const id of change.from) done.add(id);
      for (const id of change.to) taken.add(id);
      yield change;
    }
    for (const [id, item] of this.#old) {
      const same = this.#next.get(id);
      if (done.has(id) || same === undefined || taken.has(id)) continue;
      done.add(id);
      taken.add(id);
      yield this.#change(this.#fateOf(item, same), [id], [id]);
    }
    const byWording = new Map<string, string>();
    for (const [id, item] of this.#next) {
      const wording = wordingOf(item);
      if (!taken.has(id) && wording !== '' && !byWording.has(wording)) byWording.set(wording, id);
    }
    for (const [id, item] of this.#old) {
      if (done.has(id)) continue;
      const target = byWording.get(wordingOf(item));
      if (target === undefined) yield this.#change('withdrawn', [id], []);
      else {
        byWording.delete(wordingOf(item));
        taken.add(target);
        yield this.#change('moved', [id], [target]);
      }
    }
    for (const id of this.#next.keys()) if (!taken.has(id)) yield this.#change('new', [], [id]);
  }

  /** What the new version says of itself by `replaces`. */
  *#stated(): Generator<ItemChange> {
    const successors = new Map<string, string[]>();
    for (const [id, { replaces = [] }] of this.#next) {
      const known = replaces.filter((before) => this.#old.has(before));
      if (known.length > 1) yield this.#change('merged', known, [id]);
      else for (const before of known) successors.set(before, [...(successors.get(before) ?? []), id]);
    }
    for (const [before, ids] of successors) {
      yield this.#change(ids.length > 1 ? 'split' : 'replaced', [before], ids);
    }
  }

  #fateOf(item: Item, same: Item): ItemFate {
    const [before, after] = [wordingOf(item), wordingOf(same)];
    if (before !== '' && after !== '' && before !== after) return 'reworded';
    const { rolesAdded, rolesRemoved } = this.#change('kept', [item.id], [item.id]);
    const stays = item.kind === same.kind && item.group === same.group;
    return stays && rolesAdded.length + rolesRemoved.length === 0 ? 'kept' : 'moved';
  }

  #change(fate: ItemFate, from: readonly string[], to: readonly string[]): ItemChange {
    const before = union(from.map((id) => this.#oldRoles.get(id)));
    const after = union(to.map((id) => this.#nextRoles.get(id)));
    return { fate, from, to, rolesAdded: without(after, before), rolesRemoved: without(before, after) };
  }
}

function rolesByItem(framework: Framework, among: ReadonlySet<string>): Map<string, Set<string>> {
  const roles = new Map<string, Set<string>>();
  for (const { id, requires } of framework.roles) {
    if (!among.has(id)) continue;
    for (const { item } of requires) roles.set(item, (roles.get(item) ?? new Set()).add(id));
  }
  return roles;
}

function union(sets: readonly (ReadonlySet<string> | undefined)[]): Set<string> {
  return new Set(sets.flatMap((set) => [...(set ?? [])]));
}

function without(all: ReadonlySet<string>, others: ReadonlySet<string>): string[] {
  return [...all].filter((id) => !others.has(id));
}

function wordingOf({ text, title }: Item): string {
  const wording = text ?? title;
  const folded = (wording?.en ?? wording?.ja ?? '').normalize('NFKC').toLowerCase();
  return folded.replace(/\s+/g, ' ').trim();
}

function compareRoles(old: Framework, next: Framework): RoleChange[] {
  const before = new Map(old.roles.map((role) => [role.id, role]));
  const after = new Map(next.roles.map((role) => [role.id, role]));
  return [...new Set([...before.keys(), ...after.keys()])].map((id): RoleChange => {
    const [was, is] = [before.get(id), after.get(id)];
    const asked = [was, is].map((role) => new Set(role?.requires.map(({ item }) => item)));
    const added = without(asked[1]!, asked[0]!);
    const removed = without(asked[0]!, asked[1]!);
    if (was === undefined) return { id, fate: 'new', added, removed };
    if (is === undefined) return { id, fate: 'withdrawn', added, removed };
    if (added.length + removed.length > 0) return { id, fate: 'changed', added, removed };
    const isRenamed = was.title.en !== is.title.en || was.title.ja !== is.title.ja;
    return { id, fate: isRenamed ? 'renamed' : 'kept', added, removed };
  });
}
