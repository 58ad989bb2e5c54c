import { createHmac } from 'node:crypto';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { type AuditActor, recordAudit } from '../audit/audit.ts';
import type { Database } from '../database/connection.ts';

/** Seconds within which failures of one sort are one story. */
const window = 15 * 60;
/** Stories that a window writes down; of more only every tenfold of their number. */
const maxStories = 300;

export interface SignInFailure {
  action: 'sign-in.fail' | 'sign-in.lock' | 'second-factor.fail' | 'second-factor.lock' | 'confirmation.fail';
  /** The account, where there is one; what was typed in its place may be a password and is kept nowhere. */
  userId: string | null;
  actor: AuditActor;
  detail: Record<string, unknown>;
}

/** The log's name for an account that nobody has. */
const unknownAccount = 'unknown';

/**
 * Writes failed attempts into the audit log without letting whoever makes them fill it: of one sort, account and
 * network the first in a quarter of an hour, and then each tenfold with its number. Counted over all nodes.
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
