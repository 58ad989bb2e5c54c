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
/** How long the link of a confirmation works, and how long a request that nobody confirms is kept. */
const confirmationLife = 2 * day;
/** How long the way out in a mail works. */
const leavingLife = 180 * day;
/** Mails that one address is sent in a day at most, however often somebody enters it. */
const maxMails = 5;
/** Each is a mail to an address that somebody typed. */
const requests: Quota = {
  name: 'alert',
  what: { ja: 'お知らせメールの申し込み', en: 'requests for mail alerts' },
  limits: [{ by: 'client', most: 30, per: 'day' }],
};
/** Asked for twice within this time, as by a double click, one mail goes out. */
const sameRequest = 10 * 60 * 1_000;
/** What was published just now may not be in every node's memory yet: it is news the next time. */
const settling = 5 * 60 * 1_000;
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

/** What a confirmation is about, to be shown before it is given. */
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
   * Sends the holder of an address the question whether they want news. It does the same and says nothing whether
   * the address is known or not, so that nobody learns who receives what.
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
          // It reaches whoever's address was typed, who may know nothing of it.
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

  /** What a confirmation link is about. */
  async offer(token: string, now: Date): Promise<Outcome<AlertOffer>> {
    const read = await this.#readConfirmation(token, now);
    if (!read.ok) return read;
    const [row] = await this.#dependencies.db
      .select()
      .from(alertSubscription)
      .where(eq(alertSubscription.id, read.value.id));
    return row ? done({ search: row.search, frequency: read.value.frequency }) : refused(linkExpired);
  }

  /** Begins to send news, as the holder of the address says; said twice, it is as if said once. */
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

  /** What somebody who opened a link out would leave; nothing where they have left already. */
  async leavable(token: string, now: Date): Promise<Outcome<AlertOffer | undefined>> {
    const id = await this.#leavings.verify(token, now);
    if (!id.ok) return id;
    const [row] = await this.#dependencies.db
      .select({ search: alertSubscription.search, frequency: alertSubscription.frequency })
      .from(alertSubscription)
      .where(eq(alertSubscription.id, id.value));
    return done(row);
  }

  /** Ends a subscription and forgets it; done twice, or by two links, it is as if done once. */
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

  /** Asks for the mails of a day. */
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

  /** Sends one subscriber what is new since the last time; nothing new, no mail. */
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
      const until = new Date(now.getTime() - settling);
      const news = saved
        .newest(row.search, language, maxNews)
        .filter(({ publishedAt }) => publishedAt > row.coveredUntil && publishedAt <= until);
      if (until > row.coveredUntil)
        await tx.update(alertSubscription).set({ coveredUntil: until }).where(eq(alertSubscription.id, id));
      if (news.length === 0) return;
      const token = await this.#leavings.sign(id, new Date(now.getTime() + leavingLife));
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

  /** Forgets requests that nobody confirmed. */
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

  /** @returns id of the subscription, the same as before where there is one */
  async #remember(tx: Queryable, request: AlertRequest, now: Date): Promise<string> {
    const { address, search, frequency, language } = request;
    await tx
      .insert(alertSubscription)
      .values({ id: randomUUID(), address, search, frequency, language, coveredUntil: now, createdAt: now })
      .onConflictDoNothing();
    // Nobody confirmed it yet: the newest wish counts, and a new time to confirm begins.
    const mine = and(eq(alertSubscription.address, address), eq(alertSubscription.search, search));
    await tx
      .update(alertSubscription)
      .set({ frequency, language, createdAt: now })
      .where(and(mine, isNull(alertSubscription.confirmedAt)));
    const [row] = await tx.select({ id: alertSubscription.id }).from(alertSubscription).where(mine);
    if (!row) throw new Error('a subscription vanished within its transaction');
    return row.id;
  }

  /** Forgets an address that no other subscription needs. */
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
