import { z } from 'zod';

/** A type of background job: its name, its data and how it is retried. */
export interface JobType<Data> {
  /** Dotted, such as `mail.deliver`; also the name of its queue. */
  name: string;
  data: z.ZodType<Data>;
  /** Retries after the first attempt. */
  retries: number;
  /** Seconds before the first retry; each later delay is about twice as long. */
  firstDelay: number;
  /** Longest delay, in seconds. */
  longestDelay: number;
  /** Time limit of an attempt, in seconds. */
  timeLimit: number;
  /** Concurrent attempts on one node. */
  concurrency: number;
}

const usual = { retries: 5, firstDelay: 10, longestDelay: 3_600, timeLimit: 300, concurrency: 1 };

/** Declares a type of job; the declaration is needed to enqueue one. */
export function defineJob<Data>(
  declaration: Pick<JobType<Data>, 'name' | 'data'> & Partial<JobType<Data>>,
): JobType<Data> {
  return { ...usual, ...declaration };
}

/** Data of an attempt. */
export interface JobRun {
  /** Id of the job; the same in every attempt. */
  id: string;
  /** From 1. */
  attempt: number;
  /** Whether this is the last attempt. */
  last: boolean;
  /** Aborted when the time limit passes or the node stops. */
  signal: AbortSignal;
}

/** A type of job with its handler on this node. */
export interface JobHandler {
  type: JobType<unknown>;
  /** Cron expression in Japan's time; absent: runs only when enqueued. */
  schedule?: string;
  /** Throws if the attempt failed. Must be idempotent: an attempt may be repeated after being half done. */
  run(data: unknown, run: JobRun): Promise<void>;
}

/** Binds a type of job to its handler. */
export function handleJob<Data>(
  type: JobType<Data>,
  run: (data: Data, run: JobRun) => Promise<void>,
): JobHandler {
  return { type, run: (data, about) => run(type.data.parse(data), about) };
}

/**
 * A scheduled job: runs on one node each time, and once after an outage in which times were missed.
 * @param schedule  cron expression, in Japan's time
 */
export function handleSchedule(
  name: string,
  schedule: string,
  run: (run: JobRun) => Promise<void>,
  policy: Partial<JobType<null>> = {},
): JobHandler {
  const type = defineJob({ name, data: z.null(), ...policy });
  return { type, schedule, run: (_, about) => run(about) };
}
