import { sql } from 'drizzle-orm';
import pg from 'pg';
import { type AuditActor, recordAudit } from '../audit/audit.ts';
import type { Queryable } from '../database/connection.ts';
import { organisationPolicy, type TenantTransaction } from '../database/tenant.ts';
import { unwrap } from '../database/transact.ts';
import { done, type Outcome } from '../outcome/outcome.ts';
import { type Quota, useQuota } from '../quota/quota.ts';
import type { OrganisationRoom } from './rooms.ts';

/** Columns that are of use to nobody outside of this database. */
const leftOut: Readonly<Record<string, string>> = { access_token: 'digest' };
/** Rows that are fetched at once. */
const batch = 1_000;

/** Without a parameter, which a cursor's declaration does not take. */
const isOwn = ({ organisationId }: TenantTransaction) =>
  sql.raw(`organisation_id = ${pg.escapeLiteral(organisationId)}`);

interface PrivateTable {
  name: string;
  /** Columns of its primary key, in order. */
  key: string[];
}

/** Every table that `organisationTable` made, whichever capability it belongs to. */
async function privateTables(tx: Pick<Queryable, 'execute'>): Promise<PrivateTable[]> {
  const { rows } = await tx.execute<Record<string, unknown> & PrivateTable>(
    sql`select relname as name,
        array(select attname::text from unnest(indkey) with ordinality as part(number, at)
          join pg_attribute on attrelid = pg_class.oid and attnum = number order by at) as key
      from pg_policy
        join pg_class on pg_class.oid = polrelid
        join pg_index on indrelid = pg_class.oid and indisprimary
      where polname = ${organisationPolicy} and relnamespace = 'public'::regnamespace order by 1`,
  );
  return rows;
}

/** How often an organisation may export: the database reads everything that it has. */
const exported: Quota = {
  name: 'organisation-export',
  what: { ja: '書き出し', en: 'exports' },
  limits: [{ by: 'organisation', most: 20, per: 'hour' }],
};

/** Counts and records that somebody is about to export; refused where it was done too often. */
export function beginExport(
  { tenant }: OrganisationRoom,
  by: AuditActor,
  now: Date,
): Promise<Outcome<undefined>> {
  return tenant.transact(async (tx) => {
    unwrap(await useQuota(tx, exported, { organisation: tx.organisationId }, now));
    await recordAudit(tx, {
      actor: by,
      action: 'organisation-data.export',
      object: { kind: 'organisation', id: tx.organisationId },
      at: now,
    });
    return done(undefined);
  });
}

/**
 * Everything that an organisation has to itself, of one moment, as JSON lines: one that says what it is, one for each
 * row with its table, and one at the end with their number. Bytes are in PostgreSQL's hexadecimal form.
 * @param write  settles when more can be taken
 * @returns number of rows
 */
export async function exportRoom(
  { organisation, tenant }: OrganisationRoom,
  now: Date,
  write: (lines: string) => Promise<void>,
): Promise<number> {
  await write(line({ format: 'kakehashi-organisation-1', organisation, at: now }));
  const total = await tenant.read(async (tx) => {
    let rows = 0;
    for (const { name, key } of await privateTables(tx)) {
      // As the database writes it: a number of JavaScript would round long ones.
      const row = sql`(to_jsonb(own) - ${sql.raw(`'${leftOut[name] ?? ''}'`)})::text`;
      const order = sql.join(
        key.map((column) => sql.identifier(column)),
        sql`, `,
      );
      await tx.execute(
        sql`declare own_rows cursor for select ${row} as row from ${sql.identifier(name)} own where ${isOwn(tx)} order by ${order}`,
      );
      for (;;) {
        const fetched = await tx.execute<{ row: string }>(sql.raw(`fetch ${batch} from own_rows`));
        const lines = fetched.rows.map((each) => `{"table":${JSON.stringify(name)},"row":${each.row}}\n`);
        await write(lines.join(''));
        rows += fetched.rows.length;
        if (fetched.rows.length < batch) break;
      }
      await tx.execute(sql`close own_rows`);
    }
    return rows;
  });
  await write(line({ end: true, rows: total }));
  return total;
}

const line = (value: unknown) => `${JSON.stringify(value)}\n`;

/** How many rows an organisation has in each of its tables. */
export function countRoom({ tenant }: OrganisationRoom): Promise<number> {
  return tenant.read(async (tx) => {
    const counts = (await privateTables(tx)).map(
      ({ name }) => sql`(select count(*) from ${sql.identifier(name)} where ${isOwn(tx)})`,
    );
    const { rows } = await tx.execute<{ total: number }>(
      sql`select (${sql.join([sql`0`, ...counts], sql` + `)})::int as total`,
    );
    return rows[0]?.total ?? 0;
  });
}

/**
 * Deletes everything that an organisation has to itself; the organisation, its members and what it published stay.
 * @returns number of rows
 */
export function deleteRoom({ tenant }: OrganisationRoom, by: AuditActor, now: Date): Promise<number> {
  return tenant.transact(async (tx) => {
    // One statement, so that it makes no difference which rows refer to which.
    const tables = await privateTables(tx);
    const gone = tables.map(
      ({ name }, at) =>
        sql`${sql.identifier(`gone_${at}`)} as (delete from ${sql.identifier(name)} where ${isOwn(tx)} returning 1)`,
    );
    const counts = tables.map((_, at) => sql`(select count(*) from ${sql.identifier(`gone_${at}`)})`);
    const { rows } = await tx.execute<{ total: number }>(
      sql`with ${sql.join(gone, sql`, `)} select (${sql.join(counts, sql` + `)})::int as total`,
    );
    const total = rows[0]?.total ?? 0;
    await recordAudit(tx, {
      actor: by,
      action: 'organisation-data.delete',
      object: { kind: 'organisation', id: tx.organisationId },
      detail: { rows: total },
      at: now,
    });
    return total;
  });
}
