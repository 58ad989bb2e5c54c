import { type BuildExtraConfigColumns, sql } from 'drizzle-orm';
import {
  check,
  type ExtraConfigColumn,
  type PgColumnBuilderBase,
  type PgTableExtraConfigValue,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core';
import { organisation } from '../identity/schema.ts';
import { organisationPolicy, organisationSetting } from './tenant.ts';

const organisationId = () =>
  text('organisation_id')
    .notNull()
    .references(() => organisation.id, { onDelete: 'cascade' });

type WithOrganisation<Columns> = { organisationId: ReturnType<typeof organisationId> } & Columns;

/**
 * A table of what organisations own: `organisation_id` comes first in the table and in its primary key, and row-level
 * security shows a transaction the rows of the organisation that it was begun for (`tenant`), and none outside of one.
 * Its unique constraints, and its foreign keys to other such tables, contain `organisation_id` too.
 * @param key          the other columns of the primary key, in order
 * @param constraints  its indexes, checks and foreign keys
 */
export function organisationTable<
  Name extends string,
  const Columns extends Record<string, PgColumnBuilderBase>,
>(
  name: Name,
  columns: Columns,
  key: readonly (keyof Columns & string)[],
  constraints: (
    table: BuildExtraConfigColumns<Name, WithOrganisation<Columns>, 'pg'>,
  ) => PgTableExtraConfigValue[] = () => [],
) {
  const all: WithOrganisation<Columns> = { organisationId: organisationId(), ...columns };
  return pgTable(name, all, (table) => {
    const column = table as unknown as Record<string, ExtraConfigColumn> & typeof table;
    const isOwn = sql`${sql.identifier('organisation_id')} = current_setting(${sql.raw(`'${organisationSetting}'`)}, true)`;
    return [
      primaryKey({
        name: `${name}_pkey`,
        columns: [column.organisationId, ...key.map((each) => column[each])] as never,
      }),
      check(`${name}_organisation_longest`, sql`length(${column.organisationId}) <= 100`),
      pgPolicy(organisationPolicy, { for: 'all', to: 'public', using: isOwn, withCheck: isOwn }),
      ...constraints(table),
    ];
  });
}
