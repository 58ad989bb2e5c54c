import type { ReadModel } from '../read-model/read-model.ts';
import { DividedPage } from './divided-page.ts';
import type { PageContext } from './page-context.ts';
import type { Searched } from './request-variables.ts';

const maxBytes = 32 * 1024 * 1024;
/** Milliseconds. Pages show time-limited notices and the current day. */
const maxAge = 10_000;
/** Most URLs remembered as rendered once. */
const maxRemembered = 4_096;

interface CacheablePage {
  /** To be joined with the nonce of each response. */
  page: DividedPage;
  /** Search that the page shows the result of. */
  searched: Searched | undefined;
}

interface CachedPage extends CacheablePage {
  bytes: number;
  cachedAt: number;
}

/**
 * Cache of pages for visitors who are not signed in: valid until something is published, and for a few
 * seconds at most. A page is stored when it is rendered the second time: most are requested only once, and
 * storing those would only burden the garbage collector.
 */
export class PageCache {
  readonly #model: ReadModel;
  readonly #now: () => Date;
  /** Least recently used first. */
  readonly #pages = new Map<string, CachedPage>();
  /** URLs rendered once, oldest first. */
  readonly #madeOnce = new Set<string>();
  #bytes = 0;
  #sequence = 0;

  constructor(model: ReadModel, now: () => Date) {
    this.#model = model;
    this.#now = now;
  }

  /** Sequence number of the newest published change. */
  get sequence(): number {
    return this.#model.sequence;
  }

  /** Undefined if there is no valid entry. */
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

  /** @param sequence  the newest change when rendering began */
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
    // The compressed form takes at most a quarter more.
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

/** Everything that a public page depends on besides the published records and the time. */
function addressOf({ language, furigana, easy, path, queryString }: PageContext): string {
  return `${language} ${furigana ? 'furigana' : ''} ${easy ? 'easy' : ''} ${path}${queryString}`;
}
