import pg from 'pg';
import { withClient } from './client.ts';

/** Append-only tables: decisions and audit entries. */
const appendOnly = ['revision', 'transition', 'audit_entry'];
/** Tables that only the database itself writes, as the owner. */
const readOnly = ['audit_link'];
/** Where the portal's tables are, and the queue's. */
const schemas = ['public', 'jobs'];

/** A role's rights, as far as an operator needs to know them. */
export interface DatabaseRole {
  name: string;
  /**
   * Whether it could change the schema, alter append-only tables or bypass row-level security: a superuser,
   * the tables' owner, or a role with `bypassrls`.
   */
  mayChangeSchema: boolean;
}

/** @throws StartupError `database-unreachable` */
export async function describeRole(url: string): Promise<DatabaseRole> {
  return withClient(url, async (client) => {
    const { rows } = await client.query(`
      select rolname as name,
        rolsuper or rolbypassrls or rolcreaterole or has_schema_privilege(oid, 'public', 'create') as "mayChangeSchema"
      from pg_roles where rolname = current_user`);
    return rows[0];
  });
}

/**
 * Grants the portal's role read and write access only: it cannot create, alter or truncate tables, nor change
 * append-only rows. Repeated at each start, since a newer version has new tables.
 * @param client  connected as the owner of the tables
 */
export async function grantToPortal(client: pg.Client, role: string): Promise<void> {
  const portal = pg.escapeIdentifier(role);
  const { rows: known } = await client.query(
    'select nspname as name, current_database() as database from pg_namespace where nspname = any($1)',
    [schemas],
  );
  const database = pg.escapeIdentifier(known[0].database);
  await client.query('begin');
  // If the owner may not revoke a right, PostgreSQL only warns; such a right is not granted to public either.
  await client.query(`revoke create, temporary on database ${database} from public`);
  await client.query(`grant connect on database ${database} to ${portal}`);
  for (const { name } of known) {
    const schema = pg.escapeIdentifier(name);
    await client.query(`revoke create on schema ${schema} from public, ${portal}`);
    await client.query(`grant usage on schema ${schema} to ${portal}`);
    await client.query(`revoke all on all tables in schema ${schema} from ${portal}`);
    await client.query(`grant select, insert, update, delete on all tables in schema ${schema} to ${portal}`);
    await client.query(`grant usage, select on all sequences in schema ${schema} to ${portal}`);
  }
  for (const table of appendOnly)
    await client.query(`revoke update, delete on public.${pg.escapeIdentifier(table)} from ${portal}`);
  for (const table of readOnly)
    await client.query(
      `revoke insert, update, delete on public.${pg.escapeIdentifier(table)} from ${portal}`,
    );
  await client.query('commit');
}
