import { describe, expect, it } from 'vitest';
import { loadFramework } from '../frameworks/load-framework.ts';
import { kakehashi } from './framework.ts';

const japanese = /[ぁ-んァ-ヶ一-龠]/;

describe('the compact framework', () => {
  it('says everything in both languages', () => {
    const { items, roles, levels, groups } = kakehashi;
    const wordings = [...items, ...roles, ...levels, ...groups].flatMap(({ title, ...rest }) => [
      title ?? {},
      ...('text' in rest && rest.text ? [rest.text] : []),
    ]);
    for (const { levels: written } of items) wordings.push(...Object.values(written ?? {}));
    for (const { ja, en } of wordings) {
      expect(ja).toMatch(japanese);
      expect(en).not.toMatch(japanese);
      expect(en?.length).toBeGreaterThan(1);
    }
  });

  it('has four levels with what one does at each, for at least 40 skills', () => {
    const described = kakehashi.items.filter(({ levels }) => levels !== undefined);
    expect(described.length).toBeGreaterThanOrEqual(40);
    for (const { levels } of described) {
      expect(Object.keys(levels!)).toEqual(kakehashi.levels.map(({ id }) => id));
      expect(new Set(Object.values(levels!).map(({ ja }) => ja)).size).toBe(4);
    }
  });

  it('matches each skill and role to identifiers that other frameworks have', async () => {
    const targets = new Map<string, Set<string>>();
    for (const id of ['nice', 'gddat', 'ecsf'] as const) {
      const { items, roles, groups } = await loadFramework(id);
      targets.set(id, new Set([...items, ...roles, ...groups].map((entry) => entry.id)));
    }
    for (const { framework, target, match } of kakehashi.mappings) {
      expect(targets.get(framework), `${framework} ${target}`).toContain(target);
      expect(['same', 'wider', 'narrower', 'near']).toContain(match);
    }
    const mapped = new Set(kakehashi.mappings.map(({ id }) => id));
    expect([...kakehashi.items, ...kakehashi.roles].filter(({ id }) => !mapped.has(id))).toEqual([]);
  });

  it('asks every skill of some role, each once a role', () => {
    const asked = kakehashi.roles.flatMap(({ requires }) => requires.map(({ item }) => item));
    expect(new Set(asked)).toEqual(new Set(kakehashi.items.map(({ id }) => id)));
    for (const { requires } of kakehashi.roles) {
      expect(new Set(requires.map(({ item }) => item)).size).toBe(requires.length);
    }
  });
});
