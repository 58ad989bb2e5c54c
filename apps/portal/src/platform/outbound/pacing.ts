import { setTimeout as delay } from 'node:timers/promises';

/** Spaces out calls to the same host; calls to other hosts are not delayed. */
export class HostPacing {
  readonly #pause: number;
  readonly #now: () => number;
  readonly #free = new Map<string, number>();

  /** @param pause  milliseconds between the starts of two calls to the same host */
  constructor(pause: number, now: () => number = Date.now) {
    this.#pause = pause;
    this.#now = now;
  }

  /** Resolves when it is this call's turn. */
  async turn(host: string, signal: AbortSignal): Promise<void> {
    const wait = this.take(host);
    if (wait > 0) await delay(wait, undefined, { signal });
  }

  /**
   * Takes the next turn for a host.
   * @returns milliseconds until it
   */
  take(host: string): number {
    const now = this.#now();
    for (const [name, free] of this.#free) if (free <= now) this.#free.delete(name);
    const turn = this.#free.get(host) ?? now;
    this.#free.set(host, turn + this.#pause);
    return turn - now;
  }
}
