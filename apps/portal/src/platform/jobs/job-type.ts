import { z } from 'zod';

/** A sort of background work: its name, what it needs to know, and how stubbornly it is tried. */
export interface JobType<Data> {
  /** Dotted, such as `mail.deliver`: the name of its queue. */
  name: string;
  data: z.ZodType<Data>;
  /** Tries after the first. */
  retries: number;
  /** Seconds before the first retry; each further wait is about twice as long. */
  firstDelay: number;
  /** Seconds that no wait exceeds. */
  longestDelay: number;
  /** Seconds one try may take. */
  timeLimit: number;
  /** Tries that one node makes at a time. */
  concurrency: number;
}

const usual = { retries: 5, firstDelay: 10, longestDelay: 3_600, timeLimit: 300, concurrency: 1 };

/** Declares a sort of work; whoever holds the declaration may ask for it. */
export function defineJob<Data>(
  declaration: Pick<JobType<Data>, 'name' | 'data'> & Partial<JobType<Data>>,
): JobType<Data> {
  return { ...usual, ...declaration };
}

/** What a try knows of itself. */
export interface JobRun {
  /** Id of the job: the same in every try. */
  id: string;
  /** From 1. */
  attempt: number;
  /** Whether no other try follows when this one fails. */
  last: boolean;
  /** Fires when the time is up or the node stops. */
  signal: AbortSignal;
}

/** A sort of work with what does it on this node. */
export interface JobHandler {
  type: JobType<unknown>;
  /** A cron expression in Japan's time; absent: runs when asked for. */
  schedule?: string;
  /** Throws where the try failed; it must bear being run again after it was half done. */
  run(data: unknown, run: JobRun): Promise<void>;
}

/** Binds a sort of work to what does it. */
export function handleJob<Data>(
  type: JobType<Data>,
  run: (data: Data, run: JobRun) => Promise<void>,
): JobHandler {
  return { type, run: (data, about) => run(type.data.parse(data), about) };
}

/**
 * Work by the clock: one node does it each time, and once after a time at which no node ran.
 * @param schedule  cron expression, read in Japan's time
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
