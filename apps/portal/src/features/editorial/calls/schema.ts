import { sql } from 'drizzle-orm';
import { check, index, json, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { publication } from '../../../platform/publishing/schema.ts';
import type { Answers, SettledOutcome } from './model.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const campaignId = () =>
  text('campaign_id')
    .notNull()
    .references(() => publication.id);

/**
 * An entry in a call, with its answers, which are never published. Chosen while the entry is a draft, sent with
 * it, settled by the decision. An entry is in one call at a time.
 */
export const campaignEntry = pgTable(
  'campaign_entry',
  {
    /** Id that the entry's publication has, or will have once it is sent. */
    entryId: text('entry_id').notNull(),
    campaignId: campaignId(),
    answers: json('answers').$type<Answers>().notNull(),
    chosenAt: moment('chosen_at').notNull(),
    /** When it was first sent into the call; null: still being written. */
    sentAt: moment('sent_at'),
    settledAt: moment('settled_at'),
    outcome: text('outcome').$type<SettledOutcome>(),
  },
  (table) => [
    primaryKey({ columns: [table.entryId, table.campaignId] }),
    index('campaign_entry_campaign').on(table.campaignId),
    uniqueIndex('campaign_entry_one_at_a_time').on(table.entryId).where(sql`${table.settledAt} is null`),
    check('campaign_entry_outcome_known', sql`${table.outcome} in ('accepted','declined','withdrawn')`),
    check('campaign_entry_settled_whole', sql`(${table.settledAt} is null) = (${table.outcome} is null)`),
  ],
);

/** Mails sent about a call, so that none is sent twice. */
export const campaignMailing = pgTable(
  'campaign_mailing',
  {
    campaignId: campaignId(),
    occasion: text('occasion').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.campaignId, table.occasion] }),
    check('campaign_mailing_occasion_known', sql`${table.occasion} in ('open','closing')`),
  ],
);
