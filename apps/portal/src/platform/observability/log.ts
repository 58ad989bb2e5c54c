import type { Logger } from 'pino';
import { pino } from 'pino';

export type { Logger };

/**
 * The structured log: one JSON object a line on standard output. What could tell who somebody is (addresses,
 * cookies, query words) is never handed to it.
 */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
  });
}

/** What of an error may be written down: drivers hang connections, and with them passwords, on theirs. */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { name, ...code, message, stack, ...(cause !== undefined && { cause: describeError(cause) }) };
}
