import type { Kind } from '../../../platform/publishing/kind.ts';
import { markdownKeys } from '../../../platform/publishing/typesetting.ts';
import { markdownToHtml, unescapeHtml } from '../../../platform/typesetting/markdown.ts';

const hour = 60 * 60 * 1_000;
const day = 24 * hour;

/** What calling an address came to. */
export interface Answer {
  /** Null where there was no answer. */
  status: number | null;
  failure: string | null;
  movedTo: string | null;
}

/** What is known of an address. */
export interface LinkState extends Answer {
  failures: number;
  failingSince: Date | null;
  toldAt: Date | null;
  checkedAt: Date;
}

/** An address that an entry leads to. */
export interface CheckedLink {
  url: string;
  /** Undefined: not called yet. */
  state: LinkState | undefined;
}

/** A dead link of something published. */
export interface DeadLink {
  url: string;
  state: LinkState;
  /** Published records that lead there. */
  recordIds: string[];
}

/** Tries and days after which a link of something published counts as dead: servers have bad days. */
const deadAfter = { tries: 3, days: 3 };
/** Tries at once after which a link of something that waits for review counts as dead. */
export const triesInReview = 2;
const recheckAfter = { alive: 7 * day, failing: 0.9 * day, unsettled: hour / 6 };
/** A link that somebody called this shortly before a text was sent is not called again before it is published. */
const calledLately = hour;
/** How long before it comes due the links of something scheduled are called once more. */
const lastCallBefore = hour;

const longestUrl = 2_000;

/** Addresses that an entry's data leads to: whole fields, and links in its Markdown, at any depth. */
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

/** What is known after another try. */
export function afterTry(before: LinkState | undefined, answer: Answer, now: Date): LinkState {
  const alive = isAlive(answer);
  return {
    ...answer,
    checkedAt: now,
    failures: alive ? 0 : (before?.failures ?? 0) + 1,
    failingSince: alive ? null : (before?.failingSince ?? now),
    toldAt: alive ? null : (before?.toldAt ?? null),
  };
}

/** Servers that ask who we are, or ask for less, are there. */
export function isAlive({ status }: Answer): boolean {
  return status !== null && (status < 400 || [401, 403, 429, 451].includes(status));
}

/** Whether there was no answer for which our own connection could be at fault. */
export function mayBeOurs({ status, failure }: Answer): boolean {
  return status === null && failure !== 'address-refused' && failure !== 'too-many-redirects';
}

/**
 * Whether a link of something that shall be published must still be called: nobody called it since the text was sent, it
 * failed once only, or our own connection kept us from knowing.
 * @param since  when the text was sent
 * @param stood  whether it stands in the published text, so that keeping the new text back hides nothing
 */
export function isUnsettled(state: LinkState | undefined, since: Date, stood: boolean): boolean {
  if (!state) return true;
  if (stood || isDeadInReview(state)) return false;
  return !isAlive(state) || state.checkedAt.getTime() < since.getTime() - calledLately;
}

/** Whether the job calls a link of something that waits: not called since then, or not settled and some time ago. */
export function isDueInReview(state: LinkState | undefined, since: Date, now: Date): boolean {
  if (!state || state.checkedAt < since) return true;
  const unsettled = !isAlive(state) && !isDeadInReview(state);
  return unsettled && now.getTime() - state.checkedAt.getTime() >= recheckAfter.unsettled;
}

/** From when on a link must have been called: since it was sent, and once more just before it comes due. */
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

/** Whether it is time to try again: weekly, and daily while it fails. */
export function isDue(state: Pick<LinkState, 'checkedAt' | 'failures'> | undefined, now: Date): boolean {
  if (!state) return true;
  const pause = state.failures > 0 ? recheckAfter.failing : recheckAfter.alive;
  return now.getTime() - state.checkedAt.getTime() >= pause;
}
