import { and, eq, isNotNull, lte } from 'drizzle-orm';
import type { z } from 'zod';
import type { Database, Queryable } from '../database/connection.ts';
import { dayInTokyo } from '../i18n/dates.ts';
import type { Kind, KindRegistry } from './kind.ts';
import { type Action, type Actor, nextState, type State } from './model.ts';
import { done, type Outcome, type Problem, refused } from './problem.ts';
import { hide, isShown, show } from './records.ts';
import { publication, revision, transition } from './schema.ts';
import type { Transaction } from './together.ts';
import { type Typesetter, typesetFields } from './typesetting.ts';

export type Publication = typeof publication.$inferSelect;
export type Revision = typeof revision.$inferSelect;

/** The body's own hand: loads content, publishes what is due, expires what was not renewed. */
export const systemActor: Actor = { id: 'system', organisationId: null };

/** How long a confirmed record stays published before it expires. */
const validity = { years: 1 };

export interface NewEntry {
  id: string;
  kind: string;
  data: unknown;
  reason: string;
  ownerId?: string | undefined;
  enteredOn?: string | undefined;
  confirmedOn?: string | null | undefined;
  contentDigest?: string | undefined;
}

export interface Edit {
  data: unknown;
  reason: string;
  minor?: boolean | undefined;
  /** The revision the editor started from; another's in between refuses the edit. */
  basedOn: number;
  contentDigest?: string | undefined;
}

/** What the public begins or ceases to see. A renewal shows nothing new, and so is none. */
export interface PublicationChange {
  event: 'published' | 'withdrawn';
  id: string;
  kind: string;
  revision: number;
  /** Whether it was never published before. */
  first: boolean;
  data: unknown;
}

/** Told of a change within its transaction: what it writes is kept or undone with the change. */
export type PublicationObserver = (tx: Queryable, change: PublicationChange, now: Date) => Promise<void>;

/** The use cases of publication, each one transaction. */
export class Publishing {
  readonly #db: Pick<Database, 'select' | 'transaction'>;
  readonly #kinds: KindRegistry;
  readonly #typesetter: () => Promise<Typesetter>;
  readonly #observers: PublicationObserver[] = [];

  /** @param typesetter  called when something is published; heavy to make, so made late */
  constructor(
    db: Pick<Database, 'select' | 'transaction'>,
    kinds: KindRegistry,
    typesetter: () => Promise<Typesetter>,
  ) {
    this.#db = db;
    this.#kinds = kinds;
    this.#typesetter = typesetter;
  }

  observe(observer: PublicationObserver): void {
    this.#observers.push(observer);
  }

