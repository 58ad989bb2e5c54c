import type { PublishedChange, PublishedRecord } from '../publishing/published-record.ts';

/** Called for every change applied to the read model, in order. */
export interface ReadModelObserver {
  onShown(records: PublishedRecord[]): void;
  onHidden(ids: string[]): void;
}

/** Read access to all published records. */
export type PublishedRecords = Pick<ReadModel, 'get' | 'ofKind' | 'only' | 'sequence'>;

/** All published records, in this node's memory. */
export class ReadModel {
  readonly #onFailure: (error: unknown) => void;
  readonly #records = new Map<string, PublishedRecord>();
  readonly #byKind = new Map<string, Map<string, PublishedRecord>>();
  readonly #observers: ReadModelObserver[] = [];
  #sequence = 0;

  /** @param onFailure  called if an observer fails; the others are still called */
  constructor(onFailure: (error: unknown) => void = console.error) {
    this.#onFailure = onFailure;
  }

  /** Sequence number of the newest applied change; also used to validate caches. */
  get sequence(): number {
    return this.#sequence;
  }

  get size(): number {
    return this.#records.size;
  }

  observe(observer: ReadModelObserver): void {
    this.#observers.push(observer);
    if (this.#records.size > 0) observer.onShown([...this.#records.values()]);
  }

  /** Applies changes, oldest first; those already applied are skipped. */
  apply(changes: PublishedChange[]): void {
    const fresh = changes.filter((change) => change.sequence > this.#sequence);
    if (fresh.length === 0) return;
    const shown: PublishedRecord[] = [];
    const hidden: string[] = [];
    for (const change of fresh) {
      if (change.removed) {
        if (this.#remove(change.id)) hidden.push(change.id);
      } else {
        this.#put(change.record);
        shown.push(change.record);
      }
      this.#sequence = change.sequence;
    }
    for (const observer of this.#observers) {
      if (hidden.length > 0) this.#tell(() => observer.onHidden(hidden));
      if (shown.length > 0) this.#tell(() => observer.onShown(shown));
    }
  }

  #tell(observer: () => void): void {
    try {
      observer();
    } catch (error) {
      this.#onFailure(error);
    }
  }

  /** A record by its id. */
  get(id: string): PublishedRecord | undefined {
    return this.#records.get(id);
  }

  /** The records of a kind in the order in which they were applied. */
  ofKind(kind: string): PublishedRecord[] {
    return [...(this.#byKind.get(kind)?.values() ?? [])];
  }

  /** The record of a kind that has only one, such as the vocabulary. */
  only(kind: string): PublishedRecord | undefined {
    return this.#byKind.get(kind)?.values().next().value;
  }

  all(): Iterable<PublishedRecord> {
    return this.#records.values();
  }

  #put(record: PublishedRecord): void {
    this.#records.set(record.id, record);
    const siblings = this.#byKind.get(record.kind) ?? new Map<string, PublishedRecord>();
    siblings.set(record.id, record);
    this.#byKind.set(record.kind, siblings);
  }

  #remove(id: string): boolean {
    const record = this.#records.get(id);
    if (!record) return false;
    this.#byKind.get(record.kind)?.delete(id);
    return this.#records.delete(id);
  }
}
