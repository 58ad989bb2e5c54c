import { desc, eq, lt } from 'drizzle-orm';
import { auditEntry } from '../../platform/audit/schema.ts';
import type { Queryable } from '../../platform/database/connection.ts';
import { siteUser } from '../../platform/identity/schema.ts';
import { csvLine } from '../../platform/spreadsheets/csv-line.ts';

export interface LoggedAct {
  id: number;
  at: Date;
  actorId: string | null;
  actorName: string | null;
  action: string;
  objectKind: string;
  objectId: string;
  detail: Record<string, unknown>;
  network: string | null;
}

/** Acts of the audit log, the newest first. @param before  only those older than the act with this number */
export async function loggedActs(db: Queryable, most: number, before?: number): Promise<LoggedAct[]> {
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
    })
    .from(auditEntry)
    .leftJoin(siteUser, eq(siteUser.id, auditEntry.actorId))
    .where(before === undefined ? undefined : lt(auditEntry.id, before))
    .orderBy(desc(auditEntry.id))
    .limit(most);
}

const columns = ['id', 'at', 'actor_id', 'actor', 'action', 'object_kind', 'object_id', 'detail', 'network'];
const atOnce = 1_000;

/** The whole audit log as CSV, piece by piece: it may be longer than memory is wide. */
export async function* auditCsv(db: Queryable): AsyncGenerator<string> {
  // The mark at the beginning tells spreadsheets that it is UTF-8.
  yield `\uFEFF${csvLine(columns)}`;
  let before: number | undefined;
  for (;;) {
    const acts = await loggedActs(db, atOnce, before);
    if (acts.length === 0) return;
    before = acts.at(-1)?.id;
    yield acts
      .map((act) =>
        csvLine([
          String(act.id),
          act.at.toISOString(),
          act.actorId ?? '',
          act.actorName ?? '',
          act.action,
          act.objectKind,
          act.objectId,
          JSON.stringify(act.detail),
          act.network ?? '',
        ]),
      )
      .join('');
  }
}
