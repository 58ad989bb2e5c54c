import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Queryable } from '../../../platform/database/connection.ts';
import { transact, unwrap } from '../../../platform/database/transact.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import { defineMail } from '../../../platform/mail/template.ts';
import { notifyOwners } from '../../../platform/mail/to-organisation.ts';
import { done, type Outcome } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import { publication } from '../../../platform/publishing/schema.ts';
import { type AddressDigest, type Quota, useQuota } from '../../../platform/quota/quota.ts';
import { errorReport } from './schema.ts';

type Dependencies = Pick<Platform, 'connection' | 'mail' | 'config'>;

/** Days after which the address of an unanswered report is deleted. */
const addressKept = 90;
const maxListed = 200;

/** Limited because each report sends a mail to the record's owners. */
const reports: Quota = {
  name: 'mistake-report',
  what: { ja: '誤りの知らせ', en: 'reports of mistakes' },
  limits: [
    { by: 'client', max: 20, per: 'day' },
    { by: 'organisation', max: 100, per: 'day' },
  ],
};

const reportedMail = defineMail<{ title: string; body: string; link: string }>(
  'reports.owner',
  { ja: '誤りの知らせが届いたお知らせ', en: 'A mistake was reported' },
  {
    ja: ({ title, body, link }) => ({
      subject: `誤りの知らせが届きました：${title}`,
      body: [
        `「${title}」について、訪れた人から次の知らせが届きました。`,
        body,
        { link: '登録を開く', href: link },
      ],
    }),
    en: ({ title, body, link }) => ({
      subject: `Somebody reports a mistake: ${title}`,
      body: [`A visitor says of “${title}”:`, body, { link: 'Open the entry', href: link }],
    }),
  },
);

const answerMail = defineMail<{ reply: string }>(
  'reports.answer',
  { ja: '誤りの知らせへの返事', en: 'Answer to a mistake report' },
  {
    ja: ({ reply }) => ({ subject: 'お知らせいただいた件について', body: [reply] }),
    en: ({ reply }) => ({ subject: 'About the mistake you reported', body: [reply] }),
  },
);

interface NewReport {
  publicationId: string;
  title: string;
  body: string;
  email: string | null;
  language: 'ja' | 'en';
}

/** Stores a report and notifies the record's owners. */
export async function report(
  { connection, mail, config }: Dependencies,
  sent: NewReport,
  client: AddressDigest,
  now: Date,
): Promise<Outcome<'reported'>> {
  const { title, ...columns } = sent;
  return transact(connection.db, async (tx) => {
    const id = randomUUID();
    const [owned] = await tx
      .select({ ownerId: publication.ownerId })
      .from(publication)
      .where(eq(publication.id, sent.publicationId));
    const organisation = owned?.ownerId;
    unwrap(await useQuota(tx, reports, { client, ...(organisation && { organisation }) }, now));
    await tx.insert(errorReport).values({ id, ...columns, createdAt: now });
    await notifyOwners(tx, { mail, config }, organisation ?? null, {
      template: reportedMail,
      data: { title, body: sent.body },
      link: `/desk/entries/${sent.publicationId}`,
      key: `report/${id}`,
    });
    return done('reported' as const);
  });
}

export type Report = typeof errorReport.$inferSelect;

/** Open reports, oldest first. */
export function openReports(db: Queryable): Promise<Report[]> {
  return db
    .select()
    .from(errorReport)
    .where(isNull(errorReport.answeredAt))
    .orderBy(asc(errorReport.createdAt))
    .limit(maxListed);
}

/** Reports on a record, newest first, without the reporters' addresses. */
export function reportsOn(
  db: Queryable,
  publicationId: string,
): Promise<{ body: string; createdAt: Date; answeredAt: Date | null }[]> {
  return db
    .select({
      body: errorReport.body,
      createdAt: errorReport.createdAt,
      answeredAt: errorReport.answeredAt,
    })
    .from(errorReport)
    .where(eq(errorReport.publicationId, publicationId))
    .orderBy(desc(errorReport.createdAt))
    .limit(20);
}

/** Closes a report, replies if there is an address, and deletes it. @returns whether a reply was sent */
export async function answer(
  { connection, mail }: Dependencies,
  id: string,
  reply: string,
  user: SignedInUser,
  now: Date,
): Promise<boolean> {
  return transact(connection.db, async (tx) => {
    const open = and(eq(errorReport.id, id), isNull(errorReport.answeredAt));
    const [found] = await tx.select().from(errorReport).where(open).for('update');
    if (!found) return false;
    const sent = found.email !== null && reply !== '';
    await tx.update(errorReport).set({ email: null, answeredAt: now }).where(open);
    if (found.email && reply)
      await mail.send(tx, {
        to: found.email,
        template: answerMail,
        data: { reply },
        language: found.language,
        key: `report-answer/${id}`,
      });
    const object = { kind: 'entry', id: found.publicationId };
    await recordAudit(tx, { actor: user.audit, action: 'report.answer', object, at: now });
    return sent;
  });
}

/** Deletes addresses of answered reports, and of those older than `addressKept`. */
export async function forgetAddresses(
  { connection, mail }: Pick<Dependencies, 'connection' | 'mail'>,
  now: Date,
): Promise<void> {
  const before = new Date(now.getTime() - addressKept * 24 * 60 * 60 * 1_000);
  const { db } = connection;
  await mail.forgetFinished(db, answerMail.name);
  await db
    .update(errorReport)
    .set({ email: null })
    .where(and(isNotNull(errorReport.email), lt(errorReport.createdAt, before)));
}
