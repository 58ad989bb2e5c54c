import type { Database } from '../../../../platform/database/connection.ts';
import { dayInTokyo } from '../../../../platform/i18n/dates.ts';
import type { Logger } from '../../../../platform/observability/log.ts';
import { Counter, type Opinion, type ShownPage } from './counter.ts';
import { saltsFor, takeIn } from './counts.ts';
import type { Batch } from './tally.ts';
import type { Header } from './what-counts.ts';

/** Milliseconds between batches; counts that a killed node loses at most. */
const batchEvery = 5_000;
/** Milliseconds before midnight at which the next day's salt is loaded. */
const ahead = 15 * 60_000;

interface CountingDependencies {
  db: Database;
  log: Logger;
  baseUrl: string;
  now(): Date;
}

/** Counts on one node in memory and writes to the database every few seconds. */
export class Counting {
  readonly #dependencies: CountingDependencies;
  readonly #counter: Counter;
  #day = { day: '', minute: -1 };
  #saltedFor = '';
  #waiting: Batch | undefined;
  #writing: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  constructor(dependencies: CountingDependencies) {
    this.#dependencies = dependencies;
    this.#counter = new Counter(new URL(dependencies.baseUrl).host);
  }

  start(): void {
    void this.write();
    this.#timer = setInterval(() => void this.write(), batchEvery);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.write();
  }

  count(shown: ShownPage): void {
    this.#counter.count(shown, this.#today());
  }

  countOpinion(opinion: Opinion): void {
    this.#counter.countOpinion(opinion, this.#today());
  }

  countRedirect(from: string, header: Header): void {
    this.#counter.countRedirect(from, header, this.#today());
  }

  /** Writes the counts. On failure they are kept and written the next time. */
  write(): Promise<void> {
    this.#writing = this.#writing.then(() =>
      this.#write().catch((error) => this.#dependencies.log.warn({ err: error }, 'could not write figures')),
    );
    return this.#writing;
  }

  async #write(): Promise<void> {
    const { db, now } = this.#dependencies;
    await this.#fetchSalts(now());
    this.#waiting ??= this.#counter.tally.take();
    if (!this.#waiting) return;
    await takeIn(db, this.#waiting, now());
    this.#waiting = undefined;
  }

  async #fetchSalts(now: Date): Promise<void> {
    const days = [...new Set([dayInTokyo(now), dayInTokyo(new Date(now.getTime() + ahead))])];
    const wanted = days.join(' ');
    if (wanted === this.#saltedFor) return;
    this.#counter.setSalts(await saltsFor(this.#dependencies.db, days));
    this.#saltedFor = wanted;
  }

  /** Cached for a minute, because formatting the date costs more than the rest of counting. */
  #today(): string {
    const now = this.#dependencies.now();
    const minute = Math.floor(now.getTime() / 60_000);
    if (this.#day.minute !== minute) this.#day = { day: dayInTokyo(now), minute };
    return this.#day.day;
  }
}
