const windowLength = 100;
const factor = 37;
const word = 2 ** 32;
const endOfFile = 0xffff;

/** `factor` to the power of `windowLength`, modulo 2⁶⁴, in two words of 32 bits. */
const outgoing = (() => {
  const power = BigInt(factor) ** BigInt(windowLength) % 2n ** 64n;
  return { high: Number(power >> 32n), low: Number(power & 0xffff_ffffn) };
})();

/**
 * What GitHub calls `primaryLocationLineHash`: for each line asked for, a hash of the hundred characters from its
 * beginning on, and how often that hash has come up in the file. Blanks and tabs are left out, and all line ends are
 * one, so that a line is known again where lines before it came or went, or the text was indented in another way.
 * A line after the last has none. Read as UTF-8; the characters are units of UTF-16.
 */
export async function lineFingerprints(
  source: AsyncIterable<Uint8Array>,
  lines: ReadonlySet<number>,
): Promise<Map<number, string>> {
  const hashes = new LineHashes(lines);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for await (const part of source) hashes.push(decoder.decode(part, { stream: true }));
  hashes.push(decoder.decode());
  return hashes.end();
}

class LineHashes {
  readonly #wanted: ReadonlySet<number>;
  readonly #found = new Map<number, string>();
  readonly #counts = new Map<string, number>();
  /** The last hundred characters in a ring, and which of them begins which line (0: none). */
  readonly #ring = new Uint16Array(windowLength);
  readonly #begins = new Uint32Array(windowLength);
  #at = 0;
  #high = 0;
  #low = 0;
  #line = 0;
  #isLineStart = true;
  #isAfterReturn = false;

  constructor(wanted: ReadonlySet<number>) {
    this.#wanted = wanted;
  }

  push(text: string): void {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      const isLineFeed = unit === 0x0a;
      const isSecondOfPair = isLineFeed && this.#isAfterReturn;
      this.#isAfterReturn = unit === 0x0d;
      if (unit !== 0x20 && unit !== 0x09 && !isSecondOfPair) {
        this.#take(this.#isAfterReturn ? 0x0a : unit);
      }
    }
  }

  end(): Map<number, string> {
    this.#take(endOfFile);
    for (let step = 0; step < windowLength; step++) {
      this.#tellOfLine();
      this.#shift(0);
    }
    return this.#found;
  }

  #take(unit: number): void {
    this.#tellOfLine();
    if (this.#isLineStart) this.#begins[this.#at] = ++this.#line;
    this.#isLineStart = unit === 0x0a;
    this.#shift(unit);
  }

  /** The window is full from a line's beginning on: its hash is the one at hand. */
  #tellOfLine(): void {
    const line = this.#begins[this.#at] ?? 0;
    if (line === 0) return;
    this.#begins[this.#at] = 0;
    const high = this.#high === 0 ? '' : this.#high.toString(16);
    const low = this.#low.toString(16);
    const hash = high === '' ? low : high + low.padStart(8, '0');
    const count = (this.#counts.get(hash) ?? 0) + 1;
    this.#counts.set(hash, count);
    if (this.#wanted.has(line)) this.#found.set(line, `${hash}:${count}`);
  }

  #shift(unit: number): void {
    const first = this.#ring[this.#at] ?? 0;
    this.#ring[this.#at] = unit;
    this.#at = (this.#at + 1) % windowLength;
    const low = this.#low * factor + unit - first * outgoing.low;
    this.#low = low >>> 0;
    this.#high = (this.#high * factor + Math.floor(low / word) - first * outgoing.high) >>> 0;
  }
}
