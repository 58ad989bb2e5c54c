import type { Framework, Group, Item, Requirement, Role } from '../framework.ts';
import type { FrameworkSheet } from '../frameworks/sheets.ts';
import type { Problems } from './problems.ts';

/** Puts a framework together from a file: identifiers once each, and only what is there is referred to. */
export class FrameworkBuilder {
  readonly #problems: Problems;
  readonly #items = new Map<string, Item>();
  readonly #roles = new Map<string, Role & { place: string }>();
  readonly #groups = new Map<string, Group>();

  constructor(problems: Problems) {
    this.#problems = problems;
  }

  addGroup(group: Group, place: string): void {
    if (this.#groups.has(group.id)) this.#problems.error('duplicate', place, group.id);
    else if (group.id !== '') this.#groups.set(group.id, group);
  }

  /** A group that rows name without declaring it. */
  nameGroup(id: string, kind: Group['kind']): string {
    if (!this.#groups.has(id)) this.#groups.set(id, { id, kind, title: { en: id } });
    return id;
  }

  addItem(item: Item, place: string): void {
    if (this.#items.has(item.id)) this.#problems.error('duplicate', place, item.id);
    else if (item.id !== '') this.#items.set(item.id, item);
  }

  addRole(role: Role, place: string): void {
    if (this.#roles.has(role.id)) this.#problems.error('duplicate', place, role.id);
    else if (role.id !== '') this.#roles.set(role.id, { ...role, place });
  }

  build(sheet: FrameworkSheet, mappings: Framework['mappings'] = []): Framework {
    const used = new Set<string>();
    const roles = [...this.#roles.values()].map(({ place, ...role }): Role => {
      const requires = this.#known(role.requires, place, true);
      for (const { item } of requires) used.add(item);
      if (role.grades === undefined) return { ...role, requires };
      const grades = role.grades.map((grade) => ({
        ...grade,
        requires: this.#known(grade.requires, `${place} (${grade.id})`, false),
      }));
      return { ...role, requires, grades };
    });
    for (const { id } of this.#items.values())
      if (!used.has(id)) this.#problems.warning('in-no-role', id, id);
    return {
      ...sheet,
      groups: [...this.#groups.values()],
      items: [...this.#items.values()],
      roles,
      mappings,
    };
  }

  /** Requirements of items that are there, once each; the first mention stands. */
  #known(requires: readonly Requirement[], place: string, reports: boolean): Requirement[] {
    const seen = new Set<string>();
    const known: Requirement[] = [];
    for (const requirement of requires) {
      const { item } = requirement;
      if (!this.#items.has(item)) {
        if (reports) this.#problems.error('unknown-reference', place, item);
      } else if (seen.has(item)) {
        if (reports) this.#problems.warning('named-twice', place, item);
      } else known.push(requirement);
      seen.add(item);
    }
    return known;
  }
}
