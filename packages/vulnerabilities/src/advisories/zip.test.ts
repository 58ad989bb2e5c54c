import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { ZIP_LIMITS, ZipError, zipEntries } from './zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'zip-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(archive: string | Uint8Array, limits = ZIP_LIMITS): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for await (const { name, bytes } of zipEntries(archive, limits))
    files[name] = new TextDecoder().decode(bytes);
  return files;
}

const archive = zipSync({
  'a.json': strToU8('{"id":"A"}'),
  folder: { 'b.json': [strToU8('B'), { level: 0 }] },
});

/** Where the directory's record of the first entry begins. */
const directory = Buffer.from(archive).indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));

function changed(offset: number, byte: number): Uint8Array {
  const copy = archive.slice();
  copy[offset] = byte;
  return copy;
}

describe('a zip archive', () => {
  it('is read the same from bytes and from a file, packed and stored', async () => {
    const expected = { 'a.json': '{"id":"A"}', 'folder/b.json': 'B' };
    const path = join(folder, 'a.zip');
    writeFileSync(path, archive);
    expect(await read(archive)).toEqual(expected);
    expect(await read(path)).toEqual(expected);
  });

  it('larger than the windows it is read through comes out whole', async () => {
    const noise = (seed: number) => Uint8Array.from({ length: 700_000 }, (_, at) => (at * at * seed) % 251);
    const files = Object.fromEntries([3, 5, 7, 11, 13].map((seed) => [`${seed}.bin`, noise(seed)]));
    const path = join(folder, 'large.zip');
    writeFileSync(path, zipSync(files, { level: 0 }));
    for await (const { name, bytes } of zipEntries(path))
      expect(Buffer.compare(bytes, files[name] ?? bytes)).toBe(0);
  });

  it.each([
    ['no archive at all', new Uint8Array(100), 'not-a-zip', null],
    ['nothing', new Uint8Array(0), 'not-a-zip', null],
    ['one that is cut off', archive.subarray(0, -30), 'not-a-zip', null],
    ['one whose data is damaged', changed(42, 0xff), 'corrupt', 'a.json'],
    ['one whose local header is damaged', changed(0, 0), 'corrupt', 'a.json'],
    ['one whose directory is damaged', changed(directory, 0), 'corrupt', null],
    ['an encrypted entry', changed(directory + 8, 1), 'encrypted', 'a.json'],
    ['an entry packed in an unknown way', changed(directory + 10, 12), 'unknown-method', 'a.json'],
  ])('that is %s is refused with its code and entry', async (_case, bytes, code, entry) => {
    const failure = await read(bytes).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ZipError);
    expect(failure).toMatchObject({ code, entry });
  });

  it.each([
    [{ entries: 1 }, 'too-many-entries', null],
    [{ entryBytes: 5 }, 'entry-too-large', 'a.json'],
    [{ totalBytes: 10 }, 'total-too-large', 'folder/b.json'],
  ])('beyond %o is refused', async (limits, code, entry) => {
    await expect(read(archive, { ...ZIP_LIMITS, ...limits })).rejects.toMatchObject({ code, entry });
  });

  it('packed like a bomb is refused before it is unpacked', async () => {
    const bomb = zipSync({ 'bomb.json': new Uint8Array(20_000_000) });
    await expect(read(bomb)).rejects.toMatchObject({ code: 'ratio-too-high', entry: 'bomb.json' });
  });

  it('that lies about its sizes is refused when it has unpacked what it announced', async () => {
    const bomb = zipSync({ 'liar.json': new Uint8Array(20_000_000) });
    const at = Buffer.from(bomb).indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    new DataView(bomb.buffer).setUint32(at + 24, 1000, true);
    await expect(read(bomb)).rejects.toMatchObject({ code: 'corrupt', entry: 'liar.json' });
  });

  it('cut anywhere gives a ZipError and nothing else', async () => {
    for (let length = 0; length < archive.length; length++) {
      const failure = await read(archive.subarray(0, length)).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(ZipError);
    }
  });
});
