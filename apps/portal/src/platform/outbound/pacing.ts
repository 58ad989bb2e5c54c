import { setTimeout as delay } from 'node:timers/promises';

/** Lets calls to one host through one after another, a pause apart; other hosts do not wait. */
export class HostPacing {
  readonly #pause: number;
  readonly #now: () => number;
  readonly #free = new Map<string, number>();

  /** @param pause  milliseconds between the beginnings of two calls to one host */
  constructor(pause: number, now: () => number = Date.now) {
    this.#pause = pause;
    this.#now = now;
  }

  /** Settles when it is this call's turn. */
  async turn(host: string, signal: AbortSignal): Promise<void> {
    const wait = this.take(host);
    if (wait > 0) await delay(wait, undefined, { signal });
  }

  /** Takes the next turn for a host. @returns milliseconds until it */
  take(host: string): number {
    const now = this.#now();
    for (const [name, free] of this.#free) if (free <= now) this.#free.delete(name);
    const turn = this.#free.get(host) ?? now;
    this.#free.set(host, turn + this.#pause);
    return turn - now;
  }
}
