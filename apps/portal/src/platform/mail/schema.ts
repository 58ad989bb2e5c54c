import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Language } from '../i18n/language.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Requested mail and its result. */
export const mailMessage = pgTable(
  'mail_message',
  {
    id: uuid('id').primaryKey(),
    /** Idempotency key: requested twice, the mail is sent once. */
    key: text('key').notNull().unique(),
    /** Null after the address is deleted. */
    toAddress: text('to_address'),
    template: text('template').notNull(),
    language: text('language').$type<Language>().notNull(),
    subject: text('subject').notNull(),
    /** Plain text; null once an SMTP server has accepted it, since its links give access to accounts. */
    text: text('text'),
    html: text('html'),
    /** One-click unsubscribe link (RFC 8058). */
    unsubscribeUrl: text('unsubscribe_url'),
    state: text('state')
      .$type<'queued' | 'sending' | 'sent' | 'failed' | 'uncertain'>()
      .notNull()
      .default('queued'),
    attempts: integer('attempts').notNull().default(0),
    /** While it is being sent: until when no other worker may try. */
    leasedUntil: moment('leased_until'),
    /** An attempt ended between sending the mail and recording it: it may have been sent twice. */
    doubtful: boolean('doubtful').notNull().default(false),
    lastError: text('last_error'),
    createdAt: moment('created_at').notNull(),
    /** When it was sent or given up. */
    finishedAt: moment('finished_at'),
  },
  (table) => [
    index('mail_message_created').on(table.createdAt),
    check(
      'mail_message_state_known',
      sql`${table.state} in ('queued','sending','sent','failed','uncertain')`,
    ),
  ],
);
