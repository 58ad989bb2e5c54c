import { setImmediate } from 'node:timers/promises';
import { and, eq, gt, inArray, sql } from 'drizzle-orm';
import { recordAudit } from '../../../platform/audit/audit.ts';
import { type Transaction, transact, unwrap } from '../../../platform/database/transact.ts';
import { mayWith } from '../../../platform/editing/access.ts';
import {
  currentFormValues,
  lockEntries,
  type WrittenDraft,
  writeDrafts,
} from '../../../platform/editing/drafts.ts';
import type { EntryForm } from '../../../platform/editing/form/entry-form.ts';
import type { Label } from '../../../platform/i18n/localised.ts';
import type { Standing } from '../../../platform/identity/permissions.ts';
import { membership, siteUser } from '../../../platform/identity/schema.ts';
import type { JobRun } from '../../../platform/jobs/job-type.ts';
import { done, type Problem, refused } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { EntryServices } from '../entries/index.ts';
import { digestOf, type ImportChoice, numberOf, type OutcomeCounts, type RowOutcome } from './model.ts';
import { type KnownEntry, refusalOf } from './row-check.ts';
import { importRow, importUpload } from './schema.ts';
import { knownEntries, rememberTaken, type Taken } from './taken.ts';
import { findUpload, rowsOf, type Upload, type UploadRow } from './uploads.ts';

type Dependencies = Pick<Platform, 'connection' | 'publishing' | 'vocabulary' | 'now'>;

/** Rows per transaction; a killed node loses at most one batch. */
const rowsAtOnce = 100;

interface Run {
  dependencies: Dependencies;
  entries: EntryServices;
  form: EntryForm;
  upload: Upload;
  choice: ImportChoice;
  sender: Sender;
}

type Sender = Standing & {
  id: string;
  memberships: readonly OwnMembership[];
  audit: { id: string; network: null };
};
interface OwnMembership {
  organisationId: string;
  organisationName: string;
  role: 'owner' | 'member';
}

/**
 * Imports the rows of a checked upload. For `valid`, each batch is a transaction that also records the
 * position, so that a retry continues after the last batch. `all` is one transaction.
 */
export async function runImport(
  dependencies: Dependencies,
  entries: EntryServices,
  forms: ReadonlyMap<string, EntryForm>,
  id: string,
  { signal }: Pick<JobRun, 'signal'>,
): Promise<void> {
  const { db } = dependencies.connection;
  const upload = await findUpload(db, id);
  const form = upload && forms.get(upload.kind);
  if (!upload?.choice || !form || upload.state !== 'running') return;
  const sender = await senderOf(dependencies, upload.author);
  if (!sender || !mayWith(sender, 'entry.import', upload)) return giveUp(dependencies, id, noLongerAllowed);
  const run: Run = { dependencies, entries, form, upload, choice: upload.choice, sender };
  if (upload.choice.rows === 'all') return takeAll(run, signal);
  while (await takeBatch(run)) {
    signal.throwIfAborted();
    await setImmediate();
  }
}

/** Imports the next rows. @returns whether there may be more */
async function takeBatch(run: Run): Promise<boolean> {
  const { dependencies, upload } = run;
  return transact(dependencies.connection.db, async (tx) => {
    // The row lock serialises workers; a second one finds the rows already imported.
    const [held] = await tx
      .select({ position: importUpload.position, state: importUpload.state })
      .from(importUpload)
      .where(eq(importUpload.id, upload.id))
      .for('update');
    if (held?.state !== 'running') return false;
    const rows = await rowsOf(tx, upload.id, 'fine', rowsAtOnce, held.position);
    if (rows.length === 0) {
      await finish(tx, run);
      return false;
    }
    await takeRows(tx, run, rows);
    await tx
      .update(importUpload)
      .set({ position: rows.at(-1)?.position ?? held.position, updatedAt: dependencies.now() })
      .where(eq(importUpload.id, upload.id));
    return true;
  });
}

