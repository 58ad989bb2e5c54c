import type { PublishedRecord } from '../publishing/published-record.ts';
import type { Page } from './page.ts';
import type { PageContext } from './page-context.ts';

/** Page of a record as if it were published now; undefined if it is not complete enough. */
export type Preview = (record: PublishedRecord, ctx: PageContext, now: Date) => Page | undefined;

/** A record to preview. */
type Previewed = Pick<PublishedRecord, 'id' | 'kind' | 'data'>;

/** Previews of unpublished records: each capability registers the pages of its kinds. */
export class Previews {
  readonly #byKind = new Map<string, Preview>();

  /** @throws Error if a kind is registered twice */
  register(kind: string, preview: Preview): void {
    if (this.#byKind.has(kind)) throw new Error(`two previews are registered for the kind ${kind}`);
    this.#byKind.set(kind, preview);
  }

  /** Whether records of a kind can be previewed on their own page. */
  has(kind: string): boolean {
    return this.#byKind.has(kind);
  }

  /**
   * Preview of a record; undefined if its kind registered none, or it is not complete enough. Without
   * furigana, which is added at publication.
   */
  page(previewed: Previewed, now: Date, ctx: PageContext): Page | undefined {
    const record: PublishedRecord = {
      ...previewed,
      typesetting: {},
      enteredOn: ctx.today,
      confirmedOn: ctx.today,
      publishedAt: now,
      updatedAt: now,
      expiresAt: null,
      unpublished: true,
      changes: [],
      sequence: 0,
    };
    return this.#byKind.get(previewed.kind)?.(record, ctx, now);
  }
}
