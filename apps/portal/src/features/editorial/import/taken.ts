import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Queryable } from '../../../platform/database/connection.ts';
import { findEntries } from '../../../platform/editing/entry.ts';
import type { KnownEntry, ReadRow } from './row-check.ts';
import { importedEntry } from './schema.ts';

interface Place {
  kind: string;
  ownerId: string | null;
}

type Identified = Pick<ReadRow, 'key' | 'number'>;

/**
 * Existing entries of rows: imported before under their key, or named by id. Excludes entries of other
 * organisations, so that guessing an id reveals nothing.
 */
export async function knownEntries(
  db: Queryable,
  { kind, ownerId }: Place,
  rows: readonly Identified[],
): Promise<Map<string, KnownEntry>> {
  if (rows.length === 0) return new Map();
  const keys = [...new Set(rows.map(({ key }) => key))];
  const taken = await db
    .select()
    .from(importedEntry)
    .where(
      and(
        eq(importedEntry.ownerId, ownerId ?? ''),
        eq(importedEntry.kind, kind),
        inArray(importedEntry.key, keys),
      ),
    );
  const byKey = new Map(taken.map((each) => [each.key, each]));
  const numbers = rows.map(({ number }) => number).filter((number) => number !== '');
  const entries = await findEntries(db, [...taken.map(({ entryId }) => entryId), ...numbers]);
  const known = new Map<string, KnownEntry>();
  for (const { key, number } of rows) {
    const before = byKey.get(key);
    const entry = (before && entries.get(before.entryId)) ?? entries.get(number);
    if (entry && entry.kind === kind && entry.ownerId === ownerId)
      known.set(key, { entry, ...(before && before.entryId === entry.id && { taken: before }) });
  }
  return known;
}

export interface Taken {
  key: string;
  entryId: string;
  rowDigest: string;
  draftDigest: string;
}

/** Stores which entries rows created. */
export async function rememberTaken(
  tx: Queryable,
  { kind, ownerId }: Place,
  rows: readonly Taken[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insert(importedEntry)
    .values(rows.map((row) => ({ ...row, kind, ownerId: ownerId ?? '' })))
    .onConflictDoUpdate({
      target: [importedEntry.ownerId, importedEntry.kind, importedEntry.key],
      set: {
        entryId: sql`excluded.entry_id`,
        rowDigest: sql`excluded.row_digest`,
        draftDigest: sql`excluded.draft_digest`,
      },
    });
}
