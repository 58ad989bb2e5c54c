import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { type EpssScores, type ExploitationFeeds, readEpss, readKev } from '@kakehashi/vulnerabilities';

/** The lists of exploited and exploitable vulnerabilities, as far as they have been collected. */
export async function collectedFeeds(folder: string): Promise<ExploitationFeeds> {
  const kevPath = join(folder, 'kev.json');
  const epssPath = ['epss.csv.gz', 'epss.csv']
    .map((name) => join(folder, name))
    .find((path) => existsSync(path));
  return {
    ...(existsSync(kevPath) && { kev: readKev(await readFile(kevPath)) }),
    ...(epssPath && { epss: await epssFrom(epssPath) }),
  };
}

/** Reads the EPSS file, packed or not. @throws FeedError */
export function epssFrom(path: string): Promise<EpssScores> {
  const bytes = createReadStream(path);
  if (!path.endsWith('.gz')) return readEpss(bytes);
  const unpacked = createGunzip();
  bytes.on('error', (error) => unpacked.destroy(error)).pipe(unpacked);
  return readEpss(unpacked);
}
