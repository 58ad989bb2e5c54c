import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/connection.ts';
import { type AuditRecord, auditRecord, beginningHash, recordHash } from './record.ts';

/** Notification channel for newly linked entries. */
export const auditChannel = 'kakehashi_audit';

/**
 * Records of the log in chain order. A link whose entry is missing has no content, only its `entryId`.
 * @param after  position after which to begin; 0 for all
 */
export async function readRecords(
  db: Queryable,
  after: number,
  maxRecords: number,
): Promise<(AuditRecord | LostRecord)[]> {
  const { rows } = await db.execute<ChainRow>(sql`
    select link.position::float8 as position, link.hash, link.entry_id::float8 as "entryId", previous.hash as previous,
      entry.id::float8 as id, entry.at, entry.actor_id as actor, entry.action, entry.object_kind as "objectKind",
      entry.object_id as "objectId", entry.detail, entry.network
    from audit_link link
    left join audit_entry entry on entry.id = link.entry_id
    left join audit_link previous on previous.position = link.position - 1
    where link.position > ${after} order by link.position limit ${maxRecords}`);
  return rows.map(({ entryId, ...row }) => {
    const { position, previous } = row;
    if (row.id === null) return { position, entryId, lost: true };
    const at = new Date(row.at).toISOString();
    return auditRecord.parse({ ...row, at, previous: previous ?? beginningHash });
  });
}

/** A link whose entry is gone. */
interface LostRecord {
  position: number;
  entryId: number;
  lost: true;
}

type ChainRow = Omit<AuditRecord, 'id' | 'previous' | 'at'> & {
  entryId: number;
  id: number | null;
  at: string;
  previous: string | null;
};

/** Where a chain is broken. */
export interface ChainBreak {
  /**
   * `missing`: no records from `position` up to the next there is. `changed`: the content is not what was hashed.
   * `detached`: the record does not follow the one before. `unlinked`: an entry that no link holds.
   */
  kind: 'missing' | 'changed' | 'detached' | 'unlinked';
  /** Position in the chain; for `unlinked`, the entry's id. */
  position: number;
}

/** Checks a chain record by record, up to its first break. */
export class ChainWalk {
  /** Last valid record. */
  last: { position: number; hash: string } | undefined;
  /** Number of valid records. */
  count = 0;
  readonly #selection: boolean;
  /** Hashes of recent records, by position. */
  readonly #recent = new Map<number, string>();

  /** @param options.selection  whether gaps are allowed, as in a filtered export */
  constructor(options: { selection?: boolean; from?: { position: number; hash: string } } = {}) {
    this.#selection = options.selection ?? false;
    this.last = options.from;
  }

  /** Checks the next record. An exact repeat of a recent record is ignored. */
  take(record: AuditRecord): ChainBreak | undefined {
    const { position } = record;
    const { last } = this;
    if (last && position <= last.position)
      return this.#isRepeated(record) ? undefined : { kind: 'detached', position };
    const follows = last ? position === last.position + 1 : position === 1;
    if (last && !follows && !this.#selection) return { kind: 'missing', position: last.position + 1 };
    if (recordHash(record) !== record.hash) return { kind: 'changed', position };
    if (follows && record.previous !== (last?.hash ?? beginningHash)) return { kind: 'detached', position };
    this.last = { position, hash: record.hash };
    this.count += 1;
    this.#recent.set(position, record.hash);
    this.#recent.delete(position - repeatedAtMost);
    return undefined;
  }

  #isRepeated(record: AuditRecord): boolean {
    return this.#recent.get(record.position) === record.hash && recordHash(record) === record.hash;
  }
}

/** Most records that are sent again when their delivery was uncertain. */
const repeatedAtMost = 1_000;

const atOnce = 1_000;

/** Checks the whole chain in the database. Entries that were never linked count as a break. */
export async function verifyDatabase(
  db: Queryable,
  onProgress: (position: number) => void = () => {},
): Promise<{ count: number; last: ChainWalk['last']; broken: ChainBreak | undefined }> {
  const walk = new ChainWalk({ from: { position: 0, hash: beginningHash } });
  const found = (broken: ChainBreak | undefined) => ({ count: walk.count, last: walk.last, broken });
  for (;;) {
    const records = await readRecords(db, walk.last?.position ?? 0, atOnce);
    for (const record of records) {
      const expected = (walk.last?.position ?? 0) + 1;
      const broken = 'lost' in record ? { kind: 'missing' as const, position: expected } : walk.take(record);
      if (broken) return found(broken);
    }
    if (records.length === 0) break;
    onProgress(walk.count);
  }
  const { rows } = await db.execute<{ id: number }>(sql`
    select entry.id::float8 as id from audit_entry entry
    left join audit_link link on link.entry_id = entry.id
    where link.position is null order by entry.id limit 1`);
  return found(rows[0] && { kind: 'unlinked', position: rows[0].id });
}
