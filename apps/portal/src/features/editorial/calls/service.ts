import { and, count, desc, eq, isNotNull } from 'drizzle-orm';
import { recordAudit } from '../../../platform/audit/audit.ts';
import { type Transaction, transact, unwrap } from '../../../platform/database/transact.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import { done, type Outcome, type Problem, refused } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { State } from '../../../platform/publishing/model.ts';
import { publication, revision } from '../../../platform/publishing/schema.ts';
import { type Call, callKind } from './call-kind.ts';
import { callStateAt } from './model.ts';
import { campaignEntry } from './schema.ts';

/** A call as those who run it know it. */
export interface Campaign {
  id: string;
  call: Call;
  /** The revision that `call` is. */
  revision: number;
  /** Not yet announced, announced, or taken back. */
  standing: 'draft' | 'announced' | 'withdrawn';
  /** Entries that were sent into it. */
  received: number;
}

/** Who does something, and when. */
export interface By {
  user: SignedInUser;
  at: Date;
}

/** The use cases of those who run calls for entries, each one transaction. */
export class Campaigns {
  readonly #parts: Pick<Platform, 'connection' | 'publishing'>;

  constructor(parts: Pick<Platform, 'connection' | 'publishing'>) {
    this.#parts = parts;
  }

  /** Every call, the newest first. */
  async list(): Promise<Campaign[]> {
    const rows = await this.#rows().orderBy(desc(publication.createdAt));
    return rows.map(campaignOf);
  }

  async find(id: string): Promise<Campaign | undefined> {
    const [row] = await this.#rows(id);
    return row && campaignOf(row);
  }

  /** Prepares a call; nobody else sees it until it is announced. */
  async prepare(id: string, call: Call, by: By): Promise<Outcome<string>> {
    return this.#change(id, 'campaign.prepare', by, async (tx) => {
      const entry = { id, kind: callKind.name, data: call, reason: 'prepared' };
      unwrap(await this.#parts.publishing.within(tx).enter(entry, actorOf(by), by.at));
    });
  }

  /**
   * Changes a call; one that is announced is announced as changed.
   * @param basedOn  revision that was changed; another's in between refuses this one
   */
  async change(id: string, call: Call, basedOn: number, by: By): Promise<Outcome<string>> {
    return this.#change(id, 'campaign.change', by, (tx) =>
      this.#revise(tx, id, call, { reason: 'changed', basedOn }, by),
    );
  }

  /** Shows a call to the public: from then on the clock says whether it is planned, open or closed. */
  async announce(id: string, by: By): Promise<Outcome<string>> {
    return this.#change(id, 'campaign.announce', by, async (tx) => {
      const { call, standing } = await this.#found(tx, id);
      if (standing === 'withdrawn') unwrap(refused(notNow));
      if (callStateAt(call, by.at) === 'closed') unwrap(refused(closesInPast));
      unwrap(await this.#parts.publishing.within(tx).publishOwn(id, 'announced', by.at));
    });
  }

  /** Closes an open call before its time. */
  async close(id: string, by: By): Promise<Outcome<string>> {
    return this.#change(id, 'campaign.close', by, async (tx) => {
      const { call, revision: basedOn, standing } = await this.#found(tx, id);
      if (standing !== 'announced' || callStateAt(call, by.at) !== 'open') unwrap(refused(notNow));
      const closed = { ...call, closesAt: by.at.toISOString() };
      await this.#revise(tx, id, closed, { reason: 'closed early', basedOn }, by);
    });
  }

  /** Takes a call back into which nothing was sent. */
  async withdraw(id: string, by: By): Promise<Outcome<string>> {
    return this.#change(id, 'campaign.withdraw', by, async (tx) => {
      const { received } = await this.#found(tx, id);
      if (received > 0) unwrap(refused(hasEntries));
      unwrap(await this.#parts.publishing.within(tx).act(id, 'withdraw', actorOf(by), 'taken back', by.at));
    });
  }

  async #revise(
    tx: Transaction,
    id: string,
    data: Call,
    { reason, basedOn }: { reason: string; basedOn: number },
    by: By,
  ): Promise<void> {
    const { standing } = await this.#found(tx, id);
    const inside = this.#parts.publishing.within(tx);
    unwrap(await inside.revise(id, { data, reason, basedOn }, actorOf(by), by.at));
    if (standing === 'announced') unwrap(await inside.publishOwn(id, reason, by.at));
  }

  async #found(tx: Transaction, id: string): Promise<Campaign> {
    await tx.select({ id: publication.id }).from(publication).where(eq(publication.id, id)).for('update');
    const [row] = await this.#rows(id, tx);
    return row ? campaignOf(row) : unwrap(refused(noSuchCall));
  }

  async #change(
    id: string,
    action: string,
    { user, at }: By,
    work: (tx: Transaction) => Promise<void>,
  ): Promise<Outcome<string>> {
    return transact(this.#parts.connection.db, async (tx) => {
      await work(tx);
      await recordAudit(tx, { actor: user.audit, action, object: { kind: 'campaign', id }, at });
      return done(id);
    });
  }

  #rows(id?: string, db: Pick<Transaction, 'select'> = this.#parts.connection.db) {
    const received = db
      .select({ campaignId: campaignEntry.campaignId, count: count().as('received') })
      .from(campaignEntry)
      .where(isNotNull(campaignEntry.sentAt))
      .groupBy(campaignEntry.campaignId)
      .as('received');
    return db
      .select({ id: publication.id, state: publication.state, revision, received: received.count })
      .from(publication)
      .innerJoin(
        revision,
        and(eq(revision.publicationId, publication.id), eq(revision.number, publication.currentRevision)),
      )
      .leftJoin(received, eq(received.campaignId, publication.id))
      .where(and(eq(publication.kind, callKind.name), id ? eq(publication.id, id) : undefined))
      .$dynamic();
  }
}

interface Row {
  id: string;
  state: State;
  revision: typeof revision.$inferSelect;
  received: number | null;
}

const standings: Partial<Record<State, Campaign['standing']>> = {
  published: 'announced',
  withdrawn: 'withdrawn',
};

function campaignOf({ id, state, revision: current, received }: Row): Campaign {
  const standing = standings[state] ?? 'draft';
  return { id, call: current.data as Call, revision: current.number, standing, received: received ?? 0 };
}

/** Calls are the body's own, whoever of its staff writes them. */
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
