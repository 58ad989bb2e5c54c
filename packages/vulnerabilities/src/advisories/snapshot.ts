import { crc32 } from 'node:zlib';
import type { AdvisoryRows } from './advisory-table.ts';
import type { IntervalColumns } from './interval-table.ts';

/** What an index is made of, free of its data structures. */
export interface IndexContents {
  /** Ecosystem names with their releases, as records spell them. */
  ecosystems: string[];
  /** Number of an ecosystem, and the name. */
  packages: [number, string][];
  /** Number of the ecosystem by which it is ordered (-1: Semantic Versioning), and the text. */
  versions: [number, string][];
  advisories: AdvisoryRows;
  intervals: IntervalColumns;
}

/** A snapshot that is damaged, or of another format. */
export class SnapshotError extends Error {
  readonly ja: string;

  constructor(problem: { en: string; ja: string }) {
    super(`advisory snapshot: ${problem.en}`);
    this.name = 'SnapshotError';
    this.ja = `勧告の保存データ：${problem.ja}`;
  }
}

/** Changed whenever older readers would misread the format. */
const FORMAT = 'kakehashi advisories 2\n';
const HEADER_BYTES = FORMAT.length + 12;
const COLUMN_NAMES = ['package', 'low', 'high', 'flags', 'advisory', 'ecosystem'] as const;

/** Format name; checksum of the rest, bytes of text, rows (32 bits each); JSON text; columns. */
export function writeSnapshot({ intervals, ...texts }: IndexContents): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(texts));
  const rows = intervals.package.length;
  const bytes = new Uint8Array(HEADER_BYTES + text.length + rows * 4 * COLUMN_NAMES.length);
  const header = new DataView(bytes.buffer);
  new TextEncoder().encodeInto(FORMAT, bytes);
  header.setUint32(FORMAT.length + 4, text.length, true);
  header.setUint32(FORMAT.length + 8, rows, true);
  bytes.set(text, HEADER_BYTES);
  COLUMN_NAMES.forEach((name, column) => {
    const { buffer, byteOffset, byteLength } = intervals[name];
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), HEADER_BYTES + text.length + column * rows * 4);
  });
  header.setUint32(FORMAT.length, crc32(bytes.subarray(FORMAT.length + 4)), true);
  return bytes;
}

/** @throws SnapshotError */
export function readSnapshot(bytes: Uint8Array): IndexContents {
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isOurs = new TextDecoder().decode(bytes.subarray(0, FORMAT.length)) === FORMAT;
  if (!isOurs || bytes.length < HEADER_BYTES) {
    throw new SnapshotError({ en: 'not one, or of another format', ja: '形式が違います' });
  }
  const textBytes = header.getUint32(FORMAT.length + 4, true);
  const rows = header.getUint32(FORMAT.length + 8, true);
  const isWhole = bytes.length === HEADER_BYTES + textBytes + rows * 4 * COLUMN_NAMES.length;
  if (!isWhole || header.getUint32(FORMAT.length, true) !== crc32(bytes.subarray(FORMAT.length + 4))) {
    throw new SnapshotError({ en: 'damaged or cut off', ja: '壊れているか、途中で切れています' });
  }
  const columns = HEADER_BYTES + textBytes;
  const column = (name: (typeof COLUMN_NAMES)[number]): Int32Array => {
    const start = columns + COLUMN_NAMES.indexOf(name) * rows * 4;
    // A copy: a slice of a Buffer would expose its pool.
    return new Int32Array(new Uint8Array(bytes.subarray(start, start + rows * 4)).buffer);
  };
  const texts: Omit<IndexContents, 'intervals'> = JSON.parse(
    new TextDecoder().decode(bytes.subarray(HEADER_BYTES, columns)),
  );
  return {
    ...texts,
    intervals: {
      package: column('package'),
      low: column('low'),
      high: column('high'),
      flags: column('flags'),
      advisory: column('advisory'),
      ecosystem: column('ecosystem'),
    },
  };
}
