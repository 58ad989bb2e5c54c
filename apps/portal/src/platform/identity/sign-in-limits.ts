import { createHmac } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Database } from '../database/connection.ts';

/** Failures allowed in a quarter of an hour, before the account, or the address, is locked for as long again. */
const signIn = { perAccount: 10, perAddress: 50, seconds: 15 * 60 };
/** Mail with a link that one account, or one address, may ask for in an hour. */
const mail = { perAccount: 3, perAddress: 20, seconds: 60 * 60 };

export interface Attempt {
  /** As it was typed: whether such an account exists makes no difference. */
  account: string;
  address: string;
}

/** What came of an attempt: allowed, or the seconds to wait, and whether the waiting begins with this very one. */
export type AttemptOutcome = { ok: true } | { ok: false; retryAfter: number; begins: boolean };

/** Counts attempts by account and by address, over all nodes; neither is stored, only a keyed digest. */
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

  /** Counts an attempt to sign in before it is made, so that many at once cannot slip through. */
  async begin(attempt: Attempt): Promise<AttemptOutcome> {
    return this.#take([
      [this.#addresses, this.#key(attempt.address)],
      [this.#accounts, this.#key(attempt.account)],
    ]);
  }

  /** Takes back what `begin` counted: the attempt was its owner's. */
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
    let most = 0;
    try {
      for (const [limiter, key] of counters) {
        most = limiter.points;
        await limiter.consume(key);
      }
      return { ok: true };
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const retryAfter = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      return { ok: false, retryAfter, begins: refusal.consumedPoints === most + 1 };
    }
  }

  #key(value: string): string {
    return createHmac('sha256', this.#secret).update(value.trim().toLowerCase()).digest('base64url');
  }
}
