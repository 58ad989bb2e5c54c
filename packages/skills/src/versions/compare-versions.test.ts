import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Framework, Item } from '../framework.ts';
import { anyFrameworks, frameworkOf } from '../testing.ts';
import { compareVersions } from './compare-versions.ts';

const item = (id: string, text: string, more: Partial<Item> = {}): Item => ({
  id,
  kind: 'skill',
  text: { en: text },
  ...more,
});

function version(number: string, items: readonly Item[], roles: Record<string, string[]>): Framework {
  return { ...frameworkOf(roles), version: number, items };
}

describe('from one version to the next', () => {
  const old = version(
    '1',
    [
      item('K1', 'Reads logs'),
      item('K2', 'Writes rules'),
      item('K3', 'Answers phones'),
      item('K4', 'Draws networks'),
      item('K5', 'Tests and audits'),
      item('K6', 'Copies data'),
      item('K7', 'Restores data'),
      item('K8', 'Asks why'),
    ],
    { guard: ['K1', 'K2', 'K8'], clerk: ['K3'] },
  );
  const next = version(
    '2',
    [
      item('K1', 'reads  logs'),
      item('K2', 'Writes detection rules'),
      item('K9', 'Draws networks'),
      item('K10', 'Tests', { replaces: ['K5'] }),
      item('K11', 'Audits', { replaces: ['K5'] }),
      item('K12', 'Copies and restores data', { replaces: ['K6', 'K7'] }),
      item('K8', 'Asks why'),
      item('K13', 'Thinks'),
    ],
    { guard: ['K1', 'K2'], clerk: ['K8'], cook: ['K13'] },
  );
  const comparison = compareVersions(old, next);

  it('says what became of each item', () => {
    const fates = Object.fromEntries(
      comparison.items.map(({ fate, from, to }) => [`${from.join('+')} → ${to.join('+')}`, fate]),
    );
    expect(fates).toEqual({
      'K1 → K1': 'kept',
      'K2 → K2': 'reworded',
      'K3 → ': 'withdrawn',
      'K4 → K9': 'moved',
      'K5 → K10+K11': 'split',
      'K6+K7 → K12': 'merged',
      'K8 → K8': 'moved',
      ' → K13': 'new',
    });
    expect(comparison.counts).toMatchObject({ kept: 1, moved: 2, new: 1, withdrawn: 1 });
  });

  it('says which roles began and ceased to ask it, and what became of the roles', () => {
    const asked = comparison.items.find(({ from }) => from.includes('K8'))!;
    expect(asked).toMatchObject({ rolesAdded: ['clerk'], rolesRemoved: ['guard'] });
    expect(comparison.roles).toEqual([
      { id: 'guard', fate: 'changed', added: [], removed: ['K8'] },
      { id: 'clerk', fate: 'changed', added: ['K8'], removed: ['K3'] },
      { id: 'cook', fate: 'new', added: ['K13'], removed: [] },
    ]);
  });

  it('mentions every item of both versions once, and finds nothing between a version and itself', () => {
    fc.assert(
      fc.property(anyFrameworks, anyFrameworks, (one, other) => {
        const { items } = compareVersions(one, other);
        expect(items.flatMap(({ from }) => from).sort()).toEqual(one.items.map(({ id }) => id).sort());
        expect(items.flatMap(({ to }) => to).sort()).toEqual(other.items.map(({ id }) => id).sort());
        expect(compareVersions(one, one).counts.kept).toBe(one.items.length);
      }),
    );
  });
});
