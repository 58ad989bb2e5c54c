import { csvLine } from '@kakehashi/spreadsheets';
import { and, asc, desc, eq, gte, ilike, lt, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { ExportedEntry } from '../../../platform/audit/csv.ts';
import { csvCells, csvColumns } from '../../../platform/audit/csv.ts';
import { auditEntry, auditLink } from '../../../platform/audit/schema.ts';
import type { Queryable } from '../../../platform/database/connection.ts';
import { siteUser } from '../../../platform/identity/schema.ts';

/** Filter of audit log entries; absent fields do not restrict. */
export interface AuditFilter {
  /** An account's id, or part of its name or mail address. */
  who?: string | undefined;
  action?: string | undefined;
  /** Kind or id of the object. */
  object?: string | undefined;
  from?: Date | undefined;
  /** Exclusive. */
  until?: Date | undefined;
}

/** Audit log entries, newest first. @param before  only those before the entry of this number */
export async function loggedActs(
  db: Queryable,
  filter: AuditFilter,
  maxEntries: number,
  before?: number,
): Promise<ExportedEntry[]> {
  const { who, action, object, from, until } = filter;
  const linkBefore = alias(auditLink, 'link_before');
  const part = who && `%${who.replace(/[\\%_]/g, '\\$&')}%`;
  return db
    .select({
      id: auditEntry.id,
      at: auditEntry.at,
      actorId: auditEntry.actorId,
      actorName: siteUser.name,
      action: auditEntry.action,
      objectKind: auditEntry.objectKind,
      objectId: auditEntry.objectId,
      detail: auditEntry.detail,
      network: auditEntry.network,
      position: auditLink.position,
      hash: auditLink.hash,
      previous: linkBefore.hash,
    })
    .from(auditEntry)
    .leftJoin(auditLink, eq(auditLink.entryId, auditEntry.id))
    .leftJoin(linkBefore, sql`${linkBefore.position} = ${auditLink.position} - 1`)
    .leftJoin(siteUser, eq(siteUser.id, auditEntry.actorId))
    .where(
      and(
        before === undefined ? undefined : lt(auditEntry.id, before),
        who && part
          ? or(eq(auditEntry.actorId, who), ilike(siteUser.name, part), ilike(siteUser.email, part))
          : undefined,
        action ? eq(auditEntry.action, action) : undefined,
        object ? or(eq(auditEntry.objectId, object), eq(auditEntry.objectKind, object)) : undefined,
        from ? gte(auditEntry.at, from) : undefined,
        until ? lt(auditEntry.at, until) : undefined,
      ),
    )
    .orderBy(desc(auditEntry.id))
    .limit(maxEntries);
}

/** All actions that occur in the log, by name. */
export async function loggedActions(db: Queryable): Promise<string[]> {
  const rows = await db
    .select({ action: auditEntry.action })
    .from(auditEntry)
    .groupBy(auditEntry.action)
    .orderBy(asc(auditEntry.action));
  return rows.map(({ action }) => action);
}

const atOnce = 1_000;

/** Streams audit log entries as CSV, since the log may not fit in memory. */
export async function* auditCsv(db: Queryable, filter: AuditFilter): AsyncGenerator<string> {
  // The byte order mark tells spreadsheets that it is UTF-8.
  yield `\uFEFF${csvLine(csvColumns)}`;
  let before: number | undefined;
  for (;;) {
    const acts = await loggedActs(db, filter, atOnce, before);
    if (acts.length === 0) return;
    before = acts.at(-1)?.id;
    yield acts.map((act) => csvLine(csvCells(act))).join('');
  }
}
