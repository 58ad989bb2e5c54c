import { count, isNotNull } from 'drizzle-orm';
import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Queryable } from '../../../platform/database/connection.ts';
import { type Transaction, transact, unwrap } from '../../../platform/database/transact.ts';
import { currentFormValues, discardDraft, lockEntry, storeDraft } from '../../../platform/editing/drafts.ts';
import { type Entry, entriesOfKinds, findEntry } from '../../../platform/editing/entry.ts';
import { momentToInput } from '../../../platform/editing/form/moments.ts';
import { readRecord } from '../../../platform/editing/form/reading.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import { done, type Outcome, type Problem, refused } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import { dataOf, type Kind } from '../../../platform/publishing/kind.ts';
import { type Call, callForm, callKind } from './call-kind.ts';
import { callStateAt } from './model.ts';
import { campaignEntry } from './schema.ts';

/** A call as editors see it. */
export interface Campaign {
  /** Its draft, its announced revision, or both. */
  entry: Entry;
  /** The announced version; undefined if not announced. */
  call: Call | undefined;
  /** Whether it was announced, or withdrawn. */
  standing: 'draft' | 'announced' | 'withdrawn';
  /** Entries that were sent into it. */
  received: number;
}

/** Who does something, and when. */
export interface By {
  user: SignedInUser;
  at: Date;
}

/** Use cases of editors of calls, each one transaction. Changes are a draft until announced. */
export class Campaigns {
  readonly #dependencies: Pick<Platform, 'connection' | 'publishing' | 'kinds'>;

  constructor(parts: Pick<Platform, 'connection' | 'publishing' | 'kinds'>) {
    this.#dependencies = parts;
  }

  /** Kinds that providers can enter: those with an operator. */
  get enterable(): Kind[] {
    return this.#dependencies.kinds.listed().filter(({ card, pagePath }) => card?.operator && pagePath);
  }

  /** All calls, unannounced ones first. */
  async list(): Promise<Campaign[]> {
    const { db } = this.#dependencies.connection;
    const received = await receivedCounts(db);
    const entries = await entriesOfKinds(db, [callKind.name]);
    return entries.map((entry) => campaignOf(entry, received));
  }

  async find(id: string): Promise<Campaign | undefined> {
    const { db } = this.#dependencies.connection;
    const entry = await findEntry(db, id);
    return entry?.kind === callKind.name ? campaignOf(entry, await receivedCounts(db)) : undefined;
  }

  /** Reads a call from its form; refused with the problems of its inputs. */
  read(entry: Entry): Outcome<Call> {
    const read = readRecord(callForm, currentFormValues(callForm, entry));
    if (!read.ok) return read;
    const call = dataOf(callKind, { kind: callKind.name, data: read.value });
    const names = this.enterable.map(({ name }) => name);
    return call.kinds.every((name) => names.includes(name)) ? done(call) : refused(notEnterable);
  }

