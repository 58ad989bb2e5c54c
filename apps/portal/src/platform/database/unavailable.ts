/** Codes of PostgreSQL for a server that shuts down, has crashed, is starting, or only lets itself be read. */
const unavailableStates = new Set(['57P01', '57P02', '57P03', '25006']);
/** Classes of codes: no connection; no room, on the disk, in memory or for one more connection. */
const unavailableClasses = /^(08|53)/;
/** What the network says, and the file system where it has no room. */
const unavailableSystemErrors =
  /^(ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOSPC|EDQUOT)/;
/** What pg says where nobody answered; the last two to whoever asks on, or rolls back, after it broke. */
const unavailableMessages =
  /^(Connection terminated|timeout e|Query read timeout|Client has encountered a connection error|Client was closed)/;

/** Whether a query failed since the database could not be reached or could not take it, not by its own fault. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code = '' } = error as Error & { code?: string };
  const isUnavailable =
    unavailableStates.has(code) || unavailableClasses.test(code) || unavailableSystemErrors.test(code);
  return isUnavailable || unavailableMessages.test(error.message) || isDatabaseUnavailable(error.cause);
}

/** What PostgreSQL says of text with NUL, and of JSON with it. */
const textRefused = new Set(['22021', '22P05']);

/** Whether a query failed since something in it cannot be kept as text: whoever sent it is at fault. */
export function isTextRefused(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && textRefused.has(String(error.code))) || isTextRefused(error.cause);
}