async function takeAll(run: Run, signal: AbortSignal): Promise<void> {
  const { dependencies, upload } = run;
  const { db } = dependencies.connection;
  const taken = await transact(db, async (tx) => {
    const key = sql`hashtextextended(${`import ${upload.id}`}, 0)`;
    await tx.execute(sql`select pg_advisory_xact_lock(${key})`);
    if ((await findUpload(tx, upload.id))?.state !== 'running') return done(undefined);
    for (let after = 0; ; ) {
      const rows = await rowsOf(tx, upload.id, 'all', rowsAtOnce, after);
      if (rows.length === 0) break;
      const outcomes = await takeRows(tx, run, rows);
      const stopped = outcomes.find(({ remark }) => remark);
      if (stopped?.remark)
        unwrap(refused({ code: 'row-refused', message: lineRefused(stopped.line, stopped.remark) }));
      after = rows.at(-1)?.position ?? after;
      // Outside the transaction, so that the progress is visible to others.
      await db
        .update(importUpload)
        .set({ position: after, updatedAt: dependencies.now() })
        .where(eq(importUpload.id, upload.id));
      signal.throwIfAborted();
      await setImmediate();
    }
    await finish(tx, run);
    return done(undefined);
  });
  if (!taken.ok) await giveUp(dependencies, upload.id, taken.problems[0]?.message ?? noLongerAllowed);
}

interface TakenRow {
  position: number;
  line: number;
  outcome: RowOutcome;
  remark: Label | null;
}

/** The change a row makes, after matching it with an entry. */
interface Step {
  row: UploadRow;
  outcome: RowOutcome;
  remark: Label | null;
  /** Absent: nothing is written. */
  draft?: WrittenDraft;
  taken?: Taken;
  /** Whether the entry is new. */
  fresh: boolean;
  entryId: string;
  send: boolean;
}

async function takeRows(tx: Transaction, run: Run, rows: readonly UploadRow[]): Promise<TakenRow[]> {
  const { dependencies, entries, form, upload, choice, sender } = run;
  const now = dependencies.now();
  const identified = rows.map((row) => ({ ...row, number: numberOf(row.key) }));
  const found = await knownEntries(tx, upload, identified);
  // Lock the drafts: earlier edits are seen, later ones wait until the batch is done.
  await lockEntries(
    tx,
    [...found.values()].map(({ entry }) => entry.id),
  );
  const known = found.size > 0 ? await knownEntries(tx, upload, identified) : found;
  const steps = rows.map((row) => stepFor(run, row, known.get(row.key)));
  const fresh = steps.filter((step) => step.send && step.fresh);
  const unsendable = await entries.sendNewWithin(
    tx,
    form,
    fresh.flatMap(({ draft }) => draft ?? []),
    choice.reason,
    sender,
    now,
  );
  const sentAlready = new Set(fresh.map(({ entryId }) => entryId).filter((id) => !unsendable.has(id)));
  const drafts = steps.flatMap(({ draft }) => (draft && !sentAlready.has(draft.id) ? [draft] : []));
  await writeDrafts(tx, drafts, sender.id, now);
  await rememberTaken(
    tx,
    upload,
    steps.flatMap(({ taken }) => taken ?? []),
  );
  for (const step of steps) {
    if (!step.send) continue;
    const problems = step.fresh ? unsendable.get(step.entryId) : await sendOne(tx, run, step.entryId, now);
    if (problems) step.remark = together(problems);
    else step.outcome = 'sent';
  }
  const outcomes = steps.map(({ row: { position, line }, outcome, remark }) => ({
    position,
    line,
    outcome,
    remark,
  }));
  await noteOutcomes(tx, upload.id, outcomes);
  return outcomes;
}

function stepFor({ form, upload, choice }: Run, row: UploadRow, before: KnownEntry | undefined): Step {
  const { key, formValues } = row;
  const entryId = before?.entry.id ?? row.newId;
  const step = {
    row,
    outcome: 'draft',
    remark: null,
    entryId,
    fresh: before === undefined,
    send: choice.send,
  } as const;
  if (choice.rows === 'drafts') return draftStep(step, before);
  const rowDigest = digestOf(formValues);
  const refusal = before && refusalOf(before);
  if (before?.taken?.rowDigest === rowDigest) {
    // Uploaded again to be sent: entries still drafts are sent.
    const send = choice.send && before.entry.draft !== null && refusal === undefined;
    return { ...step, outcome: 'unchanged', send };
  }
  if (refusal) return { ...step, outcome: 'refused', remark: refusal.wrong, send: false };
  const merged = { ...(before ? currentFormValues(form, before.entry) : {}), ...formValues };
  const basedOn = before?.entry.draft?.basedOn ?? before?.entry.sent?.publication.currentRevision ?? 0;
  return {
    ...step,
    draft: { id: entryId, kind: upload.kind, ownerId: upload.ownerId, formValues: merged, basedOn },
    taken: { key, entryId, rowDigest, draftDigest: digestOf(merged) },
  };
}

