import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase } from '../../../test/test-database.ts';
import { connectDatabase, type DatabaseConnection } from '../database/connection.ts';
import { transact } from '../database/transact.ts';
import { recordAudit } from './audit.ts';
import { auditEntry } from './schema.ts';

let connection: DatabaseConnection;
beforeAll(async () => {
  connection = connectDatabase(await createTestDatabase());
});
afterAll(() => connection.close());

const act = {
  actor: { id: 'somebody', network: '192.0.2.0/24' },
  action: 'user.suspend',
  object: { kind: 'user', id: 'another' },
  at: new Date('2026-11-23T00:00:00Z'),
};

it('an act is written down with who, what, when and from where', async () => {
  await recordAudit(connection.db, act);
  expect(await connection.db.select().from(auditEntry)).toMatchObject([
    { actorId: 'somebody', action: 'user.suspend', objectId: 'another', network: '192.0.2.0/24', at: act.at },
  ]);
});

it('an act that is undone leaves no entry', async () => {
  const before = await connection.db.$count(auditEntry);
  await expect(
    transact(connection.db, async (tx) => {
      await recordAudit(tx, act);
      throw new Error('undone');
    }),
  ).rejects.toThrow('undone');
  expect(await connection.db.$count(auditEntry)).toBe(before);
});

it.each([
  ['changed', `update audit_entry set action = 'nothing'`],
  ['deleted', 'delete from audit_entry'],
  ['emptied', 'truncate audit_entry cascade'],
])('entries cannot be %s', async (_, statement) => {
  await recordAudit(connection.db, act);
  await expect(connection.db.execute(statement)).rejects.toMatchObject({
    cause: { code: '42501' },
  });
});
