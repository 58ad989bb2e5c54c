import type { DocumentColumns } from './documents.ts';
import { SearchError } from './errors.ts';
import type { Postings } from './postings.ts';
import type { Schema } from './schema.ts';
import { type Dictionary, Segment } from './segment.ts';
import type { SynonymGroup } from './synonyms.ts';
import type { VocabularyWord } from './vocabulary.ts';

/** Everything an index is made of. */
export interface IndexState {
  readonly schema: Schema;
  readonly synonyms: readonly SynonymGroup[];
  readonly facetValues: readonly (readonly string[])[];
  readonly words: readonly (readonly [string, VocabularyWord])[];
  readonly compounds: readonly (readonly [string, VocabularyWord])[];
  readonly segments: readonly Segment[];
}

/** Grows whenever folding, terms or this layout change: an older snapshot must be rebuilt. */
const FORMAT = 'kakehashi-search 7';
const ALIGNMENT = 8;

type NumberArray = Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array;
const ARRAY_TYPES = { Uint8Array, Uint16Array, Uint32Array, Float32Array, Float64Array };
type ArrayType = keyof typeof ARRAY_TYPES;

/** Position of an array in the bytes after the header. */
interface StoredArray {
  readonly type: ArrayType;
  readonly offset: number;
  readonly length: number;
}

type Stored<T> = { readonly [K in keyof T]: T[K] extends NumberArray ? StoredArray : T[K] };

interface StoredSegment {
  readonly dictionary: Stored<Dictionary>;
  readonly postings: Stored<Postings>;
  readonly documents: Stored<DocumentColumns>;
  readonly live: StoredArray;
}

interface Header extends Omit<IndexState, 'segments'> {
  readonly format: string;
  readonly segments: readonly StoredSegment[];
}

/** Layout: length of the header (32 bits, little-endian), header (JSON in UTF-8), arrays at multiples of 8. */
export function writeSnapshot(state: IndexState): Uint8Array<ArrayBuffer> {
  const arrays: NumberArray[] = [];
  let size = 0;
  const store = <T extends object>(record: T): Stored<T> => {
    const entries = Object.entries(record).map(([name, value]) => {
      if (!ArrayBuffer.isView(value)) return [name, value];
      const array = value as NumberArray;
      const stored: StoredArray = { type: typeOf(array), offset: size, length: array.length };
      arrays.push(array);
      size += aligned(array.byteLength);
      return [name, stored];
    });
    return Object.fromEntries(entries);
  };
  const header: Header = {
    ...state,
    format: FORMAT,
    segments: state.segments.map((segment) => ({
      dictionary: store(segment.dictionary),
      postings: store(segment.postings),
      documents: store(segment.documents),
      live: store({ live: segment.live }).live as StoredArray,
    })),
  };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const start = aligned(4 + text.length);
  const bytes = new Uint8Array(start + size);
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, 4);
  let offset = start;
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), offset);
    offset += aligned(array.byteLength);
  }
  return bytes;
}

export function readSnapshot(snapshot: Uint8Array): IndexState {
  // Node's Buffer shares memory where Uint8Array copies.
  const bytes = new Uint8Array(snapshot.buffer, snapshot.byteOffset, snapshot.byteLength);
  const header = readHeader(bytes);
  const start = aligned(4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true));
  const load = <T>(stored: Stored<T>): T => {
    const entries = Object.entries(stored).map(([name, value]) => [
      name,
      isStoredArray(value) ? arrayOf(bytes, start, value) : value,
    ]);
    return Object.fromEntries(entries) as T;
  };
  return {
    ...header,
    segments: header.segments.map((segment) => {
      const { live } = load<{ live: Uint8Array }>({ live: segment.live });
      return new Segment(
        load<Dictionary>(segment.dictionary),
        load<Postings>(segment.postings),
        load<DocumentColumns>(segment.documents),
        live,
      );
    }),
  };
}

function readHeader(bytes: Uint8Array): Header {
  const length = bytes.length < 4 ? 0 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  try {
    const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Header;
    if (header.format === FORMAT) return header;
  } catch {
    // Reported below as a `SearchError`.
  }
  throw new SearchError(
    'snapshot-format',
    `This is not a snapshot of the format "${FORMAT}"; build the index anew.`,
  );
}

function isStoredArray(value: unknown): value is StoredArray {
  return typeof value === 'object' && value !== null && 'type' in value && 'offset' in value;
}

function arrayOf(bytes: Uint8Array, start: number, { type, offset, length }: StoredArray): NumberArray {
  const Type = ARRAY_TYPES[type];
  const from = start + offset;
  const copy = bytes.slice(from, from + length * Type.BYTES_PER_ELEMENT);
  if (copy.byteLength !== length * Type.BYTES_PER_ELEMENT) {
    throw new SearchError('snapshot-format', 'The snapshot is cut short; build the index anew.');
  }
  return new Type(copy.buffer, copy.byteOffset, length);
}

function typeOf(array: NumberArray): ArrayType {
  return array.constructor.name as ArrayType;
}

function aligned(size: number): number {
  return Math.ceil(size / ALIGNMENT) * ALIGNMENT;
}
