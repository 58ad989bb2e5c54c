import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../../test/test-database.ts';
import { connectDatabase, type DatabaseConnection } from '../database/connection.ts';
import { addUser } from './new-user.ts';
import { passkeyCeremonies } from './passkey-ceremonies.ts';
import { passkey, session } from './schema.ts';

let connection: DatabaseConnection;
let userId: string;
const now = new Date('2026-11-30T00:00:00Z');
const notified: string[] = [];

function ceremonies() {
  const mail = {
    async send(_: unknown, { key }: { key: string }) {
      notified.push(key);
    },
  };
  return passkeyCeremonies({ db: connection.db, mail, baseUrl: 'http://localhost', now: () => now } as never);
}

beforeAll(async () => {
  connection = connectDatabase(await createTestDatabase());
  const user = {
    email: 'a@example.com',
    name: 'A',
    role: 'editor',
    language: 'ja',
    passwordHash: 'x',
  } as const;
  userId = (await addUser(connection.db, user, now)) ?? '';
  const times = { userId, createdAt: now, updatedAt: now, expiresAt: now };
  await connection.db.insert(session).values({ id: 'own', token: 'own', ...times });
});
afterAll(() => connection.close());

/** A registered passkey as better-auth reports it. */
const registered = (userVerified: boolean) =>
  ({
    ctx: { context: { session: { session: { id: 'own', secondFactorAt: null } } } },
    user: { id: userId },
    verification: { registrationInfo: { userVerified } },
  }) as never;

describe('a passkey', () => {
  it('whose user was not verified is neither registered nor taken', async () => {
    const { registration, authentication } = ceremonies();
    await expect(registration?.afterVerification?.(registered(false))).rejects.toThrow();
    const shown = { verification: { authenticationInfo: { userVerified: false } } } as never;
    await expect(authentication?.afterVerification?.(shown)).rejects.toThrow();
    expect(notified).toEqual([]);
  });

  it('that is registered counts as the second factor of its session, and its holder is told', async () => {
    await ceremonies().registration?.afterVerification?.(registered(true));
    const [row] = await connection.db.select().from(session).where(eq(session.id, 'own'));
    expect(row?.secondFactorAt).toEqual(now);
    expect(notified).toHaveLength(1);
  });

  it('is not added by staff who have one and gave the password alone', async () => {
    const key = { id: 'k', userId, publicKey: 'x', credentialID: 'y', counter: 0 };
    await connection.db.insert(passkey).values({ ...key, deviceType: 'singleDevice', backedUp: false });
    await expect(ceremonies().registration?.afterVerification?.(registered(true))).rejects.toThrow();
  });
});
