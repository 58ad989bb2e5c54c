import type { TypesetFields } from './typesetting.ts';

/** Channel on which a node hears that published records changed. */
export const publishedChannel = 'kakehashi_published';

/** A record as the public sees it, held in every node's memory. */
export interface PublishedRecord {
  id: string;
  kind: string;
  data: object;
  typesetting: TypesetFields;
  /** `YYYY-MM-DD`, Asia/Tokyo. */
  enteredOn: string;
  /** `YYYY-MM-DD`; null: 運営者による確認前. */
  confirmedOn: string | null;
  publishedAt: Date;
  updatedAt: Date;
  expiresAt: Date | null;
  /** Grows with every change anywhere; a record's own says how new it is. */
  sequence: number;
}

/** A change a node must take up: a record that is now shown, or one that no longer is. */
export type PublishedChange =
  | { removed: false; sequence: number; record: PublishedRecord }
  | { removed: true; sequence: number; id: string };
