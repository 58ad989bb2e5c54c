import { type Framework, type Item, type Role, wordingIn } from '@kakehashi/skills';
import type { Language } from '../../../../platform/i18n/language.ts';

/** The compact framework in one language. */
export class FrameworkWords {
  readonly #language: Language;
  readonly #items: ReadonlyMap<string, Item>;
  readonly #roles: ReadonlyMap<string, Role>;
  readonly framework: Framework;

  constructor(framework: Framework, language: Language) {
    this.framework = framework;
    this.#language = language;
    this.#items = new Map(framework.items.map((item) => [item.id, item]));
    this.#roles = new Map(framework.roles.map((role) => [role.id, role]));
  }

  skill(id: string): string {
    return wordingIn(this.#items.get(id)?.title, this.#language) ?? id;
  }

  skillText(id: string): string {
    return wordingIn(this.#items.get(id)?.text, this.#language) ?? '';
  }

  /** What one does with a skill at a level; undefined where the framework does not say. */
  atLevel(id: string, level: string): string | undefined {
    return wordingIn(this.#items.get(id)?.levels?.[level], this.#language);
  }

  role(id: string): string {
    return wordingIn(this.#roles.get(id)?.title, this.#language) ?? id;
  }

  roleText(id: string): string {
    return wordingIn(this.#roles.get(id)?.text, this.#language) ?? '';
  }

  level(id: string): string {
    return wordingIn(this.framework.levels.find((level) => level.id === id)?.title, this.#language) ?? id;
  }

  levelText(id: string): string {
    return wordingIn(this.framework.levels.find((level) => level.id === id)?.text, this.#language) ?? '';
  }

  group(id: string | undefined): string {
    const group = this.framework.groups.find((each) => each.id === id);
    return wordingIn(group?.title, this.#language) ?? '';
  }

  groupOf(skill: string): string | undefined {
    return this.#items.get(skill)?.group;
  }
}
