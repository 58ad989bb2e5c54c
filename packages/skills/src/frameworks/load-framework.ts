import type { Framework } from '../framework.ts';
import { keepLoaded, loadedFramework } from './loaded.ts';
import { type PublishedFrameworkId, sheets } from './sheets.ts';
import { readStructure } from './structure.ts';

export type FrameworkId = PublishedFrameworkId | 'kakehashi';

const structures: Record<PublishedFrameworkId, () => Promise<{ structure: string }>> = {
  nice: () => import('./nice.generated.ts'),
  dcwf: () => import('./dcwf.generated.ts'),
  gddat: () => import('./gddat.generated.ts'),
  ecsf: () => import('./ecsf.generated.ts'),
};

export const frameworkIds: readonly FrameworkId[] = ['kakehashi', 'nice', 'dcwf', 'gddat', 'ecsf'];

/**
 * A framework that comes with this package: of published ones the structure, whose statements `withTexts` adds from an
 * imported file; `kakehashi` whole. The same object each time.
 * @throws RangeError for an id that is none of `frameworkIds`
 */
export async function loadFramework(id: FrameworkId): Promise<Framework> {
  const loaded = loadedFramework(id);
  if (loaded !== undefined) return loaded;
  if (id === 'kakehashi') return keepLoaded((await import('../kakehashi/framework.ts')).kakehashi);
  if (!Object.hasOwn(structures, id)) {
    throw new RangeError(`there is no framework ${JSON.stringify(id)}; there are ${frameworkIds.join(', ')}`);
  }
  const { structure } = await structures[id]();
  // Another caller may have loaded it meanwhile.
  return loadedFramework(id) ?? keepLoaded(readStructure(sheets[id], structure));
}
