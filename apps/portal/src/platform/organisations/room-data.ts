import { sql } from 'drizzle-orm';
import pg from 'pg';
import { type AuditActor, recordAudit } from '../audit/audit.ts';
import type { Queryable } from '../database/connection.ts';
import { organisationPolicy, type TenantTransaction } from '../database/tenant.ts';
import { unwrap } from '../database/transact.ts';
import { done, type Outcome } from '../outcome/outcome.ts';
import { type Quota, useQuota } from '../quota/quota.ts';
import type { OrganisationRoom } from './rooms.ts';

/** Columns that are of no use outside of this database. */
const leftOut: Readonly<Record<string, string>> = { access_token: 'digest' };
/** Rows per fetch. */
const batch = 1_000;

/** Without a parameter, since a cursor declaration allows none. */
const isOwn = ({ organisationId }: TenantTransaction) =>
  sql.raw(`organisation_id = ${pg.escapeLiteral(organisationId)}`);

interface PrivateTable {
  name: string;
  /** Columns of its primary key, in order. */
  key: string[];
}

/** Every table created by `organisationTable`, of any capability. */
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

/** Export quota of an organisation: an export reads all its data. */
const exported: Quota = {
  name: 'organisation-export',
  what: { ja: '書き出し', en: 'exports' },
  limits: [{ by: 'organisation', max: 20, per: 'hour' }],
};

/** Counts and records the start of an export; refused if the quota is used up. */
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
 * Exports all data private to an organisation from one snapshot, as JSON lines: a header, one line per row
 * with its table, and the number of rows. Bytes are in PostgreSQL's hexadecimal form.
 * @param write  resolves when more can be written
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
      // Text from the database: JavaScript would round long numbers.
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

/** Total number of rows that are private to an organisation. */
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
 * Deletes all data private to an organisation; the organisation, its members and its publications remain.
 * @returns number of rows
 */
export function deleteRoom({ tenant }: OrganisationRoom, by: AuditActor, now: Date): Promise<number> {
  return tenant.transact(async (tx) => {
    // One statement, so that the order of foreign keys does not matter.
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
