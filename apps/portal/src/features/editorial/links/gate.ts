import { and, eq } from 'drizzle-orm';
import type { Queryable } from '../../../platform/database/connection.ts';
import type { Problem } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Publication, Revision } from '../../../platform/publishing/publications.ts';
import { publication, revision } from '../../../platform/publishing/schema.ts';
import type { PublicationGuard } from '../../../platform/publishing/service.ts';
import type { LinksDependencies } from './dependencies.ts';
import { isDeadInReview, isUnsettled, linksIn } from './model.ts';
import { linkOverride } from './schema.ts';
import { callTwiceEach, statesOf } from './service.ts';

/** Links that block publication of a revision. */
export interface BlockingLinks {
  dead: string[];
  /** Unchecked links: not requested since the text was sent, or could not be. */
  uncalled: string[];
}

/** A revision, possibly of an already published record. */
interface Asked {
  publication: Pick<Publication, 'id' | 'kind' | 'publishedRevision'>;
  revision: Pick<Revision, 'number' | 'data' | 'createdAt'>;
}

type Dependencies = Pick<Platform, 'kinds' | 'config'>;
/** Dependencies of checking links before publication. */
export type CallDependencies = LinksDependencies & Pick<Platform, 'now'>;

/** Links that block publication of a revision, except overridden ones. */
export async function blockingLinks(
  db: Queryable,
  dependencies: Dependencies,
  asked: Asked,
): Promise<BlockingLinks> {
  const { dead, uncalled } = await unfitLinks(db, dependencies, asked);
  if (dead.length + uncalled.length === 0) return { dead, uncalled };
  const overridden = await overriddenLinks(db, asked);
  return {
    dead: dead.filter((url) => !overridden.has(url)),
    uncalled: uncalled.filter((url) => !overridden.has(url)),
  };
}

async function unfitLinks(
  db: Queryable,
  { kinds, config }: Dependencies,
  asked: Asked,
): Promise<BlockingLinks> {
  const kind = kinds.get(asked.publication.kind);
  const urls = config.linkChecks ? linksIn(kind, asked.revision.data) : [];
  if (urls.length === 0) return { dead: [], uncalled: [] };
  const alreadyPublished = new Set(linksIn(kind, await publishedData(db, asked.publication.id)));
  const states = await statesOf(db, urls);
  const dead = urls.filter((url) => isDeadInReview(states.get(url) ?? { failures: 0 }));
  const uncalled = urls.filter((url) =>
    isUnsettled(states.get(url), asked.revision.createdAt, alreadyPublished.has(url)),
  );
  return { dead, uncalled };
}

/** Published data of a record; empty if it is not public. */
async function publishedData(db: Queryable, id: string): Promise<object> {
  const [published] = await db
    .select({ data: revision.data })
    .from(publication)
    .innerJoin(
      revision,
      and(eq(revision.publicationId, publication.id), eq(revision.number, publication.publishedRevision)),
    )
    .where(eq(publication.id, id));
  return published?.data ?? {};
}

async function overriddenLinks(db: Queryable, { publication: { id }, revision: { number } }: Asked) {
  const [row] = await db
    .select({ urls: linkOverride.urls })
    .from(linkOverride)
    .where(and(eq(linkOverride.publicationId, id), eq(linkOverride.revision, number)));
  return new Set(row?.urls);
}

/** Reason to publish despite blocking links; without one publication is refused. */
export interface LinkOverride {
  reason: string | undefined;
  userId: string;
  at: Date;
}

/**
 * Overrides the currently blocking links of a revision, and no others, if a reason is given.
 * @returns detail for the audit log
 */
export async function overrideLinks(
  tx: Queryable,
  dependencies: Dependencies,
  asked: Asked,
  { reason, userId, at }: LinkOverride,
): Promise<{ deadLinks?: string[]; uncalledLinks?: string[]; despite?: string }> {
  if (!reason) return {};
  const { dead, uncalled } = await unfitLinks(tx, dependencies, asked);
  const override = { urls: [...dead, ...uncalled], reason, userId, at };
  if (override.urls.length === 0) return {};
  await tx
    .insert(linkOverride)
    .values({ publicationId: asked.publication.id, revision: asked.revision.number, ...override })
    .onConflictDoUpdate({ target: [linkOverride.publicationId, linkOverride.revision], set: override });
  return { deadLinks: dead, uncalledLinks: uncalled, despite: reason };
}

/** Publication guard that refuses dead or unchecked links. */
export function linkGuard(dependencies: Dependencies): PublicationGuard {
  return async (tx, asked) => problemsOf(await blockingLinks(tx, dependencies, asked));
}

/** `callBeforePublishing` for a text sent for approval. */
export async function callBeforeApproval(dependencies: CallDependencies, id: string): Promise<void> {
  const [sent] = await dependencies.connection.db
    .select({ kind: publication.kind, data: revision.data, sentAt: revision.createdAt })
    .from(publication)
    .innerJoin(
      revision,
      and(eq(revision.publicationId, publication.id), eq(revision.number, publication.currentRevision)),
    )
    .where(eq(publication.id, id));
  if (sent) await callBeforePublishing(dependencies, { id, ...sent });
}

/**
 * Requests the unchecked links of a text to be published, waiting a few seconds at most. A
 * slower request continues in the background; its result is used on the next attempt.
 * @param asked  the revision; `id` is that of its record
 */
export async function callBeforePublishing(
  dependencies: CallDependencies,
  { id, kind, data, sentAt }: { id: string; kind: string; data: object; sentAt: Date },
): Promise<void> {
  const { connection, kinds, config, log } = dependencies;
  const urls = config.linkChecks ? linksIn(kinds.get(kind), data) : [];
  if (urls.length === 0) return;
  const alreadyPublished = new Set(linksIn(kinds.get(kind), await publishedData(connection.db, id)));
  const states = await statesOf(connection.db, urls);
  const due = urls.filter((url) => isUnsettled(states.get(url), sentAt, alreadyPublished.has(url)));
  if (due.length === 0) return;
  const signal = AbortSignal.timeout(dependencies.outbound.timeoutMs);
  const over = new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  const calls = callTwiceEach(dependencies, due, dependencies.now, signal).catch((error) =>
    log.warn({ err: error, id }, 'could not call the links of what shall be published'),
  );
  await Promise.race([calls, over]);
}

function problemsOf({ dead, uncalled }: BlockingLinks): Problem[] {
  return [
    ...(dead.length > 0 ? [deadLinks(dead)] : []),
    ...(uncalled.length > 0 ? [uncalledLinks(uncalled)] : []),
  ];
}

const deadLinks = (urls: readonly string[]): Problem => ({
  code: 'dead-links',
  field: 'despite',
  message: {
    ja: `開けないリンクがあります（${some(urls)}）。直すか、それでも公開する理由を書いてください。`,
    en: `Some links do not open (${some(urls)}). Have them changed, or say why it is published nevertheless.`,
  },
});
const uncalledLinks = (urls: readonly string[]): Problem => ({
  code: 'uncalled-links',
  field: 'despite',
  message: {
    ja: `開けるかどうかを確かめられていないリンクがあります（${some(urls)}）。1分ほど待ってからもう一度試すか、それでも公開する理由を書いてください。`,
    en: `Nobody knows yet whether some links open (${some(urls)}). Wait a minute and try again, or say why it is published nevertheless.`,
  },
});

/** The first few URLs; the page lists all. */
function some(urls: readonly string[]): string {
  return urls.slice(0, 3).join(' , ') + (urls.length > 3 ? ' …' : '');
}
