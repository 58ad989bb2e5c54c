import { createHash } from 'node:crypto';
import { and, desc, eq, getTableColumns, gt, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Queryable } from '../../../platform/database/connection.ts';
import { transact, unwrap } from '../../../platform/database/transact.ts';
import { mayWith } from '../../../platform/editing/access.ts';
import { roomForDrafts } from '../../../platform/editing/drafts.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import { done, type Outcome, type Problem, refused } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import { type Quota, useQuota } from '../../../platform/quota/quota.ts';
import { safeFileName } from '../../../platform/web/attachment.ts';
import { readUploadJob, runImportJob } from './jobs.ts';
import type { ImportChoice } from './model.ts';
import { importRow, importUpload } from './schema.ts';

export type Upload = Omit<typeof importUpload.$inferSelect, 'bytes'>;
type Dependencies = Pick<Platform, 'connection' | 'jobs'>;

const { bytes: _, ...columns } = getTableColumns(importUpload);
/** Most concurrent uploads per organisation. */
const maxAtOnce = 3;
const uploads: Quota = {
  name: 'import',
  what: { ja: 'まとめて登録のファイル', en: 'files of bulk entry' },
  limits: [
    { by: 'person', max: 100, per: 'day' },
    { by: 'organisation', max: 300, per: 'day' },
  ],
};
/** Days for which an upload is kept after it last changed. */
const keptFor = 30;
const aDay = 86_400_000;

export interface NewUpload {
  /** Id from the page, so that a double click creates one upload. */
  id: string;
  kind: string;
  ownerId: string | null;
  fileName: string;
  bytes: Buffer;
}

/** Stores a file and enqueues reading it. */
export async function beginUpload(
  { connection, jobs }: Dependencies,
  { fileName, ...upload }: NewUpload,
  user: SignedInUser,
  now: Date,
): Promise<Outcome<'begun'>> {
  return transact(connection.db, async (tx) => {
    // Serialised per organisation, so that the limit holds.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`import ${upload.ownerId}`}, 0))`);
    const [known] = await tx
      .select({ author: importUpload.author })
      .from(importUpload)
      .where(eq(importUpload.id, upload.id));
    if (known) return done(known.author === user.id ? 'begun' : unwrap(refused(notYours)));
    const underWay = await tx
      .select({ id: importUpload.id })
      .from(importUpload)
      .where(and(ownedBy(upload.ownerId), inArray(importUpload.state, ['reading', 'running'])));
    if (underWay.length >= maxAtOnce) unwrap(refused(tooManyAtOnce));
    const { ownerId } = upload;
    const subjects = { person: user.id, ...(ownerId && { organisation: ownerId }) };
    unwrap(await useQuota(tx, uploads, subjects, now));
    const moments = { createdAt: now, updatedAt: now };
    await tx
      .insert(importUpload)
      .values({ ...upload, fileName: safeFileName(fileName), author: user.id, state: 'reading', ...moments });
    await jobs.enqueue(tx, readUploadJob, { id: upload.id });
    const digest = createHash('sha256').update(upload.bytes).digest('hex');
    const object = { kind: 'import', id: upload.id };
    const detail = { kind: upload.kind, bytes: upload.bytes.length, digest };
    await recordAudit(tx, { actor: user.audit, action: 'import.upload', object, detail, at: now });
    return done('begun' as const);
  });
}

/** Enqueues the import of a checked upload. Idempotent. */
export async function startImport(
  { connection, jobs }: Dependencies,
  id: string,
  choice: ImportChoice,
  user: SignedInUser,
  now: Date,
): Promise<Outcome<'started'>> {
  return transact(connection.db, async (tx) => {
    const [upload] = await tx.select(columns).from(importUpload).where(eq(importUpload.id, id)).for('update');
    if (!upload || upload.state === 'running' || upload.state === 'done') return done('started' as const);
    if (upload.state !== 'checked') unwrap(refused(notChecked));
    if (choice.rows === 'all' && upload.faulty > 0) unwrap(refused(someFaulty));
    unwrap(await roomForDrafts(tx, upload.ownerId, upload.total));
    await tx
      .update(importUpload)
      .set({ state: 'running', choice, position: 0, fault: null, updatedAt: now })
      .where(eq(importUpload.id, id));
    await jobs.enqueue(tx, runImportJob, { id });
    const object = { kind: 'import', id };
    const detail = { rows: choice.rows, send: choice.send, total: upload.total };
    await recordAudit(tx, { actor: user.audit, action: 'import.start', object, detail, at: now });
    return done('started' as const);
  });
}

