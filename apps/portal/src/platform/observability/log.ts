import type { Logger } from 'pino';
import { pino } from 'pino';

export type { Logger };

const warning = pino.levels.values.warn ?? 40;
/** Lines are written so many bytes at a time, and not later than so many milliseconds. */
const together = { minLength: 8 * 1024, periodicFlush: 1_000 };

/**
 * The structured log: one JSON object a line on standard output. What could tell who somebody is (addresses,
 * cookies, query words) is never handed to it. Warnings and errors are written at once; a killed process loses what
 * it did in its last second, without trouble.
 */
export function createLog(level: string): Logger {
  const output = pino.destination({ fd: 1, sync: true, ...together });
  process.once('exit', () => output.flushSync());
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describeError },
      hooks: {
        logMethod(line, write, weight) {
          write.apply(this, line);
          if (weight >= warning) output.flushSync();
        },
      },
    },
    output,
  );
}

/** What of an error may be written down: drivers hang connections, and with them passwords, on theirs. */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { name, ...code, message, stack, ...(cause !== undefined && { cause: describeError(cause) }) };
}
