import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Gzip } from 'node:zlib';

export interface HashedFile {
  bytes: number;
  /** In hexadecimal. */
  sha256: string;
}

/** Counts and hashes the bytes of a stream. */
class Measure extends Transform {
  readonly #hash = createHash('sha256');
  #bytes = 0;

  override _transform(chunk: Buffer, _: BufferEncoding, done: (error: null, chunk: Buffer) => void): void {
    this.#bytes += chunk.length;
    this.#hash.update(chunk);
    done(null, chunk);
  }

  measured(): HashedFile {
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }
}

/**
 * Creates a file with mode 0600 and flushes it to disk before resolving.
 * @param packing  compression applied to the content
 */
export async function writeHashed(path: string, content: Readable, packing?: Gzip): Promise<HashedFile> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const measure = new Measure();
  const target = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  if (packing) await pipeline(content, packing, measure, target);
  else await pipeline(content, measure, target);
  const file = await open(path);
  await file.sync();
  await file.close();
  return measure.measured();
}

/** Size and hash of an existing file. */
export async function measureFile(path: string): Promise<HashedFile> {
  const measure = new Measure();
  await pipeline(createReadStream(path), measure, async (chunks) => {
    for await (const _ of chunks);
  });
  return measure.measured();
}
