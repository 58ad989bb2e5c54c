import { DrizzleQueryError } from 'drizzle-orm';
import type { Logger } from 'pino';
import { pino } from 'pino';

export type { Logger };

const warning = pino.levels.values.warn ?? 40;
/** Lines are written so many bytes at a time, and not later than so many milliseconds. */
const together = { minLength: 8 * 1024, periodicFlush: 1_000 };

/**
 * The structured log: one JSON object a line on standard output. What could tell who somebody is (addresses,
 * cookies, query words) is never handed to it. Warnings and errors are written at once; of what went well a killed
 * process loses its last second.
 */
export function createLog(level: string): Logger {
  const output = pino.destination({ fd: 1, sync: true, ...together });
  // Whoever read the lines may be gone; the portal goes on. `flushSync` would try again for ever.
  output.on('error', () => {});
  process.once('exit', () => output.flush());
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describeError },
      hooks: {
        logMethod(line, write, weight) {
          write.apply(this, line);
          if (weight >= warning) output.flush();
        },
      },
    },
    output,
  );
}

/** What of an error may be written down: drivers hang connections, and with them passwords, on theirs. */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: messageOf(error) };
  const { name, cause } = error;
  const { message, stack } = error instanceof DrizzleQueryError ? withoutValues(error) : error;
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { name, ...code, message, stack, ...(cause !== undefined && { cause: describeError(cause) }) };
}

/** Of a query that failed, what was asked: not the values, which are addresses, tokens and what people typed. */
function withoutValues({ query, stack }: DrizzleQueryError): { message: string; stack: string } {
  const message = `Failed query: ${query}`;
  const calls = stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  return { message, stack: [message, ...calls].join('\n') };
}

/** Some libraries tell of errors by objects that only look like one. */
function messageOf(thrown: unknown): string {
  const isLikeAnError = typeof thrown === 'object' && thrown !== null && 'message' in thrown;
  return String(isLikeAnError ? thrown.message : thrown);
}
