import { isStaff, type SiteRole } from './permissions.ts';

const hour = 60 * 60 * 1_000;
const day = 24 * hour;

/** Milliseconds: longest lifetime from signing in, and longest time without a request. */
const lives = {
  staff: { longest: 12 * hour, idle: 4 * hour },
  others: { longest: 30 * day, idle: day },
} as const;

/** Milliseconds after which a request renews a session. */
const renewedAfter = hour;

/**
 * Lifetime of the session cookie in seconds: that of the longest session, since the database decides when a
 * session is over.
 */
export const cookieLife = lives.others.longest / 1_000;

/**
 * When a session ends, unless a request renews it.
 * @param startedAt  when its holder signed in
 */
export function endOf(startedAt: Date, role: SiteRole, now: Date): Date {
  const { longest, idle } = isStaff(role) ? lives.staff : lives.others;
  return new Date(Math.min(startedAt.getTime() + longest, now.getTime() + idle));
}

export interface SessionTimes {
  startedAt: Date;
  /** When a request last renewed it. */
  renewedAt: Date;
}

/** Whether a session is over for its holder's present role: a role granted since may shorten it. */
export function isOver({ startedAt, renewedAt }: SessionTimes, role: SiteRole, now: Date): boolean {
  return now >= endOf(startedAt, role, renewedAt);
}

/** Whether a request should renew a session: not every request, to save writes to the database. */
export function isRenewalDue({ renewedAt }: SessionTimes, now: Date): boolean {
  return now.getTime() - renewedAt.getTime() >= renewedAfter;
}
