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

/** Links that keep a revision from being published. */
export interface BlockingLinks {
  dead: string[];
  /** Nobody knows whether they open: they were not called since the text was sent, or could not be. */
  uncalled: string[];
}

/** What is asked about: a revision, of something that may be published already. */
interface Asked {
  publication: Pick<Publication, 'id' | 'kind' | 'publishedRevision'>;
  revision: Pick<Revision, 'number' | 'data' | 'createdAt'>;
}

type Dependencies = Pick<Platform, 'kinds' | 'config'>;
/** What it takes to call links before something is published. */
export type CallDependencies = LinksDependencies & Pick<Platform, 'now'>;

/** Links that keep a revision from being published, without those that somebody said may be dead. */
export async function blockingLinks(
  db: Queryable,
  dependencies: Dependencies,
  asked: Asked,
): Promise<BlockingLinks> {
  const { dead, uncalled } = await unfitLinks(db, dependencies, asked);
  if (dead.length + uncalled.length === 0) return { dead, uncalled };
  const excused = await overriddenLinks(db, asked);
  return {
    dead: dead.filter((url) => !excused.has(url)),
    uncalled: uncalled.filter((url) => !excused.has(url)),
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
  const stood = new Set(linksIn(kind, await publishedData(db, asked.publication.id)));
  const states = await statesOf(db, urls);
  const dead = urls.filter((url) => isDeadInReview(states.get(url) ?? { failures: 0 }));
  const uncalled = urls.filter((url) =>
    isUnsettled(states.get(url), asked.revision.createdAt, stood.has(url)),
  );
  return { dead, uncalled };
}

/** What the public sees of something; an empty record where it sees nothing. */
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

/** Why something is published although its links keep it back; without a reason it is not. */
export interface LinkOverride {
  reason: string | undefined;
  userId: string;
  at: Date;
}

/**
 * Lets a revision be published with the links that keep it back now, and no others, where somebody says why.
 * @returns what the audit log keeps of it
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

/** Keeps from the public whatever has dead links, or links that nobody called. */
export function linkGuard(dependencies: Dependencies): PublicationGuard {
  return async (tx, asked) => problemsOf(await blockingLinks(tx, dependencies, asked));
}

/** `callBeforePublishing` of what was sent to be approved. */
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
 * Calls the links of a text that shall be published now, as far as nobody called them, for a few seconds at most. A
 * call that takes longer goes on, and what comes of it is there when somebody tries again.
 * @param asked  `id` of what it is or will be a revision of
 */
export async function callBeforePublishing(
  dependencies: CallDependencies,
  { id, kind, data, sentAt }: { id: string; kind: string; data: object; sentAt: Date },
): Promise<void> {
  const { connection, kinds, config, log } = dependencies;
  const urls = config.linkChecks ? linksIn(kinds.get(kind), data) : [];
  if (urls.length === 0) return;
  const stood = new Set(linksIn(kinds.get(kind), await publishedData(connection.db, id)));
  const states = await statesOf(connection.db, urls);
  const due = urls.filter((url) => isUnsettled(states.get(url), sentAt, stood.has(url)));
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

/** The first few of them: the page shows them all. */
function some(urls: readonly string[]): string {
  return urls.slice(0, 3).join(' , ') + (urls.length > 3 ? ' …' : '');
}
