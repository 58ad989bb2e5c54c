import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { SheetError, type SheetLimits } from './sheet.ts';

const inflate = promisify(inflateRaw);
const judgedFrom = 1024 * 1024;

/** The parts of a workbook, unpacked one by one when asked for, and never to more than the limits allow. */
export class WorkbookArchive {
  readonly #bytes: Buffer;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #limits: SheetLimits;
  #left: number;

  private constructor(bytes: Buffer, entries: ReadonlyMap<string, Entry>, limits: SheetLimits) {
    this.#bytes = bytes;
    this.#entries = entries;
    this.#limits = limits;
    this.#left = limits.unpackedBytes;
  }

  static async open(bytes: Buffer, limits: SheetLimits): Promise<WorkbookArchive> {
    const entries = new Map<string, Entry>();
    try {
      const zip: ZipFile = await fromBufferPromise(bytes);
      if (zip.entryCount > limits.parts) throw new SheetError('unpacks-too-large');
      for await (const entry of zip.eachEntry()) entries.set(entry.fileName.toLowerCase(), entry);
    } catch (error) {
      throw error instanceof SheetError ? error : new SheetError('not-a-workbook', error);
    }
    return new WorkbookArchive(bytes, entries, limits);
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** A part's bytes; undefined where there is none of this name. */
  async part(name: string): Promise<Buffer | undefined> {
    const entry = this.#entries.get(name.toLowerCase());
    if (!entry) return undefined;
    if (entry.isEncrypted()) throw new SheetError('encrypted');
    const packed = this.#packed(entry);
    // Sizes stated in the archive are not trusted: decompression stops at the limit.
    const maxBytes = Math.min(this.#left, Math.max(judgedFrom, packed.length * this.#limits.ratio));
    const unpacked = entry.compressionMethod === 0 ? packed : await this.#unpack(packed, maxBytes);
    if (unpacked.length > maxBytes) throw new SheetError('unpacks-too-large');
    this.#left -= unpacked.length;
    return unpacked;
  }

  async #unpack(packed: Buffer, maxBytes: number): Promise<Buffer> {
    try {
      return await inflate(packed, { maxOutputLength: Math.max(maxBytes, 1) });
    } catch (error) {
      const tooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
      throw new SheetError(tooLarge ? 'unpacks-too-large' : 'not-a-workbook', error);
    }
  }

  #packed(entry: Entry): Buffer {
    if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
      throw new SheetError('not-a-workbook');
    const at = entry.relativeOffsetOfLocalHeader;
    if (at + 30 > this.#bytes.length) throw new SheetError('not-a-workbook');
    const start = at + 30 + this.#bytes.readUInt16LE(at + 26) + this.#bytes.readUInt16LE(at + 28);
    return this.#bytes.subarray(start, start + entry.compressedSize);
  }
}
