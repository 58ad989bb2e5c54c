import { eq, is, type SQL, sql } from 'drizzle-orm';
import { type AnyPgColumn, PgTransaction } from 'drizzle-orm/pg-core';
import type { Outcome } from '../outcome/outcome.ts';
import type { Database } from './connection.ts';
import { type Transaction, transact } from './transact.ts';

export { unwrap } from './transact.ts';

/** Session setting that the row-level security policies compare with; set for one transaction. */
export const organisationSetting = 'kakehashi.organisation';
/** Name of the policy of every organisation-owned table. */
export const organisationPolicy = 'own_organisation';

/** A transaction that sees, adds and changes rows of one organisation only, in tables made by `organisationTable`. */
export type TenantTransaction = Transaction & { readonly organisationId: string };

/** Access to the rows of one organisation. */
export interface TenantDatabase {
  readonly organisationId: string;
  /** A use case as one transaction, by the rules of `transact`. */
  transact<Value>(work: (tx: TenantTransaction) => Promise<Outcome<Value>>): Promise<Outcome<Value>>;
  transact<Value>(work: (tx: TenantTransaction) => Promise<Value>): Promise<Value>;
  /** Reads from one snapshot; writes fail. */
  read<Value>(work: (tx: TenantTransaction) => Promise<Value>): Promise<Value>;
}

/**
 * @param db  connected as a role bound by row-level security: not a superuser, without `bypassrls`. Inside a
 *   transaction the work is a savepoint; afterwards the outer transaction's organisation is restored.
 */
export function tenant(db: Pick<Database, 'transaction'>, organisationId: string): TenantDatabase {
  const isNested = is(db, PgTransaction);
  const within = async <Value>(tx: Transaction, work: (tx: TenantTransaction) => Promise<Value>) => {
    const before = isNested ? await reached(tx) : '';
    await reach(tx, organisationId);
    const result = await work(Object.assign(tx, { organisationId }));
    // A released savepoint keeps its settings, so restore the outer transaction's.
    if (isNested) await reach(tx, before);
    return result;
  };
  return {
    organisationId,
    transact: <Value>(work: (tx: TenantTransaction) => Promise<Value>) =>
      transact(db, (tx) => within(tx, work)),
    read: (work) =>
      transact(db, async (tx) => {
        await tx.execute(sql`set transaction isolation level repeatable read read only`);
        return within(tx, work);
      }),
  };
}

/**
 * Sets the organisation for this transaction only, so it does not leak to the next user of the connection.
 */
async function reach(tx: Transaction, organisationId: string): Promise<void> {
  await tx.execute(sql`select set_config(${organisationSetting}, ${organisationId}, true)`);
}

async function reached(tx: Transaction): Promise<string> {
  const { rows } = await tx.execute<{ id: string | null }>(
    sql`select current_setting(${organisationSetting}, true) as id`,
  );
  return rows[0]?.id ?? '';
}

/**
 * Condition that a row belongs to the organisation. Row-level security applies without it; with it the
 * database uses the primary key, and a sharded database knows which server to query.
 */
export function ownRows(tx: TenantTransaction, table: { organisationId: AnyPgColumn }): SQL {
  return eq(table.organisationId, tx.organisationId);
}
