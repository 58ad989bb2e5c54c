import { setImmediate } from 'node:timers/promises';
import { and, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Queryable } from '../../../platform/database/connection.ts';
import type { Kind } from '../../../platform/publishing/kind.ts';
import { publication, revision } from '../../../platform/publishing/schema.ts';
import { callLink } from './calling.ts';
import type { LinksDependencies } from './dependencies.ts';
import {
  afterTry,
  type CheckedLink,
  calledFrom,
  type DeadLink,
  isAlive,
  isDeadWhenPublished,
  isDue,
  isDueInReview,
  isOwnFault,
  type LinkState,
  linksIn,
  triesInReview,
} from './model.ts';
import { notifyOfDeadLinks } from './notifying.ts';
import { linkCheck } from './schema.ts';

/** Most URLs per run; further ones are checked in the next run. */
const maxAtOnce = 2_000;
/** A failure counts only if another server responded within this time (ms). */
const connectedWithin = 24 * 60 * 60 * 1_000;
/** Hosts requested in parallel; requests to one host are spaced by a pause. */
const sideBySide = 8;

/** Links of an entry's data, with their stored state. */
export async function checkedLinks(
  db: Queryable,
  kind: Pick<Kind, 'fields'>,
  data: unknown,
): Promise<CheckedLink[]> {
  const urls = linksIn(kind, data);
  const states = await statesOf(db, urls);
  return urls.map((url) => ({ url, state: states.get(url) }));
}

/** Dead links of published records, longest failing first. */
export async function deadLinks(dependencies: LinksDependencies, now: Date): Promise<DeadLink[]> {
  const uses = publishedLinks(dependencies);
  const rows = await dependencies.connection.db.select().from(linkCheck).where(gt(linkCheck.failures, 0));
  return rows
    .filter((row) => isDeadWhenPublished(row, now) && uses.has(row.url))
    .map((state) => ({ url: state.url, state, recordIds: uses.get(state.url) ?? [] }))
    .toSorted((a, b) => Number(a.state.failingSince) - Number(b.state.failingSince));
}

/** Checks due links of published records, and notifies owners of dead ones once. */
export async function checkPublished(
  dependencies: LinksDependencies,
  now: () => Date,
  signal: AbortSignal,
): Promise<void> {
  const urls = [...publishedLinks(dependencies).keys()];
  const states = await statesOf(dependencies.connection.db, urls);
  const due = urls.filter((url) => isDue(states.get(url), now())).slice(0, maxAtOnce);
  await eachSideBySide(due, (url) => tryLink(dependencies, url, now()), signal);
  for (const link of await deadLinks(dependencies, now()))
    if (!link.state.notifiedAt) await notifyOfDeadLinks(dependencies, link, now());
}

/**
 * Checks links of entries awaiting review that were not checked since sending, and of scheduled ones shortly
 * before publication; failures are retried once.
 */
export async function checkWaiting(
  dependencies: LinksDependencies,
  now: () => Date,
  signal: AbortSignal,
): Promise<void> {
  const { db } = dependencies.connection;
  const waiting = await db
    .select({
      kind: publication.kind,
      data: revision.data,
      sentAt: revision.createdAt,
      scheduledFor: publication.scheduledFor,
    })
    .from(publication)
    .innerJoin(
      revision,
      and(eq(revision.publicationId, publication.id), eq(revision.number, publication.currentRevision)),
    )
    .where(inArray(publication.state, ['submitted', 'in-review', 'scheduled']))
    .orderBy(desc(revision.createdAt));
  const from = new Map<string, Date>();
  for (const { kind: name, data, sentAt, scheduledFor } of waiting) {
    const kind = dependencies.kinds.find(name);
    if (!kind) continue;
    const since = calledFrom(sentAt, scheduledFor, now());
    for (const url of linksIn(kind, data)) {
      const known = from.get(url);
      if (!known || known < since) from.set(url, since);
    }
    await setImmediate();
  }
  const states = await statesOf(db, [...from.keys()]);
  const due = [...from]
    .filter(([url, since]) => isDueInReview(states.get(url), since, now()))
    .map(([url]) => url)
    .slice(0, maxAtOnce);
  await callTwiceEach(dependencies, due, now, signal);
}

/** Checks URLs, retrying failures once, and stores the results. */
export async function callTwiceEach(
  dependencies: LinksDependencies,
  urls: readonly string[],
  now: () => Date,
  signal: AbortSignal,
): Promise<void> {
  await eachSideBySide(
    urls,
    async (url) => {
      for (let tries = 0; tries < triesInReview; tries += 1)
        if (await tryLink(dependencies, url, now())) return;
    },
    signal,
  );
}

/** Checks a URL and stores the result. @returns whether it is alive */
async function tryLink(
  { connection, outbound }: LinksDependencies,
  url: string,
  now: Date,
): Promise<boolean> {
  const { db } = connection;
  const answer = await callLink(outbound, url);
  const before = (await statesOf(db, [url])).get(url);
  const counts = !isOwnFault(answer) || (await othersAnswer(db, now));
  // Keep the earlier success if our own connection is down.
  if (!counts && before && isAlive(before)) return false;
  const state = counts
    ? afterTry(before, answer, now)
    : { failures: 0, failingSince: null, notifiedAt: null, ...before, ...answer, checkedAt: now };
  await db
    .insert(linkCheck)
    .values({ url, ...state })
    .onConflictDoUpdate({ target: linkCheck.url, set: state });
  return isAlive(answer);
}

/** Whether any server responded recently; if none did, our own connection is probably down. */
async function othersAnswer(db: Queryable, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - connectedWithin);
  const [row] = await db
    .select({ url: linkCheck.url })
    .from(linkCheck)
    .where(and(gt(linkCheck.status, 0), gt(linkCheck.checkedAt, since)))
    .limit(1);
  return row !== undefined;
}

export async function statesOf(db: Queryable, urls: readonly string[]): Promise<Map<string, LinkState>> {
  if (urls.length === 0) return new Map();
  const rows = await db
    .select()
    .from(linkCheck)
    // One array parameter, because the URLs may exceed the number of parameters of a statement.
    .where(sql`${linkCheck.url} = any(${sql.param([...urls])})`);
  return new Map(rows.map(({ url, ...state }) => [url, state]));
}

function publishedLinks({ model, kinds }: Pick<LinksDependencies, 'model' | 'kinds'>): Map<string, string[]> {
  const uses = new Map<string, string[]>();
  for (const { id, kind: name, data } of model.all()) {
    const kind = kinds.find(name);
    if (kind) for (const url of linksIn(kind, data)) uses.set(url, [...(uses.get(url) ?? []), id]);
  }
  return uses;
}

/** Processes URLs sequentially per host, and hosts in parallel. */
async function eachSideBySide(
  urls: readonly string[],
  work: (url: string) => Promise<unknown>,
  signal: AbortSignal,
): Promise<void> {
  const hosts = [...Map.groupBy(urls, (url) => new URL(url).host).values()];
  const next = hosts.values();
  await Promise.all(
    Array.from({ length: sideBySide }, async () => {
      for (const ofHost of next)
        for (const url of ofHost) {
          if (signal.aborted) return;
          await work(url);
        }
    }),
  );
}
