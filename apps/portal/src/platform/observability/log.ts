import { DrizzleQueryError } from 'drizzle-orm';
import type { Logger } from 'pino';
import { pino } from 'pino';

export type { Logger };

const warning = pino.levels.values.warn ?? 40;
/** Lines are buffered up to this many bytes or milliseconds. */
const together = { minLength: 8 * 1024, periodicFlush: 1_000 };

/**
 * The structured log: one JSON object per line on standard output. Personal data (addresses, cookies, search
 * words) must never be logged. Warnings and errors are written at once; a killed process loses at most the
 * last second of other lines.
 */
export function createLog(level: string): Logger {
  const output = pino.destination({ fd: 1, sync: true, ...together });
  // The reader of the pipe may have exited; the portal continues. `flushSync` would retry forever.
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

/** The loggable part of an error: drivers attach connections, including passwords, to theirs. */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: messageOf(error) };
  const { name, cause } = error;
  const { message, stack } = error instanceof DrizzleQueryError ? withoutValues(error) : error;
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { name, ...code, message, stack, ...(cause !== undefined && { cause: describeError(cause) }) };
}

/** The text of a failed query without its values, which are addresses, tokens and user input. */
function withoutValues({ query, stack }: DrizzleQueryError): { message: string; stack: string } {
  const message = `Failed query: ${query}`;
  const calls = stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  return { message, stack: [message, ...calls].join('\n') };
}

/** Some libraries throw objects that only resemble errors. */
function messageOf(thrown: unknown): string {
  const isLikeAnError = typeof thrown === 'object' && thrown !== null && 'message' in thrown;
  return String(isLikeAnError ? thrown.message : thrown);
}
