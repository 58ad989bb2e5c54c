/** The bytes that mean something in JSON. */
export const byte = {
  tab: 0x09,
  lineFeed: 0x0a,
  carriageReturn: 0x0d,
  space: 0x20,
  quote: 0x22,
  comma: 0x2c,
  minus: 0x2d,
  colon: 0x3a,
  openBracket: 0x5b,
  backslash: 0x5c,
  closeBracket: 0x5d,
  openBrace: 0x7b,
  closeBrace: 0x7d,
} as const;

/** A queue of bytes: pieces are appended, tokens are taken from the front; an unfinished token waits for more. */
export class ByteQueue {
  bytes: Buffer = Buffer.alloc(0);
  /** in `bytes`: the first byte not yet taken, and the end */
  from = 0;
  end = 0;
  /** how many bytes of the document came before `bytes` */
  base = 0;
  #isOwn = false;

  append(piece: Uint8Array): void {
    const waiting = this.end - this.from;
    if (waiting === 0) {
      this.#replace(Buffer.from(piece.buffer, piece.byteOffset, piece.length), piece.length, false);
      return;
    }
    if (!this.#isOwn || this.end + piece.length > this.bytes.length) {
      const grown = Buffer.allocUnsafe(Math.max(2 * waiting, waiting + piece.length));
      this.bytes.copy(grown, 0, this.from, this.end);
      this.#replace(grown, waiting, true);
    }
    this.bytes.set(piece, this.end);
    this.end += piece.length;
  }

  #replace(bytes: Buffer, end: number, isOwn: boolean): void {
    this.base += this.from;
    this.bytes = bytes;
    this.from = 0;
    this.end = end;
    this.#isOwn = isOwn;
  }
}
