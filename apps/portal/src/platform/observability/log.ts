import type { Logger } from 'pino';
import { pino } from 'pino';

export type { Logger };

/**
 * The structured log: one JSON object a line on standard output. What could tell who somebody is (addresses,
 * cookies, query words) is never handed to it.
 */
export function createLog(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
