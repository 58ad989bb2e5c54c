/** Bytes of pictures that a node holds in memory. */
const mostBytes = 24 * 1024 * 1024;

/** The pictures asked for last, so that a page that many read does not ask the database for each reader. */
export class PictureCache {
  readonly #held = new Map<string, Buffer>();
  #size = 0;

  async get(key: string, read: () => Promise<Buffer | undefined>): Promise<Buffer | undefined> {
    const bytes = this.#held.get(key) ?? (await read());
    if (!bytes) return undefined;
    if (this.#held.delete(key)) this.#size -= bytes.length;
    this.#held.set(key, bytes);
    this.#size += bytes.length;
    for (const [oldest, { length }] of this.#held) {
      if (this.#size <= mostBytes) break;
      this.#held.delete(oldest);
      this.#size -= length;
    }
    return bytes;
  }
}
