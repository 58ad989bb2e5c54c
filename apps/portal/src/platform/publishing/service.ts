import { isDeepStrictEqual } from 'node:util';
import { and, eq, inArray, lte, or } from 'drizzle-orm';
import type { Database, Queryable } from '../database/connection.ts';
import { type Transaction, transact, unwrap } from '../database/transact.ts';
import { malformedTextIn } from '../i18n/well-formed-text.ts';
import { done, type Outcome, type Problem, refused } from '../outcome/outcome.ts';
import { type Amendable, amendedFields, keepAmendable } from './amendable.ts';
import { addFirstRevisions, addSubmissions, type NewEntry, newPublication } from './entering.ts';
import type { Kind, KindRegistry } from './kind.ts';
import { endOf, overProblem } from './last-day.ts';
import { type Action, type Actor, isStillConfirmable, nextState, type State, systemActor } from './model.ts';
import {
  addRevision,
  addTransition,
  lockPublication,
  type Publication,
  type Revision,
  type RevisionNote,
  revisionOf,
  setState,
  workersOn,
} from './publications.ts';
import { isShown } from './records.ts';
import {
  changedMeanwhile,
  idTaken,
  invalidField,
  isOver,
  malformedText,
  noTime,
  notFound,
  notMinor,
  notShown,
  notUrgent,
  tooLate,
} from './refusals.ts';
import { publication, publishedRecord, revision } from './schema.ts';
import type { PublicationObserver, Showing } from './showing.ts';

export interface Edit {
  data: unknown;
  reason: string;
  /** Authors other than the person who sends it. */
  writers?: readonly string[] | undefined;
  minor?: boolean | undefined;
  /** The revision the editor started from; the edit is refused if there is a newer one. */
  basedOn: number;
  contentDigest?: string | undefined;
  /** Whether `data` replaces amendable fields too; else they stay as they are. */
  replacesAmendable?: boolean | undefined;
}

/** A change of fields that their kind marks as `amendable`. */
export interface Amendment {
  /**
   * The amended fields. Called with the public data and, where a change of the record is under way, again with
   * that, so that both get the same amendment; says what changes (add this, take out that) rather than what
   * the whole is afterwards.
   */
  change(data: object): Outcome<Readonly<Record<string, unknown>>>;
  reason: string;
}

/** Actions on the public revision rather than the newest. */
const ofWhatIsShown: ReadonlySet<Action> = new Set(['confirm', 'expire', 'suspend', 'resume']);

function shownRevision({ publishedRevision, currentRevision }: Publication): number {
  return publishedRevision ?? currentRevision;
}

/** What an amendment did. */
export interface Amended {
  /** False: the record was already so, and nothing was written. */
  changed: boolean;
  /** The public revision, or the newest one of what is not public yet. */
  revision: number;
}

/** Actions that publish the newest revision or schedule it. */
const bringing: ReadonlySet<Action> = new Set([
  'approve',
  'schedule',
  'publish-due',
  'publish-minor',
  'publish-urgent',
]);

/**
 * Checks a revision by people within the transaction before it is published; its problems prevent that. Not
 * called for the system's own content.
 */
export type PublicationGuard = (
  tx: Queryable,
  asked: { publication: Publication; revision: Revision },
) => Promise<readonly Problem[]>;

/** The use cases of publishing, one transaction each. */
export class Publishing {
  readonly #db: Pick<Database, 'select' | 'transaction'>;
  readonly #kinds: KindRegistry;
  readonly #showing: Showing;
  readonly #guards: PublicationGuard[];

  constructor(
    db: Pick<Database, 'select' | 'transaction'>,
    kinds: KindRegistry,
    showing: Showing,
    guards: PublicationGuard[] = [],
  ) {
    this.#db = db;
    this.#kinds = kinds;
    this.#showing = showing;
    this.#guards = guards;
  }

  guard(guard: PublicationGuard): void {
    this.#guards.push(guard);
  }

  observe(observer: PublicationObserver): void {
    this.#showing.observe(observer);
  }

  /** The same use cases as part of a transaction. */
  within(tx: Transaction): Publishing {
    return new Publishing(tx, this.#kinds, this.#showing, this.#guards);
  }

  /** Creates a record as a draft. */
  async enter(entry: NewEntry, actor: Actor, now: Date): Promise<Outcome<Publication>> {
    const data = this.#parse(entry.kind, entry.data);
    if (!data.ok) return data;
    return transact(this.#db, async (tx) => {
      const [row] = await tx
        .insert(publication)
        .values(newPublication(entry, now))
        .onConflictDoNothing()
        .returning();
      if (!row) return refused(idTaken(entry.id));
      await addRevision(
        tx,
        row.id,
        1,
        data.value,
        { author: actor.id, writers: entry.writers ?? [], reason: entry.reason, minor: false },
        now,
      );
      return done(row);
    });
  }