/** Enqueues sending all drafts of an upload. Idempotent. */
export async function sendDrafts(
  { connection, jobs }: Dependencies,
  id: string,
  reason: string,
  user: SignedInUser,
  now: Date,
): Promise<Outcome<'started'>> {
  return transact(connection.db, async (tx) => {
    const [upload] = await tx.select(columns).from(importUpload).where(eq(importUpload.id, id)).for('update');
    if (upload?.state === 'running') return done('started' as const);
    if (upload?.state !== 'done') unwrap(refused(notChecked));
    const choice: ImportChoice = { rows: 'drafts', send: true, reason };
    await tx
      .update(importUpload)
      .set({ state: 'running', choice, position: 0, fault: null, author: user.id, updatedAt: now })
      .where(eq(importUpload.id, id));
    await jobs.enqueue(tx, runImportJob, { id });
    const object = { kind: 'import', id };
    await recordAudit(tx, { actor: user.audit, action: 'import.send', object, detail: {}, at: now });
    return done('started' as const);
  });
}

export async function findUpload(db: Queryable, id: string): Promise<Upload | undefined> {
  const [row] = await db.select(columns).from(importUpload).where(eq(importUpload.id, id));
  return row;
}

/** The newest uploads of organisations that the user may enter for. */
export async function uploadsOf(db: Queryable, user: SignedInUser, maxUploads: number): Promise<Upload[]> {
  const own = user.memberships.map(({ organisationId }) => organisationId);
  const rows = await db
    .select(columns)
    .from(importUpload)
    .where(
      or(
        inArray(importUpload.ownerId, own),
        and(isNull(importUpload.ownerId), eq(importUpload.author, user.id)),
      ),
    )
    .orderBy(desc(importUpload.createdAt))
    .limit(maxUploads);
  return rows.filter((upload) => mayWith(user, 'entry.import', upload));
}

export type UploadRow = typeof importRow.$inferSelect;

/** Rows of an upload after a position, in file order. */
export async function rowsOf(
  db: Queryable,
  id: string,
  which: 'all' | 'faulty' | 'fine' | 'refused' | 'warned',
  maxUploads: number,
  after = 0,
): Promise<UploadRow[]> {
  const conditions = {
    all: undefined,
    faulty: sql`json_array_length(${importRow.problems}) > 0`,
    fine: sql`json_array_length(${importRow.problems}) = 0`,
    warned: sql`json_array_length(${importRow.warnings}) > 0`,
    refused: sql`${importRow.remark} is not null`,
  };
  return db
    .select()
    .from(importRow)
    .where(and(eq(importRow.uploadId, id), gt(importRow.position, after), conditions[which]))
    .orderBy(importRow.position)
    .limit(maxUploads);
}

/** Deletes old uploads; their entries stay. */
export async function sweepUploads(db: Queryable, now: Date): Promise<number> {
  const old = new Date(now.getTime() - keptFor * aDay);
  const gone = await db
    .delete(importUpload)
    .where(and(lt(importUpload.updatedAt, old), inArray(importUpload.state, ['refused', 'checked', 'done'])))
    .returning({ id: importUpload.id });
  return gone.length;
}

/** Uploads being imported, or interrupted by a killed node. */
export async function uploadsUnderWay(db: Queryable): Promise<Pick<Upload, 'id' | 'state'>[]> {
  return db
    .select({ id: importUpload.id, state: importUpload.state })
    .from(importUpload)
    .where(inArray(importUpload.state, ['reading', 'running']));
}

function ownedBy(ownerId: string | null) {
  return ownerId === null ? isNull(importUpload.ownerId) : eq(importUpload.ownerId, ownerId);
}

const tooManyAtOnce: Problem = {
  code: 'too-many-imports',
  field: 'file',
  message: {
    ja: '前に送ったファイルの処理が終わってから、次のファイルを送ってください。',
    en: 'Wait until the files that were sent before are done.',
  },
};
const notYours: Problem = {
  code: 'id-taken',
  field: 'file',
  message: { ja: 'ページを開き直してから送ってください。', en: 'Open the page again, then send the file.' },
};
const notChecked: Problem = {
  code: 'not-checked',
  message: { ja: 'このファイルは取り込めません。', en: 'This file cannot be taken.' },
};
const someFaulty: Problem = {
  code: 'some-faulty',
  field: 'rows',
  message: {
    ja: '誤りのある行があるため、すべての行は取り込めません。誤りを直すか、「誤りのない行だけ」を選んでください。',
    en: 'Some rows have errors, so not all can be taken. Mend them, or choose the rows without errors.',
  },
};
