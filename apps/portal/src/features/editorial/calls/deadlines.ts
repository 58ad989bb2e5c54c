import { type Column, type SQL, sql } from 'drizzle-orm';
import { publishedRecord } from '../../../platform/publishing/schema.ts';
import { standingReviewDays } from './model.ts';
import { campaignEntry } from './schema.ts';

/**
 * Review deadline of an entry: the end of the day (Asia/Tokyo) that its call names, or a standard number of
 * days after it was sent.
 * @param sentAt  when it was sent for review
 */
export function reviewDue(entryId: Column, sentAt: SQL): SQL {
  return sql`coalesce(
    (
      select ((called.data ->> 'reviewBy')::date + 1)::timestamp at time zone 'Asia/Tokyo'
      from ${campaignEntry} entered join ${publishedRecord} called on called.publication_id = entered.campaign_id
      where entered.entry_id = ${entryId} and entered.settled_at is null
    ),
    ((${sentAt} at time zone 'Asia/Tokyo')::date + ${standingReviewDays}::int + 1)::timestamp at time zone 'Asia/Tokyo'
  )`;
}

/** Whether an entry was sent into a call. */
export function sentIntoCall(entryId: Column, campaignId: string): SQL {
  return sql`exists (
    select from ${campaignEntry} entered
    where entered.entry_id = ${entryId} and entered.campaign_id = ${campaignId} and entered.sent_at is not null
  )`;
}
