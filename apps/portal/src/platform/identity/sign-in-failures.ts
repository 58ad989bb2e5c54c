import { createHmac } from 'node:crypto';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { type AuditActor, recordAudit } from '../audit/audit.ts';
import type { Database } from '../database/connection.ts';

/** Seconds within which failures of the same kind are grouped. */
const window = 15 * 60;
/** Groups recorded per window; beyond that only at each tenfold of their number. */
const maxStories = 300;

export interface SignInFailure {
  action: 'sign-in.fail' | 'sign-in.lock' | 'second-factor.fail' | 'second-factor.lock' | 'confirmation.fail';
  /** The account, if it exists. The text entered is never stored: it may be a password. */
  userId: string | null;
  actor: AuditActor;
  detail: Record<string, unknown>;
}

/** Name in the log for an unknown account. */
const unknownAccount = 'unknown';

/**
 * Records failed attempts in the audit log without letting an attacker fill it: per kind, account and network
 * the first in a quarter of an hour, then each tenfold with its number. Counted across all nodes.
 */
export class SignInFailures {
  readonly #db: Database;
  readonly #secret: string;
  readonly #now: () => Date;
  readonly #counts: RateLimiterPostgres;

  constructor(db: Database, secret: string, now: () => Date) {
    this.#db = db;
    this.#secret = secret;
    this.#now = now;
    this.#counts = new RateLimiterPostgres({
      storeClient: db.$client,
      tableName: 'attempt',
      tableCreated: true,
      keyPrefix: 'failure',
      points: Number.MAX_SAFE_INTEGER,
      duration: window,
    });
  }

  async note({ action, userId, actor, detail }: SignInFailure): Promise<void> {
    const account = userId ?? unknownAccount;
    const number = await this.#count(`${action} ${account} ${actor.network}`);
    if (!isReported(number)) return;
    const stories = number === 1 ? await this.#count('all') : 1;
    if (stories > maxStories && !isReported(stories)) return;
    await recordAudit(this.#db, {
      actor,
      action,
      object: { kind: 'user', id: account },
      detail: { ...detail, number, ...(stories > maxStories && { stories }) },
      at: this.#now(),
    });
  }

  async #count(key: string): Promise<number> {
    const digest = createHmac('sha256', this.#secret).update(key).digest('base64url');
    return (await this.#counts.consume(digest)).consumedPoints;
  }
}

/** The first, the tenth, the hundredth and so on. */
function isReported(number: number): boolean {
  return Number.isInteger(Math.log10(number));
}
