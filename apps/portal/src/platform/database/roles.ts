import pg from 'pg';
import { unreachableDatabase } from './connection.ts';

/** Tables of which rows are added, never changed: what was decided, and who did what. */
const appendOnly = ['revision', 'transition', 'audit_entry'];
/** What the database itself writes, in the name of the owner. */
const readOnly = ['audit_link'];
/** Where the portal's tables are, and the queue's. */
const schemas = ['public', 'jobs'];

/** What a role may do, as far as an operator should know of it. */
export interface DatabaseRole {
  name: string;
  /**
   * Whether it could change the schema, what is kept for good, or whose rows it sees: a superuser, whoever owns the
   * tables, or one that row-level security does not bind.
   */
  mayChangeSchema: boolean;
}

/** @throws StartupError `database-unreachable` */
export async function describeRole(url: string): Promise<DatabaseRole> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (cause) {
    throw unreachableDatabase(url, cause);
  }
  try {
    const { rows } = await client.query(`
      select rolname as name,
        rolsuper or rolbypassrls or rolcreaterole or has_schema_privilege(oid, 'public', 'create') as "mayChangeSchema"
      from pg_roles where rolname = current_user`);
    return rows[0];
  } finally {
    await client.end();
  }
}

/**
 * Lets the portal's role read and write, and no more: it makes, changes and empties no table, and changes nothing
 * where rows are only added. Done anew at each start, since a newer version has newer tables.
 * @param client  of the owner of the tables
 */
export async function grantToPortal(client: pg.Client, role: string): Promise<void> {
  const portal = pg.escapeIdentifier(role);
  const { rows: known } = await client.query(
    'select nspname as name, current_database() as database from pg_namespace where nspname = any($1)',
    [schemas],
  );
  const database = pg.escapeIdentifier(known[0].database);
  await client.query('begin');
  // Of what the owner may not give away, the database warns; then it is not everybody's either.
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
