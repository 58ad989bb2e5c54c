import { constants, crc32, deflateRawSync } from 'node:zlib';

/** RFC 1952: header for deflate, without name or time, on Unix. */
const gzipHeader = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
/** RFC 1951: an empty last block. */
const lastBlock = Buffer.from([0x03, 0x00]);
/** Longest stored block, in bytes. */
const longestStored = 0xffff;

/**
 * A page split at its nonce, to be joined with the nonce of each response. For gzip the parts are compressed
 * once: a gzip body consists of blocks, and the nonces between them are stored uncompressed.
 */
export class DividedPage {
  /** In bytes. */
  readonly size: number;
  readonly #html: Buffer;
  readonly #nonce: string;
  #divided: readonly Buffer[] | undefined;
  #compressed: readonly Buffer[] | undefined;

  constructor(html: Buffer, nonce: string) {
    this.size = html.length;
    this.#html = html;
    this.#nonce = nonce;
  }

  plain(nonce: string): Buffer {
    return Buffer.concat(joined(this.#pieces, [Buffer.from(nonce)]));
  }

  /** Computed when the page is first reused, which most pages never are. */
  get #pieces(): readonly Buffer[] {
    this.#divided ??= split(this.#html, Buffer.from(this.#nonce));
    return this.#divided;
  }

  /** @param nonce  at most 65,535 bytes */
  gzipped(nonce: string): Buffer {
    this.#compressed ??= this.#pieces.map((piece) =>
      deflateRawSync(piece, { finishFlush: constants.Z_SYNC_FLUSH }),
    );
    const between = Buffer.from(nonce);
    const trailer = Buffer.alloc(8);
    let checksum = 0;
    let length = 0;
    for (const part of joined(this.#pieces, [between])) {
      checksum = crc32(part, checksum);
      length += part.length;
    }
    trailer.writeUInt32LE(checksum, 0);
    trailer.writeUInt32LE(length, 4);
    const blocks = joined(this.#compressed, [storedHeader(between.length), between]);
    return Buffer.concat([gzipHeader, ...blocks, lastBlock, trailer]);
  }
}

function split(bytes: Buffer, separator: Buffer): Buffer[] {
  const pieces: Buffer[] = [];
  let start = 0;
  for (let end = bytes.indexOf(separator); end >= 0; end = bytes.indexOf(separator, start)) {
    pieces.push(bytes.subarray(start, end));
    start = end + separator.length;
  }
  return [...pieces, bytes.subarray(start)];
}

function joined(pieces: readonly Buffer[], between: readonly Buffer[]): Buffer[] {
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : [...between, piece]));
}

function storedHeader(length: number): Buffer {
  const header = Buffer.alloc(5);
  header.writeUInt16LE(length, 1);
  header.writeUInt16LE(longestStored - length, 3);
  return header;
}
