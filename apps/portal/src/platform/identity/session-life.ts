import { isStaff, type SiteRole } from './permissions.ts';

const hour = 60 * 60 * 1_000;
const day = 24 * hour;

/** Milliseconds that a session lasts from signing in, whatever was done, and without a request. */
const lives = {
  staff: { longest: 12 * hour, idle: 4 * hour },
  others: { longest: 30 * day, idle: day },
} as const;

/** Milliseconds after which a request renews a session. */
const renewedAfter = hour;

/** Of the session cookie, in seconds: as long as any session may last, since the database says when it is over. */
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

/** Whether a session is over for somebody who now has this role: a role that was granted since shortens it. */
export function isOver({ startedAt, renewedAt }: SessionTimes, role: SiteRole, now: Date): boolean {
  return now >= endOf(startedAt, role, renewedAt);
}

/** Whether a request is to renew a session: not every one is, for it would write to the database. */
export function isRenewalDue({ renewedAt }: SessionTimes, now: Date): boolean {
  return now.getTime() - renewedAt.getTime() >= renewedAfter;
}
