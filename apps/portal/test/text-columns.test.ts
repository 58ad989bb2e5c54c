import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectDatabase, type DatabaseConnection } from '../src/platform/database/connection.ts';
import { createTestDatabase } from './test-database.ts';

let connection: DatabaseConnection;
beforeAll(async () => {
  connection = connectDatabase(await createTestDatabase('empty'));
});
afterAll(() => connection.close());

it('every column that holds a text has a longest length in the database too', async () => {
  const { rows } = await connection.db.execute<{ place: string }>(sql`
    select format('%s.%s', columns.table_name, columns.column_name) as place
    from information_schema.columns
    where table_schema = 'public'
      and (data_type in ('text', 'json', 'jsonb', 'bytea', 'ARRAY')
        or (data_type = 'character varying' and character_maximum_length is null))
      and not exists (
        select from pg_constraint
        where conrelid = format('%I', columns.table_name)::regclass and contype = 'c'
          and pg_get_constraintdef(oid) ~ format('length\\(+"?%s\\M', columns.column_name))
    order by 1`);
  expect(rows.map(({ place }) => place)).toEqual([]);
});

it('a text beyond it is not written; what stood before the limit came stops no migration', async () => {
  const tooLong = connection.db.execute(sql`insert into attempt (key) values (repeat('x', 501))`);
  await expect(tooLong).rejects.toMatchObject({ cause: { constraint: 'attempt_lengths' } });
  const { rows } = await connection.db.execute(
    sql`select conname from pg_constraint where conname like '%\\_lengths' and convalidated`,
  );
  expect(rows).toEqual([]);
});
