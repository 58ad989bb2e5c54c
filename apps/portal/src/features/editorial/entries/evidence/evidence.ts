import { createHash, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { and, asc, eq, inArray, lt, notInArray, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit, systemAuditActor } from '../../../../platform/audit/audit.ts';
import type { Queryable } from '../../../../platform/database/connection.ts';
import { transact, unwrap } from '../../../../platform/database/transact.ts';
import { lockEntry } from '../../../../platform/editing/drafts.ts';
import { findEntry, isOpen } from '../../../../platform/editing/entry.ts';
import { entryDraft } from '../../../../platform/editing/schema.ts';
import type { SignedInUser } from '../../../../platform/identity/user.ts';
import { defineJob } from '../../../../platform/jobs/job-type.ts';
import { done, type Outcome, refused } from '../../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { publication } from '../../../../platform/publishing/schema.ts';
import { checkStock, type Quota, type Stock, useQuota } from '../../../../platform/quota/quota.ts';
import { safeFileName } from '../../../../platform/web/attachment.ts';
import { evidenceFile } from '../schema.ts';
import type { EvidenceStore } from './evidence-store.ts';
import { evidenceTypeOf } from './file-types.ts';
import { cannotChange, emptyFile, tooLarge, tooMany, wrongType } from './refusals.ts';
import { scanFile } from './scanning.ts';

export type EvidenceFile = typeof evidenceFile.$inferSelect;
type Dependencies = Pick<Platform, 'connection' | 'jobs' | 'config'>;

const evidenceSent: Quota = {
  name: 'evidence',
  what: { ja: '根拠のファイル', en: 'evidence' },
  unit: 'bytes',
  limits: [{ by: 'person', max: 1024 * 1024 * 1024, per: 'day' }],
};
const evidenceKept: Stock = {
  name: 'evidence',
  what: { ja: '根拠のファイル', en: 'evidence' },
  unit: 'bytes',
  by: 'organisation',
  max: 5 * 1024 * 1024 * 1024,
  remedy: { ja: '要らなくなったファイルを外してください。', en: 'Remove files that are no longer needed.' },
};

/** Bytes of one file, and files of one entry. */
export const evidenceLimits = { bytes: 10 * 1024 * 1024, files: 10 };
/** Time limit of a scan, in milliseconds. */
const scanTimeoutMs = 120_000;
/** Milliseconds after which unreferenced files are deleted. */
const grace = 24 * 60 * 60 * 1_000;

/** Scans a file; retried with growing delays while the scanner gives no result. */
export const scanEvidenceJob = defineJob({
  name: 'evidence.scan',
  data: z.object({ id: z.uuid() }),
  retries: 20,
  firstDelay: 30,
});

/** Files of an entry, oldest first. */
export async function evidenceOn(db: Queryable, entryId: string): Promise<EvidenceFile[]> {
  return db
    .select()
    .from(evidenceFile)
    .where(eq(evidenceFile.entryId, entryId))
    .orderBy(asc(evidenceFile.createdAt), asc(evidenceFile.id));
}

/** Attaches a file to an entry that its owner may edit. */
export async function attachEvidence(
  { connection, jobs, config }: Dependencies,
  store: EvidenceStore,
  entryId: string,
  file: { name: string; bytes: Buffer },
  user: SignedInUser,
  now: Date,
): Promise<Outcome<'attached'>> {
  const { bytes } = file;
  const name = safeFileName(file.name);
  if (bytes.length === 0) return refused(emptyFile);
  if (bytes.length > evidenceLimits.bytes) return refused(tooLarge);
  const type = await evidenceTypeOf(name, bytes);
  if (!type) return refused(wrongType);
  const id = randomUUID();
  // File first, then row: a file without a row is swept, but a row without a file could not be repaired.
  await store.write(id, bytes);
  const outcome = await transact(connection.db, async (tx) => {
    await lockEntry(tx, entryId);
    const entry = await findEntry(tx, entryId);
    if (!entry || !isOpen(entry)) unwrap(refused(cannotChange));
    const [counted] = await tx
      .select({ files: sql<string>`count(*)` })
      .from(evidenceFile)
      .where(eq(evidenceFile.entryId, entryId));
    if (Number(counted?.files) >= evidenceLimits.files) unwrap(refused(tooMany));
    const { ownerId } = entry ?? {};
    if (ownerId) {
      const held = () => bytesOf(tx, ownerId);
      unwrap(await checkStock(tx, evidenceKept, ownerId, held, bytes.length));
    }
    unwrap(await useQuota(tx, evidenceSent, { person: user.id }, now, bytes.length));
    const digest = createHash('sha256').update(bytes).digest('hex');
    const { mediaType } = type;
    const state = config.scanCommand === undefined ? 'kept' : 'held';
    await tx.insert(evidenceFile).values({
      id,
      entryId,
      name,
      mediaType,
      size: bytes.length,
      digest,
      state,
      author: user.id,
      createdAt: now,
    });
    if (state === 'held') await jobs.enqueue(tx, scanEvidenceJob, { id });
    const object = { kind: 'entry', id: entryId };
    const detail = { file: id, mediaType, size: bytes.length, digest };
    await recordAudit(tx, { actor: user.audit, action: 'evidence.attach', object, detail, at: now });
    return done('attached' as const);
  });
  if (!outcome.ok) await store.remove(id);
  return outcome;
}

/** Total size in bytes of an organisation's files. */
async function bytesOf(tx: Queryable, ownerId: string): Promise<number> {
  const sent = tx.select({ id: publication.id }).from(publication).where(eq(publication.ownerId, ownerId));
  const drafts = tx.select({ id: entryDraft.id }).from(entryDraft).where(eq(entryDraft.ownerId, ownerId));
  const [row] = await tx
    .select({ bytes: sql<string>`coalesce(sum(${evidenceFile.size}), 0)` })
    .from(evidenceFile)
    .where(or(inArray(evidenceFile.entryId, sent), inArray(evidenceFile.entryId, drafts)));
  return Number(row?.bytes ?? 0);
}

/** Deletes a file permanently. Idempotent. */
export async function removeEvidence(
  { connection }: Dependencies,
  store: EvidenceStore,
  entryId: string,
  id: string,
  user: SignedInUser,
  now: Date,
): Promise<Outcome<'removed'>> {
  const outcome = await transact(connection.db, async (tx) => {
    await lockEntry(tx, entryId);
    const entry = await findEntry(tx, entryId);
    if (!entry || !isOpen(entry)) unwrap(refused(cannotChange));
    const gone = await tx
      .delete(evidenceFile)
      .where(and(eq(evidenceFile.id, id), eq(evidenceFile.entryId, entryId)))
      .returning({ digest: evidenceFile.digest });
    const [file] = gone;
    if (!file) return done({ removed: false });
    const object = { kind: 'entry', id: entryId };
    const detail = { file: id, digest: file.digest };
    await recordAudit(tx, { actor: user.audit, action: 'evidence.remove', object, detail, at: now });
    return done({ removed: true });
  });
  if (!outcome.ok) return outcome;
  if (outcome.value.removed) await store.remove(id);
  return { ok: true, value: 'removed' };
}

/** Scans a held file. A clean one is kept; an infected one is deleted and its row kept as a record. */
export async function scanEvidence(
  { connection, config }: Dependencies,
  store: EvidenceStore,
  id: string,
  now: Date,
): Promise<void> {
  const { db } = connection;
  const [file] = await db.select().from(evidenceFile).where(eq(evidenceFile.id, id));
  if (file?.state !== 'held' || config.scanCommand === undefined) return;
  const finding = await scanFile(config.scanCommand, store.pathOf(id), scanTimeoutMs);
  if (finding === 'unknown') throw new Error(`the scanner said nothing of the file ${id}`);
  if (finding === 'infected') await store.remove(id);
  const state = finding === 'clean' ? 'kept' : 'infected';
  await transact(db, async (tx) => {
    await tx.update(evidenceFile).set({ state }).where(eq(evidenceFile.id, id));
    if (state === 'kept') return;
    const object = { kind: 'entry', id: file.entryId };
    const detail = { file: id, digest: file.digest };
    await recordAudit(tx, { actor: systemAuditActor, action: 'evidence.infected', object, detail, at: now });
  });
}

/**
 * Deletes files of deleted entries and files without a row once they are a day old; enqueues again
 * the scan of files still held.
 */
export async function sweepEvidence(
  { connection, jobs }: Dependencies,
  store: EvidenceStore,
  now: Date,
): Promise<number> {
  const { db } = connection;
  const old = new Date(now.getTime() - grace);
  const sent = db.select({ id: publication.id }).from(publication);
  const drafts = db.select({ id: entryDraft.id }).from(entryDraft);
  const gone = await db
    .delete(evidenceFile)
    .where(
      and(
        lt(evidenceFile.createdAt, old),
        notInArray(evidenceFile.entryId, sent),
        notInArray(evidenceFile.entryId, drafts),
      ),
    )
    .returning({ id: evidenceFile.id });
  for (const { id } of gone) await store.remove(id);
  let removed = gone.length;
  // Read the rows before the folder: files written in between are too new to be swept.
  const known = new Set((await db.select({ id: evidenceFile.id }).from(evidenceFile)).map(({ id }) => id));
  for await (const { id, path } of store.olderThan(old)) {
    if (known.has(id)) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  const held = await db
    .select({ id: evidenceFile.id })
    .from(evidenceFile)
    .where(and(eq(evidenceFile.state, 'held'), lt(evidenceFile.createdAt, old)));
  for (const { id } of held) await jobs.enqueue(db, scanEvidenceJob, { id });
  return removed;
}
