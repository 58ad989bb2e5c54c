import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { AdvisoryIndex } from '@kakehashi/vulnerabilities';
import { CollectingError } from './collecting-error.ts';
import type { Source } from './sources.ts';

/** Makes sure that a fetched file is what it should be, before it takes the place of the last one. */
export async function checkContent(source: Source, path: string): Promise<void> {
  let isSound: boolean;
  try {
    isSound = await checks[source.kind](path);
  } catch (error) {
    throw unsound(source, error);
  }
  if (!isSound) throw unsound(source, undefined);
}

const checks: Record<Source['kind'], (path: string) => Promise<boolean>> = {
  async osv(path) {
    return (await AdvisoryIndex.load(await readFile(path))).size.advisories > 0;
  },
  async kev(path) {
    const parsed: unknown = JSON.parse(await readFile(path, 'utf8'));
    return (
      typeof parsed === 'object' &&
      parsed !== null &&
      'vulnerabilities' in parsed &&
      Array.isArray(parsed.vulnerabilities)
    );
  },
  async epss(path) {
    const packed = createReadStream(path);
    const first = await firstBytes(path);
    const text = first[0] === 0x1f && first[1] === 0x8b ? packed.pipe(createGunzip()) : packed;
    let isHeaded = false;
    let rows = 0;
    for await (const line of createInterface({ input: text })) {
      if (line.startsWith('cve,epss')) isHeaded = true;
      else if (isHeaded && line !== '') rows++;
    }
    return rows > 0;
  },
};

async function firstBytes(path: string): Promise<Buffer> {
  for await (const piece of createReadStream(path, { end: 1 })) return piece;
  return Buffer.alloc(0);
}

function unsound(source: Source, cause: unknown): CollectingError {
  return new CollectingError(
    {
      ja: `${source.name} として届いたものが決められた形ではありません`,
      en: `what came as ${source.name} does not have its form`,
    },
    { cause, isPassing: true, isUnsound: true },
  );
}
