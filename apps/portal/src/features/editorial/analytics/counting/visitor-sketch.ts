/** Bits of a hash that choose a register. */
const precision = 12;
const registerCount = 2 ** precision;
/** Bits of a hash of which the leading zeros are counted. */
const counted = 32;

/**
 * Estimates the number of distinct values without storing them: HyperLogLog with 4,096 registers, a
 * standard error of 1.6 %. Sketches of several nodes can be merged.
 *
 * Estimator without bias tables: Otmar Ertl, “New cardinality estimation algorithms for HyperLogLog sketches”,
 * 2017, algorithm 6 (https://arxiv.org/abs/1702.01284).
 */
export class VisitorSketch {
  readonly registers: Uint8Array;

  /** @param registers  of an earlier sketch; absent for an empty sketch */
  constructor(registers: Uint8Array = new Uint8Array(registerCount)) {
    if (registers.length !== registerCount) throw new Error(`a sketch has ${registerCount} registers`);
    this.registers = registers;
  }

  /**
   * @param hash  at least 6 bytes, evenly spread
   * @returns whether the sketch changed
   */
  add(hash: Buffer): boolean {
    const register = hash.readUInt16BE(0) >>> (16 - precision);
    const rank = Math.clz32(hash.readUInt32BE(2)) + 1;
    if (rank <= (this.registers[register] ?? 0)) return false;
    this.registers[register] = rank;
    return true;
  }

  merge(other: VisitorSketch): void {
    for (const [register, rank] of other.registers.entries())
      if (rank > (this.registers[register] ?? 0)) this.registers[register] = rank;
  }

  /** Estimated count, as an integer. */
  estimate(): number {
    const having = new Uint32Array(counted + 2);
    for (const rank of this.registers) having[rank] = (having[rank] ?? 0) + 1;
    const share = (rank: number) => (having[rank] ?? 0) / registerCount;
    let z = registerCount * tau(1 - share(counted + 1));
    for (let rank = counted; rank >= 1; rank -= 1) z = (z + (having[rank] ?? 0)) / 2;
    z += registerCount * sigma(share(0));
    return Math.round(registerCount ** 2 / (2 * Math.LN2 * z));
  }
}

function sigma(share: number): number {
  if (share === 1) return Number.POSITIVE_INFINITY;
  let x = share;
  let y = 1;
  let z = x;
  for (let before = Number.NaN; z !== before; ) {
    x *= x;
    before = z;
    z += x * y;
    y += y;
  }
  return z;
}

function tau(share: number): number {
  if (share === 0 || share === 1) return 0;
  let x = share;
  let y = 1;
  let z = 1 - x;
  for (let before = Number.NaN; z !== before; ) {
    x = Math.sqrt(x);
    before = z;
    y /= 2;
    z -= (1 - x) ** 2 * y;
  }
  return z / 3;
}
