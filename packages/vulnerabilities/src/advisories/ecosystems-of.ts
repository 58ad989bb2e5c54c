import type { Component } from '../component.ts';
import { findEcosystem } from '../versions/ecosystems.ts';
import { coordinatesOf } from './package-coordinates.ts';

/** The OSV ecosystems that components are packages of, the commonest first. */
export function ecosystemsOf(components: Iterable<Component>): string[] {
  const counts = new Map<string, number>();
  for (const component of components) {
    for (const name of new Set(coordinatesOf(component).map(({ ecosystem }) => ecosystem.name))) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([name]) => name);
}

/**
 * An ecosystem as OSV spells it, from however people call it (`pypi`, `golang`, `debian:12`); undefined where it is
 * unknown.
 */
export function ecosystemName(text: string): string | undefined {
  const [name = '', ...release] = text.trim().split(':');
  const found = findEcosystem(name)?.name;
  return found && [found, ...release].join(':');
}
