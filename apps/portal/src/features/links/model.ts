import type { Kind } from '../../platform/publishing/kind.ts';
import { markdownToHtml, unescapeHtml } from '../../platform/typesetting/markdown.ts';

const day = 24 * 60 * 60 * 1_000;

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
const patience = { tries: 3, days: 3 };
/** Tries at once after which a link of something that waits for review counts as dead. */
export const triesInReview = 2;
const recheckAfter = { alive: 7 * day, failing: 0.9 * day };

const longestUrl = 2_000;

/** Addresses that an entry's data leads to: whole fields, and links in its Markdown. */
export function linksIn(kind: Pick<Kind, 'fields'>, data: unknown): string[] {
  const links = new Set<string>();
  for (const { name, marking } of kind.fields)
    for (const text of stringsIn((data as Record<string, unknown>)[name]))
      for (const link of marking.markdown ? hrefsIn(text) : [text.trim()])
        if (/^https?:\/\//i.test(link) && link.length <= longestUrl && URL.canParse(link)) links.add(link);
  return [...links];
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
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

export function isDeadInReview({ failures }: Pick<LinkState, 'failures'>): boolean {
  return failures >= triesInReview;
}

export function isDeadWhenPublished({ failures, failingSince }: LinkState, now: Date): boolean {
  const days = failingSince ? (now.getTime() - failingSince.getTime()) / day : 0;
  return failures >= patience.tries && days >= patience.days;
}

/** Whether it is time to try again: weekly, and daily while it fails. */
export function isDue(state: Pick<LinkState, 'checkedAt' | 'failures'> | undefined, now: Date): boolean {
  if (!state) return true;
  const pause = state.failures > 0 ? recheckAfter.failing : recheckAfter.alive;
  return now.getTime() - state.checkedAt.getTime() >= pause;
}