  /**
   * Publishes a call's draft; from then on the time decides whether it is planned, open or closed.
   * A call announced before is published as changed.
   */
  async announce(id: string, by: By): Promise<Outcome<string>> {
    return transact(this.#dependencies.connection.db, async (tx) => {
      const { entry, standing } = await found(tx, id);
      if (standing === 'withdrawn' || (standing === 'announced' && !entry.draft)) return refused(notNow);
      const call = unwrap(this.read(entry));
      if (standing === 'draft' && callStateAt(call, by.at) === 'closed') return refused(closesInPast);
      const [reason, act] =
        standing === 'draft'
          ? ['announced', 'campaign.announce']
          : ['announced as changed', 'campaign.change'];
      await this.#publish(tx, entry, call, reason ?? '', by);
      await discardDraft(tx, id);
      await audit(tx, act ?? '', id, by);
      return done(id);
    });
  }

  /** Closes an open call before its time; what is being written on it closes then, too. */
  async close(id: string, by: By): Promise<Outcome<string>> {
    return transact(this.#dependencies.connection.db, async (tx) => {
      const { entry, call, standing } = await found(tx, id);
      if (standing !== 'announced' || !call || callStateAt(call, by.at) !== 'open') return refused(notNow);
      const closesAt = by.at.toISOString();
      await this.#publish(tx, { ...entry, draft: null }, { ...call, closesAt }, 'closed early', by);
      if (entry.draft) {
        const typed = { ...entry.draft.formValues, closesAt: [momentToInput(closesAt)] };
        await storeDraft(tx, entry, typed, by.user.id, by.at);
      }
      await audit(tx, 'campaign.close', id, by);
      return done(id);
    });
  }

  /** Withdraws a call that received no entries. */
  async withdraw(id: string, by: By): Promise<Outcome<string>> {
    return transact(this.#dependencies.connection.db, async (tx) => {
      const { entry, received } = await found(tx, id);
      if (received > 0) return refused(hasEntries);
      if (!entry.sent) return refused(notNow);
      unwrap(
        await this.#dependencies.publishing.within(tx).act(id, 'withdraw', actorOf(by), 'taken back', by.at),
      );
      await discardDraft(tx, id);
      await audit(tx, 'campaign.withdraw', id, by);
      return done(id);
    });
  }

  /** Discards the draft of a call; deletes a call never announced. */
  async discard(id: string, by: By): Promise<Outcome<string>> {
    return transact(this.#dependencies.connection.db, async (tx) => {
      const { entry } = await found(tx, id);
      if (!entry.draft) return refused(notNow);
      await discardDraft(tx, id);
      await audit(tx, 'campaign.discard', id, by);
      return done(id);
    });
  }

  async #publish(
    tx: Transaction,
    { id, kind, sent, draft }: Entry,
    data: Call,
    reason: string,
    by: By,
  ): Promise<void> {
    const inside = this.#dependencies.publishing.within(tx);
    const writers = draft?.writers;
    if (!sent) unwrap(await inside.enter({ id, kind, data, reason, writers }, actorOf(by), by.at));
    else {
      // Nothing but closing it revises a call beside its draft, and that is written into the draft.
      const basedOn = sent.publication.currentRevision;
      unwrap(await inside.revise(id, { data, reason, writers, basedOn }, actorOf(by), by.at));
    }
    unwrap(await inside.publishOwn(id, reason, by.at));
  }
}

async function found(tx: Transaction, id: string): Promise<Campaign> {
  await lockEntry(tx, id);
  const entry = await findEntry(tx, id);
  if (entry?.kind !== callKind.name) return unwrap(refused(noSuchCall));
  return campaignOf(entry, await receivedCounts(tx));
}

async function receivedCounts(db: Queryable): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ id: campaignEntry.campaignId, count: count() })
    .from(campaignEntry)
    .where(isNotNull(campaignEntry.sentAt))
    .groupBy(campaignEntry.campaignId);
  return new Map(rows.map(({ id, count: received }) => [id, received]));
}

function campaignOf(entry: Entry, received: ReadonlyMap<string, number>): Campaign {
  const { id, kind, sent } = entry;
  const announced = sent?.publication.publishedRevision != null;
  const call = sent && announced ? dataOf(callKind, { kind, data: sent.revision.data }) : undefined;
  const withdrawn = sent?.publication.state === 'withdrawn';
  const standing = withdrawn ? 'withdrawn' : announced ? 'announced' : 'draft';
  return { entry, call, standing, received: received.get(id) ?? 0 };
}

function audit(tx: Transaction, action: string, id: string, { user, at }: By): Promise<void> {
  return recordAudit(tx, { actor: user.audit, action, object: { kind: 'campaign', id }, at });
}

/** Calls belong to the body, independent of which staff member edits them. */
function actorOf({ user }: By) {
  return { id: user.id, organisationId: null };
}

const noSuchCall: Problem = {
  code: 'not-found',
  message: { ja: 'その募集はありません。', en: 'There is no such call for entries.' },
};
const notNow: Problem = {
  code: 'not-from-this-state',
  message: {
    ja: '募集のいまの状態では、この操作はできません。',
    en: 'This cannot be done in the present state of the call.',
  },
};
const closesInPast: Problem = {
  code: 'closes-in-past',
  field: 'closesAt',
  message: {
    ja: '受付の終わりが過ぎています。日時を直してから公開してください。',
    en: 'It would have closed already. Change the time, then announce it.',
  },
};
const hasEntries: Problem = {
  code: 'has-entries',
  message: {
    ja: 'すでに応募があるため、取り消せません。早めに締め切ることはできます。',
    en: 'Entries were sent into it already. You can close it early instead.',
  },
};
const notEnterable: Problem = {
  code: 'invalid-field',
  field: 'kinds',
  message: { ja: '募集するものを一覧から選んでください。', en: 'Choose from the list what may be entered.' },
};
