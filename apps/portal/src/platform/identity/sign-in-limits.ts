import { createHmac } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Database } from '../database/connection.ts';

/** Failures allowed in a quarter of an hour before the account or address is locked for as long. */
const signIn = { perAccount: 10, perAddress: 50, seconds: 15 * 60 };
/** Mails with a link per hour, by account and by address. */
const mail = { perAccount: 3, perAddress: 20, seconds: 60 * 60 };

export interface Attempt {
  /** As entered: whether the account exists makes no difference. */
  account: string;
  address: string;
}

/** Result of an attempt: allowed, or the seconds to wait and whether the lock begins with this attempt. */
export type AttemptOutcome = { ok: true } | { ok: false; retryAfter: number; begins: boolean };

/** Counts attempts by account and by address across all nodes; only keyed digests are stored. */
export class SignInLimits {
  readonly #secret: string;
  readonly #accounts: RateLimiterPostgres;
  readonly #addresses: RateLimiterPostgres;
  readonly #mailToAccounts: RateLimiterPostgres;
  readonly #mailToAddresses: RateLimiterPostgres;

  constructor(db: Database, secret: string) {
    this.#secret = secret;
    const limiter = (keyPrefix: string, points: number, duration: number) =>
      new RateLimiterPostgres({
        storeClient: db.$client,
        tableName: 'attempt',
        tableCreated: true,
        keyPrefix,
        points,
        duration,
        blockDuration: duration,
      });
    this.#accounts = limiter('sign-in-account', signIn.perAccount, signIn.seconds);
    this.#addresses = limiter('sign-in-address', signIn.perAddress, signIn.seconds);
    this.#mailToAccounts = limiter('mail-account', mail.perAccount, mail.seconds);
    this.#mailToAddresses = limiter('mail-address', mail.perAddress, mail.seconds);
  }

  /** Counts a sign-in attempt before it is made, so that concurrent attempts cannot exceed the limit. */
  async begin(attempt: Attempt): Promise<AttemptOutcome> {
    return this.#take([
      [this.#addresses, this.#key(attempt.address)],
      [this.#accounts, this.#key(attempt.account)],
    ]);
  }

  /** Reverts what `begin` counted, after a successful sign-in. */
  async succeed(attempt: Attempt): Promise<void> {
    await this.#accounts.delete(this.#key(attempt.account));
    await this.#addresses.reward(this.#key(attempt.address));
  }

  /** Counts a request for mail with a link. */
  async askForMail(attempt: Attempt): Promise<AttemptOutcome> {
    return this.#take([
      [this.#mailToAddresses, this.#key(attempt.address)],
      [this.#mailToAccounts, this.#key(attempt.account)],
    ]);
  }

  async #take(counters: [RateLimiterPostgres, string][]): Promise<AttemptOutcome> {
    let points = 0;
    try {
      for (const [limiter, key] of counters) {
        points = limiter.points;
        await limiter.consume(key);
      }
      return { ok: true };
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const retryAfter = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      return { ok: false, retryAfter, begins: refusal.consumedPoints === points + 1 };
    }
  }

  #key(value: string): string {
    return createHmac('sha256', this.#secret).update(value.trim().toLowerCase()).digest('base64url');
  }
}
