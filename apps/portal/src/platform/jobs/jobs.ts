import { Counter, Gauge } from 'prom-client';
import type { DatabaseConnection } from '../database/connection.ts';
import { type Listening, listen } from '../database/listener.ts';
import type { Logger } from '../observability/log.ts';
import type { Metrics } from '../observability/metrics.ts';
import type { JobHandler } from './job-type.ts';
import { enqueue, jobsChannel } from './outbox.ts';
import { openQueue, type Queue, type QueueIntervals } from './queue.ts';

/** Milliseconds before the queue is opened again after a failure. */
const retryAfter = 5_000;
/** Milliseconds for running jobs to finish when the node stops. */
const stopTimeoutMs = 10_000;
const defaultIntervals: QueueIntervals = { due: 10, lost: 15, life: 30 };

export interface Jobs {
  /** Enqueues a job as part of a transaction. */
  enqueue: typeof enqueue;
  /** Starts working in the background; pages neither wait for it nor depend on it. */
  start(handlers: readonly JobHandler[]): void;
  /** Whether this node is processing jobs. */
  readonly running: boolean;
  /** Resolves when this node first processes jobs. */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Background jobs of one node, shared with all nodes on the same database.
 * @param install  creates the queue's tables if missing; runs first, also in the background
 */
export function createJobs(
  connection: DatabaseConnection,
  log: Logger,
  metrics: Metrics,
  intervals = defaultIntervals,
  install: () => Promise<void> = async () => {},
): Jobs {
  const finished = new Counter({
    name: 'kakehashi_jobs_total',
    help: 'Tries of background jobs',
    labelNames: ['job', 'outcome'],
    registers: [metrics.registry],
  });
  const { promise: ready, resolve: becomeReady } = Promise.withResolvers<void>();
  let handlers: readonly JobHandler[] = [];
  let queue: Queue | undefined;
  let listening: Listening | undefined;
  let opening: Promise<void> | undefined;
  let takingOver: Promise<void> | undefined;
  let again = false;
  let retry: NodeJS.Timeout | undefined;
  let stopped = false;

  async function open(): Promise<void> {
    if (!queue) await install();
    queue ??= await openQueue({
      url: connection.url,
      db: connection.db,
      handlers,
      intervals,
      onError: (error) => log.warn({ err: error }, 'background work'),
      onDone: (job, outcome) => finished.inc({ job, outcome }),
    });
    if (!stopped)
      listening ??= await listen(connection.url, jobsChannel, {
        onConnected: takeOver,
        onNotice: takeOver,
        onLost: (error) => log.warn({ err: error }, 'lost the database; background work waits'),
      });
    becomeReady();
  }

  function tryToOpen(): void {
    opening = open().catch((error) => {
      log.warn({ err: error }, 'cannot run background work yet; pages go on');
      if (!stopped) retry = setTimeout(tryToOpen, retryAfter);
    });
  }

  function takeOver(): void {
    again = true;
    if (stopped || !queue) return;
    takingOver ??= drain(queue)
      .catch((error) => {
        log.warn({ err: error }, 'could not take over background work');
        retry = setTimeout(takeOver, retryAfter);
      })
      .finally(() => {
        takingOver = undefined;
      });
  }

  async function drain(open: Queue): Promise<void> {
    while (again) {
      again = false;
      await open.takeOver();
    }
  }

  const isRunning = () => queue !== undefined && listening?.connected === true;
  new Gauge({
    name: 'kakehashi_jobs_running',
    help: '1 while this node works on background jobs',
    registers: [metrics.registry],
    collect() {
      this.set(Number(isRunning()));
    },
  });

  return {
    enqueue,
    ready,
    get running() {
      return isRunning();
    },
    start(all) {
      handlers = all;
      tryToOpen();
    },
    async stop() {
      stopped = true;
      clearTimeout(retry);
      await opening;
      await listening?.stop();
      await takingOver;
      await queue?.stop(stopTimeoutMs);
    },
  };
}
