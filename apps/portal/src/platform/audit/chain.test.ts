import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, ownerOf } from '../../../test/test-database.ts';
import { connectDatabase, type DatabaseConnection } from '../database/connection.ts';
import { transact } from '../database/transact.ts';
import { recordAudit, recordAudits } from './audit.ts';
import { ChainWalk, readRecords, verifyDatabase } from './chain.ts';
import { type AuditRecord, canonicalJson, recordHash } from './record.ts';

let connection: DatabaseConnection;
const act = (id: string, detail: Record<string, unknown> = {}) => ({
  actor: { id: 'somebody', network: '192.0.2.0/24' },
  action: 'user.suspend',
  object: { kind: 'user', id },
  detail,
  at: new Date('2026-11-23T00:00:00.123Z'),
});

async function chained(db = connection.db): Promise<AuditRecord[]> {
  return (await readRecords(db, 0, 1_000)).flatMap((record) => ('lost' in record ? [] : [record]));
}

it('JSON has one form, in the database and outside of it', async () => {
  const db = connectDatabase(ownerOf(await createTestDatabase()));
  const anything = fc.jsonValue({ maxDepth: 4, noUnicodeString: false }).filter(isStorable);
  await fc.assert(
    fc.asyncProperty(fc.array(anything, { maxLength: 40 }), async (values) => {
      const { rows } = await db.db.execute<{ form: string }>(
        sql`select audit_canonical(${JSON.stringify(values)}::jsonb) as form`,
      );
      expect(rows[0]?.form).toBe(canonicalJson(JSON.parse(JSON.stringify(values))));
    }),
    { numRuns: 15 },
  );
  const far = [1e21, -1.5e22, 1e-7, -1.25e-9, 5e-324, 1.7976931348623157e308, 0.1, -0, 100];
  const { rows } = await db.db.execute<{ form: string }>(
    sql`select audit_canonical(${JSON.stringify(far)}::jsonb) as form`,
  );
  expect(rows[0]?.form).toBe(canonicalJson(far));
  await db.close();
});

/** PostgreSQL stores neither NUL nor lone surrogates. */
function isStorable(value: unknown): boolean {
  const text = JSON.stringify(value);
  return !text.includes('\\u0000') && !/\\ud[89a-f]/i.test(text);
}

describe('the chain', () => {
  beforeEach(async () => {
    connection = connectDatabase(ownerOf(await createTestDatabase()));
    return () => connection.close();
  });

  it('holds every entry, each with the hash of the one before', async () => {
    await recordAudits(connection.db, [act('1'), act('2', { names: ['あ', '"'], most: 1.5, none: null })]);
    await recordAudit(connection.db, act('3'));
    const records = await chained();
    expect(records.map(({ position, objectId }) => [position, objectId])).toEqual([
      [1, '1'],
      [2, '2'],
      [3, '3'],
    ]);
    expect(records[0]?.previous).toBe('0'.repeat(64));
    expect(records[2]?.previous).toBe(records[1]?.hash);
    expect(await verifyDatabase(connection.db)).toMatchObject({ count: 3, broken: undefined });
  });

  it('has no gap where a transaction was undone, and one order where many write at once', async () => {
    const writing = Array.from({ length: 40 }, (_, index) =>
      transact(connection.db, async (tx) => {
        await recordAudit(tx, act(`${index}-a`));
        await recordAudit(tx, act(`${index}-b`));
        if (index % 4 === 0) throw new Error('undone');
      }).catch(() => {}),
    );
    await Promise.all(writing);
    expect(await verifyDatabase(connection.db)).toMatchObject({ count: 60, broken: undefined });
    const records = await chained();
    expect(records.map(({ position }) => position)).toEqual(Array.from({ length: 60 }, (_, at) => at + 1));
  });

  it('lets others write while a transaction that wrote goes on', async () => {
    await transact(connection.db, async (slow) => {
      await recordAudit(slow, act('slow'));
      await recordAudit(connection.db, act('quick'));
      expect((await chained()).map(({ objectId }) => objectId)).toEqual(['quick']);
    });
    expect((await chained()).map(({ objectId }) => objectId)).toEqual(['quick', 'slow']);
  });

  it.each([
    ['an entry that was changed', 'update audit_entry set network = null where id = 3', 'changed', 3],
    ['an entry that was deleted', 'delete from audit_entry where id = 3', 'missing', 3],
    [
      'an entry that was deleted with its link',
      'delete from audit_link where position = 3; delete from audit_entry where id = 3',
      'missing',
      3,
    ],
    [
      'the first, deleted',
      'delete from audit_link where position = 1; delete from audit_entry where id = 1',
      'missing',
      1,
    ],
    [
      'an entry that was changed and hashed anew',
      `update audit_entry set network = null where id = 3;
       update audit_link set hash = audit_hash(3, (select hash from audit_link where position = 2), (select entry from audit_entry entry where id = 3)) where position = 3`,
      'changed',
      4,
    ],
    [
      'an entry that was slipped in',
      `insert into audit_entry select 99, at, actor_id, action, object_kind, object_id, detail, network from audit_entry where id = 3`,
      'unlinked',
      99,
    ],
  ])('tells of %s', async (_, statements, kind, position) => {
    await recordAudits(
      connection.db,
      ['1', '2', '3', '4', '5'].map((id) => act(id)),
    );
    await connection.db.execute(sql.raw(tampering(statements)));
    expect((await verifyDatabase(connection.db)).broken).toEqual({ kind, position });
  });

  it('cannot be changed, shortened or emptied', async () => {
    await recordAudit(connection.db, act('1'));
    for (const statement of [
      `update audit_link set hash = ''`,
      'delete from audit_link',
      'truncate audit_link',
    ])
      await expect(connection.db.execute(statement)).rejects.toMatchObject({
        cause: { message: expect.stringContaining('never changed') },
      });
  });
});

