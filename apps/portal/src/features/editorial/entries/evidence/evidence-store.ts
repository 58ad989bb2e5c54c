import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';

/** Evidence files on disk, in the data directory; never served statically. */
export class EvidenceStore {
  readonly #folder: string;

  constructor(dataDir: string) {
    this.#folder = join(dataDir, 'evidence');
  }

  /** Path of a file. @param id  a UUID created by the portal */
  pathOf(id: string): string {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error(`${id} is no id of a file`);
    return join(this.#folder, id.slice(0, 2), id);
  }

  /** Writes a file and flushes it to disk before resolving. */
  async write(id: string, bytes: Buffer): Promise<void> {
    const path = this.pathOf(id);
    const part = `${path}.part`;
    await mkdir(join(this.#folder, id.slice(0, 2)), { recursive: true, mode: 0o700 });
    try {
      await using file = await open(part, 'w', 0o600);
      await file.writeFile(bytes);
      await file.sync();
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
    await rename(part, path);
  }

  read(id: string): ReadableStream<Uint8Array> {
    return Readable.toWeb(createReadStream(this.pathOf(id))) as ReadableStream<Uint8Array>;
  }

  async remove(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true });
  }

  /** Files, including partly written ones, last written before a moment. */
  async *olderThan(moment: Date): AsyncGenerator<{ id: string; path: string }> {
    const folders = await readdir(this.#folder).catch(() => []);
    for (const folder of folders)
      for (const name of await readdir(join(this.#folder, folder))) {
        const path = join(this.#folder, folder, name);
        const about = await stat(path).catch(() => undefined);
        if (about?.isFile() && about.mtime < moment) yield { id: name, path };
      }
  }
}
