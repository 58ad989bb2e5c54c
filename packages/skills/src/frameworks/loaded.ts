import type { Framework } from '../framework.ts';

const loaded = new Map<string, Framework>();

/** Frameworks that this process has loaded. */
export function loadedFrameworks(): Framework[] {
  return [...loaded.values()];
}

export function keepLoaded(framework: Framework): Framework {
  loaded.set(framework.id, framework);
  return framework;
}

export function loadedFramework(id: string): Framework | undefined {
  return loaded.get(id);
}