  /**
   * Creates and submits records, all or none. Takes a few statements for any number of records, instead of a
   * dozen for each.
   */
  async submitAll(entries: readonly NewEntry[], actor: Actor, now: Date): Promise<Outcome<'submitted'>> {
    const parsed = entries.map((entry) => ({ entry, data: this.#parse(entry.kind, entry.data) }));
    const refusals = parsed.flatMap(({ data }) => (data.ok ? [] : data.problems));
    if (refusals.length > 0) return refused(...refusals);
    const whole = parsed.flatMap(({ entry, data }) => (data.ok ? [{ entry, data: data.value }] : []));
    if (whole.length === 0) return done('submitted');
    return transact(this.#db, async (tx) => {
      const rows = await tx
        .insert(publication)
        .values(
          whole.map(({ entry }) => {
            const standing = { state: 'draft', workers: [actor.id], ownerId: entry.ownerId ?? null } as const;
            return { ...newPublication(entry, now), state: unwrap(nextState(standing, 'submit', actor)) };
          }),
        )
        .onConflictDoNothing()
        .returning();
      const entered = new Set(rows.map(({ id }) => id));
      const taken = whole.find(({ entry }) => !entered.has(entry.id));
      if (taken) unwrap(refused(idTaken(taken.entry.id)));
      await addFirstRevisions(tx, whole, actor, now);
      await addSubmissions(tx, rows, whole, actor, now);
      return done('submitted' as const);
    });
  }

  /**
   * Adds a revision; the public revision stays until the new one is approved or published as a minor edit.
   */
  async revise(id: string, edit: Edit, actor: Actor, now: Date): Promise<Outcome<Publication>> {
    return transact(this.#db, async (tx) => {
      const current = await lockPublication(tx, id);
      if (!current) return refused(notFound(id));
      if (current.currentRevision !== edit.basedOn) return refused(changedMeanwhile());
      const kept = edit.replacesAmendable
        ? edit.data
        : keepAmendable(
            this.#kinds.get(current.kind),
            edit.data,
            (await revisionOf(tx, id, current.currentRevision)).data,
          );
      const data = this.#parse(current.kind, kept);
      if (!data.ok) return data;
      const number = current.currentRevision + 1;
      const minor = edit.minor ?? false;
      const about = { author: actor.id, writers: edit.writers ?? [], reason: edit.reason, minor };
      await addRevision(tx, id, number, data.value, about, now);
      const [row] = await tx
        .update(publication)
        .set({
          currentRevision: number,
          updatedAt: now,
          ...(edit.contentDigest !== undefined && { contentDigest: edit.contentDigest }),
        })
        .where(eq(publication.id, id))
        .returning();
      return done(row as Publication);
    });
  }

  /**
   * Changes amendable fields at once and without review, also while another revision is written or reviewed:
   * that one is amended alike, and whoever worked on it stays its author.
   * @returns whether anything changed; refused if a field is not amendable or the result is no valid record
   */
  async amend(id: string, amendment: Amendment, actor: Actor, now: Date): Promise<Outcome<Amended>> {
    return transact(this.#db, async (tx): Promise<Outcome<Amended>> => {
      const current = await lockPublication(tx, id);
      if (!current) return refused(notFound(id));
      const standing = { state: current.state, workers: [], ownerId: current.ownerId };
      const state = unwrap(nextState(standing, 'amend', actor));
      const publicNumber = (await isShown(tx, id)) ? current.publishedRevision : null;
      const about = { author: actor.id, reason: amendment.reason };
      let number = current.currentRevision;
      let shown: number | null = null;
      if (publicNumber !== null) {
        const { data } = await revisionOf(tx, id, publicNumber);
        const amended = unwrap(this.#amended(current.kind, data, amendment));
        if (isDeepStrictEqual(amended, data)) return done({ changed: false, revision: publicNumber });
        number += 1;
        shown = number;
        await addRevision(tx, id, number, amended, { ...about, writers: [], minor: true }, now);
      }
      if (publicNumber !== current.currentRevision) {
        // What is being written or reviewed stays the newest revision, and the work of those who wrote it.
        const { data, minor, createdAt } = await revisionOf(tx, id, current.currentRevision);
        const amended = unwrap(this.#amended(current.kind, data, amendment));
        if (shown === null && isDeepStrictEqual(amended, data))
          return done({ changed: false, revision: current.currentRevision });
        const writers = await workersOn(tx, current);
        number += 1;
        // Sent when it was sent: its links were called since then.
        await addRevision(tx, id, number, amended, { ...about, writers, minor }, createdAt);
      }
      await setState(tx, id, { currentRevision: number }, now);
      const after = { ...current, currentRevision: number };
      if (shown !== null) {
        const { data } = await revisionOf(tx, id, shown);
        await this.#setEnd(tx, current, data);
        await this.#showing.amend(tx, { ...after, publishedRevision: shown }, now);
      }
      const of = { ...after, currentRevision: shown ?? number };
      await addTransition(tx, of, 'amend', state, actor, amendment.reason, now);
      return done({ changed: true, revision: shown ?? number });
    });
  }

  /** A record's data with an amendment, valid by its kind. */
  #amended(kindName: string, data: object, { change }: Amendment): Outcome<object> {
    const changed = change(data);
    if (!changed.ok) return changed;
    const fields: Outcome<Amendable> = amendedFields(this.#kinds.get(kindName), changed.value);
    return fields.ok ? this.#parse(kindName, { ...data, ...fields.value }) : fields;
  }

  /**
   * Performs a workflow action.
   * @param options.at  for `schedule`: when to publish
   */
  async act(
    id: string,
    action: Action,
    actor: Actor,
    reason: string,
    now: Date,
    options: { at?: Date } = {},
  ): Promise<Outcome<State>> {
    return transact(this.#db, (tx) => this.#act(tx, id, action, actor, reason, now, options));
  }

  /** Creates and publishes at once: for the body's own content and tests, not for people's entries. */
  async publishDirectly(entry: NewEntry, now: Date): Promise<Outcome<State>> {
    const entered = await this.enter(entry, systemActor, now);
    if (!entered.ok) return entered;
    return this.publishOwn(entry.id, entry.reason, now);
  }

  /** Publishes the current revision of the body's own content, in any state. */
  async publishOwn(id: string, reason: string, now: Date): Promise<Outcome<State>> {
    return transact(this.#db, async (tx) => {
      const current = await lockPublication(tx, id);
      if (!current) return refused(notFound(id));
      await this.#publish(tx, current, now);
      await addTransition(tx, current, 'approve', 'published', systemActor, reason, now);
      return done<State>('published');
    });
  }

  /**
   * Publishes what is scheduled until now, and expires what was not renewed in time or is over. Kinds that
   * only a newer node knows are skipped.
   * @throws AggregateError if some failed; all others are processed
   */
  async runDue(now: Date): Promise<{ published: string[]; expired: string[] }> {
    const known = inArray(publication.kind, this.#kinds.names());
    const due = await this.#db
      .select({ id: publication.id })
      .from(publication)
      .where(and(known, eq(publication.state, 'scheduled'), lte(publication.scheduledFor, now)));
    const shown = and(eq(publishedRecord.publicationId, publication.id), eq(publishedRecord.removed, false));
    const over = await this.#db
      .select({ id: publication.id })
      .from(publication)
      .innerJoin(publishedRecord, shown)
      .where(and(known, or(lte(publication.expiresAt, now), lte(publication.endsAt, now))));
    const failures: unknown[] = [];
    const published = await this.#actOnEach(due, 'publish-due', 'scheduled time reached', now, failures);
    const expired = await this.#actOnEach(over, 'expire', 'not renewed in time', now, failures);
    if (failures.length > 0) throw new AggregateError(failures, 'some could not be published or expired');
    return { published, expired };
  }

  /**
   * Typesets the public revision again with the current readings.
   * @returns whether anything changed
   */
  async retypeset(id: string): Promise<boolean> {
    return transact(this.#db, async (tx) => {
      const current = await lockPublication(tx, id);
      return current ? this.#showing.retypeset(tx, id) : false;
    });
  }

  async find(id: string): Promise<Publication | undefined> {
    const [row] = await this.#db.select().from(publication).where(eq(publication.id, id));
    return row;
  }

  /** All revisions of a publication, oldest first. */
  async history(id: string): Promise<Revision[]> {
    return this.#db.select().from(revision).where(eq(revision.publicationId, id)).orderBy(revision.number);
  }

  /** One revision; undefined if there is none of that number. */
  async revision(id: string, number: number): Promise<Revision | undefined> {
    const [row] = await this.#db
      .select()
      .from(revision)
      .where(and(eq(revision.publicationId, id), eq(revision.number, number)));
    return row;
  }

  /** All revisions of a publication without their content, oldest first. */
  async timeline(id: string): Promise<RevisionNote[]> {
    const { number, author, reason, minor, createdAt } = revision;
    return this.#db
      .select({ number, author, reason, minor, createdAt })
      .from(revision)
      .where(eq(revision.publicationId, id))
      .orderBy(revision.number);
  }

  async #actOnEach(
    rows: { id: string }[],
    action: Action,
    reason: string,
    now: Date,
    failures: unknown[],
  ): Promise<string[]> {
    const acted: string[] = [];
    for (const { id } of rows) {
      try {
        const outcome = await this.act(id, action, systemActor, reason, now);
        if (outcome.ok) acted.push(id);
      } catch (error) {
        failures.push(error);
      }
    }
    return acted;
  }

  async #act(
    tx: Queryable,
    id: string,
    action: Action,
    actor: Actor,
    reason: string,
    now: Date,
    options: { at?: Date },
  ): Promise<Outcome<State>> {
    const current = await lockPublication(tx, id);
    if (!current) return refused(notFound(id));
    const newest = await revisionOf(tx, id, current.currentRevision);
    const workers = await workersOn(tx, current);
    const standing = { state: current.state, workers, ownerId: current.ownerId };
    const allowed = nextState(standing, action, actor);
    if (!allowed.ok) return allowed;
    // Declining a change to a public record declines only the change.
    const keepsPublished = action === 'decline' && (await isShown(tx, id));
    const next = { ok: true, value: keepsPublished ? 'published' : allowed.value } as const;
    if (action === 'publish-minor' && !newest.minor) return refused(notMinor());
    if (action === 'publish-urgent' && !this.#kinds.get(current.kind).urgent) return refused(notUrgent());
    if (action === 'schedule' && !options.at) return refused(noTime());
    const refusal = await this.#refusalOf(tx, current, action, now);
    if (refusal) return refused(refusal);
    const over =
      bringing.has(action) && overProblem(this.#kinds.get(current.kind), newest.data, options.at ?? now);
    if (over) return refused(over);
    if (bringing.has(action))
      for (const guard of this.#guards) {
        const problems = await guard(tx, { publication: current, revision: newest });
        if (problems.length > 0) return refused(...problems);
      }

    if (action === 'schedule')
      await setState(tx, id, { state: 'scheduled', scheduledFor: options.at ?? null }, now);
    else if (action === 'confirm') await this.#showing.confirm(tx, current, next.value, now);
    else if (action === 'resume') await this.#showing.resume(tx, current, now);
    else if (action === 'expire') {
      await setState(tx, id, { state: next.value }, now);
      await this.#showing.hide(tx, current, now);
    } else if (action === 'decline') await setState(tx, id, { state: next.value }, now);
    else if (next.value === 'published') await this.#publish(tx, current, now);
    else {
      await setState(tx, id, { state: next.value, scheduledFor: null }, now);
      if (next.value === 'suspended' || next.value === 'withdrawn')
        await this.#showing.hide(tx, current, now);
    }
    const of = ofWhatIsShown.has(action) ? { ...current, currentRevision: shownRevision(current) } : current;
    await addTransition(tx, of, action, next.value, actor, reason, now);
    return next;
  }

  /** Publishes the current revision until its last day. */
  async #publish(tx: Queryable, current: Publication, now: Date): Promise<void> {
    const { data } = await revisionOf(tx, current.id, current.currentRevision);
    await this.#setEnd(tx, current, data);
    await this.#showing.publish(tx, current, now);
  }

  async #setEnd(tx: Queryable, current: Publication, data: object): Promise<void> {
    const endsAt = endOf(this.#kinds.get(current.kind), data);
    if (endsAt?.getTime() !== current.endsAt?.getTime())
      await tx.update(publication).set({ endsAt }).where(eq(publication.id, current.id));
  }

  /**
   * Why an action on the public revision is impossible, apart from the state; undefined if it is possible.
   */
  async #refusalOf(
    tx: Queryable,
    { id, state, expiresAt, endsAt }: Publication,
    action: Action,
    now: Date,
  ): Promise<Problem | undefined> {
    if ((action === 'confirm' || action === 'resume') && endsAt && endsAt <= now) return isOver();
    if (action === 'confirm' && state === 'expired')
      return isStillConfirmable(expiresAt, now) ? undefined : tooLate();
    if (action !== 'suspend' && action !== 'confirm' && action !== 'expire') return undefined;
    return (await isShown(tx, id)) ? undefined : notShown();
  }

  #parse(kindName: string, data: unknown): Outcome<object> {
    const kind: Kind = this.#kinds.get(kindName);
    const malformed = malformedTextIn(data);
    if (malformed) return refused(malformedText(malformed));
    const parsed = kind.schema.safeParse(data);
    return parsed.success ? done(parsed.data) : refused(...parsed.error.issues.map(invalidField));
  }
}