/** Acts as the owner of the tables. */
function tampering(statements: string): string {
  const set = (how: 'disable' | 'enable') => `alter table audit_entry ${how} trigger user;
    alter table audit_link ${how} trigger user;`;
  return `alter table audit_link drop constraint audit_link_entry_id_audit_entry_id_fk; ${set('disable')} ${statements}; ${set('enable')}`;
}

describe('a walk', () => {
  let records: AuditRecord[];
  beforeAll(async () => {
    connection = connectDatabase(ownerOf(await createTestDatabase()));
    await recordAudits(
      connection.db,
      ['1', '2', '3', '4'].map((id) => act(id)),
    );
    records = await chained();
  });
  afterAll(() => connection.close());

  const breaks = (taken: AuditRecord[], options = {}) => {
    const walk = new ChainWalk(options);
    return taken.map((record) => walk.take(record)).find(Boolean);
  };
  const at = (position: number) => records[position - 1] as AuditRecord;

  it('passes over what was sent twice', () => {
    expect(breaks([at(1), at(2), at(3), at(2), at(3), at(4)])).toBeUndefined();
  });

  it('may begin anywhere, and then goes on without a gap', () => {
    expect(breaks([at(2), at(3), at(4)])).toBeUndefined();
    expect(breaks([at(2), at(4)])).toEqual({ kind: 'missing', position: 3 });
  });

  it('of a selection has gaps, but no record that was changed', () => {
    expect(breaks([at(1), at(3), at(4)], { selection: true })).toBeUndefined();
    expect(breaks([at(1), { ...at(3), action: 'nothing' }], { selection: true })).toEqual({
      kind: 'changed',
      position: 3,
    });
  });

  it('tells of a record that was changed and hashed anew: the next does not follow it', () => {
    const changed = { ...at(2), action: 'nothing' };
    const forged = { ...changed, hash: recordHash(changed) };
    expect(breaks([at(1), forged])).toBeUndefined();
    expect(breaks([at(1), forged, at(3)])).toEqual({ kind: 'detached', position: 3 });
    const first = { ...at(1), previous: at(4).hash };
    expect(breaks([{ ...first, hash: recordHash(first) }])).toEqual({ kind: 'detached', position: 1 });
  });

  it('tells of the order', () => {
    expect(breaks([at(1), at(3), at(2)], { selection: true })).toEqual({ kind: 'detached', position: 2 });
  });
});
