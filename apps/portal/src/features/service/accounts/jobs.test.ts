import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../test/test-database.ts';
import { connectDatabase, type DatabaseConnection } from '../../../platform/database/connection.ts';
import { addUser } from '../../../platform/identity/new-user.ts';
import { invitation, session } from '../../../platform/identity/schema.ts';
import { forgetExpired } from './jobs.ts';

let connection: DatabaseConnection;
beforeAll(async () => {
  connection = connectDatabase(await createTestDatabase());
});
afterAll(() => connection.close());

const now = new Date('2026-11-23T00:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60 * 1_000);

it('what has run out is forgotten at night, what still holds stays', async () => {
  const { db } = connection;
  const user = {
    email: 'a@example.com',
    name: 'A',
    role: 'provider',
    language: 'ja',
    passwordHash: 'x',
  } as const;
  const userId = (await addUser(db, user, now)) ?? '';
  const times = { userId, createdAt: daysAgo(9), updatedAt: daysAgo(9) };
  await db.insert(session).values([
    { id: 'over', token: 'over', expiresAt: daysAgo(1), ...times },
    { id: 'open', token: 'open', expiresAt: daysAgo(-1), ...times },
  ]);
  const offer = { email: 'b@example.com', inviterId: userId, createdAt: daysAgo(200) };
  await db.insert(invitation).values([
    { id: 'old', tokenDigest: 'old', expiresAt: daysAgo(91), ...offer },
    { id: 'recent', tokenDigest: 'recent', expiresAt: daysAgo(89), ...offer },
  ]);

  await forgetExpired({ connection, now: () => now });

  expect((await db.select().from(session)).map(({ id }) => id)).toEqual(['open']);
  expect((await db.select().from(invitation)).map(({ id }) => id)).toEqual(['recent']);
});
