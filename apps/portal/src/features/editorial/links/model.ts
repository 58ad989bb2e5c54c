import type { Kind } from '../../../platform/publishing/kind.ts';
import { markdownKeys } from '../../../platform/publishing/typesetting.ts';
import { markdownToHtml, unescapeHtml } from '../../../platform/typesetting/markdown.ts';

const hour = 60 * 60 * 1_000;
const day = 24 * hour;

/** Result of requesting a URL. */
export interface Answer {
  /** Null if there was no response. */
  status: number | null;
  failure: string | null;
  movedTo: string | null;
}

/** Stored state of a URL. */
export interface LinkState extends Answer {
  failures: number;
  failingSince: Date | null;
  notifiedAt: Date | null;
  checkedAt: Date;
}

/** A URL linked from an entry. */
export interface CheckedLink {
  url: string;
  /** Undefined if not checked yet. */
  state: LinkState | undefined;
}

/** A dead link of published records. */
export interface DeadLink {
  url: string;
  state: LinkState;
  /** Published records with this link. */
  recordIds: string[];
}

/** Failures and days after which a published link counts as dead, to tolerate outages. */
const deadAfter = { tries: 3, days: 3 };
/** Failures after which a link awaiting review counts as dead. */
export const triesInReview = 2;
const recheckAfter = { alive: 7 * day, failing: 0.9 * day, unsettled: hour / 6 };
/** Milliseconds before sending within which a check is recent enough for publication. */
const calledLately = hour;
/** Milliseconds before scheduled publication at which links are checked again. */
const lastCallBefore = hour;

const longestUrl = 2_000;

/** URLs in an entry's data: URL fields and Markdown links, at any depth. */
export function linksIn(kind: Pick<Kind, 'fields'>, data: unknown): string[] {
  const links = new Set<string>();
  for (const { name, marking } of kind.fields)
    for (const { text, markdown } of textsIn(
      (data as Record<string, unknown>)[name],
      marking.markdown === true,
    ))
      for (const link of markdown ? hrefsIn(text) : [text.trim()])
        if (/^https?:\/\//i.test(link) && link.length <= longestUrl && URL.canParse(link)) links.add(link);
  return [...links];
}

function textsIn(value: unknown, markdown: boolean): { text: string; markdown: boolean }[] {
  if (typeof value === 'string') return [{ text: value, markdown }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, markdown || markdownKeys.has(key)));
}

function hrefsIn(markdown: string): string[] {
  return [...markdownToHtml(markdown).matchAll(/<a href="([^"]*)"/g)].map(([, href = '']) =>
    unescapeHtml(href),
  );
}

/** State of a link after another attempt. */
export function afterTry(before: LinkState | undefined, answer: Answer, now: Date): LinkState {
  const alive = isAlive(answer);
  return {
    ...answer,
    checkedAt: now,
    failures: alive ? 0 : (before?.failures ?? 0) + 1,
    failingSince: alive ? null : (before?.failingSince ?? now),
    notifiedAt: alive ? null : (before?.notifiedAt ?? null),
  };
}

/** Whether the address works; 401, 403, 429 and 451 count as alive too. */
export function isAlive({ status }: Answer): boolean {
  return status !== null && (status < 400 || [401, 403, 429, 451].includes(status));
}

/** Whether the failure could be caused by our own connection. */
export function isOwnFault({ status, failure }: Answer): boolean {
  return status === null && failure !== 'address-refused' && failure !== 'too-many-redirects';
}

/**
 * Whether a link must be checked before publication: it was not checked since the text was sent, it
 * failed once only, or our own connection may have failed.
 * @param since  when the text was sent
 * @param isPublished  whether the published text has the link too, so that blocking would not hide it
 */
export function isUnsettled(state: LinkState | undefined, since: Date, isPublished: boolean): boolean {
  if (!state) return true;
  if (isPublished || isDeadInReview(state)) return false;
  return !isAlive(state) || state.checkedAt.getTime() < since.getTime() - calledLately;
}

/** Whether the job checks a link awaiting review: not checked since then, or unsettled and last checked a while ago. */
export function isDueInReview(state: LinkState | undefined, since: Date, now: Date): boolean {
  if (!state || state.checkedAt < since) return true;
  const unsettled = !isAlive(state) && !isDeadInReview(state);
  return unsettled && now.getTime() - state.checkedAt.getTime() >= recheckAfter.unsettled;
}

/** Earliest valid time of a check: since sending, and again shortly before scheduled publication. */
export function calledFrom(sentAt: Date, scheduledFor: Date | null, now: Date): Date {
  const last = scheduledFor && new Date(scheduledFor.getTime() - lastCallBefore);
  return last && last > sentAt && last <= now ? last : sentAt;
}

export function isDeadInReview({ failures }: Pick<LinkState, 'failures'>): boolean {
  return failures >= triesInReview;
}

export function isDeadWhenPublished({ failures, failingSince }: LinkState, now: Date): boolean {
  const days = failingSince ? (now.getTime() - failingSince.getTime()) / day : 0;
  return failures >= deadAfter.tries && days >= deadAfter.days;
}

/** Whether a published link is due for a check: weekly, or daily while it fails. */
export function isDue(state: Pick<LinkState, 'checkedAt' | 'failures'> | undefined, now: Date): boolean {
  if (!state) return true;
  const pause = state.failures > 0 ? recheckAfter.failing : recheckAfter.alive;
  return now.getTime() - state.checkedAt.getTime() >= pause;
}
