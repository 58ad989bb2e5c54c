import type { Queryable } from '../database/connection.ts';
import { auditEntry } from './schema.ts';

/** Who acts, and the network of the client's address (see `networkOf`). */
export interface AuditActor {
  /** Null if nobody is signed in. */
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
  /**
   * Facts about the act. Never a name, an address or a secret: entries remain after an account is deleted.
   */
  detail?: Record<string, unknown>;
  at: Date;
}

/** Writes an act into the audit log, in the same transaction as the act itself. */
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
