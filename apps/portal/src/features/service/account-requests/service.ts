import { randomUUID } from 'node:crypto';
import { and, asc, eq, isNotNull, isNull, lt, or } from 'drizzle-orm';
import { recordAudit } from '../../../platform/audit/audit.ts';
import { type Transaction, transact, unwrap } from '../../../platform/database/transact.ts';
import type { Language } from '../../../platform/i18n/language.ts';
import { siteUrl } from '../../../platform/i18n/site-url.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import { done, type Outcome, type Problem, refused } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import { type AddressDigest, addressDigest, type Quota, useQuota } from '../../../platform/quota/quota.ts';
import { createTokenSigner } from '../../../platform/signing/signed-token.ts';
import type { AccountServices } from '../accounts/index.ts';
import { confirmationDays, confirmationMail } from './mail.ts';
import { requestPaths } from './paths.ts';
import { accountRequest } from './schema.ts';

/** Days for which a request is kept after the decision. */
const keptDays = 30;
/** Days after which a request that nobody decided on ends. */
export const openDays = 90;
/** Requests on one page of the list. */
const listedAtOnce = 50;
const day = 86_400_000;

/** Limited because each request sends a mail to an unverified address. */
const requests: Quota = {
  name: 'account-request',
  what: { ja: 'アカウントの申し込み', en: 'requests for accounts' },
  limits: [
    { by: 'client', max: 5, per: 'day' },
    { by: 'recipient', max: 2, per: 'day' },
  ],
};

export interface NewRequest {
  organisation: string;
  email: string;
  message: string;
  language: Language;
}

/** A request with a confirmed address, as shown to editors. */
export interface OpenRequest extends NewRequest {
  id: string;
  confirmedAt: Date;
}

/** Use cases of account requests. */
export class AccountRequests {
  readonly #platform: Platform;
  readonly #accounts: AccountServices;

  constructor(platform: Platform, accounts: AccountServices) {
    this.#platform = platform;
    this.#accounts = accounts;
  }

  /** Stores a request and mails its address. The result does not reveal whether the address has an account. */
  async ask(request: NewRequest, client: AddressDigest): Promise<Outcome<'asked'>> {
    const { connection, config, identity, mail, now } = this.#platform;
    const at = now();
    const id = randomUUID();
    const email = request.email.toLowerCase();
    const token = await this.#signer().sign(id, new Date(at.getTime() + confirmationDays * day));
    return transact(connection.db, async (tx) => {
      const recipient = addressDigest(identity.secret, email);
      unwrap(await useQuota(tx, requests, { client, recipient }, at));
      await tx.insert(accountRequest).values({ ...request, id, email, createdAt: at });
      await mail.send(tx, {
        to: email,
        template: confirmationMail,
        data: { link: siteUrl(config.baseUrl, requestPaths.confirm(token), request.language) },
        language: request.language,
        key: `account-request/${id}`,
      });
      return done('asked' as const);
    });
  }

  /** Checks the token of a confirmation link without using it. */
  async isLinkGood(token: string): Promise<Outcome<string>> {
    return this.#signer().verify(token, this.#platform.now());
  }

  /** Marks the request's address as confirmed. Idempotent. */
  async confirm(token: string): Promise<Outcome<'confirmed'>> {
    const { connection, now } = this.#platform;
    const subject = await this.isLinkGood(token);
    if (!subject.ok) return subject;
    const own = and(eq(accountRequest.id, subject.value), isNull(accountRequest.confirmedAt));
    await connection.db.update(accountRequest).set({ confirmedAt: now() }).where(own);
    return done('confirmed');
  }

  /**
   * A page of the confirmed requests awaiting a decision, oldest first.
   * @param page  from 1; beyond the last one, the last
   */
  async open(page: number): Promise<{ requests: OpenRequest[]; page: number; pages: number }> {
    const { db } = this.#platform.connection;
    const waits = and(isNotNull(accountRequest.confirmedAt), isNull(accountRequest.decidedAt));
    const pages = Math.max(1, Math.ceil((await db.$count(accountRequest, waits)) / listedAtOnce));
    const shown = Math.min(page, pages);
    const rows = await db
      .select()
      .from(accountRequest)
      .where(waits)
      .orderBy(asc(accountRequest.confirmedAt), asc(accountRequest.id))
      .limit(listedAtOnce)
      .offset((shown - 1) * listedAtOnce);
    const requests = rows.flatMap(({ confirmedAt, ...row }) =>
      confirmedAt ? [{ ...row, confirmedAt }] : [],
    );
    return { requests, page: shown, pages };
  }

  /**
   * Accepts a request: creates the organisation and invites the address as its owner. Idempotent.
   * @returns refused if the request was decided already or an organisation of that name exists
   */
  async accept(id: string, by: SignedInUser): Promise<Outcome<'accepted'>> {
    return transact(this.#platform.connection.db, async (tx) => {
      const { organisation, email, language } = unwrap(await this.#decide(tx, id, true, by));
      unwrap(await this.#accounts.inviteOwner(tx, { organisation, email, language }, by));
      return done('accepted' as const);
    });
  }

  /** Declines a request. Sends no mail. */
  async decline(id: string, by: SignedInUser): Promise<Outcome<'declined'>> {
    return transact(this.#platform.connection.db, async (tx) => {
      unwrap(await this.#decide(tx, id, false, by));
      return done('declined' as const);
    });
  }

  /**
   * Deletes requests not confirmed in time, those nobody decided on for `openDays`, and those whose decision is
   * older than `keptDays`.
   */
  async deleteExpired(): Promise<void> {
    const { connection, now } = this.#platform;
    const before = (days: number) => new Date(now().getTime() - days * day);
    await connection.db
      .delete(accountRequest)
      .where(
        or(
          and(isNull(accountRequest.confirmedAt), lt(accountRequest.createdAt, before(confirmationDays))),
          and(isNull(accountRequest.decidedAt), lt(accountRequest.confirmedAt, before(openDays))),
          lt(accountRequest.decidedAt, before(keptDays)),
        ),
      );
  }

  async #decide(
    tx: Transaction,
    id: string,
    accepted: boolean,
    by: SignedInUser,
  ): Promise<Outcome<NewRequest>> {
    const at = this.#platform.now();
    const waits = and(isNotNull(accountRequest.confirmedAt), isNull(accountRequest.decidedAt));
    const [row] = await tx
      .update(accountRequest)
      .set({ decidedAt: at, accepted })
      .where(and(eq(accountRequest.id, id), waits))
      .returning();
    if (!row) return refused(decidedAlready);
    const action = `account-request.${accepted ? 'accept' : 'decline'}`;
    await recordAudit(tx, { actor: by.audit, action, object: { kind: 'account-request', id }, at });
    return done(row);
  }

  #signer() {
    return createTokenSigner(this.#platform.identity.secret, 'account-request.confirm');
  }
}

const decidedAlready: Problem = {
  code: 'decided-already',
  message: { ja: 'この申し込みは、もう処理されています。', en: 'This request was decided on already.' },
};