  /** The same use cases as parts of a transaction: what they do is kept or undone with it. */
  within(tx: Transaction): Publishing {
    const inside = new Publishing(tx, this.#kinds, this.#typesetter);
    inside.#observers.push(...this.#observers);
    return inside;
  }

  /** Enters a new record as a draft. */
  async enter(entry: NewEntry, actor: Actor, now: Date): Promise<Outcome<Publication>> {
    const data = this.#parse(entry.kind, entry.data);
    if (!data.ok) return data;
    return this.#db.transaction(async (tx) => {
      const [row] = await tx
        .insert(publication)
        .values({
          id: entry.id,
          kind: entry.kind,
          state: 'draft',
          currentRevision: 1,
          ownerId: entry.ownerId ?? null,
          enteredOn: entry.enteredOn ?? dayInTokyo(now),
          confirmedOn: entry.confirmedOn ?? null,
          contentDigest: entry.contentDigest ?? null,
          createdAt: now,
          updatedAt: now,
        })
        .onConflictDoNothing()
        .returning();
      if (!row) return refused(idTaken(entry.id));
      await addRevision(
        tx,
        row.id,
        1,
        data.value,
        { author: actor.id, reason: entry.reason, minor: false },
        now,
      );
      return done(row);
    });
  }

  /** Adds a revision; what the public sees stays until it is approved or published as a minor edit. */
  async revise(id: string, edit: Edit, actor: Actor, now: Date): Promise<Outcome<Publication>> {
    return this.#db.transaction(async (tx) => {
      const current = await lockPublication(tx, id);
      if (!current) return refused(notFound(id));
      if (current.currentRevision !== edit.basedOn) return refused(changedMeanwhile());
      const data = this.#parse(current.kind, edit.data);
      if (!data.ok) return data;
      const number = current.currentRevision + 1;
      const minor = edit.minor ?? false;
      await addRevision(tx, id, number, data.value, { author: actor.id, reason: edit.reason, minor }, now);
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
   * Takes a step in the workflow.
   * @param options.at  for `schedule`: when it shall be published
   */
  async act(
    id: string,
    action: Action,
    actor: Actor,
    reason: string,
    now: Date,
    options: { at?: Date } = {},
  ): Promise<Outcome<State>> {
    return this.#db.transaction((tx) => this.#act(tx, id, action, actor, reason, now, options));
  }

  /** Enters and publishes at once: for the body's own content and for tests, not for people's entries. */
  async publishDirectly(entry: NewEntry, now: Date): Promise<Outcome<State>> {
    const entered = await this.enter(entry, systemActor, now);
    if (!entered.ok) return entered;
    return this.publishOwn(entry.id, entry.reason, now);
  }

  /** Publishes the current revision of the body's own content, whatever state it is in. */
  async publishOwn(id: string, reason: string, now: Date): Promise<Outcome<State>> {
    return this.#db.transaction(async (tx) => {
      const current = await lockPublication(tx, id);
      if (!current) return refused(notFound(id));
      await this.#publish(tx, current, now);
      await addTransition(tx, current, 'approve', 'published', systemActor, reason, now);
      return done<State>('published');
    });
  }

  /** Publishes what is scheduled for now or before, and expires what was not renewed in time. */
  async runDue(now: Date): Promise<{ published: string[]; expired: string[] }> {
    const due = await this.#db
      .select({ id: publication.id })
      .from(publication)
      .where(and(eq(publication.state, 'scheduled'), lte(publication.scheduledFor, now)));
    const over = await this.#db
      .select({ id: publication.id })
      .from(publication)
      .where(
        and(
          eq(publication.state, 'published'),
          isNotNull(publication.expiresAt),
          lte(publication.expiresAt, now),
        ),
      );
    const published = await this.#actOnEach(due, 'publish-due', 'scheduled time reached', now);
    const expired = await this.#actOnEach(over, 'expire', 'not renewed in time', now);
    return { published, expired };
  }

  async find(id: string): Promise<Publication | undefined> {
    const [row] = await this.#db.select().from(publication).where(eq(publication.id, id));
    return row;
  }

  /** All revisions of a publication, oldest first. */
  async history(id: string): Promise<Revision[]> {
    return this.#db.select().from(revision).where(eq(revision.publicationId, id)).orderBy(revision.number);
  }

  async #actOnEach(rows: { id: string }[], action: Action, reason: string, now: Date): Promise<string[]> {
    const acted: string[] = [];
    for (const { id } of rows) {
      const outcome = await this.act(id, action, systemActor, reason, now);
      if (outcome.ok) acted.push(id);
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
    const standing = { state: current.state as State, author: newest.author, ownerId: current.ownerId };
    const allowed = nextState(standing, action, actor);
    if (!allowed.ok) return allowed;
    // Of a change to what the public sees only the change is declined.
    const keepsFormer = action === 'decline' && (await isShown(tx, id));
    const next = { ok: true, value: keepsFormer ? 'published' : allowed.value } as const;
    if (action === 'publish-minor' && !newest.minor) return refused(notMinor());
    if (action === 'schedule' && !options.at) return refused(noTime());

    if (action === 'schedule')
      await setState(tx, id, { state: 'scheduled', scheduledFor: options.at ?? null }, now);
    else if (action === 'confirm') await this.#confirm(tx, current, now);
    else if (action === 'decline') await setState(tx, id, { state: next.value }, now);
    else if (next.value === 'published') await this.#publish(tx, current, now);
    else {
      await setState(tx, id, { state: next.value, scheduledFor: null }, now);
      if (next.value === 'expired' || next.value === 'withdrawn') await this.#hide(tx, current, now);
    }
    await addTransition(tx, current, action, next.value, actor, reason, now);
    return next;
  }

  async #publish(tx: Queryable, current: Publication, now: Date): Promise<void> {
    const { data } = await revisionOf(tx, current.id, current.currentRevision);
    const typesetter = await this.#typesetter();
    const firstPublishedAt = current.firstPublishedAt ?? now;
    const running = current.expiresAt && current.expiresAt > now ? current.expiresAt : afterValidity(now);
    const expiresAt = current.confirmedOn ? running : current.expiresAt;
    await setState(
      tx,
      current.id,
      {
        state: 'published',
        publishedRevision: current.currentRevision,
        firstPublishedAt,
        scheduledFor: null,
        expiresAt,
      },
      now,
    );
    await show(tx, {
      id: current.id,
      kind: current.kind,
      data,
      typesetting: typesetFields(data, typesetter),
      enteredOn: current.enteredOn,
      confirmedOn: current.confirmedOn,
      publishedAt: firstPublishedAt,
      updatedAt: now,
      expiresAt,
    });
    await this.#announce(tx, 'published', current, data, now);
  }

  /** Takes from the public what it still sees; of a draft that is withdrawn it never saw anything. */
  async #hide(tx: Queryable, current: Publication, now: Date): Promise<void> {
    const wasShown = await hide(tx, current.id);
    if (!wasShown || current.publishedRevision === null) return;
    const { data } = await revisionOf(tx, current.id, current.publishedRevision);
    await this.#announce(tx, 'withdrawn', current, data, now);
  }

  async #announce(
    tx: Queryable,
    event: PublicationChange['event'],
    { id, kind, currentRevision: revision, firstPublishedAt }: Publication,
    data: unknown,
    now: Date,
  ): Promise<void> {
    const change = { event, id, kind, revision, first: firstPublishedAt === null, data };
    for (const observe of this.#observers) await observe(tx, change, now);
  }

  /** Renews: the operator says the published text still holds. */
  async #confirm(tx: Queryable, current: Publication, now: Date): Promise<void> {
    const confirmedOn = dayInTokyo(now);
    const expiresAt = afterValidity(now);
    await setState(tx, current.id, { confirmedOn, expiresAt }, now);
    const { data } = await revisionOf(tx, current.id, current.publishedRevision ?? current.currentRevision);
    const typesetter = await this.#typesetter();
    await show(tx, {
      id: current.id,
      kind: current.kind,
      data,
      typesetting: typesetFields(data, typesetter),
      enteredOn: current.enteredOn,
      confirmedOn,
      publishedAt: current.firstPublishedAt ?? now,
      updatedAt: now,
      expiresAt,
    });
  }

  #parse(kindName: string, data: unknown): Outcome<unknown> {
    const kind: Kind = this.#kinds.get(kindName);
    const parsed = kind.schema.safeParse(data);
    return parsed.success ? done(parsed.data) : refused(...parsed.error.issues.map(invalidField));
  }
}

