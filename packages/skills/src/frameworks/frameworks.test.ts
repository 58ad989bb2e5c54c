import { describe, expect, it } from 'vitest';
import { frameworkIds, loadFramework } from './load-framework.ts';
import { readStructure, writeStructure } from './structure.ts';

describe('the frameworks of the package', () => {
  it('have as many roles and items as their publishers count', async () => {
    const counts = await Promise.all(
      frameworkIds.map(async (id) => {
        const { roles, items } = await loadFramework(id);
        const links = roles.reduce((sum, { requires }) => sum + requires.length, 0);
        return [id, roles.length, items.length, links];
      }),
    );
    expect(counts).toEqual([
      ['kakehashi', 22, 120, expect.any(Number)],
      ['nice', 41, 2148, 5334],
      ['dcwf', 65, 2261, expect.any(Number)],
      ['gddat', 52, 189, expect.any(Number)],
      ['ecsf', 12, 273, 350],
    ]);
    const gddat = await loadFramework('gddat');
    expect(gddat.roles.flatMap(({ grades = [] }) => grades)).toHaveLength(205);
  });

  it('are sound: identifiers once, links that lead somewhere, levels that exist, a notice', async () => {
    for (const id of frameworkIds) {
      const { items, roles, levels, groups, licence } = await loadFramework(id);
      const ids = new Set(items.map((item) => item.id));
      const levelIds = new Set(levels.map((level) => level.id));
      expect(ids.size).toBe(items.length);
      expect(new Set(roles.map((role) => role.id)).size).toBe(roles.length);
      for (const role of roles) {
        for (const { item, level } of role.requires) {
          expect(ids, `${id} ${role.id}`).toContain(item);
          if (level !== undefined) expect(levelIds).toContain(level);
        }
        if (role.group !== undefined) expect(groups.map((group) => group.id)).toContain(role.group);
      }
      expect(licence.notice).not.toBe('');
    }
  });

  it('carry no statement of others', async () => {
    for (const id of ['nice', 'dcwf', 'gddat', 'ecsf'] as const) {
      const { items, roles } = await loadFramework(id);
      expect([...items, ...roles].filter(({ text }) => text !== undefined)).toEqual([]);
    }
  });

  it('are the same object each time, and an unknown one is thrown out', async () => {
    expect(await loadFramework('nice')).toBe(await loadFramework('nice'));
    await expect(loadFramework('sfia' as never)).rejects.toThrow(RangeError);
  });

  it('stay the same when their structure is written and read', async () => {
    for (const id of ['nice', 'dcwf', 'gddat', 'ecsf'] as const) {
      const framework = await loadFramework(id);
      const { groups: _g, items: _i, roles: _r, mappings: _m, ...sheet } = framework;
      expect(readStructure(sheet, writeStructure(framework))).toEqual(framework);
    }
  });
});
