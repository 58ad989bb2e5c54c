import { and, eq, lte, or, sql } from 'drizzle-orm';
import type { Database } from '../database/connection.ts';
import type { JobRun } from '../jobs/job-type.ts';
import { type MailTransport, Refused } from './mail-transport.ts';
import { mailMessage } from './schema.ts';

/** Milliseconds for which a sender has a message to itself: longer than an SMTP server is waited for. */
const leaseLength = 90_000;

type MessageRow = typeof mailMessage.$inferSelect;

export interface DeliveryDependencies {
  db: Database;
  transport(): Promise<MailTransport>;
  now(): Date;
}

/**
 * Sends one message. Whoever sends it holds a lease first and notes the end after, so that two workers never send it
 * side by side. SMTP knows no transaction: a worker that dies after the server took the mail and before noting it
 * leaves a mail that is sent again. It then carries the same Message-ID, and is marked doubtful here.
 * @throws Error where it should be tried again
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
  // It is gone: where this cannot be noted, the lease stays, and whoever sends it again marks it doubtful.
  const kept = transport.kind === 'smtp' ? { text: null, html: null } : {};
  await finish(db, id, { state: 'sent', lastError: null, ...kept }, now());
}

/**
 * Closes messages whose last try broke off between taking them up and noting the end. Whether the server took them
 * nobody knows, and they are not sent again: each is shown as uncertain.
 * @param graceMs  milliseconds after its lease in which a further try would have taken a message up
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
 * Messages that wait although all their tries are over: the worker of the last died before it took them up. Nothing
 * of them left the house, so that they may be tried anew.
 * @param askedBefore  by then all tries of a message that was asked for earlier are over
 */
export async function leftBehind(db: Database, askedBefore: Date): Promise<string[]> {
  const rows = await db
    .select({ id: mailMessage.id })
    .from(mailMessage)
    .where(and(eq(mailMessage.state, 'queued'), lte(mailMessage.createdAt, askedBefore)));
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

/** Servers repeat the address in their answer; it is known from its own column, until it is forgotten. */
function withoutAddress(text: string, address: string): string {
  return text.replaceAll(address, '…').slice(0, 500);
}
