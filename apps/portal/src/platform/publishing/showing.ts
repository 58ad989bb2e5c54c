import { isDeepStrictEqual } from 'node:util';
import type { Queryable } from '../database/connection.ts';
import { dayInTokyo } from '../i18n/dates.ts';
import { withChange } from './changes.ts';
import type { State } from './model.ts';
import { type Publication, revisionOf, setState } from './publications.ts';
import { everShown, hide, show, shownRecord } from './records.ts';
import { type Typesetter, typesetFields } from './typesetting.ts';

/** How long a record stays published after confirmation. */
const validity = { years: 1 };

/** A record that becomes public or ceases to be. A renewal does not count. */
export interface PublicationChange {
  event: 'published' | 'withdrawn';
  id: string;
  kind: string;
  revision: number;
  /** Whether it is published for the first time. */
  first: boolean;
  data: object;
}

/** Called within the transaction of a change; what it writes is committed or rolled back with the change. */
export type PublicationObserver = (tx: Queryable, change: PublicationChange, now: Date) => Promise<void>;

/** Makes publications public and removes them again, within a use case's transaction. */
export class Showing {
  readonly #typesetter: () => Promise<Typesetter>;
  readonly #observers: PublicationObserver[] = [];

  /** @param typesetter  called on publication; expensive to create, so created on demand */
  constructor(typesetter: () => Promise<Typesetter>) {
    this.#typesetter = typesetter;
  }

  observe(observer: PublicationObserver): void {
    this.#observers.push(observer);
  }

  /** Publishes the current revision. */
  async publish(tx: Queryable, current: Publication, now: Date): Promise<void> {
    const firstPublishedAt = current.firstPublishedAt ?? now;
    const running = current.expiresAt && current.expiresAt > now ? current.expiresAt : afterValidity(now);
    const expiresAt = current.confirmedOn ? running : current.expiresAt;
    const shown = {
      state: 'published' as const,
      publishedRevision: current.currentRevision,
      firstPublishedAt,
      scheduledFor: null,
      expiresAt,
    };
    await setState(tx, current.id, shown, now);
    const data = await this.#show(tx, { ...current, ...shown }, now);
    await this.#announce(tx, 'published', current, data, now);
  }

  /** Shows an amended revision; the state of the publication, its validity and a change under way stay. */
  async amend(tx: Queryable, current: Publication, now: Date): Promise<void> {
    await setState(tx, current.id, { publishedRevision: current.publishedRevision }, now);
    const data = await this.#show(tx, current, now);
    const shown = { ...current, currentRevision: current.publishedRevision ?? current.currentRevision };
    await this.#announce(tx, 'published', shown, data, now);
  }

  /** Removes the public revision, if any; a withdrawn draft has none. */
  async hide(tx: Queryable, current: Publication, now: Date): Promise<void> {
    const wasShown = await hide(tx, current.id);
    if (!wasShown || current.publishedRevision === null) return;
    const { data } = await revisionOf(tx, current.id, current.publishedRevision);
    await this.#announce(tx, 'withdrawn', current, data, now);
  }

  /**
   * Renews a record: the operator confirms that the published text is still valid. An expired record is shown
   * again.
   */
  async confirm(tx: Queryable, current: Publication, state: State, now: Date): Promise<void> {
    const renewed = { state, confirmedOn: dayInTokyo(now), expiresAt: afterValidity(now) };
    await setState(tx, current.id, renewed, now);
    const data = await this.#show(tx, { ...current, ...renewed }, now);
    if (current.state === 'expired') await this.#announce(tx, 'published', current, data, now);
  }

  /** Shows again what was public before a suspension. */
  async resume(tx: Queryable, current: Publication, now: Date): Promise<void> {
    await setState(tx, current.id, { state: 'published' }, now);
    const data = await this.#show(tx, current, now);
    await this.#announce(tx, 'published', current, data, now);
  }

  /**
   * Typesets the public revision again without changing its content.
   * @returns whether its furigana changed
   */
  async retypeset(tx: Queryable, id: string): Promise<boolean> {
    const row = await shownRecord(tx, id);
    if (!row) return false;
    const typesetting = await typesetFields(row.data, await this.#typesetter());
    // Compare as JSON, as the database returns it: without undefined values.
    if (isDeepStrictEqual(JSON.parse(JSON.stringify(typesetting)), row.typesetting)) return false;
    const { publicationId, removed: _, sequence: __, ...record } = row;
    await show(tx, { ...record, id: publicationId, typesetting });
    return true;
  }

  async #show(tx: Queryable, current: Publication, now: Date): Promise<object> {
    const { data } = await revisionOf(tx, current.id, current.publishedRevision ?? current.currentRevision);
    const before = await everShown(tx, current.id);
    const changes = before ? withChange(before, data, dayInTokyo(now)) : [];
    // A renewal, or showing again what was withdrawn, changes nothing that was said.
    const isUnchanged = before !== undefined && changes === before.changes;
    await show(tx, {
      id: current.id,
      kind: current.kind,
      data,
      typesetting: await typesetFields(data, await this.#typesetter()),
      enteredOn: current.enteredOn,
      confirmedOn: current.confirmedOn,
      publishedAt: current.firstPublishedAt ?? now,
      updatedAt: isUnchanged ? before.updatedAt : now,
      expiresAt: current.expiresAt,
      changes,
    });
    return data;
  }

  async #announce(
    tx: Queryable,
    event: PublicationChange['event'],
    { id, kind, currentRevision: revision, firstPublishedAt }: Publication,
    data: object,
    now: Date,
  ): Promise<void> {
    const change = { event, id, kind, revision, first: firstPublishedAt === null, data };
    for (const observe of this.#observers) await observe(tx, change, now);
  }
}

function afterValidity(now: Date): Date {
  const end = new Date(now);
  end.setUTCFullYear(end.getUTCFullYear() + validity.years);
  return end;
}
