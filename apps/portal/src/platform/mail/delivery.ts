import { and, eq, lte, or, sql } from 'drizzle-orm';
import type { Database } from '../database/connection.ts';
import type { JobRun } from '../jobs/job-type.ts';
import { type MailTransport, Refused } from './mail-transport.ts';
import { mailMessage } from './schema.ts';

/** Milliseconds for which a sender has a message exclusively; longer than any SMTP time limit. */
const leaseLength = 90_000;

type MessageRow = typeof mailMessage.$inferSelect;

export interface DeliveryDependencies {
  db: Database;
  transport(): Promise<MailTransport>;
  now(): Date;
}

/**
 * Sends one message. A sender takes a lease first and records the result afterwards, so that two workers
 * never send it concurrently. SMTP has no transactions: if a worker dies after the server accepted the mail
 * and before recording it, the mail is sent again with the same Message-ID and marked doubtful.
 * @throws Error if it should be retried
 */
export async function deliver(id: string, run: JobRun, dependencies: DeliveryDependencies): Promise<void> {
  const { db, now } = dependencies;
  const message = await lease(db, id, now());
  if (message === 'finished') return;
  if (message === 'taken') throw new Error(`mail ${id} is being sent by another worker`);
  const { toAddress: to, subject, text, html, unsubscribeUrl } = message;
  if (to === null || text === null || html === null) {
    await finish(db, id, { state: 'failed', lastError: 'forgotten before it was sent' }, now());
    return;
  }
  let transport: MailTransport;
  try {
    transport = await dependencies.transport();
    await transport.send({ id, to, subject, text, html, unsubscribeUrl });
  } catch (error) {
    const lastError = withoutAddress(error instanceof Error ? error.message : String(error), to);
    if (error instanceof Refused || run.last) {
      await finish(db, id, { state: 'failed', lastError, text: null, html: null }, now());
      return;
    }
    await db
      .update(mailMessage)
      .set({ state: 'queued', leasedUntil: null, lastError })
      .where(eq(mailMessage.id, id));
    throw error;
  }
  // Sent. If this cannot be recorded, the lease stays, and the next sender marks the message doubtful.
  const kept = transport.kind === 'smtp' ? { text: null, html: null } : {};
  await finish(db, id, { state: 'sent', lastError: null, ...kept }, now());
}

/**
 * Closes messages whose last attempt ended between taking the lease and recording the result. Whether the
 * server accepted them is unknown, so they are not sent again but shown as uncertain.
 * @param graceMs  milliseconds after the lease in which a further attempt would have started
 */
export async function closeBrokenOff(db: Database, graceMs: number, now: Date): Promise<number> {
  const closed = await db
    .update(mailMessage)
    .set({ state: 'uncertain', leasedUntil: null, doubtful: true, text: null, html: null, finishedAt: now })
    .where(
      and(eq(mailMessage.state, 'sending'), lte(mailMessage.leasedUntil, new Date(now.getTime() - graceMs))),
    )
    .returning({ id: mailMessage.id });
  return closed.length;
}

/**
 * Pending messages without attempts left: the last worker died before taking the lease. They were never sent,
 * so they may be tried again.
 * @param requestedBefore  messages requested earlier than this have no attempts left
 */
export async function withoutAttemptsLeft(db: Database, requestedBefore: Date): Promise<string[]> {
  const rows = await db
    .select({ id: mailMessage.id })
    .from(mailMessage)
    .where(and(eq(mailMessage.state, 'queued'), lte(mailMessage.createdAt, requestedBefore)));
  return rows.map(({ id }) => id);
}

async function lease(db: Database, id: string, now: Date): Promise<MessageRow | 'finished' | 'taken'> {
  const [leased] = await db
    .update(mailMessage)
    .set({
      state: 'sending',
      attempts: sql`${mailMessage.attempts} + 1`,
      doubtful: sql`${mailMessage.doubtful} or ${mailMessage.state} = 'sending'`,
      leasedUntil: new Date(now.getTime() + leaseLength),
    })
    .where(
      and(
        eq(mailMessage.id, id),
        or(
          eq(mailMessage.state, 'queued'),
          and(eq(mailMessage.state, 'sending'), lte(mailMessage.leasedUntil, now)),
        ),
      ),
    )
    .returning();
  if (leased) return leased;
  const [known] = await db
    .select({ state: mailMessage.state })
    .from(mailMessage)
    .where(eq(mailMessage.id, id));
  return known?.state === 'sending' ? 'taken' : 'finished';
}

async function finish(
  db: Database,
  id: string,
  columns: Partial<typeof mailMessage.$inferInsert>,
  now: Date,
): Promise<void> {
  await db
    .update(mailMessage)
    .set({ ...columns, leasedUntil: null, finishedAt: now })
    .where(eq(mailMessage.id, id));
}

/** Servers repeat the address in their reply; it is stored only in its own column, until it is deleted. */
function withoutAddress(text: string, address: string): string {
  return text.replaceAll(address, '…').slice(0, 500);
}
