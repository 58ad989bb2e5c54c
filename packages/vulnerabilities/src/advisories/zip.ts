import { Buffer } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32, inflateRawSync } from 'node:zlib';
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';

/** Bounds within which an archive is believed; what exceeds one is refused before it fills memory. */
export interface ZipLimits {
  entries: number;
  /** Bytes of one entry, unpacked. */
  entryBytes: number;
  /** Bytes of all entries together, unpacked. */
  totalBytes: number;
  /** Unpacked over packed size of an entry, looked at from one megabyte on. */
  ratio: number;
}

export const ZIP_LIMITS: ZipLimits = {
  entries: 2_000_000,
  entryBytes: 32 * 1024 * 1024,
  totalBytes: 16 * 1024 ** 3,
  ratio: 200,
};

export type ZipErrorCode =
  | 'not-a-zip'
  | 'too-many-entries'
  | 'entry-too-large'
  | 'total-too-large'
  | 'ratio-too-high'
  | 'encrypted'
  | 'unknown-method'
  | 'corrupt';

const WORDING: Record<ZipErrorCode, { en: string; ja: string }> = {
  'not-a-zip': { en: 'not a zip archive, or cut off', ja: 'ZIPではないか、途中で切れています' },
  'too-many-entries': { en: 'has too many entries', ja: '項目が多すぎます' },
  'entry-too-large': { en: 'unpacks to too many bytes', ja: '展開後の大きさが上限を超えます' },
  'total-too-large': {
    en: 'all entries together unpack to too many bytes',
    ja: '展開後の合計が上限を超えます',
  },
  'ratio-too-high': {
    en: 'is packed so tightly that it looks like a bomb',
    ja: '圧縮率が高すぎます（ZIP爆弾の疑い）',
  },
  encrypted: { en: 'is encrypted', ja: '暗号化されています' },
  'unknown-method': { en: 'is packed in an unknown way', ja: '未知の圧縮方式です' },
  corrupt: { en: 'is damaged', ja: '壊れています' },
};

/** Why an archive, or one entry of it, is not read. */
export class ZipError extends Error {
  readonly code: ZipErrorCode;
  /** Name of the entry at fault; null where it is the archive itself. */
  readonly entry: string | null;
  readonly ja: string;

  constructor(code: ZipErrorCode, archive: string, entry: string | null, cause?: unknown) {
    const place = entry === null ? archive : `${archive}: ${entry.slice(0, 200)}`;
    super(`${place}: ${WORDING[code].en}`, { cause });
    this.name = 'ZipError';
    this.code = code;
    this.entry = entry;
    this.ja = `${place}：${WORDING[code].ja}`;
  }
}

/** A file of an archive, unpacked. */
export interface ZipEntry {
  name: string;
  bytes: Uint8Array;
}

/**
 * Unpacks the files of an archive one by one, in the order of its directory, holding one at a time.
 * @param archive path of the file, or its bytes
 * @throws ZipError naming the entry at fault
 */
export async function* zipEntries(
  archive: string | Uint8Array,
  limits: ZipLimits = ZIP_LIMITS,
): AsyncGenerator<ZipEntry> {
  const name = typeof archive === 'string' ? archive : 'archive';
  const reader = typeof archive === 'string' ? new FileReader(archive) : new BytesReader(archive);
  try {
    const zip = await openZip(reader, name);
    if (zip.entryCount > limits.entries) throw new ZipError('too-many-entries', name, null);
    let total = 0;
    for await (const entry of eachEntry(zip, name)) {
      if (entry.fileName.endsWith('/')) continue;
      checkEntry(entry, name, limits);
      const bytes = unpack(reader, entry, name);
      total += bytes.length;
      if (total > limits.totalBytes) throw new ZipError('total-too-large', name, entry.fileName);
      yield { name: entry.fileName, bytes };
    }
  } finally {
    reader.release();
  }
}

async function openZip(reader: Reader, name: string): Promise<ZipFile> {
  try {
    return await fromRandomAccessReaderPromise(reader, reader.size, { autoClose: false });
  } catch (error) {
    throw new ZipError('not-a-zip', name, null, error);
  }
}

