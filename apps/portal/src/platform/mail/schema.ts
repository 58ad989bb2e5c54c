import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Language } from '../i18n/language.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Mail that was asked for, and what became of it. */
export const mailMessage = pgTable(
  'mail_message',
  {
    id: uuid('id').primaryKey(),
    /** What makes this mail one and the same; asked for twice, it is sent once. */
    key: text('key').notNull().unique(),
    /** Null once the address was forgotten. */
    toAddress: text('to_address'),
    template: text('template').notNull(),
    language: text('language').$type<Language>().notNull(),
    subject: text('subject').notNull(),
    /** What it says; null once an SMTP server has it, since links in it open accounts. */
    text: text('text'),
    html: text('html'),
    /** Address for one-click unsubscription (RFC 8058). */
    unsubscribeUrl: text('unsubscribe_url'),
    state: text('state')
      .$type<'queued' | 'sending' | 'sent' | 'failed' | 'uncertain'>()
      .notNull()
      .default('queued'),
    attempts: integer('attempts').notNull().default(0),
    /** While it is being sent: until when nobody else may try. */
    leasedUntil: moment('leased_until'),
    /** A try broke off between handing the mail over and noting it: it may have gone out twice. */
    doubtful: boolean('doubtful').notNull().default(false),
    lastError: text('last_error'),
    createdAt: moment('created_at').notNull(),
    /** When it was sent, or given up. */
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
