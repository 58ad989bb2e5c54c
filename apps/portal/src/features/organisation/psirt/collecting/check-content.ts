import { readFile } from 'node:fs/promises';
import { AdvisoryIndex, readKev } from '@kakehashi/vulnerabilities';
import { epssFrom } from './collected-feeds.ts';
import { CollectingError } from './collecting-error.ts';
import type { Source } from './sources.ts';

/** Makes sure that a fetched file is what it should be, before it takes the place of the last one. */
export async function checkContent(source: Source, path: string): Promise<void> {
  let isSound: boolean;
  try {
    isSound = await checks[source.kind](path);
  } catch (error) {
    throw invalidContent(source, error);
  }
  if (!isSound) throw invalidContent(source, undefined);
}

const checks: Record<Source['kind'], (path: string) => Promise<boolean>> = {
  async osv(path) {
    return (await AdvisoryIndex.load(await readFile(path))).size.advisories > 0;
  },
  async kev(path) {
    return readKev(await readFile(path)).size > 0;
  },
  async epss(path) {
    return (await epssFrom(path)).size > 0;
  },
};

function invalidContent(source: Source, cause: unknown): CollectingError {
  return new CollectingError(
    {
      ja: `${source.name} として届いたものが決められた形ではありません`,
      en: `what came as ${source.name} does not have its form`,
    },
    { cause, isPassing: true, isInvalid: true },
  );
}
