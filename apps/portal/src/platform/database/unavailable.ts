/** PostgreSQL states: shutting down, crashed, starting up, read-only. */
const unavailableStates = new Set(['57P01', '57P02', '57P03', '25006']);
/** Classes of codes: connection failure; insufficient disk, memory or connections. */
const unavailableClasses = /^(08|53)/;
/** Errors of the network, and of a full file system. */
const unavailableSystemErrors =
  /^(ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOSPC|EDQUOT)/;
/**
 * Messages of pg when no server answered; the last two occur on a query or rollback after the connection
 * broke.
 */
const unavailableMessages =
  /^(Connection terminated|timeout e|Query read timeout|Client has encountered a connection error|Client was closed)/;

/**
 * Whether a query failed because the database is unreachable or cannot accept it, not because of the query
 * itself.
 */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code = '' } = error as Error & { code?: string };
  const isUnavailable =
    unavailableStates.has(code) || unavailableClasses.test(code) || unavailableSystemErrors.test(code);
  return isUnavailable || unavailableMessages.test(error.message) || isDatabaseUnavailable(error.cause);
}

/** PostgreSQL's codes for text, or JSON, that contains NUL. */
const textRefused = new Set(['22021', '22P05']);

/** Whether a query failed because its text cannot be stored: a client error. */
export function isTextRefused(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && textRefused.has(String(error.code))) || isTextRefused(error.cause);
}