async function lockPublication(tx: Queryable, id: string): Promise<Publication | undefined> {
  const [row] = await tx.select().from(publication).where(eq(publication.id, id)).for('update');
  return row;
}

async function revisionOf(tx: Queryable, id: string, number: number): Promise<Revision> {
  const [row] = await tx
    .select()
    .from(revision)
    .where(and(eq(revision.publicationId, id), eq(revision.number, number)));
  if (!row) throw new Error(`publication ${id} has no revision ${number}`);
  return row;
}

async function addRevision(
  tx: Queryable,
  publicationId: string,
  number: number,
  data: unknown,
  about: { author: string; reason: string; minor: boolean },
  now: Date,
): Promise<void> {
  await tx.insert(revision).values({ publicationId, number, data, ...about, createdAt: now });
}

async function setState(
  tx: Queryable,
  id: string,
  columns: Partial<typeof publication.$inferInsert>,
  now: Date,
): Promise<void> {
  await tx
    .update(publication)
    .set({ ...columns, updatedAt: now })
    .where(eq(publication.id, id));
}

async function addTransition(
  tx: Queryable,
  current: Publication,
  action: Action,
  toState: State,
  actor: Actor,
  reason: string,
  now: Date,
): Promise<void> {
  await tx.insert(transition).values({
    publicationId: current.id,
    action,
    fromState: current.state,
    toState,
    revision: current.currentRevision,
    actor: actor.id,
    reason,
    at: now,
  });
}

function afterValidity(now: Date): Date {
  const end = new Date(now);
  end.setUTCFullYear(end.getUTCFullYear() + validity.years);
  return end;
}

const idTaken = (id: string): Problem => ({
  code: 'id-taken',
  field: 'id',
  message: { ja: `「${id}」はすでに使われています。`, en: `“${id}” is already in use.` },
});
const notFound = (id: string): Problem => ({
  code: 'not-found',
  field: 'id',
  message: { ja: `「${id}」は見つかりません。`, en: `There is no “${id}”.` },
});
const changedMeanwhile = (): Problem => ({
  code: 'changed-meanwhile',
  message: {
    ja: 'ほかの人が先に変更しました。違いを確かめてから保存してください。',
    en: 'Somebody else changed this first. Look at the difference, then save.',
  },
});
const notMinor = (): Problem => ({
  code: 'not-minor',
  message: {
    ja: '軽微な修正としては登録されていません。',
    en: 'This revision is not marked as a minor edit.',
  },
});
const noTime = (): Problem => ({
  code: 'time-missing',
  field: 'at',
  message: { ja: '公開する日時を入れてください。', en: 'Say when it shall be published.' },
});

function invalidField(issue: z.core.$ZodIssue): Problem {
  const path = issue.path.join('.');
  return {
    code: 'invalid-field',
    field: path,
    message: { ja: `${path}: 値を確認してください（${issue.message}）`, en: `${path}: ${issue.message}` },
  };
}
