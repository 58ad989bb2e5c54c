import { sql } from 'drizzle-orm';
import type { TenantDatabase } from '../../src/platform/database/tenant.ts';

interface Column {
  name: string;
  type: string;
  /** Characters that it takes at most, where its type says so. */
  longest: number | null;
  /** The column of another private table that it refers to. */
  parent: { table: string; column: string } | null;
}

export interface PrivateTable {
  name: string;
  columns: Column[];
}

/**
 * Every table of organisations' own rows in the database, those that others refer to first, with the columns that a row
 * must have.
 */
export async function findPrivateTables(tenant: TenantDatabase): Promise<PrivateTable[]> {
  const { rows } = await tenant.read((tx) =>
    tx.execute<Record<string, unknown> & PrivateTable>(sql`
      select relname as name, jsonb_agg(jsonb_build_object(
        'name', attname, 'type', format_type(atttypid, null),
        'longest', case when atttypid = 'varchar'::regtype and atttypmod > 4 then atttypmod - 4 end,
        'parent', (
          select jsonb_build_object('table', confrelid::regclass::text, 'column', target.attname)
          from pg_constraint
            cross join unnest(conkey, confkey) as pair(here, there)
            join pg_attribute target on target.attrelid = confrelid and target.attnum = there
            join pg_policy on pg_policy.polrelid = confrelid
          where conrelid = pg_class.oid and contype = 'f' and here = pg_attribute.attnum
          limit 1)
        ) order by attnum) as columns
      from pg_class
        join pg_policy on polrelid = pg_class.oid and polname = 'own_organisation'
        join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
          and attgenerated = '' and attidentity = '' and attname <> 'organisation_id'
      group by relname order by relname`),
  );
  const ordered: PrivateTable[] = [];
  while (ordered.length < rows.length) {
    const next = rows.find(
      (table) =>
        !ordered.includes(table) &&
        table.columns.every(
          ({ parent }) =>
            !parent || parent.table === table.name || ordered.some(({ name }) => name === parent.table),
        ),
    );
    if (!next) throw new Error('private tables refer to each other in a circle');
    ordered.push(next);
  }
  return ordered;
}

const values: Record<string, (text: string) => unknown> = {
  text: (text) => text,
  'character varying': (text) => text,
  'text[]': (text) => [text],
  'character varying[]': (text) => [text],
  uuid: () => '00000000-0000-4000-8000-000000000001',
  integer: () => 1,
  smallint: () => 1,
  bigint: () => 1,
  numeric: () => 1,
  real: () => 1,
  'double precision': () => 1,
  boolean: () => true,
  date: () => '2026-11-30',
  'timestamp with time zone': () => '2026-11-30T00:00:00Z',
  json: (text) => JSON.stringify({ text }),
  jsonb: (text) => JSON.stringify({ text }),
  bytea: (text) => Buffer.from(text),
};

/**
 * Enters one row into each private table. Every text in it is the marker with the names of table and column.
 * @param given  columns that only certain values fit, by table
 * @returns the texts of the rows' keys
 */
export async function enterSampleRows(
  tenant: TenantDatabase,
  tables: readonly PrivateTable[],
  marker: string,
  given: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Promise<string[]> {
  const entered = new Map<string, Record<string, unknown>>();
  await tenant.transact(async (tx) => {
    for (const { name, columns } of tables) {
      const row: Record<string, unknown> = { organisation_id: tenant.organisationId };
      for (const column of columns) {
        const make = values[column.type];
        if (!make) throw new Error(`${name}.${column.name}: add a value of type ${column.type}`);
        const { parent } = column;
        row[column.name] =
          given[name]?.[column.name] ??
          (parent && entered.get(parent.table)?.[parent.column]) ??
          make(`${marker}-${name}-${column.name}`.slice(0, column.longest ?? undefined));
      }
      entered.set(name, row);
      const names = sql.join(
        Object.keys(row).map((each) => sql.identifier(each)),
        sql`, `,
      );
      const held = sql.join(
        Object.values(row).map((each) => sql.param(each)),
        sql`, `,
      );
      await tx.execute(sql`insert into ${sql.identifier(name)} (${names}) values (${held})`);
    }
  });
  return [...entered.values()].flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
}
