import { scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { eq } from 'drizzle-orm';
import type { Database } from '../database/connection.ts';
import { transact } from '../database/transact.ts';
import type { Logger } from '../observability/log.ts';
import { secretFingerprint } from './schema.ts';

/** The same on all nodes, so that they can compare; slow to compute, which also slows guessing. */
const salt = 'kakehashi secret fingerprint';

/**
 * Records the fingerprint of this node's secret, and warns if another node or an earlier start used a
 * different one: users would be signed out whenever a request reaches the other node. The latest start wins,
 * so that a secret can be changed on purpose.
 */
export async function noteSecret(
  db: Database,
  secret: string,
  now: Date,
  log: Pick<Logger, 'warn'>,
): Promise<void> {
  const fingerprint = (await promisify<string, string, number, Buffer>(scrypt)(secret, salt, 32)).toString(
    'base64url',
  );
  const former = await transact(db, async (tx) => {
    // Of nodes that start together, the second waits here for the first.
    await tx.insert(secretFingerprint).values({ fingerprint, since: now }).onConflictDoNothing();
    const [row] = await tx.select().from(secretFingerprint).for('update');
    if (row?.fingerprint === fingerprint) return undefined;
    await tx
      .update(secretFingerprint)
      .set({ fingerprint, since: now })
      .where(eq(secretFingerprint.only, true));
    return row;
  });
  if (former)
    log.warn(
      { formerSince: former.since },
      'this node signs sessions by another secret than the node that started before it: if the secret was not ' +
        'changed on purpose, people are signed out at random. Set KAKEHASHI_SECRET to the same value on every node.',
    );
}
