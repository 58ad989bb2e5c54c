import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { and, count, desc, eq, gte, inArray, like, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Config } from '../config/index.ts';
import type { Database, Queryable } from '../database/connection.ts';
import type { Language } from '../i18n/language.ts';
import { defineJob, handleJob, handleSchedule, type JobHandler } from '../jobs/job-type.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { composeMail } from './compose.ts';
import { closeBrokenOff, deliver, withoutAttemptsLeft } from './delivery.ts';
import { fileTransport, type MailTransport, smtpTransport } from './mail-transport.ts';
import { mailMessage } from './schema.ts';
import type { MailTemplate } from './template.ts';

/** Retries for about half a day, so that no mail is lost when the server is down overnight. */
const deliverMail = defineJob({
  name: 'mail.deliver',
  data: z.object({ id: z.uuid() }),
  retries: 20,
  firstDelay: 30,
  longestDelay: 3_600,
  timeLimit: 120,
  concurrency: 2,
});

/** Milliseconds within which a broken attempt is followed by another, with margin for a slow queue. */
const triedAgainWithin = 3 * deliverMail.longestDelay * 1_000;

/** Milliseconds after which a message has no attempts left; they take about half of it. */
const lifeMs = 24 * 60 * 60 * 1_000;

const finishedStates = ['sent', 'failed', 'uncertain'] as const;

/** Days for which the record of a sent mail is kept. */
const retentionDays = 90;

export const mailAddress = z.email().max(254);

export interface OutgoingMail<Data> {
  to: string;
  template: MailTemplate<Data>;
  data: Data;
  language: Language;
  /** Idempotency key, such as `invitation/<id>`: requested twice, the mail is sent once. */
  key: string;
  /** One-click unsubscribe link, for recurring mail (RFC 8058). */
  unsubscribeUrl?: string;
}

export type MailMessage = typeof mailMessage.$inferSelect;

export interface Mail {
  /**
   * Requests a mail as part of a transaction: rolled back, nothing is sent; committed, it is sent as soon as
   * possible.
   * @throws ZodError if `to` is not a mail address
   */
  send<Data>(tx: Queryable, mail: OutgoingMail<Data>): Promise<void>;
  /** The given keys under which a mail was already requested. */
  asked(keys: readonly string[]): Promise<Set<string>>;
  /**
   * Number of mails to an address requested since a moment.
   * @param family  prefix of the template names, such as `alerts.`
   */
  countTo(tx: Queryable, address: string, family: string, since: Date): Promise<number>;
  /**
   * Deletes an address: the record of sent mail loses it, pending mail is not sent.
   * @param family  absent: for all mail
   */
  forget(tx: Queryable, address: string, family?: string): Promise<void>;
  /**
   * Deletes the addresses of finished mail; pending mail is unaffected.
   * @param family  prefix of the template names
   */
  forgetFinished(tx: Queryable, family: string): Promise<void>;
  /** The newest messages, newest first. */
  list(maxMessages: number): Promise<MailMessage[]>;
  find(id: string): Promise<MailMessage | undefined>;
  /** Where mail is sent: to an SMTP server, or to files. */
  readonly destination: 'smtp' | 'file';
  handlers: JobHandler[];
  stop(): Promise<void>;
}

export interface MailDependencies {
  config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'baseUrl' | 'dataDir'>;
  db: Database;
  jobs: Pick<Jobs, 'enqueue'>;
  now(): Date;
}

export function createMail({ config, db, jobs, now }: MailDependencies): Mail {
  const sender = { from: config.mailFrom, host: new URL(config.baseUrl).hostname };
  let transport: Promise<MailTransport> | undefined;
  const openTransport = () =>
    config.smtpUrl
      ? smtpTransport(config.smtpUrl, sender)
      : fileTransport(join(config.dataDir, 'mail'), sender);
  const delivery = {
    db,
    now,
    transport() {
      // A transport that failed to open is opened again for the next mail.
      transport ??= openTransport().catch((error) => {
        transport = undefined;
        throw error;
      });
      return transport;
    },
  };

  return {
    async send(tx, { to, template, data, language, key, unsubscribeUrl }) {
      const [row] = await tx
        .insert(mailMessage)
        .values({
          id: randomUUID(),
          key,
          toAddress: mailAddress.parse(to),
          template: template.name,
          language,
          ...composeMail(template.write[language](data), language, config.baseUrl),
          unsubscribeUrl: unsubscribeUrl ?? null,
          createdAt: now(),
        })
        .onConflictDoNothing({ target: mailMessage.key })
        .returning({ id: mailMessage.id });
      if (row) await jobs.enqueue(tx, deliverMail, { id: row.id }, { key: row.id });
    },

    async asked(keys) {
      if (keys.length === 0) return new Set();
      const rows = await db
        .select({ key: mailMessage.key })
        .from(mailMessage)
        // Passed as one parameter: there may be more keys than a statement allows parameters.
        .where(sql`${mailMessage.key} = any(${sql.param([...keys])})`);
      return new Set(rows.map(({ key }) => key));
    },

    async countTo(tx, address, family, since) {
      const [row] = await tx
        .select({ count: count() })
        .from(mailMessage)
        .where(and(sentTo(address, family), gte(mailMessage.createdAt, since)));
      return row?.count ?? 0;
    },

    async forget(tx, address, family = '') {
      await tx
        .update(mailMessage)
        .set({ toAddress: null, text: null, html: null, unsubscribeUrl: null })
        .where(sentTo(address, family));
    },

    async forgetFinished(tx, family) {
      await tx
        .update(mailMessage)
        .set({ toAddress: null, text: null, html: null })
        .where(and(like(mailMessage.template, `${family}%`), inArray(mailMessage.state, finishedStates)));
    },

    list: (maxMessages) =>
      db.select().from(mailMessage).orderBy(desc(mailMessage.createdAt)).limit(maxMessages),

    async find(id) {
      const [row] = await db.select().from(mailMessage).where(eq(mailMessage.id, id));
      return row;
    },

    destination: config.smtpUrl ? 'smtp' : 'file',

    handlers: [
      handleJob(deliverMail, ({ id }, run) => deliver(id, run, delivery)),
      handleSchedule('mail.forget-old', '20 4 * * *', async () => {
        const before = new Date(now().getTime() - retentionDays * 24 * 60 * 60 * 1_000);
        await db
          .delete(mailMessage)
          .where(and(inArray(mailMessage.state, finishedStates), lt(mailMessage.createdAt, before)));
      }),
      handleSchedule('mail.close-broken-off', '*/30 * * * *', async () => {
        await closeBrokenOff(db, triedAgainWithin, now());
        const today = now().toISOString().slice(0, 10);
        for (const id of await withoutAttemptsLeft(db, new Date(now().getTime() - lifeMs)))
          await jobs.enqueue(db, deliverMail, { id }, { key: `${id}/${today}` });
      }),
    ],

    async stop() {
      (await transport)?.close();
    },
  };
}

function sentTo(address: string, family: string) {
  return and(eq(mailMessage.toAddress, address), like(mailMessage.template, `${family}%`));
}