/** Sends an entry that is still a draft; a discarded one is not created again. */
function draftStep(step: Omit<Step, 'outcome'>, before: KnownEntry | undefined): Step {
  const { draft, sent } = before?.entry ?? {};
  if (!draft) return { ...step, outcome: sent ? 'sent' : 'unchanged', fresh: false, send: false };
  return { ...step, outcome: 'draft', fresh: false, send: true };
}

/** Sends an existing entry. @returns problems if it stays a draft */
async function sendOne(
  tx: Transaction,
  { entries, form, choice, sender }: Run,
  entryId: string,
  now: Date,
): Promise<readonly Problem[] | undefined> {
  const sent = await transact(tx, async (part) =>
    done(await entries.sendWithin(part, form, entryId, choice.reason, sender, now)),
  );
  return sent.ok ? undefined : sent.problems;
}

/** All outcomes of a batch in one statement. */
async function noteOutcomes(tx: Transaction, id: string, rows: readonly TakenRow[]): Promise<void> {
  const outcome = sql`(${JSON.stringify(rows)}::json)`;
  await tx.execute(sql`
    update import_row set outcome = taken.outcome, remark = taken.remark
    from json_to_recordset(${outcome}) as taken(position integer, outcome text, remark json)
    where import_row.upload_id = ${id} and import_row.position = taken.position`);
}

async function finish(tx: Transaction, { dependencies, upload, sender }: Run): Promise<void> {
  const rows = await tx
    .select({ outcome: importRow.outcome, count: sql<string>`count(*)` })
    .from(importRow)
    .where(and(eq(importRow.uploadId, upload.id), gt(importRow.position, 0)))
    .groupBy(importRow.outcome);
  const counts: OutcomeCounts = { draft: 0, sent: 0, unchanged: 0, refused: 0 };
  for (const { outcome, count } of rows) if (outcome) counts[outcome] = Number(count);
  const now = dependencies.now();
  await tx
    .update(importUpload)
    .set({ state: 'done', counts, position: upload.total, updatedAt: now })
    .where(eq(importUpload.id, upload.id));
  const object = { kind: 'import', id: upload.id };
  await recordAudit(tx, {
    actor: sender.audit,
    action: 'import.finish',
    object,
    detail: { ...counts },
    at: now,
  });
}

/** Returns the upload to the choice of rows with the reason; nothing was imported. */
async function giveUp({ connection, now }: Dependencies, id: string, fault: Label): Promise<void> {
  await connection.db
    .update(importUpload)
    .set({ state: 'checked', fault, position: 0, updatedAt: now() })
    .where(and(eq(importUpload.id, id), inArray(importUpload.state, ['running'])));
}

/** The user who started the import, with their current permissions. */
async function senderOf({ connection }: Dependencies, id: string): Promise<Sender | undefined> {
  const [user] = await connection.db
    .select({ role: siteUser.role, suspendedAt: siteUser.suspendedAt, deletedAt: siteUser.deletedAt })
    .from(siteUser)
    .where(eq(siteUser.id, id));
  if (!user || user.suspendedAt || user.deletedAt) return undefined;
  const memberships = await connection.db
    .select({ organisationId: membership.organizationId, role: membership.role })
    .from(membership)
    .where(eq(membership.userId, id));
  return {
    id,
    role: user.role as Standing['role'],
    memberships: memberships.map(({ organisationId, role }) => ({
      organisationId,
      organisationName: '',
      role: role === 'owner' ? 'owner' : 'member',
    })),
    audit: { id, network: null },
  };
}

/** Joins the problems of an entry into one text. */
function together(problems: readonly Problem[]): Label {
  return {
    ja: problems.map(({ message }) => message.ja).join(''),
    en: problems.map(({ message }) => message.en).join(' '),
  };
}

const lineRefused = (line: number, why: Label): Label => ({
  ja: `${line}行目を取り込めなかったため、何も取り込みませんでした。${why.ja}`,
  en: `Row ${line} could not be taken, so nothing was. ${why.en}`,
});
const noLongerAllowed: Label = {
  ja: '取り込みをはじめた人に、いまはその権限がありません。',
  en: 'Whoever began this import may no longer do so.',
};
