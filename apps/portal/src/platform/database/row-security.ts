import type pg from 'pg';
import { organisationPolicy } from './tenant.ts';

/**
 * Forces row-level security on the tables' owner too, wherever it is enabled; migrations by drizzle-kit only
 * enable it.
 * @param client  connected as the owner of the tables
 */
export async function forceRowSecurity(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ table: string }>(
    `select oid::regclass::text as table from pg_class
     where relnamespace = 'public'::regnamespace and relrowsecurity and not relforcerowsecurity`,
  );
  for (const { table } of rows) await client.query(`alter table ${table} force row level security`);
}

/** A fault of a table with organisation-owned rows. */
interface TableFault {
  table: string;
  fault: string;
}

/**
 * Checks the live schema for organisation-owned tables with incomplete isolation. Every key must contain the
 * organisation, so that rows of different organisations never collide and the tables can be sharded by
 * organisation.
 * @param shared  tables with a column `organisation_id` that the site itself reads across organisations
 */
export async function findTableFaults(
  client: Pick<pg.ClientBase, 'query'> | Pick<pg.Pool, 'query'>,
  shared: readonly string[],
): Promise<TableFault[]> {
  const { rows } = await client.query<TableFault>(
    `with own as (
      select pg_class.oid, relname, relrowsecurity, relforcerowsecurity, attnum
      from pg_class join pg_attribute on attrelid = pg_class.oid and attname = 'organisation_id' and not attisdropped
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> all($1)
    )
    select relname as table, 'row-level security is not forced' as fault from own
      where not (relrowsecurity and relforcerowsecurity)
    union all
    select relname, 'has not exactly the one policy of organisationTable' from own
      where (select array_agg((polname = $2 and polpermissive and polcmd = '*' and polroles = '{0}'
        and pg_get_expr(polqual, polrelid) = $3 and pg_get_expr(polwithcheck, polrelid) = $3))
        from pg_policy where polrelid = own.oid) is distinct from '{t}'
    union all
    select relname, 'its primary key does not begin with organisation_id' from own
      where not exists (select from pg_index where indrelid = own.oid and indisprimary and indkey[0] = attnum)
    union all
    select relname, 'unique without organisation_id: ' || indexrelid::regclass from own
      join pg_index on indrelid = own.oid where indisunique and not attnum = any(indkey)
    union all
    select own.relname, 'refers to rows of others: ' || conname from own
      join pg_constraint on contype = 'f' and conrelid = own.oid
      join own target on target.oid = confrelid
      where not exists (select from unnest(conkey, confkey) as pair(here, there)
        where here = own.attnum and there = target.attnum)
    order by 1, 2`,
    [shared, organisationPolicy, `(organisation_id = current_setting('kakehashi.organisation'::text, true))`],
  );
  return rows;
}
