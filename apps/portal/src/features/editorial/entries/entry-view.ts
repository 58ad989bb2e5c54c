import { and, asc, eq, max } from 'drizzle-orm';
import type { Queryable } from '../../../platform/database/connection.ts';
import { isOwner, mayWith, seesAsStaff } from '../../../platform/editing/access.ts';
import { commentsOn, type ReviewComment } from '../../../platform/editing/comments.ts';
import { reasonOfSilentApproval } from '../../../platform/editing/decision.ts';
import { type Entry, isOpen, type Stage, stageOf } from '../../../platform/editing/entry.ts';
import type { EntryForm } from '../../../platform/editing/form/entry-form.ts';
import { type Naming, namingFor } from '../../../platform/editing/naming.ts';
import { dayInTokyo } from '../../../platform/i18n/dates.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import type { Problem } from '../../../platform/outcome/outcome.ts';
import { type Action, isStillConfirmable } from '../../../platform/publishing/model.ts';
import { transition } from '../../../platform/publishing/schema.ts';
import type { SignedInContext } from '../../../platform/web/page-context.ts';
import type { CommentView } from '../../../ui/editing/comments.tsx';
import { reportsOn } from '../../service/error-reports/index.ts';
import { viewsOf } from '../analytics/index.ts';
import { enteredCall } from '../calls/index.ts';
import { checkedLinks } from '../links/index.ts';
import { isCorrectable } from './correcting.ts';
import { evidenceOn } from './evidence/evidence.ts';
import { organisationName } from './people.ts';
import { titleOf } from './presenting.ts';
import type { EntryView, EventView } from './views.ts';

export interface EntryEvents {
  comments: CommentView[];
  events: EventView[];
}

/** Actions whose reason is addressed to the entry's owners. */
const sharedReasons: ReadonlySet<Action> = new Set([
  'approve',
  'request-changes',
  'decline',
  'schedule',
  'publish-minor',
  'suspend',
  'resume',
  'withdraw',
]);

/** Actions of the body; the actor is not shown to owners. */
const actsOfTheBody: ReadonlySet<Action> = new Set([
  'start-review',
  'approve',
  'request-changes',
  'decline',
  'schedule',
  'publish-minor',
  'publish-urgent',
  'suspend',
  'resume',
]);

/** Actions whose recorded reason is generated, so it is not shown. */
const unwrittenReasons: ReadonlySet<Action> = new Set([
  'start-review',
  'confirm',
  'publish-due',
  'hold',
  'expire',
]);

/** Comments and events of an entry that the user may see. */
export async function entryEvents(
  db: Queryable,
  form: EntryForm,
  entry: Entry,
  ctx: SignedInContext,
): Promise<EntryEvents> {
  if (!entry.sent) return { comments: [], events: [] };
  const staff = seesAsStaff(ctx.user, entry);
  const comments = await commentsOn(db, entry.id, staff ? 'staff' : 'provider');
  const events = await db
    .select()
    .from(transition)
    .where(eq(transition.publicationId, entry.id))
    .orderBy(asc(transition.id));
  const ids = [...comments.map(({ author }) => author), ...events.map(({ actor }) => actor)];
  const nameOf = await namingFor(db, ids, ctx.user, entry, ctx);
  const mine = isOwner(ctx.user, entry);
  return {
    comments: comments.map((comment) => commentView(form, comment, nameOf)),
    events: events.map(({ at, action, actor, reason }) => {
      const written = !unwrittenReasons.has(action) && reason !== reasonOfSilentApproval;
      const shown = staff || sharedReasons.has(action) || (mine && actor === ctx.user.id);
      return {
        at,
        action,
        who: nameOf(actor, actsOfTheBody.has(action)),
        reason: written && shown ? reason : undefined,
      };
    }),
  };
}

function commentView(form: EntryForm, comment: ReviewComment, nameOf: Naming): CommentView {
  const { field, revision, author, body, createdAt, sharedAt } = comment;
  return {
    field: form.fields.find(({ name }) => name === field),
    revision,
    author: nameOf(author, true),
    body,
    at: createdAt,
    shared: sharedAt !== null,
  };
}

