import { eq, is, type SQL, sql } from 'drizzle-orm';
import { type AnyPgColumn, PgTransaction } from 'drizzle-orm/pg-core';
import type { Outcome } from '../outcome/outcome.ts';
import type { Database } from './connection.ts';
import { type Transaction, transact } from './transact.ts';

/** Setting that row-level security compares with; it holds for one transaction. */
export const organisationSetting = 'kakehashi.organisation';
/** Name of the policy that every table of organisations' own rows has. */
export const organisationPolicy = 'own_organisation';

/** A transaction that sees, adds and changes rows of one organisation only, in tables made by `organisationTable`. */
export type TenantTransaction = Transaction & { readonly organisationId: string };

/** What one organisation owns in the database. */
export interface TenantDatabase {
  readonly organisationId: string;
  /** A use case as one transaction, by the rules of `transact`. */
  transact<Value>(work: (tx: TenantTransaction) => Promise<Outcome<Value>>): Promise<Outcome<Value>>;
  transact<Value>(work: (tx: TenantTransaction) => Promise<Value>): Promise<Value>;
  /** Several reads of one moment; writing fails. */
  read<Value>(work: (tx: TenantTransaction) => Promise<Value>): Promise<Value>;
}

/**
 * @param db  as a role that row-level security binds: neither a superuser nor one with `bypassrls`. Within a
 *   transaction the work is a savepoint, after which the transaction reaches what it reached before.
 */
export function tenant(db: Pick<Database, 'transaction'>, organisationId: string): TenantDatabase {
  const isNested = is(db, PgTransaction);
  const within = async <Value>(tx: Transaction, work: (tx: TenantTransaction) => Promise<Value>) => {
    const before = isNested ? await reached(tx) : '';
    await reach(tx, organisationId);
    const result = await work(Object.assign(tx, { organisationId }));
    // A savepoint that is kept leaves its settings to the transaction around it.
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

/** Sets it for the transaction only: the connection's next borrower finds none. */
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
 * The condition that a row is the organisation's own. Row-level security holds without it; with it in each query the
 * database finds rows by the primary key, and one that is spread over servers knows which to ask.
 */
export function ownRows(tx: TenantTransaction, table: { organisationId: AnyPgColumn }): SQL {
  return eq(table.organisationId, tx.organisationId);
}
