import { eq, sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { note, notebook } from '../../../test/organisation-room/schema.ts';
import { addTrialTables } from '../../../test/organisation-room/tables.ts';
import { createTestDatabase, ownerOf } from '../../../test/test-database.ts';
import { organisation } from '../identity/schema.ts';
import { refused } from '../outcome/outcome.ts';
import { connectDatabase, type DatabaseConnection } from './connection.ts';
import { findTableFaults } from './row-security.ts';
import { ownRows, type TenantDatabase, tenant } from './tenant.ts';
import { type Transaction, transact } from './transact.ts';

let url: string;
let connection: DatabaseConnection;
let one: TenantDatabase;
let two: TenantDatabase;
beforeAll(async () => {
  url = await createTestDatabase();
  await addTrialTables(url);
  connection = connectDatabase(url);
  const now = new Date('2026-11-30T00:00:00Z');
  for (const id of ['one', 'two']) {
    await connection.db.insert(organisation).values({ id, name: id, slug: id, createdAt: now });
    await tenant(connection.db, id).transact(async (tx) => {
      const own = { organisationId: id };
      await tx.insert(notebook).values({ ...own, id: 'book', title: 'first' });
      await tx
        .insert(note)
        .values({ ...own, id: 'note', notebookId: 'book', text: `of ${id}`, writtenAt: now });
    });
  }
  one = tenant(connection.db, 'one');
  two = tenant(connection.db, 'two');
});
afterAll(() => connection.close());

const textsOf = (reached: TenantDatabase) =>
  reached.read(async (tx) => (await tx.select().from(note)).map(({ text }) => text));

describe('the role that the portal works as', () => {
  it('is one that row-level security binds, and owns no table', async () => {
    const { rows } = await connection.db.execute(
      sql`select rolsuper or rolbypassrls as above,
        pg_has_role(relowner, 'usage') as owns from pg_roles, pg_class
        where rolname = current_user and relname = 'trial_note'`,
    );
    expect(rows).toEqual([{ above: false, owns: false }]);
  });

  it('sees the rows of the organisation that a transaction is for, though two have the same key', async () => {
    expect(await textsOf(one)).toEqual(['of one']);
    expect(await textsOf(two)).toEqual(['of two']);
  });

  it('sees none outside of such a transaction', async () => {
    expect(await connection.db.select().from(note)).toEqual([]);
  });

  it('sees no more where it owns the tables, as in an installation with one role', async () => {
    const owner = connectDatabase(ownerOf(url));
    expect(await textsOf(tenant(owner.db, 'one'))).toEqual(['of one']);
    expect(await owner.db.select().from(note)).toEqual([]);
    await owner.close();
  });

  it('neither changes nor deletes what another organisation has, though it asks for it by name', async () => {
    const touched = await one.transact(async (tx) => {
      const theirs = eq(note.organisationId, 'two');
      const changed = await tx.update(note).set({ text: 'taken' }).where(theirs).returning();
      const deleted = await tx.delete(note).where(theirs).returning();
      const { rows } = await tx.execute(
        sql`select * from trial_note where organisation_id = 'two' for update`,
      );
      return [...changed, ...deleted, ...rows];
    });
    expect(touched).toEqual([]);
    expect(await textsOf(two)).toEqual(['of two']);
  });

  it('puts no row into another organisation, new or moved', async () => {
    const isRefused = { cause: { code: '42501' } };
    await expect(
      one.transact((tx) => tx.insert(notebook).values({ organisationId: 'two', id: 'forged', title: 'x' })),
    ).rejects.toMatchObject(isRefused);
    await expect(
      one.transact((tx) => tx.update(notebook).set({ organisationId: 'two', id: 'moved' })),
    ).rejects.toMatchObject(isRefused);
  });

  it('learns nothing of other rows by a key that they hold', async () => {
    const dangling = { organisationId: 'one', id: 'dangling', notebookId: 'only-theirs', text: '' };
    await two.transact((tx) =>
      tx.insert(notebook).values({ organisationId: 'two', id: 'only-theirs', title: 'second' }),
    );
    await expect(
      one.transact((tx) => tx.insert(note).values({ ...dangling, writtenAt: new Date(0) })),
    ).rejects.toMatchObject({ cause: { code: '23503' } });
    await one.transact((tx) =>
      tx.insert(notebook).values({ organisationId: 'one', id: 'only-theirs', title: 'second' }),
    );
  });

  it.each([
    ['nothing', (work: (tx: Transaction) => Promise<string[][]>) => transact(connection.db, work), []],
    [
      'the other organisation',
      (work: (tx: Transaction) => Promise<string[][]>) => two.transact(work),
      ['of two'],
    ],
  ])('reaches %s again after it entered an organisation within a transaction', async (_, begin, outside) => {
    const seen = await begin(async (tx) => {
      const texts = async (from: Transaction) => (await from.select().from(note)).map(({ text }) => text);
      const inside = await tenant(tx, 'one').transact(texts);
      const after = await texts(tx);
      await tenant(tx, 'one').transact(async () =>
        refused({ code: 'no', message: { ja: 'いいえ', en: 'no' } }),
      );
      return [inside, after, await texts(tx)];
    });
    expect(seen).toEqual([['of one'], outside, outside]);
  });

  it('writes nothing in a transaction that reads', async () => {
    await expect(one.read((tx) => tx.delete(note))).rejects.toMatchObject({ cause: { code: '25006' } });
  });
});

describe('a connection of the pool', () => {
  it.each([
    ['committed', async () => 'done'],
    ['refused', async () => refused({ code: 'no', message: { ja: 'いいえ', en: 'no' } })],
    [
      'failed',
      async () => {
        throw new Error('on purpose');
      },
    ],
  ])('carries no organisation to its next borrower once the transaction is %s', async (_, work) => {
    const single = new pg.Pool({ connectionString: url, max: 1 });
    const { drizzle } = await import('drizzle-orm/node-postgres');
    const db = drizzle(single);
    await tenant(db, 'one')
      .transact<unknown>(work)
      .catch(() => {});
    const { rows } = await single.query(
      `select current_setting('kakehashi.organisation', true) as left, count(*)::int as seen from trial_note`,
    );
    await single.end();
    expect(rows).toEqual([{ left: '', seen: 0 }]);
  });

  it('lent to many at once shows each its own', async () => {
    const asked = Array.from({ length: 60 }, (_, at) => (at % 2 ? one : two));
    const seen = await Promise.all(asked.map(textsOf));
    expect(seen).toEqual(asked.map(({ organisationId }) => [`of ${organisationId}`]));
  });
});

describe('a table of organisationTable', () => {
  it('is found through the primary key, since each query names the organisation', async () => {
    const plan = await one.transact(async (tx) => {
      await tx.execute(sql`set local enable_seqscan = off`);
      const asked = tx.select().from(note).where(ownRows(tx, note));
      const { rows } = await tx.execute(sql`explain ${asked}`);
      return JSON.stringify(rows);
    });
    expect(plan).toContain('trial_note_pkey');
  });

  it('has no gap in its walls', async () => {
    const shared = ['membership', 'invitation'];
    expect((await faults(shared)).filter(({ table }) => table.startsWith('trial_'))).toEqual([]);
  });

  it.each([
    ['alter table trial_note no force row level security', 'row-level security is not forced'],
    ['alter table trial_note disable row level security', 'row-level security is not forced'],
    ['drop policy own_organisation on trial_note', 'has not exactly the one policy of organisationTable'],
    [
      'create policy also on trial_note for select using (true)',
      'has not exactly the one policy of organisationTable',
    ],
    [
      'alter table trial_note drop constraint trial_note_pkey',
      'its primary key does not begin with organisation_id',
    ],
    ['create unique index by_text on trial_note (text)', 'unique without organisation_id: by_text'],
    [
      `truncate trial_notebook cascade; create unique index by_id on trial_notebook (id);
       alter table trial_note add constraint by_id foreign key (notebook_id) references trial_notebook (id)`,
      'refers to rows of others: by_id',
    ],
  ])('has one after: %s', async (change, fault) => {
    const client = new pg.Client(ownerOf(url));
    await client.connect();
    try {
      await client.query(`begin; ${change}`);
      expect(await findTableFaults(client, ['membership', 'invitation'])).toContainEqual({
        table: 'trial_note',
        fault,
      });
    } finally {
      await client.end();
    }
  });
});

const faults = (shared: string[]) => findTableFaults(connection.db.$client, shared);
