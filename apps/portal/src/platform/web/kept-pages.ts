import type { ReadModel } from '../read-model/read-model.ts';
import type { PageContext } from './page-context.ts';
import type { Searched } from './request-variables.ts';

const mostBytes = 32 * 1024 * 1024;
/** Milliseconds. Pages show notices that begin and end, and which day it is. */
const oldest = 10_000;

/** A page's bytes, cut wherever the nonce of its own answer stood. */
interface KeptPage {
  pieces: readonly Buffer[];
  bytes: number;
  keptAt: number;
  searched: Searched | undefined;
}

/**
 * Pages as they were made for somebody who is not signed in, for the next one who asks for the same: until
 * something published changes, and no longer than some seconds.
 */
export class KeptPages {
  readonly #model: ReadModel;
  readonly #now: () => Date;
  /** The one asked for longest ago comes first. */
  readonly #pages = new Map<string, KeptPage>();
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

  /** The page with the nonce of this answer in it; undefined where none is kept that still holds. */
  find(ctx: PageContext): { html: Buffer; searched: Searched | undefined } | undefined {
    this.#forgetWhatChanged();
    const address = addressOf(ctx);
    const page = this.#pages.get(address);
    if (!page) return undefined;
    this.#forget(address, page);
    if (this.#now().getTime() - page.keptAt > oldest) return undefined;
    this.#put(address, page);
    return { html: join(page.pieces, Buffer.from(ctx.nonce)), searched: page.searched };
  }

  /** @param sequence  the newest change when the page was begun */
  keep(
    ctx: PageContext,
    { html, searched }: { html: string; searched?: Searched | undefined },
    sequence: number,
  ): void {
    this.#forgetWhatChanged();
    if (sequence !== this.#sequence) return;
    const pieces = html.split(ctx.nonce).map((piece) => Buffer.from(piece));
    const bytes = pieces.reduce((sum, piece) => sum + piece.length, 0);
    const address = addressOf(ctx);
    const before = this.#pages.get(address);
    if (before) this.#forget(address, before);
    this.#put(address, { pieces, bytes, keptAt: this.#now().getTime(), searched });
    for (const [oldestAddress, page] of this.#pages) {
      if (this.#bytes <= mostBytes) break;
      this.#forget(oldestAddress, page);
    }
  }

  #put(address: string, page: KeptPage): void {
    this.#pages.set(address, page);
    this.#bytes += page.bytes;
  }

  #forget(address: string, page: KeptPage): void {
    this.#pages.delete(address);
    this.#bytes -= page.bytes;
  }

  #forgetWhatChanged(): void {
    if (this.#sequence === this.#model.sequence) return;
    this.#sequence = this.#model.sequence;
    this.#pages.clear();
    this.#bytes = 0;
  }
}

/** Everything that a page for everybody depends on, beside what is published and the time. */
function addressOf({ language, furigana, easy, path, queryString }: PageContext): string {
  return `${language} ${furigana ? 'furigana' : ''} ${easy ? 'easy' : ''} ${path}${queryString}`;
}

function join(pieces: readonly Buffer[], nonce: Buffer): Buffer {
  return Buffer.concat(pieces.flatMap((piece, index) => (index === 0 ? [piece] : [nonce, piece])));
}
