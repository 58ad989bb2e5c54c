import type { ReadModel } from '../read-model/read-model.ts';
import { DividedPage } from './divided-page.ts';
import type { PageContext } from './page-context.ts';
import type { Searched } from './request-variables.ts';

const maxBytes = 32 * 1024 * 1024;
/** Milliseconds. Pages show notices that begin and end, and which day it is. */
const maxAge = 10_000;
/** Addresses of pages made once that are remembered. */
const maxRemembered = 4_096;

interface CacheablePage {
  /** To be joined with the nonce of each answer. */
  page: DividedPage;
  /** What somebody who is shown it searched for. */
  searched: Searched | undefined;
}

interface CachedPage extends CacheablePage {
  bytes: number;
  cachedAt: number;
}

/**
 * Pages as they were made for somebody who is not signed in, for the next one who asks for the same: until
 * something published changes, and no longer than some seconds. A page is kept when it is made the second time: most
 * are asked for once, and keeping those would only be work for the garbage collector.
 */
export class PageCache {
  readonly #model: ReadModel;
  readonly #now: () => Date;
  /** The one asked for longest ago comes first. */
  readonly #pages = new Map<string, CachedPage>();
  /** What was made once, longest ago first. */
  readonly #madeOnce = new Set<string>();
  #bytes = 0;
  #sequence = 0;

  constructor(model: ReadModel, now: () => Date) {
    this.#model = model;
    this.#now = now;
  }

  /** The newest change published, as the read model numbers it. */
  get sequence(): number {
    return this.#model.sequence;
  }

  /** Undefined where none is kept that still holds. */
  find(ctx: PageContext): CacheablePage | undefined {
    this.#forgetWhatChanged();
    const address = addressOf(ctx);
    const kept = this.#pages.get(address);
    if (!kept) return undefined;
    this.#forget(address, kept);
    if (this.#now().getTime() - kept.cachedAt > maxAge) return undefined;
    this.#put(address, kept);
    return kept;
  }

  /** @param sequence  the newest change when the page was begun */
  keep(
    ctx: PageContext,
    { html, searched }: { html: Buffer; searched?: Searched | undefined },
    sequence: number,
  ): void {
    this.#forgetWhatChanged();
    if (sequence !== this.#sequence) return;
    const address = addressOf(ctx);
    if (!this.#wasMade(address)) return;
    const page = new DividedPage(html, ctx.nonce);
    const before = this.#pages.get(address);
    if (before) this.#forget(address, before);
    // Its compressed form comes to a quarter or less.
    const bytes = page.size * 1.25;
    this.#put(address, { page, bytes, cachedAt: this.#now().getTime(), searched });
    for (const [longestAgo, kept] of this.#pages) {
      if (this.#bytes <= maxBytes) break;
      this.#forget(longestAgo, kept);
    }
  }

  #wasMade(address: string): boolean {
    if (this.#madeOnce.has(address)) return true;
    this.#madeOnce.add(address);
    for (const longestAgo of this.#madeOnce) {
      if (this.#madeOnce.size <= maxRemembered) break;
      this.#madeOnce.delete(longestAgo);
    }
    return false;
  }

  #put(address: string, kept: CachedPage): void {
    this.#pages.set(address, kept);
    this.#bytes += kept.bytes;
  }

  #forget(address: string, kept: CachedPage): void {
    this.#pages.delete(address);
    this.#bytes -= kept.bytes;
  }

  #forgetWhatChanged(): void {
    if (this.#sequence === this.#model.sequence) return;
    this.#sequence = this.#model.sequence;
    this.#pages.clear();
    this.#madeOnce.clear();
    this.#bytes = 0;
  }
}

/** Everything that a page for everybody depends on, beside what is published and the time. */
function addressOf({ language, furigana, easy, path, queryString }: PageContext): string {
  return `${language} ${furigana ? 'furigana' : ''} ${easy ? 'easy' : ''} ${path}${queryString}`;
}
