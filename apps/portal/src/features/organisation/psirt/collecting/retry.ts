import { CollectingError } from './collecting-error.ts';

/** How often and how long to wait between tries; tests wait no time. */
export interface RetryPolicy {
  tries: number;
  /** Resolves after so many milliseconds, or rejects when the signal is aborted. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** Random number from 0 to 1, so that many machines do not retry at the same moment. */
  random(): number;
}

const firstWait = 500;
const longestWait = 60_000;

/** Tries until it works: waits twice as long each time, or as long as the server asks. */
export async function withRetries<T>(
  attempt: () => Promise<T>,
  retryPolicy: RetryPolicy,
  signal: AbortSignal,
): Promise<T> {
  for (let failures = 1; ; failures++) {
    try {
      return await attempt();
    } catch (error) {
      signal.throwIfAborted();
      const mayHelp = error instanceof CollectingError && error.isPassing && failures < retryPolicy.tries;
      if (!mayHelp) throw error;
      const backOff = firstWait * 2 ** (failures - 1) * (0.5 + retryPolicy.random());
      await retryPolicy.wait(Math.min(longestWait, error.retryAfter ?? backOff), signal);
    }
  }
}