async function* eachEntry(zip: ZipFile, name: string): AsyncGenerator<Entry> {
  let last: string | null = null;
  try {
    for await (const entry of zip.eachEntry()) {
      last = entry.fileName;
      yield entry;
    }
  } catch (error) {
    throw error instanceof ZipError ? error : new ZipError('corrupt', name, last, error);
  }
}

function checkEntry(entry: Entry, archive: string, limits: ZipLimits): void {
  const refuse = (code: ZipErrorCode): never => {
    throw new ZipError(code, archive, entry.fileName);
  };
  if (entry.isEncrypted()) refuse('encrypted');
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) refuse('unknown-method');
  if (entry.uncompressedSize > limits.entryBytes || entry.compressedSize > limits.entryBytes) {
    refuse('entry-too-large');
  }
  const packedTightly = entry.uncompressedSize > limits.ratio * Math.max(entry.compressedSize, 1);
  if (entry.uncompressedSize > 1024 * 1024 && packedTightly) refuse('ratio-too-high');
}

function unpack(reader: Reader, entry: Entry, archive: string): Uint8Array {
  try {
    const header = reader.bytesAt(entry.relativeOffsetOfLocalHeader, 30);
    if (header.readUInt32LE(0) !== 0x04034b50) throw new Error('no local header');
    const start = entry.relativeOffsetOfLocalHeader + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
    const packed = reader.bytesAt(start, entry.compressedSize);
    const maxOutputLength = Math.max(entry.uncompressedSize, 1);
    const bytes =
      entry.compressionMethod === 0 ? Buffer.from(packed) : inflateRawSync(packed, { maxOutputLength });
    if (bytes.length !== entry.uncompressedSize) throw new Error('another size than announced');
    if (crc32(bytes) !== entry.crc32) throw new Error('checksum differs');
    return bytes;
  } catch (error) {
    throw new ZipError('corrupt', archive, entry.fileName, error);
  }
}

/** What yauzl reads the directory through, and this file the data. */
abstract class Reader extends RandomAccessReader {
  abstract readonly size: number;
  /** A view that holds until the next call but one. */
  abstract bytesAt(position: number, length: number): Buffer;

  release(): void {}

  override read(
    target: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    let bytes: Buffer;
    try {
      bytes = this.bytesAt(position, length);
    } catch (error) {
      callback(error instanceof Error ? error : new Error(String(error)));
      return;
    }
    bytes.copy(target, offset);
    callback(null, length);
  }
}

class BytesReader extends Reader {
  readonly size: number;
  readonly #bytes: Buffer;

  constructor(bytes: Uint8Array) {
    super();
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.size = bytes.byteLength;
  }

  bytesAt(position: number, length: number): Buffer {
    if (position + length > this.size) throw new RangeError('past the end');
    return this.#bytes.subarray(position, position + length);
  }
}

const WINDOW = 1024 * 1024;

interface Window {
  start: number;
  bytes: Buffer;
}

/** Two windows on a file: the directory moves one along, the data the other. */
class FileReader extends Reader {
  readonly size: number;
  readonly #file: number;
  #recent: Window = { start: 0, bytes: Buffer.alloc(0) };
  #older: Window = { start: 0, bytes: Buffer.alloc(0) };

  constructor(path: string) {
    super();
    this.#file = openSync(path, 'r');
    this.size = fstatSync(this.#file).size;
  }

  bytesAt(position: number, length: number): Buffer {
    if (position + length > this.size) throw new RangeError('past the end');
    if (!holds(this.#recent, position, length)) {
      const found = holds(this.#older, position, length) ? this.#older : this.#load(position, length);
      this.#older = this.#recent;
      this.#recent = found;
    }
    const from = position - this.#recent.start;
    return this.#recent.bytes.subarray(from, from + length);
  }

  #load(position: number, length: number): Window {
    const bytes = Buffer.allocUnsafe(Math.min(Math.max(WINDOW, length), this.size - position));
    let filled = 0;
    while (filled < bytes.length) {
      const read = readSync(this.#file, bytes, filled, bytes.length - filled, position + filled);
      if (read === 0) throw new RangeError('the file became shorter');
      filled += read;
    }
    return { start: position, bytes };
  }

  override release(): void {
    closeSync(this.#file);
  }
}

function holds(window: Window, position: number, length: number): boolean {
  return position >= window.start && position + length <= window.start + window.bytes.length;
}
