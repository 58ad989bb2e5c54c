/** The only module that uses pg-boss. */
import { sql } from 'drizzle-orm';
import type { JobWithMetadata, PgBoss as PgBossInstance } from 'pg-boss';
import type { DatabaseAddresses } from '../database/addresses.ts';
import type { Database } from '../database/connection.ts';
import { withLock } from '../database/lock.ts';
import { describeRole, grantToPortal } from '../database/roles.ts';
import { transact } from '../database/transact.ts';
import type { JobHandler, JobRun } from './job-type.ts';
import { takeFromOutbox } from './outbox.ts';

/** PostgreSQL schema of the queue's own tables. */
const schema = 'jobs';
/** Seconds for which a finished job and its key are kept. */
const memory = 30 * 24 * 60 * 60;
const takenAtOnce = 500;

/** Polling intervals in seconds. */
export interface QueueIntervals {
  /** For scheduled jobs that became due; new jobs are announced without polling. */
  due: number;
  /** For nodes that died while working. */
  lost: number;
  /** A working node without a heartbeat for this long is considered dead; at least 10. */
  life: number;
}

export interface QueueDependencies {
  url: string;
  db: Database;
  handlers: readonly JobHandler[];
  intervals: QueueIntervals;
  onError(error: Error): void;
  onDone(name: string, outcome: 'done' | 'failed'): void;
}

export interface Queue {
  /** Moves jobs from the outbox into the queue and wakes this node's workers. */
  takeOver(): Promise<void>;
  /** Lets running attempts finish within the given time; unfinished ones are retried later. */
  stop(milliseconds: number): Promise<void>;
}

/**
 * Creates or upgrades the queue's tables and grants the portal's role access to them.
 * @throws StartupError `database-unreachable`
 */
export async function installQueue({ owner, portal }: DatabaseAddresses): Promise<void> {
  const { PgBoss } = await import('pg-boss');
  const options = { supervise: false, schedule: false, registerInstance: false } as const;
  const boss = new PgBoss({ connectionString: owner, schema, max: 2, ...options });
  // Errors are thrown as well.
  boss.on('error', () => {});
  try {
    await boss.start();
  } finally {
    await boss.stop({ graceful: false });
  }
  if (owner === portal) return;
  const { name } = await describeRole(portal);
  await withLock(owner, 'migration', (client) => grantToPortal(client, name));
}

/** Connects to the queue and starts processing jobs. */
export async function openQueue(dependencies: QueueDependencies): Promise<Queue> {
  // Loaded lazily: pages do not wait for it.
  const { PgBoss, fromDrizzle } = await import('pg-boss');
  const { db, handlers } = dependencies;
  const boss = new PgBoss({
    connectionString: dependencies.url,
    schema,
    max: 4,
    application_name: 'kakehashi-jobs',
    connectionTimeoutMillis: 5_000,
    superviseIntervalSeconds: dependencies.intervals.lost,
    monitorIntervalSeconds: dependencies.intervals.lost,
    registerInstance: false,
    openTelemetry: { enabled: false },
  });
  boss.on('error', dependencies.onError);
  const workers = new Map<string, string[]>();
  const wake = (name: string): void => {
    for (const worker of workers.get(name) ?? []) boss.notifyWorker(worker);
  };
  try {
    await boss.start();
    await declareQueues(boss, handlers, dependencies.intervals.life);
    await keepSchedules(boss, handlers);
    for (const handler of handlers)
      workers.set(handler.type.name, await employ(boss, handler, wake, dependencies));
  } catch (error) {
    await boss.stop({ graceful: false });
    throw error;
  }

  return {
    async takeOver() {
      const names = handlers.map(({ type }) => type.name);
      let taken: number;
      do {
        const rows = await transact(db, async (tx) => {
          const outbox = await takeFromOutbox(tx, names, takenAtOnce);
          for (const [name, group] of Map.groupBy(outbox, (row) => row.name)) {
            const jobs = group.map(({ jobId, data, startAt }) => ({
              id: jobId,
              data: { value: data },
              ...(startAt && { startAfter: startAt }),
            }));
            await boss.insert(name, jobs, { db: fromDrizzle(tx, sql) });
          }
          return outbox;
        });
        for (const name of new Set(rows.map((row) => row.name))) wake(name);
        taken = rows.length;
      } while (taken > 0);
    },
    stop: (milliseconds) => boss.stop({ graceful: true, timeout: milliseconds }),
  };
}

async function declareQueues(
  boss: PgBossInstance,
  handlers: readonly JobHandler[],
  life: number,
): Promise<void> {
  const known = new Set((await boss.getQueues()).map(({ name }) => name));
  for (const { type } of handlers) {
    const policy = {
      retryLimit: type.retries,
      retryDelay: type.firstDelay,
      retryDelayMax: type.longestDelay,
      retryBackoff: true,
      expireInSeconds: type.timeLimit,
      heartbeatSeconds: life,
      deleteAfterSeconds: memory,
    };
    if (known.has(type.name)) await boss.updateQueue(type.name, policy);
    else await boss.createQueue(type.name, policy);
  }
}

async function keepSchedules(boss: PgBossInstance, handlers: readonly JobHandler[]): Promise<void> {
  const schedules = new Map(handlers.map(({ type, schedule }) => [type.name, schedule]));
  for (const [name, schedule] of schedules)
    if (schedule) await boss.schedule(name, schedule, null, { tz: 'Asia/Tokyo', missed: 'once' });
  for (const { name } of await boss.getSchedules()) if (!schedules.get(name)) await boss.unschedule(name);
}

/** Starts as many workers for a type of job as its concurrency allows. */
async function employ(
  boss: PgBossInstance,
  { type, run }: JobHandler,
  wake: (name: string) => void,
  { intervals, onError, onDone }: QueueDependencies,
): Promise<string[]> {
  const options = { includeMetadata: true, pollingIntervalSeconds: intervals.due } as const;
  const work = () =>
    boss.work(type.name, options, async ([job]: JobWithMetadata<{ value: unknown } | null>[]) => {
      if (!job) return;
      // There may be more jobs: poll again at once instead of waiting for the interval.
      wake(type.name);
      const about: JobRun = {
        id: job.id,
        attempt: job.retryCount + 1,
        last: job.retryCount >= job.retryLimit,
        signal: job.signal,
      };
      try {
        await run(job.data?.value ?? null, about);
        onDone(type.name, 'done');
      } catch (error) {
        onDone(type.name, 'failed');
        onError(error instanceof Error ? error : new Error(String(error)));
        throw error;
      }
    });
  return Promise.all(Array.from({ length: type.concurrency }, work));
}
