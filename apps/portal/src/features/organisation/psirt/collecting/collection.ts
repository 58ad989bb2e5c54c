import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Metadata of one collected file. */
export interface CollectedFile {
  name: string;
  url: string;
  etag: string | null;
  lastModified: string | null;
  sha256: string;
  bytes: number;
  /** When it was last seen to be current, RFC 3339. */
  checked: string;
}

/** The advisories folder: the collected files, and a record of where each came from. */
export class Collection {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  path(file: string): string {
    return join(this.folder, file);
  }

  /** Path of a partial download, outside of what `sbom scan` reads. */
  partialPath(file: string): string {
    return join(this.folder, '.partial', file.replaceAll('/', '-'));
  }

  /** The records, by file. A record that cannot be read counts as none: the files are then fetched anew. */
  async records(): Promise<Record<string, CollectedFile>> {
    try {
      const parsed: unknown = JSON.parse(await readFile(this.path('collected.json'), 'utf8'));
      return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, CollectedFile>) : {};
    } catch {
      return {};
    }
  }

  /** The record of a file that is there and whole. */
  async intact(file: string): Promise<CollectedFile | undefined> {
    const record = (await this.records())[file];
    if (record === undefined) return undefined;
    return (await sha256Of(this.path(file))) === record.sha256 ? record : undefined;
  }

  /** Puts a fetched file in the place of the last one, and its record after it. */
  async accept(file: string, record: CollectedFile): Promise<void> {
    await mkdir(dirname(this.path(file)), { recursive: true });
    await rename(this.partialPath(file), this.path(file));
    await this.record(file, record);
  }

  async record(file: string, record: CollectedFile): Promise<void> {
    const records = { ...(await this.records()), [file]: record };
    await writeWhole(this.path('collected.json'), `${JSON.stringify(records, null, 2)}\n`);
  }
}

/** Writes a file so that a reader finds the old content or the new, never a part. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  try {
    const file = await open(draft, 'wx');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** The checksum of a file; undefined where there is none. */
async function sha256Of(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(path)) hash.update(piece);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  return hash.digest('hex');
}