/** Comments to the entry's owners on the version sent last, until it is sent again. */
export async function openComments(
  db: Queryable,
  form: EntryForm,
  entry: Entry,
  ctx: SignedInContext,
): Promise<CommentView[]> {
  if (!entry.sent || !isOpen(entry)) return [];
  const [sent] = await db
    .select({ at: max(transition.at) })
    .from(transition)
    .where(and(eq(transition.publicationId, entry.id), eq(transition.action, 'submit')));
  const since = sent?.at ?? new Date(0);
  const shown = (await commentsOn(db, entry.id, 'provider')).filter(({ createdAt }) => createdAt >= since);
  if (shown.length === 0) return [];
  const authors = shown.map(({ author }) => author);
  const nameOf = await namingFor(db, authors, ctx.user, entry, ctx);
  return shown.map((comment) => commentView(form, comment, nameOf));
}

/** Stages in which dead links block publication. */
const beforePublication: ReadonlySet<Stage> = new Set([
  'submitted',
  'in-review',
  'changes-requested',
  'scheduled',
]);

const withdrawable = new Set([
  'submitted',
  'in-review',
  'changes-requested',
  'scheduled',
  'published',
  'suspended',
  'expired',
]);

/** The page of an entry. */
export async function entryView(
  db: Queryable,
  form: EntryForm,
  entry: Entry,
  ctx: SignedInContext,
  extra: { notice?: EntryView['notice']; problems?: readonly Problem[]; shown: boolean; now: Date },
): Promise<EntryView> {
  const { user } = ctx;
  const stage = stageOf(entry);
  const { sent } = entry;
  const expiresAt = sent?.publication.expiresAt;
  const page = extra.shown ? form.kind.pagePath?.(entry.id) : undefined;
  const writes = mayWith(user, 'entry.write', entry);
  const { comments, events } = await entryEvents(db, form, entry, ctx);
  const lastSent = events.findLast(({ action }) => action === 'submit');
  return {
    id: entry.id,
    title: titleOf(form, entry),
    kind: form.kind.label,
    organisation: await organisationName(db, entry.ownerId),
    stage,
    unsent: sent !== null && entry.draft !== null,
    until: expiresAt ? dayInTokyo(expiresAt) : undefined,
    scheduledFor: sent?.publication.scheduledFor ?? undefined,
    page,
    views: page === undefined ? undefined : await viewsOf(db, page, ctx.today),
    may: {
      write: writes && isOpen(entry),
      withdraw: writes && withdrawable.has(stage),
      confirm: mayWith(user, 'entry.renew', entry) && (extra.shown || isLate(entry, extra.now)),
      correct: mayWith(user, 'entry.correct', entry) && isCorrectable(entry),
      discard: writes && sent === null,
      suspension: suspensionActionOf(entry, user, extra.shown),
    },
    call: await enteredCall(db, entry.id),
    evidence: { files: await evidenceOn(db, entry.id), mayChange: writes && isOpen(entry) },
    links: sent && beforePublication.has(stage) ? await checkedLinks(db, form.kind, sent.revision.data) : [],
    reports: await reportsOn(db, entry.id),
    comments,
    openSince: writes && isOpen(entry) ? lastSent?.at : undefined,
    events,
    notice: extra.notice,
    problems: extra.problems ?? [],
  };
}

/** Whether an entry expired recently enough to be restored by confirming. */
function isLate({ sent }: Entry, now: Date): boolean {
  const row = sent?.publication;
  return row?.state === 'expired' && isStillConfirmable(row.expiresAt, now);
}

function suspensionActionOf(
  entry: Entry,
  user: SignedInUser,
  shown: boolean,
): EntryView['may']['suspension'] {
  if (!mayWith(user, 'entry.suspend', entry)) return undefined;
  if (stageOf(entry) === 'suspended') return 'resume';
  return shown ? 'suspend' : undefined;
}
