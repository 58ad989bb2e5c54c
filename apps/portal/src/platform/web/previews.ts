import type { PublishedRecord } from '../publishing/published-record.ts';
import type { PageContext } from './page-context.ts';
import type { Page } from './page-routes.ts';

/** The page of a record as it would be if it were published now; undefined where it cannot stand yet. */
export type Preview = (record: PublishedRecord, ctx: PageContext, now: Date) => Page | undefined;

/** What is looked at before it is published. */
type Previewed = Pick<PublishedRecord, 'id' | 'kind' | 'data'>;

/** How records look before they are published: each capability registers the pages of its kinds. */
export class Previews {
  readonly #byKind = new Map<string, Preview>();

  /** @throws Error where a kind has two */
  register(kind: string, preview: Preview): void {
    if (this.#byKind.has(kind)) throw new Error(`two previews are registered for the kind ${kind}`);
    this.#byKind.set(kind, preview);
  }

  /** Whether records of a kind have a page of their own that can be looked at. */
  has(kind: string): boolean {
    return this.#byKind.has(kind);
  }

  /** A record's page; undefined where its kind registered none, or it cannot stand yet. Readings come with publication. */
  page(previewed: Previewed, now: Date, ctx: PageContext): Page | undefined {
    const record: PublishedRecord = {
      ...previewed,
      typesetting: {},
      enteredOn: ctx.today,
      confirmedOn: ctx.today,
      publishedAt: now,
      updatedAt: now,
      expiresAt: null,
      sequence: 0,
    };
    return this.#byKind.get(previewed.kind)?.(record, ctx, now);
  }
}
