import type { Queryable } from '../database/connection.ts';
import { auditEntry } from './schema.ts';

/** Who acts, and from which network: `networkOf` the client's address. */
export interface AuditActor {
  /** Null where nobody is signed in. */
  id: string | null;
  network: string | null;
}

/** The portal itself: jobs, start-up, commands at the terminal. */
export const systemAuditActor: AuditActor = { id: 'system', network: null };

export interface AuditedAct {
  actor: AuditActor;
  /** `thing.act` in kebab-case, such as `user.suspend`. */
  action: string;
  object: { kind: string; id: string };
  /** Facts of the act; never a name, an address or a secret: entries stay when an account is deleted. */
  detail?: Record<string, unknown>;
  at: Date;
}

/** Writes an act into the audit log, in the transaction that does it: neither happens without the other. */
export async function recordAudit(tx: Queryable, act: AuditedAct): Promise<void> {
  await recordAudits(tx, [act]);
}

/** `recordAudit` for many acts at once. */
export async function recordAudits(tx: Queryable, acts: readonly AuditedAct[]): Promise<void> {
  if (acts.length === 0) return;
  await tx.insert(auditEntry).values(
    acts.map((act) => ({
      at: act.at,
      actorId: act.actor.id,
      action: act.action,
      objectKind: act.object.kind,
      objectId: act.object.id,
      detail: act.detail ?? {},
      network: act.actor.network,
    })),
  );
}
