import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { SavedSearches } from '../../../platform/collections/saved-search.ts';
import type { Database, Queryable } from '../../../platform/database/connection.ts';
import { transact, unwrap } from '../../../platform/database/transact.ts';
import { dayInTokyo } from '../../../platform/i18n/dates.ts';
import type { Language } from '../../../platform/i18n/language.ts';
import { siteUrl } from '../../../platform/i18n/site-url.ts';
import { withoutAddresses } from '../../../platform/identity/names.ts';
import { defineJob } from '../../../platform/jobs/job-type.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import type { Mail } from '../../../platform/mail/mail.ts';
import { done, type Outcome, refused } from '../../../platform/outcome/outcome.ts';
import { type AddressDigest, type Quota, useQuota } from '../../../platform/quota/quota.ts';
import { createTokenSigner, linkExpired } from '../../../platform/signing/signed-token.ts';
import { confirmationMail, newsMail } from './mails.ts';
import { dueOn, type Frequency, frequencies, normaliseAddress } from './model.ts';
import { alertPaths } from './paths.ts';
import { alertSubscription } from './schema.ts';

export const sendNews = defineJob({
  name: 'alerts.send',
  data: z.object({ id: z.uuid(), day: z.iso.date() }),
});

const hour = 60 * 60 * 1_000;
const day = 24 * hour;
/** Milliseconds for which a confirmation link is valid and an unconfirmed request is kept. */
const confirmationLife = 2 * day;
/** Milliseconds for which an unsubscribe link is valid. */
const unsubscribeLife = 180 * day;
/** Most confirmation mails sent to one address in a day. */
const maxMails = 5;
/** Limited because each request sends a mail to an unverified address. */
const requests: Quota = {
  name: 'alert',
  what: { ja: 'お知らせメールの申し込み', en: 'requests for mail alerts' },
  limits: [{ by: 'client', max: 30, per: 'day' }],
};
/** Milliseconds within which repeated requests (a double click) send one mail. */
const sameRequest = 10 * 60 * 1_000;
/** Changes younger than this (ms) may not have reached every node; they are left for the next mail. */
const propagationTime = 5 * 60 * 1_000;
const listedInMail = 20;
const maxNews = 200;

export interface AlertDependencies {
  db: Database;
  mail: Pick<Mail, 'send' | 'countTo' | 'forget'>;
  jobs: Pick<Jobs, 'enqueue'>;
  saved: SavedSearches;
  secret: string;
  baseUrl: string;
}

export interface AlertRequest {
  address: string;
  /** Conditions as `SavedSearches` writes them. */
  search: string;
  frequency: Frequency;
  language: Language;
}

/** The subscription to be confirmed, as its page shows it. */
export interface AlertOffer {
  search: string;
  frequency: Frequency;
}

/** The use cases of mail alerts, each one transaction. */
export class Alerts {
  readonly #dependencies: AlertDependencies;
  readonly #confirmations;
  readonly #leavings;

  constructor(dependencies: AlertDependencies) {
    this.#dependencies = dependencies;
    this.#confirmations = createTokenSigner(dependencies.secret, 'alerts.confirm');
    this.#leavings = createTokenSigner(dependencies.secret, 'alerts.leave');
  }

