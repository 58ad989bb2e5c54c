import type { TypesetFields } from './typesetting.ts';

/** Notification channel for changes to published records. */
export const publishedChannel = 'kakehashi_published';

/** What changed in a published record on one day. */
export interface RecordChange {
  /** `YYYY-MM-DD`, Asia/Tokyo. */
  on: string;
  /** Names of the fields that changed. */
  fields: readonly string[];
}

/** A published record, held in every node's memory. */
export interface PublishedRecord {
  id: string;
  kind: string;
  data: object;
  typesetting: TypesetFields;
  /** `YYYY-MM-DD`, Asia/Tokyo. */
  enteredOn: string;
  /** `YYYY-MM-DD`; null: not yet confirmed by the operator (運営者による確認前). */
  confirmedOn: string | null;
  publishedAt: Date;
  updatedAt: Date;
  expiresAt: Date | null;
  /** It is not public: a preview of what it would be. */
  unpublished?: boolean;
  /** What changed since it was first published, the newest first. */
  changes: readonly RecordChange[];
  /** Sequence number of the record's last change; it increases with every change to any record. */
  sequence: number;
}

/** A change for a node to apply: a record that is now public, or one that no longer is. */
export type PublishedChange =
  | { removed: false; sequence: number; record: PublishedRecord }
  | { removed: true; sequence: number; id: string };
