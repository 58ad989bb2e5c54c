import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, ownerOf } from '../../../test/test-database.ts';
import { done, type Outcome, type Problem, refused } from '../outcome/outcome.ts';
import { connectDatabase, type DatabaseConnection } from './connection.ts';
import { type Transaction, transact, unwrap } from './transact.ts';

let connection: DatabaseConnection;
beforeAll(async () => {
  connection = connectDatabase(ownerOf(await createTestDatabase()));
  await connection.db.execute(sql`create table note (text text)`);
});
beforeEach(async () => {
  await connection.db.execute(sql`truncate note`);
});
afterAll(() => connection.close());

const problem: Problem = { code: 'too-late', message: { ja: '遅すぎます。', en: 'Too late.' } };
const write = (tx: Transaction, text: string) => tx.execute(sql`insert into note values (${text})`);
const notes = async () =>
  (await connection.db.execute(sql`select text from note`)).rows.map(({ text }) => text);

it('what succeeds is kept and its value given back', async () => {
  const outcome = await transact(connection.db, async (tx) => {
    await write(tx, 'kept');
    return done(3);
  });
  expect(outcome).toEqual(done(3));
  expect(await notes()).toEqual(['kept']);
});

it('a refusal that is returned undoes what was written before it', async () => {
  const outcome = await transact(connection.db, async (tx) => {
    await write(tx, 'undone');
    return refused(problem);
  });
  expect(outcome).toEqual(refused(problem));
  expect(await notes()).toEqual([]);
});

it('a refusal met by unwrap ends the work and becomes its outcome', async () => {
  const outcome = await transact(connection.db, async (tx): Promise<Outcome<string>> => {
    await write(tx, 'undone');
    const value = unwrap<string>(refused(problem));
    await write(tx, 'never');
    return done(value);
  });
  expect(outcome).toEqual(refused(problem));
  expect(await notes()).toEqual([]);
});

it('a part that refuses is undone alone where the whole goes on', async () => {
  await transact(connection.db, async (tx) => {
    await write(tx, 'whole');
    await transact(tx, async (part) => {
      await write(part, 'part');
      return refused(problem);
    });
    return done('went on');
  });
  expect(await notes()).toEqual(['whole']);
});

it('an error undoes everything and is thrown on', async () => {
  const failing = transact(connection.db, async (tx) => {
    await write(tx, 'undone');
    throw new Error('broken');
  });
  await expect(failing).rejects.toThrow('broken');
  expect(await notes()).toEqual([]);
});

it('a value that is no outcome is given back as it is', async () => {
  expect(await transact(connection.db, async () => ({ ok: false, clashes: 2 }))).toEqual({
    ok: false,
    clashes: 2,
  });
});