  /**
   * Mails a confirmation link. Behaviour and result are the same whether or not
   * the address is known, so that they do not reveal who is subscribed.
   */
  async request(
    { address: typed, search, frequency, language }: AlertRequest,
    client: AddressDigest,
    now: Date,
  ): Promise<Outcome<undefined>> {
    const { db, mail, saved } = this.#dependencies;
    const address = normaliseAddress(typed);
    return transact(db, async (tx) => {
      unwrap(await useQuota(tx, requests, { client }, now));
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${address}, 0))`);
      const asked = await mail.countTo(tx, address, 'alerts.confirm', new Date(now.getTime() - day));
      if (asked >= maxMails) return done(undefined);
      const id = await this.#remember(tx, { address, search, frequency, language }, now);
      const token = await this.#confirmations.sign(
        `${id}_${frequency}`,
        new Date(now.getTime() + confirmationLife),
      );
      await mail.send(tx, {
        to: address,
        template: confirmationMail,
        data: {
          // The recipient may not be the one who entered the address.
          search: withoutAddresses(saved.describe(search, language)) || everything[language],
          frequency,
          link: this.#address(language, alertPaths.confirm, token),
        },
        language,
        key: `alerts.confirm/${id}/${frequency}/${Math.floor(now.getTime() / sameRequest)}`,
      });
      return done(undefined);
    });
  }

  /** The subscription of a confirmation link, without confirming it. */
  async offer(token: string, now: Date): Promise<Outcome<AlertOffer>> {
    const read = await this.#readConfirmation(token, now);
    if (!read.ok) return read;
    const [row] = await this.#dependencies.db
      .select()
      .from(alertSubscription)
      .where(eq(alertSubscription.id, read.value.id));
    return row ? done({ search: row.search, frequency: read.value.frequency }) : refused(linkExpired);
  }

  /** Confirms a subscription. Idempotent. */
  async confirm(token: string, now: Date): Promise<Outcome<AlertOffer>> {
    const read = await this.#readConfirmation(token, now);
    if (!read.ok) return read;
    const { id, frequency } = read.value;
    const [row] = await this.#dependencies.db
      .update(alertSubscription)
      .set({
        frequency,
        confirmedAt: sql`coalesce(${alertSubscription.confirmedAt}, ${now.toISOString()}::timestamptz)`,
        coveredUntil: sql`case when ${alertSubscription.confirmedAt} is null then ${now.toISOString()}::timestamptz else ${alertSubscription.coveredUntil} end`,
      })
      .where(eq(alertSubscription.id, id))
      .returning();
    return row ? done({ search: row.search, frequency }) : refused(linkExpired);
  }

  /** The subscription of an unsubscribe link; none if it has ended already. */
  async leavable(token: string, now: Date): Promise<Outcome<AlertOffer | undefined>> {
    const id = await this.#leavings.verify(token, now);
    if (!id.ok) return id;
    const [row] = await this.#dependencies.db
      .select({ search: alertSubscription.search, frequency: alertSubscription.frequency })
      .from(alertSubscription)
      .where(eq(alertSubscription.id, id.value));
    return done(row);
  }

  /** Ends and deletes a subscription. Idempotent. */
  async leave(token: string, now: Date): Promise<Outcome<string>> {
    const id = await this.#leavings.verify(token, now);
    if (!id.ok) return id;
    await transact(this.#dependencies.db, async (tx) => {
      const [row] = await tx
        .delete(alertSubscription)
        .where(eq(alertSubscription.id, id.value))
        .returning({ address: alertSubscription.address });
      if (row) await this.#forget(tx, row.address);
    });
    return id;
  }

  /** Enqueues the alert mails due today. */
  async sendDue(now: Date): Promise<void> {
    const { db, jobs } = this.#dependencies;
    await transact(db, async (tx) => {
      const due = await tx
        .select({ id: alertSubscription.id })
        .from(alertSubscription)
        .where(
          and(isNotNull(alertSubscription.confirmedAt), inArray(alertSubscription.frequency, dueOn(now))),
        );
      const today = dayInTokyo(now);
      for (const { id } of due)
        await jobs.enqueue(tx, sendNews, { id, day: today }, { key: `${id}/${today}` });
    });
  }

  /** Mails a subscriber the results since the last mail, if there are any. */
  async sendNews(id: string, today: string, now: Date): Promise<void> {
    const { db, mail, saved } = this.#dependencies;
    await transact(db, async (tx) => {
      const [row] = await tx
        .select()
        .from(alertSubscription)
        .where(and(eq(alertSubscription.id, id), isNotNull(alertSubscription.confirmedAt)))
        .for('update');
      if (!row) return;
      const language: Language = row.language === 'en' ? 'en' : 'ja';
      const until = new Date(now.getTime() - propagationTime);
      const news = saved
        .newest(row.search, language, maxNews)
        .filter(({ publishedAt }) => publishedAt > row.coveredUntil && publishedAt <= until);
      if (until > row.coveredUntil)
        await tx.update(alertSubscription).set({ coveredUntil: until }).where(eq(alertSubscription.id, id));
      if (news.length === 0) return;
      const token = await this.#leavings.sign(id, new Date(now.getTime() + unsubscribeLife));
      const leave = this.#address(language, alertPaths.leave, token);
      const { baseUrl } = this.#dependencies;
      await mail.send(tx, {
        to: row.address,
        template: newsMail,
        data: {
          search: saved.describe(row.search, language) || everything[language],
          entries: news.slice(0, listedInMail).map(({ entry }) => entry),
          more: Math.max(0, news.length - listedInMail),
          searchPage: siteUrl(baseUrl, saved.pagePath(row.search), language),
          leave,
        },
        language,
        key: `alerts.news/${id}/${today}`,
        unsubscribeUrl: leave,
      });
    });
  }

  /** Deletes expired unconfirmed requests. */
  async forgetUnconfirmed(now: Date): Promise<void> {
    await transact(this.#dependencies.db, async (tx) => {
      const rows = await tx
        .delete(alertSubscription)
        .where(
          and(
            isNull(alertSubscription.confirmedAt),
            lt(alertSubscription.createdAt, new Date(now.getTime() - confirmationLife)),
          ),
        )
        .returning({ address: alertSubscription.address });
      for (const { address } of rows) await this.#forget(tx, address);
    });
  }

  /** @returns id of the subscription; an existing one keeps its id */
  async #remember(tx: Queryable, request: AlertRequest, now: Date): Promise<string> {
    const { address, search, frequency, language } = request;
    await tx
      .insert(alertSubscription)
      .values({ id: randomUUID(), address, search, frequency, language, coveredUntil: now, createdAt: now })
      .onConflictDoNothing();
    // Not confirmed yet: the newest request replaces it and restarts the time to confirm.
    const mine = and(eq(alertSubscription.address, address), eq(alertSubscription.search, search));
    await tx
      .update(alertSubscription)
      .set({ frequency, language, createdAt: now })
      .where(and(mine, isNull(alertSubscription.confirmedAt)));
    const [row] = await tx.select({ id: alertSubscription.id }).from(alertSubscription).where(mine);
    if (!row) throw new Error('a subscription vanished within its transaction');
    return row.id;
  }

  /** Deletes an address without further subscriptions. */
  async #forget(tx: Queryable, address: string): Promise<void> {
    const [other] = await tx
      .select({ id: alertSubscription.id })
      .from(alertSubscription)
      .where(eq(alertSubscription.address, address))
      .limit(1);
    if (!other) await this.#dependencies.mail.forget(tx, address, 'alerts.');
  }

  async #readConfirmation(token: string, now: Date): Promise<Outcome<{ id: string; frequency: Frequency }>> {
    const subject = await this.#confirmations.verify(token, now);
    if (!subject.ok) return subject;
    const [id = '', word] = subject.value.split('_');
    const frequency = frequencies.find((each) => each === word) ?? 'weekly';
    return done({ id, frequency });
  }

  #address(language: Language, path: string, token: string): string {
    return siteUrl(this.#dependencies.baseUrl, `${path}?t=${token}`, language);
  }
}

const everything: Record<Language, string> = { ja: 'すべての取組', en: 'everything' };
