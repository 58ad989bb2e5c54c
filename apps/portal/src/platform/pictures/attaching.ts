import { createHash } from 'node:crypto';
import { and, eq, inArray, lt, notExists, or, sql } from 'drizzle-orm';
import { recordAudit } from '../audit/audit.ts';
import type { Queryable } from '../database/connection.ts';
import { transact, unwrap } from '../database/transact.ts';
import { lockEntry } from '../editing/drafts.ts';
import { type Entry, findEntry, isOpen } from '../editing/entry.ts';
import { entryDraft } from '../editing/schema.ts';
import type { SignedInUser } from '../identity/user.ts';
import { done, type Outcome, refused } from '../outcome/outcome.ts';
import type { Platform } from '../platform.ts';
import type { Kind } from '../publishing/kind.ts';
import { publication, revision } from '../publishing/schema.ts';
import { checkStock, type Quota, type Stock, useQuota } from '../quota/quota.ts';
import { encodePicture, type PictureAnswer } from '../workers/picture-encoding.ts';
import { picturesIn } from './picture.ts';
import { beingReviewed, pictureGone, refusals } from './refusals.ts';
import { picture } from './schema.ts';

/** Each picture sent costs a second or so of a processor, whether it is taken or not. */
const picturesSent: Quota = {
  name: 'picture',
  what: { ja: '画像', en: 'pictures' },
  limits: [
    { by: 'person', max: 60, per: 'hour' },
    { by: 'organisation', max: 500, per: 'day' },
  ],
};
const picturesKept: Stock = {
  name: 'picture',
  what: { ja: '画像', en: 'pictures' },
  unit: 'bytes',
  by: 'organisation',
  max: 1024 * 1024 * 1024,
  remedy: {
    ja: '使わない画像を下書きから外すと、次の日に空きが増えます。',
    en: 'Take pictures that are not used out of drafts; the room is free the next day.',
  },
};

/** Milliseconds for which a picture that nothing refers to is kept, such as one taken out and put in again. */
const grace = 24 * 60 * 60 * 1_000;

/**
 * Encodes a picture anew and stores it for an entry that its owner may edit. The entry does not show it yet:
 * that is for whoever saves its form.
 * @param isWritable  whether an entry can be edited in its present state
 * @returns the name of its file
 */
export async function attachPicture(
  { connection }: Pick<Platform, 'connection'>,
  entryId: string,
  file: Blob,
  user: SignedInUser,
  now: Date,
  isWritable: (entry: Entry) => boolean = isOpen,
): Promise<Outcome<string>> {
  const { db } = connection;
  const allowed = await transact(db, async (tx) => {
    const entry = await findEntry(tx, entryId);
    if (!entry || !isWritable(entry)) return refused(beingReviewed);
    const { ownerId } = entry;
    return useQuota(tx, picturesSent, { person: user.id, ...(ownerId && { organisation: ownerId }) }, now);
  });
  if (!allowed.ok) return allowed;
  const encoded = await encodePicture(new Uint8Array(await file.arrayBuffer()));
  if ('fault' in encoded) return refused(refusals[encoded.fault]);
  const name = nameOf(encoded.picture);
  const bytes = Buffer.from(encoded.picture.bytes);
  return transact(db, async (tx) => {
    await lockEntry(tx, entryId);
    const entry = await findEntry(tx, entryId);
    if (!entry || !isWritable(entry)) return refused(beingReviewed);
    const { ownerId } = entry;
    if (ownerId !== null)
      unwrap(await checkStock(tx, picturesKept, ownerId, () => bytesOf(tx, ownerId), bytes.length));
    await tx
      .insert(picture)
      .values({ entryId, file: name, bytes, author: user.id, createdAt: now })
      .onConflictDoUpdate({ target: [picture.entryId, picture.file], set: { createdAt: now } });
    const object = { kind: 'entry', id: entryId };
    const detail = { file: name, size: bytes.length };
    await recordAudit(tx, { actor: user.audit, action: 'picture.attach', object, detail, at: now });
    return done(name);
  });
}

function nameOf({ bytes, width, height, ending }: PictureAnswer): string {
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  return `${hash}-${width}x${height}.${ending}`;
}

/** Total size in bytes of an organisation's pictures. */
async function bytesOf(tx: Queryable, ownerId: string): Promise<number> {
  const sent = tx.select({ id: publication.id }).from(publication).where(eq(publication.ownerId, ownerId));
  const drafts = tx.select({ id: entryDraft.id }).from(entryDraft).where(eq(entryDraft.ownerId, ownerId));
  const [row] = await tx
    .select({ bytes: sql<string>`coalesce(sum(octet_length(${picture.bytes})), 0)` })
    .from(picture)
    .where(or(inArray(picture.entryId, sent), inArray(picture.entryId, drafts)));
  return Number(row?.bytes ?? 0);
}

/**
 * Checks that the pictures of a record's data are stored for it.
 * @returns refused for one that was cleaned up, or that belongs to another entry
 */
export async function checkPictures(
  tx: Queryable,
  kind: Kind,
  id: string,
  data: object,
): Promise<Outcome<undefined>> {
  for (const { name, marking } of kind.fields) {
    if (!marking.picture) continue;
    for (const file of picturesIn({ fields: kind.fields.filter((field) => field.name === name) }, data)) {
      const [row] = await tx
        .select({ file: picture.file })
        .from(picture)
        .where(and(eq(picture.entryId, id), eq(picture.file, file)));
      if (!row) return refused({ ...pictureGone, field: `${name}.file` });
    }
  }
  return done(undefined);
}

/** Bytes of an entry's picture; undefined if the entry has no such picture. */
export async function readPicture(db: Queryable, entryId: string, file: string): Promise<Buffer | undefined> {
  const [row] = await db
    .select({ bytes: picture.bytes })
    .from(picture)
    .where(and(eq(picture.entryId, entryId), eq(picture.file, file)));
  return row?.bytes;
}

/** Whether a revision of an entry refers to a file, so that it was sent. */
export async function wasSent(db: Queryable, entryId: string, file: string): Promise<boolean> {
  const [row] = await db
    .select({ number: revision.number })
    .from(revision)
    .where(and(eq(revision.publicationId, entryId), sql`position(${file} in ${revision.data}::text) > 0`))
    .limit(1);
  return row !== undefined;
}

/**
 * Deletes pictures that neither a revision nor a draft refers to, once they are a day old.
 * @returns how many
 */
export async function sweepPictures(db: Queryable, now: Date): Promise<number> {
  const revisions = db
    .select({ found: sql`1` })
    .from(revision)
    .where(
      and(
        eq(revision.publicationId, picture.entryId),
        sql`position(${picture.file} in ${revision.data}::text) > 0`,
      ),
    );
  const drafts = db
    .select({ found: sql`1` })
    .from(entryDraft)
    .where(
      and(
        eq(entryDraft.id, picture.entryId),
        sql`position(${picture.file} in ${entryDraft.formValues}::text) > 0`,
      ),
    );
  const gone = await db
    .delete(picture)
    .where(
      and(lt(picture.createdAt, new Date(now.getTime() - grace)), notExists(revisions), notExists(drafts)),
    )
    .returning({ file: picture.file });
  return gone.length;
}
