import { eq, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
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

/** @param db  as a role that row-level security binds: neither a superuser nor one with `bypassrls` */
export function tenant(db: Pick<Database, 'transaction'>, organisationId: string): TenantDatabase {
  const within = async <Value>(tx: Transaction, work: (tx: TenantTransaction) => Promise<Value>) => {
    // A setting of the transaction: the connection's next borrower finds none.
    await tx.execute(sql`select set_config(${organisationSetting}, ${organisationId}, true)`);
    return work(Object.assign(tx, { organisationId }));
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
 * The condition that a row is the organisation's own. Row-level security holds without it; with it in each query the
 * database finds rows by the primary key, and one that is spread over servers knows which to ask.
 */
export function ownRows(tx: TenantTransaction, table: { organisationId: AnyPgColumn }): SQL {
  return eq(table.organisationId, tx.organisationId);
}
