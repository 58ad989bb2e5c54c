import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { extract } from 'tar-stream';
import { ZIP_LIMITS, type ZipEntry, ZipError, type ZipLimits } from './zip.ts';

const GZIP = [0x1f, 0x8b];
const ZSTANDARD = [0x28, 0xb5, 0x2f, 0xfd];

/**
 * Unpacks the files of a tar one by one, in their order, holding one at a time; the archive itself may be packed with
 * gzip or Zstandard, whatever its name.
 * @param isWanted by the name of a file, before it is held
 * @throws ZipError naming the entry at fault
 */
export async function* tarEntries(
  archive: string,
  limits: ZipLimits = ZIP_LIMITS,
  isWanted: (name: string) => boolean = () => true,
): AsyncGenerator<ZipEntry> {
  const tar = extract();
  const unpacking = unpack(archive, tar).catch((error) => tar.destroy(error));
  let name: string | null = null;
  let entries = 0;
  let total = 0;
  try {
    for await (const entry of tar) {
      name = entry.header.name;
      if (++entries > limits.entries) throw new ZipError('too-many-entries', archive, null);
      total += entry.header.size ?? 0;
      if (total > limits.totalBytes) throw new ZipError('total-too-large', archive, name);
      if (entry.header.type !== 'file' || !isWanted(name)) {
        entry.resume();
        continue;
      }
      if ((entry.header.size ?? 0) > limits.entryBytes) throw new ZipError('entry-too-large', archive, name);
      const parts: Uint8Array[] = [];
      for await (const part of entry as AsyncIterable<Uint8Array>) parts.push(part);
      yield { name, bytes: Buffer.concat(parts) };
    }
    await unpacking;
  } catch (error) {
    throw error instanceof ZipError ? error : new ZipError('corrupt', archive, name, error);
  } finally {
    tar.destroy();
  }
}

async function unpack(archive: string, tar: NodeJS.WritableStream): Promise<void> {
  const head = await firstBytes(archive);
  const isPackedBy = (magic: readonly number[]) => magic.every((byte, place) => head[place] === byte);
  const file = createReadStream(archive);
  if (isPackedBy(GZIP)) await pipeline(file, createGunzip(), tar);
  else if (isPackedBy(ZSTANDARD)) await pipeline(file, createZstdDecompress(), tar);
  else await pipeline(file, tar);
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    return (await file.read(new Uint8Array(4), 0, 4, 0)).buffer;
  } finally {
    await file.close();
  }
}
