import { and, eq } from 'drizzle-orm';
import type { Queryable } from '../../../platform/database/connection.ts';
import { transact } from '../../../platform/database/transact.ts';
import { siteUrl } from '../../../platform/i18n/site-url.ts';
import { membership, siteUser } from '../../../platform/identity/schema.ts';
import {
  type Addressee,
  addressee,
  addresseeColumns,
  isWrittenTo,
} from '../../../platform/mail/addressee.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Call } from './call-kind.ts';
import { openCalls } from './entering.ts';
import { callClosingMail, callOpenMail } from './mails.ts';
import { reminderAt } from './model.ts';
import { callPaths } from './paths.ts';
import { campaignMailing } from './schema.ts';

const occasions = { open: callOpenMail, closing: callClosingMail };
type Occasion = keyof typeof occasions;

/**
 * Mails everybody who may enter when a call has opened, and again before it closes. Each mail is sent once, however
 * often this runs, and on however many nodes.
 * @returns number of mails enqueued
 */
export async function announceCalls(
  { connection, mail, config }: Pick<Platform, 'connection' | 'mail' | 'config'>,
  now: Date,
): Promise<number> {
  let asked = 0;
  for (const { id, call } of await openCalls(connection.db, now)) {
    const occasion: Occasion = now >= reminderAt(call) ? 'closing' : 'open';
    asked += await transact(connection.db, async (tx) => {
      if (!(await isFirst(tx, id, occasion, now))) return 0;
      const everybody = await providers(tx);
      for (const { id: userId, email, language } of everybody)
        await mail.send(tx, {
          to: email,
          template: occasions[occasion],
          data: mailOf(id, call, language, config.baseUrl),
          language,
          key: `campaigns.${occasion}/${id}/${userId}`,
        });
      return everybody.length;
    });
  }
  return asked;
}

async function isFirst(tx: Queryable, campaignId: string, occasion: Occasion, at: Date): Promise<boolean> {
  const noted = await tx
    .insert(campaignMailing)
    .values({ campaignId, occasion, at })
    .onConflictDoNothing()
    .returning();
  return noted.length > 0;
}

/** All members of organisations who can sign in, without duplicates. */
async function providers(db: Queryable): Promise<Addressee[]> {
  const rows = await db
    .select(addresseeColumns)
    .from(siteUser)
    .innerJoin(membership, eq(membership.userId, siteUser.id))
    .where(and(isWrittenTo, eq(siteUser.emailVerified, true)))
    .groupBy(siteUser.id);
  return rows.map(addressee);
}

function mailOf(id: string, { title, closesAt }: Call, language: 'ja' | 'en', baseUrl: string) {
  const page = siteUrl(baseUrl, callPaths.publicCall(id), language);
  return { title: title[language] ?? title.ja, closesAt: new Date(closesAt), page };
}
